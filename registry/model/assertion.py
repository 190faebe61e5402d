"""What is asserted: mentions (a value in the text's words), assertions (the same in ours) and claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from registry.model.document import Source
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.span import Span
from registry.model.term import Term

Value = Quantity | Moment | Term
BY, TO = "by: ", "to: "  # how the notes of an act begin that say who did it, and to whom
UNTOLD = "effect untold"  # note of a cause whose sentence does not say what it brought about


class Kind(StrEnum):
    """What sort of value a claim states."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    PERCENT = "percent"
    FRACTION = "fraction"
    RANGE = "range"
    ORDINAL = "ordinal"
    DATE = "date"
    ROLE = "role"
    EVENT = "event"


class Status(StrEnum):
    """Whether the text says that it is so."""

    ACTUAL = "actual"
    PLANNED = "planned"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    RETRACTED = "retracted"


LIVE = frozenset((Status.ACTUAL, Status.PLANNED))
LOOSE = frozenset(Status) - LIVE  # what the text does not say is so, or will be


class Behaviour(StrEnum):
    """How the true value may move: a state changes, a running total grows, a fixed one stays."""

    STATE = "state"
    TOTAL = "total"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Mention:
    """A value as a recogniser found it at `text[start:end]`, comparator, number, scale word and unit together.

    `direction` is "up" or "down" for the amount of a rise or fall. `noun` is the (start, end) of the counted noun
    where the words themselves settle it ("27-count" counts counts). `notes` names a structure that later steps need:
    "conversion" (a restatement in brackets of the mention before), "compound" (hyphenated modifier), "share_of"
    (x of y), "previous" (the old value of a reported change).
    """

    start: int
    end: int
    kind: Kind
    value: Value
    direction: str | None = None
    noun: tuple[int, int] | None = None
    notes: tuple[str, ...] = ()
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """For when, where and whom a value holds.

    `as_of` is the date a changing value holds for, `as_of_from` how it is known ("stated", "document"); `period` what
    a flow is measured over (a quarter, the year 2023); `place` narrows the subject; `qualifiers` are the words that
    change what is counted ("seriously", "ad-supported", "first"), as sorted lemmas.
    """

    as_of: Moment | None = None
    as_of_from: str | None = None
    period: Moment | None = None
    place: str | None = None
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assertion:
    """One assertion in the registry's terms.

    `attribute.key` is the singular head noun phrase in lower case ("state party"), `head` its head noun. `verb` is the
    lemma that governs the value ("issue"), `context` the content lemmas of the clause, `topic` what the document is
    about.
    """

    kind: Kind
    value: Value
    subject: Term | None = None
    attribute: Term | None = None
    head: str | None = None
    verb: str | None = None
    scope: Scope = field(default_factory=Scope)
    asserted_by: Term | None = None
    status: Status = Status.ACTUAL
    direction: str | None = None
    behaviour: Behaviour = Behaviour.STATE
    context: tuple[str, ...] = ()
    topic: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """An assertion, the words that make it and the document they stand in.

    `checkworthy` runs from 0 to 1. `trace` names, in order, the steps that turned words into values.
    """

    source: Source
    span: Span
    sentence: Span
    assertion: Assertion
    checkworthy: float = 0.5
    trace: tuple[str, ...] = ()
    extractor: str = ""

    def __hash__(self) -> int:
        """By where it stands, which tells nearly all apart: what is remembered of claims is looked up very often."""
        return hash((self.source.id, self.span.start, self.span.end, self.span.exact))
