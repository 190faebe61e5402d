"""The sign of what is called a fall or a loss: "-214" in a row of net losses, "minus 7.7%" of births, are its size.

A newcomer's mistake: doing so for levels, or for every sign. A margin of minus four is below nought, a row of "profit
or loss" or of the change in a loss needs its signs, and "the index -1.3%" is a change as it is written, which only we
call a decrease.
"""

from __future__ import annotations

from dataclasses import replace

from registry.model.assertion import Value
from registry.model.quantity import Quantity

FALLING = frozenset(
    ("fall", "drop", "decline", "loss", "deficit", "shortfall", "slump", "dip", "reduction", "contraction")
)
EITHER = frozenset(("profit", "surplus", "gain", "rise", "increase", "change", "difference"))
OURS, SPELLED = "decrease", "minus"
STEP = "sign: what is called a {} is told by its size"


def sized(value: Value, name: str, words: str) -> tuple[Value, tuple[str, ...]]:
    """The value of some words as the size of what its attribute names, and the step for the trace; the value as it is,
    and no step, where it is not below nought or its name tells no fall."""
    if not isinstance(value, Quantity) or value.low is None or not value.single or value.low >= 0:
        return value, ()
    last = name.partition(" of ")[0].rpartition(" ")[2]
    if not EITHER.isdisjoint(name.split()):
        return value, ()
    if last not in FALLING and not (last == OURS and words.startswith(SPELLED)):
        return value, ()
    return replace(value, low=-value.low, high=-value.low, lean=-value.lean), (STEP.format(last),)
