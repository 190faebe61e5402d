"""Search by words.

A newcomer's mistake: ranking every match of a common word; only the newest are ranked, and `bounded` says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from registry.actions.facts.wholes import Whole, claim_view, fact_row, wholes
from registry.actions.lookup.archive import document_row
from registry.actions.views import (
    DocumentRow,
    FactRow,
    Found,
)
from registry.errors import InvalidValue
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import documents as document_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import search as search_queries
from registry.store.queries.claims import ClaimRow

LONGEST_QUERY = 2000


def search(session: ReadSession, words: str, *, limit: int = 20) -> Found:
    """Claims, facts and documents that hold these words; raises `InvalidValue` for a query that is too long."""
    if len(words) > LONGEST_QUERY:
        raise InvalidValue(f"The query has {len(words):,} characters; {LONGEST_QUERY:,} are the limit. Shorten it.")
    named = search_queries.best(session, "claim", words, limit=5 * limit)
    rows, leads = _live(session, named.refs, limit), _leads(session, words, every=True, limit=limit)
    # The facts of the claims and those that are found by their questions are much the same.
    found = wholes(session, [*(row.cluster for row in rows), *leads])
    return Found(
        claims=tuple(claim_view(row, found.get(row.cluster)) for row in rows),
        facts=_most_told(_told(found, leads)),
        documents=_find_documents(session, words, limit),
        bounded=named.bounded,
    )


def find_facts(session: ReadSession, words: str, *, every: bool = True, limit: int = 20) -> tuple[FactRow, ...]:
    """Facts whose question holds the words, merged facts once."""
    leads = _leads(session, words, every=every, limit=limit)
    return _told(wholes(session, leads), leads)


def _live(session: ReadSession, ids: Sequence[str], limit: int) -> list[ClaimRow]:
    """The first of some claims that stand."""
    found: list[ClaimRow] = []
    for some in _pieces(ids, limit):
        rows = claim_queries.claims_by_id(session, some)
        found += [rows[one] for one in some if one in rows and rows[one].retired_at is None]
        if len(found) >= limit:
            break
    return found[:limit]


def _leads(session: ReadSession, words: str, *, every: bool, limit: int) -> list[str]:
    """The facts whose question holds the words, by the facts that lead them."""
    keys = search_queries.find(session, "fact", words, every=every, limit=4 * limit)
    found: dict[str, None] = {}
    for some in _pieces(keys, limit):
        known = fact_queries.facts_by_key(session, some)
        found |= dict.fromkeys(known[key].cluster for key in some if key in known)
        if len(found) >= limit:
            break
    return list(found)[:limit]


def _told(found: Mapping[str, Whole], leads: Sequence[str]) -> tuple[FactRow, ...]:
    """Facts in short, in the order given, those without claims left out."""
    return tuple(row for lead in leads if lead in found and (row := fact_row(found[lead])).claims)


def _most_told(rows: Sequence[FactRow]) -> tuple[FactRow, ...]:
    """The facts that most documents speak of first: every one holds the words; of equals the better match."""
    return tuple(sorted(rows, key=lambda row: -sum(side.sources for side in row.values)))


def _find_documents(session: ReadSession, words: str, limit: int) -> tuple[DocumentRow, ...]:
    """Documents whose newest version holds the words."""
    versions = search_queries.find(session, "document", words, limit=2 * limit)
    found: list[DocumentRow] = []
    for some in _pieces(versions, limit):
        rows = document_queries.documents_of_versions(session, some)
        found += [document_row(rows[one]) for one in some if one in rows]
        if len(found) >= limit:
            break
    return tuple(found[:limit])


def _pieces(names: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Some names a page at a time: most are shown, so that the first piece is mostly enough."""
    return (names[at : at + size] for at in range(0, len(names), size))
