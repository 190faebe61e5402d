"""References as people print them: APA 7, Chicago 18, MLA 9 and Harvard (Cite Them Right), as text and as HTML.

After the style's own reference come the quoted words, the archived copy with its hash, and the standing of the fact at
this moment. A newcomer's mistake: naming a publisher twice; where it stands in as the author it is not the site too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from registry.model.citation import Citation, SourceKind
from registry.model.moment import MONTHS
from registry.steps.export import words
from registry.steps.export.kinds import kind
from registry.steps.export.names import Name, authors
from registry.steps.export.pieces import Piece, as_html, as_text, italic, linked, plain

Style = Callable[[Citation], list[Piece]]


def apa(citations: Iterable[Citation]) -> Iterator[str]:
    """APA (7th edition), as text."""
    return texts(in_apa, citations)


def chicago(citations: Iterable[Citation]) -> Iterator[str]:
    """Chicago (18th edition, notes and bibliography), as text."""
    return texts(in_chicago, citations)


def mla(citations: Iterable[Citation]) -> Iterator[str]:
    """MLA (9th edition), as text."""
    return texts(in_mla, citations)


def harvard(citations: Iterable[Citation]) -> Iterator[str]:
    """Harvard (Cite Them Right), as text."""
    return texts(in_harvard, citations)


def apa_html(citations: Iterable[Citation]) -> Iterator[str]:
    """APA (7th edition), as HTML."""
    return pages(in_apa, citations)


def chicago_html(citations: Iterable[Citation]) -> Iterator[str]:
    """Chicago (18th edition, notes and bibliography), as HTML."""
    return pages(in_chicago, citations)


def mla_html(citations: Iterable[Citation]) -> Iterator[str]:
    """MLA (9th edition), as HTML."""
    return pages(in_mla, citations)


def harvard_html(citations: Iterable[Citation]) -> Iterator[str]:
    """Harvard (Cite Them Right), as HTML."""
    return pages(in_harvard, citations)


def texts(style: Style, citations: Iterable[Citation]) -> Iterator[str]:
    """A reference and its provenance a line."""
    for citation in citations:
        yield as_text([*style(citation), *appendix(citation)]) + "\n"


def pages(style: Style, citations: Iterable[Citation]) -> Iterator[str]:
    """A reference and its provenance a paragraph."""
    for citation in citations:
        yield f'<p class="citation">{as_html([*style(citation), *appendix(citation)])}</p>\n'


def appendix(citation: Citation) -> list[Piece]:
    """The quoted words, the archived copy and the standing; the registry's address, unless the style has given it."""
    said = words.provenance(citation)
    told = f" {words.closed(said.quote)}".rstrip() + f" {said.archived}"
    if words.without_address(citation):
        return [plain(f"{told}. {said.standing}")]
    return [plain(f"{told}: "), linked(citation.permalink), plain(f". {said.standing}")]


def in_apa(citation: Citation) -> list[Piece]:
    """Family, G. (2025, January 16). Title. Site. Address."""
    moment, site = words.published(citation), apart(citation)
    when = f"({moment.year}, {words.american(moment).rsplit(',', 1)[0]})" if moment else "(n.d.)"
    names, news = listed_apa(authors(citation)), kind(citation) is SourceKind.NEWS
    title = words.title(citation)
    shown = plain(f"[{title}]") if title == words.UNTITLED else plain(title) if news else italic(title)
    heading = [shown, *apa_genre(citation)]
    mark = plain(stop(heading[-1].text))
    lead = [plain(f"{closed(names)} {when}. "), *heading, mark] if names else [*heading, mark, plain(f"{when}. ")]
    shelf = [italic(site) if news else plain(site), plain(stop(site))] if site else []
    return [*lead, *shelf, *apa_address(citation)]


def apa_genre(citation: Citation) -> list[Piece]:
    """What the report is, in square brackets."""
    genre = words.genre(citation)
    return [plain(f" [{genre}]")] if genre and genre.lower() not in words.title(citation).lower() else []


def apa_address(citation: Citation) -> list[Piece]:
    """The address, after the day of retrieval where the source bears no date."""
    if words.published(citation):
        return [linked(words.link(citation))]
    return [plain(f"Retrieved {words.american(words.accessed(citation))}, from "), linked(words.link(citation))]


def in_chicago(citation: Citation) -> list[Piece]:
    """Family, Given. “Title.” Site, January 16, 2025. Address."""
    moment, site = words.published(citation), apart(citation)
    news = kind(citation) is SourceKind.NEWS
    name = closed(listed_chicago(authors(citation)))
    when = words.american(moment) if moment else f"Accessed {words.american(words.accessed(citation))}"
    shelf = [italic(site) if news else plain(site), plain(", " if moment else stop(site))] if site else []
    lead = f"{name} " if name else ""
    return [plain(lead), *headed(citation), *shelf, plain(f"{when}. "), *address(citation)]


def headed(citation: Citation) -> list[Piece]:
    """The title as Chicago and MLA set it: a report stands by itself, in italics; what is part of a site is quoted."""
    title = words.title(citation)
    if title == words.UNTITLED:
        return [plain(f"{title}. ")]
    if kind(citation) is SourceKind.REPORT:
        return [italic(title), plain(stop(title))]
    return [plain(f"“{ended(title)}” ")]


def in_mla(citation: Citation) -> list[Piece]:
    """Family, Given. “Title.” Site, 16 Jan. 2025, address. Accessed 22 Aug. 2026."""
    moment, site = words.published(citation), words.publisher(citation)
    people = [name for name in authors(citation) if not site or name != Name(site)]
    name = closed(listed_mla(people))
    lead = f"{name} " if name else ""
    shelf = [italic(site), plain(", ")] if site else []
    when = [plain(f"{words.abbreviated(moment)}, ")] if moment else []
    read = f". Accessed {words.abbreviated(words.accessed(citation))}."
    return [plain(lead), *headed(citation), *shelf, *when, linked(words.link(citation)), plain(read)]


def in_harvard(citation: Citation) -> list[Piece]:
    """Family, G. (2025) Title. Available at: address (Accessed: 22 August 2026)."""
    moment, site = words.published(citation), apart(citation)
    names, news = listed_harvard(authors(citation)), kind(citation) is SourceKind.NEWS
    when = f"({moment.year})" if moment else "(no date)"
    title = plain(f"‘{words.title(citation)}’") if news else italic(words.title(citation))
    lead = [plain(f"{names} {when} "), title] if names else [title, plain(f" {when}")]
    end = stop(lead[-1].text)
    read = plain(f" (Accessed: {words.day(words.accessed(citation))}).")
    return [*lead, *harvard_shelf(citation, site, end), plain("Available at: "), linked(words.link(citation)), read]


def harvard_shelf(citation: Citation, site: str | None, end: str) -> list[Piece]:
    """Where it appeared: a newspaper with the day, anything else by its publisher."""
    moment = words.published(citation)
    if not site:
        return [plain(end)]
    if kind(citation) is not SourceKind.NEWS:
        return [plain(f"{end}{site}{stop(site)}")]
    day = f", {moment.day} {MONTHS[moment.month - 1]}" if moment else ""
    return [plain(", "), italic(site), plain(f"{day}. ")]


def apart(citation: Citation) -> str | None:
    """The publisher, unless it is named as the author already."""
    site = words.publisher(citation)
    return None if site and Name(site) in authors(citation) else site


def address(citation: Citation) -> list[Piece]:
    """The address as a sentence."""
    return [linked(words.link(citation)), plain(".")]


def listed_apa(names: list[Name]) -> str:
    """Up to twenty names; of more, nineteen and the last."""
    short = [name.short for name in names]
    if len(short) > 20:
        return f"{', '.join(short[:19])}, . . . {short[-1]}"
    return short[0] if len(short) == 1 else joined(short, ", & ")


def listed_chicago(names: list[Name]) -> str:
    """Up to six names, the first turned around; of more, three and "et al."."""
    turned = [name.inverted if first == 0 else name.natural for first, name in enumerate(names)]
    return f"{', '.join(turned[:3])}, et al." if len(turned) > 6 else joined(turned, ", and ")


def listed_mla(names: list[Name]) -> str:
    """One or two names; of more, the first and "et al."."""
    turned = [name.inverted if first == 0 else name.natural for first, name in enumerate(names)]
    return f"{turned[0]}, et al." if len(turned) > 2 else joined(turned, ", and ")


def listed_harvard(names: list[Name]) -> str:
    """Up to three names; of more, the first and "et al."."""
    short = [name.short for name in names]
    return f"{short[0]} et al." if len(short) > 3 else joined(short, " and ")


def joined(names: list[str], last: str) -> str:
    """Names with commas between them and a word before the last."""
    return last.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def closed(text: str) -> str:
    """Words with a full stop at their end, unless they have one or there are none."""
    return text if not text or text.endswith(".") else f"{text}."


def ended(title: str) -> str:
    """A title with a full stop inside its quotation marks, unless it ends with a sign of its own."""
    return title if title.endswith((".", "?", "!", "…")) else f"{title}."


def stop(text: str) -> str:
    """A full stop and a space; the space alone after words that end with a sign of their own."""
    return " " if text.endswith((".", "?", "!", "…")) else ". "
