"""Adding documents: a text, files, an address. Reading comes first and holds no lock; keeping is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated, NamedTuple

from fastapi import APIRouter, File, Form, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel

from api import problems
from api.deps import Configured, Opened, Reviewer
from registry.actions import ingest
from registry.actions.ingest import Given, Prepared
from registry.actions.views import Ingested
from registry.errors import InvalidValue, RegistryError
from registry.model.given import day_given
from web import previewing, words
from web.example import TEXTS
from web.fields import Line
from web.frame import Framed

router = APIRouter()


class Entry(BaseModel):
    """What was written into the form, so that a mistake costs nobody their text."""

    text: str = ""
    title: Line = ""
    publisher: Line = ""
    published: Line = ""
    url: Line = ""

    def given(self) -> Given:
        """What the form says about the document; a field left empty says nothing."""
        try:
            day = date.fromisoformat(self.published) if self.published else None
        except ValueError:
            raise InvalidValue(f"{self.published!r} is no date; write it as 2024-05-31.") from None
        return Given(self.url or None, self.title or None, self.publisher or None, day and day_given(day))


class Told(NamedTuple):
    """What became of one file."""

    name: str
    told: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Keeper:
    """Keeps prepared documents, each in a transaction of its own."""

    store: Opened
    reviewer: Reviewer
    model: str | None

    def keep(self, prepared: Prepared) -> Ingested:
        """Keep one."""
        ready = ingest.beforehand(self.store, prepared, self.model)
        with self.store.writing() as session:
            return ingest.keep(session, ready, actor=self.reviewer)


@router.get("/add")
def add(frame: Framed) -> HTMLResponse:
    """The three ways to add a document."""
    return form(frame, Entry())


def form(frame: Framed, entry: Entry, error: RegistryError | None = None) -> HTMLResponse:
    """The forms, with what was written and what was wrong with it."""
    status = problems.KINDS[problems.named(error)].status if error else 200
    limit = frame.request.app.state.settings.max_bytes
    return frame.page("add.html", given=entry, error=str(error or ""), limit=limit, status=status)


@router.post("/add/text")
def add_text(
    frame: Framed, settings: Configured, store: Opened, reviewer: Reviewer, entry: Annotated[Entry, Form()]
) -> Response:
    """Take in a text that was pasted."""
    return one(frame, Keeper(store, reviewer, settings.model), entry, partial(_text, entry, settings.model))


def _text(entry: Entry, model: str | None) -> Prepared:
    """A pasted text, read; browsers send line ends as carriage return and line feed."""
    return ingest.prepare_text(entry.text.replace("\r\n", "\n"), given=entry.given(), model=model)


@router.post("/add/preview")
def preview(frame: Framed, settings: Configured, entry: Annotated[Entry, Form()]) -> HTMLResponse:
    """What a pasted text would bring, before anything is kept."""
    try:
        prepared = ingest.accompanied(frame.session, _text(entry, settings.model), settings.model)
    except RegistryError as error:
        return form(frame, entry, error)
    found = ingest.preview(frame.session, prepared)
    lines = [previewing.line(claim) for claim in found.claims]
    title, read = previewing.title(lines), previewing.read(found.source)
    return frame.page("preview.html", title=title, lines=lines, known=found.known, given=entry, read=read)


@router.post("/add/url")
def add_url(
    frame: Framed, settings: Configured, store: Opened, reviewer: Reviewer, entry: Annotated[Entry, Form()]
) -> Response:
    """Fetch and take in the document at an address."""
    fetch = partial(ingest.prepare_url, entry.url, model=settings.model, max_bytes=settings.max_bytes)
    return one(frame, Keeper(store, reviewer, settings.model), entry, fetch)


def one(frame: Framed, keeper: Keeper, entry: Entry, prepare: Callable[[], Prepared]) -> Response:
    """Prepare and keep one document and show it; where that fails, the form again."""
    try:
        kept = keeper.keep(prepare())
    except RegistryError as error:
        return form(frame, entry, error)
    return RedirectResponse(address(kept), 303)


def address(kept: Ingested) -> str:
    """The page of what was kept."""
    return f"/documents/{kept.document_id}?version={kept.version_id}&new={int(kept.created)}"


@router.post("/add/file")
def add_files(
    frame: Framed,
    settings: Configured,
    store: Opened,
    reviewer: Reviewer,
    files: Annotated[Sequence[UploadFile], File()] = (),
) -> Response:
    """Take in one file or several; each is kept or refused for itself."""
    keeper = Keeper(store, reviewer, settings.model)
    named = [file for file in files if file.filename]
    if len(named) < 2:
        file = named[0] if named else None
        return one(frame, keeper, Entry(), partial(read_file, file, settings))
    told = [_told(keeper, file, settings) for file in named]
    count = sum(bool(each.href) for each in told)
    return frame.page("added.html", title=words.kept(count, len(told)), files=told)


def read_file(file: UploadFile | None, settings: Configured) -> Prepared:
    """An uploaded file, read; the browser's guess of its type counts unless it is no guess at all."""
    if file is None:
        raise InvalidValue("No file was chosen. Choose one and try again.")
    data = file.file.read(settings.max_bytes + 1)
    sort = None if file.content_type == "application/octet-stream" else file.content_type
    return ingest.prepare(data, name=file.filename, media_type=sort, model=settings.model)


def _told(keeper: Keeper, file: UploadFile, settings: Configured) -> Told:
    """What became of a file of several."""
    name = file.filename or "a file"
    try:
        kept = keeper.keep(read_file(file, settings))
    except RegistryError as error:
        return Told(name, f"Not added. {error}")
    return Told(name, outcome(kept), address(kept))


def outcome(kept: Ingested) -> str:
    """What taking in a document came to."""
    found = f"{words.counted(kept.claims, 'claim')}, {words.counted(kept.conflicts, 'new conflict')}"
    return found if kept.created else "The registry has these very bytes already."


@router.post("/add/example")
def add_example(settings: Configured, store: Opened, reviewer: Reviewer) -> RedirectResponse:
    """Take in three short texts of our own."""
    keeper = Keeper(store, reviewer, settings.model)
    for text, given in TEXTS:
        keeper.keep(ingest.prepare_text(text, given=given, model=settings.model))
    return RedirectResponse("/", 303)
