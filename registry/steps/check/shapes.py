"""What the checker answers with.

A newcomer's mistake: taking a pair for a conflict. Pairs that agree are pairs too; ask `finding.relation.is_conflict`.
"""

from __future__ import annotations

from dataclasses import dataclass

from registry.model.assertion import Claim
from registry.model.finding import Answer, Pair, Relation, Severity


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


__all__ = ["Answer", "Dispute", "Pair", "Side", "Witness"]
