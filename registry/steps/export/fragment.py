"""Text fragments: `#:~:text=[prefix-,]start[,end][,-suffix]`, links that lead a browser to the very words.

A newcomer's mistake: linking to words that stand twice on the page, or across two paragraphs. The browser then shows
another place, or none, so `locate` searches the stored text as a browser would and gives up rather than lie.
The numbers are those of Google's generator. The rules are those of https://wicg.github.io/scroll-to-text-fragment/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from registry.model.span import Block, Span
from registry.steps.export.folded import Folded, folded, term

MAX_EXACT = 300
SHORT = 20
FEW_WORDS = 3
ROUNDS = 8
MARK = ":~:"


@dataclass(frozen=True, slots=True)
class Fragment:
    """Where to look: words (or the first and last words of a passage), and what stands around them."""

    start: str
    end: str | None = None
    prefix: str | None = None
    suffix: str | None = None


def encode(fragment: Fragment) -> str:
    """A fragment as its directive.

    >>> encode(Fragment("1,500 people", suffix="so-called"))
    'text=1%2C500%20people,-so%2Dcalled'
    """
    parts = [f"{escaped(fragment.prefix)}-"] if fragment.prefix else []
    parts += [escaped(part) for part in (fragment.start, fragment.end) if part]
    parts += [f"-{escaped(fragment.suffix)}"] if fragment.suffix else []
    return f"text={','.join(parts)}"


def escaped(text: str) -> str:
    """A term percent-encoded, with the hyphen too, which `quote` leaves as it is."""
    return quote(text, safe="").replace("-", "%2D")


def parse(address: str) -> tuple[Fragment, ...]:
    """The text directives of an address or of a directive alone; the malformed ones are left out."""
    _, marked, directives = address.rpartition(MARK)
    given = directives if marked or address.startswith("text=") else ""
    found = [directive(part.removeprefix("text=")) for part in given.split("&") if part.startswith("text=")]
    return tuple(fragment for fragment in found if fragment)


def directive(given: str) -> Fragment | None:
    """A directive's value read, or None where it is malformed."""
    parts = given.split(",")
    prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else None
    suffix = parts.pop()[1:] if parts and parts[-1].startswith("-") else None
    present = [part for part in (prefix, *parts, suffix) if part is not None]
    if not 1 <= len(parts) <= 2 or not all(present) or any("-" in part for part in present):
        return None
    words = [unescaped(part) if part is not None else None for part in (*parts, None)]
    start = words[0]
    return Fragment(start, words[1], unescaped(prefix), unescaped(suffix)) if start else None


def unescaped(part: str | None) -> str | None:
    """A term as it was before encoding."""
    return None if part is None else unquote_to_bytes(part).decode("utf-8", "replace")


def link(url: str, fragment: Fragment) -> str:
    """An address with a text fragment, after the fragment it may have already."""
    base = url.split(MARK)[0]
    return f"{base}{'' if '#' in base else '#'}{MARK}{encode(fragment)}"


def matches(fragment: Fragment, text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Every place in the text that a browser might take the fragment for, in order."""
    return places(fragment, folded(text, tuple(blocks)))


def places(fragment: Fragment, page: Folded) -> list[tuple[int, int]]:
    """The same on a folded page."""
    found = pattern(fragment).finditer(page.text)
    return [page.original(*match.span("words")) for match in found]


def pattern(fragment: Fragment) -> re.Pattern[str]:
    """A fragment as a regular expression over a folded page; it looks ahead so that matches may overlap."""
    gap = r"[ \n]*"
    prefix, suffix = term(fragment.prefix or ""), term(fragment.suffix or "")
    start, end = term(fragment.start), term(fragment.end or "")
    words = re.escape(start) + (rest(end, bounded=not suffix) if end else "" if suffix else after(start))
    lead = (before(prefix) + re.escape(prefix) + gap) if prefix else before(start)
    tail = gap + re.escape(suffix) + after(suffix) if suffix else ""
    return re.compile(f"(?={lead}(?P<words>{words}){tail})", re.DOTALL)


def rest(end: str, *, bounded: bool) -> str:
    """The passage up to its last words."""
    return f".*?{before(end)}{re.escape(end)}{after(end) if bounded else ''}"


def before(words: str) -> str:
    """Where words may begin: not inside a word, and not inside a number ("500" does not stand in "1,500")."""
    if not words[0].isalnum():
        return ""
    return r"(?<!\w)(?<!\d[.,'’])" if words[0].isdigit() else r"(?<!\w)(?<!\w['’.])"


def after(words: str) -> str:
    """Where words may end."""
    if not words[-1].isalnum():
        return ""
    return r"(?!\w)(?![.,'’]\d)" if words[-1].isdigit() else r"(?!\w)(?!['’.]\w)"


def locate(text: str, blocks: Sequence[Block], start: int, end: int) -> Fragment | None:
    """The fragment that leads to `text[start:end]` and nowhere else, or None where none can be vouched for."""
    page = folded(text, tuple(blocks))
    found = page.inside(start, end)
    if found is None:
        return None
    place, line = page.widened(*found), found[1]
    aim = [page.original(*place)]
    ranged = place[1] - place[0] > MAX_EXACT
    tries = passages(page, place) if ranged else quotations(page, place, line)
    return next((fragment for fragment in tries if places(fragment, page) == aim), None)


def passages(page: Folded, place: tuple[int, int]) -> Iterator[Fragment]:
    """The first and last words of a long passage, more of them each round."""
    words = page.shown(*place).split()
    for count in range(FEW_WORDS, min(FEW_WORDS + ROUNDS, len(words) // 2)):
        yield Fragment(" ".join(words[:count]), " ".join(words[-count:]))


def quotations(page: Folded, place: tuple[int, int], line: tuple[int, int]) -> Iterator[Fragment]:
    """The words alone where they are many enough, then with more and more of what stands around them in the line."""
    words = page.shown(*place)
    left, right = page.shown(line[0], place[0]).split(), page.shown(place[1], line[1]).split()
    lone = len(words) < SHORT or len(words.split()) <= FEW_WORDS
    if not lone or (not left and not right and len(words) >= SHORT):
        yield Fragment(words)
    for count in range(FEW_WORDS, FEW_WORDS + ROUNDS):
        before, after = " ".join(left[-count:]), " ".join(right[:count])
        if before or after:
            yield Fragment(words, None, before or None, after or None)


def deep_link(url: str | None, text: str, blocks: Sequence[Block], span: Span, *, media_type: str) -> str | None:
    """The address of the very words: verified on the stored text, or by page in a PDF, else None."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    if media_type == "application/pdf":
        page = page_of(blocks, span)
        return f"{url.split('#')[0]}#page={page}" if page else None
    if media_type not in ("text/html", "application/xhtml+xml"):
        return None
    found = locate(text, blocks, span.start, span.end)
    return link(url, found) if found else None


def page_of(blocks: Sequence[Block], span: Span) -> int | None:
    """The page that a span begins on, where the document has pages."""
    return next((block.page for block in blocks if block.start <= span.start < block.end), None)
