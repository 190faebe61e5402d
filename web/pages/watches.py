"""What one watches: published pieces with the facts they use, what became of them, and the webhooks that are told."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field, StringConstraints

from api.deps import Configured, Id, Owner, OwnerWriting, Writing
from registry.actions import lint, watching, webhooks
from registry.actions.facts.wholes import fact_row
from registry.model.document import Reading
from web import labels
from web.frame import Framed

router = APIRouter()

SHOWN = 20
Line = Annotated[str, StringConstraints(max_length=1_000, strip_whitespace=True)]


class Piece(BaseModel):
    """A published piece."""

    name: Annotated[Line, Field(min_length=1)]
    text: Annotated[str, Field(max_length=500_000)] = ""


@router.get("/watches")
def list_watches(frame: Framed, caller: Owner) -> HTMLResponse:
    """The watches and webhooks of whoever looks."""
    found = watching.watches(frame.session, caller.name, limit=200)
    hooks = webhooks.endpoints(frame.session, caller.name)
    changes = watching.changes(frame.session, watch_id=None, owner=caller.name, limit=SHOWN)
    return frame.page("watches.html", title="Watches", watches=found.items, hooks=hooks, changes=changes.items)


@router.post("/watches")
def watch_piece(
    session: Writing, settings: Configured, caller: Owner, given: Annotated[Piece, Form()]
) -> RedirectResponse:
    """Watch a published piece."""
    claims = lint.read(Reading(given.text, "text/markdown", "given/1"), name=given.name, model=settings.model)
    pieces = watching.of_claims(session, claims)
    row = watching.watch(session, watching.Named.of(caller.name, given.name), pieces)
    return RedirectResponse(f"/watches/{row.id}", 303)


@router.get("/watches/{watch_id}")
def show_watch(frame: Framed, caller: Owner, watch_id: Id) -> HTMLResponse:
    """A watch with what it uses, and what is held about each."""
    view = watching.watched(frame.session, watch_id, caller.name)
    changes = watching.changes(frame.session, watch_id=watch_id, owner=caller.name, limit=SHOWN)
    facts = {name: labels.of_fact_row(fact_row(whole)) for name, whole in view.facts.items()}
    return frame.page("watch.html", title=view.row.name, watch=view, facts=facts, changes=changes.items)


@router.post("/watches/{watch_id}/end")
def end_watch(session: Writing, caller: Owner, watch_id: Id) -> RedirectResponse:
    """End a watch."""
    watching.end(session, watch_id, caller.name)
    return RedirectResponse("/watches", 303)


@router.get("/webhooks/{webhook_id}")
def show_log(frame: Framed, caller: Owner, webhook_id: Id) -> HTMLResponse:
    """The log of an endpoint."""
    row = webhooks.endpoint(frame.session, webhook_id, caller.name)
    log = webhooks.log(frame.session, row, limit=100)
    return frame.page("deliveries.html", title="Deliveries", hook=row, log=log.items)


@router.post("/webhooks/{webhook_id}/test")
def test_hook(session: Writing, caller: OwnerWriting, webhook_id: Id) -> RedirectResponse:
    """Send a test message."""
    webhooks.test(session, webhooks.endpoint(session, webhook_id, caller.name))
    return RedirectResponse(f"/webhooks/{webhook_id}", 303)


@router.post("/webhooks/{webhook_id}/deliveries/{message_id}/replay")
def replay(session: Writing, caller: OwnerWriting, webhook_id: Id, message_id: Id) -> RedirectResponse:
    """Deliver a message again."""
    webhooks.replay(session, webhooks.endpoint(session, webhook_id, caller.name), message_id)
    return RedirectResponse(f"/webhooks/{webhook_id}", 303)
