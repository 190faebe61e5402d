"""Which figures of a draft a stored sentence speaks against because it has the figures that stand beside them.

A newcomer's mistake: asking of every figure. Only what nothing is known of by its own words is looked for this way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from registry.actions.background import Background
from registry.model.assertion import Claim
from registry.steps.lint.alongside import Beside, counterpart, told_of
from registry.steps.lint.problem import Known, Verdict, Witness
from registry.steps.lint.weigh import weigh
from registry.steps.match import Match


def beside_neighbours(
    claims: Sequence[Claim], matches: Sequence[Mapping[str, Match]], known: Sequence[Known], around: Background
) -> dict[int, Witness]:
    """For the claims of a draft that nothing is known of, by their numbers, who gives another figure in a sentence that
    has their neighbours."""
    told = told_of(one for some in around.figures.values() for one in some)
    mine = [Beside(claim, some) for claim, some in zip(claims, matches, strict=True)]
    sentences: dict[int, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        sentences[claim.sentence.start].append(number)
    found: dict[int, Witness] = {}
    for numbers in sentences.values():
        for number in numbers if len(numbers) > 1 else ():
            others = [mine[one] for one in numbers if one != number]
            against = counterpart(mine[number], others, told)
            if against and weigh(claims[number], known[number]).verdict is Verdict.UNKNOWN:
                found[number] = against
    return found
