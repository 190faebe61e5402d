"""A page of an archived PDF as a picture, with the places of the claims on it.

A newcomer's mistake: drawing a page twice. The page asks for the places, the browser then for the picture; both are
one drawing, kept for a while.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import NamedTuple

from registry.actions import lookup
from registry.actions.views import ClaimView, TextView
from registry.errors import NotFound
from registry.model.span import Block
from registry.sandbox import draw_guarded
from registry.steps.read.drawing import Box, Drawn, Quote
from registry.store import ReadSession

PDF = "application/pdf"
KEPT = 24


class Place(NamedTuple):
    """A claim and its boxes on the page."""

    claim: ClaimView
    boxes: tuple[Box, ...]


class Printed(NamedTuple):
    """A page: its size, how many there are, and the claims on it."""

    width: int
    height: int
    pages: int
    places: tuple[Place, ...]


class _Drawings:
    """The pages that were drawn last, by version and number."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, int], Drawn] = OrderedDict()
        self._lock = Lock()

    def find(self, key: tuple[str, int]) -> Drawn | None:
        """A page that was drawn."""
        with self._lock:
            return self._held.get(key)

    def put(self, key: tuple[str, int], drawn: Drawn) -> Drawn:
        """Keep a page; the oldest makes room."""
        with self._lock:
            self._held[key] = drawn
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
        return drawn


_DRAWINGS = _Drawings()


def printed(session: ReadSession, view: TextView, page: int) -> Printed:
    """A page of a PDF with the places of its claims."""
    claims = on_page(view, page)
    drawn = _draw(session, view, page)
    return Printed(
        drawn.width,
        drawn.height,
        drawn.pages,
        tuple(Place(claim, boxes) for claim, boxes in zip(claims, drawn.boxes, strict=True)),
    )


def picture(session: ReadSession, version_id: str, page: int) -> bytes:
    """A page of a PDF as a PNG."""
    known = _DRAWINGS.find((version_id, page))
    return (known or _draw(session, lookup.text(session, version_id), page)).png


def _draw(session: ReadSession, view: TextView, page: int) -> Drawn:
    """A page, drawn in a process of its own unless it was drawn before for the same claims."""
    if view.version.media_type != PDF:
        raise NotFound("Only PDFs have printed pages; look at the text.")
    quotes = [Quote(one.span.prefix[-24:], one.span.exact, one.span.suffix[:24]) for one in on_page(view, page)]
    known = _DRAWINGS.find((view.version.id, page))
    if known is not None and len(known.boxes) == len(quotes):
        return known
    _, data = lookup.original(session, view.version.id)
    return _DRAWINGS.put((view.version.id, page), draw_guarded(data, page, quotes))


def on_page(view: TextView, page: int) -> list[ClaimView]:
    """The claims on a page, in reading order."""
    blocks = [block for block in view.blocks if block.page == page]
    return [claim for claim in view.claims if any(_within(block, claim) for block in blocks)]


def page_of(view: TextView, claim_id: str) -> int:
    """The page of a claim; the first where it is not known."""
    claim = next((one for one in view.claims if one.id == claim_id), None)
    found = (block.page for block in view.blocks if claim and block.page and _within(block, claim))
    return next(found, 1)


def _within(block: Block, claim: ClaimView) -> bool:
    return block.start <= claim.span.start < block.end
