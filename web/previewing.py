"""What a document would bring, told before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from registry.actions.views import Outcome, PreviewClaim
from registry.model.document import Source
from web import days, telling, words
from web.highlight import Mark, Piece, pieces
from web.meanings import Meaning

OUTCOMES = {
    Outcome.SUPPORTED: Meaning("agrees", "agrees"),
    Outcome.CONTRADICTED: Meaning("contradiction", "contradicts"),
    Outcome.OUTDATED: Meaning("changed", "out of date"),
    Outcome.DISPUTED: Meaning("disputed", "disputed already"),
    Outcome.NOT_FOUND: Meaning("plain", "new"),
}
DIFFERS = (Outcome.CONTRADICTED, Outcome.OUTDATED, Outcome.DISPUTED)


class Line(NamedTuple):
    """A claim that a document would bring."""

    value: str
    attribute: str
    pieces: list[Piece]
    outcome: Meaning
    detail: str
    question: str
    href: str
    differs: bool


def line(claim: PreviewClaim) -> Line:
    """A claim, its words, and what the registry says to it now."""
    said, start = claim.assertion, claim.span.start - claim.sentence.start
    fact = claim.fact
    return Line(
        value=words.worded(said.value),
        attribute=words.noun(said),
        pieces=pieces(claim.sentence.exact, [Mark(start, start + len(claim.span.exact), tone="figure-mark")]),
        outcome=OUTCOMES[claim.outcome],
        detail=telling.sentence(claim.detail) if fact else "",
        question=fact.question if fact else "",
        href=f"/facts/{fact.id}" if fact else "",
        differs=claim.outcome in DIFFERS,
    )


def read(source: Source) -> dict[str, str]:
    """What the text says of itself, beside the fields that were left empty: a kept document would be known so."""
    day = days.day(source.published) if source.published else ""
    said = {"title": source.title, "publisher": source.publisher, "published": day}
    return {name: f"as read: {value}" if value else "not said in the text" for name, value in said.items()}


def title(lines: Sequence[Line]) -> str:
    """The answer that a preview is: "6 claims found, 2 of them differ"."""
    differing = sum(each.differs for each in lines)
    found = telling.sentence(f"{words.counted(len(lines), 'claim')} found")[:-1]
    return f"{found}, {differing} of them {'differs' if differing == 1 else 'differ'}" if differing else found
