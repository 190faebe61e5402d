"""Citations on a page: a panel with a tab for each style, and what collectors such as Zotero look for."""

from __future__ import annotations

from typing import NamedTuple

from api import exports
from api.deps import Reading
from api.problems import Rejected
from registry.actions import cite, quoting
from registry.actions.quoting import Chosen
from registry.model.citation import Citation
from web.rendering import query
from web.shown import Embed

STYLES = {
    "apa": "APA",
    "chicago": "Chicago",
    "mla": "MLA",
    "harvard": "Harvard",
    "bibtex": "BibTeX",
    "biblatex": "BibLaTeX",
    "ris": "RIS",
    "csl": "CSL-JSON",
    "markdown": "Markdown",
}
PROSE = ("apa", "chicago", "mla", "harvard")


class Tab(NamedTuple):
    """A style and the address that shows it."""

    name: str
    href: str
    chosen: bool


class Panel(NamedTuple):
    """A citation in one style, with the way to the others."""

    styles: tuple[Tab, ...]
    style_name: str
    citation: str
    prose: bool
    download: str
    deep_link: str | None


def panel(session: Reading, claim_id: str, style: str, site: str) -> Panel:
    """The citation of a claim in a style."""
    known(style)
    made = cite.citation(session, claim_id, site=site)
    return shown(made, style, f"/claims/{claim_id}?", f"/v1/claims/{claim_id}/citation?")


def document_panel(session: Reading, document_id: str, chosen: Chosen, style: str, site: str) -> Panel:
    """The citation of a document, or of words in it."""
    known(style)
    made = quoting.of_document(session, document_id, chosen, site=site)
    asked = query(**chosen._asdict()) or "?"
    joined = f"{asked}&" if len(asked) > 1 else asked
    return shown(made, style, f"/documents/{document_id}/cite{joined}", f"/v1/documents/{document_id}/citation{joined}")


def shown(made: Citation, style: str, page: str, file: str) -> Panel:
    """A citation in a style; `page` and `file` are the addresses that a style is added to."""
    tabs = tuple(Tab(name, f"{page}style={key}", key == style) for key, name in STYLES.items())
    written = "".join(exports.EXPORTERS[style]([made])).strip()
    return Panel(tabs, STYLES[style], written, style in PROSE, f"{file}style={style}", made.deep_link)


def known(style: str) -> None:
    """Refuse a style that there is none of."""
    if style not in STYLES:
        raise Rejected("invalid", f"There is no style {style!r}; choose one of {', '.join(STYLES)}.")


def embedded(session: Reading, claim_id: str, site: str) -> Embed:
    """The tags and the COinS of a claim."""
    return carried(cite.citation(session, claim_id, site=site))


def of_document(session: Reading, document_id: str, version_id: str, site: str) -> Embed:
    """The tags and the COinS of a document."""
    return carried(quoting.of_document(session, document_id, Chosen(version_id), site=site))


def carried(made: Citation) -> Embed:
    """What a page carries of a citation."""
    return Embed((*exports.highwire(made), *exports.graph(made)), exports.coins(made))
