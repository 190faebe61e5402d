"""What names are filed under, so that only names that may mean the same are compared.

A newcomer's mistake: filing names under their words alone. "The ECB" shares none with the European Central Bank, and
every court would meet every other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from registry.steps.match.entities import GENERIC, acronyms, bare, initials, usual


@lru_cache(maxsize=16384)
def handles(name: str) -> frozenset[str]:
    """What a name is filed under: two that `compare` takes for the same share one of these at least.

    >>> sorted(handles("European Central Bank") & handles("the ECB")), sorted(handles("Ann Berg"))
    (['.ecb'], ['.ab', 'ann', 'berg'])
    """
    stems = bare(name)
    own = frozenset(stem for stem in stems if stem not in GENERIC) or frozenset({" ".join(sorted(stems))})
    short = frozenset(f".{letters}" for letters in initials(name) | acronyms(name))
    known = usual(name)
    return own | short | ({f"={known}"} if known else frozenset())


def sharing(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of every two names that share a handle, as `combinations` would order them.

    >>> list(sharing(["Anna Berg", "Jonas Lund", "Berg", "Lund"]))
    [(0, 2), (1, 3)]
    """
    filed: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        for handle in handles(name):
            filed[handle].append(at)
    for at, name in enumerate(names):
        others = {other for handle in handles(name) for other in filed[handle] if other > at}
        yield from ((at, other) for other in sorted(others))
