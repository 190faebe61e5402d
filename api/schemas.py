"""What goes over the wire. A newcomer's mistake: answering with a view or a table; what is not named stays inside."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Generic, Self, TypeVar
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field, model_validator

from registry.actions import views
from registry.actions.views import Held, Outcome
from registry.model.assertion import Assertion, Claim, Kind, Status
from registry.model.finding import Relation, Severity, State, Verdict
from registry.steps.export import contract

MAX_ID = 2**63 - 1
Short = Annotated[str, Field(max_length=1_000)]


class Wire(BaseModel):
    """The base of everything that travels: unknown fields are refused, rows are read by attribute."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


T = TypeVar("T", bound=Wire)


class PageOut(Wire, Generic[T]):
    """A page; `next_cursor` continues after it."""

    items: list[T]
    next_cursor: str | None
    has_more: bool


class FieldProblem(Wire):
    """A value that does not fit: where (a JSON pointer, or the parameter) and why."""

    pointer: str
    detail: str


class ProblemOut(Wire):
    """A problem (RFC 9457). `type` leads to an explanation, `instance` is the request's id."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[FieldProblem] | None = None


class SourceOut(Wire):
    """What is known about a document."""

    id: str
    title: str | None
    publisher: str | None
    published: date | None
    language: str | None
    url: str | None
    authors: list[str]


class DocumentOut(Wire):
    """A document, with its newest version."""

    id: str
    uri: str
    source: SourceOut
    version_id: str
    read_at: datetime
    versions: int
    claims: int


class VersionOut(Wire):
    """A document as it was read at one moment; `digest` is the SHA-256 of the bytes."""

    id: str
    document_id: str
    digest: str
    media_type: str
    reader: str
    read_at: datetime
    published: date | None
    size: int
    claims: int
    newest: bool


class DocumentDetail(Wire):
    """A document and its versions, the newest first."""

    document: DocumentOut
    versions: list[VersionOut]


class SpanOut(Wire):
    """Words and their place: Unicode code points into the version's text, the end exclusive."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class SentenceOut(Wire):
    """The sentence around the words."""

    start: int
    end: int
    exact: str


class ValueOut(Wire):
    """A value: decimals as strings, dates in ISO form, null for an open end; roles and events have a label.

    `base` is what a rate counts by: "100000", "1000 live births", "day".
    """

    low: str | None
    high: str | None
    unit: str
    approx: bool
    label: str | None
    direction: str | None
    base: str | None = None


class StandingOut(Wire):
    """What the registry holds about the fact at this moment, and whether a claim states it."""

    held: Held
    words: str
    value: str | None
    sources: int
    independent: int
    agrees: bool | None


class AssertedOut(Wire):
    """An assertion in the registry's terms."""

    kind: Kind
    value: ValueOut
    attribute: str | None
    subject: str | None
    asserted_by: str | None
    as_of: date | None
    status: Status

    @classmethod
    def of(cls, said: Assertion) -> Self:
        """An assertion for the wire."""
        return cls.model_validate(asserted(said))


class ClaimOut(AssertedOut):
    """A claim: what is asserted, by which words of which version, and what the registry holds about it."""

    id: str
    fact_id: str
    question: str
    document: str
    version_id: str
    digest: str
    read_at: datetime
    media_type: str
    source: SourceOut
    span: SpanOut
    sentence: SentenceOut
    checkworthy: float
    trace: list[str]
    extractor: str
    retired_at: datetime | None
    standing: StandingOut

    @model_validator(mode="before")
    @classmethod
    def flat(cls, given: Any) -> Any:
        """A view, its assertion written out as the measuring contract does."""
        return flattened(given) if isinstance(given, views.ClaimView) else given


class SideOut(Wire):
    """A value in short; `sources` counts documents, `independent` witnesses."""

    number: int
    label: str
    sources: int
    independent: int
    first: date | None
    last: date | None


class SideDetail(SideOut):
    """A value with the claims that state it, the strongest first."""

    chosen: bool
    claims: list[ClaimOut]

    @model_validator(mode="before")
    @classmethod
    def named(cls, given: Any) -> Any:
        """A view without its model value, which the claims carry."""
        if not isinstance(given, views.SideView):
            return given
        return {name: value for name, value in given._asdict().items() if name != "value"}


class DecisionOut(Wire):
    """A person's decision; a later one may supersede it."""

    id: int
    conflict_id: str
    fact_id: str
    verdict: Verdict
    side: int | None
    label: str | None
    value: str | None
    source: str | None
    reason: str
    reviewer: str
    decided_at: datetime
    supersedes: int | None
    superseded_by: int | None


class ConflictOut(Wire):
    """A conflict as the queue lists it; `etag` is what If-Match asks for when deciding. `suggested` where people
    disagree with its rule."""

    id: str
    fact_id: str
    question: str
    kind: Relation
    rule: str
    severity: Severity
    detail: str
    sides: list[SideOut]
    found_at: datetime
    state: State
    priority: float
    suggested: bool
    etag: str


class LeaseOut(Wire):
    """Who is looking at it, and until when."""

    reviewer: str
    until: datetime


class ConflictDetail(Wire):
    """A conflict with its sides in full, what people decided and why the claims belong together."""

    conflict: ConflictOut = Field(validation_alias="row")
    sides: list[SideDetail]
    decisions: list[DecisionOut]
    why: list[str]
    lease: LeaseOut | None
    follows: str | None
    followed_by: str | None


class FactOut(Wire):
    """A fact: the question, its values in order of time, and what is held."""

    id: str
    question: str
    values: list[SideOut]
    standing: StandingOut
    claims: int
    changed_at: datetime


class FactDetail(Wire):
    """A fact with its history."""

    fact: FactOut = Field(validation_alias="row")
    sides: list[SideDetail]
    conflicts: list[ConflictOut]
    decisions: list[DecisionOut]
    merged: list[str]
    why: list[str]


class FoundOut(Wire):
    """What full-text search found; `bounded` where only the newest matches were ranked."""

    claims: list[ClaimOut]
    facts: list[FactOut]
    documents: list[DocumentOut]
    bounded: bool


class CurrentOut(Wire):
    """The value that is held: its words, the interval that it is, and the days it is stated for."""

    label: str
    value: ValueOut | None
    first: date | None
    last: date | None
    sources: int
    independent: int


class AnswerOut(Wire):
    """What the registry says to one assertion or question; `current` is the value now, or on the day asked about."""

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
        return given._asdict() | {"asked": AssertedOut.of(said) if said else None, "current": current}


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


class AuditOut(Wire):
    """What somebody did, when, to what."""

    id: int
    at: datetime
    actor: str
    action: str
    subject_id: str
    detail: dict[str, Any]


class HealthOut(Wire):
    """Whether the service runs."""

    status: str
    version: str


class IngestedOut(Wire):
    """What taking in a document came to; `created` is false where the registry has these very bytes already."""

    document_id: str
    version_id: str
    created: bool
    claims: int
    conflicts: int
    replaced: str | None


def asserted(said: Assertion) -> dict[str, Any]:
    """An assertion in the shape of the measuring contract."""
    return {
        "kind": said.kind,
        "value": contract.of_value(said.value, said.kind.value) | {"direction": said.direction},
        "attribute": said.attribute.key if said.attribute else None,
        "subject": said.subject.label if said.subject else None,
        "asserted_by": said.asserted_by.label if said.asserted_by else None,
        "as_of": contract.day(said.scope.as_of),
        "status": said.status,
    }


def flattened(view: views.ClaimView) -> dict[str, Any]:
    """A claim in the shape of the measuring contract, with what the registry adds."""
    claim = Claim(view.source, view.span, view.sentence, view.assertion, view.checkworthy, view.trace, view.extractor)
    known = {name: value for name, value in view._asdict().items() if name not in ("span", "sentence", "assertion")}
    return known | contract.of_claim(claim)
