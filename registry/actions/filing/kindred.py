"""Which documents of a registry are likely about the matter of a new one or of a draft, without looking at all of them.

Two ways lead there: facts that many of its claims meet, and landmarks, the names and rare words that stand in both. A
newcomer's mistake: the first way alone. Reports of one matter often name what they count differently, or not at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from registry.model.assertion import Claim
from registry.steps.match.landmarks import landmarks
from registry.store import ReadSession, WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries.candidates import candidates
from registry.store.queries.claims import ClaimRow

AKIN, SHARED = 6, 4
PER_LANDMARK, LEAST, TELLING = 24, 2, 0.3
PREFIX = "landmark|"
Either = ReadSession | WriteSession


def landmark_keys(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The keys by which the document of some claims is found."""
    return tuple(PREFIX + word for word in landmarks(claims))


def kindred(
    session: Either, claims: Sequence[Claim], found: Mapping[int, Sequence[ClaimRow]], *, most: int = AKIN
) -> list[str]:
    """The few documents most likely of the matter of some new claims; `found` are the claims that each met."""
    known = [*akin(found, len(claims), most), *beside(session, claims, most)]
    return list(dict.fromkeys(known))[:most]


def akin(found: Mapping[int, Sequence[ClaimRow]], claims: int, most: int = AKIN) -> list[str]:
    """The few documents that many of the new claims meet."""
    met = Counter(document for some in found.values() for document in {row.document_id for row in some})
    needed = max(1, min(SHARED, claims // 4))
    return [name for name, count in sorted(met.items(), key=lambda one: (-one[1], one[0]))[:most] if count >= needed]


def beside(session: Either, claims: Sequence[Claim], most: int = AKIN) -> list[str]:
    """The few documents that have the most and the rarest landmarks in common with some claims."""
    filed = candidates(session, landmark_keys(claims), per_key=PER_LANDMARK)
    weight, shared = Counter[str](), Counter[str]()
    for some in filed.values():
        for claim in some:
            weight[claim] += 1 / len(some)  # type: ignore[assignment]
            shared[claim] += 1
    enough = (claim for claim in weight if shared[claim] >= LEAST and weight[claim] >= TELLING)
    ranked = sorted(enough, key=lambda claim: (-weight[claim], claim))
    told = claim_queries.documents_of(session, ranked[:most])
    return list(dict.fromkeys(told[claim] for claim in ranked[:most] if claim in told))
