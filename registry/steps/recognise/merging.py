"""Values that are written in two parts: "two years and five months", "5 ft 2 in", "over 10 and under 20".

A newcomer's mistake: adding what only stands side by side. The second must be the smaller unit of the same measure.
"""

from __future__ import annotations

from decimal import Decimal

from registry.model.assertion import Kind
from registry.model.moment import Moment, Precision
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.dateparts import DASHES
from registry.steps.recognise.line import Draft, Line, between
from registry.steps.recognise.numbers.ranges import is_change
from registry.steps.recognise.tables import cues, units

ARTICLES = cues("spans_articles")
SPANS = cues("spans_joined")

THROUGH = frozenset(("through", "thru"))
ORDER = ("s", "minute", "hour", "day", "week", "month", "year")
JOINED: tuple[list[str], ...] = ([], ["and"], [","], [",", "and"], ["et"], ["und"], ["y"])
BOUNDED = (["and"], ["but"], ["and", "but"])
CLOCKED: tuple[list[str], ...] = ([","], ["at"], [], [",", "at"])
CENTS = 100
INCHES = 12
ONWARD = frozenset(
    ("a", "an", "per", "each", "every", "for", "on", "to", "and", "or", "but", "more", "less", "now", "then")
)
SMALLER = {
    ("kg", "g"): 1000,
    ("lb", "oz"): 16,
    ("st", "lb"): 14,
    ("m", "cm"): 100,
    ("km", "m"): 1000,
    ("cm", "mm"): 10,
    ("l", "ml"): 1000,
    ("t", "kg"): 1000,
    ("mi", "yd"): 1760,
    ("yd", "ft"): 3,
}


def merge(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a line with those in two parts put together."""
    merged: list[Draft] = []
    for index, draft in enumerate(drafts):
        whole = merged and (
            _clocked(line, merged[-1], draft)
            or _dates(line, merged[-1], draft)
            or _bounds(line, merged[-1], draft)
            or (not _goes_on(line, draft, drafts[index + 1 : index + 2]) and _whole(line, merged[-1], draft))
        )
        if whole:
            merged[-1] = whole
        else:
            merged.append(draft)
    return merged


def _clocked(line: Line, left: Draft, right: Draft) -> Draft | None:
    """A day and the time of day right behind it: "6 May 2024, 12:00", "11 March at 01:20 UTC"."""
    day, clock = left.moment, right.moment
    if day is None or clock is None or clock.clock is None or day.clock or day.low != day.high or left.notes:
        return None
    if day.precision is not Precision.DAY or clock.low != day.low or between(line, left, right) not in CLOCKED:
        return None
    return Draft(left.start, right.end, Kind.DATE, unit="datetime", moment=clock, trace=[*left.trace, *right.trace])


def _goes_on(line: Line, draft: Draft, following: list[Draft]) -> bool:
    """Whether a smaller part of another base follows: "3 years, 2 months, 14 days" is no sum of months."""
    known = units().durations
    return any(
        between(line, draft, after) in JOINED
        and draft.unit in ORDER
        and after.unit in ORDER
        and ORDER.index(after.unit) < ORDER.index(draft.unit)
        and known[after.unit]["base"] != known[draft.unit]["base"]
        for after in following
    )


def _dates(line: Line, left: Draft, right: Draft) -> Draft | None:
    """Two dates as one span: "from 3 May 2021 to 5 June 2022", "1 March 2020 - 31 May 2021"."""
    one, two, words = left.moment, right.moment, between(line, left, right)
    if one is None or two is None or one.clock or two.clock:
        return None
    if one.high >= two.low and not guessed(left):
        return None
    if len(words) != 1 and not (len(words) == 2 and words[1] in ARTICLES):
        return None
    names, before = line.about.language.words, line.tokens.word(left.start - 1)
    framed = (words[0] in SPANS and before in names["from"]) or (
        words[0] in names["and"] and before in names["between"]
    )
    days = one.precision is two.precision is Precision.DAY and words[0] in SPANS and named_day(left)
    framed = framed or days
    framed = framed or (words[0] in THROUGH and one.precision in (Precision.YEAR, Precision.MONTH, Precision.QUARTER))
    dashed = words[0] in DASHES and one.precision is two.precision is Precision.DAY
    if not (framed or dashed) or is_change(line, left) or {"relative", "label"} & {*left.notes, *right.notes}:
        return None
    one = in_year_of(left, right)
    if one.high >= two.low:
        return None
    left.moment, left.end = Moment(one.low, two.high, Precision.PERIOD), right.end
    left.trace = [*left.trace, "to", *right.trace, f"from and to: {one.low} to {two.high}"]
    return left


def guessed(draft: Draft) -> bool:
    """Whether the year of a date is only that of the document."""
    return any(step.startswith("year from") for step in draft.trace)


def named_day(draft: Draft) -> bool:
    """Whether a day is written with its month."""
    return any(step.startswith("date: ") for step in draft.trace)


def in_year_of(left: Draft, right: Draft) -> Moment:
    """The first date in the year that the second one names, or in the year before."""
    one, two = left.moment, right.moment
    assert one is not None
    assert two is not None
    if not guessed(left) or guessed(right) or one.low.year != one.high.year:
        return one
    for year in (two.low.year, two.low.year - 1):
        low, high = calendar.day(year, one.low.month, one.low.day), calendar.day(year, one.high.month, one.high.day)
        if low and high and high < two.low:
            return Moment(low, high, one.precision)
    return one


def _bounds(line: Line, left: Draft, right: Draft) -> Draft | None:
    """Two open ends as one range."""
    if between(line, left, right) not in BOUNDED:
        return None
    lower, upper = (left, right) if left.high is None else (right, left)
    if lower.low is None or upper.high is None or lower.high is not None or upper.low is not None:
        return None
    if lower.low >= upper.high or lower.unit not in ("count", upper.unit):
        return None
    lower.start, lower.end, lower.high, lower.unit = left.start, right.end, upper.high, upper.unit
    lower.kind, lower.strict, lower.trace = Kind.RANGE, False, [*lower.trace, "and", *upper.trace]
    return lower


def _whole(line: Line, left: Draft, right: Draft) -> Draft | None:
    """Two parts of one duration, length or sum as one draft."""
    words = between(line, left, right)
    if left.low is None or right.low is None or not right.single or words not in (*JOINED, ["-"]):
        return None
    if left.high not in (left.low, None) or (("compound" in left.notes) != (words == ["-"])):
        return None
    if left.unit == "hour" and right.unit == "m" and line.tokens.word(right.end - 1) == "m" and not words:
        right.unit = "minute"
    return _money(line, left, right) or _feet(line, left, right) or _duration(left, right) or _parts(line, left, right)


def _money(line: Line, left: Draft, right: Draft) -> Draft | None:
    """ "Thirteen dollars and 45 cents", "15 dollars 50"."""
    if left.kind is not Kind.MONEY or not left.single or left.low is None or right.low is None:
        return None
    if left.unit == right.unit and right.trace[-1].startswith("hundredths"):
        both = left.trace[-1].startswith("hundredths")  # "two rates, 18p and 24p"
        return None if both else joined(left, right, left.low + right.low, left.unit)
    named = left.trace[-1].startswith("currency") and line.tokens.is_word(left.end - 1)
    cents = right.bare and not left.scaled and not left.step and right.low < CENTS
    words, after = between(line, left, right), line.tokens.word(right.end)
    ended = not line.tokens.is_word(right.end) or (not words and after in ONWARD)
    if not (named and cents and ended and words in ([], ["and"])):
        return None
    return joined(left, right, left.low + right.low / CENTS, left.unit)


def _parts(line: Line, left: Draft, right: Draft) -> Draft | None:
    """ "5 kg 300 g", "7 lb 4 oz", "12 stone 3 lb", "1 m 80 cm"."""
    size = SMALLER.get((left.unit, right.unit))
    if size is None or left.low is None or right.low is None or between(line, left, right) not in ([], ["and"]):
        return None
    whole = left.low == int(left.low) and right.low < size
    return joined(left, right, left.low + right.low / size, left.unit) if whole else None


def _feet(line: Line, left: Draft, right: Draft) -> Draft | None:
    """ "5 ft 2 in", "6 feet and 1 inch"."""
    plain = right.bare and line.tokens.word(right.end) == "in" and right.start == left.end
    tall = "compound" in left.notes and right.bare and right.low is not None and right.low < INCHES
    if left.unit == "ft" and left.low is not None and tall and line.tokens.hyphen(left.end) and right.low is not None:
        return joined(left, right, left.low + right.low / INCHES, "ft")
    if left.unit != "ft" or left.low is None or right.low is None or not (right.unit == "in" or plain):
        return None
    right.end += right.unit != "in"
    return joined(left, right, left.low + right.low / 12, "ft")


def _duration(left: Draft, right: Draft) -> Draft | None:
    """ "two years and five months"."""
    if left.unit not in ORDER or right.unit not in ORDER or ORDER.index(left.unit) <= ORDER.index(right.unit):
        return None
    one, two = (units().durations[draft.unit] for draft in (left, right))
    if one["base"] != two["base"] or left.low is None or right.low is None:
        return None
    unit = "minute" if right.unit == "minute" else two["base"]
    scale = Decimal(60) if unit == "minute" else Decimal(1)
    return joined(left, right, (left.low * one["factor"] + right.low * two["factor"]) / scale, unit)


def joined(left: Draft, right: Draft, value: Decimal, unit: str) -> Draft:
    """Two drafts as one value."""
    left.end, left.unit, left.low = right.end, unit, value
    left.high = None if left.high is None else value
    left.trace = [*left.trace, *right.trace, f"together: {value} {unit}"]
    return left
