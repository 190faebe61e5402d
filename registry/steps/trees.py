"""Boosted trees as data: how their files are read, how they are asked, and how LightGBM's trees become such data.

A newcomer's mistake: taking LightGBM for a part of the product. It grows the trees in the development environment; here
they are tuples in tuples, gone down in step.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

DEPTH, DIGITS, NEVER = 4, 5, 1e9
INNER = 2**DEPTH - 1
# Which trait a node asks, above which value it goes right, what lies to the left and what to the right; a leaf is what
# it adds to the log odds. Tuples in tuples, as deep as `DEPTH`.
Node: TypeAlias = "float | tuple[int, float, Node, Node]"
# How LightGBM grows trees of this depth, the same ones each time; how fast, and from how little, is each fit's own.
ALIKE: dict[str, Any] = {
    "objective": "binary",
    "max_depth": DEPTH,
    "num_leaves": 2**DEPTH,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 20.0,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}


def planted(told: Iterable[Mapping[str, Sequence[Any]]]) -> tuple[Node, ...]:
    """Trees from their file, where each is complete and the children of node n are 2n + 1 and 2n + 2."""
    return tuple(node(tree, 0) for tree in told)


def node(tree: Mapping[str, Sequence[Any]], at: int) -> Node:
    """A node with what lies below it; behind the inner nodes come the leaves."""
    asked = tree["asked"]
    if at >= len(asked):
        leaf: float = tree["leaves"][at - len(asked)]
        return leaf
    return asked[at], tree["above"][at], node(tree, 2 * at + 1), node(tree, 2 * at + 2)


def summed(trees: Iterable[Node], traits: Sequence[float]) -> float:
    """The log odds that some trees give, all of them gone down a level at a time: nodes that hold their children take a
    quarter of the time that looking them up by number takes."""
    nodes: list[Any] = list(trees)  # above `DEPTH` none is a leaf, below it all are
    for _ in range(DEPTH):
        nodes = [right if traits[asked] > above else left for asked, above, left, right in nodes]
    told: float = sum(nodes)
    return told


def grown(table: Any, truth: Any, how: Mapping[str, Any], count: int, *, weight: Any = None) -> list[dict[str, Any]]:
    """So many trees, grown with LightGBM as `how` says from a table of traits, rows of any weight."""
    import lightgbm

    model = lightgbm.train({**how}, lightgbm.Dataset(table, truth, weight=weight), count)
    return [completed(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def completed(tree: Mapping[str, Any]) -> dict[str, Any]:
    """A tree of LightGBM as a complete one: what branches no further sends everything to the left."""
    asked, above, leaves = [0] * INNER, [NEVER] * INNER, [0.0] * (INNER + 1)

    def plant(node: Mapping[str, Any], at: int) -> None:
        if at >= INNER:
            leaves[at - INNER] = round(node["leaf_value"], DIGITS)
        elif "leaf_value" in node:
            plant(node, 2 * at + 1)
        else:
            asked[at], above[at] = node["split_feature"], node["threshold"]
            plant(node["left_child"], 2 * at + 1)
            plant(node["right_child"], 2 * at + 2)

    plant(tree, 0)
    return {"asked": asked, "above": above, "leaves": leaves}


def written(about: str, traits: Sequence[str], trees: Iterable[Mapping[str, Any]]) -> str:
    """The file of some trees, one tree a line."""
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    return f'{{\n"about": {json.dumps(about)},\n"traits": {json.dumps(traits)},\n"trees": [\n{lines}\n]\n}}\n'
