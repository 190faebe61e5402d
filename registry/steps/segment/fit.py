"""Fit the weights of what looks like page furniture on annotated documents and on pages whose lines are marked.

    python -m registry.steps.segment.fit FOLDER ... PAGES.txt

A folder holds clusters of documents with a `gold.json`: lines with a claim are text, lines with nothing but what is
marked as no claim are furniture. PAGES.txt holds pages, each begun by a line "== name"; its lines begin with "F|"
(furniture) or "B|" (text). Each cluster and page is left out once, and what was caught and lost of it is told. The
weights go to `steps/data/furniture.json`. Nothing here runs in production.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from registry.model.span import BlockKind
from registry.steps.fitting import Pace, stepped
from registry.steps.segment.blocks import blocks
from registry.steps.segment.furniture import is_aside
from registry.steps.segment.likeness import DATA, SURE, WORD, chance, features, is_asked, is_text, places
from registry.steps.segment.sentences import parts

LEAST = 4
PACE = Pace(rounds=120, rate=0.1, decay=0.01)


class Row(NamedTuple):
    """A line's features, whether it is furniture, whether a pattern knows it, and the group it is left out with."""

    features: frozenset[str]
    label: int
    known: bool
    group: str


Label = Callable[[int, int], int | None]


def rows_of(text: str, group: str, label: Label) -> Iterator[Row]:
    """The lines of a document that can be asked about, and those that patterns know."""
    found = blocks(text)
    known = Counter(word.lower() for word in WORD.findall(text))
    for block, place in zip(found, places(found, text), strict=True):
        for start, end in [] if is_text(block, text) else parts(text, block):
            line, told = text[start:end], block.kind is BlockKind.FURNITURE
            told = told or is_aside(line)
            said = label(start, end)
            if said is not None and (told or is_asked(line, block.kind, place)):
                yield Row(features(line, block.kind, place, known), said, told, group)


def of_folder(folder: Path) -> Iterator[Row]:
    """The lines of annotated clusters."""
    for group, name, text, data in annotated(folder):
        yield from rows_of(text, group, of_gold(data, name, text))


def annotated(folder: Path) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    """The documents of annotated clusters: the cluster, their name, their text, and the annotation of the cluster."""
    for gold in sorted(folder.glob("*/gold.json")):
        data = json.loads(gold.read_text(encoding="utf-8"))
        for path in sorted(gold.parent.glob("*.txt")):
            yield gold.parent.name, path.name, path.read_text(encoding="utf-8"), data


def of_gold(data: Mapping[str, Any], name: str, text: str) -> Label:
    """What the annotation of a document says of a stretch: a claim is text, something marked as no claim furniture."""
    claims = [(one["start"], one["end"]) for one in data["claims"] if one["doc"] == name]
    marks = [place for one in data["not_claims"] if one["doc"] == name for place in places_of(one, text)]

    def label(start: int, end: int) -> int | None:
        if any(low < end and start < high for low, high in claims):
            return 0
        return 1 if any(low < end and start < high for low, high in marks) else None

    return label


def places_of(mark: Mapping[str, Any], text: str) -> list[tuple[int, int]]:
    """Where the words of a mark stand."""
    if mark.get("start") is not None:
        return [(mark["start"], mark["end"])]
    return [found.span() for found in re.finditer(re.escape(mark["text"]), text)]


def of_pages(path: Path) -> Iterator[Row]:
    """The lines of marked pages."""
    for name, text, label in marked_pages(path):
        yield from rows_of(text, name, label)


def marked_pages(path: Path) -> Iterator[tuple[str, str, Label]]:
    """The pages of a file as texts, with what the marks say of a stretch: furniture where all its lines are."""
    for name, marked in pages(path.read_text(encoding="utf-8")):
        text, spans = "", []
        for sort, line in marked:
            spans.append((len(text), len(text) + len(line), sort == "F"))
            text += f"{line}\n\n"

        def label(start: int, end: int, spans: Sequence[tuple[int, int, bool]] = spans) -> int:
            return int(all(sort for low, high, sort in spans if low < end and start < high))

        yield name, text, label


def pages(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The pages of a file: their names, and their lines with what they are."""
    for part in re.split(r"^== ", text, flags=re.M)[1:]:
        name, *lines = part.splitlines()
        yield name, [(line[0], line[2:]) for line in lines if line]


def fit(data: Sequence[Row]) -> dict[str, float]:
    """The weights of the features; rare ones have none."""
    return stepped([(row.features, row.label) for row in data], PACE, least=LEAST)


def left_out(data: Sequence[Row]) -> tuple[int, int, int, int]:
    """Furniture that no pattern knows: caught and all; lines of the text: lost and all; each group left out once."""
    caught = furniture = lost = body = 0
    for group in sorted({row.group for row in data}):
        known = fit([row for row in data if row.group != group])
        for row in data:
            if row.group == group and not row.known:
                said = chance(row.features, known) >= SURE
                furniture, body = furniture + row.label, body + 1 - row.label
                caught, lost = caught + (said and row.label), lost + (said and not row.label)
    return caught, furniture, lost, body


def main() -> None:
    """Read the command line."""
    options = asked(__doc__)
    data = [row for path in options.sources for row in (of_folder(path) if path.is_dir() else of_pages(path))]
    if not options.only_fit:
        told = "furniture caught {} of {}, lines of the text lost {} of {}, each group left out once\n"
        sys.stdout.write(told.format(*left_out(data)))
    keep("furniture", fit(data))


def asked(doc: str | None) -> argparse.Namespace:
    """What the command line asks for: where the sources are, and whether to measure first."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--only-fit", action="store_true", help="do not measure first, which takes minutes")
    return parser.parse_args()


def keep(name: str, weights: Mapping[str, float]) -> None:
    """Write weights into the file of the package that holds them."""
    told = {feature: round(weight, 3) for feature, weight in sorted(weights.items())}
    (DATA / f"{name}.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
