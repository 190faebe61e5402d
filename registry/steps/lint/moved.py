"""Sentences that tell a change themselves: "raised from 48 to 75 million", "5.7 billion instead of 5.9".

A newcomer's mistake: asking whether the later figure is called what the draft calls it. The sentence has the draft's
own figure as the one that was, and so says what became of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from registry.model.assertion import LOOSE, Claim
from registry.model.quantity import Quantity
from registry.steps import units
from registry.steps.lint.certainty import figures_in
from registry.steps.lint.joining import agrees
from registry.steps.lint.problem import Witness

FROM = re.compile(r"\bfrom (?:[\w-]+ ){0,3}$", re.IGNORECASE)
TO = re.compile(r"^(?:(?! from )[^.;]){0,60}?\bto (?:[\w-]+ ){0,3}$")
INSTEAD = re.compile(
    r"^[^.;]{0,40}?\b(?:(?:up|down) from|instead of|rather than|previously|formerly|originally|initially) "
    r"(?:[\w-]+ ){0,3}$"
)
# "Lowered to 15 from 30"; "821 patients from 64 hospitals" is none.
SINCE = re.compile(r"^[^.;]{0,20}?\bfrom (?:[\w-]+ ){0,3}$")
REACHED = re.compile(r"\bto (?:[\w-]+ ){0,3}[^\w\s]?$", re.IGNORECASE)
# "We were 410, we're 260 now": the figure before, and what stands between the two.
WAS = re.compile(r"\b(?:was|were|had been) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
IS_NOW = re.compile(
    r"^(?: [\w-]+){0,2}[,;] (?:and |but )?(?:now |today )?(?:\w+['’](?:re|s)|(?:\w+ )?(?:is|are)) (?:now |today )?$",
    re.IGNORECASE,
)
NOW = re.compile(r"\b(?:now|today)\b", re.IGNORECASE)
# "Raise it from 22 to 24", somebody asks.
ASKED = re.compile(
    r"^(?:[A-Z]+: )?\W*(?:(?:please|so|then|just) )?"
    r"(?:raise|cut|lower|increase|reduce|lift|bring|put|move|extend|shorten)\b",
    re.IGNORECASE,
)
SIZES = {"trillion": Decimal(10**12), "billion": Decimal(10**9), "million": Decimal(10**6), "thousand": Decimal(1000)}
YEARLY = re.compile(r"^[^.;]{0,20}?\b(?:a year|year before|earlier|in (?:19|20)\d\d|last year|the year)\b")


def moved_on(claim: Claim, others: Sequence[Witness]) -> list[Witness]:
    """Those who give another figure in a sentence that has a claim's as the one it has taken the place of."""
    value = claim.assertion.value
    if not isinstance(value, Quantity) or not value.single:
        return []
    return [one for one in others if _comparable(claim, one) and _tells_change(value, one.claim)]


def _comparable(claim: Claim, one: Witness) -> bool:
    """Whether somebody states another single figure of the same unit, of what is so or planned."""
    mine, theirs = claim.assertion.value, one.claim.assertion.value
    if not (isinstance(mine, Quantity) and isinstance(theirs, Quantity)) or not theirs.single:
        return False
    return units.common(mine, theirs) is not None and one.claim.assertion.status not in LOOSE and not agrees(claim, one)


def _tells_change(value: Quantity, other: Claim) -> bool:
    """Whether a sentence says that its figure has taken the place of a value."""
    text, start = other.sentence.exact, other.span.start - other.sentence.start
    end = start + len(other.span.exact)
    for at, till, told in figures_in(text):
        same = told.single and told.unit in (value.unit, "count") and value.low in _readings(told, other)
        if same and till <= start and (_from_to(text, at, till, start) or _was_is(text, at, till, start, end)):
            return True
        left = INSTEAD.search(text[end:at]) or (SINCE.search(text[end:at]) and REACHED.search(text[:start]))
        if same and end <= at and left and not YEARLY.search(text[till:]):
            return True
    return False


def _from_to(text: str, at: int, till: int, start: int) -> bool:
    """Whether a figure is told as the beginning of a change, and the one at `start` as its end."""
    return bool(FROM.search(text[:at]) and TO.search(text[till:start]) and not ASKED.search(text))


def _was_is(text: str, at: int, till: int, start: int, end: int) -> bool:
    """Whether a figure is told as what was, and the one from `start` to `end` as what is now."""
    between = text[till:start]
    return bool(WAS.search(text[:at]) and IS_NOW.search(between) and NOW.search(between + text[end : end + 12]))


def _readings(told: Quantity, other: Claim) -> tuple[Decimal | None, ...]:
    """A figure as it is written, and as it is meant where the next one has the word ("from 62 to 45 million")."""
    size = next((size for word, size in SIZES.items() if word in other.span.exact.lower()), None)
    return (told.low, told.low * size) if size and told.low is not None else (told.low,)
