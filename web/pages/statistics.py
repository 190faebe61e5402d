"""How the registry is doing: conflicts over time, rules, people, and how far reviewers agree; and the second review."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse

from api.deps import Id, Reviewer, Visitor, Writing
from registry.actions import agreement, lookup, measures
from registry.actions.agreement import Agreement, Worker
from registry.actions.views.rules import RuleMeasure
from registry.errors import NotFound
from registry.model.finding import State
from web import meanings, telling, words
from web.frame import Framed
from web.orders import Order
from web.pages import desk
from web.shown import Toast
from web.weeks import picture

router = APIRouter()

WEEKS = 26
MOST = 4  # verdicts of a person that are told one by one
SAME, OTHER = (
    "You and whoever decided it agree.",
    "You see it differently than whoever decided it. The decision stands.",
)
READ = ((0.8, "strong"), (0.67, "fair"), (0.4, "weak"))


class Rule(NamedTuple):
    """A rule with how often people agreed; shares are in percent, `left` and `wide` the interval as a bar."""

    name: str
    told: str
    left: str
    wide: str
    share: str
    suggested: bool
    href: str
    open: int


@router.get("/statistics")
def statistics(frame: Framed) -> HTMLResponse:
    """Conflicts, rules, people and their agreement in numbers."""
    session = frame.session
    told = agreement.agreement(session)
    return frame.page(
        "statistics.html",
        weeks=picture(lookup.weeks(session, WEEKS)),
        rules=[rule(each) for each in measures.rules(session)],
        workers=[(each, mix(each)) for each in agreement.workers(session)],
        agreed=agreed(told),
        pairs=[(pair, reading(pair.kappa)) for pair in told.pairs],
    )


def rule(given: RuleMeasure) -> Rule:
    """A rule as it is listed."""
    told, name = given.precision, given.rule
    low, high, share = (100 * (end or 0) for end in (told.low, told.high, told.share))
    said = f"{told.agreed} of {told.decided}" if told.decided else "not decided yet"
    bar = (f"{low:.1f}%", f"{high - low:.1f}%", f"{share:.1f}%")
    href = f"/queue?rule={name}" + ("&state=suggested" if given.suggested else "")
    return Rule(given.title or name.replace("_", " "), said, *bar, given.suggested, href, given.open)


def mix(worker: Worker) -> str:
    """Somebody's verdicts in words, the most frequent first, and how many others there are."""
    told = [f"{meanings.told(verdict, None)} {words.number(number)}" for verdict, number in worker.verdicts[:MOST]]
    if others := sum(number for _, number in worker.verdicts[MOST:]):
        told.append(f"others {words.number(others)}")
    return "; ".join(told)


def agreed(told: Agreement) -> str:
    """How far all agree, in a sentence."""
    if told.alpha is None:
        return "No conflict was reviewed a second time yet."
    seen = words.counted(told.conflicts, "conflict")
    alpha = f"{told.alpha:.2f}".replace("-", "−")
    return f"Krippendorff's alpha is {alpha} over {seen} that several people reviewed: {reading(told.alpha)}."


def reading(value: float) -> str:
    """What a coefficient comes to."""
    return next((word for least, word in READ if value >= least), "little better than chance, if at all")


@router.get("/second")
def second(frame: Framed, visitor: Visitor, *, agreed: bool | None = None) -> HTMLResponse:
    """Conflicts that others decided, to be reviewed without seeing how."""
    rows = agreement.waiting(frame.session, visitor) if visitor else ()
    toast = None if agreed is None else Toast(SAME if agreed else OTHER)
    return frame.page(
        "second.html",
        title=telling.sentence(f"{words.counted(len(rows), 'conflict')} to look at a second time")[:-1],
        rows=[telling.conflict_row(row)._replace(href=f"/conflicts/{row.id}/second") for row in rows],
        toast=toast,
    )


@router.get("/conflicts/{conflict_id}/second")
def blind(frame: Framed, conflict_id: Id) -> HTMLResponse:
    """A decided conflict without its decision."""
    view = lookup.conflict(frame.session, conflict_id)
    if view.row.state is not State.DECIDED:
        raise NotFound("Nobody has decided this conflict yet; there is nothing to review a second time.")
    hidden = view._replace(decisions=(), sides=tuple(side._replace(chosen=False) for side in view.sides))
    return frame.page("blind.html", **desk.shown(hidden, frame.session))


@router.post("/conflicts/{conflict_id}/second")
def given(session: Writing, reviewer: Reviewer, conflict_id: Id, order: Annotated[Order, Form()]) -> RedirectResponse:
    """Keep a second review, and say whether it agrees."""
    verdict, side = order.chosen()
    same = agreement.review(session, conflict_id, verdict=verdict, side=side, reviewer=reviewer, reason=order.reason)
    return RedirectResponse(f"/second?agreed={int(same)}", 303)
