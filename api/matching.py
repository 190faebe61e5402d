"""The Reconciliation Service API 0.2 on the wire: what is asked, and how facts look to it.

A newcomer's mistake: letting a misspelt field pass. A query that is not understood is refused, not half answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError, model_validator

from api.columns import BY_ID, Node
from api.problems import Rejected, said
from registry.actions import reconcile
from registry.actions.cells import day_of
from registry.actions.reconcile import ANY, KINDS, Candidate, Known, Wanted

BATCH = 50
PATH = "/reconcile/0.2"
M = TypeVar("M", bound=BaseModel)


class EntityIn(BaseModel):
    """A cell that was matched before."""

    id: str
    name: str | None = None

    def __str__(self) -> str:
        """Its words."""
        return self.name or self.id


Value = str | int | float | bool | EntityIn


class PropertyIn(BaseModel):
    """A neighbouring cell."""

    pid: str
    v: Value | list[Value]

    def values(self) -> tuple[str, ...]:
        """What it says."""
        return tuple(str(value) for value in (self.v if isinstance(self.v, list) else [self.v]))


class QueryIn(BaseModel):
    """A cell to be matched."""

    model_config = ConfigDict(extra="forbid")

    query: str | None = Field(None, max_length=20_000)
    type: str | list[str] | None = None
    limit: float | None = Field(None, gt=0)
    properties: list[PropertyIn] = []
    type_strict: Literal["any", "should", "all"] | None = None

    @model_validator(mode="after")
    def asks(self) -> QueryIn:
        """Either words or properties."""
        if self.query is None and not self.properties:
            raise ValueError("Give query or properties.")
        return self

    def wanted(self) -> Wanted:
        """The same for the action; a type that only should be so leaves nothing out."""
        kinds = tuple([self.type] if isinstance(self.type, str) else self.type or ())
        open_ended = self.type_strict == "should" or ANY in kinds
        told = tuple((each.pid, each.values()) for each in self.properties)
        limit = max(1, int(min(self.limit or 5, reconcile.MOST)))
        return Wanted(self.query or "", () if open_ended else kinds, told, limit)


class QueriesIn(RootModel[dict[str, QueryIn]]):
    """Cells by names of the caller's."""


class ColumnIn(BaseModel):
    """A property to be fetched; `as_of` in its settings asks for the value on a day."""

    id: str
    settings: dict[str, Any] = {}


class ExtendIn(BaseModel):
    """Facts, and the properties to be fetched for them."""

    ids: list[str]
    properties: list[ColumnIn]


def parsed(sort: type[M], given: str) -> M:
    """A form field that is JSON; refused as a bad request, with the first thing that does not fit."""
    try:
        return sort.model_validate_json(given.encode("utf-8", "surrogatepass"))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = "/".join(str(part) for part in first["loc"]) or "the value"
        raise Rejected("bad-request", f"{where[:200]}: {said(first)}.") from None


def demand_few(count: int) -> None:
    """Refuse a batch that is too large."""
    if count > BATCH:
        raise Rejected("too-large", f"The batch has {count:,} entries; send at most {BATCH} at a time.")


NAMES = {ANY: "Fact"} | {kind: f"Fact: {kind}" for kind in KINDS}
WHOLE: Node = {"id": ANY, "name": NAMES[ANY]}
TYPES: tuple[Node, ...] = (WHOLE, *({"id": kind, "name": NAMES[kind], "broader": [WHOLE]} for kind in KINDS))


def types(known: Known) -> list[Node]:
    """The types of a fact."""
    return [{"id": name, "name": NAMES[name]} for name in (known.record.kind.value, ANY)]


def candidate(found: Candidate) -> Node:
    """A candidate."""
    row = found.known.row
    return {
        "id": row.id,
        "name": row.question,
        "description": described(found.known),
        "type": types(found.known),
        "score": found.score,
        "features": [{"id": name, "value": value} for name, value in found.features.items()],
        "match": found.match,
    }


def suggested(known: Known) -> Node:
    """A fact as it is suggested."""
    return {
        "id": known.row.id,
        "name": known.row.question,
        "description": described(known),
        "notable": types(known),
    }


def described(known: Known) -> str:
    """What is held, in words."""
    return known.row.standing.words


def extended(order: ExtendIn, known: Mapping[str, Known], site: str) -> Node:
    """The rows of an extension; a fact or property that there is none of has no values."""
    meta = [{"id": each.id, "name": BY_ID[each.id].name if each.id in BY_ID else each.id} for each in order.properties]
    return {"meta": meta, "rows": {name: cells(order, known.get(name), site) for name in order.ids}}


def cells(order: ExtendIn, known: Known | None, site: str) -> dict[str, list[Node]]:
    """The cells of a row."""
    row: dict[str, list[Node]] = {}
    for each in order.properties:
        day = day_of(str(each.settings.get("as_of") or ""))
        made = BY_ID[each.id].cell(known, day, site) if known and each.id in BY_ID else {}
        row[each.id] = [made] if made else []
    return row


def manifest(site: str, version: str) -> Node:
    """What the service is and can do."""

    def at(path: str) -> Node:
        return {"service_url": site, "service_path": f"{PATH}{path}"}

    return {
        "versions": ["0.2"],
        "name": "Claim registry: facts",
        "identifierSpace": f"{site}/facts/",
        "schemaSpace": f"{site}{PATH}/properties/",
        "documentation": f"{site}/docs",
        "serviceVersion": version,
        "defaultTypes": [WHOLE],
        "view": {"url": f"{site}/facts/{{{{id}}}}"},
        "preview": {"url": f"{site}{PATH}/preview/{{{{id}}}}", "width": 430, "height": 200},
        "suggest": {name: at(f"/suggest/{name}") for name in ("entity", "property", "type")},
        "extend": {"propose_properties": at("/properties"), "property_settings": [SETTING]},
        "batchSize": BATCH,
    }


SETTING: Node = {
    "name": "as_of",
    "label": "As of",
    "type": "text",
    "default": "",
    "help_text": "The day whose value is wanted, such as 2025-06-01; empty for the value held now.",
}
