"""Two values held against each other: equal, compatible with a reason, or apart.

A newcomer's mistake: asking whether numbers are equal. Ask whether both can be true as written.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from registry.model.assertion import Claim, Value
from registry.model.moment import DAY, Moment, Precision
from registry.model.quantity import Quantity
from registry.model.term import Term
from registry.steps import units
from registry.steps.departments import one_department, two_departments
from registry.steps.deputies import other_rank, without_rank
from registry.steps.match import concepts
from registry.steps.match.words import content, stems
from registry.steps.rough_times import half_days, loosely, of_another_year, rough_clocks
from registry.steps.rounding import cut, in_round_figures, in_steps, rounded

WEEK = 6  # days between the first and the last


class Held(NamedTuple):
    """How two values stand to each other: the same, or both possible for a reason, or apart (None: not comparable)."""

    meets: bool | None
    same: bool = False
    rule: str = ""
    why: str = ""


# How the reading of times begins its note that a clock has its day from the date of the document, or for want of one
# from a day that the text names; and that of dates its note that an earlier date of the text gives the year.
ASSUMED_DAY = ("day from the document's date", "day from a date of the text")
ASSUMED_YEAR = "year from the date before"
# What one person is beside an office: ministers sit in parliament, a founder may lead the firm.
HELD_BESIDE = frozenset(("lawmaker", "member_of_parliament", "senator", "founder"))
# Names that reports take for each other where they speak of who leads a body.
LOOSE = (
    frozenset(("chair", "president")),
    frozenset(("director", "director_general")),
    frozenset(("president", "rector")),
)
# What reports call whoever leads a body, whatever the office is: "its leader", "the union's boss".
PLAIN = frozenset(("leader", "boss", "chief"))
APART, FOREIGN = Held(meets=False), Held(meets=None)
TONS = Held(meets=True, rule="approximation", why="“tons” and “tonnes” are taken for each other")
HALF_TOLD = Held(meets=True, rule="approximation", why="one of the times does not say which half of the day it is in")
ROUGHLY = Held(meets=True, rule="approximation", why="one of the times is only told roughly")


def hold(left: Claim, right: Claim) -> Held:
    """Hold the values of two claims against each other."""
    one, two = on_one_day(left, right)
    if rough_clocks(left, right, one, two):
        return ROUGHLY
    return HALF_TOLD if half_days(left, right, one, two) else compare(one, two)


def on_one_day(left: Claim, right: Claim) -> tuple[Value, Value]:
    """The values of two claims; a clock whose day was only taken from its document's date is put on the other's day."""
    one, two = left.assertion.value, right.assertion.value
    if isinstance(one, Moment) and isinstance(two, Moment) and one.clock and two.clock:
        if is_day_open(left):
            one = of_day(one, two)
        elif is_day_open(right):
            two = of_day(two, one)
    elif isinstance(one, Moment) and isinstance(two, Moment):
        if is_year_open(left) or of_another_year(left, one, two):
            one = in_year(one, two.low.year)
        elif is_year_open(right) or of_another_year(right, two, one):
            two = in_year(two, one.low.year)
        one, two = loosely(left, one), loosely(right, two)
    return one, two


def is_year_open(claim: Claim) -> bool:
    """Whether the year of a date is no more than that of another date of the text."""
    return any(step.startswith(ASSUMED_YEAR) for step in claim.trace)


def in_year(moment: Moment, year: int) -> Moment:
    """A date of one year in another; as it is where that has no such day."""
    if moment.low.year != moment.high.year or (moment.low.month, moment.low.day) == (2, 29):
        return moment
    return replace(moment, low=moment.low.replace(year=year), high=_last(moment.high, year))


def _last(day: date, year: int) -> date:
    """The last day of a date in another year; February may be longer there."""
    if (day.month, day.day) == (2, 28) or (day.month, day.day) == (2, 29):
        return date(year, 3, 1) - DAY
    return day.replace(year=year)


def is_day_open(claim: Claim) -> bool:
    """Whether nothing says of which day a clock is."""
    return any(step.startswith(ASSUMED_DAY) for step in claim.trace)


def of_day(moment: Moment, other: Moment) -> Moment:
    """A clock on the day of another."""
    assert moment.clock
    stamped = moment.clock.replace(year=other.low.year, month=other.low.month, day=other.low.day)
    return replace(moment, low=other.low, high=other.high, clock=stamped)


def compare(left: Value, right: Value) -> Held:
    """Hold two values against each other."""
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return quantities(left, right)
    if isinstance(left, Moment) and isinstance(right, Moment):
        return moments(left, right)
    if isinstance(left, Term) and isinstance(right, Term):
        return terms(left, right)
    return FOREIGN


@lru_cache(maxsize=16_384)  # vetoes and features ask it of a pair a dozen times
def quantities(left: Quantity, right: Quantity) -> Held:
    """Two quantities: same figure, same within rounding, bounds, approximation or conversion, or apart."""
    ordered = (left, right) if left.unit <= right.unit else (right, left)  # else rounding tells at a bound
    both = None if mark_and_share(left, right) else units.common(*ordered)
    if both is None:
        return FOREIGN
    one, two = both
    if left.unit == right.unit and (one.low, one.high) == (two.low, two.high):
        exact = left.base == right.base and left.approx == right.approx and left.strict == right.strict
        rule = "same_value" if exact else "approximation"
        return Held(meets=True, same=exact, rule=rule, why="the figures are the same")
    if left.unit == right.unit and (in_steps(one, two) or in_steps(two, one)):
        return APART
    if not meets(one, two):
        return TONS if tons(left, right) else APART
    rule, why = reason(left, right)
    return Held(meets=True, rule=rule, why=why)


def tons(left: Quantity, right: Quantity) -> bool:
    """Whether "tons" and "tonnes" of one number are one: few mean the short ton by the word."""
    return {left.unit, right.unit} == {"ton", "t"} and meets(replace(left, unit="t"), replace(right, unit="t"))


def mark_and_share(left: Quantity, right: Quantity) -> bool:
    """Whether one is a mark ("6.3/10"), which is written as exactly as its digits, and the other a percentage."""
    one, two = (left, right) if left.unit == "fraction" else (right, left)
    return one.unit == "fraction" and bool(one.quantum) and two.unit == "percent"


def meets(one: Quantity, two: Quantity) -> bool:
    """Whether both can be true; a bare "nearly" and a figure written rounded overlap at their ends."""
    if (one.unit, one.base) == (two.unit, two.base) and one.plain and two.plain:
        return one.low == two.low
    return one.meets(two) or any(
        ask(*pair) for pair in ((one, two), (two, one)) for ask in (rounded, in_round_figures, cut)
    )


def reason(left: Quantity, right: Quantity) -> tuple[str, str]:
    """The rule and the words for two quantities that can both be true."""
    if left.unit != right.unit:
        return "conversion", f"{left.unit} and {right.unit} convert to the same within their written digits"
    if not (left.single and right.single):
        return "comparator", "one figure lies within the bounds that the other gives"
    if left.approx or right.approx:
        return "approximation", "one of the figures is approximate and covers the other"
    return "rounding", "one is the other, rounded"


def moments(left: Moment, right: Moment) -> Held:
    """Two dates: the same, one within the other, or apart."""
    if left == right:
        return Held(meets=True, same=True, rule="same_value", why="the dates are the same")
    if left.clock and right.clock:
        return clocks(left, right)
    if (left.low, left.high, left.open, right.open) == (right.low, right.high, False, False) and not left.clock:
        return Held(meets=True, same=True, rule="same_value", why="the dates are the same")
    if other_end(left, right):
        return APART
    if left.meets(right):
        if left.open or right.open:
            return Held(meets=True, rule="comparator", why="one date lies within the bounds that the other gives")
        return Held(meets=True, rule="date_precision", why="one date lies within the other")
    return APART


def other_end(left: Moment, right: Moment) -> bool:
    """Whether two spans are told to the day and differ in one end, or one is the other, moved: "3 to 12 May" against
    "3 to 14 May" and "4 to 13 May"."""
    if not (told_to_the_day(left) and told_to_the_day(right)):
        return False
    return (left.low == right.low) != (left.high == right.high) or moved(left, right)


def moved(left: Moment, right: Moment) -> bool:
    """Whether one span is the other, a few days later: equally long, and more of it in both than not."""
    shift = abs((left.low - right.low).days)
    return left.low - right.low == left.high - right.high and 0 < 2 * shift < (left.high - left.low).days + 1


def told_to_the_day(span: Moment) -> bool:
    """Whether a span is no rough one: weeks, beginnings and ends of months, quarters and years are."""
    if span.precision is not Precision.PERIOD or span.open or span.clock or (span.high - span.low).days == WEEK:
        return False
    ends = (span.low.day == 1, (span.high + DAY).day == 1)
    return not any(ends) or (ends[0] != ends[1] and span.low.month != span.high.month)


def clocks(left: Moment, right: Moment) -> Held:
    """Two times of day: zones decide where both have one."""
    assert left.clock
    assert right.clock
    if (left.clock.tzinfo is None) != (right.clock.tzinfo is None):
        gap = abs((left.low - right.low).days)
        return Held(meets=True, rule="time_zone", why="only one of the times names its zone") if gap <= 1 else APART
    return (
        Held(meets=True, same=True, rule="same_value", why="the times are the same")
        if left.clock == right.clock
        else APART
    )


def terms(left: Term, right: Term) -> Held:
    """Two offices or events: the same concept, one more exact than the other, or apart."""
    if left.key == right.key:
        return Held(meets=True, same=True, rule="same_value", why="both say the same")
    if other_rank(left, right):
        return APART
    one, two = offices(left), offices(right)
    if one and two and not one & two and not one_department(left, right):
        beside = bool((one | two) & HELD_BESIDE) and "deputy" not in f"{left.key} {right.key}"
        loose = beside or plainly(left, right) or any(one & both and two & both for both in LOOSE)
        return FOREIGN if loose else APART
    if two_departments(left, right):
        return APART
    if one & two or of_one_word(left, right):
        return Held(meets=True, rule="wording", why="both name the same in different words")
    return FOREIGN


def offices(term: Term) -> frozenset[str]:
    """The concepts of offices that a term names."""
    family = concepts.default().family
    return frozenset(one for one in concepts.named(stems(term.key)).concepts if family[one] == "offices")


def plainly(left: Term, right: Term) -> bool:
    """Whether one of two only says who leads a body that the other names as well or not at all."""
    (one, _, body), (two, _, other) = (term.key.partition(" of ") for term in (left, right))
    same = content(body) <= content(other) or content(other) <= content(body)
    return (one in PLAIN or two in PLAIN) and (not body or not other or same)


def of_one_word(left: Term, right: Term) -> bool:
    """Whether two terms share a word, of the office itself where both are of one body."""
    (one, _, body), (two, _, other) = (term.key.partition(" of ") for term in (left, right))
    shared = content(one) & content(two) if body and body == other else content(left.key) & content(right.key)
    return bool(without_rank(shared))


def exactness(value: Value) -> tuple[int, Decimal]:
    """How exact a value was written; the smaller the better."""
    if isinstance(value, Quantity):
        loose = int(not value.single) * 2 + int(value.approx)
        return loose, max(value.quantum, value.round)
    if isinstance(value, Moment):
        return int(value.precision is Precision.PERIOD) + 2 * value.open, Decimal((value.high - value.low).days)
    return 0, Decimal(-len(value.key))
