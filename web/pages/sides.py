"""Every source of one value, where a conflict or a fact shows the first; and the form that parts a fact.

A newcomer's mistake: sending all of them with the page; a figure that forty papers repeat would outweigh the desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import Id, Number
from registry.actions import lookup
from registry.actions.views import SideView
from registry.errors import NotFound
from web import labels, telling
from web.fields import Param
from web.frame import Frame, Framed
from web.rendering import query
from web.shown import Side

router = APIRouter()


@router.get("/conflicts/{conflict_id}/sides/{number}")
def of_conflict(frame: Framed, conflict_id: Id, number: Number, cursor: Param = None) -> HTMLResponse:
    """All who say one of the values of a conflict, in the order of its page."""
    view = labels.of_conflict(lookup.conflict(frame.session, conflict_id))
    side = chosen(telling.sides(view.sides), number)
    return listed(frame, view.sides, side, question=view.row.question, back=f"/conflicts/{conflict_id}", cursor=cursor)


@router.get("/facts/{fact_id}/sides/{number}")
def of_fact(frame: Framed, fact_id: Id, number: Number, cursor: Param = None) -> HTMLResponse:
    """All who say one of the values of a fact, in the order of its page."""
    view = labels.of_fact(lookup.fact(frame.session, fact_id))
    side = chosen([telling.plain_side(side) for side in view.sides], number)
    return listed(frame, view.sides, side, question=view.row.question, back=f"/facts/{fact_id}", cursor=cursor)


def chosen(sides: Iterable[Side], number: int) -> Side:
    """The value with a number."""
    for side in sides:
        if side.number == number:
            return side
    raise NotFound(f"There is no value {number} here; look at all of them.")


def listed(
    frame: Frame, views: Sequence[SideView], side: Side, *, question: str, back: str, cursor: str | None
) -> HTMLResponse:
    """The page of one value with everybody who says so: those of the desk, then the others, a page at a time."""
    view = next(each for each in views if each.number == side.number)
    more = lookup.further(frame.session, views, view, cursor=cursor)
    said = tuple(telling.witness(claim) for claim in more.items)
    side = side._replace(witnesses=said if cursor else side.witnesses + said)
    claims = (*(claim for each in views for claim in each.claims), *more.items)
    [told] = telling.in_tables([side], lookup.headed(frame.session, claims))
    following = f"{back}/sides/{side.number}{query(cursor=more.next)}" if more.next else None
    return frame.page("side.html", side=told, question=question, back=back, next=following)


@router.get("/facts/{fact_id}/split")
def parting(frame: Framed, fact_id: Id) -> HTMLResponse:
    """The form that makes some claims of a fact a fact of their own."""
    view = lookup.fact(frame.session, fact_id)
    parts = [telling.witness(claim) for side in view.sides for claim in side.claims]
    return frame.page("split.html", question=view.row.question, id=view.row.id, parts=parts)
