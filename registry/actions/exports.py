"""Whole lists for spreadsheets and pipelines: claims, facts, decisions and the rest, line by line, in constant memory.

A newcomer's mistake: one transaction for all of it. A piece at a time, by the order of a key, no reader holds up
whoever writes, and no line comes twice or is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

import orjson

from registry.actions import paging
from registry.actions.desk import conflict_row
from registry.actions.facts.wholes import fact_rows
from registry.actions.views import ConflictRow, DecisionView, FactRow, Page
from registry.errors import InvalidValue
from registry.model.record import plain
from registry.store import ReadSession, Store
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import documents as document_queries
from registry.store.queries import history, scan
from registry.store.queries.documents import DocumentRow, VersionRow
from registry.store.queries.history import Sought
from registry.store.queries.scan import EVERYBODY, EVERYTHING, ClaimLine, Decided, DecisionLine, Wanted
from registry.store.queries.totals import AuditRow

__all__ = ["EVERYTHING", "LISTS", "Decided", "Line", "Wanted", "chosen", "decision_view", "page_of_decisions"]

PIECE = 500
Line = Mapping[str, Any]


class List(NamedTuple):
    """A list that can be exported: its fields, and its lines."""

    fields: tuple[str, ...]
    lines: Callable[[Store, Wanted], Iterator[Line]]


def claims(store: Store, wanted: Wanted = EVERYTHING) -> Iterator[Line]:
    """The claims of the newest versions, in the order of their facts."""
    after: tuple[str, str] | None = None
    while True:
        with store.reading() as session:
            rows = scan.claim_lines(session, wanted, after=after, limit=PIECE, retired=False)
        yield from map(_of_claim, rows)
        if len(rows) < PIECE:
            return
        after = rows[-1].fact_key, rows[-1].id


def facts(store: Store, wanted: Wanted = EVERYTHING) -> Iterator[Line]:
    """The facts, with what is held about them."""
    after: str | None = None
    while True:
        with store.reading() as session:
            keys = scan.fact_keys(session, wanted, after=after, limit=PIECE)
            rows = [row for row in fact_rows(session, keys) if row.claims]
        yield from map(_of_fact, rows)
        if len(keys) < PIECE:
            return
        after = keys[-1]


def documents(store: Store, _wanted: Wanted = EVERYTHING) -> Iterator[Line]:
    """Every document, with what its newest version says of it."""
    yield from _by_id(store, lambda session, after: document_queries.documents_after(session, after=after, limit=PIECE))


def versions(store: Store, _wanted: Wanted = EVERYTHING) -> Iterator[Line]:
    """Every version of every document."""
    yield from _by_id(store, lambda session, after: document_queries.versions(session, after=after, limit=PIECE))


def _by_id(store: Store, some: Callable[[ReadSession, str], Sequence[Any]]) -> Iterator[Line]:
    """Rows in the order of their ids."""
    after = ""
    while True:
        with store.reading() as session:
            rows = some(session, after)
        yield from (_plain(row._asdict()) for row in rows)
        if len(rows) < PIECE:
            return
        after = rows[-1].id


def conflicts(store: Store, _wanted: Wanted = EVERYTHING) -> Iterator[Line]:
    """Every conflict, in the order of the facts."""
    after: tuple[str, str] | None = None
    while True:
        with store.reading() as session:
            rows = conflict_queries.conflicts_after(session, after=after, limit=PIECE)
        yield from (_of_conflict(conflict_row(row)) for row in rows)
        if len(rows) < PIECE:
            return
        after = rows[-1].fact_key, rows[-1].id


def audit(store: Store, _wanted: Wanted = EVERYTHING) -> Iterator[Line]:
    """What people did, the newest first; nothing about accounts."""
    before: int | None = None
    while True:
        with store.reading() as session:
            rows = history.events(session, Sought(), before=before, limit=PIECE)
        yield from (_plain(row._asdict() | {"detail": orjson.dumps(row.detail).decode()}) for row in rows)
        if len(rows) < PIECE:
            return
        before = rows[-1].id


def decisions(store: Store, _wanted: Wanted = EVERYTHING) -> Iterator[Line]:
    """Every decision, the newest first."""
    before: int | None = None
    while True:
        with store.reading() as session:
            rows = scan.decisions(session, before=before, limit=PIECE)
        yield from (_plain(decision_view(row)._asdict()) for row in rows)
        if len(rows) < PIECE:
            return
        before = rows[-1].row.id


def page_of_decisions(
    session: ReadSession, wanted: Decided = EVERYBODY, *, cursor: str | None, limit: int
) -> Page[DecisionView]:
    """Decisions, the newest first."""
    rows = scan.decisions(session, wanted, before=paging.number_of(cursor), limit=limit + 1)
    return paging.page([decision_view(row) for row in rows], limit, lambda row: [row.id])


def decision_view(line: DecisionLine) -> DecisionView:
    """A decision as it is shown."""
    told = line.row._asdict()
    kept = {name: told[name] for name in DecisionView._fields if name in told}
    return DecisionView(
        **kept, fact_id=line.fact_id, supersedes=line.row.supersedes_id, superseded_by=line.superseded_by
    )


def _of_claim(row: ClaimLine) -> Line:
    """A claim as a line."""
    told = row._asdict()
    told.pop("fact_key")
    address = told["address"]
    return _plain(told | {"address": None if address.startswith("urn:") else address})


def _of_conflict(row: ConflictRow) -> Line:
    """A conflict as a line; its values stand in one cell."""
    told = {name: getattr(row, name) for name in OF_CONFLICT if name != "values"}
    return _plain(told | {"values": "; ".join(f"{side.label} ({side.sources})" for side in row.sides)})


def _of_fact(row: FactRow) -> Line:
    """A fact as a line; its values stand in one cell."""
    return _plain(
        {
            "id": row.id,
            "question": row.question,
            "held": row.standing.held,
            "value": row.standing.value,
            "standing": row.standing.words,
            "sources": row.standing.sources,
            "independent": row.standing.independent,
            "values": "; ".join(f"{side.label} ({side.sources})" for side in row.values),
            "first": min((side.first for side in row.values if side.first), default=None),
            "last": max((side.last for side in row.values if side.last), default=None),
            "claims": row.claims,
            "changed_at": row.changed_at,
        }
    )


def _plain(told: Mapping[str, Any]) -> Line:
    """Values as JSON and CSV can carry them."""
    return {name: _cell(value) for name, value in told.items()}


def _cell(value: Any) -> Any:
    """A decimal as text, a moment in ISO form, a word as itself."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value) if isinstance(value, str) else value


def _names(sort: type[Any], *left_out: str) -> tuple[str, ...]:
    """The fields of a row."""
    return tuple(name for name in sort._fields if name not in left_out)


OF_FACT = (
    *("id", "question", "held", "value", "standing", "sources", "independent", "values", "first", "last", "claims"),
    "changed_at",
)
OF_CONFLICT = (
    *("id", "fact_id", "question", "kind", "rule", "severity", "detail", "values", "state", "priority", "suggested"),
    "found_at",
)
LISTS: Mapping[str, List] = MappingProxyType(
    {
        "claims": List(_names(ClaimLine, "fact_key"), claims),
        "facts": List(OF_FACT, facts),
        "decisions": List(_names(DecisionView), decisions),
        "documents": List(_names(DocumentRow), documents),
        "versions": List(_names(VersionRow), versions),
        "conflicts": List(OF_CONFLICT, conflicts),
        "audit": List(_names(AuditRow), audit),
    }
)


def chosen(name: str, fields: str | None) -> Sequence[str]:
    """The fields that somebody asked for, in that order; all of them where nothing is named."""
    known = LISTS[name].fields
    names = [each.strip() for each in (fields or "").split(",") if each.strip()]
    unknown = [each for each in names if each not in known]
    if unknown:
        raise InvalidValue(f"{name} have no field {unknown[0][:80]!r}; there are {', '.join(known)}.")
    return list(dict.fromkeys(names)) or known
