"""What the claims of a fact say to each other: pairs, sides, the one conflict, and contradictions inside a document.

A newcomer's mistake: flagging a difference. Dates, bounds, rounding, plans and corrections explain most of them.
"""

from __future__ import annotations

from registry.steps.check.examine import conflict_pairs, examine
from registry.steps.check.judge import judge
from registry.steps.check.relation import relation
from registry.steps.check.shapes import Answer, Dispute, Pair, Side, Witness
from registry.steps.check.sides import dispute, sides
from registry.steps.check.telling import Count, counted_anew
from registry.steps.check.within import within

__all__ = [
    "Answer",
    "Count",
    "Dispute",
    "Pair",
    "Side",
    "Witness",
    "conflict_pairs",
    "counted_anew",
    "dispute",
    "examine",
    "judge",
    "relation",
    "sides",
    "within",
]
