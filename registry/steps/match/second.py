"""A second look at a likely pair of claims: boosted trees over what the features said, where the pair stands among its
rivals, and how its figures lie.

A sum of weights cannot know that a clear lead over all rivals tells more of a rare unit than of counts; trees can. The
chance is the mean of both in log odds. `fit_second.py` grows the trees on the pairs that `fit.py` weighs; none turns a
feature against its meaning. A newcomer's mistake: explaining a pair by them. People are shown the features with their
weights; the trees only correct the chance.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from registry.model.quantity import Quantity
from registry.steps.match.features import NAMES
from registry.steps.match.profile import Profile
from registry.steps.match.rivals import Standing
from registry.steps.match.saying import Said
from registry.steps.match.thresholds import CURRENCY, sort_of_pair
from registry.steps.trees import Node, planted, summed

DIMENSIONS = (
    "count",
    "share",
    "date",
    "clock",
    "time",
    "long time",
    "length",
    "mass",
    "area",
    "temperature",
    "ordinal",
)
SORTS = ("apart", "days", "meet", "named", "unlike", "within")
SIZES = ("ratio", "size", "across", "shared_core", "smaller_core", "larger_core", "money")
TRAITS = (*NAMES, *Standing._fields, *SIZES, *DIMENSIONS, *SORTS)
FURTHEST, SMALLEST, UNMEASURED = 12.0, 1e-9, -1.0
# Below these log odds the trees are not asked: hardly a pair of one fact lies there, and many others do.
LEAST = -5.0


@lru_cache(maxsize=1)
def default() -> Mapping[str, tuple[Node, ...]]:
    """The trees that come along, for pairs whose values meet and for those whose values are apart."""
    told = json.loads(files("registry.steps").joinpath("data", "trees.json").read_text(encoding="utf-8"))
    if tuple(told["traits"]) != TRAITS:
        message = "data/trees.json was grown for other traits; run `python -m registry.steps.match.fit_second`."
        raise ValueError(message)
    return {kind: planted(told[kind]) for kind in ("meet", "apart")}


def corrected(
    odds: float, left: Profile, right: Profile, *, heard: Mapping[str, Said], standing: Standing, meet: bool
) -> float:
    """The log odds that a pair is one fact, from those that the weights give it among its rivals."""
    values = [heard[name].value for name in NAMES]
    told = traits(left, right, heard=values, standing=standing, meet=meet)
    return (odds + summed(default()["meet" if meet else "apart"], told)) / 2


def traits(
    left: Profile, right: Profile, *, heard: Sequence[float], standing: Sequence[float], meet: bool
) -> tuple[float, ...]:
    """What the trees look at, in the order of `TRAITS`; `heard` are the values of the features."""
    sort = sort_of_pair(left, right, meet=meet)
    cores = sorted((len(left.core), len(right.core)))
    return (
        *heard,
        *standing,
        *distance(left, right),
        float(left.document != right.document),
        float(len(left.core & right.core)),
        *map(float, cores),
        float(bool(CURRENCY.fullmatch(left.dimension))),
        *(float(left.dimension == one) for one in DIMENSIONS),
        *(float(sort == one) for one in SORTS),
    )


def distance(left: Profile, right: Profile) -> tuple[float, float]:
    """How far apart two figures are (logarithm of their ratio) and how large the larger is (decimal logarithm); -1 for
    what is no figure."""
    one, two = middle(left), middle(right)
    if one is None or two is None:
        return UNMEASURED, UNMEASURED
    apart = abs(math.log((abs(one) + SMALLEST) / (abs(two) + SMALLEST)))
    return min(FURTHEST, apart), math.log10(max(abs(one), abs(two), SMALLEST))


def middle(seen: Profile) -> float | None:
    """The middle of a figure, or its one end."""
    if not isinstance(seen.value, Quantity):
        return None
    ends = [float(end) for end in (seen.value.low, seen.value.high) if end is not None]
    return sum(ends) / len(ends) if ends else None
