"""What a browser prints around a page: when, which page, from where, and how many sheets; none of it the article's.

    12/1/26, 5:13 AM            Dam nears completion - Valley Herald
    https://herald.example/dam                                   1/2

A newcomer's mistake: taking the day for that of the article. It is the day on which somebody pressed the key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from registry.steps.read.layout import Line

# The short form of dates and times, in which browsers print them whatever the language; a release writes its months.
STAMP = re.compile(
    r"\d{1,4}[./\-\u200e]{1,2}\d{1,2}[./\-\u200e]{1,2}\d{1,4}\.?(?:,|\ (?:at|um|\u00e0|a\ las))?\s+"
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?\s?[Mm]\.?)?(?:\s(?:Uhr|h))?"
)
ADDRESS = re.compile(r"(?:https?|file)://\S+")
COUNT = re.compile(r"(?:(?:page|seite|p\u00e1gina|pagina|p\.)\s?)?\d{1,4}\s?(?:/|of|von|sur|de|di|van)\s?\d{1,4}", re.I)
SORTS = (STAMP, ADDRESS, COUNT)
LEVEL = 0.5  # of a line's height: what stands no further from the outermost line is on its level


class Printed(NamedTuple):
    """A page that was printed: the lines of each sheet without the browser's own, and the title among those."""

    pages: list[list[Line]]
    title: str | None


def printed(pages: Sequence[Sequence[Line]], title: str) -> Printed | None:
    """The sheets of a web page of some title as they were without the browser's lines; None for what no browser
    printed: the first one tells at its edges both when and from where."""
    edges = [set(_edges(page)) for page in pages]
    told = [_parts(line.words) for line in edges[0]] if edges else []
    if not all(any(sort in sorts for sorts, _rest in told) for sort in (STAMP, ADDRESS)):
        return None
    rests = [title, *(rest for sorts, rest in told if rest and sorts - {COUNT})]
    kept = [
        [line for line in page if line not in edge or not _is_browsers(line.words, rests)]
        for page, edge in zip(pages, edges, strict=True)
    ]
    return Printed(kept, max(rests, key=len) or None)


def _edges(page: Sequence[Line]) -> Iterator[Line]:
    """The highest and the lowest line of a sheet, wherever they stand in its order, and what is on their levels."""
    for end in (max, min):
        outmost = end(page, key=lambda line: line.top, default=None)
        if outmost is not None:
            yield from (line for line in page if abs(line.top - outmost.top) <= LEVEL * max(outmost.height, 1))


def _parts(words: str) -> tuple[set[re.Pattern[str]], str]:
    """Which sorts of a browser's words a line begins or ends with, and what it has besides.

    >>> sorts, rest = _parts("12/1/26, 5:13 AM\\tDam nears completion - Valley Herald")
    >>> STAMP in sorts, rest
    (True, 'Dam nears completion - Valley Herald')
    """
    found: set[re.Pattern[str]] = set()
    rest, before = words.strip(), None
    while rest != before:
        before = rest
        for sort in SORTS:
            if match := _at_end(sort, rest):
                found.add(sort)
                rest = f"{rest[: match.start()]} {rest[match.end() :]}".strip()
    return found, " ".join(rest.split())


def _at_end(sort: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Where a sort of words stands at the beginning or the end of a line, by itself."""
    for match in sort.finditer(words[:2_000]):
        alone = not words[: match.start()].strip() or not words[match.end() :].strip()
        left, right = words[: match.start()][-1:], words[match.end() :][:1]
        if alone and not left.strip() and not right.strip():
            return match
    return None


def _is_browsers(words: str, titles: Sequence[str]) -> bool:
    """Whether a line at an edge is the browser's: what it has besides is nothing, or the title it prints."""
    sorts, rest = _parts(words)
    return (bool(sorts) and not rest) or (bool(rest) and rest in titles)
