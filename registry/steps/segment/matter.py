"""What a Markdown file says of itself above its words: front matter, between two lines of hyphens or plus signs.

A newcomer's mistake: a library for YAML. A file is a stranger's, and only a handful of plain keys mean something here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from registry.model.document import credible

_FENCED = re.compile(
    r"\A\ufeff?(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<said>.{0,20000}?)^(?P=mark)[ \t]*(?:\r?\n|\Z)", re.S | re.M
)
_LINE = re.compile(r"(?P<key>[A-Za-z_][\w.-]*)[ \t]*[:=][ \t]*(?P<value>.*)")
_ENTRY = re.compile(r"[ \t]+-[ \t]+(?P<value>\S.*)|-[ \t]+(?P<name>\S.*)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_CODE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z]{2,4})?")
_WEB = re.compile(r"https?://[^\s/]")
_TITLES = ("title", "headline")
_HOUSES = ("publisher", "publication", "site", "site_name", "sitename", "source", "organization", "organisation")
_DAYS = ("date", "published", "publishdate", "published_at", "pubdate", "date_published", "issued")
_TONGUES = ("lang", "language", "locale")
_NAMES = ("author", "authors", "byline")
# The address of the text itself; "source" and "link" may lead to what it is about, where its words do not stand.
_ADDRESSES = ("canonical_url", "canonical", "url")


@dataclass(frozen=True, slots=True)
class Matter:
    """Where front matter ends, and what it says."""

    end: int
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()


def matter(text: str) -> Matter | None:
    """The front matter of a text; None where it has none, or where what stands there is prose between two rules.

    >>> known = matter("---\\ntitle: 'Ferries stop'\\ndate: 2021-05-03\\n---\\nNine ferries were halted.")
    >>> known.title, known.published.isoformat(), known.publisher
    ('Ferries stop', '2021-05-03', None)
    >>> matter("---\\nNine ferries were halted.\\n---\\n") is None
    True
    """
    found = _FENCED.match(text) if text[:4].lstrip("\ufeff")[:3] in ("---", "+++") else None
    told = _told(found["said"].splitlines()) if found else {}
    if not found or not told:
        return None
    return Matter(
        found.end(),
        title=_first(told, _TITLES),
        publisher=next((word for key in _HOUSES for word in told.get(key, ()) if "://" not in word), None),
        published=next((day for key in _DAYS for word in told.get(key, ()) if (day := _day(word))), None),
        language=_code(_first(told, _TONGUES) or ""),
        url=next((word for key in _ADDRESSES for word in told.get(key, ()) if _WEB.match(word)), None),
        authors=tuple(name for key in _NAMES for name in told.get(key, ())),
    )


def _told(lines: Sequence[str]) -> dict[str, list[str]]:
    """What each key says; nothing where a line is neither a key nor part of one, so that prose stays prose."""
    told: dict[str, list[str]] = {}
    last = None
    for line in lines:
        if not line.strip() or line.lstrip()[0] in "#[":  # a comment, the head of a part in TOML
            continue
        if hit := _LINE.fullmatch(line.rstrip()):
            last = hit["key"].lower()
            told.setdefault(last, []).extend(_values(hit["value"]))
        elif last is not None and (entry := _ENTRY.fullmatch(line.rstrip())):
            told[last].extend(_values(entry["value"] or entry["name"]))
        elif last is None or not line[:1].isspace():
            return {}
    return told


def _values(words: str) -> Iterator[str]:
    """The values of a key: one, or those between brackets; without their quotation marks."""
    bare = words.strip()
    for part in bare[1:-1].split(",") if bare[:1] + bare[-1:] == "[]" else (bare,):
        value = part.strip()
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        value = value[1:-1].strip() if quoted else value
        if value and value not in ("|", ">", "|-", ">-", "null", "~"):
            yield value


def _first(told: dict[str, list[str]], keys: Sequence[str]) -> str | None:
    """The first thing that one of some keys says."""
    return next((told[key][0] for key in keys if told.get(key)), None)


def _day(words: str) -> date | None:
    """The day that begins with year, month and day, perhaps with a time behind it."""
    found = _DAY.match(words)
    try:
        return credible(date(int(found[1]), int(found[2]), int(found[3]))) if found else None
    except ValueError:
        return None


def _code(words: str) -> str | None:
    """The language of "en" or "fr-CH"."""
    found = _CODE.fullmatch(words)
    return found[1].lower() if found else None
