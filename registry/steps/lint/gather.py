"""What is held about the question of a claim, put together from the facts that it is about.

A newcomer's mistake: trusting one fact with a claim. Facts come together in chains, so that some values may be of
another question; and they stay apart where no document joins them, so that the value that agrees may stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from registry.model.assertion import LOOSE, Behaviour, Claim, Status
from registry.model.finding import Relation
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps import match, units
from registry.steps.check import judge
from registry.steps.lint.certainty import other_year
from registry.steps.lint.doubts import doubtful, owned
from registry.steps.lint.joining import absorbed, agreed, agrees, everybody, joined, moment_of
from registry.steps.lint.level import coarser
from registry.steps.lint.naming import about
from registry.steps.lint.problem import Known, Side, Witness, surely
from registry.steps.lint.sides import is_real, stating, telling, wider
from registry.steps.lint.slips import slip
from registry.steps.lint.weigh import finding, says, strangers
from registry.steps.match import concepts
from registry.steps.match.profile import profile

WITNESSES = 4
LIKELY = 0.5
HARDLY = 0.75
SURER = 0.93
BESIDE = 0.1
FAR = 0.25


def gathered(claim: Claim, facts: Sequence[Known]) -> Known:
    """What is held about the question of a claim; of several facts a settled one speaks alone."""
    settled = next((fact for fact in facts if fact.settled), None)
    if settled is not None or not facts:
        return settled or Known()
    facts = of_its_year(claim, facts)
    every = [one for fact in facts for one in everybody(fact)]
    near = frozenset(one.id for one in nearest(claim, every)) - weak(claim, every)
    mine = (about(claim, every) | {one.id for one in every if surely(one) and agrees(claim, one)}) & near
    told = [
        _history(claim, fact) if stated_in(claim, fact, near) else own(claim, fact, mine)
        for fact in _closest(claim, facts)
    ]
    alone = _bounded(claim, told[0]) and not any(_later(claim, told[0], fact) for fact in told[1:])
    found = told[0] if alone else absorbed(_as_real(claim, joined(claim, told)))
    return replace(found, certain=any(_likely(claim, one) for side in found.sides for one in side.witnesses))


@lru_cache(maxsize=8_192)
def _scored(claim: Claim, other: Claim, _table: int) -> match.Match:
    """What the matcher says about two claims, in the words of one concept table."""
    return match.score(claim, other)


def scored(claim: Claim, other: Claim) -> match.Match:
    """What the matcher says about two claims; a draft asks it several times over."""
    return _scored(claim, other, id(concepts.default()))


def matched(claim: Claim, witness: Witness) -> match.Match:
    """How a witness matches a claim: as it was told apart from its rivals, else by the two alone."""
    return witness.match or scored(claim, witness.claim)


def _history(claim: Claim, fact: Known) -> Known:
    """What is held about a fact that a claim states a value of, by all who tell of its changes: what became of a value
    is not told in the words that told it."""
    alone = replace(fact, sides=tuple(_of_one_matter(claim, side) for side in fact.sides))
    return own(claim, alone, frozenset(one.id for one in nearest(claim, everybody(alone))))


def _of_one_matter(claim: Claim, side: Side) -> Side:
    """A side whose witnesses are held against a claim one by one, and not among their rivals, as of one matter."""
    told = [
        one if surely(one) else replace(one, match=match.score(claim, one.claim, akin=1.0)) for one in side.witnesses
    ]
    return replace(side, witnesses=tuple(told))


def _closest(claim: Claim, facts: Sequence[Known]) -> list[Known]:
    """The facts, without those that are less surely of the question than the one that the claim agrees with."""
    best = [max((matched(claim, one).score for one in everybody(fact)), default=0.0) for fact in facts]
    least = max((surest for surest, fact in zip(best, facts, strict=True) if agreed(claim, fact)), default=0.0) - BESIDE
    return [fact for surest, fact in zip(best, facts, strict=True) if surest >= least or _same_plan(claim, fact)]


def _same_plan(claim: Claim, fact: Known) -> bool:
    """Whether a fact surely tells for when the same is planned that a claim gives a day for: plans are put off."""
    said = claim.assertion
    if not isinstance(said.value, Moment) or said.status is not Status.PLANNED:
        return False
    return any(
        surely(one) and one.claim.assertion.status is Status.PLANNED and profile(claim).core & profile(one.claim).core
        for one in everybody(fact)
    )


def _likely(claim: Claim, witness: Witness) -> bool:
    """Whether two claims are more likely than not about the same: a flag that cries wolf costs more than a miss."""
    if owned(claim, witness.claim):
        return False
    if match.fact_key(claim) == match.fact_key(witness.claim):
        return True
    opinion = matched(claim, witness)
    if opinion.score >= LIKELY and slip(claim, witness.claim):
        return True
    return opinion.score >= (SURER if doubtful(claim, witness.claim) else LIKELY)


def _bounded(claim: Claim, fact: Known) -> bool:
    """Whether a fact holds a bound, and the claim keeps within it; exact values of other facts are then of others."""
    side = fact.side(fact.held)
    return side is not None and not telling(side) and not finding(claim, side).relation.is_conflict


def _later(claim: Claim, bound: Known, fact: Known) -> bool:
    """Whether a running total that is surely the same was told exactly after a bound: early reports say "at least six"
    dead."""
    if claim.assertion.behaviour is not Behaviour.TOTAL:
        return False
    first = bound.side(bound.held)
    after = [side for side in fact.sides if telling(side) and first and moment_of(side) > moment_of(first)]
    return any(matched(claim, one).same for side in after for one in side.witnesses)


def nearest(claim: Claim, witnesses: Sequence[Witness]) -> list[Witness]:
    """Those of each source who speak about the very question of a claim.

    A sentence does so once ("8.4 in April" beside "7.9 in May"), and in a document only what does so about as surely as
    its surest sentence.
    """
    score = {one.id: matched(claim, one).score for one in witnesses}
    sentence: dict[tuple[str, int], float] = {}
    document: dict[str, float] = {}
    surest = max(score.values(), default=0.0)
    for one in witnesses:
        source, start = one.claim.source.id, one.claim.sentence.start
        sentence[source, start] = max(sentence.get((source, start), 0.0), score[one.id])
        document[source] = max(document.get(source, 0.0), score[one.id])
    return [
        one
        for one in witnesses
        if score[one.id] >= sentence[one.claim.source.id, one.claim.sentence.start]
        and score[one.id] >= document[one.claim.source.id] - BESIDE
        and (one.match is None or one.match.same or score[one.id] >= surest - FAR)
    ]


def weak(claim: Claim, witnesses: Sequence[Witness]) -> frozenset[str]:
    """The ids of those who only seem to bear a claim out: somebody surer of its question gives another figure, and they
    have its own by chance, or a bound or a round number that it happens to fit."""
    score = {one.id: matched(claim, one).score for one in witnesses}
    agreeing = {one.id for one in witnesses if agrees(claim, one)}
    against = [
        score[one.id]
        for one in witnesses
        if one.id not in agreeing
        and matched(claim, one).same
        and one.claim.assertion.status not in LOOSE
        and _exact(claim, one)
    ]
    surest = max(against, default=0.0)
    return frozenset(
        one.id
        for one in witnesses
        if one.id in agreeing
        and (
            (surest >= HARDLY and coarser(one.claim, claim))
            or (score[one.id] <= surest - BESIDE and (score[one.id] < HARDLY or not _states_value(claim, one)))
        )
    )


def of_its_year(claim: Claim, facts: Sequence[Known]) -> Sequence[Known]:
    """Facts without those who speak of another year than a claim, where somebody surely speaks of its own."""
    said, every = claim.assertion.scope.period, [one for fact in facts for one in everybody(fact)]
    if said is None or not any(surely(one) and str(said.low.year) in one.claim.sentence.exact for one in every):
        return facts
    others = {one.id for one in every if other_year(claim, one.claim)}
    return [replace(fact, sides=_without(fact.sides, others)) for fact in facts] if others else facts


def _without(sides: Sequence[Side], ids: AbstractSet[str]) -> tuple[Side, ...]:
    """Sides without some who state them."""
    kept = [replace(side, witnesses=tuple(one for one in side.witnesses if one.id not in ids)) for side in sides]
    return tuple(side for side in kept if side.witnesses)


def _exact(claim: Claim, witness: Witness) -> bool:
    """Whether somebody states one figure, no bound, or a day as precisely as a claim does."""
    value = witness.claim.assertion.value
    return value.single if isinstance(value, Quantity) else not coarser(witness.claim, claim)


def _states_value(claim: Claim, witness: Witness) -> bool:
    """Whether somebody states the very value of a claim, in whatever unit."""
    one, two = claim.assertion.value, witness.claim.assertion.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return True
    same = units.common(one, two)
    return same is not None and (same[0].low, same[0].high) == (same[1].low, same[1].high)


def stated_in(claim: Claim, fact: Known, near: AbstractSet[str]) -> bool:
    """Whether a claim states a value that a changing fact has or had: then the whole of its history speaks, by whatever
    name its documents call what it is about, and what was right once is not called wrong."""
    if not fact.changes or strangers(claim, fact):
        return False
    told = [one for side in fact.sides if telling(side) and says(claim, side) for one in stating(side)]
    return any(one.id in near and (opinion := matched(claim, one)).same and opinion.score >= SURER for one in told)


def own(claim: Claim, fact: Known, mine: AbstractSet[str]) -> Known:
    """What is held about a fact, by those alone who speak about the very question of a claim; `mine` are the ids of
    those who may."""
    sides = tuple(_left(side, kept) for side in fact.sides if (kept := _about_one(claim, side, mine)))
    if fact.held in [side.label for side in sides]:
        return replace(fact, sides=sides)
    newest = max(sides, key=moment_of, default=None)
    changes = fact.changes or (len(sides) < len(fact.sides) and _changing(sides))
    held = newest.label if newest and (changes or len(sides) == 1) else None
    return replace(fact, sides=sides, held=held, changes=changes)


def _as_real(claim: Claim, fact: Known) -> Known:
    """A fact without the values that are only planned, where the claim and others say what is so; a plan that the claim
    agrees with stays, since what is read as one may well be none."""
    real = tuple(side for side in fact.sides if is_real(side) or says(claim, side))
    if claim.assertion.status is not Status.ACTUAL or not any(map(is_real, real)) or len(real) == len(fact.sides):
        return fact
    open_still = fact.held is None and len([side for side in real if telling(side)]) > 1
    held = fact.held if open_still or fact.held in [side.label for side in real] else max(real, key=moment_of).label
    return replace(fact, sides=real, held=held, changes=fact.changes and len(real) > 1)


def _left(side: Side, kept: tuple[Witness, ...]) -> Side:
    """A side with those who are left of it; where these only keep within its value, with what they say."""
    narrowed = replace(side, witnesses=kept)
    bounds = [one for one in kept if wider(one.claim.assertion.value, side.value)]
    if len(kept) == len(side.witnesses) or len(bounds) < len(kept):
        return narrowed
    said = bounds[0].claim
    day = said.assertion.scope.as_of.high if said.assertion.scope.as_of else said.source.published
    return replace(narrowed, label=" ".join(said.span.exact.split()), value=said.assertion.value, first=day, last=day)


def _changing(sides: Sequence[Side]) -> bool:
    """Whether all that speaks against each other among some values are steps of a change."""
    exact = [side for side in sides if telling(side)]
    told = [judge(stating(one)[0].claim, stating(two)[0].claim).relation for one, two in combinations(exact, 2)]
    against = [relation for relation in told if relation.is_conflict]
    return bool(against) and all(relation is Relation.CHANGE_OVER_TIME for relation in against)


def _about_one(claim: Claim, side: Side, mine: AbstractSet[str]) -> tuple[Witness, ...]:
    """Those who state a value and answer the same question as a claim, as far as can be told."""
    told = [one for one in side.witnesses if one.id in mine]
    return tuple(one for one in told[:WITNESSES] if matched(claim, one).same is not False)
