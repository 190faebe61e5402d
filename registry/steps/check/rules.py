"""The rules for two claims of one fact whose values are apart. The first line of a rule is the reason a reviewer reads.

Each rule answers with a finding, or None where it does not apply; the first in `RULES` that answers decides. A
newcomer's mistake: putting a general rule before a special one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from registry.model.assertion import Behaviour, Claim, Status
from registry.model.finding import Finding, Relation, Severity
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps.check import timing
from registry.steps.check.wording import moment, name, voice, words
from registry.steps.match.entities import Same, compare
from registry.steps.match.profile import profile

Rule = Callable[[Claim, Claim], Finding | None]
CHANGED = re.compile(
    r"\b(?:from|up from|down from|compared (?:with|to)|instead of|rather than|rais(?:ed|es|ing)|lower(?:ed|s|ing)|"
    r"revis(?:ed|es|ing)|updat(?:ed|es|ing)|correct(?:ed|s|ion)|earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|"
    r"had (?:been|said|put)|no longer|was changed|at first|a (?:day|week|month|year) (?:ago|before|earlier)|last year|"
    r"against|versus|than|not|then|later|rose|risen|fell|climbed|jumped|dropped|grew|increased?|decreased?|now)\b",
    re.IGNORECASE,
)


def other_status(left: Claim, right: Claim) -> Finding | None:
    """What is planned, denied, supposed or withdrawn is not held against what is."""
    one, two = left.assertion.status, right.assertion.status
    loose = {Status.NEGATED, Status.HYPOTHETICAL, Status.RETRACTED}
    if one is two and one not in loose:
        return None
    detail = f"“{words(left)}” is {one.value}, “{words(right)}” is {two.value}: they do not exclude each other."
    return Finding(Relation.COMPATIBLE, "other_status", detail, Severity.LOW)


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
    behaviour = timing.behaviour(left, right)
    if behaviour is Behaviour.FIXED and not planned(left, right):
        return None
    if not timing.apart(left, right) or (behaviour is Behaviour.TOTAL and not timing.grows(left, right)):
        return None
    first, last = timing.later(left, right)
    one, two = timing.when(first), timing.when(last)
    assert one
    assert two
    detail = (
        f"{voice(first)} says {words(first)}; {voice(last)} says {words(last)}. The dates differ: "
        f"this looks like a change between {moment(one)} and {moment(two)}."
    )
    return Finding(Relation.CHANGE_OVER_TIME, "change_over_time", detail, Severity.LOW)


def disputed_attribution(left: Claim, right: Claim) -> Finding | None:
    """Different sources are quoted with different figures."""
    if not quoted_apart(left, right):
        return None
    detail = f"{voice(left)} says {words(left)}; {voice(right)} says {words(right)}. The sources disagree."
    return Finding(Relation.DISPUTED_ATTRIBUTION, "disputed_attribution", detail, size(left, right))


def contradiction(left: Claim, right: Claim) -> Finding | None:
    """Two documents give figures that cannot both be right."""
    same_time = timing.behaviour(left, right) is not Behaviour.FIXED and not timing.apart(left, right)
    tail = "for the same time; both cannot be right" if same_time else "both cannot be right"
    detail = f"{voice(left)} says {words(left)}; {voice(right)} says {words(right)}: {tail}."
    return Finding(Relation.CONTRADICTION, "contradiction", detail, size(left, right))


RULES: tuple[Rule, ...] = (
    other_status,
    told_change,
    within_document,
    change_over_time,
    disputed_attribution,
    contradiction,
)


def one_document(left: Claim, right: Claim) -> bool:
    """Whether one document makes both claims."""
    return left.source.id == right.source.id


def planned(left: Claim, right: Claim) -> bool:
    """Whether both are plans, which move."""
    return left.assertion.status is Status.PLANNED is right.assertion.status


def quoted_apart(left: Claim, right: Claim) -> bool:
    """Whether the two have different speakers, of whom at least one is quoted."""
    one, two = profile(left).speaker, profile(right).speaker
    if not one or not two:
        return bool(left.assertion.asserted_by or right.assertion.asserted_by)
    return compare(one, two) is not Same.YES


def size(left: Claim, right: Claim) -> Severity:
    """How much a difference matters: a tenth and more is high."""
    one, two = left.assertion.value, right.assertion.value
    if isinstance(one, Moment) and isinstance(two, Moment):
        return Severity.HIGH if abs((one.low - two.low).days) > 31 else Severity.MEDIUM
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return Severity.MEDIUM
    low, high = sorted((abs(timing.edge(one)), abs(timing.edge(two))))
    return Severity.HIGH if high and (high - low) / high >= 0.1 else Severity.MEDIUM
