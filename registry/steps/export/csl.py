"""CSL-JSON, as Zotero and citeproc read it. A newcomer's mistake: adding a key; the schema allows none, what is ours
goes under `custom`. Dates are date-parts, though the schema would rather have strings, since the programs need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import orjson

from registry.model.citation import Citation, SourceKind
from registry.steps.export import words
from registry.steps.export.annotation import selectors
from registry.steps.export.kinds import kind
from registry.steps.export.names import Name, authors

Item = dict[str, Any]

TYPES = {
    SourceKind.WEBPAGE: "webpage",
    SourceKind.NEWS: "article-newspaper",
    SourceKind.REPORT: "report",
    SourceKind.CASE: "legal_case",
    SourceKind.DATASET: "dataset",
    SourceKind.BLOG: "post-weblog",
}
PUBLISHED = (SourceKind.REPORT, SourceKind.DATASET)


def csl(citations: Iterable[Citation]) -> Iterator[str]:
    """CSL-JSON, for Zotero, Pandoc and every program that speaks the Citation Style Language."""
    yield "["
    for number, citation in enumerate(citations):
        yield (",\n" if number else "\n") + orjson.dumps(item(citation), option=orjson.OPT_INDENT_2).decode()
    yield "\n]\n"


def item(citation: Citation) -> Item:
    """A citation as a CSL item."""
    issued = words.published(citation)
    known = {
        "id": citation.claim_id,
        "type": TYPES[kind(citation)],
        "title": words.title(citation),
        "author": [person(name) for name in authors(citation)],
        **house(citation),
        "genre": words.genre(citation),
        "issued": parts(issued) if issued else None,
        "accessed": parts(words.accessed(citation)),
        "URL": words.link(citation),
        "language": citation.source.language,
        "locator": str(citation.page) if citation.page else None,
        "abstract": words.quote(citation) or None,
        "archive": words.REGISTRY,
        "archive_location": f"sha256:{citation.digest}",
        "note": f"{citation.about}: {citation.permalink}\nstanding: {citation.standing}",
        "custom": custom(citation),
    }
    return {key: value for key, value in known.items() if value not in (None, [])}


def house(citation: Citation) -> Item:
    """The publisher under the name that the kind of source gives it."""
    name = words.publisher(citation)
    if kind(citation) in PUBLISHED:
        return {"publisher": name}
    return {"authority": name} if kind(citation) is SourceKind.CASE else {"container-title": name}


def custom(citation: Citation) -> Item:
    """What only the registry knows."""
    quoted = {"quote": citation.span.exact, "sentence": citation.sentence, "selector": selectors(citation)}
    return {
        **(quoted if citation.span.exact else {}),
        "digest": f"sha256:{citation.digest}",
        "archived": citation.archive,
        "standing": citation.standing,
        "permalink": citation.permalink,
    }


def person(name: Name) -> Item:
    """A person by family and given name, anybody else literally."""
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def parts(moment: date) -> Item:
    """A day as date-parts."""
    return {"date-parts": [[moment.year, moment.month, moment.day]]}
