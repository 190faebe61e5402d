"""Atom feeds (RFC 4287), with pages (RFC 5005) and withdrawn entries (RFC 6721).

A newcomer's mistake: pasting a quotation into XML. Documents hold control characters that no XML parser accepts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

MEDIA_TYPE = "application/atom+xml"
TOMBS = "http://purl.org/atompub/tombstones/1.0"
UNSAFE = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. `id` never changes, `updated` does with every correction; `via` are addresses of sources.

    `body` is HTML. An entry that is `gone` is told as deleted at `updated`.
    """

    id: str
    title: str
    url: str
    published: datetime
    updated: datetime
    body: str
    via: tuple[str, ...] = ()
    category: str | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself: `url` is its own address, `page` what it is about, `next` its next page."""

    id: str
    title: str
    url: str
    page: str
    updated: datetime
    author: str
    next: str | None = None


def feed(head: Feed, entries: Sequence[Entry]) -> str:
    """A feed with its entries."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="{TOMBS}">',
        f"<id>{safe(head.id)}</id>",
        f"<title>{safe(head.title)}</title>",
        f"<updated>{instant(head.updated)}</updated>",
        f"<author><name>{safe(head.author)}</name></author>",
        link("self", head.url, MEDIA_TYPE),
        link("alternate", head.page, "text/html"),
        *([link("next", head.next, MEDIA_TYPE)] if head.next else []),
        *(gone(each) if each.gone else entry(each) for each in entries),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def entry(one: Entry) -> str:
    """An entry."""
    lines = [
        "<entry>",
        f"<id>{safe(one.id)}</id>",
        f"<title>{safe(one.title)}</title>",
        f"<published>{instant(one.published)}</published>",
        f"<updated>{instant(one.updated)}</updated>",
        link("alternate", one.url, "text/html"),
        *(link("via", address) for address in one.via),
        *([f'<category term="{safe(one.category)}"/>'] if one.category else []),
        f'<content type="html">{safe(one.body)}</content>',
        "</entry>",
    ]
    return "\n".join(lines)


def gone(one: Entry) -> str:
    """An entry that was withdrawn."""
    return f'<at:deleted-entry ref="{safe(one.id)}" when="{instant(one.updated)}"/>'


def link(rel: str, address: str, sort: str | None = None) -> str:
    """A link."""
    kind = f' type="{sort}"' if sort else ""
    return f'<link rel="{rel}"{kind} href="{safe(address)}"/>'


def instant(moment: datetime) -> str:
    """A moment as Atom writes it, in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def safe(text: str) -> str:
    """Text as XML, without the characters that XML has no way to write."""
    return escape(UNSAFE.sub("\ufffd", text))


def paragraphs(lines: Iterable[str]) -> str:
    """Plain lines as HTML paragraphs."""
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)
