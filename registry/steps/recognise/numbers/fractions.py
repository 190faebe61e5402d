"""Fractions: "one-third of", "two in five", "25 out of 100", "a quarter of", "every third", "3/4".

A newcomer's mistake: reading "25 of the 100 trains" as a quarter. It states two counts; "25 out of 100" and "one
in four" state a share.
"""

from __future__ import annotations

import re
from decimal import Decimal

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line, Number, find, find_before
from registry.steps.recognise.numbers.digits import read_number
from registry.steps.recognise.numbers.multiples import read_multiple, read_times
from registry.steps.recognise.numbers.odds import odds
from registry.steps.recognise.numbers.spelled import and_half, share
from registry.steps.recognise.tables import cues, currencies, units
from registry.steps.recognise.tokens import Tokens

OF = cues("fractions_of")
ENDS = frozenset(("", ".", ";", "!", "?"))
LASTS = frozenset(
    ("for", "past", "last", "next", "first", "all", "other", "in", "over", "the", "within", "these", "those", "after")
)
ACTED = frozenset(("are", "were", "have", "had", "did", "said", "live", "lived", "went", "came", "voted", "do", "want"))
PERIODS = cues("fractions_periods")
RATED = re.compile(r"\d{1,2}\.\d{1,3}")
SCORES = frozenset(("5", "10", "20", "100"))
NOT_SHARES = cues("fractions_not_shares")
BEFORE_END = cues("fractions_before_end") | {""}
HALVED = cues("fractions_halved")
PLURALS = cues("fractions_plurals")
TIMES = cues("fractions_times")
ENOUGH = 1000
COUNTED = frozenset((6, 7, 8, 9, 12, 15))
LESS = frozenset(
    ("less", "more", "fewer", "lower", "higher", "larger", "bigger", "smaller", "cheaper", "dearer", "faster")
)
MOVED = frozenset(("to", "from", "since", "in", "over", "compared", "between", "during", "on", "last", "this", "after"))
JOINS = frozenset(("and", "or", "but", "in"))
WHOLES = frozenset((*range(2, 11), 12, 15, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000))
# What a part may stand behind as somebody's figure, and a quarter also: "says a third", "it was a quarter".
TOLD = (frozenset(("say", "says", "said", "at")), frozenset(("say", "says", "said", "at", "is", "was")))
HALF, QUARTER = 2, 4
TEN, MINUTES = 10, Decimal(60)
DIMENSIONS = frozenset(("length", "area", "mass", "volume", "time", "share"))
TENTH = Decimal("0.1")  # who says a mile and a quarter has not measured it


def read_fraction(line: Line, at: int) -> Draft | None:
    """The fraction or multiple that starts here, or None."""
    tokens, language = line.tokens, line.about.language
    word = tokens.word(at)
    if word in language.multiples:
        return read_multiple(line, at)
    parted = word in language.words["half"] or word in language.words["article"] or word in language.denominators
    if parted and (found := _part(line, at)) is not None:
        return found
    if tokens.is_number(at) or word in language.starts:
        return odds(line, at) or slashed(tokens, at) or _named(line, at) or _one_in(line, at) or read_times(line, at)
    return None


def fraction(start: int, end: int, value: Decimal, words: str) -> Draft:
    """A share as a draft."""
    return Draft(start, end, Kind.FRACTION, value, value, "fraction", trace=[f"fraction: {words} -> {value:.10g}"])


def _part(line: Line, at: int) -> Draft | None:
    """ "Half of", "a quarter of", "a third of": only where something is shared out."""
    tokens, words, start = line.tokens, line.about.language.words, at
    article = tokens.word(at) in words["article"]
    if article and (found := _unit_and_half(line, at)):
        return found
    at = at + 1 if article else at
    bottom = 2 if tokens.word(at) in words["half"] else line.about.language.denominators.get(tokens.word(at), 0)
    if not bottom or tokens.hyphen(at + 1) or tokens.hyphen(at - 1) or tokens.word(at - 1) in PERIODS:
        return None
    if found := _half_unit(line, start, at + 1, bottom):
        return found
    if _of_scale(line, at + 1, half=bottom == HALF):
        return None
    if bottom == 2 and not article and tokens.word(at + 1) == "as":
        half = share((1, 2))
        return Draft(start, at + 1, Kind.MEASURE, half, half, "ratio", trace=["multiple: half as -> 0.5"])
    if _acts(line, start, at) or _ends(line, start, at, bottom) or _shares_out(line, start, at, bottom):
        return fraction(start, at + 1, share((1, bottom)), " ".join(tokens.low[start : at + 1]))
    return None


def _unit_and_half(line: Line, at: int) -> Draft | None:
    """ "An hour and a half", "a mile and a quarter"."""
    tokens = line.tokens
    found = find(tokens, at + 1, units().forms)
    half = and_half(tokens, found[1], line.about.language) if found else None
    if found is None or half is None or units().dimension.get(found[0]) not in DIMENSIONS:
        return None
    value, words = 1 + half[0], " ".join(tokens.low[at : half[1]])
    step = TENTH if units().dimension[found[0]] == "length" else Decimal(0)
    trace = [f"unit and a part: {words} -> {value}"]
    return Draft(at, half[1], Kind.MEASURE, value, value, found[0], step, trace=trace)


def _of_scale(line: Line, at: int, *, half: bool) -> bool:
    """Whether a scale word follows, as in "a quarter of a million", "about half a billion"."""
    tokens, words, scales = line.tokens, line.about.language.words, line.about.language.scales
    if half and tokens.word(at) in words["article"]:
        return tokens.word(at + 1) in scales
    if tokens.word(at) not in words["of"]:
        return False
    at += 1
    return tokens.word(at) in scales or (tokens.word(at) in words["article"] and tokens.word(at + 1) in scales)


def _ends(line: Line, start: int, at: int, bottom: int) -> bool:
    """Whether a part stands by itself: "rose by a third", "cut by half", "more than half"."""
    tokens, article = line.tokens, at > start
    before = tokens.word(start - 1)
    last = not tokens.is_word(at + 1) or (before == "by" and tokens.word(at + 1) in MOVED)
    if article and (tokens.word(at + 1) in LESS or tokens.low[at + 1 : at + 3] == ["or", "so"]):
        return tokens.word(at) != "second"
    if article and last and before in TOLD[bottom == QUARTER]:
        return tokens.is_word(start - 2) and tokens.word(at) != "second"  # not "..., says a third"
    if article or before == "by":
        return (article or bottom == 2) and tokens.word(at) != "second" and last and before in BEFORE_END
    return bottom == 2 and find_before(tokens, start, line.about.language.before, 0) is not None


def _acts(line: Line, start: int, at: int) -> bool:
    """Whether a part opens a clause and does something: "a third abstained", "half were empty"."""
    tokens, after = line.tokens, line.tokens.word(at + 1)
    opens = start == 0 or tokens.word(start - 1) in (",", ";", "and", "while", "but", "that", "(")
    done = after in ACTED or (after.endswith("ed") and len(after) > 4)
    return opens and tokens.is_word(at + 1) and done and (at > start or after in ACTED)


def _shares_out(line: Line, start: int, at: int, bottom: int) -> bool:
    """Whether something is shared out: "of" follows, or "half the"."""
    tokens, article, after = line.tokens, at > start, line.tokens.word(at + 1)
    if tokens.word(at) == "second" or (bottom != 2 and not article):
        return False
    shared = after in line.about.language.words["of"] or (bottom == 2 and after in OF and not article)
    return shared or (article and find_before(tokens, start, line.about.language.before, 0) is not None)


def _half_unit(line: Line, start: int, at: int, bottom: int) -> Draft | None:
    """ "Half an hour", "a quarter of a century", "half a teaspoon"."""
    tokens, words = line.tokens, line.about.language.words
    here = at + 1 if tokens.word(at) in words["of"] else at
    between = tokens.word(here) in words["article"]
    here = here + 1 if between else here
    found = find(tokens, here, units().forms)
    plain = here == at and (at - start == 2 or (bottom == 2 and tokens.word(here) in HALVED))
    if found is None or not (between or plain) or len(tokens.word(here)) == 1:
        return None
    if units().dimension.get(found[0]) not in DIMENSIONS or (tokens.word(here) in ("second", "day") and not between):
        return None
    return _part_of_unit((start, found[1]), share((1, bottom)), found[0], f"1/{bottom}")


def _part_of_unit(place: tuple[int, int], value: Decimal, unit: str, words: str) -> Draft:
    """A part of a unit as a draft; that of an hour is told in minutes."""
    kind = Kind.PERCENT if units().dimension.get(unit) == "share" else Kind.MEASURE
    trace = [f"part of a unit: {unit} -> {words}"]
    if unit == "hour":
        value, unit = value * MINUTES, "minute"
    return Draft(*place, kind, value, value, unit, trace=trace)


def _named(line: Line, at: int) -> Draft | None:
    """A number and a denominator: "two-thirds", "one quarter", "3 quarters"."""
    tokens, language = line.tokens, line.about.language
    number = read_number(line, at)
    if number is None or number.vague or not _small_whole(number):
        return None
    here = number.end + 1 if tokens.hyphen(number.end) else number.end
    timed = here == number.end and tokens.word(here + 1) not in OF and not _pays_out(tokens, number, at, here)
    if tokens.word(here) == "quarters" and timed:
        return None
    bottom = language.denominators.get(tokens.word(here), 0)
    if not bottom or tokens.word(here) == "second" or not _fits(line, number, here, bottom):
        return None
    of = tokens.low[here + 1 : here + 2] == ["of"] and tokens.word(here + 2) in language.words["article"]
    unit = find(tokens, here + 3, units().forms) if of and bottom <= TEN else None
    if unit and units().dimension.get(unit[0]) in DIMENSIONS - {"share"} and len(tokens.word(here + 3)) > 1:
        words = f"{number.value}/{bottom}"  # "three quarters of an hour"
        return _part_of_unit((at, unit[1]), share((int(number.value), bottom)), unit[0], words)
    return fraction(at, here + 1, number.value / bottom, " ".join(tokens.low[at : here + 1]))


def _pays_out(tokens: Tokens, number: Number, at: int, here: int) -> bool:
    """Whether "three quarters" ends its clause as a share: "the tenants bear three quarters."."""
    return number.value == 3 and tokens.word(here + 1) in ENDS and tokens.word(at - 1) not in LASTS


def _small_whole(number: Number) -> bool:
    """Whether a number can be the upper part of a share."""
    return not number.scaled and 0 < number.value < ENOUGH and number.value == int(number.value)


def _fits(line: Line, number: Number, here: int, bottom: int) -> bool:
    """Whether the denominator agrees with the number before it, and something can be shared out."""
    tokens, word = line.tokens, line.tokens.word(here)
    plural = word.endswith("s") or word in PLURALS
    if not (number.value < bottom or (plural and bottom > 4)):
        return False
    if plural != (number.value > 1) and line.about.language.code == "en":
        return False
    if number.value != 1 or here != number.end or not tokens.is_word(here + 1) or tokens.word(here + 1) in OF:
        return True
    start = here - 1
    return find_before(tokens, start, line.about.language.before, 0) is not None and tokens.word(here + 1) in JOINS


def _one_in(line: Line, at: int) -> Draft | None:
    """A share as a rate: "one in five", "nine-in-ten", "25 out of 100"."""
    tokens, language = line.tokens, line.about.language
    number = read_number(line, at)
    if number is None or number.vague or not _small_whole(number):
        return None
    here = number.end + 1 if tokens.hyphen(number.end) else number.end
    noun = number.value == 1 and not number.digits and tokens.is_word(here) and tokens.word(here) not in ("in", "on")
    found = find(tokens, here, language.shares) or (find(tokens, here + 1, language.shares) if noun else None)
    if found is None or (found[0] == "over" and here != number.end):
        return None
    here = found[1] + 1 if tokens.hyphen(found[1]) else found[1]
    whole = read_number(line, here)
    if whole is None or not number.value < whole.value or whole.value != int(whole.value):
        return None
    if not _whole_fits(line, found[0], number, whole):
        return None
    if noun and language.code != "en" and _amount(line, whole):
        return None
    draft = fraction(at, whole.end, number.value / whole.value, " ".join(tokens.low[at : whole.end]))
    if whole.value == TEN and number.value > 1 and not whole.digits:
        draft.step = 1 / Decimal(TEN)  # "eight out of ten" may be 83 percent
    return draft


def _amount(line: Line, whole: Number) -> bool:
    """Whether what follows "einen Haushalt von" is an amount; "ein Kind von vier" and "un salarié sur 5" are shares."""
    tokens, at = line.tokens, whole.end
    measured = find(tokens, at, currencies().names) or find(tokens, at, units().forms)
    signed = tokens.written(at) in currencies().signs or tokens.written(at) in currencies().codes
    counted = line.about.language.code == "de" and whole.digits
    return whole.scaled or bool(whole.step) or bool(measured) or signed or counted


def _whole_fits(line: Line, name: str, number: Number, whole: Number) -> bool:
    """Whether the second number is a whole: "one in 2012" and "5 in 10 years" are no shares."""
    tokens, after = line.tokens, line.tokens.word(whole.end)
    if name == "out":  # "seven out of nine communities" are counted, "three out of four" are a share
        return number.value == 1 or whole.value in WHOLES - COUNTED or line.about.language.code != "en"
    if name == "over":
        return not tokens.is_word(whole.end) and after not in ("%", "°")
    year = whole.digits and 1500 <= whole.value <= 2100 and not whole.grouped and not whole.scaled
    sized = whole.value in WHOLES or (number.value == 1 and not whole.step and not year) or whole.scaled
    return sized and not tokens.hyphen(whole.end) and after not in TIMES


def slashed(tokens: Tokens, at: int, *, signed: bool = False) -> Draft | None:
    """A fraction with a slash, "3/4", or a mark out of so many, "6.3/10"."""
    joined = tokens.is_number(at) and tokens.word(at + 1) == "/" and tokens.is_number(at + 2)
    if not (joined and tokens.touches(at + 1) and tokens.touches(at + 2)):
        return None
    top, bottom = tokens.raw[at], tokens.raw[at + 2]
    if tokens.word(at + 3) == "/" or (tokens.word(at - 1) in ("/", "-") and not signed) or not bottom.isdigit():
        return None
    if RATED.fullmatch(top) and bottom in SCORES and Decimal(top) <= int(bottom):
        draft = fraction(at, at + 3, Decimal(top) / int(bottom), f"{top}/{bottom}")
        draft.step = Decimal(1).scaleb(-len(top.partition(".")[2])) / int(bottom)
        return draft
    if not top.isdigit():
        return None
    if len(bottom) > 3 or f"{top}/{bottom}" in NOT_SHARES or not 0 < int(top) < int(bottom):
        return None
    return fraction(at, at + 3, share((int(top), int(bottom))), f"{top}/{bottom}")
