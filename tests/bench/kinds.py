"""Fit the weights of `registry/steps/check/kinds.py` and say what they come to on clusters that were left out.

`python -m tests.bench.kinds OWN [SHARED]`; both are folders of clusters with a `gold.json`, as
`tests.clusters.build` makes them. What is learnt from is every pair of claims across the sides of a conflict of
known kind that the engine reads and the rules flag; a conflict weighs the root of its pairs. A newcomer's mistake:
believing the figures of the clusters that were fitted.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from registry.cli.documents import Trouble, readings
from registry.cli.stateless import claims_of
from registry.model.assertion import Claim
from registry.model.finding import Relation
from registry.steps.check import kinds
from registry.steps.check.judge import ruled
from registry.steps.check.order import arranged
from registry.steps.export import contract
from tests.bench.quality import ROOT, SHARED

FOLDS, PENALTY, STEPS, RATE = 12, 3.0, 800, 0.05
TABLE = ROOT / "registry" / "steps" / "data" / "kinds.toml"


class Row(NamedTuple):
    """A pair of claims of a conflict: the cluster and number of the conflict, its kind, what the rules say."""

    cluster: str
    number: int
    kind: Relation
    told: Relation
    left: Claim
    right: Claim


def main(folders: Sequence[str]) -> None:
    """Print what the rules and the weights come to, and write the weights."""
    rows = [row for folder in folders for place in sorted(Path(folder).iterdir()) for row in rows_of(place)]
    told = [row.told for row in rows]
    print(f"conflicts {len({row[:2] for row in rows})}, kind right by the rules {right(rows, told):.1f} percent,")
    print(f"with weights of the other clusters {right(rows, left_out(rows)):.1f} percent")
    TABLE.write_text(written(fit(rows)), encoding="utf-8")


def rows_of(folder: Path) -> list[Row]:
    """The pairs of a cluster."""
    if not (folder / "gold.json").is_file():
        return []
    names = sorted(json.loads((folder / "meta.json").read_bytes()))
    claims = claims_of(readings([str(folder / name) for name in names], Trouble()))
    return list(paired(folder, claims))


def paired(folder: Path, claims: Sequence[Claim]) -> Iterator[Row]:
    """The pairs of claims across the sides of the conflicts of a cluster that the rules flag."""
    scorer = scoring()
    gold, lines = scorer.Cluster(folder), [json.loads(json.dumps(contract.of_claim(claim))) for claim in claims]
    of = {id(line): claim for line, claim in zip(lines, claims, strict=True)}
    found = scorer.score_extraction(gold, lines, Counter(gold=0), scorer.Errors())
    known = {name: of[id(line)] for name, line in found.items()}
    for number, relation in enumerate(gold.relations):
        kind = Relation(relation["type"])
        sides = relation.get("sides") or [[name] for name in relation["claims"]]
        pairs = [pair for two in combinations(sides, 2) for pair in product(*two) if known.keys() >= set(pair)]
        for one, other in pairs if kind in kinds.KINDS and not relation.get("debatable") else []:
            left, right_one = arranged(known[one], known[other])
            told = ruled(left, right_one).relation
            if told in kinds.KINDS:
                yield Row(folder.name, number, kind, told, left, right_one)


def scoring() -> Any:
    """The scorer of the shared folder, which knows which claim of ours is which of the gold data."""
    sys.path.append(str(SHARED / "tools"))
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def left_out(rows: Sequence[Row]) -> list[Relation]:
    """The kind of each pair by weights that were fitted without its cluster."""
    fold = {name: at % FOLDS for at, name in enumerate(sorted({row.cluster for row in rows}))}
    tables = [fit([row for row in rows if fold[row.cluster] != one]) for one in range(FOLDS)]
    return [kinds.likeliest(row.left, row.right, row.told, tables[fold[row.cluster]]) for row in rows]


def right(rows: Sequence[Row], said: Sequence[Relation]) -> float:
    """The percentage of conflicts of which no kind is told more often than their own."""
    told: dict[tuple[str, int, Relation], Counter[Relation]] = defaultdict(Counter)
    for row, kind in zip(rows, said, strict=True):
        told[row[:3]][kind] += 1
    return 100 * sum(counts[key[2]] == max(counts.values()) for key, counts in told.items()) / len(told)


def fit(rows: Sequence[Row]) -> dict[str, list[float]]:
    """The weights of a logistic regression for several kinds, drawn towards zero."""
    told = [kinds.features(row.left, row.right) for row in rows]
    names, share = ["bias", *told[0]], Counter(row[:2] for row in rows)
    table = np.array([[1.0, *one.values()] for one in told])
    truth = np.eye(len(kinds.KINDS))[[kinds.KINDS.index(row.kind) for row in rows]]
    weight = np.array([share[row[:2]] ** -0.5 for row in rows])[:, None]
    found = np.zeros((len(names), len(kinds.KINDS)))
    mean, square = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, STEPS):
        likely = np.exp(table @ found)
        slope = table.T @ ((likely / likely.sum(1, keepdims=True) - truth) * weight)
        slope[1:] += PENALTY * found[1:]
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        found -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    centred = found - found.mean(1, keepdims=True)
    return {name: [round(float(one), 2) for one in row] for name, row in zip(names, centred, strict=True)}


def written(table: dict[str, list[float]]) -> str:
    """The weights as a data file."""
    head = (
        "# What each feature of two figures that differ says for an error, a change over time, sources that disagree.\n"
    )
    return f"{head}# Written by tests/bench/kinds.py.\n\n" + "".join(f"{name} = {row}\n" for name, row in table.items())


if __name__ == "__main__":
    main(sys.argv[1:] or [str(SHARED / "corpus")])
