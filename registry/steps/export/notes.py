"""Citations for those who write in plain text or count in tables: Markdown footnotes and CSV."""

from __future__ import annotations

import csv as tables
import io
import re
from collections.abc import Iterable, Iterator

from registry.model.citation import Citation
from registry.steps.export import words
from registry.steps.export.bibtex import key
from registry.steps.export.kinds import kind
from registry.steps.export.names import authors

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~!])")
# The full forms of East Asian type count too. Behind a sign a number and words run nothing ("-5 °C"); a sum does.
FORMULA = re.compile(r"^(?:[=@\uff1d\uff20\t\r\n]|[+\-\uff0b\uff0d](?!\d[\w\s.,%°]*$))")
COLUMNS = (
    "claim", "quote", "title", "authors", "publisher", "kind", "published", "accessed", "address", "page",
    "standing", "permalink", "archived", "sha256", "start", "end", "sentence",
)  # fmt: skip


def markdown(citations: Iterable[Citation]) -> Iterator[str]:
    """A Markdown footnote."""
    for citation in citations:
        said, moment = words.provenance(citation), words.published(citation)
        names = ", ".join(name.natural for name in authors(citation))
        source = f"[{plain(words.title(citation))}](<{pointed(words.link(citation))}>)"
        facts = [plain(names), source, words.day(moment) if moment else "no date"]
        kept = plain(said.archived)
        kept += "" if words.without_address(citation) else f": <{pointed(citation.permalink)}>"
        told = ", ".join(fact for fact in facts if fact)
        line = f"{plain(words.closed(said.quote))} {told}. {kept}. {plain(said.standing)}".lstrip()
        yield f"[^{key(citation)}]: {line}\n"


def csv(citations: Iterable[Citation]) -> Iterator[str]:
    """CSV with a heading, for spreadsheets; a cell that a spreadsheet would run as a formula gets an apostrophe."""
    yield row(COLUMNS)
    for citation in citations:
        yield row([harmless(value) for value in cells(citation)])


def cells(citation: Citation) -> list[str]:
    """The values of a citation in the order of `COLUMNS`."""
    moment, span = words.published(citation), citation.span
    return [
        citation.claim_id,
        span.exact,
        words.title(citation),
        "; ".join(name.natural for name in authors(citation)),
        words.publisher(citation) or "",
        kind(citation).value,
        moment.isoformat() if moment else "",
        words.accessed(citation).isoformat(),
        words.link(citation),
        str(citation.page or ""),
        citation.standing,
        citation.permalink,
        citation.archive or "",
        citation.digest,
        str(span.start),
        str(span.end),
        citation.sentence,
    ]


def row(values: Iterable[str]) -> str:
    """A line of CSV."""
    line = io.StringIO()
    tables.writer(line).writerow(values)
    return line.getvalue()


def harmless(value: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if FORMULA.match(value) else value


def plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def pointed(url: str) -> str:
    """An address between pointed brackets."""
    return url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
