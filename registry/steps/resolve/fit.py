"""Fit the weights of the traits of topics: `python -m registry.steps.resolve.fit FOLDER...`.

Each folder holds clusters of documents with a `gold.json`. The name to choose for a document is the one that most of
its annotated claims are about. A conditional logistic regression weighs the traits; first each of eight parts of the
clusters is left out in turn, and how many claims the names cover there is printed. The weights go to
`steps/data/topic.json`, with `--beside` those of documents that are read beside others of their matter to
`topic_beside.json`; the same folders give the same file. Nothing here runs in production.

A newcomer's mistake: a trait that tells the clusters apart. Believe the figure of those that were left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from registry.model.document import Source
from registry.model.span import BlockKind, Sentence
from registry.steps.fitting import Table, likeliest, parts, softened
from registry.steps.parse.tree import Tree
from registry.steps.resolve import proper_places, told, weights_of
from registry.steps.resolve.companions import companion, content, names_beside, share
from registry.steps.resolve.headline import headline
from registry.steps.resolve.standing import Weights
from registry.steps.resolve.story import LONGEST
from registry.steps.resolve.traits import Traits, traits
from registry.steps.resolve.words import DATA

PARTS, ROUNDS, RATE, PENALTY = 8, 400, 0.05, 2.0


class Row(NamedTuple):
    """A document: its cluster, the traits of its names, the share of its claims that each name covers, the claims."""

    cluster: str
    table: Table
    covered: Table
    claims: int


def covers(name: str, wanted: str) -> bool:
    """Whether a name has at least half of the words of another, or the other way round."""
    return share(content(name), content(wanted))


class Paper(NamedTuple):
    """A document that is read: its cluster, text, source, parts and trees, and what its annotated claims are about."""

    cluster: str
    folded: str
    source: Source
    parts: list[Sentence]
    trees: list[Tree | None]
    wanted: list[str]

    def weights(self) -> Weights:
        """What speaks for each name of the text."""
        main = [part for part in self.parts if part.block.kind is not BlockKind.FURNITURE and part.start < LONGEST]
        story = told(self.folded, self.source, main, proper_places(self.trees))
        return weights_of(story, self.folded, self.source, main)


def papers(folders: Sequence[Path]) -> Iterator[Paper]:
    """The documents of the clusters of some folders."""
    for folder in (path.parent for top in folders for path in sorted(top.glob("*/gold.json"))):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["claims"]
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        for name, known in sorted(meta.items()):
            wanted = [one["subject"] for one in gold if one["doc"] == name and one["kind"] not in ("role", "event")]
            yield paper(folder, name, known, [subject for subject in wanted if subject])


def paper(folder: Path, name: str, known: dict[str, Any], wanted: list[str]) -> Paper:
    """A document, read as production reads it."""
    from registry.steps.extract import recognised, trees
    from registry.steps.fold import fold
    from registry.steps.read import read

    reading = read((folder / name).read_bytes(), name=name, media_type=known.get("media_type"))
    day = date.fromisoformat(known["published"]) if known.get("published") else None
    source = Source(name, headline(known.get("title")), known.get("publisher"), day, known.get("language"))
    page = recognised(reading, source)
    grown = trees(page.text, page.parts, page.found, None)
    return Paper(folder.name, fold(page.text), source, page.parts, grown, wanted)


def rows(read: Sequence[Paper], *, beside: bool = False) -> tuple[list[str], list[Row]]:
    """The names of the traits, and the documents, each by itself or beside the others of its cluster."""
    known = [*beside_others(read)] if beside else [(one, traits(one.weights())) for one in read]
    order = sorted({trait for _, names in known for found in names.values() for trait in found})
    made = []
    for one, names in known:
        if names and one.wanted:
            table = np.array([[found.get(trait, 0.0) for trait in order] for found in names.values()])
            covered = np.array([sum(covers(name, wish) for wish in one.wanted) / len(one.wanted) for name in names])
            made.append(Row(one.cluster, table, covered, len(one.wanted)))
    return order, made


def beside_others(read: Sequence[Paper]) -> Iterator[tuple[Paper, Mapping[str, Traits]]]:
    """The names that each document may be about beside the others of its cluster, with their traits."""
    for _, found in groupby(read, key=lambda one: one.cluster):
        told = [(one, weights, companion(weights)) for one, weights in ((one, one.weights()) for one in found)]
        for one, weights, own in told:
            others = [each for *_, each in told if each is not own]
            yield one, names_beside(weights, others) if others else traits(weights)


def fit(data: Sequence[Row], size: int) -> Table:
    """The weights under which the names that cover most are the likeliest."""
    useful = [row for row in data if row.covered.max() > 0]

    def slopes(weights: Table) -> Iterator[Table]:
        for row in useful:
            aim = row.covered**2 / (row.covered**2).sum()
            yield row.table.T @ (aim - softened(row.table @ weights)) * row.covered.max()

    return likeliest(slopes, size, rounds=ROUNDS, rate=RATE, penalty=PENALTY)


def covered(data: Sequence[Row], weights: Table) -> float:
    """How many claims the chosen names cover."""
    return sum(float(row.covered[int(np.argmax(row.table @ weights))]) * row.claims for row in data)


def left_out(data: Sequence[Row], size: int) -> float:
    """The share of claims that are covered in clusters that were left out of the fit."""
    right = 0.0
    for kept, out in parts(data, lambda row: row.cluster, PARTS):
        right += covered(out, fit(kept, size))
    return right / sum(row.claims for row in data)


def arguments(description: str | None) -> argparse.ArgumentParser:
    """The folders that a command line names."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    return parser


def keep(name: str, order: Sequence[str], weights: Table, *, digits: int) -> None:
    """Write weights into the engine's data."""
    known = {trait: round(float(weight), digits) for trait, weight in zip(order, weights, strict=True)}
    (DATA / name).write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = arguments(__doc__)
    parser.add_argument("--beside", action="store_true", help="documents beside others; needs the weights without")
    told = parser.parse_args()
    order, data = rows([*papers(told.folders)], beside=told.beside)
    weights = fit(data, len(order))
    best = sum(float(row.covered.max()) * row.claims for row in data) / sum(row.claims for row in data)
    own = covered(data, weights) / sum(row.claims for row in data)
    sys.stdout.write(f"covered: left out {left_out(data, len(order)):.3f}, fitted {own:.3f}, at best {best:.3f}\n")
    keep("topic_beside.json" if told.beside else "topic.json", order, weights, digits=2)


if __name__ == "__main__":
    main()
