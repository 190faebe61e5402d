"""Where words come from: the source as it is known, and what a reader made of its bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from registry.model.span import Block

SITE = re.compile(r"(?<!\s)\s++(?:\||·|\u00bb|::)\s+")
LONGEST = 70


# Years in which a document may say that it was published: others are what a program fills in where it knows no day.
EARLIEST, LATEST = 1000, 2200
# A title or a name of ordinary length stays as it is; of a longer one so much is kept, without runs of blanks.
ORDINARY, MOST = 300, 1_000


def line(text: str | None) -> str | None:
    """A title or a name as it is worked with: whoever writes a million letters or blanks there has them cut.

    >>> line("Boats  sink"), line("Boats" + " " * 1000 + "sink"), len(line("a" * 5000) or "")
    ('Boats  sink', 'Boats sink', 1000)
    """
    return text if text is None or len(text) <= ORDINARY else " ".join(text.split())[:MOST]


def credible(day: date | None) -> date | None:
    """A day that a document gives itself, unless none is published then.

    >>> credible(date(2021, 5, 3)), credible(date(1, 1, 1)), credible(date(9999, 12, 31))
    (datetime.date(2021, 5, 3), None, None)
    """
    return day if day is not None and EARLIEST <= day.year <= LATEST else None


# The reader of tables whose cells semicolons part, as programs write them where the comma is for decimals.
SEMICOLONS = "table/2 semicolons"


@dataclass(frozen=True, slots=True)
class Source:
    """What is known about a document. `id` is its id in the registry, or the path or name it was given as.

    `origin` is the id of the document whose text this one repeats, its own where it repeats none; None where nobody has
    looked. `alike` says how much of its text that is, from 0 to 1. `names` are the words of the names in it, the most
    frequent first, where it has been read. `topic` is what it is about, where those that it was read beside told so.
    `digest` is that of its text, where the id is a path: what a document says does not depend on where it lies.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    origin: str | None = None
    alike: float | None = None
    names: tuple[str, ...] = ()
    digest: str | None = None
    topic: str | None = None

    @property
    def bare_title(self) -> str:
        """The title on one line without the name of its site; nothing where there is none.

        >>> Source("a", title="Harbour bridge reopens after two years | The Courier | Norsund").bare_title
        'Harbour bridge reopens after two years'
        >>> Source("a", title="Fire | The Norsund Courier of the North").bare_title
        'Fire'
        """
        house = (self.publisher or "").casefold()
        parts = [part.strip() for part in SITE.split(" ".join((self.title or "").split()))]
        return next((part for part in parts if part and part.casefold() != house), parts[0])

    @property
    def headline(self) -> str:
        """The same, no longer than a line."""
        return shortened(self.bare_title)

    @property
    def name(self) -> str:
        """What the document is called where there is no room for all that is known: never the bare id of a row.

        >>> Source("a", title="Bridge reopens", publisher="Courier").name, Source("a", url="https://www.a.example/b").name
        ('Courier', 'a.example')
        >>> Source("76c4818d1acb42d27c6de6748d39752e").name, Source("drafts/one.md").name
        ('Untitled document 76c481', 'drafts/one.md')
        """
        house = " ".join((self.publisher or "").split())
        return house or self.headline or host(self.url) or unnamed(self.id)


def shortened(text: str, longest: int = LONGEST) -> str:
    """The first words of a text, as many as fit.

    >>> shortened("The bridge over the harbour", 20)
    'The bridge over the …'
    """
    if len(text) <= longest:
        return text
    return f"{text[:longest].rsplit(' ', 1)[0].rstrip(' ,;:–—-')} …"


def host(url: str | None) -> str:
    """The host of an address, without what every second one begins with."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def unnamed(identity: str) -> str:
    """What a document is called of which nothing is known: the path it was given as, or the first signs of its id."""
    return f"Untitled document {identity[:6]}" if re.fullmatch(r"[0-9a-f]{32}", identity) else identity


@dataclass(frozen=True, slots=True)
class Reading:
    """A reader's result: the frozen text all offsets count in, its blocks, and what the bytes say about themselves.

    `blocks` is empty where the format has no structure of its own; `segment.blocks` then finds it in the text.
    `reader` names the reader and its version ("html/1").
    """

    text: str
    media_type: str
    reader: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    language: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = field(default=())
