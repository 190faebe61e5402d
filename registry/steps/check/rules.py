"""The rules for two claims of one fact whose values are apart. The first line of a rule is the reason a reviewer reads.

Each rule answers with a finding, or None where it does not apply; the first in `RULES` that answers decides. A
newcomer's mistake: putting a general rule before a special one.
"""

from __future__ import annotations

from collections.abc import Callable

from registry.model.assertion import Behaviour, Claim, Status
from registry.model.finding import Finding, Relation, Severity
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.term import Term
from registry.steps.check import timing
from registry.steps.check.cues import CHANGED, MOVED, PROVISIONAL, RESTATED, TAKEN
from registry.steps.check.wording import moment, name, stating, voice, words
from registry.steps.match.entities import Same, compare
from registry.steps.match.profile import SPEAKERS, profile, status
from registry.steps.match.words import stems

SOON = 21
YEAR = 365.25
Rule = Callable[[Claim, Claim], Finding | None]


def other_status(left: Claim, right: Claim) -> Finding | None:
    """What is planned, denied, supposed or withdrawn is not held against what is."""
    one, two = status(left), status(right)
    loose = {Status.NEGATED, Status.HYPOTHETICAL, Status.RETRACTED}
    if one is two and one not in loose:
        return None
    detail = f"“{words(left)}” is {one.value}, “{words(right)}” is {two.value}: they do not exclude each other."
    return Finding(Relation.COMPATIBLE, "other_status", detail, Severity.LOW)


def provisional(left: Claim, right: Claim) -> bool:
    """Whether the earlier of two says itself that its figure is not the last word."""
    first, last = timing.later(left, right)
    if isinstance(first.assertion.value, Moment):
        return False
    return bool(PROVISIONAL.search(first.sentence.exact)) and not PROVISIONAL.search(last.sentence.exact)


def earlier_value(left: Claim, right: Claim) -> Finding | None:
    """What a document gives as the value before a change is not held against the value of today."""
    old, new = sorted((left, right), key=is_previous, reverse=True)
    if is_previous(old) == is_previous(new):
        return None
    detail = f"{voice(old)} gives {words(old)} as the earlier value; {voice(new)} says {words(new)}."
    return Finding(Relation.COMPATIBLE, "earlier_value", detail, Severity.LOW)


def is_previous(claim: Claim) -> bool:
    """Whether a claim is the old value of a reported change."""
    return "previous" in claim.assertion.notes


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
    behaviour = timing.behaviour(left, right)
    if behaviour is Behaviour.FIXED and not (planned(left, right) or restated(left, right) or provisional(left, right)):
        return None
    if not timing.apart(left, right) or (behaviour is Behaviour.TOTAL and not timing.grows(left, right)):
        return None
    if behaviour is Behaviour.STATE and not (timing.moves(left, right) or tells_change(timing.later(left, right)[1])):
        return None
    first, last = timing.later(left, right)
    one, two = timing.when(first), timing.when(last)
    assert one
    assert two
    detail = (
        f"{voice(first)} says {stating(first)}; {voice(last)} says {stating(last)}. The dates differ: "
        f"this looks like a change between {moment(one)} and {moment(two)}."
    )
    return Finding(Relation.CHANGE_OVER_TIME, "change_over_time", detail, Severity.LOW)


def disputed_attribution(left: Claim, right: Claim) -> Finding | None:
    """Different sources are quoted with different figures."""
    if not two_voices(left, right) or isinstance(left.assertion.value, Term):
        return None
    detail = f"{voice(left)} says {stating(left)}; {voice(right)} says {stating(right)}. The sources disagree."
    return Finding(Relation.DISPUTED_ATTRIBUTION, "disputed_attribution", detail, size(left, right))


def contradiction(left: Claim, right: Claim) -> Finding | None:
    """Two documents give figures that cannot both be right."""
    same_time = timing.behaviour(left, right) is not Behaviour.FIXED and timing.together(left, right)
    tail = "for the same time; both cannot be right" if same_time else "both cannot be right"
    detail = f"{voice(left)} says {stating(left)}; {voice(right)} says {stating(right)}: {tail}."
    return Finding(Relation.CONTRADICTION, "contradiction", detail, size(left, right))


def one_document(left: Claim, right: Claim) -> bool:
    """Whether one document makes both claims."""
    return left.source.id == right.source.id


def planned(left: Claim, right: Claim) -> bool:
    """Whether both are plans, and were made long enough after each other to have moved."""
    said = (left.source.published, right.source.published)
    soon = bool(said[0] and said[1] and abs((said[0] - said[1]).days) < SOON)
    return status(left) is Status.PLANNED is status(right) and not soon


def restated(left: Claim, right: Claim) -> bool:
    """Whether the later of two says itself that it takes the place of an earlier figure."""
    return bool(RESTATED.search(timing.later(left, right)[1].sentence.exact))


def quoted_apart(left: Claim, right: Claim) -> bool:
    """Whether the two have different speakers, of whom at least one is quoted."""
    one, two = profile(left).speaker, profile(right).speaker
    if not one or not two:
        return bool(left.assertion.asserted_by or right.assertion.asserted_by)
    return compare(one, two) is not Same.YES


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


def two_voices(left: Claim, right: Claim) -> bool:
    """Whether two sources with different figures are quoted; a body that publishes its own figure speaks for itself."""
    one, two = own_voice(left), own_voice(right)
    if not (profile(left).speaker or profile(right).speaker):
        return False
    return bool(one and two) and compare(one or "", two or "") is not Same.YES


def own_voice(claim: Claim) -> str | None:
    """Who gives the figure: who is quoted, or the body that publishes the document where it is a party itself."""
    publisher = claim.source.publisher or ""
    return profile(claim).speaker or (publisher if set(stems(publisher)) & SPEAKERS else None)


def size(left: Claim, right: Claim) -> Severity:
    """How much a difference matters: a tenth and more is high."""
    one, two = left.assertion.value, right.assertion.value
    if isinstance(one, Moment) and isinstance(two, Moment):
        return Severity.HIGH if abs((one.low - two.low).days) > 31 else Severity.MEDIUM
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return Severity.LOW
    low, high = sorted((abs(timing.edge(one)), abs(timing.edge(two))))
    return Severity.HIGH if high and (high - low) / high >= 0.1 else Severity.MEDIUM


RULES: tuple[Rule, ...] = (
    other_status,
    earlier_value,
    grown_older,
    told_change,
    within_document,
    other_time,
    change_over_time,
    disputed_attribution,
    contradiction,
)
