"""What a rule says about two claims of one fact, what people decide, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from registry.model.assertion import Claim


class Relation(StrEnum):
    """How two claims of one fact stand to each other; all but the first two are conflicts."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONTRADICTION = "contradiction"
    CHANGE_OVER_TIME = "change_over_time"
    DISPUTED_ATTRIBUTION = "disputed_attribution"
    SELF_CONTRADICTION = "self_contradiction"

    @property
    def is_conflict(self) -> bool:
        """Whether people should look at it."""
        return self not in (Relation.AGREE, Relation.COMPATIBLE)


class Severity(StrEnum):
    """How much a conflict matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's word on two claims: `detail` is one sentence that a reviewer can act on."""

    relation: Relation
    rule: str
    detail: str
    severity: Severity = Severity.MEDIUM


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one fact, what a rule says about them, and how likely both answer one question (0 to 1)."""

    left: Claim
    right: Claim
    finding: Finding
    fact_key: str
    likely: float = 1.0


@dataclass(frozen=True, slots=True)
class Answer:
    """How two texts stand to each other: a relation or "unrelated", and the two claims that it rests on."""

    relation: str
    detail: str | None
    left: Claim | None = None
    right: Claim | None = None


class Verdict(StrEnum):
    """What a person says about a conflict; `SIDE` names the value that is right, the others speak about all sides.

    `UNDONE` takes a decision back: the conflict is open again.
    """

    SIDE = "side"
    TIME = "time"
    SCOPE = "scope"
    NEITHER = "neither"
    NOT_SAME_FACT = "not_same_fact"
    WRONG_READING = "wrong_reading"
    UNSURE = "unsure"
    UNDONE = "undone"


class State(StrEnum):
    """Where a conflict stands."""

    OPEN = "open"
    DECIDED = "decided"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's verdict; ids grow with time. `side` counts from 1; `supersedes` names the decision it replaces."""

    id: int
    verdict: Verdict
    side: int | None = None
    supersedes: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the decisions about a conflict come to."""

    state: State
    decision: Decision | None = None


def standing(decisions: Sequence[Decision]) -> Standing:
    """The standing of a conflict: the one decision that no other supersedes speaks for all."""
    replaced = {decision.supersedes for decision in decisions}
    live = [decision for decision in decisions if decision.id not in replaced]
    if not live:
        return Standing(State.OPEN)
    last = max(live, key=lambda decision: decision.id)
    states = {Verdict.UNSURE: State.UNSURE, Verdict.UNDONE: State.OPEN}
    return Standing(states.get(last.verdict, State.DECIDED), last)
