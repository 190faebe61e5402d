"""What lists can be asked for: filters and pages. A parameter that is misspelt is refused, not ignored."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Self

from pydantic import Field, model_validator
from pydantic.config import JsonDict

from api.schemas import Wire
from api.told import Language, Unit
from registry.actions.exports import Wanted
from registry.actions.quoting import Chosen
from registry.actions.views import Age, ClaimFilter, ConflictFilter, DocumentFilter, FactFilter, Held
from registry.model.assertion import Kind, Status
from registry.model.finding import Relation, Severity, State, Verdict
from registry.model.traits import Traits
from registry.steps.export import EXPORTERS
from registry.store.tables import Sending

Words = Annotated[str | None, Field(max_length=1_000)]
Ref = Annotated[str | None, Field(max_length=200)]
STYLES: JsonDict = {"enum": list(EXPORTERS)}


class Paging(Wire):
    """Which page, and how long."""

    cursor: str | None = Field(None, max_length=2_000, description="The `next_cursor` of the page before.")
    limit: int = Field(50, ge=1, le=200, description="How many rows at most.", examples=[20])
    fields: str | None = Field(None, max_length=1_000, description="Only these members of each item, with commas.")

    def filters(self) -> dict[str, Any]:
        """What the cursor is bound to."""
        return self.model_dump(mode="json", exclude={"cursor", "limit", "fields"})


class Counted(Paging):
    """A list that can be counted."""

    total: bool = Field(default=False, description="Say how many there are, up to 10,000.")

    def filters(self) -> dict[str, Any]:
        """What the cursor is bound to."""
        return self.model_dump(mode="json", exclude={"cursor", "limit", "fields", "total"})


Q: Any = Field(None, max_length=1_000, description="Words that all have to occur.", examples=["lighthouse"])


class Traited(Wire):
    """What claims, or the claims of facts, have to be like."""

    kind: Kind | None = Field(None, description="What sort of value it is.", examples=["measure"])
    unit: Unit | None = Field(None, description="The unit of the value.", examples=["m"])
    status: Status | None = Field(None, description="Whether it is so, is planned, denied or supposed.")
    value_from: float | None = Field(None, allow_inf_nan=False, description="The least value.", examples=[50])
    value_to: float | None = Field(None, allow_inf_nan=False, description="The greatest value.", examples=[100])
    since: date | None = Field(None, description="The first day: that of the claim, else of its document.")
    until: date | None = Field(None, description="The last day.")
    publisher: Words = Field(None, description="Who published it, by the exact name.")

    def traits(self) -> Traits:
        """The same in the terms of the model."""
        told = self.model_dump(include={"kind", "unit", "status", "since", "until", "publisher"})
        return Traits(**told, low=self.value_from, high=self.value_to)


class ExportQuery(Traited):
    """Which claims or facts are exported, and what of them."""

    fields: str | None = Field(
        None, max_length=1_000, description="The fields wanted, in order, with commas between.", examples=["id"]
    )
    subject: Words = Field(None, description="Words of the subject.", examples=["lighthouse"])
    attribute: Words = Field(None, description="Words of what is counted, measured or said.", examples=["height"])

    def wanted(self) -> Wanted:
        """The filter for the action."""
        subject, attribute = (words.strip().lower() if words else None for words in (self.subject, self.attribute))
        return Wanted(subject, attribute, self.traits())


class DocumentQuery(Counted):
    """Which documents."""

    publisher: Words = Field(None, description="The exact name of the publisher.", examples=["Norsund Harbour Board"])
    language: Language | None = Field(None, description="The language it is in.", examples=["en"])
    since: date | None = Field(None, description="The first day of publication.")
    until: date | None = Field(None, description="The last day of publication.")
    q: Words = Q

    def where(self) -> DocumentFilter:
        """The filter for the action."""
        return DocumentFilter(self.publisher, self.language, self.since, self.until, self.q)


class VersionQuery(Paging):
    """Which versions."""

    document_id: Ref = Field(None, description="Only those of this document.")


class DecisionQuery(Paging):
    """Which decisions."""

    reviewer: Words = Field(None, description="Who decided, by the exact name.")
    verdict: Verdict | None = Field(None, description="What was decided.")


class DocumentClaimsQuery(Paging):
    """Which claims of a document."""

    retired: bool = Field(default=False, description="Include the claims of replaced versions.")


class ClaimQuery(Counted, Traited):
    """Which claims."""

    document_id: Ref = None
    version_id: Ref = None
    fact_id: Ref = None
    subject: Words = Field(None, description="Words of the subject.", examples=["lighthouse"])
    attribute: Words = Field(None, description="Words of what is counted, measured or said.", examples=["height"])
    value: str | None = Field(None, max_length=60, description="A number that the value may be.", examples=["61"])
    retired: bool = Field(default=False, description="Include the claims of replaced versions.")
    q: Words = Q
    standing: Held | None = Field(None, description="What is held about the claim now.", examples=["disputed"])

    def where(self) -> ClaimFilter:
        """The filter for the action."""
        names = {"document_id", "version_id", "fact_id", "subject", "attribute", "value", "retired", "standing"}
        return ClaimFilter(**self.model_dump(include=names), words=self.q, traits=self.traits())


class FactQuery(Counted, Traited):
    """Which facts."""

    subject: Words = Field(None, description="Words of the subject.", examples=["lighthouse"])
    attribute: Words = Field(None, description="Words of what is counted, measured or said.")
    q: Words = Q
    standing: Held | None = Field(None, description="What is held about the fact now.", examples=["disputed"])

    def where(self) -> FactFilter:
        """The filter for the action."""
        return FactFilter(self.subject, self.attribute, self.q, self.standing, self.traits())


class ConflictQuery(Counted):
    """Which conflicts."""

    state: State | None = Field(None, description="Where it stands; all where it is left out.", examples=["open"])
    kind: Relation | None = None
    severity: Severity | None = None
    subject: Words = Field(None, description="What it is about, the whole name.", examples=["lighthouse of Norsund"])
    publisher: Words = Field(None, description="The exact name of a publisher of its documents.")
    rule: Words = Field(None, description="The rule that found it.", examples=["contradiction"])
    language: Language | None = Field(None, description="A language of its documents.", examples=["en"])
    age: Age | None = Field(None, description="When it was found.")
    words: Words = Field(None, description="Words of its question or of a claim.", examples=["lighthouse"])
    suggested: bool | None = Field(None, description="Of a rule that stepped back, or not.")
    dismissed: bool | None = Field(None, description="Decided as no conflict at all, or not so.")

    def where(self) -> ConflictFilter:
        """The filter for the action."""
        return ConflictFilter(**self.model_dump(exclude={"cursor", "limit", "fields", "total"}))


class ChosenQuery(Wire):
    """How to cite a document, and which words of it; all of it where none are chosen."""

    style: str = Field("apa", max_length=40, description="The style or format.", json_schema_extra=STYLES)
    version: Ref = Field(None, description="A version; the newest where it is left out.")
    exact: str | None = Field(None, max_length=2_000, description="The words, as they stand in the text.")
    start: int | None = Field(None, ge=0, le=2**31, description="The place of the first character.")
    end: int | None = Field(None, ge=0, le=2**31, description="The place behind the last character.")

    @model_validator(mode="after")
    def both(self) -> Self:
        """A place has two ends."""
        if (self.start is None) != (self.end is None):
            raise ValueError("Give start and end, or neither.")
        return self

    def chosen(self) -> Chosen:
        """The words for the action."""
        return Chosen(self.version, self.exact, self.start, self.end)


class DeliveryQuery(Paging):
    """Which deliveries."""

    state: Sending | None = Field(None, description="Where it stands; all where it is left out.", examples=["dead"])


class AuditQuery(Paging):
    """Which events."""

    actor: Words = Field(None, description="Who did it, by the exact name.")
    action: Words = Field(None, description="What was done.", examples=["ingest"])
    since: datetime | None = Field(None, description="Not before this moment.")
    until: datetime | None = Field(None, description="Before this moment.")
    subject_id: Ref = Field(None, description="Only what happened to this.")
