"""The history, and whether the house stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from api.schemas.wire import Wire


class AuditOut(Wire):
    """What somebody did, when, to what."""

    id: int
    at: datetime
    actor: str
    action: str
    subject_id: str
    detail: dict[str, Any]


class HealthOut(Wire):
    """Whether the service runs."""

    status: str
    version: str


class PendingOut(Wire):
    """A request that goes on by itself, and the address at which it is looked up."""

    state: Literal["working"]
    request: str


class RequestOut(Wire):
    """How a request under an Idempotency-Key stands; the answer is that of the request, unless it shows a secret."""

    state: Literal["working", "done", "lost"]
    since: datetime
    status: int | None = None
    location: str | None = None
    answer: dict[str, Any] | None = None


class IndexOut(Wire):
    """Where everything is: the description of every address, what problems mean, and the lists to begin with."""

    version: str
    description: str
    problems: str
    lists: dict[str, str]
