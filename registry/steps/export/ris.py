"""RIS: tag, two spaces, hyphen, space, value; CRLF. Never `TY  - GEN`, which Zotero takes for a journal article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from registry.model.citation import Citation, SourceKind
from registry.steps.export import words
from registry.steps.export.kinds import kind
from registry.steps.export.names import authors

Line = tuple[str, str | None]

TYPES = {
    SourceKind.WEBPAGE: "ELEC",
    SourceKind.NEWS: "NEWS",
    SourceKind.REPORT: "RPRT",
    SourceKind.CASE: "CASE",
    SourceKind.DATASET: "DATA",
    SourceKind.BLOG: "BLOG",
}
PUBLISHED = (SourceKind.REPORT, SourceKind.DATASET)


def ris(citations: Iterable[Citation]) -> Iterator[str]:
    """RIS, for EndNote, Zotero, Mendeley and RefWorks."""
    for citation in citations:
        lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags(citation) if value]
        yield "\r\n".join([f"TY  - {TYPES[kind(citation)]}", *lines, "ER  - ", "", ""])


def tags(citation: Citation) -> list[Line]:
    """The lines between type and end, in order."""
    said, moment = words.provenance(citation), words.published(citation)
    return [
        ("TI", words.title(citation)),
        *(("AU", name.inverted) for name in authors(citation)),
        ("PB" if kind(citation) in PUBLISHED else "T2", words.publisher(citation)),
        ("DA", slashed(moment) if moment else None),
        ("PY", str(moment.year) if moment else None),
        ("Y2", slashed(words.accessed(citation))),
        ("UR", words.link(citation)),
        ("AB", said.quote),
        ("N1", f"{citation.about}: {citation.permalink}"),
        ("N1", f"{said.archived}. {said.standing}"),
        ("LA", citation.source.language),
        ("SP", str(citation.page) if citation.page else None),
        ("M3", words.genre(citation)),
        ("DB", words.REGISTRY),
        ("AN", f"sha256:{citation.digest}"),
    ]


def slashed(moment: date) -> str:
    """2025/01/16/."""
    return f"{moment.isoformat().replace('-', '/')}/"
