"""Decide conflicts, change one's mind, and say which facts are one. Everything here appends; nothing is edited.

A newcomer's mistake: checking first whether a conflict is undecided. Two reviewers pass that check together; the unique
indexes settle it, and the second gets `AlreadyDecided`.
"""

from __future__ import annotations

from registry.actions.views import Correction, DecisionView, Lease
from registry.model.finding import Verdict
from registry.store import WriteSession


def decide(
    session: WriteSession,
    conflict_id: str,
    *,
    verdict: Verdict,
    reason: str = "",
    reviewer: str,
    side: int | None = None,
    correction: Correction | None = None,
    supersedes: int | None = None,
) -> DecisionView:
    """Record a verdict on a conflict. `side` goes with `Verdict.SIDE`, `correction` with `Verdict.NEITHER`.

    Raises `AlreadyDecided` where there is a decision that `supersedes` does not name, or another has replaced that one.
    """
    raise NotImplementedError


def undo(session: WriteSession, decision_id: int, *, reviewer: str, reason: str = "") -> DecisionView:
    """Take a decision back: what it replaced holds again, or the conflict is open again."""
    raise NotImplementedError


def judge(session: WriteSession, left: str, right: str, *, same: bool | None, reviewer: str, reason: str = "") -> None:
    """Say that two facts (by id) are one, are not, or that one cannot tell; outranks every opinion of the machine."""
    raise NotImplementedError


def lease(session: WriteSession, conflict_id: str, *, reviewer: str, seconds: int = 300) -> Lease:
    """Take or renew the desk's lease on a conflict; answers with whoever has it."""
    raise NotImplementedError
