"""Grow the trees that say which figures have the day of their document: `python -m registry.steps.assemble.fit_days
FOLDER... [--write FILE]`.

Each FOLDER holds clusters of documents with a `gold.json` that gives the figures that may change their day. LightGBM
comes with the development environment; nothing here runs in production. The same folders in the same place give the
same file. A newcomer's mistake: trusting the figures on what was learnt; leave sets out and look at those.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from registry.model.assertion import Claim
from registry.steps import trees
from registry.steps.assemble.dating import holding, likely
from registry.steps.assemble.dating.likely import SIGNS, TRAITS, Told
from registry.steps.assemble.dating.sheets import published
from registry.steps.assemble.spot import Spot
from registry.steps.match.examples import claims_of, document, overlap
from registry.steps.resolve.words import DATA
from registry.steps.trees import ALIKE

ABOUT = "Boosted trees that date figures by their document, written by registry/steps/assemble/fit_days.py."
TREES = 250
GROWTH = ALIKE | {"learning_rate": 0.1, "min_data_in_leaf": 60, "feature_fraction": 0.3}
Traits = tuple[float, ...]


class Row(NamedTuple):
    """The traits of an annotated figure, and whether it has the day of its document."""

    traits: Traits
    dated: bool


class Noting:
    """In the place of `likely.traits` while documents are read: it keeps what it is asked about."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, int], tuple[Traits, str]] = {}
        self.told = likely.traits

    def __call__(self, spot: Spot, told: Told) -> Traits:
        """The traits of a figure, kept by document and place with the day that it may have."""
        found, day = self.told(spot, told), published(spot)
        if day is not None:
            self.kept[Path(spot.page.source.id).name, spot.mention.start] = found, day.high.isoformat()
        return found


@contextmanager
def learning(noting: Noting) -> Iterator[None]:
    """All figures are noted, those too that cannot have a day: they teach what the others are not. No trees are asked,
    as there may be none for these traits yet."""
    known = likely.traits, likely.holds, holding.is_barred
    likely.traits, likely.holds, holding.is_barred = noting, lambda traits: False, lambda spot, told: False
    try:
        yield
    finally:
        likely.traits, likely.holds, holding.is_barred = known


def rows(folder: Path) -> Iterator[Row]:
    """The annotated figures of a cluster that the text gives no day."""
    noting = Noting()
    with learning(noting):
        claims = claims_of(folder)
    notes = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["claims"]
    for claim in claims:
        kept, note = noting.kept.get((document(claim), claim.span.start)), lying(claim, notes)
        if kept is not None and note is not None:
            yield Row(kept[0], note.get("as_of") == kept[1])


def lying(claim: Claim, notes: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The annotation of a figure that a claim overlaps most."""
    figures = [one for one in notes if one["kind"] not in ("role", "event") and one["doc"] == document(claim)]
    best = max(figures, key=lambda note: overlap(claim, note), default=None)
    return best if best is not None and overlap(claim, best) else None


def grown(data: Sequence[Row]) -> list[dict[str, Any]]:
    """Trees from the rows of all clusters."""
    table = np.array([row.traits for row in data], dtype=float)
    truth = np.array([float(row.dated) for row in data])
    signs = {"monotone_constraints": [int(name in SIGNS) for name in TRAITS]}
    return trees.grown(table, truth, GROWTH | signs, TREES)


def asked_for(description: str, name: str) -> tuple[list[Path], Path]:
    """The clusters in the folders of a command line, and the file that it writes: the engine's data, or another."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--write", type=Path, default=DATA / name, help="write the trees here instead")
    options = parser.parse_args()
    clusters = sorted(path.parent for folder in options.folders for path in folder.glob("*/gold.json"))
    return clusters, options.write


def main() -> None:
    """Grow and write."""
    clusters, target = asked_for("Grow the trees that date figures by their document.", "days.json")
    data = [row for folder in clusters for row in rows(folder)]
    target.write_text(trees.written(ABOUT, TRAITS, grown(data)), encoding="utf-8")


if __name__ == "__main__":
    main()
