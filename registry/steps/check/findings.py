"""The three conflicts between documents in words: an error, a change over time, sources that disagree.

A newcomer's mistake: giving a day that no text gives. What is known by the document's date only is said as its date.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from registry.model.assertion import Behaviour, Claim
from registry.model.finding import Finding, Relation, Severity
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps.check import timing
from registry.steps.check.slips import transposed
from registry.steps.check.wording import listed, moment, name, number, stating, voice

NAMED = 2


def changed(left: Claim, right: Claim) -> Finding:
    """The figures hold for different times, and it may have changed in between."""
    first, last = timing.later(left, right)
    one, two = timing.when(first), timing.when(last)
    if one and two:
        why = f"The dates differ: this looks like a change between {moment(one)} and {moment(two)}."
    else:
        first, last = sorted((left, right), key=lambda claim: timing.edge(claim.assertion.value))  # type: ignore[arg-type]
        why = f"{name(last)} tells that the figure has moved: this looks like a change."
    detail = f"{voice(first)} says {stating(first)}; {voice(last)} says {stating(last)}. {why}"
    return Finding(Relation.CHANGE_OVER_TIME, "change_over_time", detail, Severity.LOW)


def disputed(left: Claim, right: Claim) -> Finding:
    """Different sources are quoted with different figures."""
    detail = f"{voice(left)} says {stating(left)}; {voice(right)} says {stating(right)}. The sources disagree."
    return Finding(Relation.DISPUTED_ATTRIBUTION, "disputed_attribution", detail, size(left, right))


def wrong(left: Claim, right: Claim) -> Finding:
    """Two documents give figures that cannot both be right."""
    same_time = timing.behaviour(left, right) is not Behaviour.FIXED and timing.together(left, right)
    tail = "for the same time; both cannot be right" if same_time else "both cannot be right"
    slip = ", and the two differ only in two digits that have changed places" if transposed(left, right) else ""
    unless = undated((left, right))
    detail = f"{voice(left)} says {stating(left)}; {voice(right)} says {stating(right)}: {tail}{unless}{slip}."
    severity = size(left, right)
    if unless and severity is Severity.HIGH:
        severity = Severity.MEDIUM
    return Finding(Relation.CONTRADICTION, "contradiction", detail, severity)


def undated(claims: Sequence[Claim]) -> str:
    """What a reviewer has to look for first where a figure may have moved and a document does not say when it was."""
    open_ended = sorted({name(claim) for claim in claims if timing.when(claim) is None})
    if not open_ended or any(timing.behaviour(claims[0], claim) is Behaviour.FIXED for claim in claims[1:]):
        return ""
    if len(open_ended) > NAMED:
        return f" unless it changed in between, as {number(len(open_ended))} documents give no date"
    return (
        f" unless it changed in between, as {listed(open_ended)} {'gives' if len(open_ended) == 1 else 'give'} no date"
    )


def size(left: Claim, right: Claim) -> Severity:
    """How much a difference matters: a tenth and more is high."""
    one, two = left.assertion.value, right.assertion.value
    if isinstance(one, Moment) and isinstance(two, Moment):
        return Severity.HIGH if abs((one.low - two.low).days) > 31 else Severity.MEDIUM
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return Severity.LOW
    low, high = sorted((abs(timing.edge(one)), abs(timing.edge(two))))
    return Severity.HIGH if high and (high - low) / high >= 0.1 else Severity.MEDIUM


FINDINGS: Mapping[Relation, Callable[[Claim, Claim], Finding]] = {
    Relation.CHANGE_OVER_TIME: changed,
    Relation.DISPUTED_ATTRIBUTION: disputed,
    Relation.CONTRADICTION: wrong,
}
