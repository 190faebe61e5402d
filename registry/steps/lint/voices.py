"""What somebody whom a draft names as its source says in the documents of its matter.

A newcomer's mistake: asking only who is surely of the draft's question. "The police made it 3,500" names nothing that
was counted; that the police say it, of something of the sort, is what the draft's own words lead to.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.model.assertion import LOOSE, Claim
from registry.steps import match
from registry.steps.lint.attributed import speaks_for
from registry.steps.lint.joining import agrees
from registry.steps.lint.problem import Witness

MAY_BE, BESIDE = 0.35, 0.15


def voices(claim: Claim, others: Sequence[Witness]) -> list[Witness]:
    """Those who speak for whoever a draft names as its source and give another figure for what may be the same; none
    where they give several."""
    who = claim.assertion.asserted_by
    if who is None:
        return []
    theirs = [one for one in others if speaks_for(who.label, one) and _another_figure(claim, one)]
    chance = {one.id: match.score(claim, one.claim, akin=1.0).score for one in theirs}
    best = max(chance.values(), default=0.0)
    found = [one for one in theirs if best >= MAY_BE and chance[one.id] >= best - BESIDE]
    return found if found and all(agrees(found[0].claim, one) for one in found[1:]) else []


def _another_figure(claim: Claim, witness: Witness) -> bool:
    """Whether somebody gives another figure, of the same sort of thing."""
    one, two = claim.assertion, witness.claim.assertion
    return one.kind is two.kind and two.status not in LOOSE and not agrees(claim, witness)
