"""What lists can be asked for: filters and pages. A parameter that is misspelt is refused, not ignored."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from api.schemas import Wire
from registry.actions.views import Age, ClaimFilter, ConflictFilter
from registry.model.finding import Relation, Severity, State
from registry.store.tables import Sending

Words = Annotated[str | None, Field(max_length=1_000)]
Ref = Annotated[str | None, Field(max_length=200)]


class Paging(Wire):
    """Which page, and how long."""

    cursor: str | None = Field(None, max_length=2_000, description="The `next_cursor` of the page before.")
    limit: int = Field(50, ge=1, le=200, description="How many rows at most.", examples=[20])
    fields: str | None = Field(None, max_length=1_000, description="Only these members of each item, with commas.")

    def filters(self) -> dict[str, Any]:
        """What the cursor is bound to."""
        return self.model_dump(mode="json", exclude={"cursor", "limit", "fields"})


class DocumentQuery(Paging):
    """Which documents."""

    publisher: Words = Field(None, description="Words of the publisher.", examples=["Norsund Harbour Board"])


class DocumentClaimsQuery(Paging):
    """Which claims of a document."""

    retired: bool = Field(default=False, description="Include the claims of replaced versions.")


class ClaimQuery(Paging):
    """Which claims."""

    document_id: Ref = None
    version_id: Ref = None
    fact_id: Ref = None
    subject: Words = Field(None, description="Words of the subject.", examples=["lighthouse"])
    attribute: Words = Field(None, description="Words of what is counted, measured or said.", examples=["height"])
    value: str | None = Field(None, max_length=60, description="A number that the value may be.", examples=["61"])
    retired: bool = Field(default=False, description="Include the claims of replaced versions.")

    def where(self) -> ClaimFilter:
        """The filter for the action."""
        return ClaimFilter(**self.model_dump(exclude={"cursor", "limit", "fields"}))


class FactQuery(Paging):
    """Which facts."""

    subject: Words = Field(None, description="Words of the subject.", examples=["lighthouse"])
    attribute: Words = Field(None, description="Words of what is counted, measured or said.")


class ConflictQuery(Paging):
    """Which conflicts."""

    state: State | None = Field(None, description="Where it stands; all where it is left out.", examples=["open"])
    kind: Relation | None = None
    severity: Severity | None = None
    subject: Words = None
    publisher: Words = None
    rule: Words = None
    language: str | None = Field(None, max_length=20, description="A language of its documents.", examples=["en"])
    age: Age | None = Field(None, description="When it was found.")
    words: Words = Field(None, description="Words of its question or of a claim.", examples=["lighthouse"])
    suggested: bool | None = Field(None, description="Of a rule that stepped back, or not.")
    dismissed: bool | None = Field(None, description="Decided as no conflict at all, or not so.")

    def where(self) -> ConflictFilter:
        """The filter for the action."""
        return ConflictFilter(**self.model_dump(exclude={"cursor", "limit", "fields"}))


class DeliveryQuery(Paging):
    """Which deliveries."""

    state: Sending | None = Field(None, description="Where it stands; all where it is left out.", examples=["dead"])


class AuditQuery(Paging):
    """Which events."""

    subject_id: Ref = Field(None, description="Only what happened to this.")
