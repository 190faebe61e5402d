"""Which facts are one: a fold over the machine's links and people's judgements. Pure.

A newcomer's mistake: joining whatever is linked. A person's "no" between two facts also keeps apart everything that
links would join with either of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Pair = tuple[str, str]


def clusters(
    keys: Sequence[str], links: Iterable[tuple[str, str, float]], yes: Iterable[Pair], no: Iterable[Pair]
) -> dict[str, str]:
    """For each fact the smallest key of those that are one with it.

    >>> clusters(["a", "b", "c"], [("a", "b", 0.9), ("b", "c", 0.8)], [], [("a", "c")])
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    groups = {key: {key} for key in keys}
    apart = {pair for left, right in no for pair in ((left, right), (right, left))}
    for left, right in sorted(yes):
        _join(groups, left, right, set())
    for left, right, _score in sorted(links, key=lambda link: (-link[2], link[0], link[1])):
        _join(groups, left, right, apart)
    return {key: min(groups[key]) for key in keys}


def _join(groups: dict[str, set[str]], left: str, right: str, apart: set[Pair]) -> None:
    """Make one group of two, unless somebody said that a member of one is not the same as a member of the other."""
    if left not in groups or right not in groups or groups[left] is groups[right]:
        return
    if apart and any((a, b) in apart for a in groups[left] for b in groups[right]):
        return
    joined = groups[left] | groups[right]
    groups.update(dict.fromkeys(joined, joined))
