"""Views made by hand, one line each."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from registry.actions.views import (
    Answer,
    ClaimView,
    ConflictRow,
    DecisionView,
    DocumentRow,
    FactRow,
    FactView,
    Held,
    Outcome,
    SideRow,
    SideView,
    Standing,
    TextView,
    VersionRow,
)
from registry.model.assertion import Assertion, Kind, Scope
from registry.model.document import Source
from registry.model.finding import Relation, Severity, State, Verdict
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.span import Block, Span
from registry.model.term import Term

NOW = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
TEXT = "The Norsund Choir has 64 members and a boat."
QUESTION = "How many members does the Norsund Choir have?"


def source(**more: Any) -> Source:
    given = {"title": "The choir's year", "publisher": "Norsund Choir", "published": date(2024, 12, 2), **more}
    return Source(given.pop("id", "d1"), **given)


def standing(held: Held = Held.UNDISPUTED, words: str = "undisputed, 2 sources", **more: Any) -> Standing:
    return Standing(held, words, **{"value": "64", "sources": 2, "independent": 2, "agrees": True, **more})


def counted(number: str, attribute: str = "member", **more: Any) -> Assertion:
    value = Quantity(Decimal(number), Decimal(number), "count")
    return Assertion(
        Kind.COUNT, value, Term("norsund choir", "Norsund Choir"), Term(attribute, attribute + "s"), **more
    )


def claim(number: str = "64", text: str = TEXT, **more: Any) -> ClaimView:
    start = text.index(number)
    given: dict[str, Any] = {
        "id": f"c{number}",
        "fact_id": "f1",
        "question": QUESTION,
        "version_id": "v1",
        "digest": "ab" * 32,
        "read_at": NOW,
        "media_type": "text/plain",
        "source": source(),
        "span": Span.cut(text, start, start + len(number)),
        "sentence": Span.cut(text, 0, len(text)),
        "assertion": counted(number),
        "checkworthy": 0.9,
        "trace": ("digits",),
        "extractor": "numbers/1",
        "retired_at": None,
        "standing": standing(),
    }
    return ClaimView(**{**given, **more})


def side(number: int, label: str, *claims: ClaimView, day: date | None = None, **more: Any) -> SideView:
    value = Quantity(Decimal(label), Decimal(label), "count")
    given = {"sources": len(claims), "independent": len(claims), "first": day, "last": day, "chosen": False, **more}
    return SideView(number, label, value, claims=claims, **given)


def side_row(number: int, label: str, day: date | None = None) -> SideRow:
    return SideRow(number, label, 1, 1, day, day)


def fact(*sides: SideRow, **more: Any) -> FactRow:
    return FactRow("f1", QUESTION, sides, more.pop("standing", standing()), len(sides), NOW)


def fact_view(row: FactRow, *conflicts: ConflictRow) -> FactView:
    return FactView(row, (), conflicts, (), (), ())


def conflict(state: State = State.OPEN) -> ConflictRow:
    sides = (side_row(1, "71", date(2025, 12, 9)), side_row(2, "64", date(2024, 12, 2)))
    kind = Relation.CHANGE_OVER_TIME
    return ConflictRow("k1", "f1", QUESTION, kind, "later", Severity.MEDIUM, "Later.", sides, NOW, state, 0.5, 0)


def decision(number: int, verdict: Verdict = Verdict.SIDE, **more: Any) -> DecisionView:
    given = {"side": 1, "label": "64", "value": None, "source": None, "reason": "", "reviewer": "Ito", **more}
    given = {"decided_at": NOW, "supersedes": None, "superseded_by": None, **given}
    return DecisionView(number, "k1", "f1", verdict, **given)


def version_of(text: str, blocks: tuple[Block, ...], *claims: ClaimView) -> TextView:
    document = DocumentRow("d1", "urn:x", source(), "v1", NOW, 1, len(claims))
    version = VersionRow("v1", "d1", "ab" * 32, "text/plain", "plain/1", NOW, None, 99, len(claims), newest=True)
    return TextView(document, version, text, blocks, claims)


def answer(outcome: Outcome, row: FactRow | None, **more: Any) -> Answer:
    given = {"asked": counted("60"), "span": None, "value": "64", "supporting": (), "opposing": (), "why": (), **more}
    return Answer(outcome, "the sources say 64", fact=row, **given)


def stated(day: date) -> Scope:
    return Scope(as_of=Moment.on(day), as_of_from="stated")
