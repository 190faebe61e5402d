"""What is held about the question of a claim, put together from the facts that it is about.

A newcomer's mistake: trusting one fact with a claim. Facts come together in chains, so that some values may be of
another question; and they stay apart where no document joins them, so that the value that agrees may stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import combinations

from registry.model.assertion import Behaviour, Claim, Status
from registry.model.finding import Relation
from registry.model.quantity import Quantity
from registry.steps import match
from registry.steps.check import judge
from registry.steps.lint.doubts import doubtful, owned
from registry.steps.lint.naming import about
from registry.steps.lint.problem import Known, Side, Witness
from registry.steps.lint.weigh import finding, says, stating, strangers, telling, wider
from registry.steps.match import concepts

WITNESSES = 4
LIKELY = 0.5
SURER = 0.93
BESIDE = 0.1


def gathered(claim: Claim, facts: Sequence[Known]) -> Known:
    """What is held about the question of a claim; of several facts a settled one speaks alone."""
    settled = next((fact for fact in facts if fact.settled), None)
    if settled is not None or not facts:
        return settled or Known()
    every = [one for fact in facts for side in fact.sides for one in side.witnesses]
    near = frozenset(one.id for one in nearest(claim, every))
    mine = about(claim, every) & near
    told = [own(claim, fact, near if stated_in(claim, fact, near) else mine) for fact in facts]
    alone = _bounded(claim, told[0]) and not any(_later(claim, told[0], fact) for fact in told[1:])
    found = told[0] if alone else absorbed(_as_real(claim, joined(told)))
    return replace(found, certain=any(_likely(claim, one) for side in found.sides for one in side.witnesses))


@lru_cache(maxsize=8_192)
def _scored(claim: Claim, other: Claim, _table: int) -> match.Match:
    """What the matcher says about two claims, in the words of one concept table."""
    return match.score(claim, other)


def scored(claim: Claim, other: Claim) -> match.Match:
    """What the matcher says about two claims; a draft asks it several times over."""
    return _scored(claim, other, id(concepts.default()))


def _likely(claim: Claim, witness: Witness) -> bool:
    """Whether two claims are more likely than not about the same: a flag that cries wolf costs more than a miss."""
    if owned(claim, witness.claim):
        return False
    if match.fact_key(claim) == match.fact_key(witness.claim):
        return True
    opinion = scored(claim, witness.claim)
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
    after = [side for side in fact.sides if telling(side) and first and _time(side) > _time(first)]
    return any(scored(claim, one.claim).same for side in after for one in side.witnesses)


def nearest(claim: Claim, witnesses: Sequence[Witness]) -> list[Witness]:
    """Those of each source who speak about the very question of a claim.

    A sentence does so once ("8.4 in April" beside "7.9 in May"), and in a document only what does so about as surely as
    its surest sentence.
    """
    score = {one.id: scored(claim, one.claim).score for one in witnesses}
    sentence: dict[tuple[str, int], float] = {}
    document: dict[str, float] = {}
    for one in witnesses:
        source, start = one.claim.source.id, one.claim.sentence.start
        sentence[source, start] = max(sentence.get((source, start), 0.0), score[one.id])
        document[source] = max(document.get(source, 0.0), score[one.id])
    return [
        one
        for one in witnesses
        if score[one.id] >= sentence[one.claim.source.id, one.claim.sentence.start]
        and score[one.id] >= document[one.claim.source.id] - BESIDE
    ]


def stated_in(claim: Claim, fact: Known, near: AbstractSet[str]) -> bool:
    """Whether a claim states a value that a changing fact has or had: then the whole of its history speaks, by whatever
    name its documents call what it is about, and what was right once is not called wrong."""
    if not fact.changes or strangers(claim, fact):
        return False
    told = [one for side in fact.sides if telling(side) and says(claim, side) for one in stating(side)]
    return any(one.id in near and (opinion := scored(claim, one.claim)).same and opinion.score >= SURER for one in told)


def own(claim: Claim, fact: Known, mine: AbstractSet[str]) -> Known:
    """What is held about a fact, by those alone who speak about the very question of a claim; `mine` are the ids of
    those who may."""
    sides = tuple(_left(side, kept) for side in fact.sides if (kept := _about_one(claim, side, mine)))
    if fact.held in [side.label for side in sides]:
        return replace(fact, sides=sides)
    newest = max(sides, key=_time, default=None)
    changes = fact.changes or (len(sides) < len(fact.sides) and _changing(sides))
    held = newest.label if newest and (changes or len(sides) == 1) else None
    return replace(fact, sides=sides, held=held, changes=changes)


def _as_real(claim: Claim, fact: Known) -> Known:
    """A fact without the values that are only planned, where the claim and others say what is so; a plan that the claim
    agrees with stays, since what is read as one may well be none."""
    real = tuple(side for side in fact.sides if _is_real(side) or says(claim, side))
    if claim.assertion.status is not Status.ACTUAL or not any(map(_is_real, real)) or len(real) == len(fact.sides):
        return fact
    held = fact.held if fact.held in [side.label for side in real] else max(real, key=_time).label
    return replace(fact, sides=real, held=held, changes=fact.changes and len(real) > 1)


def _is_real(side: Side) -> bool:
    """Whether somebody says that a value is so."""
    return any(one.claim.assertion.status is Status.ACTUAL for one in side.witnesses)


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
    return tuple(one for one in told[:WITNESSES] if scored(claim, one.claim).same is not False)


def joined(facts: Sequence[Known]) -> Known:
    """Several facts as one: the first where it is disputed, else the value that is held for the latest day."""
    speaking = [fact for fact in facts if fact.sides]
    if len(speaking) < 2 or speaking[0].held is None:
        return speaking[0] if speaking else facts[0]
    certain = [fact for fact in speaking if fact.held is not None]
    newest = max(certain, key=lambda fact: _time(fact.side(fact.held)))
    sides = _together([side for fact in (newest, *certain) for side in fact.sides])
    return replace(newest, sides=sides, changes=newest.changes or len({side.last for side in sides}) > 1)


def absorbed(known: Known) -> Known:
    """What is held, with those who state a bound on the side of the exact value that keeps within it ("more than
    812,000" beside 812,300); where several do, the bound stands alone."""
    exact = [side for side in known.sides if telling(side)]
    home: dict[str, str] = {}
    for side in known.sides:
        within = [one.label for one in exact if side not in exact and _within(one, side)]
        if len(within) == 1:
            home[side.label] = within[0]
    sides = tuple(
        replace(side, witnesses=(*side.witnesses, *_others(known.sides, home, side.label)))
        for side in known.sides
        if side.label not in home
    )
    return replace(known, sides=sides, held=home.get(known.held or "", known.held))


def _within(exact: Side, bound: Side) -> bool:
    """Whether an exact value keeps within a bound."""
    one, two = exact.value, bound.value
    return isinstance(one, Quantity) and isinstance(two, Quantity) and one.unit == two.unit and one.meets(two)


def _others(sides: Sequence[Side], home: Mapping[str, str], label: str) -> list[Witness]:
    """Those who state bounds that are at home with a value."""
    return [one for side in sides if home.get(side.label) == label for one in side.witnesses]


def _together(sides: Sequence[Side]) -> tuple[Side, ...]:
    """Sides, those of one value once."""
    found: dict[str, Side] = {}
    for side in sides:
        found.setdefault(side.label, side)
    return tuple(sorted(found.values(), key=_time))


def _time(side: Side | None) -> tuple[date, int, str]:
    """What puts sides in order of time."""
    return (side.last or date.min, side.independent, side.label) if side else (date.min, 0, "")
