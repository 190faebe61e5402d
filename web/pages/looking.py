"""A dry run for files and addresses: what each would bring, its title, publisher and date to correct, keep or discard.

A newcomer's mistake: correcting the date alone. What a text says of "last year" follows from it, so it is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Annotated, NamedTuple

from fastapi import APIRouter, File, Form, UploadFile
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field, StringConstraints

from api.deps import Configured, Opened, Reviewer
from registry.actions import ingest
from registry.actions.ingest import Given, Prepared
from registry.errors import InvalidValue, RegistryError
from registry.model.given import day_given
from web import previewing, words
from web.fields import Line
from web.frame import Frame, Framed
from web.pages.add import Entry, Keeper, Told, address, form, outcome, read_file
from web.previewing import Line as ClaimLine
from web.tray import Tray

router = APIRouter()

MOST = 50
Addresses = Annotated[str, StringConstraints(max_length=100_000)]


class Looked(NamedTuple):
    """A document that was read and is not kept: what it is, what it would bring; `error` where it could not be read."""

    name: str
    token: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    told: str = ""
    known: bool = False
    lines: tuple[ClaimLine, ...] = ()
    error: str = ""


class Kept(BaseModel):
    """The form of a dry run: lists in step, and the words of those to keep."""

    keep: list[Line] = Field(default=[], max_length=MOST)
    token: list[Line] = Field(default=[], max_length=MOST)
    title: list[Line] = Field(default=[], max_length=MOST)
    publisher: list[Line] = Field(default=[], max_length=MOST)
    published: list[Line] = Field(default=[], max_length=MOST)

    def rows(self) -> Iterator[tuple[str, str, str, str]]:
        """Token, title, publisher and day of each document to keep."""
        chosen = set(self.keep)
        rows = zip(self.token, self.title, self.publisher, self.published, strict=False)
        return (row for row in rows if row[0] in chosen)


def named(addresses: str) -> list[str]:
    """The addresses of a list, one a line, each once."""
    found = list(dict.fromkeys(line.strip() for line in addresses.splitlines() if line.strip()))
    if len(found) > MOST:
        raise InvalidValue(f"{len(found)} addresses are too many at once; give {MOST} at most.")
    return found


def fetching(settings: Configured, url: str) -> Callable[[], Prepared]:
    """How to fetch an address, later."""
    return partial(ingest.prepare_url, url, model=settings.model, max_bytes=settings.max_bytes)


@router.post("/add/look")
def look(
    frame: Framed,
    settings: Configured,
    files: Annotated[Sequence[UploadFile], File()] = (),
    addresses: Annotated[Addresses, Form()] = "",
) -> HTMLResponse:
    """What files and addresses would bring, before anything is kept."""
    try:
        urls = named(addresses)
    except RegistryError as error:
        return form(frame, Entry(), error)
    ways: list[tuple[str, Callable[[], Prepared]]] = [
        (file.filename or "a file", partial(read_file, file, settings)) for file in files if file.filename
    ]
    ways += [(url, fetching(settings, url)) for url in urls]
    if not ways:
        return form(frame, Entry(), InvalidValue("Nothing was chosen. Choose a file or write an address."))
    return shown(frame, [looked(frame, name, way, settings.model) for name, way in ways[:MOST]])


def shown(frame: Frame, documents: list[Looked]) -> HTMLResponse:
    """The page of a dry run."""
    claims = sum(len(each.lines) for each in documents)
    read = sum(not each.error for each in documents)
    title = f"{words.counted(claims, 'claim')} in {words.counted(read, 'document')}"
    if left := len(documents) - read:
        title += f", {left} could not be read"
    return frame.page("looked.html", title=title, documents=documents)


def looked(frame: Frame, name: str, prepare: Callable[[], Prepared], model: str | None) -> Looked:
    """What one document would bring."""
    try:
        prepared = ingest.accompanied(frame.session, prepare(), model)
    except RegistryError as error:
        return Looked(name, error=str(error))
    found = ingest.preview(frame.session, prepared)
    lines = tuple(previewing.line(claim) for claim in found.claims)
    source = prepared.source
    return Looked(
        name=name,
        token=tray(frame).put(prepared),
        title=source.title or "",
        publisher=source.publisher or "",
        published=source.published.isoformat() if source.published else "",
        told=previewing.title(lines),
        known=found.known is not None,
        lines=lines,
    )


def tray(frame: Frame) -> Tray:
    """Where documents wait."""
    made: Tray = frame.request.app.state.tray
    return made


@router.post("/add/keep")
def keep(
    frame: Framed, settings: Configured, store: Opened, reviewer: Reviewer, order: Annotated[Kept, Form()]
) -> HTMLResponse:
    """Keep the chosen documents of a dry run, with what was corrected; forget the others."""
    keeper = Keeper(store, reviewer, settings.model)
    told = [kept(frame, keeper, settings, row) for row in order.rows()]
    for token in order.token:
        tray(frame).drop(token)
    count = sum(bool(each.href) for each in told)
    title = words.kept(count, len(told)) if told else "Nothing was kept"
    return frame.page("added.html", title=title, files=told)


def kept(frame: Frame, keeper: Keeper, settings: Configured, row: tuple[str, str, str, str]) -> Told:
    """What became of one document."""
    token, title, publisher, published = row
    try:
        day = date.fromisoformat(published) if published else None
        prepared = corrected(tray(frame).take(token), title, publisher, day, settings.model)
        done = keeper.keep(prepared)
    except ValueError:
        return Told(title or "a document", f"Not added. {published!r} is no date; write it as 2024-05-31.")
    except RegistryError as error:
        return Told(title or "a document", f"Not added. {error}")
    return Told(title or prepared.source.url or "a document", outcome(done), address(done))


def corrected(prepared: Prepared, title: str, publisher: str, day: date | None, model: str | None) -> Prepared:
    """A document as a person says it is; read again only where they changed something."""
    source = prepared.source
    if (title, publisher, day) == (source.title or "", source.publisher or "", source.published):
        return prepared
    told = day if day is None or day == source.published else day_given(day)
    given = Given(source.url, title or None, publisher or None, told, source.language)
    again = ingest.prepare(
        prepared.data, name=title or None, media_type=prepared.reading.media_type, given=given, model=model
    )
    return replace(again, aliases=tuple(dict.fromkeys((*again.aliases, *prepared.aliases))))


@router.post("/add/urls")
def add_urls(
    frame: Framed, settings: Configured, store: Opened, reviewer: Reviewer, addresses: Annotated[Addresses, Form()] = ""
) -> HTMLResponse:
    """Fetch and take in the documents at some addresses, each for itself."""
    try:
        urls = named(addresses)
    except RegistryError as error:
        return form(frame, Entry(), error)
    if not urls:
        return form(frame, Entry(), InvalidValue("No address was written. Write one a line."))
    keeper = Keeper(store, reviewer, settings.model)
    told = [fetched(keeper, settings, url) for url in urls]
    count = sum(bool(each.href) for each in told)
    return frame.page("added.html", title=words.kept(count, len(told)), files=told)


def fetched(keeper: Keeper, settings: Configured, url: str) -> Told:
    """What became of one address."""
    try:
        done = keeper.keep(fetching(settings, url)())
    except RegistryError as error:
        return Told(url, f"Not added. {error}")
    return Told(url, outcome(done), address(done))
