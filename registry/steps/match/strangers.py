"""Claims of two matters, to learn from: clusters of documents set beside those that are most like them.

A newcomer's mistake: learning from clusters alone. There every document is about the same matter, so nothing teaches
that another disaster's dead, or another line's stations, answer another question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from statistics import fmean

from registry.model.assertion import Claim
from registry.steps.match.examples import Example
from registry.steps.match.kinship import Kin, akin, kin

BESIDE = 2


def strangers(clusters: Sequence[Example]) -> Iterator[tuple[str, list[Claim], list[str]]]:
    """The claims of every two clusters of which one is among the most like the other, and the cluster of each claim."""
    own = {name: [within(name, claim) for claim in claims] for name, claims, _ in clusters}
    known = {name: family(claims) for name, claims in own.items()}
    done: set[tuple[str, str]] = set()
    for name in sorted(known):
        others = sorted(
            (other for other in known if other != name), key=lambda other: -alike(known[name], known[other])
        )
        for other in others[:BESIDE]:
            one, two = sorted((name, other))
            if (one, two) not in done:
                done.add((one, two))
                yield f"{one} beside {two}", own[one] + own[two], [one] * len(own[one]) + [two] * len(own[two])


def within(cluster: str, claim: Claim) -> Claim:
    """The claim with its document's name told apart from those of the same name elsewhere."""
    return replace(claim, source=replace(claim.source, id=f"{cluster}/{claim.source.id}"))


def family(claims: Sequence[Claim]) -> list[Kin]:
    """What each document of a cluster is known by."""
    of: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of[claim.source.id].append(claim)
    return [kin(some) for _, some in sorted(of.items())]


def alike(one: Sequence[Kin], two: Sequence[Kin]) -> float:
    """How akin the documents of two clusters seem on average."""
    return fmean(akin(mine, other) for mine, other in product(one, two))
