"""Who may call what, as the description of the API says it: read off the routes themselves.

A newcomer's mistake: writing it beside a route. What a route depends on is what it needs; there is no second place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from fastapi.routing import APIRoute, iter_route_contexts
from starlette.routing import BaseRoute

from api import auth
from registry.config import OPEN, Settings
from registry.model.people import Right

Schema = dict[str, Any]
TOLD = {"401": "Who asks is not known, or the token is not good"}
BARRED = {"403": "Who asks may not"}


class Way(NamedTuple):
    """A method of an address, and what it needs: a right, an account of whatever sort, or with neither nothing.

    `browser`: the account is managed there, which a token may not.
    """

    path: str
    method: str
    right: Right | None
    account: bool
    browser: bool

    @property
    def public(self) -> bool:
        """Whether nothing is needed, whatever the settings say."""
        return self.right is None and not self.account


def ways(routes: Sequence[BaseRoute]) -> Iterator[Way]:
    """Every method of every address of an app."""
    for context in iter_route_contexts(routes):
        if not isinstance(context.original_route, APIRoute):
            continue
        said = auth.guards(context.original_route.dependant)
        for method in sorted(context.methods or ()):
            right = needed(said, method, str(context.path))
            account = bool({auth.signed_in, auth.named, auth.writing_for_oneself} & said)
            yield Way(str(context.path), method, right, account, auth.signed_in in said)


def needed(said: set[Any], method: str, path: str) -> Right | None:
    """The strongest right that a route asks for, said by itself or by its method."""
    rights = [each.right for each in said if isinstance(each, auth.Needs)]
    if rights:
        return max(rights, key=list(Right).index)
    if said or path.startswith(auth.PUBLIC) or path in auth.PUBLIC_WHOLE:
        return None
    return Right.READ if method in auth.SAFE else Right.REVIEW


def secured(schema: Schema, routes: Sequence[BaseRoute], settings: Settings) -> None:
    """Write into a description how to be known, and where it is needed."""
    schema["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "A token of a person, made on their page."},
        "session": {"type": "apiKey", "in": "cookie", "name": auth.cookie(settings).name},
    }
    for way in ways(routes):
        operation = schema["paths"].get(way.path, {}).get(way.method.lower())
        if operation is not None:
            operation["security"] = asked(way, settings)


def asked(way: Way, settings: Settings) -> list[dict[str, list[str]]]:
    """How somebody may be known here; an empty way means that nobody needs to be."""
    if way.public:
        return []
    scopes = [way.right.value] if way.right else []
    known: list[dict[str, list[str]]] = [{"token": scopes}, {"session": scopes}]
    return [{}, *known] if way.right is Right.READ and settings.reading == OPEN else known


def refusals(operation: Schema) -> dict[str, str]:
    """What somebody may be refused with, by the security that stands in an operation."""
    ways_in = operation.get("security", [])
    if not ways_in:
        return {}
    return TOLD if {} in ways_in else TOLD | BARRED
