"""The whole service: the API, the pages, and what holds for both. Run as `uvicorn --factory web.app:app`."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from threading import Thread

from fastapi import APIRouter, FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

import api.app
from registry.actions import ask
from registry.config import Settings
from registry.errors import NotSignedIn
from web import entry, rendering
from web.edge import Edge
from web.lean import LEAN
from web.pages import (
    account,
    add,
    bulk,
    claims,
    correcting,
    desk,
    documents,
    entering,
    facts,
    help,
    history,
    home,
    keys,
    leases,
    lint,
    looking,
    people,
    printed,
    queue,
    reference,
    search,
    shelf,
    sides,
    statistics,
    versions,
    watches,
)
from web.tray import Tray

PAGES = (
    home,
    queue,
    bulk,
    desk,
    leases,
    shelf,
    sides,
    documents,
    versions,
    printed,
    claims,
    correcting,
    facts,
    search,
    lint,
    watches,
    add,
    looking,
    history,
    statistics,
    reference,
    keys,
    help,
    entering,
    account,
    people,
)
YEAR = "public, max-age=31536000, immutable"


class Static(StaticFiles):
    """Files that browsers may keep: their address changes whenever they do."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, with the leave to keep it."""
        response = await super().get_response(path, scope)
        if isinstance(response, FileResponse) and (made := lean(str(response.path))) is not None:
            response = Response(made, media_type=response.media_type)
        response.headers["Cache-Control"] = YEAR
        return response


@cache
def lean(path: str) -> bytes | None:
    """A sheet or a script as it is sent; made once in a process."""
    file = Path(path)
    shorten = LEAN.get(file.suffix)
    return shorten(file.read_text(encoding="utf-8")).encode() if shorten else None


def create_app(settings: Settings) -> FastAPI:
    """The API with the pages on top."""
    made = api.app.create_app(settings)
    made.state.templates = rendering.environment()
    made.state.tray = Tray()
    made.state.problem_page = help.problem
    made.state.cookies = True
    made.add_exception_handler(NotSignedIn, entry.refused)
    made.router.routes.extend(routing())
    made.mount("/static", Static(directory=rendering.STATIC), name="static")
    made.add_middleware(GZipMiddleware, minimum_size=1000)
    made.add_middleware(Edge)
    return made


@cache
def routing() -> tuple[BaseRoute, ...]:
    """The pages behind the door of the API, made once in a process."""
    router = APIRouter(dependencies=api.app.DOOR)
    for page in PAGES:
        router.include_router(page.router, include_in_schema=False, default_response_class=Response)
    return tuple(router.routes)


def app() -> FastAPI:
    """The app for `uvicorn --factory web.app:app`, from the environment."""
    settings = Settings.read(os.environ)
    made = create_app(settings)
    made.state.delivers = True
    Thread(target=warm, args=(settings,), name="warming", daemon=True).start()
    return made


def warm(settings: Settings) -> None:
    """Compile the templates and load what reads, so that the first visitor does not wait for it."""
    templates = rendering.environment()
    for name in templates.list_templates(["html"]):
        templates.get_template(name)
    ask.read("The harbour has 12 boats.", model=settings.model)
