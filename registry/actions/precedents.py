"""What people decided about conflicts like one: the same rule, the same sort of thing counted or measured."""

from __future__ import annotations

from typing import NamedTuple

from registry.actions.lookup import conflict_of
from registry.model.finding import Verdict
from registry.store import ReadSession
from registry.store.queries import similar as queries
from registry.store.queries.similar import SimilarRow

SHOWN = 3


class Precedents(NamedTuple):
    """How often each verdict was given, and the newest decisions."""

    verdicts: tuple[tuple[Verdict, int], ...]
    newest: tuple[SimilarRow, ...]


def precedents(session: ReadSession, conflict_id: str, *, limit: int = SHOWN) -> Precedents:
    """How conflicts like one were decided."""
    row = conflict_of(session, conflict_id)
    return Precedents(tuple(queries.verdicts(session, row)), tuple(queries.similar(session, row, limit=limit)))
