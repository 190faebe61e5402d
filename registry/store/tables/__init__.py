"""Every table. What follows from the documents has a content id and can be rebuilt; what people did has a number.

A newcomer's mistake: filling these classes. They are a short way to write the schema; rows go in and out through Core
(`writes`, `queries`). No `from __future__ import annotations` in these modules: SQLModel reads them at run time.
"""

from registry.store.tables.base import NUMBERS, metadata
from registry.store.tables.conflicts import LIVE, Conflict, ConflictPublisher, Lease, Phase
from registry.store.tables.facts import Claim, ClaimKey, Fact, Link
from registry.store.tables.ledger import AuditEvent, Entry
from registry.store.tables.measures import (
    READINGS,
    Amended,
    Amendment,
    ConceptJudgement,
    Mark,
    Measured,
    RuleState,
    Sketch,
)
from registry.store.tables.people import Attempt, Invitation, Person, Purpose, SignedIn, Token
from registry.store.tables.review import Decision, Judgement, Same
from registry.store.tables.shelf import ConflictLanguage, SecondReview, ShelfItem
from registry.store.tables.sources import Blob, Document, DocumentAlias, DocumentVersion
from registry.store.tables.watches import Attempted, Change, Endpoint, FactBefore, Message, Repeat, Sending, Use, Watch

__all__ = [
    "LIVE",
    "NUMBERS",
    "READINGS",
    "Amended",
    "Amendment",
    "Attempt",
    "Attempted",
    "AuditEvent",
    "Blob",
    "Change",
    "Claim",
    "ClaimKey",
    "ConceptJudgement",
    "Conflict",
    "ConflictLanguage",
    "ConflictPublisher",
    "Decision",
    "Document",
    "DocumentAlias",
    "DocumentVersion",
    "Endpoint",
    "Entry",
    "Fact",
    "FactBefore",
    "Invitation",
    "Judgement",
    "Lease",
    "Link",
    "Mark",
    "Measured",
    "Message",
    "Person",
    "Phase",
    "Purpose",
    "Repeat",
    "RuleState",
    "Same",
    "SecondReview",
    "Sending",
    "ShelfItem",
    "SignedIn",
    "Sketch",
    "Token",
    "Use",
    "Watch",
    "metadata",
]
