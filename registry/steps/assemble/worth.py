"""How much a sentence deserves a check, from named features of its words and its tree, with weights that a file holds.

A newcomer's mistake: a threshold. The score orders lists; nothing is thrown away for a low one.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from registry.steps.cues import Cued, cued
from registry.steps.kept import toml
from registry.steps.parse.tree import Tree
from registry.steps.resolve.words import DATA

SIZES = (5, 9, 14, 20, 30)
PERSONAL, SUBJECTS = "PRP", frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
ALTERNATIVES = re.compile(r"\\b\(\?:(.*)\)\\b", re.S)
WORD = re.compile(r"([a-z]+)")
OPTIONAL = re.compile(r"([a-z]*)([a-z])\?|([a-z]+)\(\?:([a-z]+)\)\?")
TOKEN = re.compile(r"\w+")


class Shape(NamedTuple):
    """What shows a feature: one of some words, which are looked up, or a pattern, which has to be searched for."""

    words: frozenset[str]
    rest: Cued | None


@lru_cache(maxsize=1)
def shapes() -> dict[str, Shape]:
    """The shapes of the features."""
    data = toml((DATA / "worth.toml").read_text(encoding="utf-8"))
    loose = {name: shape(pattern) for name, pattern in data["loose"].items()}
    return loose | {name: Shape(frozenset(), cued(pattern)) for name, pattern in data["exact"].items()}


def shape(pattern: str) -> Shape:
    r"""A pattern that heeds no capitals, with its plain words apart: looking up a word is a tenth of searching for it.

    >>> found = shape(r"\b(?:costs?|tax(?:es)?|\w{3,}ed)\b")
    >>> sorted(found.words), found.rest.pattern
    (['cost', 'costs', 'tax', 'taxes'], '\\b(?:\\w{3,}ed)\\b')
    """
    whole = ALTERNATIVES.fullmatch(pattern)
    parts = list(alternatives(whole[1])) if whole else []
    if whole is None or "" in parts:
        return Shape(frozenset(), cued(pattern, re.I))
    plain = {part: plainly(part) for part in parts}
    rest = [part for part in parts if not plain[part]]
    words = frozenset(word for part in parts for word in plain[part])
    return Shape(words, cued(rf"\b(?:{'|'.join(rest)})\b", re.I) if rest else None)


def alternatives(inner: str) -> Iterator[str]:
    """The alternatives of a group; nothing but an empty one where they are not to be told apart."""
    depth, start = 0, 0
    for at, sign in enumerate(inner):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            yield ""
            return
        if sign == "|" and not depth:
            yield inner[start:at]
            start = at + 1
    yield inner[start:]


def plainly(part: str) -> tuple[str, ...]:
    """The words that an alternative stands for; nothing where it is more than a word with an ending."""
    if WORD.fullmatch(part):
        return (part,)
    found = OPTIONAL.fullmatch(part)
    if found is None:
        return ()
    short, end = (found[1], found[2]) if found[2] else (found[3], found[4])
    return (short, short + end) if short else ()


@lru_cache(maxsize=256)
def features(sentence: str) -> frozenset[str]:
    """The named features that a sentence has."""
    words = set(TOKEN.findall(sentence.lower()))
    found = {
        name
        for name, (known, rest) in shapes().items()
        if not known.isdisjoint(words) or (rest is not None and rest.search(sentence))
    }
    size = sum(len(sentence.split()) >= limit for limit in SIZES)
    return frozenset({*found, f"size {size}"})


def grammar(tree: Tree) -> set[str]:
    """The features of a tree: its tags and relations, its root, and what its subjects are."""
    tokens = tree.tokens
    subjects = [one for one in tokens if one.dep in SUBJECTS]
    return {
        *[f"tag {one.tag}" for one in tokens],
        *[f"relation {one.dep}" for one in tokens],
        *[f"root {one.tag}" for one in tokens if one.head is one],
        *[f"subject {one.lemma if one.tag == PERSONAL else one.tag}" for one in subjects],
    }


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """The weight of each feature, as fitted to parsed sentences, and to their words alone."""
    return {
        kind: {name: float(weight) for name, weight in table.items()}
        for kind, table in json.loads((DATA / "worth.json").read_text(encoding="utf-8")).items()
    }


@lru_cache(maxsize=256)
def worth(sentence: str, tree: Tree | None = None) -> float:
    """How much a sentence deserves a check, from 0 to 1; one that was not parsed is judged by its words."""
    known = weights()["words" if tree is None else "parsed"]
    found = features(sentence) if tree is None else features(sentence) | grammar(tree)
    return 1 / (1 + math.exp(-known["bias"] - sum([known[name] for name in found & known.keys()])))
