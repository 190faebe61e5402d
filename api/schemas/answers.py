"""What the registry says to statements and questions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self
from urllib.parse import urlencode

from pydantic import model_validator

from api.schemas.claims import AssertedOut, ClaimOut, SpanOut, ValueOut
from api.schemas.facts import FactOut
from api.schemas.wire import Wire
from registry.actions import views
from registry.actions.views import Outcome
from registry.steps.export import contract


class CurrentOut(Wire):
    """The value that is held: its words, the interval that it is, and the days it is stated for."""

    label: str
    value: ValueOut | None
    first: date | None
    last: date | None
    sources: int
    independent: int


class MeantOut(Wire):
    """The question that is answered instead: with a slip mended, or from another `language`."""

    question: str
    language: str | None


class AnswerOut(Wire):
    """What the registry says to one assertion or question; `current` is the value now, or on the day asked about, and
    `meant` the question that is answered where it is not the one that was asked."""

    outcome: Outcome
    detail: str
    asked: AssertedOut | None
    span: SpanOut | None
    fact: FactOut | None
    value: str | None
    supporting: list[ClaimOut]
    opposing: list[ClaimOut]
    why: list[str]
    current: CurrentOut | None
    meant: MeantOut | None

    @model_validator(mode="before")
    @classmethod
    def told(cls, given: Any) -> Any:
        """A view, its assertion and its value written out."""
        if not isinstance(given, views.Answer):
            return given
        said, held = given.asked, given.current
        kind = said.kind.value if said else "value"
        value = contract.of_value(held.value, kind) | {"direction": None} if held and held.value else None
        known = {name: value for name, value in (value or {}).items() if name in ValueOut.model_fields}
        current = held._asdict() | {"value": known or None} if held else None
        told = {"question": given.meant.question, "language": given.meant.language} if given.meant else None
        return given._asdict() | {"asked": AssertedOut.of(said) if said else None, "current": current, "meant": told}


class AskedOut(Wire):
    """A text and what the registry says to it, the most telling answer first; `nearest` are other facts.

    `permalink` gives this very answer again, whatever the registry learns later.
    """

    text: str
    answers: list[AnswerOut]
    nearest: list[FactOut]
    as_of: date | None
    known_at: datetime | None
    permalink: str

    @classmethod
    def of(cls, asked: views.Asked, site: str) -> Self:
        """An answer with its permalink."""
        words = {"q": asked.text, "as_of": asked.as_of, "known_at": asked.known_at and asked.known_at.isoformat()}
        query = urlencode({name: value for name, value in words.items() if value})
        return cls.model_validate(asked._asdict() | {"permalink": f"{site}/v1/ask?{query}"})


class BatchOut(Wire):
    """What the registry says to each question, in their order."""

    items: list[AskedOut]
