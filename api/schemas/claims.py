"""Claims: what is asserted, at which words, and what is held about it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self

from pydantic import model_validator

from api.schemas.documents import SourceOut
from api.schemas.wire import Wire
from registry.actions import views
from registry.actions.views import Held
from registry.model.assertion import Assertion, Claim, Kind, Status
from registry.steps.export import contract


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
