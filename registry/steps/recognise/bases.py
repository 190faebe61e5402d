"""What a rate counts by: "12 per 100,000", "5 deaths per 1,000 live births", "$40 a month", "GDP per head".

A newcomer's mistake: reading the base as a value of its own, or dropping it. Twelve per 100,000 is not twelve.
"""

from __future__ import annotations

from registry.model.assertion import Kind
from registry.steps.phrases import singular
from registry.steps.recognise.line import Draft, Line, find
from registry.steps.recognise.numbers.digits import read_number
from registry.steps.recognise.tables import cues, units
from registry.steps.recognise.tokens import Tokens

PEOPLE = cues("bases_people")
ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
LATIN = {"cent": "", "se": "", "mille": "", "diem": "day", "annum": "year", "mensem": "month"}
TIMED = cues("bases_timed")
PLAIN = frozenset(("per", "pro", "par", "je"))
SPANNING = frozenset(("in", "within", "over", "for", "by", "after", "of", "about", "than", "during"))
ARTICLES = frozenset(("a", "an"))
NOT_BASES = cues("bases_not")
AGO = cues("bases_ago")
REACH, NOUNS = 7, 2
UNRATED = frozenset(("ordinal", "rank", "date", "datetime", "magnitude"))


def mark_bases(line: Line, drafts: list[Draft]) -> None:
    """Give each figure the base that the words after it name."""
    for index, draft in enumerate(drafts):
        if draft.moment is not None or draft.unit in UNRATED or "compound" in draft.notes:
            continue
        stop = drafts[index + 1].start if index + 1 < len(drafts) else line.tokens.size
        floor = drafts[index - 1].end if index else 0
        daily = "day" if line.tokens.word(draft.end - 1) == "bpd" else ""  # barrels
        draft.base = daily or _base(line, draft, stop) or _leading(line, draft, floor)
        if draft.base:
            draft.trace.append(f"base: per {draft.base}")


def _base(line: Line, draft: Draft, stop: int) -> str:
    """The base after a figure and what it counts, before the next figure; "" for none."""
    tokens, per = line.tokens, line.about.language.words["per"]
    for at in range(draft.end, min(draft.end + REACH, tokens.size)):
        word = tokens.word(at)
        if word in per and at + 1 < tokens.size:
            return _per(line, at + 1, plain=word in PLAIN) if at <= stop else ""
        formula = tokens.is_number(at) and tokens.touches(at) and tokens.is_word(at - 1)
        if at >= stop or not (tokens.is_word(at) or word == "-" or formula) or word in NOT_BASES:
            return ""
        if at - draft.end <= NOUNS and (found := _time(line, draft, at)):
            return found
    return ""


def _per(line: Line, at: int, *, plain: bool) -> str:
    """What stands after "per", a number and its noun, or a noun; after "every" and the like only a number."""
    tokens = line.tokens
    at = at + 1 if tokens.word(at) in ("a", "an", "every", "each", "cada", "chaque") else at
    number = read_number(line, at) if tokens.is_number(at) or tokens.word(at) in line.about.language.starts else None
    if number is not None:
        noun = _noun(tokens, number.end, many=number.value > 1)
        count = format(number.value.normalize(), "f")
        return f"{count} {noun}".strip() if number.value > 1 and number.value == int(number.value) else noun
    word = tokens.word(at)
    if not plain and word not in PEOPLE:
        return ""
    if not tokens.is_word(at) or word in LATIN:
        return LATIN.get(word, "")
    unit = find(tokens, at, units().forms)
    return unit[0] if unit and len(word) > 1 else _noun(tokens, at)


def _noun(tokens: Tokens, at: int, *, many: bool = False) -> str:
    """The noun a rate counts by: "live births", "household"; people by any name are a person, and none if many."""
    words = [tokens.word(at)] if tokens.is_word(at) and tokens.written(at).islower() else []
    if (
        words
        and words[0] in ("live", "square", "cubic", "working", "registered", "licensed")
        and tokens.is_word(at + 1)
    ):
        words.append(tokens.word(at + 1))
    if not words or words[0] in NOT_BASES:
        return ""
    last = singular(words[-1])
    if singular(tokens.word(at + len(words))) in PEOPLE:
        return "" if many else "person"
    if last in PEOPLE:
        return "" if many else "person"
    return " ".join([*words[:-1], words[-1] if many else last])


def _time(line: Line, draft: Draft, at: int) -> str:
    """A stretch of time that a figure is counted by: "a year", "annually"."""
    tokens = line.tokens
    if at == draft.end and tokens.word(at) in ADVERBS and not tokens.is_word(at + 1):
        return ADVERBS[tokens.word(at)]
    timed = TIMED if line.about.language.code != "en" else ARTICLES
    if tokens.word(at) not in timed or tokens.word(at - 1) in SPANNING:
        return ""
    unit = find(tokens, at + 1, units().forms)
    priced = draft.kind is Kind.MONEY and at == draft.end
    timely = unit is not None and (priced or units().dimension.get(unit[0]) == "time") and len(tokens.word(at + 1)) > 2
    if unit is None or not timely or tokens.word(unit[1]) in AGO or tokens.hyphen(unit[1]):
        return ""
    return "" if tokens.low[unit[1] : unit[1] + 2] == ["and", "a"] else unit[0]


def _leading(line: Line, draft: Draft, floor: int) -> str:
    """People or households that the words before a figure count by: "GDP per head is $45,000"."""
    tokens = line.tokens
    for at in range(draft.start - 2, max(floor, draft.start - REACH) - 1, -1):
        if not tokens.is_word(at):
            return ""
        if tokens.word(at) == "per":
            noun = _noun(tokens, at + 1)
            return noun if noun in ("person", "household") else ""
    return ""
