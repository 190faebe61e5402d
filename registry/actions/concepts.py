"""Teach the registry words: whether two phrases mean the same here. What a person says outranks the concept table.

`teach` appends; what is taught is used for every document from then on, at once for the facts that the words touch
(`refile`), and for all others by `claims recheck`. A newcomer's mistake: teaching sentences. A lesson is about what is
counted: "member state" and "state party".
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from registry import __version__
from registry.actions import audit
from registry.errors import InvalidValue
from registry.steps.match.taught import MOST_WORDS, Lesson, Taught
from registry.steps.match.words import stems
from registry.steps.stamp import tables
from registry.store import ReadSession, WriteSession
from registry.store.queries import measures
from registry.store.queries.measures import LessonRow
from registry.store.tables import Same
from registry.store.writes import append

ENGINE = f"{__version__}+{tables()}"
LONGEST = 80
Either = ReadSession | WriteSession


class Concept(NamedTuple):
    """What a person taught about two phrases; `same` None where it was taken back."""

    id: int
    left: str
    right: str
    same: bool | None
    reviewer: str
    reason: str
    decided_at: datetime


SAYS = {Same.YES: True, Same.NO: False, Same.UNSURE: None}


def taught(session: Either) -> Taught:
    """The lessons that hold."""
    rows = [row for row in measures.lessons(session) if row.same is not Same.UNSURE]
    return Taught.of(Lesson(row.left_words, row.right_words, row.same is Same.YES) for row in rows)


def engine(session: Either) -> str:
    """The stamp of the steps and the lessons that opinions are formed with now."""
    return f"{ENGINE}/{measures.newest_lesson(session)}"


def concepts(session: ReadSession) -> tuple[Concept, ...]:
    """Every lesson that holds, the newest first."""
    return tuple(_shown(row) for row in reversed(measures.lessons(session)) if row.same is not Same.UNSURE)


def _shown(row: LessonRow) -> Concept:
    """A lesson as it is shown."""
    told = (row.reviewer, row.reason, row.decided_at)
    return Concept(row.id, row.left_words, row.right_words, SAYS[row.same], *told)


def record(
    session: WriteSession, left: str, right: str, *, same: bool | None, reviewer: str, reason: str = ""
) -> Concept:
    """Append a lesson, superseding the one before about the same two phrases; None takes it back."""
    one, other = ordered(left, right)
    if not reviewer.strip():
        raise InvalidValue("Say who teaches this; set CLAIMS_REVIEWER.")
    before, at = measures.lesson_about(session, one, other), datetime.now(UTC)
    word = {True: Same.YES, False: Same.NO, None: Same.UNSURE}[same]
    row = {"left_words": one, "right_words": other, "same": word, "reviewer": reviewer, "reason": reason}
    supersedes = before.id if before else None
    number = append(session, "concept_judgement", {**row, "supersedes_id": supersedes, "decided_at": at})
    audit.note(
        session, audit.Deed(reviewer, "teach", f"{one} / {other}", at), concept=number, same=word.value, reason=reason
    )
    return Concept(number, one, other, same, reviewer, reason, at)


def ordered(left: str, right: str) -> tuple[str, str]:
    """Two phrases in lower case and in an order of their own; refuses what is no name of a thing."""
    one, other = sorted(" ".join(words.lower().split()) for words in (left, right))
    for words in (one, other):
        if not words or len(words) > LONGEST or len(words.split()) > MOST_WORDS or not stems(words):
            raise InvalidValue(f"{words[:LONGEST]!r} is no name of a thing; give one to {MOST_WORDS} words.")
    if stems(one) == stems(other):
        raise InvalidValue("These are forms of one phrase; give two that differ.")
    return one, other
