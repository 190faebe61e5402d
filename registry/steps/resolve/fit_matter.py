"""Fit the weights of the nouns that are joined to topics: `python -m registry.steps.resolve.fit_matter FOLDER...`.

After `resolve.fit`, with the same folders. A choice is worth the claims of the document that topic and noun cover, and
a little for each word that they share with what the claims are about, so that a noun that says nothing is left out.
The weights go to `steps/data/matter.json`.

A newcomer's mistake: only the claims that are covered. Half of the words of a name cover it, and any noun would do.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from registry.steps.fitting import Table, likeliest, parts, softened
from registry.steps.resolve import read_story
from registry.steps.resolve.companions import content
from registry.steps.resolve.fit import PARTS, RATE, Paper, arguments, covers, keep, papers
from registry.steps.resolve.matter import choices, nouns_of

ROUNDS, PENALTY, WORDS, SHARP = 300, 1.0, 0.35, 12


class Row(NamedTuple):
    """A document: its cluster, the traits of the nouns, the claims that each choice covers, what each is worth."""

    cluster: str
    table: Table
    covered: Table
    worth: Table


def likeness(name: str, wanted: str) -> float:
    """How many of the words of two names are shared."""
    one, two = content(name), content(wanted)
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def rows(read: Sequence[Paper]) -> tuple[list[str], list[Row]]:
    """The names of the traits, and the documents; what tells of an event, or has no topic, has nothing to choose."""
    found = []
    for one in read:
        story = read_story(one.folded, one.source, one.parts, one.trees)
        if story.topic and one.wanted and not story.event and not story.topic.isdigit():
            found.append((one, story.topic, choices(story.topic, one.weights(), nouns_of(one.trees))))
    order = sorted({trait for *_, some in found for traits in some.values() for trait in traits})
    return order, [row(one, topic, some, order) for one, topic, some in found]


def row(one: Paper, topic: str, some: dict[str, dict[str, float]], order: Sequence[str]) -> Row:
    """A document; the first choice is no noun."""
    names = [topic, *(f"{topic} {noun}" for noun in some)]
    table = np.array([[0.0] * len(order), *([traits[trait] for trait in order] for traits in some.values())])
    covered = np.array([float(sum(covers(name, wish) for wish in one.wanted)) for name in names])
    alike = np.array([sum(likeness(name, wish) for wish in one.wanted) for name in names])
    return Row(one.cluster, table, covered, ((1 - WORDS) * covered + WORDS * alike) / len(one.wanted))


def fit(data: Sequence[Row], size: int) -> Table:
    """The weights under which the choices that are worth most are the likeliest."""

    def slopes(weights: Table) -> Iterator[Table]:
        for one in data:
            aim = softened(SHARP * (one.worth - one.worth.max()))
            yield one.table.T @ (aim - softened(one.table @ weights)) * one.worth.max()

    return likeliest(slopes, size, rounds=ROUNDS, rate=RATE, penalty=PENALTY)


def covered(data: Sequence[Row], weights: Table) -> float:
    """How many claims the choices cover."""
    return sum(float(one.covered[int(np.argmax(one.table @ weights))]) for one in data)


def left_out(data: Sequence[Row], size: int) -> float:
    """How many claims are covered in clusters that were left out of the fit."""
    right = 0.0
    for kept, out in parts(data, lambda one: one.cluster, PARTS):
        right += covered(out, fit(kept, size))
    return right


def main() -> None:
    """Read the command line."""
    order, data = rows([*papers(arguments(__doc__).parse_args().folders)])
    weights = fit(data, len(order))
    plain = sum(float(one.covered[0]) for one in data)
    best = sum(float(one.covered.max()) for one in data)
    sys.stdout.write(
        f"claims covered: without nouns {plain:.0f}, left out {left_out(data, len(order)):.0f},"
        f" fitted {covered(data, weights):.0f}, at best {best:.0f}\n"
    )
    keep("matter.json", order, weights, digits=3)


if __name__ == "__main__":
    main()
