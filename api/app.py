"""The application: settings in, an app out. A newcomer's mistake: a module-level app; nothing opens on import."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache

from fastapi import APIRouter, Depends, FastAPI
from starlette.routing import BaseRoute

from api import auth, openapi, problems
from api.cors import Cross
from api.deps import key_of
from api.gate import Gate
from api.idempotency import Repeats
from api.rates import Rates
from api.routes import (
    annotated,
    archive,
    claims,
    conflicts,
    documents,
    exports,
    facts,
    feeds,
    house,
    lint,
    packs,
    people,
    questions,
    reconcile,
    requests,
    reviews,
    teaching,
    watches,
    webhooks,
)
from registry import __version__
from registry.actions.delivery import Worker
from registry.config import Settings
from registry.store import open_store

SPARE = 1_000_000
DOOR = [Depends(auth.admitted)]
# Addresses with an ending (`/v1/facts/{id}.jsonld`) come before those that would take the ending for part of the id.
ROUTERS = (
    reviews,
    reconcile,
    annotated,
    archive,
    feeds,
    packs,
    exports,
    teaching,
    documents,
    claims,
    facts,
    conflicts,
    questions,
    lint,
    watches,
    webhooks,
    people,
    requests,
    house,
)


def create_app(settings: Settings) -> FastAPI:
    """The API over the registry that the settings name."""
    made = FastAPI(
        title="Claim registry",
        version=__version__,
        summary="Documents in, claims with their words, conflicts out, settled and cited.",
        description=openapi.INTRODUCTION,
        lifespan=lifespan,
        routes=list(routing()),
        docs_url=None,
        redoc_url=None,
    )
    made.state.settings = settings
    made.state.started = datetime.now(UTC)
    made.add_middleware(Repeats)
    made.add_middleware(Rates, settings=settings)
    made.add_middleware(Gate, max_body=settings.max_bytes + SPARE, site=settings.site)
    made.add_middleware(Cross)
    problems.install(made)
    openapi.install(made)
    return made


@cache
def routing() -> tuple[BaseRoute, ...]:
    """The routes behind their door, made once in a process: FastAPI takes half a second to look at them all."""
    router = APIRouter(dependencies=DOOR, generate_unique_id_function=lambda route: route.name)
    for routes in ROUTERS:
        router.include_router(routes.router)
    return tuple(router.routes)


@asynccontextmanager
async def lifespan(made: FastAPI) -> AsyncIterator[None]:
    """Open the store, and close it."""
    made.state.store = open_store(made.state.settings.database)
    worker = delivering(made)
    try:
        yield
    finally:
        if worker is not None:
            worker.stop()
        made.state.store.close()


def delivering(made: FastAPI) -> Worker | None:
    """The thread that delivers webhooks, where this process is a server and not a test."""
    if not getattr(made.state, "delivers", False):
        return None
    settings = made.state.settings
    worker = Worker(made.state.store, key=key_of(settings), loopback=settings.webhooks_here)
    worker.start()
    return worker


def app() -> FastAPI:
    """The app for `uvicorn --factory api.app:app`, from the environment."""
    made = create_app(Settings.read(os.environ))
    made.state.delivers = True
    return made
