"""Which figures of a draft a stored sentence speaks against: it has the figures that stand beside them, or the words.

A newcomer's mistake: asking of every figure. Only what nothing is known of by its own words is looked for this way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from registry.actions.held.background import Background
from registry.model.assertion import Claim
from registry.steps.lint.alongside import Beside, counterpart, told_of
from registry.steps.lint.echoes import common_words, echo
from registry.steps.lint.later import ONE_MATTER
from registry.steps.lint.problem import Known, Verdict, Witness
from registry.steps.lint.weigh import weigh
from registry.steps.match import Match


def beside_neighbours(
    claims: Sequence[Claim], matches: Sequence[Mapping[str, Match]], known: Sequence[Known], around: Background
) -> dict[int, Witness]:
    """For the claims of a draft that nothing is known of, by their numbers, who gives another figure in a sentence that
    has their neighbours or their words."""
    every = [one for some in around.figures.values() for one in some]
    told, near = told_of(every), _of_its_matter(every, matches, around)
    common = common_words(one.claim for one in near)
    mine = [Beside(claim, some) for claim, some in zip(claims, matches, strict=True)]
    sentences: dict[int, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        sentences[claim.sentence.start].append(number)
    found: dict[int, Witness] = {}
    for number, claim in enumerate(claims):
        others = [mine[one] for one in sentences[claim.sentence.start] if one != number]
        if weigh(claim, known[number]).verdict is not Verdict.UNKNOWN:
            continue
        against = (counterpart(mine[number], others, told) if others else None) or echo(claim, near, common)
        if against:
            found[number] = against
    return found


def _of_its_matter(
    witnesses: Sequence[Witness], matches: Sequence[Mapping[str, Match]], around: Background
) -> list[Witness]:
    """Those in documents that surely answer something of a draft, or are of one matter with such a document."""
    documents = {one.id: one.claim.source.id for one in witnesses}
    sure = {documents[name] for some in matches for name, match in some.items() if match.same and name in documents}
    near = {
        one
        for one in set(documents.values())
        if one in sure or any(around.between(one, two) >= ONE_MATTER for two in sure)
    }
    return [one for one in witnesses if one.claim.source.id in near]
