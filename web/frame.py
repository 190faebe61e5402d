"""What every page needs: the request, a session that cannot write, and the numbers in the bar at the top."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from api import auth
from api.deps import Reading
from registry.actions import desk, lookup, queueing
from registry.actions.queueing import Tab, within
from registry.actions.views import Counts
from web import labels, rendering, telling
from web.shown import Toast

PENDING = within(Tab.OPEN, lookup.QUEUE, "")


@dataclass(frozen=True)
class Frame:
    """A page about to be made."""

    request: Request
    session: Reading

    @cached_property
    def counts(self) -> Counts:
        """The state of the registry in numbers, which few pages show."""
        return lookup.counts(self.session)

    @cached_property
    def waiting(self) -> int:
        """How many conflicts wait for a decision, counted up to a limit."""
        return waiting(self.session)

    def page(self, template: str, **context: Any) -> HTMLResponse:
        """The page that a template makes; the bar says how many conflicts wait."""
        return rendering.page(self.request, template, waiting=self.waiting, **context)

    def toast(self, decision_id: int | None) -> Toast | None:
        """What was just decided, with the way to take it back."""
        if decision_id is None:
            return None
        made = lookup.decision(self.session, decision_id)
        found = labels.labels(desk.conflict_row(lookup.conflict_of(self.session, made.conflict_id)).sides)
        decided = telling.decided(made._replace(label=found.get(made.label or "", made.label)))
        return Toast(telling.sentence(decided.told), decided.undo)


def waiting(session: Reading) -> int:
    """How many conflicts wait, for the bar of a page that is made without a frame."""
    return queueing.number(session, PENDING)


def framed(request: Request, session: Reading) -> Frame:
    """The frame of this request."""
    if auth.visitor(request) is None:
        auth.fresh(request)
    return Frame(request, session)


Framed = Annotated[Frame, Depends(framed)]
