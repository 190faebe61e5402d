"""Why a claim was not joined with those near it: what shares its blocking keys and is filed elsewhere.

A newcomer's mistake: showing a score alone. A reviewer acts on the reason.
"""

from __future__ import annotations

from typing import NamedTuple

from registry.actions import concepts
from registry.actions.facts.wholes import claim_views
from registry.actions.filing.candidates import nearest
from registry.actions.rows import to_claim
from registry.actions.views import ClaimView
from registry.errors import NotFound
from registry.steps import match
from registry.steps.match import taught
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.tables import Same

CANDIDATES, SHOWN = 48, 12
KEPT_APART = "people keep them apart"


class NearClaim(NamedTuple):
    """A claim that was not joined with another: how alike they are from 0 to 1, whether the matcher leaves it to a
    person (`suggested`), what speaks for joining them and what against."""

    claim: ClaimView
    score: float
    suggested: bool
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def unjoined(session: ReadSession, claim_id: str, *, limit: int = SHOWN) -> tuple[NearClaim, ...]:
    """The claims nearest to one that answer another question, the most alike first, each with why it was not joined."""
    row = claim_queries.claims_by_id(session, [claim_id]).get(claim_id)
    if row is None:
        raise NotFound(f"There is no claim {claim_id[:80]!r}; look for it with a search.")
    claim = to_claim(row)
    with taught.using(concepts.taught(session)):
        found = nearest(session, {0: match.keys(claim)}, most=CANDIDATES)[0]
        others = [one for one in found if one.cluster != row.cluster and one.retired_at is None]
        scored = [(match.score(claim, to_claim(one)), one) for one in others]
    scored.sort(key=lambda pair: (-pair[0].score, pair[1].id))
    apart = parted(session, row.fact_key)
    views = claim_views(session, [one for _, one in scored[:limit]])
    return tuple(
        NearClaim(
            view,
            round(told.score, 3),
            told.same is None,
            told.reasons,
            (KEPT_APART, *told.against) if other.fact_key in apart else told.against or (KEPT_APART,),
        )
        for (told, other), view in zip(scored, views, strict=False)
    )


def parted(session: ReadSession, key: str) -> frozenset[str]:
    """The facts that a person said are others than one."""
    said = [one for one in fact_queries.judgements_about(session, [key]) if one.same is Same.NO]
    return frozenset(name for one in said for name in (one.left_fact, one.right_fact)) - {key}
