"""Grow the trees that say which figures are of what is to be: `python -m registry.steps.assemble.fit_status FOLDER...
[--write FILE]`.

Each FOLDER holds clusters of documents with a `gold.json` that gives the status of their figures. LightGBM comes with
the development environment; nothing here runs in production. The same folders in the same place give the same file. A
newcomer's mistake: trusting the figures on what was learnt; leave sets out and look at those.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from registry.model.assertion import Claim, Status
from registry.steps import assemble, trees
from registry.steps.assemble.fit_days import asked_for, lying
from registry.steps.assemble.status import likely
from registry.steps.assemble.status.likely import TRAITS, Traits
from registry.steps.match.examples import claims_of, document
from registry.steps.trees import ALIKE

ABOUT = "Boosted trees that tell plans from what is so, written by registry/steps/assemble/fit_status.py."
TREES = 150
GROWTH = ALIKE | {"learning_rate": 0.06, "min_data_in_leaf": 60, "feature_fraction": 0.25}


class Row(NamedTuple):
    """The traits of an annotated figure, and whether it is planned."""

    traits: Traits
    planned: bool


class Noting:
    """In the place of `likely.weighed` while documents are read: it keeps the traits that it is asked about."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, int], Traits] = {}

    def __call__(self, claims: Sequence[Claim], known: Mapping[tuple[int, int], Traits]) -> list[Claim]:
        """The claims as they are, the traits of their figures kept by document and place."""
        told = [(claim, known.get((claim.span.start, claim.span.end))) for claim in claims]
        others = likely.around([claim for claim, own in told if own is not None])
        for claim, own in told:
            if own is not None:
                self.kept[document(claim), claim.span.start] = likely.completed(own, next(others), claim)
        return [*claims]


def rows(folder: Path) -> Iterator[Row]:
    """The annotated figures of a cluster that the rules call planned or so."""
    noting, told = Noting(), assemble.likely.weighed
    assemble.likely.weighed = noting
    try:
        claims = claims_of(folder)
    finally:
        assemble.likely.weighed = told
    notes = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["claims"]
    for claim in claims:
        traits = noting.kept.get((document(claim), claim.span.start))
        note = lying(claim, notes)
        if traits is not None and note is not None:
            yield Row(traits, note["status"] == Status.PLANNED)


def grown(data: Sequence[Row]) -> list[dict[str, Any]]:
    """Trees from the rows of all clusters."""
    table = np.array([row.traits for row in data], dtype=float)
    truth = np.array([float(row.planned) for row in data])
    signs = {"monotone_constraints": [int(name == "ruled") for name in TRAITS]}
    return trees.grown(table, truth, GROWTH | signs, TREES)


def main() -> None:
    """Grow and write."""
    clusters, target = asked_for("Grow the trees that tell plans from what is so.", "status.json")
    data = [row for folder in clusters for row in rows(folder)]
    target.write_text(trees.written(ABOUT, TRAITS, grown(data)), encoding="utf-8")


if __name__ == "__main__":
    main()
