"""Multiples: "more than twice", "eleven times as strong", "five-fold", "2.7x".

A newcomer's mistake: reading every "times". "Three times a day" and "won it five times" count, they do not multiply.
"""

from __future__ import annotations

from decimal import Decimal

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line, Number, find_before
from registry.steps.recognise.numbers.digits import read_number
from registry.steps.recognise.tables import cues

COMPARED = cues("fractions_compared")
SIZES = cues("fractions_sizes")
DOUBLED = cues("multiples_doubled")
TEAMS = cues("multiples_teams")


def read_multiple(line: Line, at: int) -> Draft | None:
    """ "Twice", "double", "triple" in a comparison, "sixfold" anywhere."""
    tokens, word = line.tokens, line.tokens.word(at)
    compared = word.endswith("fold") or find_before(tokens, at, line.about.language.before, 0) is not None
    after = tokens.word(at + 1)
    if (tokens.word(at + 2) if tokens.hyphen(at + 1) else after).startswith("digit"):
        return None  # "at least double-digit raises"
    if not compared and (after not in DOUBLED or word == "triple"):
        return None
    if word == "twice" and not compared and after in ("the", "its") and tokens.word(at + 2) not in SIZES:
        return None
    value = Decimal(line.about.language.multiples[word])
    return Draft(at, at + 1, Kind.MEASURE, value, value, "ratio", trace=[f"multiple: {word} -> {value}"])


def read_times(line: Line, at: int) -> Draft | None:
    """A multiple: "eleven times as strong", "2.7 times", "five-fold"."""
    tokens = line.tokens
    number = read_number(line, at)
    if number is None or number.vague:
        return None
    here = number.end + 1 if tokens.hyphen(number.end) else number.end
    if not (_glued(line, here) or _compared(line, number, here)):
        return None
    trace = [*number.trace, "multiple: times"]
    return Draft(at, here + 1, Kind.MEASURE, number.value, number.value, "ratio", step=number.step, trace=trace)


def _glued(line: Line, here: int) -> bool:
    """Whether "fold" or "x" belongs to the number: "5x" but not "5x7"."""
    tokens, word = line.tokens, line.tokens.word(here)
    if word not in ("fold", "x", "×") or not (tokens.touches(here) or word == "×"):
        return False
    goes_on = tokens.is_number(here + 1) or (tokens.is_word(here + 1) and tokens.touches(here + 1))
    return word == "fold" or not goes_on


def _compared(line: Line, number: Number, here: int) -> bool:
    """Whether "times" compares: "three times the size of"."""
    tokens = line.tokens
    after = tokens.word(here + 1)
    if tokens.word(here) not in line.about.language.words["times"] or not (after in COMPARED or 0 < number.step < 1):
        return False
    return not (after == "the" and tokens.word(here + 2) in TEAMS)
