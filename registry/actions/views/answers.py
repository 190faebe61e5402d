"""What search finds and what the registry says to a text."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from registry.actions.views.claims import ClaimView
from registry.actions.views.documents import DocumentRow
from registry.actions.views.facts import FactRow
from registry.model.assertion import Assertion, Value
from registry.model.span import Span


class Found(NamedTuple):
    """What full-text search found; `bounded` where only the newest matches were ranked."""

    claims: tuple[ClaimView, ...]
    facts: tuple[FactRow, ...]
    documents: tuple[DocumentRow, ...]
    bounded: bool


class Outcome(StrEnum):
    """What the registry says to an assertion."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    DISPUTED = "disputed"
    NOT_FOUND = "not_found"


class Current(NamedTuple):
    """The value that is held, in words and as the interval that it is, and the days it is stated for."""

    label: str
    value: Value | None
    first: date | None
    last: date | None
    sources: int
    independent: int


class Meant(NamedTuple):
    """The question that is answered for the one that was asked: with a slip mended, or from another `language`."""

    question: str
    language: str | None = None

    @property
    def words(self) -> str:
        """What an answer says about it, before anything else."""
        if self.language:
            return f"Asked in {self.language}, read as “{self.question}”"
        return f"Did you mean “{self.question}”"


class Answer(NamedTuple):
    """The registry's answer to one assertion or question; `asked` is None for a question without a value.

    `detail` is one sentence; `why` says why this fact; `supporting` and `opposing` are claims, the strongest first.
    `current` is the value held now or, where a day was asked about, on that day; `meant` another question that is
    answered.
    """

    outcome: Outcome
    detail: str
    asked: Assertion | None
    span: Span | None
    fact: FactRow | None
    value: str | None
    supporting: tuple[ClaimView, ...]
    opposing: tuple[ClaimView, ...]
    why: tuple[str, ...]
    current: Current | None = None
    meant: Meant | None = None


class Asked(NamedTuple):
    """A text and what the registry says to each assertion in it, the most telling first; `nearest` are other facts.

    `as_of` is the day in the world that was asked about, `known_at` the moment whose registry answered; with `text`
    they give the same answer again.
    """

    text: str
    answers: tuple[Answer, ...]
    nearest: tuple[FactRow, ...]
    as_of: date | None = None
    known_at: datetime | None = None
