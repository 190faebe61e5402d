"""What changed: conflicts found, decided, decided anew or gone, as entries of a feed.

A newcomer's mistake: an entry for each step. A conflict has one entry, which moves up whenever something happens to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from registry.actions import desk, lookup, paging
from registry.actions.views import ConflictRow, DecisionView
from registry.model.finding import Verdict
from registry.steps.export.atom import Entry, paragraphs
from registry.store import ReadSession
from registry.store.queries import changes as change_queries
from registry.store.queries import claims as claim_queries
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries.changes import ChangeRow, Wanted
from registry.store.tables import Phase

MOST = 50
SAID = {
    Verdict.SIDE: "decided for {label}",
    Verdict.TIME: "both right, a time lies between",
    Verdict.SCOPE: "both right, of different things",
    Verdict.NEITHER: "every value wrong",
    Verdict.NOT_SAME_FACT: "not the same fact",
    Verdict.WRONG_READING: "misread",
    Verdict.UNSURE: "nobody is sure",
    Verdict.UNDONE: "the decision was taken back",
}


class Changes(NamedTuple):
    """A page of a feed, and the position that continues after it."""

    entries: tuple[Entry, ...]
    next: str | None


def everything(session: ReadSession, *, site: str, rule: str | None = None, cursor: str | None = None) -> Changes:
    """Every change, those of one rule where it is named."""
    return _changes(session, Wanted(rule=rule), site, cursor)


def of_fact(session: ReadSession, fact_id: str, *, site: str, cursor: str | None = None) -> tuple[str, Changes]:
    """The question of a fact, and its changes."""
    row = lookup.fact(session, fact_id).row
    known = fact_queries.fact_by_id(session, row.id)
    assert known is not None
    return row.question, _changes(session, Wanted(cluster=known.cluster), site, cursor)


def of_document(session: ReadSession, document_id: str, *, site: str, cursor: str | None = None) -> tuple[str, Changes]:
    """The title of a document, and the changes of the facts that it speaks about."""
    row = lookup.document(session, document_id).document
    return row.source.title or row.uri, _changes(session, Wanted(document_id=document_id), site, cursor)


def _changes(session: ReadSession, wanted: Wanted, site: str, cursor: str | None) -> Changes:
    """A page of changes."""
    rows = change_queries.changes(session, wanted, after=paging.time_of(cursor), limit=MOST + 1)
    cut = paging.page(rows, MOST, lambda row: [row.changed_at.isoformat(), row.conflict.id])
    said = conflict_queries.decisions_of(session, [row.conflict.id for row in cut.items])
    decisions = desk.decision_views(said, {row.conflict.id: row.conflict.fact_id for row in cut.items})
    sources = _sources(session, cut.items)
    return Changes(tuple(_entry(row, decisions, sources, site.rstrip("/")) for row in cut.items), cut.next)


def _sources(session: ReadSession, rows: Iterable[ChangeRow]) -> dict[str, str]:
    """The addresses of the sources of every claim in some conflicts."""
    ids = [claim for row in rows for side in row.conflict.sides for claim in side["claims"]]
    return {
        name: claim.uri
        for name, claim in claim_queries.claims_by_id(session, ids).items()
        if claim.uri.startswith(("http://", "https://"))
    }


def _entry(change: ChangeRow, decisions: Iterable[DecisionView], sources: dict[str, str], site: str) -> Entry:
    """A conflict as an entry."""
    row = desk.conflict_row(change.conflict)
    told = [one for one in decisions if one.conflict_id == row.id]
    claims = [claim for side in change.conflict.sides for claim in side["claims"]]
    return Entry(
        id=f"{site}/conflicts/{row.id}",
        title=f"{_state(told)}: {row.question}",
        url=f"{site}/conflicts/{row.id}",
        published=row.found_at,
        updated=change.changed_at,
        body=paragraphs([row.detail, *_values(row), *map(_said, told)]),
        via=tuple(dict.fromkeys(sources[claim] for claim in claims if claim in sources)),
        category=row.kind.value,
        gone=change.conflict.phase is Phase.MOOT,
    )


def _state(decisions: list[DecisionView]) -> str:
    """Where a conflict stands, in a word or two."""
    if not decisions or decisions[-1].verdict is Verdict.UNDONE:
        return "Open"
    return "Unsure" if decisions[-1].verdict is Verdict.UNSURE else "Corrected" if len(decisions) > 1 else "Decided"


def _values(row: ConflictRow) -> list[str]:
    """The values, each with its sources."""
    return [
        f"{side.label}: {side.sources} source{'' if side.sources == 1 else 's'}, {side.independent} independent"
        for side in row.sides
    ]


def _said(decision: DecisionView) -> str:
    """A decision in a sentence."""
    words = SAID[decision.verdict].format(label=decision.label)
    value = f"; the value is {decision.value}" if decision.value else ""
    reason = f" {decision.reason}" if decision.reason else ""
    return f"{decision.decided_at:%Y-%m-%d}, {decision.reviewer}: {words}{value}.{reason}"
