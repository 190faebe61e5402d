"""The properties of a fact that spreadsheets can fetch, each as a cell of the Reconciliation Service API.

A newcomer's mistake: a bare date. A cell's date must be a full moment, and a cell has one sort of value only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from registry.actions import reconcile
from registry.actions.cells import figure
from registry.actions.reconcile import Known

Node = dict[str, Any]


class Property(NamedTuple):
    """Something that can be fetched for a fact, or that a neighbouring cell can say about it."""

    id: str
    name: str
    description: str
    cell: Callable[[Known, date | None, str], Node]

    def told(self) -> Node:
        """As the service lists it."""
        return {"id": self.id, "name": self.name, "description": self.description}


def text(words: str | None) -> Node:
    """Words as a cell."""
    return {"str": words} if words else {}


def moment(day: date | None) -> Node:
    """A day as a cell."""
    return {"date": f"{day.isoformat()}T00:00:00Z"} if day else {}


def number(label: str | None) -> Node:
    """The figure of a value as a cell, where it has just one."""
    found = [number for word in (label or "").split() if (number := figure(word)) is not None]
    if len(found) != 1:
        return {}
    return {"int": int(found[0])} if found[0] == found[0].to_integral_value() else {"float": float(found[0])}


def as_of(known: Known, day: date | None, _site: str) -> Node:
    """The last day that the value is stated for."""
    label = reconcile.value_on(known.row, day)
    side = next((each for each in known.row.values if each.label == label), None) or reconcile.latest(known.row)
    return moment(side.last if side else None)


PROPERTIES: tuple[Property, ...] = (
    Property(
        "as_of",
        "As of",
        "The day a value is stated for; in a query, the day that is meant.",
        as_of,
    ),
    Property(
        "value",
        "Value",
        "The value that is held, or that held on the day of the setting as_of.",
        lambda known, day, _site: text(reconcile.value_on(known.row, day)),
    ),
    Property(
        "number",
        "Number",
        "The figure of the value.",
        lambda known, day, _site: number(reconcile.value_on(known.row, day)),
    ),
    Property("unit", "Unit", "The unit of the value.", lambda known, _day, _site: text(known.record.unit)),
    Property("subject", "Subject", "What the fact is about.", lambda known, _day, _site: text(known.record.subject)),
    Property(
        "attribute",
        "Attribute",
        "What is counted, measured or said.",
        lambda known, _day, _site: text(known.record.attribute),
    ),
    Property("kind", "Kind", "What sort of value it is.", lambda known, _day, _site: text(known.record.kind.value)),
    Property(
        "standing",
        "Standing",
        "What the registry holds about it, in words.",
        lambda known, _day, _site: text(known.row.standing.words),
    ),
    Property(
        "sources",
        "Sources",
        "How many documents state the value that is held.",
        lambda known, _day, _site: {"int": known.row.standing.sources},
    ),
    Property(
        "independent",
        "Independent sources",
        "How many of them are independent of each other.",
        lambda known, _day, _site: {"int": known.row.standing.independent},
    ),
    Property(
        "changed_at",
        "Changed",
        "When the fact last changed.",
        lambda known, _day, _site: {"date": known.row.changed_at.strftime("%Y-%m-%dT%H:%M:%SZ")},
    ),
    Property(
        "permalink",
        "Permalink",
        "The fact's page.",
        lambda known, _day, site: text(f"{site}/facts/{known.row.id}"),
    ),
)
BY_ID: Mapping[str, Property] = {each.id: each for each in PROPERTIES}
