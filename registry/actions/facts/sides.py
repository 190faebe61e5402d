"""The values of a fact with those who state them, as rows that a conflict keeps and views show.

A newcomer's mistake: counting claims. Ten copies of one report are ten sources and one witness.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from math import log1p
from typing import Any, NamedTuple

from registry.model import record
from registry.model.assertion import Claim, Value
from registry.model.finding import Severity
from registry.model.quantity import Quantity
from registry.steps.check import Side
from registry.steps.values import exactness
from registry.store.queries.claims import ClaimRow

WEIGHT = {Severity.HIGH: 30.0, Severity.MEDIUM: 20.0, Severity.LOW: 10.0}
LATE = date(2100, 1, 1).toordinal()


class Group(NamedTuple):
    """A value and the claims that state it, the strongest first."""

    label: str
    value: Value
    claims: tuple[str, ...]
    sources: int
    independent: int
    first: date | None
    last: date | None


def day_of(claim: Claim) -> date | None:
    """The day a claim's value is stated for, else that of its document; a value that was gone by then held before."""
    as_of, told = claim.assertion.scope.as_of, claim.source.published
    if as_of and as_of.high != date.max:
        return as_of.high
    gone = "previous" in claim.assertion.notes and as_of is None
    return told - timedelta(days=1) if gone and told and told > date.min else told


def groups_of(sides: Iterable[Side], ids: Mapping[int, str]) -> list[Group]:
    """The sides of the checker as groups in order of time; equal labels are told apart."""
    found: list[Group] = []
    for group in by_time(grouped(side, ids) for side in sides):
        clash = sum(one.label.split(" (no. ")[0] == group.label for one in found)
        found.append(group._replace(label=f"{group.label} (no. {clash + 1})") if clash else group)
    return found


def grouped(side: Side, ids: Mapping[int, str]) -> Group:
    """A side of the checker as a group; `ids` finds a claim's id by the claim's identity."""
    claims = sorted(side.claims, key=lambda claim: (-claim.checkworthy, claim.source.id, claim.span.start))
    days = sorted(day for claim in dating(claims) if (day := day_of(claim)))
    sources = len({claim.source.id for claim in claims})
    return Group(
        label=side.label,
        value=min((claim.assertion.value for claim in claims), key=exactness),
        claims=tuple(ids[id(claim)] for claim in claims),
        sources=sources,
        independent=len(side.witnesses),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def dating(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims that say when a value held: "more than 16" agrees with 125 and dates it no better than 40."""
    exact = [claim for claim in claims if not _open_ended(claim.assertion.value)]
    return exact or claims


def _open_ended(value: Value) -> bool:
    """Whether a value has one end only."""
    return isinstance(value, Quantity) and (value.low is None or value.high is None)


def packed(group: Group) -> dict[str, Any]:
    """A group as plain values."""
    told = {**group._asdict(), "value": record.of_value(group.value), "claims": list(group.claims)}
    return {**told, "first": _iso(group.first), "last": _iso(group.last)}


def unpacked(told: Mapping[str, Any]) -> Group:
    """The group of plain values."""
    days = {name: date.fromisoformat(told[name]) if told[name] else None for name in ("first", "last")}
    return Group(**{**told, "value": record.to_value(told["value"]), "claims": tuple(told["claims"]), **days})


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def by_time(groups: Iterable[Group]) -> list[Group]:
    """Groups by the first day their value is stated for; those without a date last."""
    return sorted(groups, key=lambda group: (group.first or date.max, group.last or date.max, group.label))


def in_order(groups: Sequence[Group], labels: Sequence[str]) -> list[Group]:
    """Groups in the order of labels that a conflict gave them when it was found; decisions count sides by it."""
    place = {label: at for at, label in enumerate(labels)}
    return sorted(groups, key=lambda group: place.get(group.label, len(place)))


def priority(severity: Severity, groups: Sequence[Group], rows: Mapping[str, ClaimRow], uses: int = 0) -> float:
    """How pressing a conflict is: severity, worth checking, size of the difference, how many witnesses, how often the
    fact is used, how new it is. Every part goes on growing, none outweighs a grade of severity soon."""
    claims = [rows[claim] for group in groups for claim in group.claims if claim in rows]
    worth = max((claim.checkworthy for claim in claims), default=0.0)
    last = max((group.last.toordinal() for group in groups if group.last), default=0)
    witnesses = sum(group.independent for group in groups)
    said = 5 * worth + 2 * difference(groups) + log1p(witnesses) + log1p(uses)
    return round(WEIGHT[severity] + said + last / LATE, 9)


def difference(groups: Iterable[Group]) -> float:
    """How far the values of a conflict are apart: the gap as a part of the larger, from 0 to 1.

    >>> difference([])
    0.0
    """
    ends = [end for group in groups if isinstance(group.value, Quantity) for end in (group.value.low, group.value.high)]
    numbers = [end for end in ends if end is not None]
    largest = max((abs(number) for number in numbers), default=Decimal(0))
    gap = max(numbers) - min(numbers) if numbers else Decimal(0)
    return float(min(gap / largest, Decimal(1))) if largest else 0.0
