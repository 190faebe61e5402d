"""What a reviewer keeps: saved filters, flags, reason templates, keys, and the place where they left.

A newcomer's mistake: taking any of it for a decision. It belongs to one person, settles nothing and may be replaced.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from registry.actions.lookup import conflict_of
from registry.errors import InvalidValue
from registry.model.finding import Verdict
from registry.store import ReadSession, WriteSession
from registry.store.queries import shelf
from registry.store.queries.shelf import ItemRow

MOST, LONGEST = 100, 200
HERE = "here"


class Kind(StrEnum):
    """What can be kept."""

    FILTER = "filter"
    FLAG = "flag"
    TEMPLATE = "template"
    KEYS = "keys"
    PLACE = "place"


class Template(NamedTuple):
    """A reason that is given often, and the verdict it goes with."""

    name: str
    verdict: Verdict
    reason: str


class Saved(NamedTuple):
    """A filter of the queue under a name; `query` is the part of the address after the question mark."""

    name: str
    query: str


class Left(NamedTuple):
    """The conflict that a person had open last."""

    conflict_id: str
    question: str


USUAL = (
    Template("1", Verdict.TIME, "The value changed between the dates of the sources."),
    Template("2", Verdict.SCOPE, "The sources count different things under one name."),
    Template("3", Verdict.SIDE, "The body responsible for the figure says so."),
    Template("4", Verdict.SIDE, "The later source corrects the earlier one."),
    Template("5", Verdict.NOT_SAME_FACT, "The sentences are about different things."),
    Template("6", Verdict.UNSURE, "The original source has to be looked at first."),
)
TEMPLATED = (Verdict.SIDE, Verdict.TIME, Verdict.SCOPE, Verdict.NOT_SAME_FACT, Verdict.UNSURE)


def put(session: WriteSession, person: str, kind: Kind, name: str, content: dict[str, Any]) -> None:
    """Keep a thing under a name, in the place of what had it."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST:
        raise InvalidValue(f"Give it a name of at most {LONGEST} characters.")
    if kind is not Kind.FLAG and len(shelf.items(session, person, kind)) >= MOST:
        raise InvalidValue(f"{MOST} are kept already; take one away first.")
    shelf.put(session, person, kind, ItemRow(name, content, datetime.now(UTC)))


def drop(session: WriteSession, person: str, kind: Kind, name: str) -> bool:
    """Take a thing away; whether it was there."""
    return shelf.drop(session, person, kind, name)


def filters(session: ReadSession, person: str) -> tuple[Saved, ...]:
    """The filters that a person saved, by name."""
    rows = shelf.items(session, person, Kind.FILTER)
    return tuple(Saved(row.name, str(row.content.get("query", ""))) for row in rows)


def flagged(session: ReadSession, person: str) -> frozenset[str]:
    """The conflicts that a person flagged."""
    return frozenset(row.name for row in shelf.items(session, person, Kind.FLAG))


def flag(session: WriteSession, person: str, conflict_id: str) -> bool:
    """Flag a conflict, or take the flag away; whether it is flagged now."""
    conflict_of(session, conflict_id)
    if drop(session, person, Kind.FLAG, conflict_id):
        return False
    put(session, person, Kind.FLAG, conflict_id, {})
    return True


def templates(session: ReadSession, person: str) -> tuple[Template, ...]:
    """The reasons that a person gives often; the usual ones until they write their own."""
    rows = shelf.items(session, person, Kind.TEMPLATE)
    if not rows:
        return USUAL
    found = (Template(row.name, Verdict(row.content["verdict"]), str(row.content["reason"])) for row in rows)
    return tuple(sorted((one for one in found if one.reason), key=lambda one: one.name.zfill(3)))


def keep_templates(session: WriteSession, person: str, given: list[tuple[Verdict, str]]) -> None:
    """Keep reasons in the place of all before; none brings the usual ones back."""
    for row in shelf.items(session, person, Kind.TEMPLATE):
        drop(session, person, Kind.TEMPLATE, row.name)
    told = [(verdict, " ".join(reason.split())) for verdict, reason in given if reason.strip()]
    for number, (verdict, reason) in enumerate(told[:9], 1):
        if verdict not in TEMPLATED:
            raise InvalidValue(f"“{verdict.value}” asks for more than a reason; keep one for another verdict.")
        put(session, person, Kind.TEMPLATE, str(number), {"verdict": verdict.value, "reason": reason})


def leave(session: WriteSession, person: str, conflict_id: str) -> None:
    """Remember the conflict that a person has open."""
    row = conflict_of(session, conflict_id)
    put(session, person, Kind.PLACE, HERE, {"conflict": row.id, "question": row.question})


def left(session: ReadSession, person: str) -> Left | None:
    """The conflict that a person had open last."""
    row = next(iter(shelf.items(session, person, Kind.PLACE)), None)
    return Left(str(row.content["conflict"]), str(row.content["question"])) if row else None


def keys(session: ReadSession, person: str) -> dict[str, str]:
    """A person's own keys: what each of ours is pressed as."""
    row = next(iter(shelf.items(session, person, Kind.KEYS)), None)
    return {str(ours): str(own) for ours, own in row.content.items()} if row else {}
