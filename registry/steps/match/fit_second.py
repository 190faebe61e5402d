"""Grow the trees of the second look: `python -m registry.steps.match.fit_second SOURCE... [--cache FILE]`.

The sources are those of `fit.py`, and the weights those that it wrote: run it first. LightGBM comes with the
development environment; nothing here runs in production. The same sources give the same file. A newcomer's mistake:
trusting the figures on what was learnt; leave clusters out and look at those.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from registry.steps import trees as boosted
from registry.steps.fitting import Table
from registry.steps.match import features, fit, learn, second
from registry.steps.match.thresholds import default
from registry.steps.trees import ALIKE

DATA = Path(__file__).parents[1] / "data" / "trees.json"
ABOUT = "Boosted trees of the matcher's second look, written by registry/steps/match/fit_second.py."
TREES = 250
GROWTH = ALIKE | {"learning_rate": 0.05, "min_data_in_leaf": 100, "feature_fraction": 0.25}
# How often the pairs of sentences count here: among the many rows of clusters, three times are not heard.
LOUD = 9
# What a clearer lead, or better support, says is never less.
RISING = {"weight": 1, "narrow": 1, "wide": 1, "average": 1, "best": 1, "crowd": -1}


def grown(data: Sequence[fit.Rows], weights: Mapping[str, Mapping[str, float]]) -> dict[str, list[dict[str, Any]]]:
    """Trees of both kinds from the rows of some clusters; what is one pair in several to `fit.py` has a smaller weight
    here."""
    placed = [fit.places(rows, weights) for rows in data]
    found = {}
    for kind in fit.KINDS:
        chosen = [
            rows.known & (rows.meet == (kind == "meet")) & (at[:, 0] > second.LEAST)
            for rows, at in zip(data, placed, strict=True)
        ]
        table = np.concatenate([seen(rows, at, some) for rows, at, some in zip(data, placed, chosen, strict=True)])
        truth = np.concatenate([rows.truth[some] for rows, some in zip(data, chosen, strict=True)])
        share = np.concatenate(
            [np.where(rows.truth[some] == 1, 1.0, 1 / rows.thin) for rows, some in zip(data, chosen, strict=True)]
        )
        found[kind] = boosted.grown(table, truth, GROWTH | {"monotone_constraints": signs()}, TREES, weight=share)
    return found


def seen(rows: fit.Rows, placed: Table, some: Table) -> Table:
    """The traits of some rows of a cluster."""
    told = [
        second.traits(
            rows.profiles[one],
            rows.profiles[two],
            heard=rows.table[at],
            standing=placed[at],
            meet=bool(rows.meet[at]),
        )
        for at in map(int, np.flatnonzero(some))
        for one, two in [rows.pairs[at]]
    ]
    return np.array(told, dtype=float).reshape(-1, len(second.TRAITS))


def signs() -> list[int]:
    """For each trait whether more of it may only speak for a pair (1) or against it (-1), or both (0)."""
    return [int(np.sign(learn.PRIOR[one])) if one in features.NAMES else RISING.get(one, 0) for one in second.TRAITS]


def written(found: Mapping[str, Iterable[Mapping[str, Any]]]) -> str:
    """The file of the trees, one tree a line."""
    told = [f'"about": {json.dumps(ABOUT)}', f'"traits": {json.dumps(second.TRAITS)}']
    for kind, trees in found.items():
        lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
        told.append(f'"{kind}": [\n{lines}\n]')
    return "{\n" + ",\n".join(told) + "\n}\n"


def main() -> None:
    """Grow and write."""
    parser = argparse.ArgumentParser(description="Grow the trees of the matcher's second look.")
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--cache", type=Path, help="keep the claims that were read here, for the next time")
    parser.add_argument(
        "--write", type=Path, default=DATA, help="write the trees here, not to the data that come along"
    )
    options = parser.parse_args()
    data, often = fit.gathered(options.sources, options.cache)
    weights = {"meet": default().meet, "apart": default().apart}
    options.write.write_text(written(grown(fit.drawn(data, often, loud=LOUD), weights)), encoding="utf-8")


if __name__ == "__main__":
    main()
