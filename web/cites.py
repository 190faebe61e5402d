"""Citations on a page: a panel with a tab for each style, and what collectors such as Zotero look for."""

from __future__ import annotations

from typing import NamedTuple

from api import exports
from api.deps import Reading
from api.problems import Rejected
from registry.actions import cite
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
    if style not in STYLES:
        raise Rejected("invalid", f"There is no style {style!r}; choose one of {', '.join(STYLES)}.")
    made = cite.citation(session, claim_id, site=site)
    tabs = tuple(Tab(name, f"/claims/{claim_id}?style={key}", key == style) for key, name in STYLES.items())
    written = "".join(exports.EXPORTERS[style]([made])).strip()
    download = f"/v1/claims/{claim_id}/citation?style={style}"
    return Panel(tabs, STYLES[style], written, style in PROSE, download, made.deep_link)


def embedded(session: Reading, claim_id: str, site: str) -> Embed:
    """The tags and the COinS of a claim."""
    made = cite.citation(session, claim_id, site=site)
    return Embed(tuple(exports.highwire(made)), exports.coins(made))
