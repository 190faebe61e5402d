"""What every page needs: the request, a session that cannot write, and the numbers in the bar at the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from api import auth
from api.deps import Reading
from registry.actions import lookup
from registry.actions.views import Counts
from web import rendering, telling
from web.shown import Toast


@dataclass(frozen=True, slots=True)
class Frame:
    """A page about to be made."""

    request: Request
    session: Reading
    counts: Counts

    def page(self, template: str, **context: Any) -> HTMLResponse:
        """The page that a template makes."""
        return rendering.page(self.request, template, waiting=self.counts.open, **context)

    def toast(self, decision_id: int | None) -> Toast | None:
        """What was just decided, with the way to take it back."""
        if decision_id is None:
            return None
        decided = telling.decided(lookup.decision(self.session, decision_id))
        return Toast(telling.sentence(decided.told), decided.undo)


def framed(request: Request, session: Reading) -> Frame:
    """The frame of this request."""
    if auth.visitor(request) is None:
        auth.fresh(request)
    return Frame(request, session, lookup.counts(session))


Framed = Annotated[Frame, Depends(framed)]
