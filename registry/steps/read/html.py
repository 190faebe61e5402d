"""Web pages. trafilatura knows the metadata; the blocks are ours, because claims need rows, cells and headings.

A newcomer's mistake: trusting lxml on deep nesting; it then returns no text, silently. Depth is counted first.
"""

from __future__ import annotations

import re

from registry.errors import Unreadable
from registry.model.document import Reading
from registry.steps.read.compose import above_title, plain_headings
from registry.steps.read.main import main_part, parse
from registry.steps.read.meta import about
from registry.steps.read.walk import write

READER = "html/1"
MAX_DEPTH = 500
_TAG = re.compile(rb"<(?P<close>/)?(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)>")
_VOID = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li td th tr dd dt option".split()
)


def html(data: bytes) -> Reading:
    """A web page: the article that a reader sees, with its title, site, authors and date."""
    check_depth(data)
    tree = parse(data)
    text, blocks = write(main_part(tree))
    blocks = plain_headings(text, above_title(text, blocks))
    if not text.strip():
        raise Unreadable("The page has no text of its own (it may need a browser); save it as text or PDF.")
    return about(tree, text, blocks, reader=READER)


def check_depth(data: bytes) -> None:
    """Refuses pages whose elements nest so deep that the parser would drop their text."""
    depth = 0
    for tag in _TAG.finditer(data):
        if tag["name"].lower() in _VOID or tag["rest"].endswith(b"/"):
            continue
        depth = max(0, depth - 1) if tag["close"] else depth + 1
        if depth > MAX_DEPTH:
            raise Unreadable("The page nests its elements too deep to be read; save it as text or PDF.")
