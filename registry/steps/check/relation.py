"""How two short texts relate, by the most important pair of claims that speak about one fact.

A newcomer's mistake: expecting subjects and attributes here. Two sentences are held against each other, and what is
said around the figures decides which of them belong together.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.model.assertion import Claim
from registry.model.finding import Relation
from registry.steps.check.judge import judge
from registry.steps.check.shapes import Answer
from registry.steps.match import score

RANK = {
    Relation.CONTRADICTION: 0,
    Relation.SELF_CONTRADICTION: 0,
    Relation.DISPUTED_ATTRIBUTION: 0,
    Relation.CHANGE_OVER_TIME: 1,
    Relation.AGREE: 2,
    Relation.COMPATIBLE: 3,
}
NAMES = {
    Relation.SELF_CONTRADICTION: "contradiction",
    Relation.DISPUTED_ATTRIBUTION: "contradiction",
}


def relation(a: Sequence[Claim], b: Sequence[Claim]) -> Answer:
    """The relation of two texts."""
    found = []
    for left in a:
        for right in b:
            match = score(left, right)
            if match.same:
                finding = judge(left, right)
                found.append((RANK[finding.relation], -match.score, left.span.start, right.span.start, finding, left, right))
    if not found:
        return Answer("unrelated", None)
    *_, finding, left, right = min(found, key=lambda item: item[:4])
    return Answer(NAMES.get(finding.relation, finding.relation.value), finding.detail, left, right)
