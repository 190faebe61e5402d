"""What goes over the wire, by noun."""

from __future__ import annotations

from api.schemas.answers import AnswerOut, AskedOut, BatchOut, CurrentOut
from api.schemas.claims import AssertedOut, ClaimOut, SentenceOut, SpanOut, StandingOut, ValueOut, asserted, flattened
from api.schemas.conflicts import ConflictDetail, ConflictOut, DecisionOut, LeaseOut, SideDetail, SideOut
from api.schemas.documents import DocumentDetail, DocumentOut, IngestedOut, SourceOut, VersionOut
from api.schemas.facts import FactDetail, FactOut, FoundOut
from api.schemas.house import AuditOut, HealthOut, IndexOut, PendingOut, RequestOut
from api.schemas.wire import MAX_ID, FieldProblem, Order, PageOut, ProblemOut, Short, TotalOut, Wire

__all__ = [
    "MAX_ID",
    "AnswerOut",
    "AskedOut",
    "AssertedOut",
    "AuditOut",
    "BatchOut",
    "ClaimOut",
    "ConflictDetail",
    "ConflictOut",
    "CurrentOut",
    "DecisionOut",
    "DocumentDetail",
    "DocumentOut",
    "FactDetail",
    "FactOut",
    "FieldProblem",
    "FoundOut",
    "HealthOut",
    "IndexOut",
    "IngestedOut",
    "LeaseOut",
    "Order",
    "PageOut",
    "PendingOut",
    "ProblemOut",
    "RequestOut",
    "SentenceOut",
    "Short",
    "SideDetail",
    "SideOut",
    "SourceOut",
    "SpanOut",
    "StandingOut",
    "TotalOut",
    "ValueOut",
    "VersionOut",
    "Wire",
    "asserted",
    "flattened",
]
