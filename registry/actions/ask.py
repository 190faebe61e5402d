"""Say what the registry holds about a text: each assertion in it is looked up and compared.

A newcomer's mistake: taking "not found" for "wrong". The registry only knows what its documents say.
"""

from __future__ import annotations

from datetime import date

from registry.actions.views import Asked
from registry.model.assertion import Claim
from registry.store import ReadSession


def read(text: str, *, published: date | None = None, model: str | None = None) -> tuple[Claim, ...]:
    """The assertions of a text; slow, and without a session. Raises `InvalidValue` for a text that is too long."""
    raise NotImplementedError


def ask(session: ReadSession, text: str, claims: tuple[Claim, ...] | None = None) -> Asked:
    """What the registry says to each assertion of a text, or to a question without one."""
    raise NotImplementedError
