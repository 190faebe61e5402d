"""Claims: one, or the page that a filter leaves."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from registry.actions import paging
from registry.actions.facts.wholes import claim_views
from registry.actions.lookup import thinned
from registry.actions.views import (
    ClaimFilter,
    ClaimView,
    Page,
    SideView,
    Total,
)
from registry.errors import InvalidValue, NotFound
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import search as search_queries

ALL_CLAIMS = ClaimFilter()


def claims(
    session: ReadSession, where: ClaimFilter = ALL_CLAIMS, *, cursor: str | None = None, limit: int = 50
) -> Page[ClaimView]:
    """The claims that a filter leaves, the newest first; those of one version in reading order."""
    if where.version_id is not None and where == ClaimFilter(version_id=where.version_id, retired=where.retired):
        return _of_version(session, where.version_id, cursor, limit, retired=where.retired)
    wanted = _wanted(session, where)
    if wanted is None:
        return Page(())
    if where.thins:
        some = thinned.claim_rows(session, wanted, where.words, cursor, limit)
        return Page(thinned.standing_so(claim_views(session, some.items), where.standing), some.next)
    rows = claim_queries.claims(session, wanted, after=paging.time_of(cursor), limit=limit + 1)
    cut = paging.page(rows, limit, lambda row: [row.found_at.isoformat(), row.id])
    return Page(claim_views(session, cut.items), cut.next)


def further(
    session: ReadSession, sides: Sequence[SideView], side: SideView, *, cursor: str | None = None, limit: int = 100
) -> Page[ClaimView]:
    """Who else states the value of a side, beyond the claims it is shown with; the newest first."""
    ids, shown = [one.id for one in side.claims], [one.id for each in sides for one in each.claims]
    after = paging.time_of(cursor)
    rows = claim_queries.saying_the_same(session, ids, without=shown, after=after, limit=limit + 1) if ids else []
    cut = paging.page(rows, limit, lambda row: [row.found_at.isoformat(), row.id])
    return Page(claim_views(session, cut.items), cut.next)


def claims_total(session: ReadSession, where: ClaimFilter) -> Total:
    """How many claims a filter leaves; raises `InvalidValue` for one by standing, which is told row by row."""
    wanted = _wanted(session, where)
    thinned.countable(where.standing)
    return Total(0, exact=True) if wanted is None else Total(*claim_queries.counted(session, wanted, where.words))


def _of_version(
    session: ReadSession, version_id: str, cursor: str | None, limit: int, *, retired: bool
) -> Page[ClaimView]:
    """The claims of a version in reading order."""
    after = paging.place_of(cursor)
    rows = claim_queries.claims_in_order(session, version_id, after=after, limit=limit + 1, retired=retired)
    cut = paging.page(rows, limit, lambda row: [row.start, row.end, row.id])
    return Page(claim_views(session, cut.items), cut.next)


def _wanted(session: ReadSession, where: ClaimFilter) -> claim_queries.Wanted | None:
    """A filter in the terms of the store; None where nothing can pass it."""
    fact_key = None
    if where.fact_id is not None:
        known = fact_queries.fact_by_id(session, where.fact_id)
        if known is None:
            return None
        fact_key = known.cluster
    value = number(where.value) if where.value is not None else None
    ids = None
    if value is not None and not any((where.document_id, where.version_id, fact_key, where.subject, where.attribute)):
        ids = search_queries.find(session, "claim", f"{value:f}", limit=search_queries.RANKED)
    told = " ".join(words for words in (where.subject, where.attribute) if words)
    return claim_queries.Wanted(
        document_id=where.document_id,
        version_id=where.version_id,
        cluster=fact_key,
        subject=where.subject.strip().lower() if where.subject else None,
        attribute=where.attribute.strip().lower() if where.attribute else None,
        value=value,
        retired=where.retired,
        ids=ids,
        named=search_queries.find(session, "claim", told, limit=search_queries.RANKED) if told else (),
        traits=where.traits,
        contested=where.standing in thinned.DISPUTABLE,
    )


def number(words: str) -> Decimal:
    """A number that somebody typed; raises `InvalidValue` for what is none."""
    try:
        value = Decimal(words.replace(",", "").replace(" ", "").replace("\u202f", ""))
    except InvalidOperation:
        raise InvalidValue(f"{words[:80]!r} is not a number; give one such as 125 or 27.1.") from None
    if not value.is_finite() or abs(value.adjusted()) > 300:
        raise InvalidValue(f"{words[:80]!r} is not a number; give one such as 125 or 27.1.")
    return value


def claim(session: ReadSession, claim_id: str) -> ClaimView:
    """A claim."""
    row = claim_queries.claims_by_id(session, [claim_id]).get(claim_id)
    if row is None:
        raise NotFound(f"There is no claim {claim_id[:80]!r}; look for it with a search.")
    return claim_views(session, [row])[0]
