"""Fractions and multiples: "one-third of", "two in five", "25 out of 100", "a quarter of", "more than twice", "3/4".

A newcomer's mistake: reading "25 of the 100 trains" as a quarter. It states two counts; "25 out of 100" and "one
in four" state a share.
"""

from __future__ import annotations

from decimal import Decimal

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line, find_before
from registry.steps.recognise.numbers import read_number
from registry.steps.recognise.spelled import share
from registry.steps.recognise.tables import cues
from registry.steps.recognise.tokens import Tokens

OF = cues("fractions_of")
PERIODS = cues("fractions_periods")
COMPARED = cues("fractions_compared")
NOT_SHARES = cues("fractions_not_shares")
SIZES = cues("fractions_sizes")
ENOUGH = 1000


def read_fraction(line: Line, at: int) -> Draft | None:
    """The fraction or multiple that starts here, or None."""
    tokens, language = line.tokens, line.about.language
    word = tokens.word(at)
    if word in language.multiples:
        return _multiple(line, at)
    parted = word in language.words["half"] or word in language.words["article"] or word in language.denominators
    if parted and (found := _part(line, at)) is not None:
        return found
    if tokens.is_number(at) or word in language.starts:
        return slashed(tokens, at) or _named(line, at) or _one_in(line, at) or _times(line, at)
    return None


def fraction(start: int, end: int, value: Decimal, words: str) -> Draft:
    """A share as a draft."""
    return Draft(start, end, Kind.FRACTION, value, value, "fraction", trace=[f"fraction: {words} -> {value:.6f}"])


def _part(line: Line, at: int) -> Draft | None:
    """ "Half of", "a quarter of", "a third of": only where something is shared out."""
    tokens, language, start = line.tokens, line.about.language, at
    article = tokens.word(at) in language.words["article"]
    at = at + 1 if article else at
    word, after = tokens.word(at), tokens.word(at + 1)
    bottom = 2 if word in language.words["half"] else language.denominators.get(word, 0)
    if not bottom or tokens.hyphen(at + 1) or tokens.hyphen(at - 1) or tokens.word(at - 1) in PERIODS:
        return None
    if after in ("an", "a") and tokens.word(at + 2) in (
        "hour",
        "mile",
        "day",
        "year",
        "century",
        "decade",
        "minute",
        "acre",
    ):
        return _half_unit(tokens, start, at + 2, bottom)
    if after in ("hour", "mile", "century", "decade", "acre") and article:
        return _half_unit(tokens, start, at + 1, bottom)
    compared = find_before(tokens, start, language.before, 0)
    if after in language.words["of"] and tokens.word(at + 2) in language.scales:
        return None
    if (
        after in language.words["of"]
        and tokens.word(at + 2) in language.words["article"]
        and tokens.word(at + 3) in language.scales
    ):
        return None
    ends = (
        article
        and word != "second"
        and not tokens.is_word(at + 1)
        and tokens.word(start - 1) in ("by", "", "than", "to", "about", "of")
    )
    if ends or (bottom == 2 and compared and not article):
        return fraction(start, at + 1, share((1, bottom)), " ".join(tokens.low[start : at + 1]))
    shared = after in language.words["of"] or (bottom == 2 and after in OF and not article)
    if not (shared or (compared and article)) or (word in ("second",) or (bottom != 2 and not article)):
        return None
    return fraction(start, at + 1, share((1, bottom)), " ".join(tokens.low[start : at + 1]))


def _half_unit(tokens: Tokens, start: int, at: int, bottom: int) -> Draft:
    """ "Half an hour", "a quarter of a century" and the like."""
    name = {"century": "century", "decade": "decade", "mile": "mi"}.get(tokens.word(at), tokens.word(at))
    value = share((1, bottom))
    return Draft(start, at + 1, Kind.MEASURE, value, value, name, trace=[f"part of a unit: 1/{bottom} {name}"])


def _named(line: Line, at: int) -> Draft | None:
    """A number and a denominator: "two-thirds", "one quarter", "3 quarters"."""
    tokens, language = line.tokens, line.about.language
    number = read_number(line, at)
    if number is None or number.scaled or number.vague or number.value != int(number.value) or number.value >= ENOUGH:
        return None
    here = number.end + 1 if tokens.hyphen(number.end) else number.end
    word = tokens.word(here)
    bottom = language.denominators.get(word, 0)
    plural = word.endswith("s") or word in ("tiers", "drittel", "viertel")
    small = number.value < bottom or (plural and bottom > 4)
    if (
        not bottom
        or word == "second"
        or not number.value > 0
        or not small
        or (plural != (number.value > 1) and language.code == "en")
    ):
        return None
    if number.value == 1 and tokens.is_word(here + 1) and tokens.word(here + 1) not in OF and here == number.end:
        return None
    return fraction(at, here + 1, number.value / bottom, " ".join(tokens.low[at : here + 1]))


def _one_in(line: Line, at: int) -> Draft | None:
    """A share as a rate: "one in five", "nine-in-ten", "25 out of 100"."""
    tokens = line.tokens
    number = read_number(line, at)
    if number is None or number.scaled or not 0 < number.value < ENOUGH or number.value != int(number.value):
        return None
    here = number.end + 1 if tokens.hyphen(number.end) else number.end
    out = tokens.word(here) == "out" and tokens.word(here + 1) == "of"
    every = tokens.word(here + 1) in ("every", "each")
    over = tokens.word(here) == "over" and here == number.end
    if not out and not over and tokens.word(here) not in ("in", "sur"):
        return None
    if tokens.word(here) == "sur" and line.about.language.code != "fr":
        return None
    here = here + 2 if out or every else here + 1
    here = here + 1 if out and tokens.word(here) in ("every", "the") else here
    here = here + 1 if tokens.hyphen(here) else here
    whole = read_number(line, here)
    if whole is None or not number.value < whole.value or whole.value != int(whole.value):
        return None
    round_whole = whole.value in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000, 100000, 1000000)
    after = tokens.word(whole.end)
    if over and (tokens.is_word(whole.end) or tokens.word(whole.end) in ("%", "°")):
        return None
    if (
        not out
        and not over
        and (
            not round_whole
            or after in ("years", "months", "days", "weeks", "hours", "minutes", "%", "per", "percent", "km")
        )
    ):
        return None
    return fraction(at, whole.end, number.value / whole.value, " ".join(tokens.low[at : whole.end]))


def slashed(tokens: Tokens, at: int) -> Draft | None:
    """A fraction with a slash: "3/4"."""
    if not (
        tokens.is_number(at) and tokens.word(at + 1) == "/" and tokens.is_number(at + 2) and tokens.touches(at + 2)
    ):
        return None
    top, bottom = tokens.raw[at], tokens.raw[at + 2]
    apart = tokens.word(at + 3) == "/" or tokens.word(at - 1) in ("/", "-") or not tokens.touches(at + 1)
    if apart or not (top.isdigit() and bottom.isdigit()) or len(bottom) > 3 or f"{top}/{bottom}" in NOT_SHARES:
        return None
    if not 0 < int(top) < int(bottom):
        return None
    return fraction(at, at + 3, share((int(top), int(bottom))), f"{top}/{bottom}")


def _multiple(line: Line, at: int) -> Draft | None:
    """ "Twice", "double", "triple" in a comparison."""
    tokens, word = line.tokens, line.tokens.word(at)
    compared = find_before(tokens, at, line.about.language.before, 0)
    if word.endswith("fold"):
        compared = compared or ("", 0)
    if not compared and not (tokens.word(at + 1) in ("the", "as", "its", "that", "what") and word != "triple"):
        return None
    if word == "twice" and not compared and tokens.word(at + 1) in ("the", "its") and tokens.word(at + 2) not in SIZES:
        return None
    value = Decimal(line.about.language.multiples[word])
    return Draft(at, at + 1, Kind.MEASURE, value, value, "ratio", trace=[f"multiple: {word} -> {value}"])


def _times(line: Line, at: int) -> Draft | None:
    """A multiple: "eleven times as strong", "2.7 times", "five-fold"."""
    tokens = line.tokens
    number = read_number(line, at)
    if number is None or number.vague:
        return None
    here = number.end + 1 if tokens.hyphen(number.end) else number.end
    word, after = tokens.word(here), tokens.word(here + 1)
    glued = word in ("fold", "x", "×") and (tokens.touches(here) or word == "×")
    if not glued and not (word in ("times", "fois") and (after in COMPARED or number.step)):
        return None
    if word == "times" and after == "the" and tokens.word(here + 2) in ("team", "club", "party"):
        return None
    if (
        glued
        and word in ("x", "×")
        and (tokens.is_number(here + 1) or (tokens.is_word(here + 1) and tokens.touches(here + 1)))
    ):
        return None
    end = here + 1
    value = number.value
    return Draft(
        at, end, Kind.MEASURE, value, value, "ratio", step=number.step, trace=[*number.trace, "multiple: times"]
    )
