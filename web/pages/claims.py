"""A claim: the quotation first, then how to cite it and how it was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.deps import Id
from registry.actions import corrections, lookup
from registry.actions.corrections import Past
from registry.actions.views import ClaimView
from web import cites, days, telling, text, words
from web.frame import Framed
from web.highlight import Mark, Piece, pieces
from web.orders import MISREAD
from web.shown import REREAD

router = APIRouter()


@router.get("/claims/{claim_id}")
def claim(
    frame: Framed,
    claim_id: Id,
    style: Annotated[str, Query(max_length=40)] = "apa",
    corrected: int | None = None,
    *,
    back: bool = False,
) -> HTMLResponse:
    """A claim with its citation in one of the styles."""
    view = lookup.claim(frame.session, claim_id)
    past, site = corrections.history(frame.session, claim_id), frame.request.app.state.settings.site
    return frame.page(
        "claim.html",
        title=title(view),
        standing=telling.standing(view.standing),
        question=view.question,
        fact_href=f"/facts/{view.fact_id}",
        witness=telling.in_table(telling.witness(view), lookup.headed(frame.session, [view])),
        around=around(frame, view),
        retired=retired(view, past),
        embed=cites.embedded(frame.session, claim_id, site),
        json=f"/v1/claims/{claim_id}",
        id=claim_id,
        printed=f"/documents/{view.source.id}/printed?version={view.version_id}&claim={claim_id}"
        if view.media_type == "application/pdf"
        else "",
        misread=MISREAD,
        corrections=past,
        back=struck(past),
        toast=REREAD if back else telling.corrected(corrected),
        **cites.panel(frame.session, claim_id, style, site)._asdict(),
    )


@router.get("/claims/{claim_id}/paragraph")
def paragraph(frame: Framed, claim_id: Id) -> HTMLResponse:
    """The whole paragraph of a claim, to be shown in the place of its sentence."""
    view = lookup.claim(frame.session, claim_id)
    return frame.page("paragraph.html", pieces=around(frame, view) or telling.witness(view).pieces)


def title(view: ClaimView) -> str:
    """The answer that a claim is: "Coalition, 31 May 2024: 124 states parties"."""
    said = view.assertion
    day = f", {days.day(view.source.published)}" if view.source.published else ""
    told = f"{words.worded(said.value)} {words.noun(said)}".strip()
    return f"{view.source.publisher or view.source.title or 'A document'}{day}: {told}"


def struck(past: Sequence[Past]) -> int | None:
    """The number of the correction that says that the words are no claim, where it holds."""
    return past[-1].number if past and past[-1].struck else None


def retired(view: ClaimView, past: Sequence[Past]) -> str:
    """What to know about a claim that stands no longer."""
    if view.retired_at is None:
        return ""
    if struck(past):
        return f"{past[-1].reviewer} said that these words are no claim."
    if past and not past[-1].undone:
        return "These words are read otherwise now; a person corrected them."
    return f"A newer version of the document no longer makes this claim, as read on {days.exactly(view.retired_at)}."


def around(frame: Framed, view: ClaimView) -> list[Piece] | None:
    """The block a claim stands in, where that is more than its sentence."""
    held = lookup.text(frame.session, view.version_id)
    block = next((each for each in held.blocks if each.start <= view.span.start and view.span.end <= each.end), None)
    if block is None or block.end - block.start <= len(view.sentence.exact):
        return None
    marks = [text.mark(each) for each in held.claims if each.id != view.id]
    return pieces(held.text, [*marks, Mark(view.span.start, view.span.end, tone="figure-mark")], block.start, block.end)
