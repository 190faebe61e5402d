"""Fit the weights of what stands beside the matter of a text, on annotated documents and on marked pages.

    python -m registry.steps.segment.fit_beside FOLDER ... PAGES.txt ...

The sources are those of `fit`; here every sentence with a figure counts, also in running text, and what neither a
pattern nor the likeness of lines knows counts twice. Some clusters and pages are left out in turn, and what was caught
and lost of them is told. The weights go to `steps/data/beside.json`. Nothing here runs in production.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from registry.model.span import BlockKind
from registry.steps.fitting import parts, solved
from registry.steps.segment.beside import FIGURE, is_asked, is_open, needed
from registry.steps.segment.blocks import blocks
from registry.steps.segment.cohesion import features
from registry.steps.segment.fit import Label, annotated, asked, keep, marked_pages, places_of
from registry.steps.segment.likeness import chance
from registry.steps.segment.page import Page
from registry.steps.segment.sentences import known

LEAST, PARTS = 6, 4
PENALTY, NEVER = 3.0, 2.0
NAMES = re.compile(r"heading|title|row|number\b|list number|rank|caption|age class|correction|mark")


class Row(NamedTuple):
    """A sentence's features, whether it is furniture, whether that is known, how sure one must be, and its group."""

    features: frozenset[str]
    label: int
    known: bool
    needed: float
    group: str


def rows_of(text: str, group: str, label: Label) -> Iterator[Row]:
    """The sentences with a figure whose label is known."""
    found = blocks(text)
    page = Page(text, found, known(text, found))
    if not page.running:
        return
    for place in page.places:
        part = place.part
        said = label(part.start, part.end)
        if said is None or FIGURE.search(place.line) is None:
            continue
        told, its = part.block.kind is BlockKind.FURNITURE, features(page, place)
        asked = is_open(page, place) and is_asked(page, place, its)
        yield Row(its, said, told, needed(place.line, its) if asked else NEVER, group)


def of_folder(folder: Path) -> Iterator[Row]:
    """The sentences of annotated clusters."""
    for group, name, text, data in annotated(folder):
        yield from rows_of(text, group, of_gold(data, name, text))


def of_gold(data: Mapping[str, Any], name: str, text: str) -> Label:
    """What the annotation says of a sentence: one with a claim is text, one marked as no claim by half is furniture."""
    claims = [(one["start"], one["end"]) for one in data["claims"] if one["doc"] == name]
    marks = [
        place
        for one in data["not_claims"]
        if one["doc"] == name and not NAMES.search(one["why"])
        for place in places_of(one, text)
    ]

    def label(start: int, end: int) -> int | None:
        if any(low < end and start < high for low, high in claims):
            return 0
        return 1 if any(2 * (min(high, end) - max(low, start)) >= end - start for low, high in marks) else None

    return label


def of_pages(path: Path) -> Iterator[Row]:
    """The sentences of marked pages."""
    for name, text, label in marked_pages(path):
        yield from rows_of(text, f"{path.stem} {name}", label)


def fit(data: Sequence[Row]) -> dict[str, float]:
    """The weights of the features; furniture that nothing knows yet counts twice."""
    twice = [row for row in data if row.label and not row.known]
    return solved([(row.features, row.label) for row in (*data, *twice)], least=LEAST, penalty=PENALTY)


def left_out(data: Sequence[Row]) -> tuple[int, int, int, int]:
    """Furniture that nothing knows yet, caught and all; sentences of the text, lost and all; some groups left out."""
    caught = furniture = lost = body = 0
    for rest, out in parts(data, lambda row: row.group, PARTS):
        weights = fit(rest)
        for row in out:
            if not row.known:
                said = chance(row.features, weights) >= row.needed
                furniture, body = furniture + row.label, body + 1 - row.label
                caught, lost = caught + (said and row.label), lost + (said and not row.label)
    return caught, furniture, lost, body


def main() -> None:
    """Read the command line."""
    options = asked(__doc__)
    data = [row for path in options.sources for row in (of_folder(path) if path.is_dir() else of_pages(path))]
    if not options.only_fit:
        told = "furniture caught {} of {}, sentences of the text lost {} of {}, some groups left out in turn\n"
        sys.stdout.write(told.format(*left_out(data)))
    keep("beside", fit(data))


if __name__ == "__main__":
    main()
