"""Everything that can be read: documents, claims, facts, conflicts, search. One function a question.

A newcomer's mistake: paging by number. Cursors name the last row seen, so that new rows neither repeat nor hide others.
"""

from __future__ import annotations

from registry.actions.views import (
    ClaimFilter,
    ClaimView,
    ConflictFilter,
    ConflictRow,
    ConflictView,
    Counts,
    DecisionView,
    DocumentRow,
    DocumentView,
    Facet,
    FactRow,
    FactView,
    Found,
    Page,
    RulePrecision,
    TextView,
    VersionRow,
    Week,
)
from registry.store import ReadSession

ALL_CLAIMS = ClaimFilter()
QUEUE = ConflictFilter()


def counts(session: ReadSession) -> Counts:
    """The state of the registry in numbers."""
    raise NotImplementedError


def weeks(session: ReadSession, count: int = 12) -> tuple[Week, ...]:
    """Conflicts found and settled in each of the last weeks, the oldest first."""
    raise NotImplementedError


def precision(session: ReadSession) -> tuple[RulePrecision, ...]:
    """How often people agreed with each rule."""
    raise NotImplementedError


def documents(
    session: ReadSession, *, publisher: str | None = None, cursor: str | None = None, limit: int = 50
) -> Page[DocumentRow]:
    """Documents, the most recently read first."""
    raise NotImplementedError


def document(session: ReadSession, document_id: str) -> DocumentView:
    """A document and its versions."""
    raise NotImplementedError


def text(session: ReadSession, version_id: str) -> TextView:
    """A version's text with its claims in reading order."""
    raise NotImplementedError


def version(session: ReadSession, version_id: str) -> VersionRow:
    """A version without its text."""
    raise NotImplementedError


def original(session: ReadSession, version_id: str) -> tuple[VersionRow, bytes]:
    """A version and its bytes as they were received."""
    raise NotImplementedError


def claims(
    session: ReadSession, where: ClaimFilter = ALL_CLAIMS, *, cursor: str | None = None, limit: int = 50
) -> Page[ClaimView]:
    """The claims that a filter leaves, the newest first; those of one version in reading order."""
    raise NotImplementedError


def claim(session: ReadSession, claim_id: str) -> ClaimView:
    """A claim."""
    raise NotImplementedError


def facts(
    session: ReadSession,
    *,
    subject: str | None = None,
    attribute: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[FactRow]:
    """Facts, the most recently changed first."""
    raise NotImplementedError


def fact(session: ReadSession, fact_id: str) -> FactView:
    """A fact with its values, conflicts and decisions. A merged fact's id finds the fact it was merged into: compare
    `row.id` and redirect."""
    raise NotImplementedError


def conflicts(
    session: ReadSession, where: ConflictFilter = QUEUE, *, cursor: str | None = None, limit: int = 50
) -> Page[ConflictRow]:
    """The queue: the conflicts that a filter leaves, by priority."""
    raise NotImplementedError


def facets(session: ReadSession, where: ConflictFilter = QUEUE) -> tuple[Facet, ...]:
    """What each choice of "kind", "severity", "state", "subject", "publisher" and "rule" would leave, most first."""
    raise NotImplementedError


def conflict(session: ReadSession, conflict_id: str) -> ConflictView:
    """A conflict with its sides, claims and decisions, and its neighbours in the queue."""
    raise NotImplementedError


def decision(session: ReadSession, decision_id: int) -> DecisionView:
    """A decision."""
    raise NotImplementedError


def search(session: ReadSession, words: str, *, limit: int = 20) -> Found:
    """Claims, facts and documents that hold these words; raises `InvalidValue` for a query that is too long."""
    raise NotImplementedError
