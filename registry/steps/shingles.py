"""Which texts repeat each other: fingerprints that near-duplicates share, and how much of one text stands in another.

A text is the set of its runs of four words. Eighty minima of hashes of that set (MinHash) make a fingerprint, in twenty
bands of four: two texts that share half of their runs have a band in common three times of four, at two thirds nearly
always. A newcomer's mistake: believing the fingerprint. It finds candidates; `alike` compares the texts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import Any

RUN = 4
HASHES, BANDS = 80, 20
FEWEST, MOST = 24, 20_000
COPY = 0.6
FIRST, SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
WORD = re.compile(r"\w+(?:[.,]\d+)*")
Numbers = Any


@lru_cache(maxsize=8)
def runs(text: str) -> frozenset[int]:
    """The runs of four words of a text, as numbers; of a very long text those of its beginning."""
    words = [match.group().lower() for match in WORD.finditer(text[: 12 * MOST])][:MOST]
    joined = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return frozenset(int.from_bytes(blake2b(run.encode(), digest_size=4).digest(), "big") for run in joined)


def bands(text: str) -> tuple[int, ...]:
    """The fingerprint of a text, a number a band; none where the text is too short to tell a copy from a coincidence.

    >>> bands("Too short.")
    ()
    """
    found = runs(text)
    if len(found) < FEWEST:
        return ()
    rows = minima(found).reshape(BANDS, -1)
    return tuple(_number(at, row.tobytes()) for at, row in enumerate(rows))


def minima(found: frozenset[int]) -> Numbers:
    """For each of some hash functions the smallest hash of a set."""
    import numpy as np

    numbers = np.fromiter(found, dtype=np.uint64, count=len(found))
    return np.array([_mixed(numbers ^ seed).min() for seed in _seeds()], dtype=np.uint64)


def _mixed(numbers: Numbers) -> Numbers:
    """Numbers with their bits mixed well: the last steps of splitmix64, which wraps around on purpose."""
    from numpy import uint64

    once = (numbers ^ (numbers >> uint64(30))) * uint64(FIRST)
    twice = (once ^ (once >> uint64(27))) * uint64(SECOND)
    return twice ^ (twice >> uint64(31))


@lru_cache(maxsize=1)
def _seeds() -> Numbers:
    """A seed for each hash function, always the same ones."""
    import numpy as np

    return np.random.Generator(np.random.PCG64(2024)).integers(0, 2**63, HASHES, dtype=np.uint64)


def _number(band: int, row: bytes) -> int:
    """A band as a signed number of 64 bits."""
    told = blake2b(row, digest_size=8, salt=band.to_bytes(2, "big")).digest()
    return int.from_bytes(told, "big", signed=True)


def alike(one: str, other: str) -> float:
    """How much of the shorter of two texts stands in the other word for word, from 0 to 1.

    >>> round(alike("a b c d e f g", "a b c d e f x"), 2)
    0.75
    """
    left, right = runs(one), runs(other)
    fewer = min(len(left), len(right))
    return len(left & right) / fewer if fewer else 0.0
