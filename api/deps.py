"""What routes ask for, by type. A newcomer's mistake: `Depends(...)` without `scope="function"`; the commit would then
come after the response, and a commit that fails would answer 200."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Path, Request

from registry.config import Settings
from registry.store import ReadSession, Store, WriteSession


def opened(request: Request) -> Store:
    """The store that the lifespan opened."""
    store: Store = request.app.state.store
    return store


def configured(request: Request) -> Settings:
    """The settings that the app was made with."""
    settings: Settings = request.app.state.settings
    return settings


def reading(store: Annotated[Store, Depends(opened)]) -> Iterator[ReadSession]:
    """A session that cannot write."""
    with store.reading() as session:
        yield session


def writing(store: Annotated[Store, Depends(opened)]) -> Iterator[WriteSession]:
    """A session that commits before the response is sent."""
    with store.writing() as session:
        yield session


def reviewing(settings: Annotated[Settings, Depends(configured)]) -> str:
    """Who decides: a setting, until there are accounts."""
    return settings.reviewer


Opened = Annotated[Store, Depends(opened)]
Configured = Annotated[Settings, Depends(configured)]
Reading = Annotated[ReadSession, Depends(reading, scope="function")]
Writing = Annotated[WriteSession, Depends(writing, scope="function")]
Reviewer = Annotated[str, Depends(reviewing)]

Id = Annotated[str, Path(min_length=1, max_length=200, pattern=r"^[A-Za-z0-9_.:-]+$")]
Number = Annotated[int, Path(ge=1, le=2**63 - 1)]
