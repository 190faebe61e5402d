"""What sort of value a question wishes for, by how it opens.

A newcomer's mistake: taking "how many per cent" for a count. The longer openings come first.
"""

from __future__ import annotations

import re
from enum import Enum

from registry.model.assertion import Claim, Kind
from registry.model.quantity import Quantity
from registry.steps import units

NUMERIC = frozenset((Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.PERCENT, Kind.FRACTION, Kind.RANGE, Kind.ORDINAL))
PLAIN = frozenset(("length", "area", "mass", "volume", "speed", "power", "energy", "temperature"))


class Sort(Enum):
    """What is wished for."""

    SHARE = "a share"
    MONEY = "an amount of money"
    COUNT = "a count"
    DATE = "a date"
    PERSON = "a person"
    AGE = "an age"
    TIME = "a length of time"
    LENGTH = "a length or a time"
    SIZE = "a size"
    EXTENT = "an extent"
    MASS = "a weight"
    SPEED = "a speed"
    HEAT = "a temperature"
    AMOUNT = "an amount"
    ANY = "a value"


_OPENINGS: tuple[tuple[Sort, str], ...] = (
    (Sort.SHARE, r"how many per ?cent|(?:what|which) (?:percentage|per ?cent|share|proportion|fraction|part) of"),
    (Sort.SHARE, r"what (?:is|was|are|were) the (?:percentage|per ?cent|share|proportion|fraction) of"),
    (Sort.SHARE, r"how (?:large|big|high) (?:a|is the) (?:share|percentage|proportion)"),
    (Sort.MONEY, r"how much (?:money|does \S+ cost|did .{1,60} cost|will .{1,60} cost|would .{1,60} cost)"),
    (Sort.MONEY, r"how (?:expensive|costly)|what (?:does|did|will) .{1,80} cost"),
    (Sort.COUNT, r"how many|what (?:is|was|were) the number of|how often|how large (?:is|was) the number"),
    (Sort.AMOUNT, r"how much"),
    (Sort.DATE, r"what (?:is|was) the (?:exact )?(?:date|day|year) of"),
    (Sort.DATE, r"when|since when|(?:on|in|by|from|since)? ?(?:what|which) (?:date|day|month|year|time)|how long ago"),
    (Sort.PERSON, r"who|whom|whose"),
    (Sort.AGE, r"how old|(?:at )?what age"),
    (Sort.TIME, r"how (?:quickly|soon)|for how long|how many (?:years|months|days|hours)"),
    (Sort.LENGTH, r"how (?:long|far)"),
    (Sort.EXTENT, r"how (?:tall|deep|wide|broad|thick|steep)"),
    (Sort.SIZE, r"how (?:high|large|big|low|strong|small)"),
    (Sort.MASS, r"how (?:heavy|light)"),
    (Sort.SPEED, r"how fast"),
    (Sort.HEAT, r"how (?:hot|cold|warm)"),
    (Sort.ANY, r"what|which|how|by how much|to what|at what|where"),
)
_LEAD = (
    r"(?:and |so |but |then |please |tell me |do you know )*"
    r"(?:(?:in|on|at|to|for|by|from|with|of|under|over|during|within|across|after|before|against) )?"
)
AGED = re.compile(r"\b(?:age|ages|aged|old)\b", re.IGNORECASE)
OPENINGS = tuple((sort, re.compile(rf"{_LEAD}(?:{words})\b", re.IGNORECASE)) for sort, words in _OPENINGS)
_DIMENSIONS = {
    Sort.TIME: frozenset(("time", "long time")),
    Sort.AGE: frozenset(("time", "long time")),
    Sort.LENGTH: frozenset(("length", "time", "long time")),
    Sort.MASS: frozenset(("mass",)),
    Sort.SPEED: frozenset(("speed",)),
    Sort.HEAT: frozenset(("temperature", "temperature difference")),
}


def sort_of(question: str) -> Sort | None:
    """What a question wishes for; None for what does not open as one.

    >>> sort_of("How many per cent voted?"), sort_of("In how many towns?"), sort_of("It was built in 1890.")
    (<Sort.SHARE: 'a share'>, <Sort.COUNT: 'a count'>, None)
    """
    text = question.strip().lstrip("¿\"'“(")
    return next((sort for sort, pattern in OPENINGS if pattern.match(text)), None)


def is_of(sort: Sort, claim: Claim) -> bool:
    """Whether a claim states a value of this sort."""
    kind = claim.assertion.kind
    if sort is Sort.PERSON:
        return kind is Kind.ROLE
    if sort is Sort.DATE:
        return kind is Kind.DATE
    if kind not in NUMERIC or (kind is Kind.ORDINAL and sort is not Sort.ANY):
        return False
    return sort is Sort.ANY or _is_number(sort, claim)


def _around(claim: Claim) -> str:
    """What is measured, and the words at the figure."""
    attribute = claim.assertion.attribute
    return f"{claim.assertion.head} {attribute.label if attribute else ''} {claim.span.exact} {claim.span.suffix[:12]}"


def _is_number(sort: Sort, claim: Claim) -> bool:
    """Whether a claim states a number of this sort."""
    kind, value = claim.assertion.kind, claim.assertion.value
    measured = units.dimension(value.unit) if isinstance(value, Quantity) else ""
    if sort is Sort.SHARE:
        return measured == "share" or kind in (Kind.PERCENT, Kind.FRACTION)
    if sort is Sort.MONEY:
        return kind is Kind.MONEY
    if sort is Sort.COUNT:
        return measured == "count"
    if sort is Sort.AGE:
        return measured in _DIMENSIONS[Sort.TIME] and AGED.search(_around(claim)) is not None
    if sort in _DIMENSIONS:
        return measured in _DIMENSIONS[sort]
    if sort is Sort.EXTENT:
        return measured in PLAIN
    if sort is Sort.SIZE:
        return measured in PLAIN or measured == "count" or kind is Kind.MONEY
    return kind is not Kind.ORDINAL


def dimensions(sort: Sort) -> tuple[str, ...]:
    """The dimensions under which claims of this sort are filed, as far as they can be listed."""
    listed = {
        Sort.SHARE: ("share",),
        Sort.COUNT: ("count",),
        Sort.DATE: ("date",),
        Sort.PERSON: ("role",),
        Sort.MONEY: ("EUR", "USD", "GBP"),
    }
    if sort in listed:
        return listed[sort]
    known = _DIMENSIONS.get(sort)
    return tuple(sorted(known)) if known else ("count", "share", "EUR", "USD", "GBP", *sorted(PLAIN), "time")
