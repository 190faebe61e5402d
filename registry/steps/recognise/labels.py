"""What looks like a number and is none: names, codes, list numbers, addresses, pronouns.

A newcomer's mistake: a blocklist of names. What stands around a number says that it is a label: "Article 15", "A350",
"A/67/308", "1." at the start of an item.
"""

from __future__ import annotations

import re

from registry.model.span import BlockKind
from registry.steps.recognise.aged import aged
from registry.steps.recognise.codes import NOTED, codes
from registry.steps.recognise.grades import is_rating
from registry.steps.recognise.idioms import citations, speeches
from registry.steps.recognise.line import Draft, Line, Number, find
from registry.steps.recognise.makes import has_short, of_make, of_product, of_things
from registry.steps.recognise.marks import is_marked
from registry.steps.recognise.series import in_series, says_yes
from registry.steps.recognise.tables import cues, currencies, labels, units
from registry.steps.recognise.tokens import Sort, Tokens

ONE_COUNTED = cues("labels_one_counted")
ONE_COMPOUNDS = cues("labels_one_compounds")
MASKABLE = re.compile(r"\d|@|\.\w|://")
BIG = 1000
GROUPS_OF_AGE = frozenset(("under", "over", "u"))
NO_NOUN, CARRIERS = cues("labels_no_noun"), cues("labels_carriers")
PAIR = (["between", "the"], ["of", "the"])
WHENEVER = frozenset(("yesterday", "today", "tomorrow", "tonight", "there", "here", "while", "without"))
LOSING = frozenset(("lost", "losing", "killed", "killing", "injured", "injuring", "wounded", "arrested", "and"))
PLACES = cues("labels_numbered_places")
SMALL = 30
MOST_STEPS = 30
MODELS = 100  # of aircraft and the like: a number of two digits behind "and Boeing" may be a count
VERSION = re.compile(r"\d{1,3}\.\d{1,3}\.(?:\d{4}|\d{2})|(?:1\d|20)\d{2}\.\d{1,2}\.\d{1,2}")
ITEM = re.compile(r"\s*[(\[]?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)\]](?=\s)")
LISTICLES = cues("labels_listicles")
SIDES = cues("labels_sides")
PLAIN_AFTER = cues("labels_plain_after") | {""}


def mask(line: Line, folded: str, start: int, end: int) -> None:
    """Take addresses, codes and list numbers out of what is read."""
    tokens = line.tokens
    worth = MASKABLE.search(folded, start, end) is not None
    spans = [match.span() for match in codes(folded, start, end) if not _is_date(match.group())] if worth else []
    cited = citations(folded, start, end) if worth else ()
    noted = NOTED.match(folded, start, min(end, start + 80)) if worth and start == line.sentence.start else None
    spans = sorted([*spans, *cited, *speeches(tokens, folded, start, end), *([noted.span("day")] if noted else [])])
    if (
        start == line.sentence.start
        and (item := ITEM.match(folded, start, min(end, start + 12)))
        and _numbered(line, item)
    ):
        spans.insert(0, item.span())
    at = 0
    for low, high in spans:
        while at < tokens.size and tokens.starts[at] < low:
            at += 1
        while at < tokens.size and tokens.starts[at] < high:
            tokens.sorts[at], tokens.low[at] = Sort.MASKED, "\0"
            at += 1


def _is_date(text: str) -> bool:
    """Whether three numbers with dots are a date."""
    return VERSION.fullmatch(text) is not None


def _numbered(line: Line, item: re.Match[str]) -> bool:
    """Whether the number that opens a sentence numbers it: something must follow, and no "M." of a name."""
    kind, tokens = line.sentence.block.kind, line.tokens
    if tokens.word(2) in line.about.language.months and tokens.is_number(0):
        return False
    return item.end() < line.sentence.end and (kind is not BlockKind.ROW) and bool(item.group().strip()[:-1])


PERCENTS = frozenset(("%", "percent", "per", "pct"))


def is_label(line: Line, at: int, number: Number) -> bool:
    """Whether the number that starts here names something: a part of a code, or after a label word."""
    tokens = line.tokens
    before = tokens.word(at - 1)
    if (
        says_yes(tokens, at)
        or (before == "no" and tokens.word(number.end) in PERCENTS)
        or ((number.step or (number.value < MODELS and not tokens.touches(at))) and in_series(tokens, at))
    ):
        return False
    if before == "bottom" or (number.digits and (of_things(line, at, number) or is_marked(line, at, number))):
        return True
    bracketed = before == "(" and tokens.touches(at - 1) and line.label_end == at - 1 >= 0 and number.digits
    if bracketed or (number.digits and (_in_code(tokens, at, number) or after_label(line, at, number))):
        line.label_end = number.end
        return True
    if (
        line.label_end == at - 1
        and line.label_end >= 0
        and before in ("and", "or", ",", "to", "-", "–", "&", "/")
        and number.digits
    ):
        line.label_end = number.end
        return True
    if (
        not number.digits
        and after_label(line, at, number)
        and tokens.written(at - 1)[:1].isupper()
        and tokens.written(at)[:1].isupper()
    ):
        return True
    if _is_listicle(line, number) or (not number.digits and _in_words(line, at, number)):
        return True
    if line.about.language.code != "en" and not number.digits and number.value == 1:
        return not (find(tokens, number.end, units().forms) or find(tokens, number.end, currencies().names))
    alone = not number.digits and number.value == 1 and number.end == at + 1
    return alone and not _begins_range(line, at) and _pronoun(tokens, at)


def _in_words(line: Line, at: int, number: Number) -> bool:
    """Whether a number in words is part of a name, says which place something is, or is told by the way."""
    return _in_name(line, at) or _in_place(line.tokens, at, number) or _is_loose(line, at, number)


def _is_loose(line: Line, at: int, number: Number) -> bool:
    """Whether two are told by the way: "a thing or two", "borders between the two"."""
    tokens, forms = line.tokens, units().forms
    if line.about.language.code != "en" or number.value != len(PAIR) or number.end != at + 1:
        return False
    if tokens.low[max(0, at - 2) : at] in PAIR:
        return not tokens.is_word(number.end)
    loose = tokens.word(at - 1) == "or" and tokens.word(at - 3) in ("a", "an") and tokens.is_word(at - 2)
    measured = find(tokens, at - 2, forms) or find(tokens, number.end, forms) or tokens.hyphen(number.end)
    return loose and not measured


def _begins_range(line: Line, at: int) -> bool:
    """Whether a number goes on with another: "one to two weeks"."""
    return line.tokens.word(at + 1) in ("to", "or") and line.tokens.word(at + 2) in line.about.language.numbers


def _in_name(line: Line, at: int) -> bool:
    """Whether a number word is written like a name amid a sentence that is not: "the Big Four", "of Two Rivers"."""
    tokens, written = line.tokens, line.tokens.written(at)
    if line.about.language.code != "en" or not (at and written[:1].isupper() and written[1:].islower()):
        return False
    before = tokens.word(at - 1)
    if before == "of" and tokens.written(at - 2) in ("Group", "Gang", "Council", "Big"):
        return True
    if not (tokens.is_word(at - 1) or before == ",") or before in line.about.language.before:
        return False
    if tokens.word(tokens.size - 1) in (".", "!", "?"):
        return True
    long = [word for word in (tokens.written(here) for here in range(tokens.size)) if len(word) > 3 and word.isalpha()]
    return 2 * sum(word[0].isupper() for word in long) <= len(long)


def _is_listicle(line: Line, number: Number) -> bool:
    """Whether a headline only counts its own list: "Ten reasons to vote", "7 things to know"."""
    if line.sentence.block.kind is not BlockKind.HEADING or number.scaled or number.value > BIG:
        return False
    near = (line.tokens.word(at) for at in range(number.end, number.end + 4))
    return not LISTICLES.isdisjoint(near)


def _in_place(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a number in words says which place it is: "on deck eight", "line four is closed"."""
    ends = not tokens.is_word(number.end) or tokens.word(number.end) in NO_NOUN
    return ends and 1 < number.value <= MOST_STEPS and tokens.word(at - 1) in PLACES


def _in_code(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether letters or slashes touch the digits: "A350", "COVID-19", "67/308", "5:18"."""
    before, first = tokens.word(at - 1), tokens.raw[at]
    if first[0] == "0" and len(first) > 1 and first.isdigit():
        return True
    touching = tokens.touches(at)
    if touching and (tokens.is_word(at - 1) or before in ("#", "_", "\0", "@", "°")):
        return not (before in ("d", "l") or (len(before) == 1 and before == "~"))
    if touching and before in ("-", "–") and tokens.word(at - 2) in GROUPS_OF_AGE:
        return True
    if touching and before in ("-", "–") and tokens.touches(at - 1):
        return (
            tokens.is_word(at - 2)
            and tokens.written(at - 2)[:1].isupper()
            and not (tokens.touches(at - 2) and tokens.is_number(at - 3))
        )
    if touching and before in ("/", ":") and tokens.touches(at - 1):
        return tokens.is_word(at - 2) or tokens.is_number(at - 2)
    after = tokens.word(number.end)
    if after == "/" and tokens.touches(number.end) and tokens.is_number(number.end + 1):
        return True
    if (
        after == ":"
        and tokens.touches(number.end)
        and tokens.touches(number.end + 1)
        and tokens.is_number(number.end + 1)
    ):
        return True
    return (first == "5" and after == "g" and tokens.touches(number.end)) or (
        after in ("g", "k") and first in ("3", "4", "8") and tokens.written(number.end) in ("G", "K")
    )


def after_label(line: Line, at: int, number: Number) -> bool:
    """Whether a label word stands before: "Article 15", "No. 3", "page 7"."""
    tokens, table = line.tokens, labels()
    if number.scaled or number.grouped or tokens.word(number.end) in ("%", "percent", "per"):
        return False
    if tokens.word(at - 1) == ":" and tokens.written(at - 2).islower() and tokens.is_word(number.end):
        return False  # "twelve rooms on the upper floor: 7 for teaching"
    here = at - 2 if tokens.word(at - 1) in (".", ":") and tokens.touches(at - 1) else at - 1
    here = here - 1 if tokens.word(here) == "." and here == at - 1 else here
    if tokens.word(here) in ("°", "º") and tokens.word(here - 1) in ("n", ".") and tokens.touches(here):
        return True
    word, written = tokens.word(here), tokens.written(here)
    if word not in table.before or not (tokens.is_word(here) or word in ("§",)):
        return False
    near = here == at - 1
    if near and is_rating(line, here, number.end):
        return False
    carried = word == "number" and tokens.word(number.end) in CARRIERS
    if (near and (carried or (word in table.steps and number.value <= MOST_STEPS))) or (
        not near and word in table.dotted
    ):
        return True
    if word in table.capitalised and not written[:1].isupper():
        lettered = tokens.touches(number.end) and len(tokens.word(number.end)) == 1
        noun = tokens.is_word(number.end) and tokens.word(number.end) not in NO_NOUN
        return word in table.lowercase and (lettered or not noun or tokens.word(here - 1) in CARRIERS)
    after = tokens.word(number.end)
    counted = after.endswith("s") and after not in NO_NOUN
    return near and not (here == 0 and word != "no" and word in table.capitalised and counted)


def _pronoun(tokens: Tokens, at: int) -> bool:
    """Whether "one" stands for something."""
    table, before, after = labels(), tokens.word(at - 1), tokens.word(at + 1)
    if tokens.hyphen(at + 1) or tokens.hyphen(at - 1):
        return tokens.hyphen(at - 1) or tokens.word(at + 2) in ONE_COMPOUNDS
    if after == "of" and before in ONE_COUNTED:
        return False
    if find(tokens, at + 1, units().forms) and len(after) > 2:
        return False
    if not tokens.is_word(at + 1):
        return not (tokens.sorts[at + 1] == Sort.SIGN and after in ("/",)) if at + 1 < tokens.size else True
    if after in WHENEVER and (before in LOSING or not tokens.is_word(at - 1)):
        return False  # "the army lost one today", "12 deaths; one yesterday"
    return (
        before in table.one_before - ({"the", "only", "or", "than", "by"} if after not in table.one_after else set())
        or after in table.one_after
    )


def is_nothing(line: Line, at: int, draft: Draft) -> bool:
    """Whether a bare number without unit is only a name's number: "Windows 10", "Chamber 2"."""
    tokens = line.tokens
    if not tokens.is_number(at) or draft.scaled or draft.end > at + 1 or "," in tokens.raw[at] or draft.low is None:
        return False
    before, after = tokens.written(at - 1), tokens.word(draft.end)
    if in_series(tokens, at) or tokens.word(at - 1) in SIDES:
        return False
    if before == "(" and after == ")" and tokens.written(at - 2)[:1].isupper() and draft.low < BIG:
        if aged(line, at, draft.end, int(draft.low)):
            return False
        return line.sentence.block.kind is not BlockKind.ROW
    if (
        not tokens.is_word(at - 1)
        or not before[:1].isupper()
        or at < 2
        or tokens.word(at - 1) in line.about.language.before
    ):
        return False
    if tokens.touches(at) or line.sentence.block.kind in (BlockKind.ROW, BlockKind.HEADING):
        return False
    if draft.low < SMALL and (of_product(tokens, at, after) or of_make(tokens, at) or has_short(tokens, draft.end)):
        return True
    return draft.low < BIG and draft.low == int(draft.low) and not tokens.is_word(draft.end) and after in PLAIN_AFTER
