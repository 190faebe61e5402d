"""Facts: the list, and one of them with its values over time."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from api.deps import Id
from registry.actions import claim_reviews, lookup
from registry.actions.views import FactFilter
from web import days, labels, telling, told, words
from web.asked import Day
from web.chart import Flag, chart
from web.fields import Param
from web.frame import Frame, Framed
from web.rendering import query
from web.shown import REGROUPED

router = APIRouter()

LIMIT = 25


@router.get("/facts")
def facts(frame: Framed, subject: Param = None, attribute: Param = None, cursor: Param = None) -> HTMLResponse:
    """All facts, the most recently changed first."""
    kept = {"subject": subject, "attribute": attribute}
    found = lookup.facts(frame.session, FactFilter(subject, attribute), cursor=cursor, limit=LIMIT)
    return frame.page(
        "facts.html",
        title=telling.sentence(words.counted(frame.counts.facts, "fact"))[:-1],
        rows=[telling.fact_row(row) for row in found.items],
        first="/facts" + query(**kept) if cursor else None,
        next="/facts" + query(**kept, cursor=found.next) if found.next else None,
        json="/v1/facts" + query(**kept),
    )


@router.get("/facts/{fact_id}")
def fact(frame: Framed, fact_id: Id, as_of: Day = None, deed: int | None = None, *, back: bool = False) -> Response:
    """A fact: question, answer, history. The id of a merged fact leads on for ever."""
    view = lookup.fact(frame.session, fact_id)
    if view.row.id != fact_id:
        return RedirectResponse(f"/facts/{view.row.id}" + query(deed=deed, back="yes" if back else None), 308)
    view = labels.of_fact(view)
    tables = lookup.headed(frame.session, (claim for side in view.sides for claim in side.claims))
    standing = view.row.standing
    answer = told.answer(view)
    return frame.page(
        "fact.html",
        title=f"{answer.value}: {view.row.question}",
        question=view.row.question,
        answer=answer,
        standing=telling.standing(standing),
        sources=telling.witnesses(standing.sources, standing.independent),
        conflicts=told.open_conflicts(view),
        picture=chart(telling.points(view.sides), [*telling.flags(view.decisions), *asked(as_of)]),
        as_of=as_of.isoformat() if as_of else "",
        cite=told.cited(view),
        feed=f"/v1/facts/{fact_id}/changes.atom",
        review=reviewed(frame, fact_id),
        groups=telling.in_tables(told.groups(view.sides), tables),
        decisions=telling.decisions(view.decisions),
        merged=view.merged,
        claims=sum(len(side.claims) for side in view.sides),
        why=[telling.sentence(line) for line in view.why],
        id=fact_id,
        toast=REGROUPED if back else telling.regrouped(deed),
        json=f"/v1/facts/{fact_id}",
    )


def asked(as_of: date | None) -> list[Flag]:
    """The day that is asked about, as a line of the chart."""
    return [Flag(as_of, days.day(as_of))] if as_of else []


def reviewed(frame: Frame, fact_id: str) -> Markup:
    """The ClaimReview of a settled fact for aggregators, escaped by its exporter; empty where no person has decided."""
    site: str = frame.request.app.state.settings.site
    return Markup(claim_reviews.embedded(frame.session, fact_id, site=site))
