"""Years of long ago, and years in two digits: "the 1834 repeal", "the poems (1812)", "Perth, 1862", "in '73".

A newcomer's mistake: giving a noun to every number before 1900. A year stands before one thing, a count before several,
and few years are as round as most counts are.
"""

from __future__ import annotations

from registry.model.span import BlockKind
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.dateparts import date_draft
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.tables import cues
from registry.steps.recognise.tokens import Tokens

OWNERS, HYPHENATED = cues("olden_owners"), cues("olden_compounds")
COUNTED, LEADING = cues("periods_counted"), cues("olden_leading")
NEAR, AHEAD, ROUND = 6, 5, 50
DATED = cues("olden_things")
THINGS = ("tion", "sion", "ment", "ance", "ence", "ship", "ism")
ENDS = frozenset(("", ".", ";", ")", "!", "?"))
SEVERAL = frozenset(("were", "are", "have", "and", "or"))
SINGULAR = ("ss", "us", "is", "ics")
PEOPLE = ("children", "women", "people", "folk")


def is_dated(line: Line, at: int) -> bool:
    """Whether four digits before 1900 are a year by what stands around them; nothing is counted by them."""
    tokens, before, after = line.tokens, line.tokens.word(at - 1), line.tokens.word(at + 1)
    if line.about.language.code != "en" or line.sentence.block.kind is BlockKind.ROW:
        return False
    if before in ("(", ",") and is_round(tokens, at):
        return False  # "from Lund (1800), Malmo (1500)"
    if before == "(":
        return after == ")" and tokens.is_word(at - 2)
    if before == ",":
        named = tokens.is_word(at - 2) and tokens.written(at - 2)[:1].isupper()
        return named and after in ENDS and not any(map(tokens.is_number, range(max(0, at - NEAR), at)))
    return before in OWNERS and (is_of_things(tokens, at + 1) or (not is_round(tokens, at) and is_one(tokens, at + 1)))


def is_round(tokens: Tokens, at: int) -> bool:
    """Whether a number is rounder than years mostly are: "the 1500 figure", "its 1850 sheep"."""
    return int(tokens.raw[at]) % ROUND == 0


def is_of_things(tokens: Tokens, at: int) -> bool:
    """Whether a thing that years stand before is named, whatever follows: "the 1850 treaty", "the 1850 Harbour Act"."""
    named = tokens.written(at)[:1].isupper() and tokens.written(at + 1)[:1].isupper()
    thing = tokens.word(at + 1 if named else at)
    return tokens.is_word(at) and not is_several(thing) and (thing.endswith(THINGS) or thing in DATED)


def is_one(tokens: Tokens, at: int) -> bool:
    """Whether the words that start here name one thing: "Harbour Act", "repeal of", not "young pupils"."""
    first, after = tokens.word(at), tokens.word(at + 1)
    if not tokens.is_word(at) or first in HYPHENATED or first in LEADING or is_several(first):
        return False
    if tokens.written(at)[:1].isupper() and tokens.written(at + 1)[:1].isupper():
        return not is_several(after)  # "the 1600 American Indians"
    if after in SEVERAL or first.endswith("ed"):
        return False  # "the 1513 sheep were sold", "the 1763 British and French prisoners"
    plain = tokens.is_word(at + 1) and after not in LEADING
    return not (plain and (is_several(after) or is_several(tokens.word(at + 2))))


def is_several(word: str) -> bool:
    """Whether a noun is of several things: "pupils", "schoolchildren", "men"."""
    plural = word.endswith("s") and len(word) > 3 and not word.endswith(SINGULAR)
    return plural or word in COUNTED or word.endswith(PEOPLE)


def short_year(line: Line, at: int) -> Draft | None:
    """A year in two digits behind an apostrophe and a word that leads to one: "in '73", "the summer of '69"."""
    tokens, raw = line.tokens, line.tokens.raw[at]
    if tokens.word(at - 1) != "'" or not tokens.touches(at) or tokens.touches(at - 1) or not is_pair(raw):
        return None
    word = tokens.is_word(at + 1)
    if tokens.word(at + 1) in ("'", "%") or (tokens.touches(at + 1) and word):
        return None
    labels = tokens.word(at - 2) == "the" and word and tokens.word(at + 1) not in LEADING
    if not labels and (tokens.word(at - 2) not in LEADING or (word and tokens.word(at + 1) not in LEADING)):
        return None
    year = full_year(line, int(raw))
    draft = date_draft(at - 1, at + 1, calendar.of_year(year), f"year in two digits: {raw} -> {year}")
    if draft and labels:
        draft.notes.append("label")  # "the '98 floods"
    return draft


def is_pair(raw: str) -> bool:
    """Whether a number has two plain digits."""
    return len(raw) == 2 and raw.isdigit() and raw.isascii()


def full_year(line: Line, short: int) -> int:
    """The year that two digits mean: none that lies further ahead of the document than plans mostly do."""
    published = line.about.published
    latest = published.year + AHEAD if published else 2030
    return short + latest // 100 * 100 - (100 if short > latest % 100 else 0)
