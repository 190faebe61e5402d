"""The queue: conflicts by priority, filtered by what stands in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.deps import Reading, Visitor
from registry.actions import lookup, queueing, shelf
from registry.actions.queueing import Order, Tab
from registry.actions.shelf import Left
from registry.actions.views import Age, ConflictFilter, ConflictRow, Facet
from registry.model.finding import Relation, Severity
from web import telling, words
from web.frame import Framed
from web.meanings import KINDS
from web.pages import bulk
from web.queueing import Line, Size, Sought
from web.shown import ConflictRow as Shown

router = APIRouter()

CHOICES, CAPPED = 8, 10_000
TABS = {
    Tab.OPEN: "Pending",
    Tab.MINE: "Mine",
    Tab.UNSURE: "Unsure",
    Tab.DECIDED: "Decided",
    Tab.DISMISSED: "Dismissed",
    Tab.SUGGESTED: "Suggested",
}
FACETS = {
    "kind": "Kind",
    "severity": "Severity",
    "age": "Found",
    "subject": "About",
    "publisher": "Publisher",
    "language": "Language",
    "rule": "Rule",
}
GRAVEST = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)
EMPTY = {
    Tab.OPEN: ("Nothing waits", "Every conflict the rules found has a decision. New documents bring new ones."),
    Tab.MINE: ("Nothing is yours now", "What you flag with f, have open, or were unsure about gathers here."),
    Tab.UNSURE: ("Nothing is marked unsure", "Press u on the desk to put a conflict aside."),
    Tab.DECIDED: ("Nothing is decided yet", "Decisions gather here, and each can be undone."),
    Tab.DISMISSED: ("Nothing is dismissed", "What turned out not to be the same fact, or wrongly read, gathers here."),
    Tab.SUGGESTED: (
        "No rule has stepped back",
        "A rule that people often disagree with only suggests; its finds are here.",
    ),
}
UNTROUBLED = ("No sources disagree", "No conflict has been found yet. Where two sources disagree, it will stand here.")
ORDERS = {Order.PRIORITY: "most pressing", Order.NEWEST: "newest", Order.OLDEST: "oldest"}
TITLES = {
    Tab.OPEN: "open",
    Tab.MINE: "yours",
    Tab.UNSURE: "marked unsure",
    Tab.DECIDED: "decided",
    Tab.DISMISSED: "dismissed",
    Tab.SUGGESTED: "suggested only",
}
AGES = {Age.DAY: "in the last day", Age.WEEK: "in the last week", Age.MONTH: "in 30 days", Age.OLDER: "before that"}
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch"}


class Part(NamedTuple):
    """A tab, and how many conflicts are in it."""

    href: str
    text: str
    number: str
    chosen: bool


class Choice(NamedTuple):
    """A filter's choice, and how many conflicts it leaves."""

    href: str
    text: str
    tone: str
    number: int
    chosen: bool


class Filter(NamedTuple):
    """A filter with its choices."""

    name: str
    choices: tuple[Choice, ...]


class Asked(Sought):
    """What the address asks for: filters, a place in the list, and what was just done."""

    cursor: Line | None = None
    done: int | None = None
    corrected: int | None = None
    conflict: Line = ""


@router.get("/queue")
def queue(frame: Framed, reviewer: Visitor, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """The conflicts that wait, or those that do not any more."""
    session = frame.session
    bare = lookup.resolved(session, asked.bare)
    where = lookup.resolved(session, queueing.within(asked.state, bare, reviewer))
    rows, more = found(session, asked, where)
    numbers = queueing.tabs(session, bare, reviewer)
    return frame.page(
        "queue.html",
        title=title(asked.state, numbers[asked.state], filtered=asked.filtered),
        tabs=parts(asked, numbers),
        facets=filters(lookup.facets(session, where), asked),
        rows=listed(session, rows, asked, reviewer),
        first=asked.address() if asked.cursor else None,
        next=asked.address(cursor=more) if more else None,
        filtered=asked.filtered,
        bounded=where.bounded,
        bare=Sought(state=asked.state).address(),
        empty=EMPTY[asked.state] if asked.state is not Tab.OPEN or any(numbers.values()) else UNTROUBLED,
        given=asked,
        sizes=[(asked.address(size=size), int(size), size is asked.size) for size in Size],
        carried=list(asked.fields(words="", order="").items()),
        orders=ORDERS,
        offered=bulk.OFFERED,
        saved=shelf.filters(session, reviewer),
        within=asked.query().removeprefix("?"),
        resume=waiting(session, reviewer),
        toast=telling.corrected(asked.corrected, asked.conflict) or frame.toast(asked.done),
        json=asked.programs(),
    )


def found(session: Reading, asked: Asked, where: ConflictFilter) -> tuple[Sequence[ConflictRow], str | None]:
    """The rows, and the cursor that continues after them; another order gives one page."""
    if asked.order is not Order.PRIORITY:
        return queueing.listed(session, where, order=asked.order, limit=asked.size), None
    page = lookup.conflicts(session, where, cursor=asked.cursor, limit=asked.size)
    return page.items, page.next


def listed(session: Reading, rows: Sequence[ConflictRow], asked: Asked, person: str) -> list[Shown]:
    """The rows with who has which open and which are flagged; each leads to the desk within these filters."""
    holders = queueing.holders(session, [row.id for row in rows])
    flags = shelf.flagged(session, person)
    return [
        telling.conflict_row(row)._replace(
            href=f"/conflicts/{row.id}{asked.query()}",
            holder=holders[row.id] if holders.get(row.id, person) != person else "",
            flagged=row.id in flags,
        )
        for row in rows
    ]


def waiting(session: Reading, person: str) -> Left | None:
    """The conflict that somebody had open last, while it still waits for a decision."""
    left = shelf.left(session, person)
    return left if left and queueing.is_open(session, left.conflict_id) else None


def title(tab: Tab, number: int, *, filtered: bool) -> str:
    """The answer that the queue is: "3 conflicts are open"; under filters "3 conflicts match"."""
    verb = ("matches" if number == 1 else "match") if filtered else f"{'is' if number == 1 else 'are'} {TITLES[tab]}"
    return telling.sentence(f"{words.counted(number, 'conflict')} {verb}")[:-1]


def parts(asked: Asked, numbers: Mapping[Tab, int]) -> tuple[Part, ...]:
    """The tabs, counted under the filters; the last only where a rule has stepped back."""
    shown = [tab for tab in Tab if tab is not Tab.SUGGESTED or numbers[tab] or asked.state is tab]
    return tuple(Part(asked.address(state=tab), TABS[tab], capped(numbers[tab]), asked.state is tab) for tab in shown)


def capped(number: int) -> str:
    """A number that was counted up to a limit: "10 000+"."""
    return words.number(number) + ("+" if number >= CAPPED else "")


def filters(facets: Sequence[Facet], asked: Asked) -> tuple[Filter, ...]:
    """The filters that leave a choice, or that are set."""
    made = (Filter(label, choices(facets, asked, name)) for name, label in FACETS.items())
    return tuple(each for each in made if len(each.choices) > 1 or any(choice.chosen for choice in each.choices))


def choices(facets: Sequence[Facet], asked: Asked, name: str) -> tuple[Choice, ...]:
    """A filter's choices; the one that is set leads back to all."""
    mine = [facet for facet in facets if facet.name == name and facet.value][:CHOICES]
    if name == "severity":
        mine.sort(key=lambda facet: GRAVEST.index(Severity(facet.value)))
    return tuple(_choice(facet, asked, chosen=facet.value == getattr(asked, name)) for facet in mine)


def _choice(facet: Facet, asked: Asked, *, chosen: bool) -> Choice:
    href = asked.address(**{facet.name: None if chosen else facet.value})
    tone = KINDS[Relation(facet.value)].tone if facet.name == "kind" else ""
    return Choice(href, named(facet), tone, facet.number, chosen)


def named(facet: Facet) -> str:
    """A choice in words."""
    if facet.name == "kind":
        return KINDS[Relation(facet.value)].word
    if facet.name == "age":
        return AGES[Age(facet.value)]
    if facet.name == "language":
        return LANGUAGES.get(facet.value, facet.value)
    return facet.value.replace("_", " ") if facet.name == "rule" else facet.value
