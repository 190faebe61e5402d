"""Every table. What follows from the documents has a content id and can be rebuilt; what people did has a number.

A newcomer's mistake: filling these classes. They are a short way to write the schema; rows go in and out through Core
(`writes`, `queries`). No `from __future__ import annotations` in these modules: SQLModel reads them at run time.
"""

from registry.store.tables.base import NUMBERS, metadata
from registry.store.tables.conflicts import Conflict, ConflictPublisher, Lease, Phase
from registry.store.tables.facts import Claim, ClaimKey, Fact, Link
from registry.store.tables.ledger import AuditEvent, Entry
from registry.store.tables.review import Decision, Judgement, Same
from registry.store.tables.sources import Blob, Document, DocumentAlias, DocumentVersion

__all__ = [
    "NUMBERS",
    "AuditEvent",
    "Blob",
    "Claim",
    "ClaimKey",
    "Conflict",
    "ConflictPublisher",
    "Decision",
    "Document",
    "DocumentAlias",
    "DocumentVersion",
    "Entry",
    "Fact",
    "Judgement",
    "Lease",
    "Link",
    "Phase",
    "Same",
    "metadata",
]
