"""Fit the weights of check-worthiness on labelled sentences.

    python -m registry.steps.assemble.fit SENTENCES.jsonl

Each line holds a `text` and a `label` (1: states a fact that can be checked). The weights go to
`steps/data/worth.json`.
First a fold of five is left out at a time, and the F1 on what was left out is printed. Nothing here runs in production.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from registry.steps.assemble.worth import features
from registry.steps.resolve.words import DATA

FOLDS, ROUNDS, RATE, DECAY, CUT = 5, 40, 0.05, 0.002, 0.4


class Row(NamedTuple):
    """A sentence's features and whether it states a fact."""

    features: frozenset[str]
    label: int


def rows(path: Path) -> list[Row]:
    """The labelled sentences of a file."""
    parsed = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Row(features(row["text"]), round(float(row["label"]))) for row in parsed]


def chance(weights: Mapping[str, float], found: Iterable[str]) -> float:
    """The probability that weights give to features."""
    return 1 / (1 + math.exp(-weights.get("bias", 0.0) - sum(weights.get(name, 0.0) for name in found)))


def fit(data: Sequence[Row]) -> dict[str, float]:
    """Logistic regression by plain gradient steps, the same on every run."""
    weights = {"bias": 0.0}
    for turn in range(ROUNDS):
        rate = RATE / (1 + turn / 10)
        for row in data:
            error = row.label - chance(weights, row.features)
            weights["bias"] += rate * error
            for name in row.features:
                known = weights.get(name, 0.0)
                weights[name] = known + rate * (error - DECAY * known)
    return weights


def f1(weights: Mapping[str, float], data: Sequence[Row]) -> float:
    """The F1 of calling everything above the cut a fact."""
    said = [chance(weights, row.features) > CUT for row in data]
    right = sum(row.label for row, yes in zip(data, said, strict=True) if yes)
    return 2 * right / max(1, sum(said) + sum(row.label for row in data))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    data = rows(parser.parse_args().sentences)
    size = len(data) // FOLDS + 1
    for start in range(0, len(data), size):
        held = data[start : start + size]
        sys.stdout.write(f"F1 {f1(fit([*data[:start], *data[start + size :]]), held):.3f} on {len(held)}\n")
    weights = {name: round(weight, 3) for name, weight in sorted(fit(data).items())}
    (DATA / "worth.json").write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
