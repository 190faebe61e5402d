"""What a page carries so that Zotero and its kin can take a claim or a document: Highwire tags, Open Graph and COinS.

A newcomer's mistake: a bare `citation_title`, which makes everything a journal article; reports name their institution.
"""

from __future__ import annotations

from urllib.parse import urlencode

from registry.model.citation import Citation, SourceKind
from registry.steps.export import words
from registry.steps.export.kinds import kind
from registry.steps.export.names import authors
from registry.steps.export.ris import slashed

Pair = tuple[str, str]

ZOTERO = {
    SourceKind.WEBPAGE: "webpage",
    SourceKind.NEWS: "newspaperArticle",
    SourceKind.REPORT: "report",
    SourceKind.CASE: "case",
    SourceKind.DATASET: "dataset",
    SourceKind.BLOG: "blogPost",
}
CONTEXT = (
    ("url_ver", "Z39.88-2004"),
    ("ctx_ver", "Z39.88-2004"),
    ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
)


def highwire(citation: Citation) -> list[Pair]:
    """The names and contents of the Highwire and Dublin Core `meta` elements, in order, names repeating."""
    moment, house = words.published(citation), words.publisher(citation)
    report = kind(citation) is SourceKind.REPORT
    pairs = [
        ("citation_title", words.title(citation)),
        *(("citation_author", name.inverted) for name in authors(citation)),
        ("citation_publication_date", slashed(moment).rstrip("/") if moment else None),
        ("citation_publisher", house),
        ("citation_technical_report_institution", house if report else None),
        ("citation_public_url", words.link(citation)),
        ("citation_pdf_url", citation.source.url if citation.media_type == "application/pdf" else None),
        ("citation_language", citation.source.language),
        ("citation_abstract", words.quote(citation)),
        *dublin(citation),
    ]
    return [(name, content) for name, content in pairs if content]


def graph(citation: Citation) -> list[Pair]:
    """The properties of the Open Graph, for those who read neither of the others."""
    moment = words.published(citation)
    article = kind(citation) in (SourceKind.NEWS, SourceKind.BLOG)
    pairs = [
        ("og:type", "article" if article else "website"),
        ("og:title", words.title(citation)),
        ("og:url", citation.permalink),
        ("og:site_name", words.publisher(citation)),
        ("og:description", words.quote(citation)),
        ("article:published_time", moment.isoformat() if moment and article else None),
    ]
    return [(name, content) for name, content in pairs if content]


def dublin(citation: Citation) -> list[tuple[str, str | None]]:
    """The same in Dublin Core."""
    moment = words.published(citation)
    return [
        ("DC.title", words.title(citation)),
        *(("DC.creator", name.inverted) for name in authors(citation)),
        ("DC.date", moment.isoformat() if moment else None),
        ("DC.publisher", words.publisher(citation)),
        ("DC.identifier", words.link(citation)),
        ("DC.language", citation.source.language),
    ]


def coins(citation: Citation) -> str:
    """The `title` of a COinS span, not yet escaped for HTML."""
    moment = words.published(citation)
    pairs = [
        ("type", ZOTERO[kind(citation)]),
        ("title", words.title(citation)),
        ("source", words.publisher(citation)),
        *(("au", name.natural) for name in authors(citation)),
        *first(citation),
        ("date", moment.isoformat() if moment else None),
        ("identifier", words.link(citation)),
        ("publisher", words.publisher(citation)),
        ("description", words.quote(citation)),
        ("language", citation.source.language),
    ]
    return urlencode([*CONTEXT, *((f"rft.{name}", value) for name, value in pairs if value)])


def first(citation: Citation) -> list[tuple[str, str | None]]:
    """The first author in two parts, where it is a person."""
    names = authors(citation)
    return [("aulast", names[0].family), ("aufirst", names[0].given)] if names and names[0].given else []
