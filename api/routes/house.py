"""The house itself: is it up, is it ready, what happened, and what its problems mean."""

from __future__ import annotations

from datetime import UTC
from html import escape
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from api.auth import Asking
from api.deps import Configured, Opened, Reading
from api.filters import AuditQuery
from api.problems import DESCRIPTION, KINDS, Kind
from api.replies import listed, reply, resumed
from api.schemas import AuditOut, HealthOut, IndexOut, PageOut
from registry import __version__
from registry.actions import audit
from registry.errors import NotFound, Unavailable
from registry.model.review import Rating
from registry.store.db import reachable

router = APIRouter(tags=["house"])

SCALE = "A value is rated when a person has decided a conflict and said which value is right. Worst 1, best 5."
MEANING = {
    Rating.CORRECT: "The reviewer found this value right.",
    Rating.OUT_OF_DATE: "It was right, and a later value has taken its place.",
    Rating.INCORRECT: "The reviewer found this value wrong.",
}

LISTS = ("documents", "claims", "facts", "conflicts", "decisions", "rules", "audit")
STYLED = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
FRAME = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><body style="font: 17px/1.5 system-ui; max-width: 38em; margin: 3em auto; padding: 0 1em">
{body}</body></html>
"""


@router.get("/v1", response_model=IndexOut)
def read_index(request: Request, settings: Configured) -> Response:
    """Where to begin: the description of every address, and the lists."""
    lists = {name: f"{settings.site}/v1/{name}" for name in LISTS}
    described, problems = f"{settings.site}{DESCRIPTION}", f"{settings.site}/problems"
    return reply(request, IndexOut(version=__version__, description=described, problems=problems, lists=lists))


@router.get("/v1/audit", response_model=PageOut[AuditOut])
def list_events(request: Request, session: Reading, caller: Asking, query: Annotated[AuditQuery, Query()]) -> Response:
    """What people did, the newest first; what happened to accounts is for administrators."""
    after = resumed(request, query)
    if query.action is not None:
        audit.known(session, query.action)
    manages = caller is not None and caller.manages
    told = query.model_dump(include={"actor", "action", "subject_id"})
    since, until = (
        moment and (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) for moment in (query.since, query.until)
    )
    sought = audit.Sought(**told, accounts=manages, since=since, until=until)
    found = audit.events(session, sought, cursor=after, limit=query.limit)
    return listed(request, found, AuditOut, query)


@router.get("/healthz", response_model=HealthOut)
def health() -> HealthOut:
    """The process runs."""
    return HealthOut(status="ok", version=__version__)


@router.get("/readyz", response_model=HealthOut)
def ready(store: Opened) -> HealthOut:
    """The database answers and has the newest schema."""
    from registry.store.schema import is_current

    with reachable():
        current = is_current(store)
    if not current:
        raise Unavailable("The database does not have the newest schema; run `claims migrate`.")
    return HealthOut(status="ready", version=__version__)


@router.get("/problems", response_class=HTMLResponse, include_in_schema=False)
def list_problems() -> HTMLResponse:
    """Every kind of problem."""
    return framed("Problems", "".join(explained(name, kind) for name, kind in KINDS.items()))


@router.get("/problems/{name}", response_class=HTMLResponse, include_in_schema=False)
def read_problem(name: str) -> HTMLResponse:
    """What a kind of problem means and what to do."""
    if name not in KINDS:
        raise NotFound(f"There is no problem named {name[:60]!r}; /problems lists them all.")
    return framed(KINDS[name].title, explained(name, KINDS[name]))


def explained(name: str, kind: Kind) -> str:
    """A kind of problem in HTML."""
    return f"<h2>{escape(kind.title)}</h2><p>{escape(kind.advice)}</p><p><code>{name}</code>, status {kind.status}</p>"


def framed(title: str, body: str) -> HTMLResponse:
    """A page that needs nothing else."""
    return HTMLResponse(FRAME.format(title=escape(title), body=body), headers=STYLED)


@router.get("/ratings", response_class=HTMLResponse, include_in_schema=False)
def explain_ratings() -> HTMLResponse:
    """The scale of the reviews."""
    rows = "".join(f"<li><b>{int(one)}</b>: {one.words}. {MEANING[one]}</li>" for one in sorted(Rating, reverse=True))
    return framed("Ratings", f"<h1>Ratings</h1><p>{SCALE}</p><ul>{rows}</ul>")
