"""The queue: conflicts by priority, filtered by what stands in the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, StringConstraints

from api.deps import Reviewer
from registry.actions import lookup, queueing
from registry.actions.queueing import Order
from registry.actions.views import ConflictFilter, ConflictRow, Facet
from registry.model.finding import Relation, Severity, State
from web import telling, words
from web.frame import Frame, Framed
from web.meanings import KINDS
from web.pages import bulk
from web.rendering import query

router = APIRouter()

LIMIT, CHOICES = 30, 8
TABS = ((State.OPEN, "Open"), (State.UNSURE, "Unsure"), (State.DECIDED, "Decided"))
FACETS = {"kind": "Kind", "severity": "Severity", "subject": "About", "publisher": "Publisher", "rule": "Rule"}
EMPTY = {
    State.OPEN: ("Nothing waits", "Every conflict the rules found has a decision. New documents bring new ones."),
    State.UNSURE: ("Nothing is marked unsure", "Press u on the desk to put a conflict aside."),
    State.DECIDED: ("Nothing is decided yet", "Decisions gather here, and each can be undone."),
}
ORDERS = {Order.PRIORITY: "most pressing first", Order.NEWEST: "newest first", Order.OLDEST: "oldest first"}
TITLES = {State.OPEN: "open", State.UNSURE: "marked unsure", State.DECIDED: "decided"}


class Tab(NamedTuple):
    """A state, and how many conflicts are in it."""

    href: str
    text: str
    number: int
    chosen: bool


class Choice(NamedTuple):
    """A filter's choice, and how many conflicts it leaves."""

    href: str
    text: str
    tone: str
    number: int
    chosen: bool


class Shown(NamedTuple):
    """A filter with its choices."""

    name: str
    choices: tuple[Choice, ...]


Line = Annotated[str, StringConstraints(max_length=2000)]


class Wanted(BaseModel):
    """What the address asks for."""

    state: State = State.OPEN
    kind: Relation | None = None
    severity: Severity | None = None
    subject: Line | None = None
    publisher: Line | None = None
    rule: Line | None = None
    words: Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)] = ""
    order: Order = Order.PRIORITY
    cursor: Line | None = None
    done: int | None = None

    def kept(self) -> dict[str, str]:
        """What a filter's address keeps besides: the words and the order."""
        order = "" if self.order is Order.PRIORITY else self.order.value
        return {"words": self.words, "order": order}

    def filter(self) -> ConflictFilter:
        """The part that filters."""
        return ConflictFilter(self.state, self.kind, self.severity, self.subject, self.publisher, self.rule)


@router.get("/queue")
def queue(frame: Framed, reviewer: Reviewer, wanted: Annotated[Wanted, Query()]) -> HTMLResponse:
    """The conflicts that wait, or those that do not any more."""
    where, kept = wanted.filter(), wanted.kept()
    rows, more, facets = found(frame, wanted)
    here = tabs(facets, where, kept)
    found_open = queueing.holders(frame.session, [row.id for row in rows])
    held = {name: holder for name, holder in found_open.items() if holder != reviewer}
    return frame.page(
        "queue.html",
        title=title(where, here),
        tabs=here,
        facets=shown(facets, where, kept),
        rows=[telling.conflict_row(row)._replace(holder=held.get(row.id, "")) for row in rows],
        first=address(where) if wanted.cursor else None,
        next=address(where, cursor=more) if more else None,
        filtered=any(where[1:]) or bool(wanted.words),
        bare=address(ConflictFilter(wanted.state)),
        empty=EMPTY[wanted.state],
        given=wanted,
        carried=[(name, value) for name, value in where._asdict().items() if value],
        orders=ORDERS,
        offered=bulk.OFFERED,
        toast=frame.toast(wanted.done),
        json="/v1/conflicts" + query(**where._asdict()),
    )


def found(frame: Frame, wanted: Wanted) -> tuple[Sequence[ConflictRow], str | None, Sequence[Facet]]:
    """The rows, the cursor that continues after them, and the facets; words or another order give one long page."""
    where = wanted.filter()
    if wanted.words or wanted.order is not Order.PRIORITY:
        rows = queueing.listed(frame.session, where, words=wanted.words, order=wanted.order)
        told = queueing.facets(frame.session, where, wanted.words) if wanted.words else None
        return rows, None, told or lookup.facets(frame.session, where)
    page = lookup.conflicts(frame.session, where, cursor=wanted.cursor, limit=LIMIT)
    return page.items, page.next, lookup.facets(frame.session, where)


def title(where: ConflictFilter, here: Sequence[Tab]) -> str:
    """The answer that the queue is: "3 conflicts are open"."""
    number = next((tab.number for tab in here if tab.chosen), 0)
    verb = "is" if number == 1 else "are"
    return telling.sentence(f"{words.counted(number, 'conflict')} {verb} {TITLES[where.state or State.OPEN]}")[:-1]


def address(where: ConflictFilter, **more: str | None) -> str:
    """The address that shows what a filter leaves."""
    state = where.state if where.state is not State.OPEN else None
    return "/queue" + query(**{**where._asdict(), "state": state, **more})


def tabs(facets: Sequence[Facet], where: ConflictFilter, kept: dict[str, str]) -> tuple[Tab, ...]:
    """The states, counted under the other filters."""
    numbers = {facet.value: facet.number for facet in facets if facet.name == "state"}
    return tuple(
        Tab(address(where._replace(state=state), **kept), text, numbers.get(state.value, 0), where.state is state)
        for state, text in TABS
    )


def shown(facets: Sequence[Facet], where: ConflictFilter, kept: dict[str, str]) -> tuple[Shown, ...]:
    """The filters that leave a choice, or that are set."""
    made = (Shown(label, choices(facets, where, name, kept)) for name, label in FACETS.items())
    return tuple(each for each in made if len(each.choices) > 1 or any(choice.chosen for choice in each.choices))


def choices(facets: Sequence[Facet], where: ConflictFilter, name: str, kept: dict[str, str]) -> tuple[Choice, ...]:
    """A filter's choices; the one that is set leads back to all."""
    chosen = getattr(where, name)
    mine = [facet for facet in facets if facet.name == name and facet.value][:CHOICES]
    return tuple(_choice(facet, where, kept, chosen=facet.value == chosen) for facet in mine)


def _choice(facet: Facet, where: ConflictFilter, kept: dict[str, str], *, chosen: bool) -> Choice:
    meaning = KINDS[Relation(facet.value)] if facet.name == "kind" else None
    changed: dict[str, Any] = {facet.name: None if chosen else facet.value}
    href = address(where._replace(**changed), **kept)
    text = meaning.word if meaning else facet.value.replace("_", " ")
    return Choice(href, text, meaning.tone if meaning else "", facet.number, chosen)
