"""What became of a figure: the later one that another document of the matter gives for the same, although the registry
has not joined the two.

A newcomer's mistake: holding the draft's own words against the later figure. A draft says "it took 118 million"; what
its source says, "the bill for the line", leads to "the line cost 123 million" far more surely.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from registry.model.assertion import LOOSE, Claim, Kind, Status
from registry.model.finding import Relation
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps import match
from registry.steps.check.judge import judged
from registry.steps.lint.bygone import compared, over
from registry.steps.lint.certainty import has_figure
from registry.steps.lint.joining import agrees
from registry.steps.lint.level import yearless
from registry.steps.lint.moved import moved_on
from registry.steps.lint.naming import heard, name_two, names
from registry.steps.lint.problem import Known, Side, Witness, surely
from registry.steps.lint.sides import stating
from registry.steps.lint.weigh import asked_time, says
from registry.steps.match.profile import profile

ALIKE, JOINED, ONE_MATTER, LED = 0.68, 0.5, 0.95, 0.8
FAIR = 0.75
Between = Callable[[str, str], float]


def overtaken(claim: Claim, known: Known, others: Sequence[Witness], between: Between) -> Known:
    """What is held about the question of a claim, with the figure that came after the one that the claim agrees with;
    `others` are the claims of the documents of its matter, `between` how likely two documents are of one matter."""
    if known.settled or told_of_past(claim):
        return known
    agreeing = [side for side in known.sides if says(claim, side)]
    held = known.side(known.held)
    if not agreeing or (known.held and not (held and all(agrees(claim, one) for one in held.witnesses))):
        return known
    stated = [one for side in agreeing for one in side.witnesses if agrees(claim, one) and _known(claim, one, known)]
    found = _after(claim, known, held, others, between) if held else []
    found = found or _moved(claim, stated, others, between) or _led_to(claim, stated, others)
    if not found:
        return known
    newest = max(found, key=lambda one: one.day)
    side = side_of(newest, [one for one in found if agrees(newest.claim, one)])
    return replace(known, sides=(*known.sides, side), held=side.label, changes=True, certain=True)


def _after(claim: Claim, known: Known, held: Side, others: Sequence[Witness], between: Between) -> list[Witness]:
    """Those who give another figure for what the sources of a claim's figure speak of, after all who have that one."""
    sources = [one for one in held.witnesses if agrees(claim, one) and _known(claim, one, known)]
    last = max((one.day for side in known.sides if says(claim, side) for one in side.witnesses), default=date.min)
    said = [one for side in known.sides for one in stating(side) if _single(one)]
    return [
        one
        for one in others
        if last < one.day <= (claim.source.published or date.max)
        and not any(agrees(one.claim, other) for other in said)
        and _overtakes(claim, sources, one, between)
    ]


def _led_to(claim: Claim, sources: Sequence[Witness], others: Sequence[Witness]) -> list[Witness]:
    """Those whom a draft's own words lead to as surely as to its sources, and who tell later what has changed since."""
    last = max((one.day for one in sources), default=date.max)
    sure = [one for one in others if surely(one) and one.match and one.match.score >= LED]
    found = [
        one
        for one in sure
        if last < one.day <= (claim.source.published or date.max)
        and (_comparable(claim, one.claim) or _came_about(claim, one.claim))
        and not agrees(claim, one)
        and not has_figure(claim, one.claim)
        and not any(_misses(claim, two, one) or name_two(two.claim, one.claim) for two in sources)
        and any(_changes(two.claim, one.claim) for two in sources)
    ]
    return found if all(agrees(found[0].claim, one) for one in found[1:]) else []


def _came_about(claim: Claim, other: Claim) -> bool:
    """Whether what is planned for a day in one has happened on another."""
    if not (isinstance(claim.assertion.value, Moment) and isinstance(other.assertion.value, Moment)):
        return False
    return claim.assertion.status is Status.PLANNED and other.assertion.status is Status.ACTUAL


def _changes(source: Claim, other: Claim) -> bool:
    """Whether the second of two stored claims tells what became of the first."""
    if _came_about(source, other):
        return True
    moved = judged(source, other).relation is Relation.CHANGE_OVER_TIME
    return moved and not (source.assertion.scope.period or other.assertion.scope.period)


def _moved(claim: Claim, sources: Sequence[Witness], others: Sequence[Witness], between: Between) -> list[Witness]:
    """Those who tell the change of a claim's figure in one sentence, in documents of its matter that are no older."""
    first = min((one.day for one in sources), default=date.max)
    akin = [
        one
        for one in moved_on(claim, others)
        if first <= one.day <= (claim.source.published or date.max)
        and any(_same_sentence(one, two) or _may_be_of(one, two, between) for two in sources)
    ]
    return akin if all(agrees(akin[0].claim, one) for one in akin[1:]) else []


def _single(witness: Witness) -> bool:
    """Whether somebody states one figure or day, and not dozens."""
    value = witness.claim.assertion.value
    return not isinstance(value, Quantity) or value.single


def _same_sentence(one: Witness, two: Witness) -> bool:
    """Whether two figures stand in one sentence."""
    return (one.claim.source.id, one.claim.sentence.start) == (two.claim.source.id, two.claim.sentence.start)


def _may_be_of(one: Witness, two: Witness, between: Between) -> bool:
    """Whether a change may be that of a figure told elsewhere in the matter."""
    akin = between(two.claim.source.id, one.claim.source.id) >= ONE_MATTER
    return akin and not name_two(two.claim, one.claim) and not has_figure(one.claim, two.claim)


def told_of_past(claim: Claim) -> bool:
    """Whether a draft may speak of another time than now."""
    if asked_time(claim, None) is not None or yearless(claim) or claim.assertion.status in LOOSE:
        return True
    return over(claim) or compared(claim)


def _known(claim: Claim, witness: Witness, known: Known) -> bool:
    """Whether a draft surely has its figure from a witness, who does not count something else with the same number."""
    if not _one_sort(claim, witness.claim):
        return False
    if known.certain:
        return surely(witness) or witness.match is None
    return surely(witness) and witness.match is not None and witness.match.score >= FAIR


def _overtakes(claim: Claim, sources: Sequence[Witness], other: Witness, between: Between) -> bool:
    """Whether a later claim gives another figure for what the sources of the draft's figure speak of."""
    if not _comparable(claim, other.claim) or agrees(claim, other):
        return False
    return any(
        not name_two(one.claim, other.claim)
        and not _misses(claim, one, other)
        and not has_figure(other.claim, one.claim)
        and not _before(one.claim, other.claim)
        and (one.fact == other.fact or between(one.claim.source.id, other.claim.source.id) >= ONE_MATTER)
        and judged(one.claim, other.claim).relation.is_conflict
        and match.score(one.claim, other.claim, akin=1.0).score >= (JOINED if one.fact == other.fact else ALIKE)
        for one in sources
        if _one_sort(one.claim, other.claim)
    )


def _before(one: Claim, two: Claim) -> bool:
    """Whether a figure is told for a time before another was told."""
    scope = two.assertion.scope
    when = scope.as_of or scope.period
    return bool(when and one.source.published and when.high < one.source.published)


def _misses(claim: Claim, source: Witness, other: Witness) -> bool:
    """Whether a name of the draft's sentence is heard around its source, and not around a later claim."""
    return any(heard(name, source.claim) and not heard(name, other.claim, other.named) for name in names(claim))


def _comparable(claim: Claim, other: Claim) -> bool:
    """Whether a claim gives a figure, a state of things that can be what became of another."""
    one, two = claim.assertion.value, other.assertion.value
    if other.assertion.status in LOOSE or type(one) is not type(two):
        return False
    if isinstance(one, Moment):
        return claim.assertion.status is other.assertion.status is Status.PLANNED
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return False
    return one.unit == two.unit and two.single and other.assertion.status is Status.ACTUAL


def _one_sort(one: Claim, two: Claim) -> bool:
    """Whether two count the same sort of thing; what measures is told apart by its unit."""
    if one.assertion.kind is not Kind.COUNT:
        return True
    return bool(profile(one).named & profile(two).named)


def side_of(newest: Witness, witnesses: Sequence[Witness]) -> Side:
    """What some witnesses say as a value of a fact, in the words of one of them."""
    days = [one.day for one in witnesses]
    label = " ".join(newest.claim.span.exact.split())
    sources = len({one.claim.source.id for one in witnesses})
    once = {one.id: one for one in witnesses}.values()  # whoever states the fact may also be of the matter
    ordered = tuple(sorted(once, key=lambda one: one.day, reverse=True))
    return Side(label, newest.claim.assertion.value, ordered, sources, sources, min(days), max(days))
