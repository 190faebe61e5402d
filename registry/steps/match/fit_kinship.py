"""Fit what makes two documents akin: `python -m registry.steps.match.fit_kinship SOURCE... [--cache FILE] [--write]`.

Each SOURCE is a folder of clusters of documents, or a treebank (`*.conllu.gz`); two documents of one cluster are about
one matter. Two of different clusters are not, nor are two of a treebank, which count several times: clusters have names
that were made up, and those of the real world stand in many texts. Neither is a document and its neighbour with other
names: the report of the next earthquake.
Each document counts twice, as a whole and by a few of its claims, since a registry that meets one knows no more of it.
Prints which part of the pairs of each sort is taken for akin in clusters that were left out.
A newcomer's mistake: fitting the matcher first. Its features lean on this.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from zlib import crc32

import numpy as np

from registry.model.assertion import Claim
from registry.steps.fitting import Table, pulled, weighed
from registry.steps.match.examples import ORDINARY, examples
from registry.steps.match.kinship import RARE, Ground, Kin, ground, kin
from registry.steps.match.words import rarity

DATA = Path(__file__).parents[1] / "data" / "kinship.json"
PRIOR = {**dict.fromkeys(Ground._fields, 3.0), "bias": -6.0}
PENALTY = 1.0
PART = 7
FOLDS = 7
HEAVY = 4
REAL = 5
LEVELS = (0.02, 0.05, 0.1, 0.3, 0.5, 0.9)
Family = dict[tuple[str, str], Kin]


def families(sources: Sequence[Path], cache: Path | None) -> tuple[Family, Family]:
    """The documents of all clusters by cluster and name, as a whole and by every so many of their claims."""
    whole, part = {}, {}
    for name, claims, _ in examples(sources, cache):
        of: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            of[claim.source.id].append(claim)
        for document, some in of.items():
            whole[name, document] = kin(some)
            part[name, document] = kin(some[:: max(1, len(some) // PART)])
    return whole, part


def table(family: Family) -> tuple[Table, Table, list[tuple[str, str]]]:
    """The traits of all pairs of documents, whether they are about one matter, and of which clusters they are."""
    pairs = list(combinations(sorted(family), 2))
    near = [(one, two) for one, two in pairs if one[0] == two[0]]
    rows = [ground(family[one], family[two]) for one, two in pairs]
    rows += [ground(family[one], renamed(family[two])) for one, two in near]
    truth = [float(one[0] == two[0]) for one, two in pairs] + [0.0] * len(near)
    return np.array(rows), np.array(truth), [(one[0], two[0]) for one, two in [*pairs, *near]]


def renamed(known: Kin) -> Kin:
    """A document like another one about something else: with other names and figures, and half of the rare words."""
    kept = {word for word in known.words - known.names if rarity(word) <= RARE or crc32(word.encode()) % 2}
    names = frozenset(f"{name} of another" for name in known.names)
    return Kin(names, frozenset(kept) | names, (known.about & kept) - known.names, frozenset())


def fitted(rows: Table, truth: Table, of: Sequence[tuple[str, str]]) -> dict[str, float]:
    """The weights; the few pairs within a cluster, of one matter and renamed, count a quarter of all others each."""
    near = np.array([one == two for one, two in of])
    real = np.array([all(map(is_ordinary, pair)) for pair in of])
    often = max(1, int((~near).sum() / max(1, near.sum()) / HEAVY * 2))
    more = [
        np.concatenate([known, *([known[near]] * (often - 1)), *([known[real]] * (REAL - 1))])
        for known in (rows, truth)
    ]
    return pulled(more[0], more[1], Ground._fields, PRIOR, PENALTY)


def is_ordinary(name: str) -> bool:
    """Whether a document of a treebank is meant."""
    return name.startswith(ORDINARY)


def left_out(rows: Table, truth: Table, of: Sequence[tuple[str, str]]) -> Table:
    """The chances of all pairs by weights that were fitted without their clusters."""
    fold = {name: at % FOLDS for at, name in enumerate(sorted({name for pair in of for name in pair}))}
    found = np.zeros(len(truth))
    for one in range(FOLDS):
        out = np.array([one in (fold[a], fold[b]) for a, b in of])
        known: Mapping[str, float] = fitted(
            rows[~out], truth[~out], [one for one, gone in zip(of, out, strict=True) if not gone]
        )
        found[out] = 1 / (1 + np.exp(-weighed(rows[out], Ground._fields, known)))
    return found


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description="Fit what makes two documents akin.")
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    tables = [table(family) for family in families(options.sources, options.cache)]
    for name, (rows, truth, of) in zip(("whole documents", "a few claims of each"), tables, strict=True):
        likely = left_out(rows, truth, of)
        for level in LEVELS:
            others = np.array([one != two for one, two in of])
            real = np.array([all(map(is_ordinary, pair)) for pair in of])
            sorts = (truth == 1, others & ~real, real, (truth == 0) & ~others)
            kept = [float((likely[sort] >= level).mean()) if sort.any() else 0.0 for sort in sorts]
            told = f"{kept[0]:.3f}, of other matters {kept[1]:.4f}, of real ones {kept[2]:.4f}, renamed {kept[3]:.3f}"
            print(f"{name}: from {level} on {told}")  # noqa: T201
    rows, truth = (np.concatenate([one[at] for one in tables]) for at in (0, 1))
    found = fitted(rows, truth, [pair for one in tables for pair in one[2]])
    print(found)  # noqa: T201
    if options.write:
        DATA.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
