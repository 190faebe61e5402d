"""How much a sentence deserves a check, from named features with weights that a file holds.

A newcomer's mistake: a threshold. The score orders lists; nothing is thrown away for a low one.
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from functools import lru_cache

from registry.steps.resolve.words import DATA

SIZES = (5, 9, 14, 20, 30)


@lru_cache(maxsize=1)
def shapes() -> dict[str, re.Pattern[str]]:
    """The patterns of the features."""
    data = tomllib.loads((DATA / "worth.toml").read_text(encoding="utf-8"))
    loose = {name: re.compile(pattern, re.I) for name, pattern in data["loose"].items()}
    return loose | {name: re.compile(pattern) for name, pattern in data["exact"].items()}


def features(sentence: str) -> frozenset[str]:
    """The named features that a sentence has."""
    found = {name for name, shape in shapes().items() if shape.search(sentence)}
    size = sum(len(sentence.split()) >= limit for limit in SIZES)
    return frozenset({*found, f"size {size}"})


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature, as fitted."""
    return {
        name: float(weight) for name, weight in json.loads((DATA / "worth.json").read_text(encoding="utf-8")).items()
    }


@lru_cache(maxsize=256)
def worth(sentence: str) -> float:
    """How much a sentence deserves a check, from 0 to 1."""
    known = weights()
    total = known["bias"] + sum(known.get(name, 0.0) for name in features(sentence))
    return 1 / (1 + math.exp(-total))
