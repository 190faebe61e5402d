"""Mementos (RFC 7089): the versions of a document as links, for headers and for a TimeMap.

A newcomer's mistake: a date without GMT. Mementos are told apart by whole seconds of that clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import NamedTuple

MEDIA_TYPE = "application/link-format"


class Memento(NamedTuple):
    """A version: its address and the moment it was read."""

    url: str
    at: datetime


class Original(NamedTuple):
    """A document: its own address, where its versions are chosen by time, and where they are listed."""

    url: str
    timegate: str
    timemap: str


def stamp(at: datetime) -> str:
    """A moment as HTTP writes it."""
    return format_datetime(at.astimezone(UTC).replace(microsecond=0), usegmt=True)


def asked(header: str) -> datetime | None:
    """The moment that an Accept-Datetime header names; None where it names none."""
    try:
        at = parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def nearest(mementos: Sequence[Memento], at: datetime | None) -> Memento:
    """The version that was current at a moment: the last one read by then, else the first; the newest without one."""
    ordered = sorted(mementos, key=lambda one: one.at)
    if at is None:
        return ordered[-1]
    until = [one for one in ordered if one.at.replace(microsecond=0) <= at]
    return until[-1] if until else ordered[0]


def header(original: Original, mementos: Sequence[Memento], shown: Memento) -> str:
    """The Link header of a version: the document, its time gate and map, and the versions around this one."""
    ordered = sorted(mementos, key=lambda one: one.at)
    at = ordered.index(shown)
    rels: dict[Memento, list[str]] = {}
    around = (("first", 0), ("prev", at - 1), ("next", at + 1), ("last", len(ordered) - 1))
    for rel, place in around:
        if 0 <= place < len(ordered):
            rels.setdefault(ordered[place], []).append(rel)
    return ", ".join([*sources(original), *(link(one, " ".join([*words, "memento"])) for one, words in rels.items())])


def timemap(original: Original, mementos: Sequence[Memento]) -> str:
    """All versions of a document, the oldest first."""
    ordered = sorted(mementos, key=lambda one: one.at)
    rels = [["memento"] for _ in ordered]
    rels[0].insert(0, "first")
    rels[-1].insert(-1, "last")
    own = f'<{original.timemap}>; rel="self"; type="{MEDIA_TYPE}"'
    first, gate, _ = sources(original)
    return (
        ",\n".join([first, gate, own, *(link(one, " ".join(rel)) for one, rel in zip(ordered, rels, strict=True))])
        + "\n"
    )


def sources(original: Original) -> list[str]:
    """The links of the document itself."""
    return [
        f'<{original.url}>; rel="original"',
        f'<{original.timegate}>; rel="timegate"',
        f'<{original.timemap}>; rel="timemap"; type="{MEDIA_TYPE}"',
    ]


def link(memento: Memento, rel: str) -> str:
    """A link to a version."""
    return f'<{memento.url}>; rel="{rel}"; datetime="{stamp(memento.at)}"'
