"""What the questions of a draft lead to with their figures left out: who answers them by words alone.

A newcomer's mistake: asking with the figure. Whoever has it seems to answer, so that "17 recommendations" are borne out
by 17 children, and those who give another for the very question come off badly against them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from registry.actions.held.background import Background
from registry.actions.held.matter import Drafted, Matter, Pair, alike, by_sentence, judged
from registry.model.assertion import LOOSE, Claim
from registry.model.quantity import Quantity
from registry.steps import values
from registry.steps.lint.led import Led, became, elsewhen, instead
from registry.steps.lint.problem import Known, Verdict, Witness
from registry.steps.lint.weigh import weigh
from registry.steps.match.kinship import kin

FEW, EQUAL = 8, 6
OPEN = (Verdict.SUPPORTED, Verdict.UNKNOWN, Verdict.OUTDATED)
# A figure that nobody gives, of much the same size: that of two things is, tells something about them.
FACTORS = tuple(map(Decimal, ("1.1371", "1.0937", "0.8831", "1.1719")))


def leading(claims: Sequence[Claim], known: Sequence[Known], matter: Matter, around: Background) -> dict[int, Led]:
    """For the claims of a draft whose figure the matter has, and that nothing surely speaks against, by their numbers,
    whom their words lead to."""
    given = {figure(claim) for _, claim in matter.told}
    asked = [number for number, claim in enumerate(claims) if asks(claim) and figure(claim) in given]
    verdicts = {number: weigh(claims[number], known[number]).verdict for number in asked}
    open_still = [number for number, verdict in verdicts.items() if verdict in OPEN and not known[number].settled]
    found = {
        number: way_of(claims[number], led, verdicts[number])
        for number, led in unfigured(claims, open_still, matter, around).items()
    }
    return {number: way for number, way in found.items() if way.others}


def way_of(claim: Claim, led: Sequence[Witness], verdict: Verdict) -> Led:
    """Where a claim's words lead; what is out of date already may still be the figure of another time."""
    way = elsewhen(claim, led)
    if not way.others and verdict is not Verdict.OUTDATED:
        way = instead(claim, led)
    return became(claim, led) if not way.others and verdict is Verdict.SUPPORTED else way


def asks(claim: Claim) -> bool:
    """Whether a claim states one figure as what is so or planned."""
    value = claim.assertion.value
    return isinstance(value, Quantity) and value.single and claim.assertion.status not in LOOSE


def unfigured(
    claims: Sequence[Claim], numbers: Sequence[int], matter: Matter, around: Background
) -> dict[int, list[Witness]]:
    """Who may answer some claims of a draft, by their numbers, each with how it matches the claim without its figure.
    The other figures of a sentence are left out as well: they are rivals for the same answers."""
    told = [claim for _, claim in matter.told]
    beside = {claims[number].sentence.start for number in numbers}
    asked = [
        number
        for number, one in enumerate(claims)
        if one.sentence.start in beside and isinstance(one.assertion.value, Quantity)
    ]
    mine, first = [by_sentence(claims[number]) for number in asked], len(asked)
    pairs = sorted({*alike([*mine, *told], first, FEW), *same_figures(mine, told)})
    partners: dict[int, list[Claim]] = {}
    for one, two in pairs:
        partners.setdefault(one, []).append(told[two - first])
    blank = [without_figure(claim, partners.get(at, ())) for at, claim in enumerate(mine)]
    scores = Drafted([*blank, *told], pairs, kin(claims), matter.family)
    known = {one.id: one for some in around.figures.values() for one in some}
    found: dict[int, list[Witness]] = {number: [] for number in numbers}
    for one, two in pairs:
        name = matter.told[two - first][0].id
        if asked[one] in found and name in known:
            found[asked[one]].append(replace(known[name], match=judged(scores, one, two)))
    return found


def figure(claim: Claim) -> tuple[Decimal, str] | None:
    """The number that a claim states, and its unit."""
    value = claim.assertion.value
    return (value.low, value.unit) if isinstance(value, Quantity) and value.low is not None else None


def same_figures(claims: Sequence[Claim], told: Sequence[Claim]) -> list[Pair]:
    """Pairs of claims and the first few stored ones that give the very figure, whatever of."""
    given: dict[tuple[Decimal, str] | None, list[int]] = {}
    for at, one in enumerate(told, len(claims)):
        given.setdefault(figure(one), []).append(at)
    return [
        (number, at)
        for number, claim in enumerate(claims)
        if figure(claim)
        for at in given.get(figure(claim), ())[:EQUAL]
    ]


def without_figure(claim: Claim, others: Sequence[Claim]) -> Claim:
    """A claim with a figure that none of some others gives."""
    made = [replace(claim, assertion=replace(claim.assertion, value=times(claim, factor))) for factor in FACTORS]
    strange = (one for one in made if not any(_meet(one, other) for other in others))
    return next(strange, made[0])


def times(claim: Claim, factor: Decimal) -> Quantity:
    """The figure of a claim times a factor."""
    value = claim.assertion.value
    assert isinstance(value, Quantity)
    low, high = (None if end is None else end * factor for end in (value.low, value.high))
    return replace(value, low=low, high=high)


def _meet(one: Claim, two: Claim) -> bool:
    """Whether two figures can both be right."""
    return bool(values.compare(one.assertion.value, two.assertion.value).meets)
