"""The answer to an assertion: the linter's own verdict, with the claims on each side.

A newcomer's mistake: a verdict of one's own. What `claims lint` says to a sentence, `ask` says too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from registry.actions.facts.sides import Group
from registry.actions.facts.wholes import Whole, claim_view, fact_row
from registry.actions.held import Looked
from registry.actions.views import Answer, ClaimView, Current, Outcome
from registry.model.assertion import Claim
from registry.model.moment import Moment
from registry.steps.lint.problem import Known, Side, Verdict
from registry.steps.lint.weigh import Weighed, asked_time, finding, says, weigh
from registry.steps.phrases import inside, spoken

SHOWN = 10
UNKNOWN = "The registry holds no fact about this."
UNSURE = "The registry holds facts near this, and none that answers it for sure."
OUTCOMES = {
    Verdict.SUPPORTED: Outcome.SUPPORTED,
    Verdict.CONTRADICTED: Outcome.CONTRADICTED,
    Verdict.OUTDATED: Outcome.OUTDATED,
    Verdict.DISPUTED: Outcome.DISPUTED,
    Verdict.UNKNOWN: Outcome.NOT_FOUND,
}


def judged(claim: Claim, looked: Looked, as_of: date | None = None) -> Answer:
    """What the registry says to an assertion."""
    weighed = weigh(claim, looked.known, as_of)
    whole = looked.fact
    outcome = OUTCOMES[weighed.verdict]
    if whole is None or outcome is Outcome.NOT_FOUND:
        said = UNSURE if looked.facts or looked.known.near else UNKNOWN
        return Answer(Outcome.NOT_FOUND, said, claim.assertion, claim.span, None, None, (), (), ())
    against = [side for side in looked.known.sides if finding(claim, side).relation.is_conflict]
    agreeing = [side for side in looked.known.sides if says(claim, side)]
    now = _current(looked.known, whole, weighed, outcome, then=asked_time(claim, as_of) is not None)
    return Answer(
        outcome=outcome,
        detail=_detail(whole, outcome, now),
        asked=claim.assertion,
        span=claim.span,
        fact=fact_row(whole),
        value=now.label if now else None,
        supporting=_views(looked, agreeing),
        opposing=_views(looked, against),
        why=looked.why,
        current=now,
    )


def silent(detail: str) -> Answer:
    """No answer."""
    return Answer(Outcome.NOT_FOUND, detail, None, None, None, None, (), (), ())


def _current(known: Known, whole: Whole, weighed: Weighed, outcome: Outcome, *, then: bool) -> Current | None:
    """The value that is held about what was said, `then` the one of the time that is spoken about."""
    side = weighed.side if then and weighed.side and outcome is not Outcome.DISPUTED else known.side(known.held)
    if side is None and weighed.side is not None and outcome is not Outcome.DISPUTED:
        side = weighed.side
    if side is not None:
        return of_side(side)
    held = whole.standing.value
    return Current(held, None, None, None, whole.standing.sources, whole.standing.independent) if held else None


def of_side(side: Side | Group) -> Current:
    """A value with its days and witnesses."""
    return Current(side.label, side.value, side.first, side.last, side.sources, side.independent)


def _views(looked: Looked, sides: Sequence[Side]) -> tuple[ClaimView, ...]:
    """The claims of some values as they are shown: first those that state the value held."""
    home = {name: whole for whole in reversed(looked.facts) for name in whole.rows}
    names = [
        one.id for side in sorted(sides, key=lambda side: side.label != looked.known.held) for one in side.witnesses
    ]
    return tuple(claim_view(home[name].rows[name], home[name]) for name in dict.fromkeys(names) if name in home)[:SHOWN]


def _detail(whole: Whole, outcome: Outcome, now: Current | None) -> str:
    """One sentence for a reader."""
    words = whole.standing.words
    if now is None:
        return f"The registry holds this as {words}."
    if whole.standing.value not in (None, now.label) and outcome in (Outcome.SUPPORTED, Outcome.CONTRADICTED):
        when = f" of {now.last.day} {now.last:%B %Y}" if now.last else ""
        agrees = "The registry agrees" if outcome is Outcome.SUPPORTED else "The registry holds another value"
        return f"{agrees}: {inside(now.label)}{when}; it now holds {inside(whole.standing.value or '')}."
    told = {
        Outcome.SUPPORTED: "The registry agrees",
        Outcome.OUTDATED: f"This is out of date; the registry holds {inside(now.label)}{since(now)}",
        Outcome.CONTRADICTED: f"The registry holds {inside(now.label)}",
        Outcome.DISPUTED: "Sources disagree",
    }
    return f"{told[outcome]} ({words})."


def since(now: Current) -> str:
    """Since when a value is known to hold, as an ending."""
    return f" since at the latest {now.first.day} {now.first:%B %Y}" if now.first else ""


def of_day(asked: Moment | None, day: date) -> str:
    """The time that is asked about, as an opening: "For 2026", "On 31 May 2024"."""
    if asked is not None and asked.high == day and asked.low != asked.high:
        return f"For {spoken(asked)}"
    return f"On {day.day} {day:%B %Y}"
