"""Watches and webhooks over the wire: what is sent to make them, and what comes back."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.orders import Address, Line
from api.schemas import Order, StandingOut, Wire
from registry.actions.telling import TYPES
from registry.actions.watching import Watched, WatchView
from registry.actions.webhooks import Logged
from registry.store.queries.watches import ChangeRow, UseRow
from registry.store.queries.webhooks import EndpointRow
from registry.store.tables import Sending

PIECE: JsonDict = {"name": "https://paper.example/norsund", "text": "The lighthouse of Norsund is 61 metres high."}
HOOK: JsonDict = {"url": "https://paper.example/hooks/claims", "types": ["fact.changed", "watch.affected"]}
SWITCH: JsonDict = {"disabled": True}

Type = Literal["fact.changed", "conflict.found", "conflict.decided", "conflict.withdrawn", "watch.affected"]
Ids = Annotated[list[Annotated[str, Field(min_length=1, max_length=200)]], Field(max_length=5_000)]


class WatchIn(Order):
    """A published piece or a list: by its address or a name. What it uses is the claims of its `text`, or claims and
    facts by id. The same name again replaces what it used before; with `add` it is added."""

    model_config = ConfigDict(json_schema_extra={"examples": [PIECE]})

    name: Annotated[str, Field(min_length=1, max_length=1_000)]
    text: Annotated[str, Field(min_length=1, max_length=500_000)] | None = None
    media_type: Literal["text/markdown", "text/plain"] = "text/markdown"
    claims: Ids = Field(default_factory=list)
    facts: Ids = Field(default_factory=list)
    add: bool = False


class WatchOut(Wire):
    """A watch; `etag` is what If-Match asks for when it is ended."""

    id: str
    name: str
    url: str | None
    made_at: datetime
    ended_at: datetime | None
    uses: int
    etag: str

    @classmethod
    def of(cls, one: Watched) -> Self:
        """A watch for the wire."""
        row = one.row
        return cls(
            id=row.id,
            name=row.name,
            url=row.url,
            made_at=row.made_at,
            ended_at=row.ended_at,
            uses=one.uses,
            etag=watch_tag(row.id, row.ended_at),
        )


def watch_tag(watch_id: str, ended_at: datetime | None) -> str:
    """The version of a watch, as If-Match names it."""
    return f'"{watch_id[:16]}-{"ended" if ended_at else "live"}"'


class UseOut(Wire):
    """A fact that a watch uses: the published sentence, what was held when it was last told about, what is held now."""

    id: str
    fact_id: str | None
    question: str | None
    sentence: str
    words: str
    told: str | None
    told_standing: str
    now: StandingOut | None


class WatchDetail(Wire):
    """A watch with everything that it uses."""

    watch: WatchOut
    uses: list[UseOut]

    @classmethod
    def of(cls, view: WatchView) -> Self:
        """A watch for the wire."""
        uses = [use_of(use, view) for use in view.uses]
        return cls(watch=WatchOut.of(Watched(view.row, len(uses))), uses=uses)


def use_of(use: UseRow, view: WatchView) -> UseOut:
    """A use for the wire."""
    whole = view.facts.get(use.cluster)
    return UseOut(
        id=use.id,
        fact_id=whole.lead.id if whole else None,
        question=whole.lead.label if whole else None,
        sentence=use.sentence,
        words=use.words,
        told=use.value,
        told_standing=use.standing,
        now=StandingOut.model_validate(whole.standing) if whole else None,
    )


class ChangeOut(Wire):
    """What was told about a watch: the sentence, the old and the new value, and how it could be put now."""

    id: int
    at: datetime
    type: str
    event: dict[str, Any]

    @classmethod
    def of(cls, row: ChangeRow) -> Self:
        """A change for the wire."""
        return cls(id=row.id, at=row.at, type=row.type, event=row.data)


class HookIn(Order):
    """An endpoint: without `types` it hears of everything, with `watch_id` of what affects that watch only."""

    model_config = ConfigDict(json_schema_extra={"examples": [HOOK]})

    url: Address
    types: Annotated[list[Type], Field(max_length=10, default_factory=list)]
    watch_id: Line | None = None


class HookPatch(Order):
    """What is to change about an endpoint (a JSON merge patch); what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [SWITCH]})

    url: Address | None = None
    types: Annotated[list[Type], Field(max_length=10)] | None = None
    disabled: bool | None = None


class HookOut(Wire):
    """An endpoint, without its secret; `rotating_until` tells that the former secret still signs too."""

    id: str
    url: str
    types: list[str]
    watch_id: str | None
    made_at: datetime
    disabled_at: datetime | None
    rotating_until: datetime | None
    etag: str

    @classmethod
    def of(cls, row: EndpointRow) -> Self:
        """An endpoint for the wire."""
        told = {name: getattr(row, name) for name in ("id", "url", "types", "watch_id", "made_at", "disabled_at")}
        return cls(**told, rotating_until=row.former_until, etag=hook_tag(row))


def hook_tag(row: EndpointRow) -> str:
    """The version of an endpoint, as If-Match names it."""
    return f'"{row.id[:19]}-{row.version}"'


class HookMade(Wire):
    """An endpoint with its secret, which is shown this once."""

    webhook: HookOut
    secret: str


class AttemptOut(Wire):
    """An attempt to deliver: the status that came back, null where nothing did."""

    number: int
    at: datetime
    status: int | None
    detail: str
    milliseconds: int


class DeliveryOut(Wire):
    """A message to an endpoint, and what became of it; `due_at` is the next attempt of one that waits."""

    id: str
    type: str
    state: Sending
    made_at: datetime
    due_at: datetime | None
    body: str
    attempts: list[AttemptOut]

    @classmethod
    def of(cls, one: Logged) -> Self:
        """A message for the wire."""
        row = one.row
        return cls(
            id=row.id,
            type=row.type,
            state=row.state,
            made_at=row.made_at,
            due_at=row.due_at if row.state is Sending.WAITING else None,
            body=row.body,
            attempts=[AttemptOut.model_validate(each) for each in one.attempts],
        )


class EventType(Wire):
    """Something that webhooks can be told of."""

    type: str
    about: str


class EventTypes(Wire):
    """Everything that webhooks can be told of."""

    items: list[EventType]


def event_types() -> EventTypes:
    """The types with a sentence on each."""
    return EventTypes(items=[EventType(type=name, about=about) for name, about in TYPES.items()])
