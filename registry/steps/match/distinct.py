"""Facts of one document that have one content key and are not one: "412 patients got it, 409 did not".

A newcomer's mistake: numbering them. A key must stay when a line is put in before it, so the words beside it tell
them apart; the number in the text is the last resort.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from registry.model.assertion import Claim
from registry.steps import values
from registry.steps.match.profile import profile

BESIDE = 4
# So many claims of one key are compared, each with each; a column of thousands is told apart by what it writes.
MANY = 150


def distinct(claims: Sequence[Claim], keys: Sequence[str]) -> list[str]:
    """The keys of the claims of one document, those that share a key and cannot both be true with keys of their own."""
    found = list(keys)
    sharing: dict[str, list[int]] = defaultdict(list)
    for at in sorted(range(len(claims)), key=lambda one: (claims[one].span.start, claims[one].span.end)):
        sharing[keys[at]].append(at)
    for key, some in sharing.items():
        groups = together(claims, some) if len(some) > 1 else [some]
        if len(groups) > 1:
            named: dict[str, int] = {}
            for group in groups:
                words = beside(claims[group[0]])
                named[words] = named.get(words, 0) + 1
                told = hashlib.sha256(f"{key}|{words}|{named[words]}".encode()).hexdigest()[: len(key)]
                for at in group:
                    found[at] = told
    return found


def together(claims: Sequence[Claim], some: Sequence[int]) -> list[list[int]]:
    """Claims in groups whose values can all be true."""
    if len(some) > MANY:
        return alike(claims, some)
    groups: list[list[int]] = []
    for at in some:
        home = next((group for group in groups if all(meet(claims[at], claims[one]) for one in group)), None)
        if home is None:
            groups.append([at])
        else:
            home.append(at)
    return groups


def alike(claims: Sequence[Claim], some: Sequence[int]) -> list[list[int]]:
    """Claims in groups of one value."""
    groups: dict[str, list[int]] = {}
    for at in some:
        groups.setdefault(repr(claims[at].assertion.value), []).append(at)
    return list(groups.values())


def meet(left: Claim, right: Claim) -> bool:
    """Whether two values can both be true."""
    return bool(values.hold(left, right).meets)


def beside(claim: Claim) -> str:
    """The words that stand closest to a figure."""
    near = sorted(profile(claim).near.words, key=lambda one: (-one[1], one[0]))
    return " ".join(sorted(word for word, _ in near[:BESIDE]))
