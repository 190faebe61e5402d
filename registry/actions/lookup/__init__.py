"""Everything that can be read: documents, claims, facts, conflicts, search. One function a question.

A newcomer's mistake: paging by number. Cursors name the last row seen, so that new rows neither repeat nor hide others.
"""

from __future__ import annotations

from registry.actions.lookup.archive import (
    document,
    document_row,
    documents,
    documents_total,
    original,
    text,
    version,
    versions,
)
from registry.actions.lookup.facets import facets, resolved, sieve
from registry.actions.lookup.figures import counts, weeks
from registry.actions.lookup.holdings import fact, facts, facts_total
from registry.actions.lookup.queue import QUEUE, conflict, conflict_of, conflicts, decision
from registry.actions.lookup.rows import headed
from registry.actions.lookup.statements import ALL_CLAIMS, claim, claims, claims_total, further, number
from registry.actions.lookup.words import LONGEST_QUERY, find_facts, search

__all__ = [
    "ALL_CLAIMS",
    "LONGEST_QUERY",
    "QUEUE",
    "claim",
    "claims",
    "claims_total",
    "conflict",
    "conflict_of",
    "conflicts",
    "counts",
    "decision",
    "document",
    "document_row",
    "documents",
    "documents_total",
    "facets",
    "fact",
    "facts",
    "facts_total",
    "find_facts",
    "further",
    "headed",
    "number",
    "original",
    "resolved",
    "search",
    "sieve",
    "text",
    "version",
    "versions",
    "weeks",
]
