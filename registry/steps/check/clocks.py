"""A time that the two hours beside it do not give: "from 11.42 a.m. to 4.25 p.m., for more than six hours".

A newcomer's mistake: subtracting "2.30" from "11.15". Without a.m., p.m. or a day of 24 hours it may be the morning or
the afternoon, and what ends before it began went on past midnight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps.check.lists import by_sentence
from registry.steps.check.said import after, before, between
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key

MINUTES = {"minute": 1.0, "hour": 60.0}
DAY, HALF_DAY = 24 * 60, 12 * 60
FROM = re.compile(r"\b(?:from|between)\s*$", re.IGNORECASE)
TO = re.compile(r" (?:to|and|until|till) ", re.IGNORECASE)
BEGAN = re.compile(
    r"\b(?:began|started|opened|failed|broke out|went out|set out|took off|left|stopped) at\s*$", re.IGNORECASE
)
ENDED = re.compile(
    r",? and (?:was |were )?(?:ended|closed|stopped|over|out|put out|landed|arrived|returned|came back|"
    r"reopened|restored)(?: [a-z]+)? at ",
    re.IGNORECASE,
)
SO_LONG = re.compile(r"(?:,|,? or| [–—-])? (?:for|after|lasting|that is,?) |,? \(", re.IGNORECASE)
END = re.compile(r"\s*(?:[.,;)]|$)")
NEAR, LOOSE = 2, 0.06
HALF_TOLD = re.compile(r"[ap]\.? ?m\b", re.IGNORECASE)
LATE = re.compile(r"\b(?:1[3-9]|2[0-3]|0\d)[.:]\d\d")


def wrong_clocks(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A time is not that between the two hours beside it."""
    for own in by_sentence(claims):
        for (first, last), (_, time) in pairwise(pairwise(own)):
            due = lasted(first, last)
            told = due and timed(time) and SO_LONG.fullmatch(between(last, time)) and END.match(after(time))
            if told and missed(time, due):
                yield Pair(first, time, wrong(time, due), fact_key(time))


def lasted(first: Claim, last: Claim) -> list[int]:
    """The minutes from one hour to another where the words say that something took so long; two where the half of the
    day is open."""
    one, two = first.assertion.value, last.assertion.value
    if not (isinstance(one, Moment) and isinstance(two, Moment) and one.clock and two.clock):
        return []
    joint = between(first, last)
    told = (TO.fullmatch(joint) and FROM.search(before(first))) or (
        ENDED.fullmatch(joint) and BEGAN.search(before(first))
    )
    if not told or one.clock.tzinfo != two.clock.tzinfo:
        return []
    minutes = (two.clock.hour - one.clock.hour) * 60 + two.clock.minute - one.clock.minute
    exact = (first.span.exact, last.span.exact)
    sure = all(map(HALF_TOLD.search, exact)) or any(map(LATE.search, exact))
    return [minutes % DAY] if sure else [minutes % DAY, (minutes + HALF_DAY) % DAY]


def timed(claim: Claim) -> bool:
    """Whether a claim states hours or minutes."""
    value = claim.assertion.value
    return isinstance(value, Quantity) and value.unit in MINUTES and not value.base


def missed(claim: Claim, due: Sequence[int]) -> bool:
    """Whether a time is none of some, but near enough to be meant."""
    value = claim.assertion.value
    assert isinstance(value, Quantity)
    meant, unit = value.meant(), MINUTES[value.unit]
    ends = [float(end) * unit for end in (meant.low, meant.high) if end is not None]
    if not ends:
        return False
    whole = unit > 1 and all(end % unit == 0 for end in ends) and value.single
    slack = unit / 2 if whole else max(1.0, ends[0] * LOOSE) if value.single else 1.0
    low = float(meant.low) * unit - slack if meant.low is not None else 0.0
    high = float(meant.high) * unit + slack if meant.high is not None else float(DAY)
    near = any(minutes / NEAR <= ends[0] <= minutes * NEAR for minutes in due)
    return near and not any(low <= minutes <= high for minutes in due)


def wrong(claim: Claim, due: Sequence[int]) -> Finding:
    """The finding, with what lies between the hours."""
    told = f"{due[0] // 60} hours {due[0] % 60} minutes"
    detail = f"{name(claim)} gives a time of {words(claim)}, but its own two hours are {told} apart."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_duration", detail, Severity.MEDIUM)
