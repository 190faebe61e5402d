"""The sign of what is called a fall or a loss: "-214" in a row of net losses, "minus 7.7%" of births, are its size.

So "a deficit of 3 billion", "deficit: -3 billion" and "a deficit of -3 billion" are one value, as everybody means them;
"a balance of -3 billion" is below nought, and so is what a fall leads to, "a drop to -14 °C".

A newcomer's mistake: doing so for levels, or for every sign. A margin of minus four is below nought, a row of "profit
or loss" or of the change in a loss needs its signs, and "the index -1.3%" is a change as it is written, which only we
call a decrease. In a column of deficits, some above nought and some below, those below are surpluses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from registry.model.assertion import Claim, Value
from registry.model.quantity import Quantity
from registry.model.span import BlockKind, Sentence

CHANGES = frozenset(("fall", "drop", "decline", "slump", "dip", "reduction", "contraction"))
LACKS = frozenset(("loss", "deficit", "shortfall", "overdraft", "outflow"))
EITHER = frozenset(("profit", "surplus", "gain", "rise", "increase", "change", "difference"))
LEVELS = frozenset(("degC", "degF"))
OURS, SPELLED = "decrease", "minus"
TO = " to"
STEP = "sign: what is called a {} is told by its size"


def sized(value: Value, name: str, words: str, before: str = "") -> tuple[Value, tuple[str, ...]]:
    """The value of some words as the size of what its attribute names, and the step for the trace; the value as it is,
    and no step, where it is not below nought, its name tells no fall, or it is what something fell to."""
    if not isinstance(value, Quantity) or value.low is None or not value.single or value.low >= 0:
        return value, ()
    last = name.partition(" of ")[0].rpartition(" ")[2]
    if not EITHER.isdisjoint(name.split()) or value.unit in LEVELS:
        return value, ()
    falls = last in CHANGES and not before.rstrip().endswith(TO)
    if not (falls or last in LACKS or (last == OURS and words.startswith(SPELLED))):
        return value, ()
    return _turned(value), (STEP.format(last),)


def with_signs(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    """The claims of a document, with their signs again in tables that hold both losses and what is none under one
    name."""
    rows = {one.start: one.block.headers for one in sentences if one.block.kind is BlockKind.ROW}
    column = [(rows[one.sentence.start], _measured(one)) if one.sentence.start in rows else None for one in claims]
    above = {
        under for one, under in zip(claims, column, strict=True) if under and not _is_sized(one) and _is_above(one)
    }
    return [
        _signed(one) if under in above and _is_sized(one) else one for one, under in zip(claims, column, strict=True)
    ]


def _measured(claim: Claim) -> tuple[str, str]:
    """What a claim measures, and in which unit."""
    said = claim.assertion
    return (said.attribute.key if said.attribute else "", said.value.unit if isinstance(said.value, Quantity) else "")


def _is_sized(claim: Claim) -> bool:
    """Whether a claim lost its sign here."""
    return bool(claim.trace) and claim.trace[-1].startswith(STEP.partition("{")[0])


def _is_above(claim: Claim) -> bool:
    """Whether a claim is a figure above nought."""
    value = claim.assertion.value
    return isinstance(value, Quantity) and value.low is not None and value.low > 0


def _signed(claim: Claim) -> Claim:
    """A claim with the sign that it was written with."""
    said = claim.assertion
    assert isinstance(said.value, Quantity)
    return replace(claim, assertion=replace(said, value=_turned(said.value)), trace=claim.trace[:-1])


def _turned(value: Quantity) -> Quantity:
    """A single figure on the other side of nought."""
    assert value.low is not None
    return replace(value, low=-value.low, high=-value.low, lean=-value.lean)
