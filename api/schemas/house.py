"""The history, and whether the house stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

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


class IndexOut(Wire):
    """Where everything is: the description of every address, what problems mean, and the lists to begin with."""

    version: str
    description: str
    problems: str
    lists: dict[str, str]
