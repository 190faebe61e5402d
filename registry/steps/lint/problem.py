"""What the linter is told and what it says: known facts in, problems out.

A newcomer's mistake: taking `Known` for what is right. It is what the registry holds, with those who say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from registry.model.assertion import Claim, Value
from registry.model.span import Span
from registry.steps.check.wording import name
from registry.steps.match import Match


class Level(StrEnum):
    """How much a problem matters; the order is that of the members."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Level).index(self)


class Verdict(StrEnum):
    """What the registry says to a claim of a draft."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Witness:
    """A stored claim and the document that makes it; `link` leads to the claim, `match` tells how it matches the claim
    of a draft, where that was worked out among all claims of the draft's matter, `named` has the stems of the names in
    that document, `common` those that its whole matter goes by, and `fact` is what the registry has filed it under."""

    id: str
    claim: Claim
    link: str = ""
    match: Match | None = None
    named: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    fact: str = ""

    @property
    def name(self) -> str:
        """The document in a few words."""
        return name(self.claim)

    @property
    def day(self) -> date:
        """When its document was published; before all others where nothing says when."""
        return self.claim.source.published or date.min


def surely(witness: Witness) -> bool:
    """Whether a witness is known to answer the question of a draft's claim, among all that is told of its matter."""
    return witness.match is not None and witness.match.same is True


@dataclass(frozen=True, slots=True)
class Side:
    """A value of a fact: as it is written, who states it, and the days it is stated for."""

    label: str
    value: Value
    witnesses: tuple[Witness, ...]
    sources: int = 1
    independent: int = 1
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """A fact that a claim is close to without being about it, and the claim that stands for it."""

    question: str
    link: str
    witness: Witness


@dataclass(frozen=True, slots=True)
class Known:
    """What the registry holds about the fact that a claim of a draft is about.

    `held` is the value held now in words, None where sources disagree; `changes` tells that the values follow each
    other in time; `settled` that a person decided; `certain` that the claim is more likely than not about
    this fact. Without sides nothing is held, and `near` names what is close; `holders` are those who give offices to
    people in the documents of the draft's matter, where the claim does; `voices` has what somebody whom the draft names
    as its source says there, where that is another figure; `astray` are those who have the draft's figure for something
    else, where its words alone lead to another.
    """

    question: str = ""
    link: str = ""
    standing: str = ""
    held: str | None = None
    changes: bool = False
    settled: bool = False
    certain: bool = True
    sides: tuple[Side, ...] = ()
    near: tuple[Near, ...] = ()
    holders: tuple[Witness, ...] = ()
    voices: tuple[Side, ...] = ()
    astray: tuple[Witness, ...] = ()

    def side(self, label: str | None) -> Side | None:
        """The side of a value."""
        return next((side for side in self.sides if side.label == label), None)


@dataclass(frozen=True, slots=True)
class Stored:
    """A passage of a stored document, for comparing quotations."""

    text: str
    name: str
    link: str
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """New words for `start` to `end` of the draft; `safe` where the number alone changes."""

    start: int
    end: int
    text: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as a report names it; `claim` is the id of the stored claim, None for a passage."""

    name: str
    quote: str
    link: str
    published: date | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a draft that needs a look.

    `held` is the registry's value in words, `proposal` the sentence as it could be written, `citation` text to insert,
    `fingerprint` what stays the same when lines move.
    """

    rule: str
    level: Level
    span: Span
    sentence: Span
    message: str
    held: str | None = None
    question: str | None = None
    link: str | None = None
    sources: tuple[Reference, ...] = ()
    fix: Fix | None = None
    proposal: str | None = None
    citation: str | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """How to lint: `unsupported` asks for FACT004, `quotes` for block quotes too; `as_of` is the day to judge by."""

    unsupported: bool = False
    quotes: bool = False
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a draft. `kept` are problems that a baseline knows, `suppressed` those the text silences."""

    path: str
    text: str
    problems: tuple[Problem, ...] = ()
    suppressed: tuple[Problem, ...] = ()
    kept: tuple[Problem, ...] = ()
    claims: int = 0
