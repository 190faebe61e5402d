"""The sign of what is called a fall or a loss: "minus 7.7%" of a decrease, "-214" in a row of net losses, are its size.

A newcomer's mistake: doing so for levels. A margin or a temperature of minus four is below nought.
"""

from __future__ import annotations

from dataclasses import replace

from registry.model.assertion import Value
from registry.model.quantity import Quantity

FALLING = frozenset(
    ("decrease", "fall", "drop", "decline", "loss", "deficit", "shortfall", "slump", "dip", "reduction", "contraction")
)
STEP = "sign: what is called a {} is told by its size"


def sized(value: Value, name: str) -> tuple[Value, tuple[str, ...]]:
    """A value as the size of what its attribute names, and the step for the trace; the value as it is, and no step,
    where it is not below nought or its name tells no fall."""
    if not isinstance(value, Quantity) or value.low is None or not value.single or value.low >= 0:
        return value, ()
    last = name.partition(" of ")[0].rpartition(" ")[2]
    if last not in FALLING:
        return value, ()
    return replace(value, low=-value.low, high=-value.low, lean=-value.lean), (STEP.format(last),)
