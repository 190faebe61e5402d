"""What the documents of a draft's matter tell beside the facts that its claims are about: who holds which office, which
figure came after another, and the names in each document.

A newcomer's mistake: working it out for each claim. It is put in order once for the whole draft.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from registry.actions.held.matter import Matter
from registry.model.assertion import Claim, Kind
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps.lint.joining import everybody
from registry.steps.lint.later import ONE_MATTER, overtaken, side_of
from registry.steps.lint.naming import proper
from registry.steps.lint.problem import Known, Witness
from registry.steps.lint.voices import voices
from registry.store.queries.claims import ClaimRow

NONE: frozenset[str] = frozenset()


class Background(NamedTuple):
    """Who gives offices to people, who gives figures of each unit, the stems of the names in each document and of those
    that its matter goes by, and how likely two documents are of one matter."""

    holders: Sequence[Witness] = ()
    figures: Mapping[str, Sequence[Witness]] = MappingProxyType({})
    named: Mapping[str, frozenset[str]] = MappingProxyType({})
    common: Mapping[str, frozenset[str]] = MappingProxyType({})
    between: Callable[[str, str], float] = lambda one, two: 0.0
    site: str = ""


def background(matter: Matter, site: str) -> Background:
    """What a matter tells, in order; `site` is the address that permalinks begin with."""
    own = names_of([claim for _, claim in matter.told])
    common = shared_names(own, matter.between)
    names = {document: some | common[document] for document, some in own.items()}
    figures: dict[str, list[Witness]] = defaultdict(list)
    holders: list[Witness] = []
    for row, claim in matter.told:
        source = claim.source.id
        one = replace(witness(row, claim, site), named=names.get(source, NONE), common=common.get(source, NONE))
        (holders if claim.assertion.kind is Kind.ROLE else figures[sort(claim)]).append(one)

    def between(one: str, two: str) -> float:
        return matter.between(one, two) if one in names and two in names else 0.0

    return Background(holders, figures, names, common, between, site)


def witness(row: ClaimRow, claim: Claim, site: str) -> Witness:
    """A stored claim as somebody who states something."""
    return Witness(row.id, claim, f"{site}/claims/{row.id}", fact=row.cluster)


def names_of(claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """The stems of the names in the sentences of some claims, for each source."""
    found: dict[str, set[str]] = defaultdict(set)
    for sentence, source in {(claim.sentence.exact, claim.source.id) for claim in claims}:
        found[source] |= proper(sentence)
    return {source: frozenset(words) for source, words in found.items()}


def shared_names(
    names: Mapping[str, frozenset[str]], between: Callable[[str, str], float]
) -> dict[str, frozenset[str]]:
    """For each document the names that most documents of its matter have: whoever leaves out the name that the whole
    matter goes by speaks of nothing else for it."""
    found: dict[str, frozenset[str]] = {}
    for document in names:
        akin = [some for other, some in names.items() if between(document, other) >= ONE_MATTER]
        often = Counter(name for some in akin for name in some)
        found[document] = frozenset(name for name, count in often.items() if count > 1 and 2 * count >= len(akin))
    return found


def sort(claim: Claim) -> str:
    """What claims have to have in common to give figures of one thing: a unit, or days."""
    value = claim.assertion.value
    return value.unit if isinstance(value, Quantity) else "day" if isinstance(value, Moment) else ""


def informed(claim: Claim, known: Known, facts: Iterable[Known], around: Background) -> Known:
    """What is held about the question of a claim, put together from some facts, and what the matter tells beside it."""
    if claim.assertion.kind is Kind.ROLE:
        return replace(known, holders=tuple(around.holders))
    if not around.figures:
        return known
    beside = [one for fact in facts for one in everybody(fact)]
    told = around.figures.get(sort(claim), ())
    known = overtaken(claim, known, [*told, *beside], around.between)
    theirs = voices(claim, told) if known.sides else []
    return replace(known, voices=(side_of(theirs[0], theirs),)) if theirs else known
