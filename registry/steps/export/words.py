"""The words that several formats share: titles, addresses, dates, and the line that tells where the words are kept."""

from __future__ import annotations

from datetime import UTC, date
from typing import NamedTuple

from registry.model.citation import Citation, SourceKind
from registry.model.moment import MONTHS
from registry.steps.export.kinds import kind

SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
LONGEST = 400
UNTITLED = "Untitled document"
REGISTRY = "Claim registry"


class Provenance(NamedTuple):
    """What a citation of ours adds to the style: the words, the archived copy and the standing, each a sentence."""

    quote: str
    archived: str
    standing: str


def title(citation: Citation) -> str:
    """The title on one line, without the name of its site, which is told by itself."""
    return citation.source.bare_title or UNTITLED


def publisher(citation: Citation) -> str | None:
    """The publisher or site on one line."""
    return " ".join((citation.source.publisher or "").split()) or None


def published(citation: Citation) -> date | None:
    """When the source appeared."""
    return citation.published or citation.source.published


def accessed(citation: Citation) -> date:
    """The day, in UTC, on which the registry read the source."""
    return citation.read_at.astimezone(UTC).date()


def link(citation: Citation) -> str:
    """The best address: of the very words, else of the source, else of the claim in the registry."""
    return citation.deep_link or citation.source.url or citation.permalink


def without_address(citation: Citation) -> bool:
    """Whether the source has no address of its own, so that its link is the registry's already."""
    return link(citation) == citation.permalink


def quote(citation: Citation) -> str:
    """The sentence that makes the claim, on one line; its own words where the sentence is very long."""
    sentence, exact = " ".join(citation.sentence.split()), " ".join(citation.span.exact.split())
    return sentence if exact in sentence and len(sentence) <= LONGEST else exact


def closed(quoted: str) -> str:
    """A quotation with a full stop after it, unless one stands inside it already; nothing of nothing."""
    return quoted if not quoted or quoted.endswith((".”", "?”", "!”", "…”")) else f"{quoted}."


def provenance(citation: Citation) -> Provenance:
    """The three sentences about the words, the archived copy and the standing; a document as a whole has no words."""
    page = f" (p. {citation.page})" if citation.page else ""
    copy = f"Archived {day(accessed(citation))} as SHA-256 {citation.digest}"
    quoted = f"“{quote(citation)}”{page}" if quote(citation) else ""
    return Provenance(quoted, copy, f"Standing: {citation.standing.rstrip('.')}.")


def day(moment: date) -> str:
    """16 January 2025."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def american(moment: date) -> str:
    """January 16, 2025."""
    return f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year}"


def abbreviated(moment: date) -> str:
    """16 Jan. 2025."""
    return f"{moment.day} {SHORT[moment.month - 1]} {moment.year}"


def genre(citation: Citation) -> str | None:
    """What a report calls itself, where its title says so."""
    if kind(citation) is not SourceKind.REPORT:
        return None
    names = ("press release", "joint statement", "resolution", "working paper", "white paper")
    return next((name.capitalize() for name in names if name in title(citation).lower()), None)
