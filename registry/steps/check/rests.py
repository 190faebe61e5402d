"""Why the parts of a total need not make it: the rest is told beside them, or things are cheaper together.

A newcomer's mistake: asking this of one rule alone. Lists, sums and ballots all leave rests.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from registry.model.assertion import Claim, Kind
from registry.steps.check.said import figure, single

TICKETS = re.compile(
    r"\b(?:tickets?|admission|entrance|entry|pass(?:es)?|subscriptions?)\b.*\btogether\b", re.IGNORECASE
)


def bundled(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a sum is the lower price of tickets that are sold together."""
    less = figure(total) < sum(map(figure, parts), Decimal(0)) and total.assertion.kind is Kind.MONEY
    return less and TICKETS.search(total.sentence.exact) is not None


def told_of_rest(total: Claim, part: Claim, made: Decimal, claims: Sequence[Claim]) -> bool:
    """Whether what the parts leave is told beside them or right behind: "Five gave no answer."."""
    gap, here = figure(total) - made, part.sentence.start
    if gap <= 0:
        return False
    behind = min((one.sentence.start for one in claims if one.sentence.start > here), default=here)
    near = (one for one in claims if one.sentence.start in (here, behind) and single(one))
    return any(figure(one) == gap and one.span.start > part.span.start for one in near)
