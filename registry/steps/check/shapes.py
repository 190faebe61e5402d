"""What the checker answers with.

A newcomer's mistake: taking a pair for a conflict. Pairs that agree are pairs too; ask `finding.relation.is_conflict`.
"""

from __future__ import annotations

from dataclasses import dataclass

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity


@dataclass(frozen=True, slots=True)
class Witness:
    """One independent voice for a value: the claims that repeat it, and why they count as one."""

    claims: tuple[Claim, ...]
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values of a fact: in words, the claims that state it, and how many independent witnesses it has."""

    label: str
    claims: tuple[Claim, ...]
    witnesses: tuple[Witness, ...]

    @property
    def strongest(self) -> Claim:
        """The claim that speaks for the side."""
        return self.claims[0]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What is to be looked at about a fact: the kind, the rule, all sides and one sentence that explains them."""

    kind: Relation
    rule: str
    severity: Severity
    detail: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims, and what a rule says about them."""

    left: Claim
    right: Claim
    finding: Finding
    fact_key: str


@dataclass(frozen=True, slots=True)
class Answer:
    """How two short texts relate, and the claims that decided it; "unrelated" where no two speak of one fact."""

    relation: str
    detail: str | None
    left: Claim | None = None
    right: Claim | None = None
