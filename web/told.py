"""Documents and facts as templates are given them; `telling` has the claims, conflicts and decisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from registry.actions.precedents import Precedents
from registry.actions.views import ClaimView, ConflictRow, ConflictView, DocumentRow, FactView, SideView
from registry.model.finding import State
from registry.model.span import Span
from web import days, meanings, telling, words
from web.meanings import Meaning
from web.rendering import query
from web.shown import Side

LONGEST_TITLE, FEW = 200, 3


class Link(NamedTuple):
    """Words, and where they lead; nowhere where `href` is empty."""

    href: str
    text: str


class DocumentLine(NamedTuple):
    """A document in a list."""

    href: str
    title: str
    publisher: str | None
    published: date | None
    claims: int
    added: datetime


class ClaimLine(NamedTuple):
    """A claim in the rail of a document."""

    id: str
    value: str
    attribute: str
    tone: str
    word: str


class Answer(NamedTuple):
    """What a fact comes to: a value in large, and what is said beside it."""

    value: str
    since: str


class OpenConflict(NamedTuple):
    """A conflict of a fact that waits for people."""

    href: str
    kind: Meaning
    text: str


class Precedent(NamedTuple):
    """A conflict that was decided before."""

    href: str
    question: str
    told: str
    reason: str
    reviewer: str


class Alike(NamedTuple):
    """How conflicts of one sort were decided."""

    told: str
    rows: tuple[Precedent, ...]


def brief(title: str) -> str:
    """A title as a list has room for it; a few documents have a page of one.

    >>> brief("The lighthouse of Norsund"), len(brief("word " * 400)) <= LONGEST_TITLE
    ('The lighthouse of Norsund', True)
    """
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 2].rstrip()} …"


def document_line(row: DocumentRow) -> DocumentLine:
    """A document in a list."""
    source = row.source
    title = brief(source.title or "Untitled document")
    return DocumentLine(f"/documents/{row.id}", title, source.publisher, source.published, row.claims, row.read_at)


def claim_line(claim: ClaimView) -> ClaimLine:
    """A claim in a rail: value, what is counted, standing."""
    said, meaning = claim.assertion, telling.held(claim.standing)
    return ClaimLine(claim.id, words.worded(said.value), words.noun(said), meaning.tone, meaning.word)


def sentences(given: Sequence[Span], page: str, version: str | None, style: str) -> list[Link]:
    """Sentences to cite; each leads to the page that cites it."""
    return [
        Link(page + query(version=version, start=one.start, end=one.end, style=style), " ".join(one.exact.split()))
        for one in given
    ]


def chained(view: ConflictView) -> list[Link]:
    """The conflicts that this one continues, and that continue it."""
    before = [Link(f"/conflicts/{view.follows}", "What was found before the newest value came")] if view.follows else []
    after = [Link(f"/conflicts/{view.followed_by}", "Newer: another value has come")] if view.followed_by else []
    return before + after


def answer(view: FactView) -> Answer:
    """The value that is held, or all values that are stated, and since when."""
    held = view.row.standing.value
    if held is None:
        values = [side.label for side in telling.in_time(view.row.values)]
        return Answer(either(values), "not settled")
    side = next((side for side in view.row.values if side.label == held), None)
    if side is None or side.first is None:
        return Answer(held, "")
    if len(view.row.values) > 1:
        return Answer(held, f"since {days.day(side.first)} at the latest")
    return Answer(held, f"as of {days.months(side.first, side.last or side.first)}")


def either(values: Sequence[str]) -> str:
    """Values of which one may be right, or how many there are; a capital that began a sentence of its own stays at the
    beginning only.

    >>> either(["1,150", "About 1,510"]), either(["May 2024", "A350"]), either(["About 460", "640", "About 720"])
    ('1,150 or about 1,510', 'May 2024 or A350', 'About 460, 640 or about 720')
    >>> either(["1", "3", "5", "22"])
    '4 values'
    """
    if len(values) > FEW:
        return f"{len(values)} values"
    *others, last = [*values[:1], *map(words.inside, values[1:])]
    return f"{', '.join(others)} or {last}" if others else last


def cited(view: FactView) -> str:
    """The claim that a citation of a fact is made of: the first for the held value, else the newest."""
    known = [side for side in view.sides if side.claims]
    best = max(known, key=lambda side: (side.chosen, side.last or date.min), default=None)
    return best.claims[0].id if best else ""


def open_conflicts(view: FactView) -> list[OpenConflict]:
    """The conflicts of a fact that wait for people; of each kind the newest, which continues those before it."""
    newest = {row.kind: row for row in sorted(view.conflicts, key=lambda row: row.found_at)}
    return [_waiting(row) for row in newest.values() if row.state is not State.DECIDED]


def _waiting(row: ConflictRow) -> OpenConflict:
    kind = meanings.KINDS[row.kind]
    return OpenConflict(f"/conflicts/{row.id}", kind, f"Open conflict: {kind.word}")


def precedents(found: Precedents) -> Alike | None:
    """How conflicts like one were decided; None where none was."""
    if not found.verdicts:
        return None
    parts = [f"{meanings.told(verdict, None)} {words.times(number)}" for verdict, number in found.verdicts]
    total = sum(number for _, number in found.verdicts)
    rows = tuple(
        Precedent(f"/conflicts/{row.id}", row.question, meanings.told(row.verdict, row.label), row.reason, row.reviewer)
        for row in found.newest
    )
    return Alike(telling.sentence(f"{words.counted(total, 'conflict')} of this sort: {', '.join(parts)}"), rows)


def groups(given: Sequence[SideView]) -> tuple[Side, ...]:
    """A fact's values with their claims, the newest value first."""
    newest = sorted(given, key=lambda side: (side.last or side.first or date.min, side.number), reverse=True)
    return tuple(telling.plain_side(side) for side in newest)
