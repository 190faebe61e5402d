"""From the steps of a trace back to the value, for showing that the steps tell the whole story."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

VALUED = frozenset(
    ("digits", "number words", "fraction", "multiple", "ordinal", "rank", "approximate plural", "part of a scale")
) | {"part of a unit", "running time", "unit and a part"}


def replay(trace: Sequence[str]) -> Decimal | None:
    """The number that the steps of a single plain figure come to; None where they end in a date.

    >>> replay(("digits: 1.2 -> 1.2", "scale: million = 1000000"))
    Decimal('1200000.0')
    """
    value: Decimal | None = None
    for step in trace:
        name, _, rest = step.partition(": ")
        if name in VALUED and " -> " in rest:
            value = number(rest.rpartition(" -> ")[2])
        elif name == "together":
            value = number(rest)
        elif value is not None:
            value = _next(name, rest, value)
    return value


def number(words: str) -> Decimal:
    """The number in the outcome of a step, "at least 24", "8044 s", "1/2"."""
    said = next(word for word in words.split() if word[-1].isdigit())
    top, _, bottom = said.partition("/")
    return Decimal(top) / Decimal(bottom) if bottom else Decimal(top)


def _next(name: str, rest: str, value: Decimal) -> Decimal:
    """A value after a further step."""
    if name in ("scale", "scale shared", "scale of the heading"):
        return value * Decimal(rest.rpartition(" = ")[2])
    if name in ("decade", "century", "fortnight"):
        return value * number(rest)
    if name in ("further", "plus a fraction"):
        return value + number(rest.rpartition(" = ")[2])
    if name == "hundredths":
        return value / 100
    return -value if name == "sign" else value
