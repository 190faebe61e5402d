"""What routes ask for, by type. A newcomer's mistake: `Depends(...)` without `scope="function"`; the commit would then
come after the response, and a commit that fails would answer 200."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Path, Request

from api import auth, once
from registry.actions.people import Caller
from registry.config import Settings
from registry.store import ReadSession, Store, WriteSession
from registry.store.keyfile import sealing_key


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


def writing(request: Request, store: Annotated[Store, Depends(opened)]) -> Iterator[WriteSession]:
    """A session that commits before the response is sent, and with it the answer to a request under a key."""
    with store.writing() as session:
        yield session
        once.keep(request, session)


def key_of(settings: Settings) -> bytes:
    """The key that the secrets of webhooks are sealed with."""
    return sealing_key(settings.secret, settings.sqlite_file)


def signing(caller: Annotated[Caller, Depends(auth.reviews)]) -> str:
    """The name that what a reviewer does is signed with."""
    return caller.name


def looking(caller: auth.Asking) -> str:
    """The name of whoever looks at a page, empty for somebody without an account."""
    return caller.name if caller else ""


Opened = Annotated[Store, Depends(opened)]
Configured = Annotated[Settings, Depends(configured)]
Reading = Annotated[ReadSession, Depends(reading, scope="function")]
Writing = Annotated[WriteSession, Depends(writing, scope="function")]

# What a route needs: a look, a signature (by name), the management of people, or an account of whatever sort.
Reader = Annotated[Caller | None, Depends(auth.reads)]
Reviewer = Annotated[str, Depends(signing)]
Administrator = Annotated[Caller, Depends(auth.administers)]
Member = Annotated[Caller, Depends(auth.signed_in)]
Owner = Annotated[Caller, Depends(auth.named)]
# Somebody who may write, for what is their own and reaches out of the registry: webhooks.
OwnerWriting = Annotated[Caller, Depends(auth.writing_for_oneself)]
Anybody = Annotated[None, Depends(auth.anybody)]
# For a decorator: `@router.post("/ask", dependencies=BY_READERS)`. A route that writes is a reviewer's by itself.
BY_READERS = [Depends(auth.reads)]
# Who looks, where a page shows more to those it knows: nothing is needed for it.
Visitor = Annotated[str, Depends(looking)]

Id = Annotated[str, Path(min_length=1, max_length=200, pattern=r"^[A-Za-z0-9_.:-]+$")]
Number = Annotated[int, Path(ge=1, le=2**63 - 1)]
