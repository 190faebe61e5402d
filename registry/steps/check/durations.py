"""A delay or a time that its two dates do not give, and so much a year for so many years that is not the sum beside it.

A newcomer's mistake: measuring between any two dates of a sentence. The words must say that the time is
a delay, or it stands right behind its two dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.model.moment import Moment, Precision
from registry.model.quantity import Quantity
from registry.steps.check.lists import by_sentence
from registry.steps.check.said import after, before, between
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key

DELAY = re.compile(r"\b(?:a|the) (?:delay|postponement) of\s*$", re.IGNORECASE)
DUE = re.compile(r"\b(?:due|planned|scheduled|expected|promised|supposed|(?:was|were) to|should have)\b", re.IGNORECASE)
LATE = re.compile(
    r"\s+(?:late\b|behind (?:schedule|plan)\b|(?:later )?than (?:planned|promised|scheduled)\b)", re.IGNORECASE
)
EACH_FOR = re.compile(r"(?: an?| per| each| every)? ?(?:year)? (?:for|over)(?: the next)? ", re.IGNORECASE)
IN_ALL = re.compile(r"\W{0,2}\s*(?:in all|in total|altogether|all told)\b", re.IGNORECASE)
EXACT = (Precision.DAY, Precision.MONTH)
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
MONTH, HALF, YEAR = 31, 180, 366
RANGE = re.compile(r"\b(?:to|and|until|till|through)\b|[–—-]|/", re.IGNORECASE)
YEARS = re.compile(
    r"(?:from |between )?[12]\d{3}(?:\s*[–—-]\s*| (?:to|and|until|till|through) )[12]\d{3}", re.IGNORECASE
)
FROM = re.compile(r"\b(?:from|between)\s*$", re.IGNORECASE)
TO = re.compile(r" (?:to|and|until|till|through) ", re.IGNORECASE)
# "opened on 3 March and ended on 14 May after"
BEGAN = re.compile(
    r"\b(?:opened|began|started|set out|was (?:opened|closed|launched))(?: [a-z]+)? (?:on|in)\s*$", re.IGNORECASE
)
ENDED = re.compile(
    r",? and (?:was |were )?(?:ended|closed|finished|completed|over|concluded|reopened)(?: [a-z]+)? (?:on|in) ",
    re.IGNORECASE,
)
AFTER_ALL = re.compile(r",? after ", re.IGNORECASE)
FOR = re.compile(
    r"(?:,|:| –| -)? (?:for|or|i\.e\.,?|that is,?(?: for)?|lasting|(?:in all|altogether),?|"
    r"a (?:total|period|span|term|run) of) |,? \(|, ",
    re.IGNORECASE,
)
# "in office from 2009 to 2022, governed the city for"
FOR_LATER = re.compile(
    r"(?:,? (?!and|before|previously|after|earlier|already|had|has|that|which|who|whose|every|another|until|but|then)"
    r"[^\s.;:()\d,]+){1,8} for (?:a total of |all of )?",
    re.IGNORECASE,
)
END = re.compile(r"\s*(?:[,.;)\[]|$|in (?:all|total)\b|altogether\b)", re.IGNORECASE)
PAST = re.compile(r" (?:later|afterwards)\b|\s*(?:[.;)\[]|$)", re.IGNORECASE)
AFTER = re.compile(r",? (?:that is,? |i\.e\. )?(?:after )|, ", re.IGNORECASE)
BEGUN = re.compile(
    r"\b(?:start|begin\w*|construction|completion|opening|foundation|founding|launch|establishment|building|finish\w*|"
    r"inauguration|commissioning)\b",
    re.IGNORECASE,
)
THEN_AFTER = re.compile(r"(?: [^\s,.;:()\d]+){0,4},? after (?:all of |exactly )?", re.IGNORECASE)
YEARS_OF = re.compile(
    r" (?:of (?!age)(?:work|service|use|operation|trading|business|duty)|in (?:use|service|operation))\b|\s*[.;)]|\s*$",
    re.IGNORECASE,
)
NEAR = PAIR = 2
POINT = Decimal("0.02")


def wrong_durations(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A delay or a sum over years that the figures beside it do not give."""
    for claim, beside in ((claim, own) for own in by_sentence(claims) for claim in own):
        if not isinstance(claim.assertion.value, Quantity) or not claim.assertion.value.single:
            continue
        own = [c for c in beside if c.span.end <= claim.span.start]
        yield from delays(claim, own)
        yield from spans(claim, own)
        yield from waits(claim, claims)
        yield from since(claim, claims)
        yield from sums(claim, own)


def delays(claim: Claim, own: Sequence[Claim]) -> Iterator[Pair]:
    """A delay behind the only two dates before it in its sentence, by which it is another, however early or late in its
    month, season or year each of them lies."""
    value = claim.assertion.value
    dates = [c for c in own if isinstance(c.assertion.value, Moment)]
    if not (isinstance(value, Quantity) and value.unit in DAYS and not value.approx and value.low):
        return
    late_by = DUE.search(before(claim)) and LATE.match(after(claim))
    if len(dates) != PAIR or not (late_by or DELAY.search(before(claim))):
        return
    first, last = (c.assertion.value for c in dates)
    assert isinstance(first, Moment)
    assert isinstance(last, Moment)
    if first.open or last.open or first.high >= last.low:
        return
    days, due = float(value.low) * DAYS[value.unit], (last.low - first.low).days
    least, most = (last.low - first.high).days, (last.high - first.low).days
    fine = {first.precision, last.precision} <= set(EXACT)
    slack = max(MONTH, DAYS[value.unit] / 2)
    outside = abs(days - due) > slack if fine else not least - slack <= days <= most + slack
    if outside and due / NEAR <= days <= due * NEAR:
        yield Pair(dates[1], claim, late(claim, first.low, last.low), fact_key(claim))


def spans(claim: Claim, own: Sequence[Claim]) -> Iterator[Pair]:
    """A time right behind the two dates that it runs between ("from 1999 to 2012, for 15 years")."""
    value = claim.assertion.value
    dates = [c for c in own if isinstance(c.assertion.value, Moment)]
    if not dates or not timed(claim) or not END.match(after(claim)):
        return
    last = dates[-1]
    after_all = AFTER_ALL.fullmatch(between(last, claim))
    if not (after_all or FOR.fullmatch(between(last, claim)) or FOR_LATER.fullmatch(between(last, claim))):
        return
    moment, start = last.assertion.value, last
    assert isinstance(moment, Moment)
    low, high, fine = moment.low, moment.high, RANGE.search(last.span.exact)
    years = bool(fine and YEARS.fullmatch(last.span.exact))
    if len(dates) > 1 and not fine:
        start, two = dates[-2], moment
        one = start.assertion.value
        assert isinstance(one, Moment)
        joint = not after_all and TO.fullmatch(between(start, last)) and FROM.search(before(start))
        joint = joint or (ENDED.fullmatch(between(start, last)) and BEGAN.search(before(start)))
        if not joint or one.precision is not two.precision or one.open or two.open:
            return
        low, high, years = one.low, two.low, one.precision is Precision.YEAR
    elif after_all or not fine or moment.open or moment.precision is not Precision.PERIOD:
        return
    else:
        high = date(high.year, 1, 1) if years else high
    assert isinstance(value, Quantity)
    if low < high and apart(value, (high - low).days, YEAR if years else 1):
        yield Pair(start, claim, lasting(claim, low, high), fact_key(claim))


def waits(claim: Claim, claims: Sequence[Claim]) -> Iterator[Pair]:
    """A time between two days, one in its sentence and one right before ("On 3 May ... on 9 August, that is, after 80
    days")."""
    value = claim.assertion.value
    if not timed(claim) or not isinstance(value, Quantity):
        return
    days = [c for c in claims if isinstance(c.assertion.value, Moment) and c.assertion.value.precision is Precision.DAY]
    here = [c for c in days if c.sentence.start == claim.sentence.start]
    earlier = [c for c in days if c.span.end <= claim.sentence.start]
    if len(here) != 1 or not earlier:
        return
    first, last = earlier[-1], here[0]
    joint = AFTER.fullmatch(between(last, claim)) and PAST.match(after(claim))
    one, two = first.assertion.value, last.assertion.value
    assert isinstance(one, Moment)
    assert isinstance(two, Moment)
    if joint and one.low < two.low and apart(value, (two.low - one.low).days, 1):
        yield Pair(first, claim, lasting(claim, one.low, two.low), fact_key(claim))


def since(claim: Claim, claims: Sequence[Claim]) -> Iterator[Pair]:
    """Years behind "after" and the date of their sentence, counted from when it began, which is told right before."""
    value = claim.assertion.value
    if not isinstance(value, Quantity) or not timed(claim) or value.unit != "year" or not YEARS_OF.match(after(claim)):
        return
    days = [c for c in claims if isinstance(c.assertion.value, Moment) and not c.assertion.value.open]
    here = [c for c in days if c.sentence.start == claim.sentence.start]
    earlier = [c for c in days if c.span.end <= claim.sentence.start]
    if len(here) != 1 or not earlier:
        return
    first, last = earlier[-1], here[0]
    label = first.assertion.attribute.label if first.assertion.attribute else ""
    if BEGUN.search(label) and THEN_AFTER.fullmatch(between(last, claim)):
        one, two = first.assertion.value, last.assertion.value
        assert isinstance(one, Moment)
        assert isinstance(two, Moment)
        if one.low < two.low and apart(value, (two.low - one.low).days, YEAR):
            yield Pair(first, claim, lasting(claim, one.low, two.low), fact_key(claim))


def timed(claim: Claim) -> bool:
    """Whether a claim states a plain time of days, weeks, months or years."""
    value = claim.assertion.value
    return isinstance(value, Quantity) and value.unit in DAYS and value.single and not value.approx and bool(value.low)


def apart(value: Quantity, days: int, grain: float) -> bool:
    """Whether a time is another than so many days, but near enough to be meant; it may count its last day and be
    rounded to its unit."""
    said, unit = float(value.low or 0) * DAYS[value.unit], DAYS[value.unit]
    slack = max(unit * (1 if unit > 1 else 0), grain, unit * float(max(value.quantum, value.round)) / 2)
    return abs(said - days - (0.5 if unit == 1 else 0)) > slack + 0.6 and days / NEAR <= said <= days * NEAR


def sums(claim: Claim, own: Sequence[Claim]) -> Iterator[Pair]:
    """A sum "in all" that so much a year for so many years does not make."""
    total = claim.assertion.value
    if not isinstance(total, Quantity) or not IN_ALL.match(after(claim)):
        return
    for each, years in pairwise(own):
        one, time = each.assertion.value, years.assertion.value
        if not (isinstance(one, Quantity) and isinstance(time, Quantity) and one.single and time.single):
            continue
        yearly = (one.base, time.unit, one.unit) == ("year", "year", total.unit) and years is own[-1]
        if yearly and not total.base and EACH_FOR.fullmatch(between(each, years)):
            due = (one.low or Decimal(0)) * (time.low or Decimal(0))
            said = total.low or Decimal(0)
            slack = (one.quantum / 2) * (time.low or Decimal(0)) + max(total.quantum, total.round) / 2 + due * POINT
            if abs(due - said) > slack and due / NEAR <= said <= due * NEAR:
                yield Pair(each, claim, missed(each, years, claim, due), fact_key(claim))


def late(claim: Claim, first: date, last: date) -> Finding:
    """The finding about a delay, with the months between the dates."""
    months = round((last - first).days / DAYS["month"])
    detail = f"{name(claim)} gives a delay of {words(claim)}, but its own two dates are {months} months apart."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_duration", detail, Severity.MEDIUM)


def lasting(claim: Claim, first: date, last: date) -> Finding:
    """The finding about a time, with what lies between its dates."""
    days = (last - first).days
    due = f"{days} days" if days < HALF else f"{days / DAYS['year']:.1f} years"
    detail = f"{name(claim)} gives a time of {words(claim)}, but its own two dates are {due} apart."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_duration", detail, Severity.MEDIUM)


def missed(each: Claim, years: Claim, total: Claim, due: Decimal) -> Finding:
    """The finding about a sum, with what the years make."""
    detail = f"{name(total)} gives {words(total)} in all, but {words(each)} a year for {words(years)} makes {due:,.0f}."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_total", detail, Severity.HIGH)
