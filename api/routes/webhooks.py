"""Webhooks: addresses that are told of changes by signed requests."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import Configured, Id, Owner, OwnerWriting, Reading, Writing, key_of
from api.filters import DeliveryQuery
from api.once import Answering
from api.replies import listed_as, matched, reply, resumed
from api.schemas import PageOut
from api.watches import (
    DeliveryOut,
    EventTypes,
    HookIn,
    HookMade,
    HookOut,
    HookPatch,
    event_types,
    hook_tag,
)
from registry.actions import webhooks
from registry.actions.webhooks import Logged, Made
from registry.store.queries.webhooks import EndpointRow

router = APIRouter(prefix="/v1", tags=["webhooks"], route_class=Answering)

IF_MATCH = {"parameters": [{"in": "header", "name": "If-Match", "required": True, "schema": {"type": "string"}}]}


@router.get("/webhooks/types", response_model=EventTypes)
def list_event_types(request: Request) -> Response:
    """Everything that webhooks can be told of."""
    return reply(request, event_types())


@router.post("/webhooks", response_model=HookMade, status_code=201)
def add_webhook(
    response: Response, session: Writing, settings: Configured, caller: OwnerWriting, order: HookIn
) -> HookMade:
    """Add an endpoint. The answer has the secret that its messages are signed with; it is not shown again."""
    here = settings.webhooks_here
    made = webhooks.add(
        session, caller.name, order.url, order.types, key=key_of(settings), watch_id=order.watch_id, loopback=here
    )
    response.headers["Location"] = f"/v1/webhooks/{made.row.id}"
    return shown(response, made)


@router.get("/webhooks", response_model=PageOut[HookOut])
def list_webhooks(request: Request, session: Reading, caller: Owner) -> Response:
    """Your endpoints, the newest first."""
    found = [HookOut.of(row) for row in webhooks.endpoints(session, caller.name)]
    return reply(request, PageOut[HookOut](items=found, next_cursor=None, has_more=False))


@router.get("/webhooks/{webhook_id}", response_model=HookOut)
def read_webhook(request: Request, session: Reading, caller: Owner, webhook_id: Id) -> Response:
    """An endpoint, with the ETag that changing it asks for."""
    row = webhooks.endpoint(session, webhook_id, caller.name)
    return reply(request, HookOut.of(row), version=hook_tag(row).strip('"'))


@router.patch("/webhooks/{webhook_id}", response_model=HookOut, openapi_extra=IF_MATCH)
def change_webhook(
    request: Request, session: Writing, settings: Configured, caller: OwnerWriting, *, webhook_id: Id, order: HookPatch
) -> HookOut:
    """Change the address or the types of an endpoint, or switch it off and on."""
    row = current(request, session, caller.name, webhook_id)
    changes = order.model_dump(exclude_unset=True)
    return HookOut.of(webhooks.change(session, row, changes, loopback=settings.webhooks_here))


@router.delete("/webhooks/{webhook_id}", status_code=204, openapi_extra=IF_MATCH)
def remove_webhook(request: Request, session: Writing, caller: OwnerWriting, webhook_id: Id) -> Response:
    """Remove an endpoint, with everything that was to be delivered to it."""
    webhooks.remove(session, current(request, session, caller.name, webhook_id))
    return Response(status_code=204)


@router.post("/webhooks/{webhook_id}/secret", response_model=HookMade, status_code=201, openapi_extra=IF_MATCH)
def rotate_secret(
    request: Request,
    response: Response,
    session: Writing,
    settings: Configured,
    caller: OwnerWriting,
    *,
    webhook_id: Id,
) -> HookMade:
    """Make a new secret. For a day messages are signed with the former one too."""
    made = webhooks.rotate(session, current(request, session, caller.name, webhook_id), key=key_of(settings))
    return shown(response, made)


def shown(response: Response, made: Made) -> HookMade:
    """An endpoint with its secret, which nobody is to store on the way."""
    response.headers["Cache-Control"] = "no-store"
    return HookMade(webhook=HookOut.of(made.row), secret=made.secret)


@router.post("/webhooks/{webhook_id}/test", response_model=DeliveryOut, status_code=202)
def test_webhook(session: Writing, caller: OwnerWriting, webhook_id: Id) -> DeliveryOut:
    """Send a message of the type `ping`; the log says what became of it."""
    row = webhooks.endpoint(session, webhook_id, caller.name)
    return DeliveryOut.of(Logged(webhooks.test(session, row), ()))


@router.get("/webhooks/{webhook_id}/deliveries", response_model=PageOut[DeliveryOut])
def list_deliveries(
    request: Request, session: Reading, caller: Owner, webhook_id: Id, query: Annotated[DeliveryQuery, Query()]
) -> Response:
    """The messages to an endpoint with every attempt, the newest first."""
    row = webhooks.endpoint(session, webhook_id, caller.name)
    found = webhooks.log(session, row, state=query.state, cursor=resumed(request, query), limit=query.limit)
    return listed_as(request, found, DeliveryOut.of, DeliveryOut, query)


@router.post("/webhooks/{webhook_id}/deliveries/{message_id}/replay", response_model=DeliveryOut, status_code=202)
def replay_delivery(session: Writing, caller: OwnerWriting, webhook_id: Id, message_id: Id) -> DeliveryOut:
    """Deliver a message again, under its id."""
    row = webhooks.endpoint(session, webhook_id, caller.name)
    return DeliveryOut.of(Logged(webhooks.replay(session, row, message_id), ()))


def current(request: Request, session: Writing, owner: str, webhook_id: str) -> EndpointRow:
    """An endpoint, if If-Match names its present version."""
    row = webhooks.endpoint(session, webhook_id, owner)
    matched(request, hook_tag(row), place=f"/v1/webhooks/{webhook_id}")
    return row
