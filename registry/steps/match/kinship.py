"""Whether two documents are about the same matter: the names and the words that their claims share.

A newcomer's mistake: trusting words alone. Reports of two earthquakes share nearly all of them, and no name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from registry.model.assertion import Claim
from registry.steps.match.profile import Profile, profile
from registry.steps.match.words import content, stem

NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][\w'’-]+")
FEW = 4
USUAL = 0.08
RANGE = 0.15
NAMES = 0.6


@dataclass(frozen=True, slots=True)
class Kin:
    """The names and the words in the sentences of a document's claims, as stems."""

    names: frozenset[str]
    words: frozenset[str]


def kin(claims: Sequence[Claim]) -> Kin:
    """What the claims of one document are about."""
    seen = [profile(claim) for claim in claims]
    found = (stem(word) for claim in claims for word in NAME.findall(claim.sentence.exact))
    return Kin(
        names=frozenset(found) | frozenset(word for one in seen for word in own_names(one)),
        words=frozenset(word for one in seen for word in one.sentence | content(one.title or "")),
    )


def own_names(seen: Profile) -> frozenset[str]:
    """The stems of the names that a claim is about."""
    told = (name for name in (seen.subject, seen.place, seen.topic) if name and name[0].isupper())
    return frozenset(word for name in told for word in content(name))


def akin(one: Kin, two: Kin) -> float:
    """How likely two documents are about the same matter, from 0 to 1."""
    names = shared(one.names, two.names)
    if not names and min(len(one.names), len(two.names)) >= FEW:
        return 0.0
    return min(1.0, max(0.0, (shared(one.words, two.words) - USUAL) / RANGE + names * NAMES))


def shared(one: frozenset[str], two: frozenset[str]) -> float:
    """Which part of the smaller set is in the other."""
    return len(one & two) / max(1, min(len(one), len(two)))
