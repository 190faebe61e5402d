"""Which methods an address answers.

A newcomer's mistake: believing the framework, which names those of the first route of an address and of no other.
"""

from __future__ import annotations

from fastapi import Request
from starlette.routing import Match

KNOWN = ("GET", "POST", "PUT", "PATCH", "DELETE")


def allowed(request: Request) -> tuple[str, ...]:
    """The methods of all routes of a request's address; HEAD is answered wherever GET is."""
    found = [method for method in KNOWN if answered(request, method)]
    return tuple(each for method in found for each in ((method, "HEAD") if method == "GET" else (method,)))


def answered(request: Request, method: str) -> bool:
    """Whether some route answers the address by a method."""
    scope = {**request.scope, "method": method}
    return any(route.matches(scope)[0] is Match.FULL for route in request.app.routes)
