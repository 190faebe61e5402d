"""Answers: JSON with a strong ETag, 304 where the caller has it already, pages with a link to the next one.

A newcomer's mistake: an ETag of the row alone. The standing of a fact moves with every document, so the tag is made of
the bytes that are sent; for a conflict its version leads, which is what If-Match looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import Request, Response

from api import cursors
from api.filters import Paging
from api.problems import Rejected
from api.schemas import PageOut, TotalOut, Wire
from registry.actions.views import Page, Total
from registry.config import OPEN
from registry.errors import InvalidValue

T = TypeVar("T", bound=Wire)


def reply(
    request: Request, made: Wire, *, version: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """A resource as JSON; `fields` in the address leaves only some members of it, or of each item of a list."""
    body = narrowed(made, request.query_params.get("fields"))
    return sent(request, body, "application/json", version=version, headers=headers)


def narrowed(made: Wire, fields: str | None) -> bytes:
    """A resource as JSON with the members that were asked for, in the order of the resource."""
    left_out = {"total"} if isinstance(made, PageOut) and made.total is None else set()
    if fields is None or is_empty(made):
        return made.model_dump_json(exclude=left_out).encode()
    names = {name.strip() for name in fields.split(",") if name.strip()}
    items = getattr(made, "items", None) if isinstance(made, PageOut) else None
    known = set(item_type(made).model_fields)
    unknown = sorted(names - known)
    if unknown or not names:
        said = f"There is no field {unknown[0][:80]!r}" if unknown else "No field is named"
        raise InvalidValue(f"{said}; choose among {', '.join(sorted(known))}.")
    if items is None:
        return made.model_dump_json(include=names).encode()
    kept: dict[str, Any] = {"items": {"__all__": names}, "next_cursor": True, "has_more": True, "total": True}
    return made.model_dump_json(include=kept, exclude=left_out).encode()


def is_empty(made: Wire) -> bool:
    """Whether a list has nothing to name fields of."""
    return isinstance(made, PageOut) and not made.items


def item_type(made: Wire) -> type[Wire]:
    """The sort of a resource, of a list that of its items."""
    return type(made.items[0]) if isinstance(made, PageOut) else type(made)


def sent(
    request: Request,
    body: bytes,
    media_type: str,
    *,
    version: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Bytes with their tag, or 304 without them."""
    digest = sha256(body).hexdigest()[:24]
    tag = f'"{version}-{digest}"' if version else f'"{digest}"'
    known = {"ETag": tag, "Cache-Control": keeping(request), **(headers or {})}
    if {tag, "*"} & set(tags(request.headers.get("if-none-match"))) or unchanged(request, known.get("Last-Modified")):
        return Response(status_code=304, headers=known)
    return Response(body, headers=known, media_type=media_type)


def keeping(request: Request) -> str:
    """Who may keep an answer: where reading is closed, nobody but the caller."""
    return "no-cache" if request.app.state.settings.reading == OPEN else "private, no-cache"


def unchanged(request: Request, modified: str | None) -> bool:
    """Whether a caller who sends no tag has what was there at its date; seconds are as fine as these dates are."""
    since = request.headers.get("if-modified-since")
    if modified is None or since is None or "if-none-match" in request.headers:
        return False
    try:
        return parsedate_to_datetime(modified) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False


def tags(header: str | None) -> list[str]:
    """The tags of an If-Match or If-None-Match header."""
    return [tag.strip().removeprefix("W/") for tag in (header or "").split(",") if tag.strip()]


def listed(request: Request, found: Page[Any], sort: type[T], query: Paging, *, total: Total | None = None) -> Response:
    """A page of rows, with the cursor and the link to the next one, and how many there are where that was asked."""
    return listed_as(request, found, sort.model_validate, sort, query, total=total)


def listed_as(
    request: Request,
    found: Page[Any],
    of: Callable[[Any], T],
    sort: type[T],
    query: Paging,
    *,
    total: Total | None = None,
) -> Response:
    """A page of rows that a function puts into their shape."""
    after = cursors.seal(*sealing(request, query), found.next) if found.next else None
    items = [of(row) for row in found.items]
    page = PageOut[sort](items=items, next_cursor=after, has_more=after is not None)  # type: ignore[valid-type]
    if total is not None:
        page.total = TotalOut(value=total.value, relation="eq" if total.exact else "gte")
    return reply(request, page, headers={"Link": following(request, after)} if after else None)


def following(request: Request, cursor: str) -> str:
    """The link to the next page: this address with another cursor."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    site = request.app.state.settings.site
    return f'<{site}{request.url.path}?{urlencode([*kept, ("cursor", cursor)])}>; rel="next"'


def resumed(request: Request, query: Paging) -> str | None:
    """The position that a query's cursor stands for."""
    return None if query.cursor is None else cursors.opened(*sealing(request, query), query.cursor)


def sealing(request: Request, query: Paging) -> tuple[bytes, dict[str, Any]]:
    """What a cursor is sealed with: the key, and the filters with the resource that they filter."""
    return cursors.secret(request.app.state.settings), {**query.filters(), "path": request.url.path}


def matched(request: Request, current: str, *, place: str) -> None:
    """Refuse a write whose If-Match is missing (428) or names another version than the current one (412)."""
    header = request.headers.get("if-match")
    if header is None:
        raise Rejected("precondition-required", f"Send the ETag of {place} in If-Match.")
    version = current.strip('"')
    sent = [tag.strip('"') for tag in tags(header)]
    if sent == ["*"]:
        raise Rejected("precondition-required", f"* names no version; send the ETag of {place} in If-Match.")
    if not any(version in (tag, tag.rpartition("-")[0]) for tag in sent):
        detail = f"{place} has changed since you read it; read it again, look, and decide again."
        raise Rejected("stale", detail, {"ETag": current, "Link": f'<{place}>; rel="self"'})
