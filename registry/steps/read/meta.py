"""What a page says about itself.

A newcomer's mistake: letting a library guess the date from free text; it finds footers and tables. None is better.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

from lxml import html as markup

from registry.model.document import Reading, credible
from registry.model.span import Block, BlockKind
from registry.steps.read.plain import dateline

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "date",
)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_TITLE_GAP = re.compile(r"\s+[|\u2013\u2014:·»-]\s+")
_LONGEST_JSON = 200_000


def about(tree: markup.HtmlElement, text: str, blocks: tuple[Block, ...], *, reader: str) -> Reading:
    """The reading of a page with its title, site, authors, date and language."""
    from trafilatura import extract_metadata

    found = extract_metadata(tree, extensive=False)
    headline = next((text[b.start : b.end] for b in blocks if b.kind is BlockKind.HEADING and b.level == 1), None)
    published, note = published_on(tree, text, blocks)
    return Reading(
        text,
        "text/html",
        reader,
        blocks,
        title=headline or found.title or None,
        publisher=found.sitename if _is_site(found.sitename) else _site(tree, headline),
        authors=tuple(name for name in map(str.strip, (found.author or "").split(";")) if " " in name),
        published=published,
        language=(tree.get("lang") or "").split("-")[0].lower() or None,
        url=found.url or None,
        notes=(note,) if note else (),
    )


def _is_site(name: str | None) -> bool:
    """Whether a site's name is a name, not its address."""
    return bool(name) and "." not in (name or "")


def _site(tree: markup.HtmlElement, headline: str | None) -> str | None:
    """The site's name where the page's title adds it to the headline."""
    parts = _TITLE_GAP.split(" ".join((tree.findtext(".//title") or "").split()))
    if headline is None or len(parts) < 2:
        return None
    return parts[-1] if parts[-1] not in headline and len(parts[-1]) <= 60 else None


def published_on(tree: markup.HtmlElement, text: str, blocks: tuple[Block, ...]) -> tuple[date | None, str | None]:
    """The day a page was published, and how it is known."""
    for how, values in (("meta tag", _metas(tree)), ("JSON-LD", _linked(tree)), ("time element", _times(tree))):
        for value in values:
            if day := _day(value):
                return day, f"date from a {how}"
    return dateline(text, blocks, month_first=_is_month_first(tree.get("lang") or ""))


def _is_month_first(language: str) -> bool | None:
    """Whether a language's country writes the month first; unknown for English without a country."""
    if language.lower() in ("", "en"):
        return None
    return language.lower().replace("_", "-") == "en-us"


def _day(value: str) -> date | None:
    """The day of an ISO date or date-time."""
    found = _ISO.match(value.strip())
    if found is None:
        return None
    try:
        return credible(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        return None


def _metas(tree: markup.HtmlElement) -> list[str]:
    """The dates in meta tags, the most telling names first."""
    given: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        given.setdefault(name, meta.get("content") or "")
    return [given[name] for name in _DATE_NAMES if name in given]


def _linked(tree: markup.HtmlElement) -> Iterator[str]:
    """The dates in JSON-LD."""
    for script in tree.iter("script"):
        words = script.text or ""
        if "ld+json" in (script.get("type") or "") and len(words) < _LONGEST_JSON:
            try:
                yield from _published(json.loads(words))
            except (ValueError, RecursionError):
                continue


def _published(node: object) -> Iterator[str]:
    """Every datePublished in a JSON value."""
    if isinstance(node, dict):
        if isinstance(value := node.get("datePublished"), str):
            yield value
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _published(child)


def _times(tree: markup.HtmlElement) -> Iterator[str]:
    """The dates of time elements that say they are the page's: marked so, or beside the headline."""
    marked = [
        time for time in tree.iter("time") if time.get("pubdate") is not None or time.get("itemprop") == "datePublished"
    ]
    beside = [time for time in tree.iter("time") if any(node.tag == "header" for node in time.iterancestors())]
    stamps = [
        time
        for time in tree.iter("time")
        if any(_STAMP.search(node.get("class") or "") for node in (time, *time.iterancestors()))
    ]
    for time in (*marked, *beside, *stamps):
        yield time.get("datetime") or ""


_STAMP = re.compile(r"\b(?:date|published|byline|meta|time|timestamp|posted)\b|entry-date", re.IGNORECASE)
