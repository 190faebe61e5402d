"""ClaimReviews: what people's decisions say about each value of a fact, for aggregators of checked facts.

A newcomer's mistake: paging by number. A position names a decision and a value, so new decisions move nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from registry.actions import lookup
from registry.actions.views import ClaimView, DecisionView, FactView, Held, SideView
from registry.errors import InvalidValue
from registry.model.finding import Verdict
from registry.model.review import Appearance, Rating, Review
from registry.steps.export import claimreview
from registry.store import ReadSession
from registry.store.queries import search as search_queries
from registry.store.queries import settled as settled_queries

CHUNK = 50
RATING = frozenset(settled_queries.RATING)


class Place(NamedTuple):
    """Where a list of reviews goes on: at this decision, with the values after this one."""

    decision: int
    side: int


class Wanted(NamedTuple):
    """Which reviews: words of the fact or its claims, the language of the sources, the oldest moment that counts."""

    words: str | None = None
    language: str | None = None
    since: datetime | None = None


def reviews(session: ReadSession, fact_id: str, *, site: str) -> tuple[Review, ...]:
    """The reviews of a fact, one for each value; none where no person's verdict about values stands."""
    view = lookup.fact(session, fact_id)
    decision = verdict(view)
    return tuple(review(view, side, decision, site.rstrip("/")) for side in view.sides) if decision else ()


def verdict(view: FactView) -> DecisionView | None:
    """The decision that settled a fact."""
    if view.row.standing.held is not Held.SETTLED:
        return None
    standing = [one for one in view.decisions if one.superseded_by is None and one.verdict in RATING]
    return max(standing, key=lambda one: one.id, default=None)


def review(view: FactView, side: SideView, decision: DecisionView, site: str) -> Review:
    """The review of one value."""
    claims = sorted(side.claims, key=lambda claim: (claim.source.published or date.max, claim.id))
    strongest = side.claims[0]
    said = strongest.assertion.asserted_by
    return Review(
        fact_id=view.row.id,
        side=side.number,
        question=view.row.question,
        label=side.label,
        quote=strongest.sentence.exact,
        rating=rating(side, decision),
        explanation=explained(view, decision),
        decided_at=decision.decided_at,
        url=f"{site}/facts/{view.row.id}#side-{side.number}",
        site=site,
        claimant=said.label if said else strongest.source.publisher,
        said_at=claims[0].source.published,
        appearances=appearances(claims, site),
    )


def rating(side: SideView, decision: DecisionView) -> Rating:
    """How a value fares under a decision."""
    if side.chosen:
        return Rating.CORRECT
    return Rating.OUT_OF_DATE if decision.verdict is Verdict.TIME else Rating.INCORRECT


def explained(view: FactView, decision: DecisionView) -> str:
    """Why, in a sentence or two: the standing, the source of a correction, and the reviewer's reason."""
    words = f"{view.row.question} {view.row.standing.words.capitalize()}."
    source = f" Source: {decision.source}." if decision.source else ""
    return f"{words}{source} {decision.reason}".strip()


def appearances(claims: list[ClaimView], site: str) -> tuple[Appearance, ...]:
    """Every document that states a value, once, the earliest first."""
    found: dict[str, Appearance] = {}
    for claim in claims:
        found.setdefault(claim.source.id, Appearance(claim.source, claim.sentence.exact, f"{site}/claims/{claim.id}"))
    return tuple(found.values())


def embedded(session: ReadSession, fact_id: str, *, site: str) -> str:
    """The reviews of a fact as a script element of JSON-LD, empty where no person has decided."""
    found = reviews(session, fact_id, site=site)
    return claimreview.script(found) if found else ""


def listed(
    session: ReadSession, wanted: Wanted, *, site: str, after: Place | None = None
) -> Iterator[tuple[Place, Review]]:
    """Every review that is wanted, the newest decision first, each with the place that continues after it."""
    clusters = _clusters(session, wanted.words) if wanted.words is not None else None
    upto = after.decision if after else None
    while True:
        rows = settled_queries.settled(session, clusters=clusters, upto=upto, limit=CHUNK)
        for row in rows:
            found = reviews(session, row.fact_id, site=site)
            done = after.side if after and after.decision == row.decision_id else 0
            fresh = [one for one in found if one.side > done and passes(one, wanted)]
            yield from ((Place(row.decision_id, one.side), one) for one in fresh)
        if len(rows) < CHUNK:
            return
        upto = rows[-1].decision_id - 1


def _clusters(session: ReadSession, words: str) -> list[str]:
    """The facts whose question or claims hold the words: every one of them, or where none does, some."""
    if len(words) > lookup.LONGEST_QUERY:
        raise InvalidValue(f"The query has {len(words):,} characters; {lookup.LONGEST_QUERY:,} are the limit.")
    return _holding(session, words, every=True) or _holding(session, words, every=False)


def _holding(session: ReadSession, words: str, *, every: bool) -> list[str]:
    """The clusters of the facts and claims that full-text search finds."""
    limit = search_queries.RANKED
    keys = search_queries.find(session, "fact", words, every=every, limit=limit)
    ids = search_queries.find(session, "claim", words, every=every, limit=limit)
    return settled_queries.clusters_of(session, facts=keys, claims=ids)


def passes(one: Review, wanted: Wanted) -> bool:
    """Whether a review is in the language wanted and new enough; a source that names no language is in any."""
    known = {each.source.language.split("-")[0].lower() for each in one.appearances if each.source.language}
    if wanted.language and known and wanted.language.split("-")[0].lower() not in known:
        return False
    said = datetime.combine(one.said_at, time(), UTC) if one.said_at else one.decided_at
    return wanted.since is None or max(said, one.decided_at) >= wanted.since
