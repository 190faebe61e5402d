"""Lines of a table that name no total, against the total that a sentence of the same document gives.

A newcomer's mistake: taking any figure near the sum for its total. It counts the same by name, or differs from the sum
by a slip of the pen; and where some figure of the document is the sum, nothing is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.steps.check.columns import FEWEST, PARTLY, TOTAL, Row, Sum, addable, alike, tables
from registry.steps.check.parts import figure, wrong
from registry.steps.check.shapes import Pair
from registry.steps.match import fact_key
from registry.steps.match.about import one_thing
from registry.steps.match.profile import profile

NEAR, SLIPPED = Decimal("0.06"), Decimal("0.15")
DIGITS, CHANGED = 4, 2
ALL = 3


def wrong_tallies(claims: Sequence[Claim]) -> Iterator[Pair]:
    """The lines of a table do not add up to the total that the text gives."""
    for table in tables(claims):
        if len(table) >= FEWEST and not any(TOTAL.fullmatch(row.label) or PARTLY.search(row.label) for row in table):
            for parts in columns(table):
                yield from (
                    Pair(found.total, parts[0], wrong(found.total, parts), fact_key(found.total))
                    for found in totals(parts, claims)
                )


def columns(table: Sequence[Row]) -> Iterator[list[Claim]]:
    """The columns of a table that can be added."""
    for at in range(len(table[0].cells)):
        column = [row.cells[at] for row in table]
        parts = [cell for cell in column if isinstance(cell, Claim)]
        if None not in column and len(parts) >= FEWEST:
            yield parts


def totals(parts: Sequence[Claim], claims: Sequence[Claim]) -> list[Sum]:
    """The figures elsewhere that a column nearly adds up to; none where one of them is its sum."""
    summed = sum((figure(part) for part in parts), Decimal(0))
    lines = {part.sentence.start for part in parts}
    rivals = [c for c in claims if c.sentence.start not in lines and addable(c) and alike(c, parts)]
    found = [Sum(one, list(parts), abs(figure(one) - summed)) for one in rivals]
    if any(one.fits and not loose(one.total) for one in found):
        return []
    return [
        one for one in found if (one.misses(NEAR) and named_alike(one)) or (one.misses(SLIPPED) and slip(one, summed))
    ]


def named_alike(found: Sum) -> bool:
    """Whether the total and all parts count the same by name."""
    return all(one_thing(profile(found.total), profile(part)) for part in found.parts)


def slip(found: Sum, summed: Decimal) -> bool:
    """Whether a total is the sum of three and more but for one digit, or for two that changed places; short figures are
    that too easily."""
    one, two = (f"{number.normalize():f}".rstrip("0").replace(".", "") for number in (figure(found.total), summed))
    if len(found.parts) < ALL or len(one) != len(two) or len(one) < DIGITS - 1:
        return False
    other = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    turned = len(other) == CHANGED and other[0] == other[1][::-1]
    return turned or (len(other) == 1 and len(one) >= DIGITS)


def loose(claim: Claim) -> bool:
    """Whether a figure is only about so."""
    value = claim.assertion.value
    return isinstance(value, Quantity) and value.approx
