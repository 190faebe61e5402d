"""Which claims a new one is held against: the few that have most in common with it, of those that could be of its
matter, and those of its own document.

A newcomer's mistake: holding each against each. In a document of a thousand claims that is half a million pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from registry.model.assertion import Claim
from registry.steps.match.keys import keys, wide_keys
from registry.steps.match.profile import profile

FEW = 16
WITHIN = 8
Pair = tuple[int, int]


def paired(
    claims: Sequence[Claim], met: Mapping[int, Collection[int]], common: Collection[int], most: int
) -> set[Pair]:
    """Pairs by position: each new claim and at most so many others, those it met and those that are `common` to all new
    claims, because their documents are of one matter with theirs."""
    everywhere = set(common)
    those = everywhere.union(met, *met.values())
    dimension = {at: profile(claims[at]).dimension for at in those}
    # Each key is of a dimension, and that is a key too: those of one dimension are those that have any key in common.
    near = {at: {one for one in everywhere.union(some) if dimension[one] == dimension[at]} for at, some in met.items()}
    filed: dict[str, set[int]] = defaultdict(set)
    if any(len(some) > most for some in near.values()):
        for at in sorted({*common, *(one for some in met.values() for one in some)}):
            for key in shared(claims[at]):
                filed[key].add(at)
    return {
        (min(at, one), max(at, one))
        for at, some in near.items()
        for one in (some if len(some) <= most else closest(claims[at], filed, some)[:most])
    }


def closest(claim: Claim, filed: Mapping[str, set[int]], among: set[int]) -> list[int]:
    """Of some claims those that share the most and the rarest keys with one."""
    weight: Counter[int] = Counter()
    for key in shared(claim):
        for one in filed.get(key, set()) & among:
            weight[one] += 1 / len(filed[key])  # type: ignore[assignment]
    return [one for one, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))]


def shared(claim: Claim) -> tuple[str, ...]:
    """What claims can have in common, down to the dimension of their value, which says least."""
    return (*wide_keys(claim), profile(claim).dimension)


def inside(claims: Sequence[Claim], new: Sequence[int]) -> set[Pair]:
    """Pairs of new claims of one document and dimension; where they are many, those that share the most names."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at in new:
        groups[profile(claims[at]).dimension].append(at)
    found: set[Pair] = set()
    for group in groups.values():
        found |= set(combinations(group, 2)) if len(group) <= FEW else named_alike(claims, group)
    return found


def named_alike(claims: Sequence[Claim], group: Sequence[int]) -> set[Pair]:
    """Of many claims, for each the few before it that share the most and the rarest blocking keys."""
    filed: dict[str, list[int]] = defaultdict(list)
    found: set[Pair] = set()
    for at in group:
        weight: Counter[int] = Counter()
        for key in keys(claims[at]):
            for one in filed[key][-WITHIN:]:
                weight[one] += 1 / len(filed[key])  # type: ignore[assignment]
            filed[key].append(at)
        found |= {(one, at) for one, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))[:WITHIN]}
    return found
