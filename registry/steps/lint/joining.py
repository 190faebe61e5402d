"""Facts that answer one question put together: their values once, and the one that is held.

A newcomer's mistake: joining whatever is likely. What two documents call alike may be two things, and the value of one
then seems to be what became of the other's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.steps import match
from registry.steps.lint.level import levelled
from registry.steps.lint.problem import Known, Side, Witness, surely
from registry.steps.lint.sides import telling
from registry.steps.values import hold


def joined(claim: Claim, facts: Sequence[Known]) -> Known:
    """Several facts as one: the first where it is disputed, else the value that is held for the latest day. A fact that
    the claim surely agrees with comes first, and those that are likely others than the first are left out."""
    speaking = sorted((fact for fact in facts if fact.sides), key=lambda fact: not agreed(claim, fact))
    if len(speaking) < 2 or speaking[0].held is None:
        return speaking[0] if speaking else facts[0]
    certain = [fact for fact in speaking if fact.held is not None and _may_be_one(speaking[0], fact)]
    newest = max(certain, key=lambda fact: moment_of(fact.side(fact.held)))
    sides = _together([side for fact in (newest, *certain) for side in fact.sides])
    return replace(newest, sides=sides, changes=newest.changes or len({side.last for side in sides}) > 1)


def _may_be_one(one: Known, two: Known) -> bool:
    """Whether two facts may be one, as far as those who state them can tell."""
    told = [side.witnesses[0] for fact in (one, two) for side in fact.sides if side.label == fact.held]
    if one is two or len(told) < 2:
        return True
    akin = 1.0 if all(each.match for each in told) else None
    return match.score(told[0].claim, told[1].claim, akin=akin).same is not False


def absorbed(known: Known) -> Known:
    """What is held, with those who state a bound on the side of the exact value that keeps within it ("more than
    812,000" beside 812,300); where several do, the bound stands alone."""
    exact = [side for side in known.sides if telling(side)]
    home: dict[str, str] = {}
    for side in known.sides:
        within = [one.label for one in exact if side not in exact and _within(one, side)]
        if len(within) == 1:
            home[side.label] = within[0]
    sides = tuple(
        replace(side, witnesses=(*side.witnesses, *_others(known.sides, home, side.label)))
        for side in known.sides
        if side.label not in home
    )
    return replace(known, sides=sides, held=home.get(known.held or "", known.held))


def _within(exact: Side, bound: Side) -> bool:
    """Whether an exact value keeps within a bound."""
    one, two = exact.value, bound.value
    return isinstance(one, Quantity) and isinstance(two, Quantity) and one.unit == two.unit and one.meets(two)


def _others(sides: Sequence[Side], home: Mapping[str, str], label: str) -> list[Witness]:
    """Those who state bounds that are at home with a value."""
    return [one for side in sides if home.get(side.label) == label for one in side.witnesses]


def _together(sides: Sequence[Side]) -> tuple[Side, ...]:
    """Sides, those of one value once."""
    found: dict[str, Side] = {}
    for side in sides:
        known = found.setdefault(side.label, side)
        more = tuple(one for one in side.witnesses if one not in known.witnesses)
        if more:
            found[side.label] = _with(known, side, more)
    return tuple(sorted(found.values(), key=moment_of))


def _with(side: Side, other: Side, more: tuple[Witness, ...]) -> Side:
    """A side with those who state its value elsewhere."""
    sources = len({one.claim.source.id for one in (*side.witnesses, *more)})
    days = [day for day in (side.first, other.first, side.last, other.last) if day]
    return replace(
        side,
        witnesses=(*side.witnesses, *more),
        sources=max(sources, side.sources),
        independent=max(side.independent, other.independent),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def moment_of(side: Side | None) -> tuple[date, int, str]:
    """What puts sides in order of time."""
    return (side.last or date.min, side.independent, side.label) if side else (date.min, 0, "")


def agreed(claim: Claim, fact: Known) -> bool:
    """Whether the claim agrees with somebody who surely answers its question."""
    return any(surely(one) and agrees(claim, one) for one in everybody(fact))


def everybody(fact: Known) -> list[Witness]:
    """Everybody who states a fact."""
    return [one for side in fact.sides for one in side.witnesses]


def agrees(claim: Claim, witness: Witness) -> bool:
    """Whether a claim and a witness can both be right about a value."""
    return bool(hold(levelled(claim, witness.claim), witness.claim).meets)
