"""How the true value may move: a state changes, a running total grows, a fixed one stays."""

from __future__ import annotations

from registry.model.assertion import Behaviour, Kind
from registry.steps.assemble.spot import Spot
from registry.steps.resolve.words import words


def behaviour(spot: Spot, name: str) -> Behaviour:
    """How the value of an attribute moves with time."""
    if spot.mention.kind in (Kind.DATE, Kind.ORDINAL, Kind.ROLE, Kind.EVENT) or spot.mention.direction:
        return Behaviour.FIXED
    said = name.replace("-", " ").split()
    head = said[-1] if said else ""
    if any(word in words()["behaviour.total"] for word in said) and spot.mention.kind is not Kind.PERCENT:
        return Behaviour.TOTAL
    if head in words()["behaviour.fixed"] or any(word in ("magnitude", "depth") for word in said):
        return Behaviour.FIXED
    return Behaviour.STATE if spot.counts else Behaviour.FIXED
