"""Fit the weights of `registry/steps/check/entail.py` and say what they come to on pairs that were left out.

`python -m tests.bench.entail [FOLDER]`; FOLDER holds `equate` and `vitaminc_numeric`, by default `../shared/bench`.
Pairs whose figures differ or contradict each other count for nothing here: those are told before. The many pairs of
claims and evidence, nearly all of which agree, count a twentieth each. A newcomer's mistake: believing the figures of
the pairs that were fitted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from registry.cli.documents import typed
from registry.cli.stateless import claims_of
from registry.steps.check.align import slots
from registry.steps.check.entail import WEIGHTS, features
from registry.steps.check.relation import relation

SETS = {
    "news inference": ("equate/NewsNLI.dev.jsonl", 1.0),
    "quantity inference": ("equate/RTE_Quant.dev.jsonl", 1.0),
    "claims and evidence": ("vitaminc_numeric/claim_evidence.dev.jsonl", 0.05),
}
DIFFERING = ("contradiction", "change_over_time")
FOLDS, SEEDS, PENALTY, STEPS = 10, 5, 1.0, 40


def main() -> None:
    """Print the weights, and for each set the share that is told right when fitted on the others of ten parts."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    names, rows = zip(*((name, row) for name, (file, _) in SETS.items() for row in read(folder / file)), strict=True)
    table, truth = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    differ = np.array([row[2] for row in rows])
    weight = np.array([SETS[name][1] for name in names]) * ~differ
    right = np.zeros(len(rows))
    for seed in range(SEEDS):
        part = np.random.default_rng(seed).permutation(len(rows)) % FOLDS
        for fold in range(FOLDS):
            out = part == fold
            weights = fit(table[~out], truth[~out], weight[~out])
            right[out] += ((chance(weights, table[out]) >= 0.5) & ~differ[out]) == truth[out]
    for name in SETS:
        of = np.array([one == name for one in names])
        print(f"{name}: {100 * right[of].mean() / SEEDS:.1f} percent of {of.sum()} told right as entailed or not")
    print(dict(zip(("bias", *WEIGHTS), fit(table, truth, weight).round(2).tolist(), strict=True)))


def read(path: Path) -> Iterator[tuple[list[float], bool, bool]]:
    """The features of each pair, whether the second follows from the first, and whether figures differ."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        one, other = row.get("premise", row.get("evidence", "")), row.get("hypothesis", row.get("claim", ""))
        a, b = (claims_of([typed(text, side, {})]) for side, text in (("a", one), ("b", other)))
        found = slots(a, b)
        told = features(one, other, [slot for slot in found if slot.held.meets], found)
        differ = row["label"] == "contradiction" or relation(a, b, one, other).relation in DIFFERING
        yield [told[name] for name in WEIGHTS], row["label"] == "entailment", differ


def fit(table: Any, truth: Any, weight: Any) -> Any:
    """The bias and the weights of a logistic regression, drawn towards zero."""
    rows = np.c_[np.ones(len(table)), table]
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weight * (likely - truth)) + PENALTY * np.r_[0, found[1:]]
        bend = (rows * (weight * likely * (1 - likely))[:, None]).T @ rows + PENALTY * np.eye(len(found))
        found -= np.linalg.solve(bend, slope)
    return found


def chance(weights: Any, table: Any) -> Any:
    """The chance of each row."""
    return 1 / (1 + np.exp(-(np.c_[np.ones(len(table)), table] @ weights)))


if __name__ == "__main__":
    main()
