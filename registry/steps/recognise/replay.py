"""From the steps of a trace back to the value, for showing that the steps tell the whole story."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal


def replay(trace: Sequence[str]) -> Decimal | None:
    """The number that the steps of a single plain figure come to; None where they end in a date.

    >>> replay(("digits: 1.2 -> 1.2", "scale: million = 1000000"))
    Decimal('1200000.0')
    """
    value: Decimal | None = None
    for step in trace:
        name, _, rest = step.partition(": ")
        if name in ("digits", "number words", "fraction", "multiple", "ordinal", "rank") and " -> " in rest:
            value = Decimal(rest.rpartition(" -> ")[2])
        elif value is not None:
            value = _next(name, rest, value)
    return value


def _next(name: str, rest: str, value: Decimal) -> Decimal:
    """A value after a further step."""
    if name == "scale":
        return value * Decimal(rest.rpartition(" = ")[2])
    if name in ("scale shared", "scale of the heading"):
        return value * Decimal(rest)
    if name == "further":
        return value + Decimal(rest)
    if name == "hundredths":
        return value / 100
    return -value if name == "sign" else value
