"""Templates and what they may call. A newcomer's mistake: the filter `safe`; only what a template wrote is safe."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from registry.actions.people import Caller
from web import days, words
from web.shortcuts import SHORTCUTS
from web.sought import sought

STATIC = Path(__file__).parent / "static"
ENTRANCES = ("/sign-in", "/welcome")
FILTERS = (
    words.ago,
    words.counted,
    days.day,
    days.exactly,
    words.grouped,
    days.moment,
    words.number,
    words.sized,
    words.worded,
    sought,
)


def fingerprint(folder: Path) -> str:
    """A short word that changes when a file of the folder does, so that browsers may keep files for ever."""
    digest = sha256()
    for file in sorted(folder.iterdir()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:10]


@cache
def environment() -> Environment:
    """The templates with everything they may call; they are compiled once in a process."""
    made = Environment(
        loader=PackageLoader("web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update({filter_.__name__: filter_ for filter_ in FILTERS})
    made.globals.update(version=fingerprint(STATIC), query=query, shortcuts=SHORTCUTS)
    return made


def query(**fields: Any) -> str:
    """The query of an address, without what is empty: "?kind=contradiction", or nothing."""
    given = {name: value for name, value in fields.items() if value not in (None, "")}
    return "?" + urlencode(given) if given else ""


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page. The frame shows the search box with what was asked and the number of conflicts that wait."""
    caller: Caller | None = request.scope.get("caller")
    defaults: dict[str, Any] = {
        "path": request.url.path,
        "site": request.app.state.settings.site,
        "asked": "",
        "waiting": None,
        "json": None,
        "toast": None,
        "me": caller,
        # A stranger is shown what writes as well: signing in goes on from there.
        "may": caller is None or caller.reviews,
        "here": here(request),
        "unset": getattr(request.app.state, "settled", None) is False,
        "own": {},
        "sheets": [],
    }
    made: Environment = request.app.state.templates
    html = made.get_template(template).render({**defaults, **context})
    return HTMLResponse(html, status, headers={"Cache-Control": "private, no-cache"})


def here(request: Request) -> str:
    """The address to come back to after signing in; a page where one signs in leads on to where it would have led."""
    if request.url.path in ENTRANCES:
        return request.query_params.get("next", "/")
    if request.method != "GET":
        return "/"
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")
