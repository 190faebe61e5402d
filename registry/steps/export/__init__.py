"""Citations and findings as lines of a format; an exporter is one function, its docstring what the user reads.

A newcomer's mistake: joining the pieces with newlines. An exporter yields pieces that are put together as they come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from registry.model.citation import Citation
from registry.steps.export import styles
from registry.steps.export.annotation import MEDIA_TYPE as ANNOTATION
from registry.steps.export.annotation import web_annotations
from registry.steps.export.bibtex import biblatex, bibtex
from registry.steps.export.csl import csl
from registry.steps.export.notes import csv, markdown
from registry.steps.export.ris import ris

Exporter = Callable[[Iterable[Citation]], Iterator[str]]

EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        "apa": styles.apa,
        "chicago": styles.chicago,
        "mla": styles.mla,
        "harvard": styles.harvard,
        "apa-html": styles.apa_html,
        "chicago-html": styles.chicago_html,
        "mla-html": styles.mla_html,
        "harvard-html": styles.harvard_html,
        "markdown": markdown,
        "bibtex": bibtex,
        "biblatex": biblatex,
        "ris": ris,
        "csl": csl,
        "csv": csv,
        "annotation": web_annotations,
    }
)


class Format(NamedTuple):
    """How an exporter's result travels: its media type and the ending of a file."""

    media_type: str
    ending: str


PLAIN, MARKUP = Format("text/plain; charset=utf-8", "txt"), Format("text/html; charset=utf-8", "html")
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "markdown": Format("text/markdown; charset=utf-8", "md"),
        "bibtex": Format("application/x-bibtex; charset=utf-8", "bib"),
        "biblatex": Format("application/x-bibtex; charset=utf-8", "bib"),
        "ris": Format("application/x-research-info-systems; charset=utf-8", "ris"),
        "csl": Format("application/vnd.citationstyles.csl+json", "json"),
        "csv": Format("text/csv; charset=utf-8; header=present", "csv"),
        "annotation": Format(ANNOTATION, "jsonld"),
    }
)


def travels(name: str) -> Format:
    """The media type and ending of an exporter's result."""
    return FORMATS.get(name) or (MARKUP if name.endswith("-html") else PLAIN)
