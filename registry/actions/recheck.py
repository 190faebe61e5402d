"""Run newer steps over what is stored, a version at a time, so that it can be stopped and taken up again."""

from __future__ import annotations

from registry.actions.views import Rechecked
from registry.store import WriteSession


def recheck(session: WriteSession, version_id: str, *, model: str | None = None) -> Rechecked:
    """Extract a stored version anew: new claims are kept, those not found again are retired."""
    raise NotImplementedError
