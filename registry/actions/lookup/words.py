"""Search by words.

A newcomer's mistake: ranking every match of a common word; only the newest are ranked, and `bounded` says so.
"""

from __future__ import annotations

from registry.actions.lookup.archive import document_row
from registry.actions.views import (
    DocumentRow,
    FactRow,
    Found,
)
from registry.actions.wholes import claim_views, fact_rows
from registry.errors import InvalidValue
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import documents as document_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import search as search_queries

LONGEST_QUERY = 2000


def search(session: ReadSession, words: str, *, limit: int = 20) -> Found:
    """Claims, facts and documents that hold these words; raises `InvalidValue` for a query that is too long."""
    if len(words) > LONGEST_QUERY:
        raise InvalidValue(f"The query has {len(words):,} characters; {LONGEST_QUERY:,} are the limit. Shorten it.")
    named = search_queries.best(session, "claim", words, limit=5 * limit)
    rows = claim_queries.claims_by_id(session, named.refs)
    live = [rows[one] for one in named.refs if one in rows and rows[one].retired_at is None][:limit]
    return Found(
        claims=claim_views(session, live),
        facts=find_facts(session, words, limit=limit),
        documents=_find_documents(session, words, limit),
        bounded=named.bounded,
    )


def find_facts(session: ReadSession, words: str, *, every: bool = True, limit: int = 20) -> tuple[FactRow, ...]:
    """Facts whose question holds the words, merged facts once."""
    keys = search_queries.find(session, "fact", words, every=every, limit=4 * limit)
    known = fact_queries.facts_by_key(session, keys)
    leads = list(dict.fromkeys(known[key].cluster for key in keys if key in known))
    return tuple(row for row in fact_rows(session, leads[:limit]) if row.claims)


def _find_documents(session: ReadSession, words: str, limit: int) -> tuple[DocumentRow, ...]:
    """Documents whose newest version holds the words."""
    versions = search_queries.find(session, "document", words, limit=2 * limit)
    rows = document_queries.documents_of_versions(session, versions)
    return tuple(document_row(rows[one]) for one in versions if one in rows)[:limit]
