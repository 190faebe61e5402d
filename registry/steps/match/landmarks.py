"""The few names and rare words by which documents of one matter are found among a million.

A newcomer's mistake: taking them for a verdict. Two documents that share some are worth a comparison; `kinship` says
whether they are about one matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from registry.model.assertion import Claim
from registry.steps.match import concepts
from registry.steps.match.kinship import kin
from registry.steps.match.profile import profile
from registry.steps.match.words import rarity

MOST = 16
RARE, LONG = 0.9, 4


def landmarks(claims: Sequence[Claim]) -> tuple[str, ...]:
    """What tells best what the claims of one document are about, as stems: the names that stand in the most of them,
    then the rarest words."""
    return known(tuple(claims), concepts.default()) if claims else ()


@lru_cache(maxsize=8)  # keeping a document asks three times
def known(claims: tuple[Claim, ...], _table: concepts.Table) -> tuple[str, ...]:
    """The same, kept for each table of concepts."""
    told = kin(claims)
    count = Counter(word for claim in claims for word in profile(claim).sentence)
    names = sorted(told.names, key=lambda word: (-count[word], word))
    rare = [word for word in told.words - told.names if len(word) >= LONG and rarity(word) >= RARE]
    return (*names, *sorted(rare, key=lambda word: (-rarity(word), -count[word], word)))[:MOST]
