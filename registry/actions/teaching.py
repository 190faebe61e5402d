"""Teach words and file the facts they touch anew: at once a bounded number, the rest by `claims recheck`.

A newcomer's mistake: believing that a lesson changes what was decided. Decisions stand; only what is joined changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from registry.actions import concepts
from registry.actions.concepts import Concept
from registry.actions.filing.refiling import refile_facts
from registry.actions.rows import to_claim
from registry.steps.match.taught import lesson
from registry.store import WriteSession
from registry.store.queries import facts as fact_queries
from registry.store.queries import search
from registry.store.queries.claims import ClaimRow

AT_ONCE = 100


class Lesson(NamedTuple):
    """What teaching came to: the lesson, the facts filed anew at once, the conflicts that are new, and whether there
    are facts left for `claims recheck`."""

    concept: Concept
    facts: int
    conflicts: int
    more: bool


def teach(
    session: WriteSession, left: str, right: str, *, same: bool | None, reviewer: str, reason: str = ""
) -> Lesson:
    """Say that two phrases mean the same here (True), do not (False), or take a lesson back (None).

    For pages and programs: `left` and `right` are one to four words each for what is counted ("member state", "state
    party"). Raises `InvalidValue` for whole sentences and for two forms of one phrase.
    """
    told = concepts.record(session, left, right, same=same, reviewer=reviewer, reason=reason)
    found = touched(session, (told.left, told.right))
    now = found[:AT_ONCE]
    conflicts = refile_facts(session, now, datetime.now(UTC)) if now else 0
    return Lesson(told, len(now), conflicts, len(found) > AT_ONCE)


def touched(session: WriteSession, phrases: Iterable[str]) -> list[str]:
    """The clusters of the facts whose question has one of some phrases, the newest first, at most one too many."""
    keys = [key for words in phrases for key in search.find(session, "fact", words, limit=AT_ONCE + 1)]
    known = fact_queries.facts_by_key(session, keys)
    return list(dict.fromkeys(known[key].cluster for key in keys if key in known))[: AT_ONCE + 1]


def learn(session: WriteSession, left: ClaimRow, right: ClaimRow, *, same: bool, reviewer: str, reason: str) -> None:
    """Take from a judgement on two claims what it teaches about words, if it teaches any; facts are filed anew by the
    next document or recheck."""
    told = lesson(to_claim(left), to_claim(right), same=same)
    if told is not None and not known(session, told.one, told.other, same=same):
        concepts.record(session, told.one, told.other, same=same, reviewer=reviewer, reason=reason)


def known(session: WriteSession, one: str, other: str, *, same: bool) -> bool:
    """Whether the registry was taught this already."""
    pairs = {(frozenset((each.one, each.other)), each.same) for each in concepts.taught(session).lessons}
    return (frozenset((one, other)), same) in pairs
