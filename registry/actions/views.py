"""What actions answer with: frozen rows for pages, programs and the command line, with the model's own values inside.

A newcomer's mistake: taking a view for a table. A view is put together for a reader and never written back.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from registry.model.assertion import Assertion, Value
from registry.model.document import Source
from registry.model.finding import Relation, Severity, State, Verdict
from registry.model.span import Block, Span

T = TypeVar("T")


class Page(NamedTuple, Generic[T]):
    """Some rows, and the cursor that continues after them; None where there are no more."""

    items: tuple[T, ...]
    next: str | None = None


class Held(StrEnum):
    """What the registry holds about a fact or a claim now."""

    UNDISPUTED = "undisputed"
    DISPUTED = "disputed"
    SETTLED = "settled"
    OUT_OF_DATE = "out_of_date"
    WITHDRAWN = "withdrawn"


class Standing(NamedTuple):
    """What the registry holds, with the sentence that says so: "undisputed, 4 sources, 3 independent".

    `value` is the value held now in words, None where none is. `agrees`: whether a claim states that value.
    """

    held: Held
    words: str
    value: str | None = None
    sources: int = 0
    independent: int = 0
    agrees: bool | None = None


class ClaimFilter(NamedTuple):
    """Which claims: of a document, version or fact, with these words as subject or attribute, with this value.

    `retired` includes the claims of replaced versions.
    """

    document_id: str | None = None
    version_id: str | None = None
    fact_id: str | None = None
    subject: str | None = None
    attribute: str | None = None
    value: str | None = None
    retired: bool = False


class ConflictFilter(NamedTuple):
    """Which conflicts; `state` None means all. Those that a newer conflict continues are always left out."""

    state: State | None = State.OPEN
    kind: Relation | None = None
    severity: Severity | None = None
    subject: str | None = None
    publisher: str | None = None
    rule: str | None = None


class Correction(NamedTuple):
    """The right value in words, where every side is wrong, and where it is from."""

    value: str
    source: str | None = None


class DocumentRow(NamedTuple):
    """A document as it is listed; `version_id` and `read_at` are those of its newest version.

    `source.id` is the document's id; `uri` is its canonical address, or `urn:sha256:...` where it has none.
    """

    id: str
    uri: str
    source: Source
    version_id: str
    read_at: datetime
    versions: int
    claims: int


class VersionRow(NamedTuple):
    """A document as it was read at one moment."""

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


class DocumentView(NamedTuple):
    """A document with its versions, newest first."""

    document: DocumentRow
    versions: tuple[VersionRow, ...]


class ClaimView(NamedTuple):
    """A claim with everything needed to show or cite it. `fact_id` is the fact it answers now, after merging."""

    id: str
    fact_id: str
    question: str
    version_id: str
    digest: str
    read_at: datetime
    media_type: str
    source: Source
    span: Span
    sentence: Span
    assertion: Assertion
    checkworthy: float
    trace: tuple[str, ...]
    extractor: str
    retired_at: datetime | None
    standing: Standing


class TextView(NamedTuple):
    """A version's frozen text with its blocks and its claims in reading order."""

    document: DocumentRow
    version: VersionRow
    text: str
    blocks: tuple[Block, ...]
    claims: tuple[ClaimView, ...]


class SideRow(NamedTuple):
    """A value of a conflict or fact in short: "124 · 1 source · May 2024". `number` counts from 1.

    `sources` counts documents, `independent` witnesses; `first` and `last` are the days the value is stated for.
    """

    number: int
    label: str
    sources: int
    independent: int
    first: date | None
    last: date | None


class ConflictRow(NamedTuple):
    """A conflict as the queue lists it. `decision` is the newest decision's id, 0 where there is none."""

    id: str
    fact_id: str
    question: str
    kind: Relation
    rule: str
    severity: Severity
    detail: str
    sides: tuple[SideRow, ...]
    found_at: datetime
    state: State
    priority: float
    decision: int

    @property
    def etag(self) -> str:
        """What changes with every decision."""
        return f'"{self.id}.{self.decision}"'


class SideView(NamedTuple):
    """A value of a conflict in full, with the claims that state it, the strongest first."""

    number: int
    label: str
    value: Value
    sources: int
    independent: int
    first: date | None
    last: date | None
    chosen: bool
    claims: tuple[ClaimView, ...]


class DecisionView(NamedTuple):
    """A person's decision; `value` and `source` where every side was wrong and the right value is known."""

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


class Lease(NamedTuple):
    """Who is looking at a conflict, and until when the desk keeps it for them."""

    reviewer: str
    until: datetime


class ConflictView(NamedTuple):
    """A conflict in full. `why` says in words why the claims belong together; `follows` is the conflict that this one
    continues with a new value, `followed_by` the one that continues it."""

    row: ConflictRow
    sides: tuple[SideView, ...]
    decisions: tuple[DecisionView, ...]
    why: tuple[str, ...]
    lease: Lease | None
    follows: str | None
    followed_by: str | None
    previous: str | None = None
    next: str | None = None


class FactRow(NamedTuple):
    """A fact as it is listed: the question, its values in order of time, and what is held."""

    id: str
    question: str
    values: tuple[SideRow, ...]
    standing: Standing
    claims: int
    changed_at: datetime


class FactView(NamedTuple):
    """A fact with its history. `merged` are the ids that lead here; `conflicts` include those of the past."""

    row: FactRow
    sides: tuple[SideView, ...]
    conflicts: tuple[ConflictRow, ...]
    decisions: tuple[DecisionView, ...]
    merged: tuple[str, ...]
    why: tuple[str, ...]


class Week(NamedTuple):
    """Conflicts found and settled in the week that begins on `monday`."""

    monday: date
    opened: int
    closed: int


class RulePrecision(NamedTuple):
    """How often people agreed that what a rule found was worth their time."""

    rule: str
    decided: int
    agreed: int


class Counts(NamedTuple):
    """The state of the registry in numbers."""

    documents: int
    versions: int
    claims: int
    facts: int
    open: int
    unsure: int
    decided: int
    settled_this_week: int


class Facet(NamedTuple):
    """How many conflicts a filter's choice leaves."""

    name: str
    value: str
    number: int


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


class Answer(NamedTuple):
    """The registry's answer to one assertion or question; `asked` is None for a question without a value.

    `detail` is one sentence; `why` says why this fact; `supporting` and `opposing` are claims, the strongest first.
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


class Asked(NamedTuple):
    """A text and what the registry says to each assertion in it, the most telling first; `nearest` are other facts."""

    text: str
    answers: tuple[Answer, ...]
    nearest: tuple[FactRow, ...]


class Ingested(NamedTuple):
    """What taking in a document came to. `created` is False where the registry has these very bytes already."""

    document_id: str
    version_id: str
    created: bool
    claims: int
    conflicts: int
    replaced: str | None = None


class Preview(NamedTuple):
    """A dry run: what a document would bring. `known` is the id of the version that has the same bytes already."""

    source: Source
    digest: str
    media_type: str
    text: str
    claims: tuple[PreviewClaim, ...]
    known: str | None


class PreviewClaim(NamedTuple):
    """A claim that a document would bring, the fact it would answer and what the registry says to it now."""

    span: Span
    sentence: Span
    assertion: Assertion
    checkworthy: float
    fact: FactRow | None
    outcome: Outcome
    detail: str


class Rechecked(NamedTuple):
    """What running the present steps over stored documents changed."""

    versions: int
    added: int
    retired: int
    conflicts: int


class AuditRow(NamedTuple):
    """What somebody did, when, to what."""

    id: int
    at: datetime
    actor: str
    action: str
    subject_id: str
    detail: dict[str, object]
