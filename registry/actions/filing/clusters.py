"""Which facts are one: a fold over the machine's links and people's judgements. Pure.

A newcomer's mistake: joining whatever is linked. A "no" between two facts, a person's or the machine's, also keeps
apart what links would join with either of them; and two groups of facts are one only if they are alike on average.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum

Pair = tuple[str, str]
Link = tuple[str, str, float, bool | None]
AVERAGE = 0.26


def clusters(keys: Sequence[str], links: Iterable[Link], yes: Iterable[Pair], no: Iterable[Pair]) -> dict[str, str]:
    """For each fact the smallest key of those that are one with it. A link says how likely two facts are one, and
    whether they are, are not, or may be.

    >>> clusters(["a", "b", "c"], [("a", "b", 0.9, True), ("b", "c", 0.8, True)], [], [("a", "c")])
    {'a': 'a', 'b': 'a', 'c': 'c'}
    >>> clusters(["a", "b", "c"], [("a", "b", 0.9, True), ("b", "c", 0.8, True), ("a", "c", 0.1, False)], [], [])
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    every = list(links)
    groups = {key: {key} for key in keys}
    for left, right in sorted(yes):
        _join(groups, left, right)
    said = _both(yes)
    unlike: dict[str, set[str]] = defaultdict(set)
    likely: dict[str, dict[str, float]] = defaultdict(dict)
    for left, right in _both(no) | (_both((left, right) for left, right, _, same in every if same is False) - said):
        unlike[left].add(right)
    for left, right, score, _ in every:
        likely[left][right] = likely[right][left] = score
    for left, right, _, same in sorted(every, key=lambda link: (-link[2], link[0], link[1])):
        if not same or left not in groups or right not in groups or groups[left] is groups[right]:
            continue
        if _alike(groups[left], groups[right], likely, unlike):
            _join(groups, left, right)
    return {key: min(groups[key]) for key in keys}


def _both(pairs: Iterable[Pair]) -> set[Pair]:
    """Pairs in either order."""
    return {pair for left, right in pairs for pair in ((left, right), (right, left))}


def _alike(
    one: set[str], two: set[str], likely: Mapping[str, Mapping[str, float]], unlike: Mapping[str, set[str]]
) -> bool:
    """Whether nothing keeps two groups apart, and what is known of their pairs is enough on average."""
    few, many = sorted((one, two), key=len)
    if any(not unlike[key].isdisjoint(many) for key in few if key in unlike):
        return False
    known = [score for key in few if key in likely for other, score in likely[key].items() if other in many]
    return fsum(known) >= AVERAGE * len(known)


def _join(groups: dict[str, set[str]], left: str, right: str) -> None:
    """Make one group of two: the smaller goes into the larger."""
    if left not in groups or right not in groups or groups[left] is groups[right]:
        return
    few, many = sorted((groups[left], groups[right]), key=len)
    many |= few
    groups.update(dict.fromkeys(few, many))
