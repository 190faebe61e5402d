"""Fit the weights of check-worthiness on labelled sentences.

    python -m registry.steps.assemble.fit SENTENCES.jsonl

Each line holds a `text`, a `label` (1: states a fact that can be checked) and perhaps a `speech` that it is from. The
weights go to `steps/data/worth.json`: those of parsed sentences, and those of sentences whose words alone are known.
First each speech, or one of five folds where none is named, is left out in turn, and the F1 on all that was left out is
printed. Nothing here runs in production.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from registry.steps.assemble.worth import features, grammar
from registry.steps.fitting import chance, solved
from registry.steps.parse import load
from registry.steps.resolve.words import DATA
from registry.steps.segment import blocks, sentences

FOLDS, CUT = 5, 0.4
RARE, PENALTY = 4, 10.0


class Row(NamedTuple):
    """A sentence's features, whether it states a fact, and the fold it is in."""

    features: frozenset[str]
    label: int
    fold: str


def rows(path: Path, *, parsed: bool = True) -> list[Row]:
    """The labelled sentences of a file; with the features of their trees, or of their words alone."""
    told = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    parts = [(row["text"], sentences(row["text"], blocks(row["text"]))) for row in told]
    grown = load().parse_all(parts) if parsed else [[] for _ in told]
    return [
        Row(
            features(row["text"]).union(*map(grammar, trees)),
            round(float(row["label"])),
            str(row.get("speech", number % FOLDS)),
        )
        for number, (row, trees) in enumerate(zip(told, grown, strict=True))
    ]


def fit(data: Sequence[Row]) -> dict[str, float]:
    """The weights of the features."""
    return solved([(row.features, row.label) for row in data], least=RARE, penalty=PENALTY)


def f1(said: Sequence[tuple[bool, int]]) -> float:
    """The F1 of calling sentences facts, from what was said and what is so."""
    right = sum(label for yes, label in said if yes)
    return 2 * right / max(1, sum(yes for yes, _ in said) + sum(label for _, label in said))


def left_out(data: Sequence[Row]) -> list[tuple[bool, int]]:
    """What is said of each fold by weights that were fitted on the others, and what is so."""
    said = []
    for fold in sorted({row.fold for row in data}):
        known = fit([row for row in data if row.fold != fold])
        said += [(chance(row.features, known) > CUT, row.label) for row in data if row.fold == fold]
    return said


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    path = parser.parse_args().sentences
    found = {}
    for kind in ("parsed", "words"):
        data = rows(path, parsed=kind == "parsed")
        sys.stdout.write(f"{kind}: F1 {f1(left_out(data)):.3f} on {len(data)} sentences, each left out once\n")
        found[kind] = {name: round(weight, 3) for name, weight in sorted(fit(data).items())}
    (DATA / "worth.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
