"""The rules for two claims of one fact whose values are apart. The first line of a rule is the reason a reviewer reads.

Each rule answers with a finding, or None where it does not apply; the first in `RULES` that answers decides. A
newcomer's mistake: putting a general rule before a special one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from registry.model.assertion import LIVE, Behaviour, Claim, Status
from registry.model.finding import Finding, Relation, Severity
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.term import Term
from registry.steps.check import timing
from registry.steps.check.cues import CHANGED, MOVED, PROVISIONAL, RESTATED, TAKEN
from registry.steps.check.findings import changed, disputed, size, wrong
from registry.steps.check.offices import past_office, several, succeeding
from registry.steps.check.plans import both_to_come
from registry.steps.check.ranks import relative_rank
from registry.steps.check.voices import quoted_apart, two_voices
from registry.steps.check.wording import name, stating, voice, words
from registry.steps.fragments import MONTHS
from registry.steps.match.moved import moved_on
from registry.steps.match.profile import profile, status
from registry.steps.match.twins import twins

SOON = 21
CLOSE = 70  # how far from a figure what is said of it may stand, in characters
YEAR = 365.25
FEW_DAYS = 7
OFFER, DEMAND, BUDGET = "offer", frozenset({"demand"}), frozenset({"budget"})
WHEN = rf"(?P<when>(?:19|20)\d\d|{MONTHS.lower()})\b"
TIMED = re.compile(rf" ?(?:[a-z]+ ){{0,3}}?(?:in|for|of) {WHEN}")
FOR = re.compile(rf"\b(?:in|for) {WHEN}[^.;:\d]{{0,40}}$")
Rule = Callable[[Claim, Claim], Finding | None]


def other_status(left: Claim, right: Claim) -> Finding | None:
    """What is planned, denied, supposed or withdrawn is not held against what is, unless it is only told otherwise."""
    one, two = status(left), status(right)
    if (one is two and one in LIVE) or both_to_come(left, right) or both_offered(left, right):
        return None
    if replanned(left, right):
        return None
    if {one, two} == LIVE and (twins(left, right) or both_ahead(left, right)):
        return None  # the same words say so, or both days are to come
    detail = f"“{words(left)}” is {one.value}, “{words(right)}” is {two.value}: they do not exclude each other."
    return Finding(Relation.COMPATIBLE, "other_status", detail, Severity.LOW)


def replanned(left: Claim, right: Claim) -> bool:
    """Whether the later of two tells as moved what the earlier planned: "is to cost 62 million", "the bill has gone to
    78.5 million"."""
    first, last = sorted((left, right), key=lambda claim: claim.source.published or date.min)
    if status(first) is not Status.PLANNED or status(last) is not Status.ACTUAL:
        return False
    return moved_on(profile(first), profile(last))


def both_ahead(left: Claim, right: Claim) -> bool:
    """Whether both are days that lay ahead when they were told: a contract's end is planned, though nobody says so."""
    one, two = left.assertion.value, right.assertion.value
    told = [claim.source.published for claim in (left, right) if claim.source.published]
    return isinstance(one, Moment) and isinstance(two, Moment) and len(told) == 2 and min(one.low, two.low) > max(told)


def provisional(left: Claim, right: Claim) -> bool:
    """Whether the earlier of two says itself that its figure is not the last word."""
    first, last = timing.later(left, right)
    if isinstance(first.assertion.value, Moment):
        return False
    return bool(PROVISIONAL.search(first.sentence.exact)) and not PROVISIONAL.search(last.sentence.exact)


def earlier_value(left: Claim, right: Claim) -> Finding | None:
    """What a document gives as the value before a change is not held against the value of today."""
    old, new = sorted((left, right), key=is_previous, reverse=True)
    if is_previous(old) == is_previous(new) or profile(new).near.past or of_that_time(old, new):
        return None
    detail = f"{voice(old)} gives {words(old)} as the earlier value; {voice(new)} says {words(new)}."
    return Finding(Relation.COMPATIBLE, "earlier_value", detail, Severity.LOW)


def of_that_time(old: Claim, new: Claim) -> bool:
    """Whether the other is for the very time before: "down from 3.9 percent in March", "in March it was still 4.1"."""
    then = TIMED.match(profile(old).frame[1])
    if then is None:
        return False
    before, after = profile(new).frame
    return any(found["when"] == then["when"] for found in (FOR.search(before), TIMED.match(after)) if found)


def is_previous(claim: Claim) -> bool:
    """Whether a claim is the old value of a reported change."""
    return "previous" in claim.assertion.notes


def both_offered(left: Claim, right: Claim) -> bool:
    """Whether both figures are what is offered, whatever the verb ("has offered 4.5 percent", "the offer is 5.5"), or
    both what is demanded, or a budget."""
    if not {status(left), status(right)} <= LIVE:
        return False
    one, two = profile(left), profile(right)
    return (
        one.heads == two.heads == DEMAND
        or bool(one.core & two.core & BUDGET)
        or all(OFFER in dict(seen.near.words) for seen in (one, two))
    )


def grown_older(left: Claim, right: Claim) -> Finding | None:
    """The ages of one person differ by the time between the documents."""
    one, two = profile(left), profile(right)
    if not (one.owner and two.owner) and not one.core & two.core & {"age"}:
        return None
    first, last = timing.later(left, right)
    before, after = timing.when(first), timing.when(last)
    ages = [claim.assertion.value for claim in (first, last)]
    if not before or not after or not all(isinstance(age, Quantity) for age in ages):
        return None
    if (after.low - before.low).days <= FEW_DAYS:
        return None  # hardly anybody's birthday lies between two reports of one week
    years = (after.low - before.low).days / YEAR
    if abs(timing.edge(ages[1]) - timing.edge(ages[0]) - years) > 1:  # type: ignore[arg-type]
        return None
    detail = f"{voice(first)} gives {words(first)} and {voice(last)} {words(last)}: the time between explains it."
    return Finding(Relation.COMPATIBLE, "grown_older", detail, Severity.LOW)


def told_change(left: Claim, right: Claim) -> Finding | None:
    """The document itself reports both figures and how they follow each other."""
    if not one_document(left, right) or quoted_apart(left, right):
        return None
    close = left.sentence.start == right.sentence.start
    reported = close or any(CHANGED.search(claim.sentence.exact) for claim in (left, right))
    if not reported and not timing.apart(left, right):
        return None
    detail = f"{name(left)} gives both {words(left)} and {words(right)} itself."
    return Finding(Relation.COMPATIBLE, "told_change", detail, Severity.LOW)


def within_document(left: Claim, right: Claim) -> Finding | None:
    """One document gives the same figure twice, differently."""
    if not one_document(left, right) or quoted_apart(left, right):
        return None
    detail = f"{name(left)} says {words(left)} in one place and {words(right)} in another; both cannot be right."
    return Finding(Relation.SELF_CONTRADICTION, "same_figure_twice", detail, size(left, right))


def change_over_time(left: Claim, right: Claim) -> Finding | None:
    """The figures hold for different times, and it may have changed in between."""
    if told_together(left, right):
        return None
    if moved_on(profile(left), profile(right)) and timing.apart(left, right):
        return changed(left, right)
    if timing.bygone(left) != timing.bygone(right) and timing.apart(left, right):
        return changed(left, right)
    behaviour = timing.behaviour(left, right)
    if behaviour is Behaviour.TOTAL and told_moved(left, right):
        return changed(left, right)
    if behaviour is Behaviour.FIXED and not (planned(left, right) or restated(left, right) or provisional(left, right)):
        return None
    if not timing.apart(left, right) or (behaviour is Behaviour.TOTAL and not timing.grows(left, right)):
        return None
    if behaviour is Behaviour.STATE and not (timing.moves(left, right) or tells_change(timing.later(left, right)[1])):
        return None
    return changed(left, right)


def told_moved(left: Claim, right: Claim) -> bool:
    """Whether nobody knows when both totals held, and the larger is told as one that has grown."""
    if one_document(left, right) or (timing.when(left) and timing.when(right)):
        return False
    values_ = [claim.assertion.value for claim in (left, right)]
    if not all(isinstance(value, Quantity) for value in values_):
        return False
    larger = max((left, right), key=lambda claim: timing.edge(claim.assertion.value))  # type: ignore[arg-type]
    return tells_change(larger)


def disputed_attribution(left: Claim, right: Claim) -> Finding | None:
    """Different sources are quoted with different figures."""
    if not two_voices(left, right) or isinstance(left.assertion.value, Term):
        return None
    return disputed(left, right)


def contradiction(left: Claim, right: Claim) -> Finding | None:
    """Two documents give figures that cannot both be right."""
    return wrong(left, right)


def one_document(left: Claim, right: Claim) -> bool:
    """Whether one document makes both claims."""
    return left.source.id == right.source.id


def planned(left: Claim, right: Claim) -> bool:
    """Whether both are plans, and were made long enough after each other to have moved."""
    said = (left.source.published, right.source.published)
    soon = bool(said[0] and said[1] and abs((said[0] - said[1]).days) < SOON)
    ahead = status(left) is Status.PLANNED is status(right) or both_ahead(left, right)
    return ahead and not soon


def restated(left: Claim, right: Claim) -> bool:
    """Whether the later of two says itself that it takes the place of an earlier figure."""
    last = timing.later(left, right)[1]
    at = last.span.start - last.sentence.start
    return bool(RESTATED.search(last.sentence.exact[max(0, at - CLOSE) : at + len(last.span.exact) + CLOSE]))


def other_time(left: Claim, right: Claim) -> Finding | None:
    """Both say for when their figure holds, and the times differ: each can be right for its own."""
    if not (timing.stated(left) and timing.stated(right) and timing.apart(left, right)):
        return None
    if timing.behaviour(left, right) is not Behaviour.STATE or isinstance(left.assertion.value, Moment):
        return None
    detail = f"{voice(left)} says {stating(left)}; {voice(right)} says {stating(right)}. Both name their own time."
    return Finding(Relation.COMPATIBLE, "other_time", detail, Severity.LOW)


def told_together(left: Claim, right: Claim) -> bool:
    """Whether one sentence quotes both, and gives a time for one of them at most: "the union counted 900 on Monday"."""
    one_sentence = one_document(left, right) and left.sentence.start == right.sentence.start
    return one_sentence and two_voices(left, right) and not (timing.stated(left) and timing.stated(right))


def tells_change(claim: Claim) -> bool:
    """Whether a sentence says itself that its figure has moved, or that somebody has taken or left an office."""
    pattern = TAKEN if isinstance(claim.assertion.value, Term) else MOVED
    return bool(pattern.search(claim.sentence.exact))


RULES: tuple[Rule, ...] = (
    other_status,
    earlier_value,
    succeeding,
    past_office,
    several,
    grown_older,
    relative_rank,
    told_change,
    within_document,
    other_time,
    change_over_time,
    disputed_attribution,
    contradiction,
)
