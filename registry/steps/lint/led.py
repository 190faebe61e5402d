"""Where the words of a draft lead when its figure is left out: to another figure, or to the one that came after it.

A newcomer's mistake: taking whoever has the draft's figure for support. "The ministry accepted all 38": 38 is what was
recommended, and what was accepted stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from registry.model.assertion import LOOSE, Claim, Kind, Status
from registry.model.finding import Relation
from registry.model.quantity import Quantity
from registry.steps.check.judge import judged
from registry.steps.lint.alongside import held_by
from registry.steps.lint.certainty import has_figure, other_year
from registry.steps.lint.joining import agrees
from registry.steps.lint.later import side_of, told_of_past
from registry.steps.lint.problem import Known, Verdict, Witness, surely
from registry.steps.lint.times import of_another_time, of_its_time
from registry.steps.lint.weigh import weigh
from registry.steps.match.about import kindred
from registry.steps.match.profile import Profile, profile

HARDLY, NOT, LEAST, AHEAD, NEAR = 0.3, 0.05, 0.6, 0.3, 0.15
WEEK = timedelta(days=7)


class Led(NamedTuple):
    """Who gives another figure for a draft's question, and who has the draft's own."""

    others: tuple[Witness, ...] = ()
    mine: tuple[Witness, ...] = ()
    later: bool = False


NOWHERE = Led()


def held_instead(claim: Claim, known: Known, led: Led, fact: Known | None) -> Known | None:
    """What is held about a claim by those whom its words lead to; None where nothing comes of it. `fact` is what is
    held about their question."""
    if led.later:
        side = side_of(led.others[0], led.others)
        sides = tuple(one for one in known.sides if one.label != side.label)
        told = replace(known, sides=(*sides, side), held=side.label, changes=True, certain=True)
        return told if weigh(claim, told).verdict is Verdict.OUTDATED else None
    other = held_by(led.others[0], fact, claim) if fact else None
    if other is None:
        return None
    told = replace(other, astray=led.mine)
    return told if weigh(claim, told).verdict is Verdict.CONTRADICTED else None


def instead(claim: Claim, led: Sequence[Witness]) -> Led:
    """Those who answer a draft's question with another figure, where whoever has the draft's own speaks of something
    else; `led` match the question without its figure."""
    mine = [one for one in led if agrees(claim, one)]
    of_it = [one for one in mine if _speaks(claim, one)]
    found = _answers(claim, led)
    best, own = _surest(found), _surest(of_it)
    if not found or own > HARDLY or best - own < AHEAD:
        return NOWHERE
    astray = tuple(one for one in mine if _gives_figure(claim, one))
    if any(_may_answer(claim, one) for one in astray if one in of_it) or {one.fact for one in astray} & {
        one.fact for one in found
    }:
        return NOWHERE
    return Led(found, astray)


def elsewhen(claim: Claim, led: Sequence[Witness]) -> Led:
    """Those who give another figure for the time that a draft's sentence names, where whoever has the draft's own
    speaks of another time: the right figure of the wrong year. The time tells so much that words need tell less."""
    astray = tuple(one for one in led if _gives_figure(claim, one))
    if not astray or not all(of_another_time(claim, one.claim) for one in astray):
        return NOWHERE
    then = [one for one in led if not agrees(claim, one) and of_its_time(claim, one.claim) and _of_one_sort(claim, one)]
    best = _surest(then)
    found = tuple(one for one in then if one.match and one.match.score >= best - NEAR)
    if best < HARDLY or not all(agrees(found[0].claim, one) for one in found):
        return NOWHERE
    return Led(found, astray)


def became(claim: Claim, led: Sequence[Witness]) -> Led:
    """Those who give a later figure for a draft's question, which has changed since whoever has the draft's own."""
    mine = tuple(one for one in led if agrees(claim, one) and _speaks(claim, one) and _gives_figure(claim, one))
    if not mine or told_of_past(claim):
        return NOWHERE
    last = max(one.day for one in mine)
    found = _answers(claim, [one for one in led if one.day >= last])
    changed = any(judged(one.claim, two.claim).relation is Relation.CHANGE_OVER_TIME for one in mine for two in found)
    if not changed or any(one.day < last + WEEK or has_figure(claim, one.claim) for one in found):
        return NOWHERE
    return Led(found, mine, later=True)


def _answers(claim: Claim, led: Sequence[Witness]) -> tuple[Witness, ...]:
    """Those who surely answer a question with another figure than a claim's; none where they give several."""
    others = [one for one in led if not agrees(claim, one) and _speaks(claim, one) and _single(one)]
    sure = [one for one in others if surely(one)]
    best = _surest(sure)
    rivals = [one for one in led if not agrees(claim, one) and one.match and one.match.score >= best - NEAR]
    found = [one for one in sure if one in rivals]
    if best < LEAST or not all(agrees(found[0].claim, one) for one in rivals):
        return ()
    return tuple(found)


def _speaks(claim: Claim, witness: Witness) -> bool:
    """Whether somebody says what is so or planned, and of the year that a claim names."""
    return witness.claim.assertion.status not in LOOSE and not other_year(claim, witness.claim)


def _may_answer(claim: Claim, witness: Witness) -> bool:
    """Whether somebody who gives a claim's figure may speak of its question for all that words tell."""
    if _surest([witness]) <= NOT:
        return False
    one, two = claim.assertion, witness.claim.assertion
    if Status.PLANNED in {one.status, two.status} and one.status is not two.status:
        return False
    first, second = profile(claim), profile(witness.claim)
    return one.kind is not Kind.COUNT or not (first.heads and second.heads) or _one_noun(first, second)


def _of_one_sort(claim: Claim, witness: Witness) -> bool:
    """Whether somebody gives one figure of the sort that a claim gives, as what is so or planned."""
    one, two = claim.assertion, witness.claim.assertion
    if one.kind is not two.kind or two.status in LOOSE or not _single(witness):
        return False
    first, second = profile(claim), profile(witness.claim)
    return one.kind is not Kind.COUNT or _one_noun(first, second)


def _one_noun(one: Profile, two: Profile) -> bool:
    """Whether two count the same by name, or much the same."""
    return bool(one.heads & two.heads or one.named & two.named or kindred(one.named, two.named))


def _single(witness: Witness) -> bool:
    """Whether somebody gives one figure, no bound."""
    value = witness.claim.assertion.value
    return isinstance(value, Quantity) and value.single


def _gives_figure(claim: Claim, witness: Witness) -> bool:
    """Whether somebody gives the very figure of a claim."""
    one, two = claim.assertion.value, witness.claim.assertion.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return False
    return two.single and (one.low, one.unit) == (two.low, two.unit)


def _surest(witnesses: Sequence[Witness]) -> float:
    """How surely the best of some answers the question."""
    return max((one.match.score for one in witnesses if one.match), default=0.0)
