"""What the registry held at a moment: the facts, claims and decisions that were there then.

A newcomer's mistake: looking at the present cluster of a fact. Where a fact was moved later, `fact_before` says where
it was; where nothing was moved since, the present is the past.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, or_, select

from registry.store.db import ReadSession, WriteSession
from registry.store.queries.among import among
from registry.store.queries.candidates import number_of
from registry.store.queries.claims import MOST_VOICES, PER_CLUSTER, PER_VALUE, ClaimRow, Voice, _claims
from registry.store.queries.facts import FactRow, facts_by_key
from registry.store.tables import READINGS
from registry.store.writes import on, table

FACT, CLAIM, KEY, BEFORE = table("fact"), table("claim"), table("claim_key"), table("fact_before")
AUDIT, DECISION = table("audit_event"), table("decision")
AMENDMENT, VERSION = table("amendment"), table("document_version")
Either = ReadSession | WriteSession


class Count(NamedTuple):
    """How many claims a fact had, and when they last changed."""

    n: int
    changed_at: datetime


_NEWEST = select(
    select(AUDIT.c.at).order_by(AUDIT.c.id.desc()).limit(1).scalar_subquery(),
    select(CLAIM.c.found_at).order_by(CLAIM.c.found_at.desc()).limit(1).scalar_subquery(),
    select(func.max(BEFORE.c.until)).scalar_subquery(),
    select(func.max(DECISION.c.decided_at)).scalar_subquery(),
)


def newest(session: Either) -> datetime | None:
    """The moment of the newest change that can be seen."""
    found = on(session).execute(_NEWEST).one()
    return max((at for at in found if at is not None), default=None)


def _visible(at: datetime) -> Any:
    """The claims that were there."""
    return (CLAIM.c.found_at <= at) & or_(CLAIM.c.retired_at.is_(None), CLAIM.c.retired_at > at)


def _there(at: datetime, hidden: Collection[str]) -> Any:
    """The same without some."""
    return _visible(at) & ~among(CLAIM.c.id, hidden) if hidden else _visible(at)


def facts_then(session: Either, keys: Iterable[str], at: datetime) -> dict[str, FactRow]:
    """Facts as they were called and filed under."""
    found = facts_by_key(session, keys)
    query = select(BEFORE.c.fact_key, BEFORE.c.cluster, BEFORE.c.label)
    query = query.where(among(BEFORE.c.fact_key, found), BEFORE.c.until > at).order_by(BEFORE.c.until.desc())
    for key, cluster, label in on(session).execute(query):
        found[key] = found[key]._replace(cluster=cluster, label=label)
    return found


def members_then(session: Either, clusters: Iterable[str], at: datetime) -> list[FactRow]:
    """Every fact that was filed under some clusters, in the order of their keys."""
    leads = sorted(set(clusters))
    now = select(FACT.c.fact_key).where(among(FACT.c.cluster, leads))
    before = select(BEFORE.c.fact_key).where(among(BEFORE.c.cluster, leads), BEFORE.c.until > at)
    keys = {row[0] for query in (now, before) for row in on(session).execute(query)}
    found = facts_then(session, keys, at)
    return [found[key] for key in sorted(found) if found[key].cluster in leads]


def amended(session: Either, keys: Sequence[str], at: datetime) -> list[ClaimRow]:
    """The claims that stood for some facts, of documents whose readings people had changed by then."""
    changed = select(AMENDMENT.c.document_id).where(AMENDMENT.c.decided_at <= at, AMENDMENT.c.kind.in_(READINGS))
    query = _claims().where(among(CLAIM.c.fact_key, keys), _visible(at), VERSION.c.document_id.in_(changed))
    return [ClaimRow._make(row) for row in on(session).execute(query)]


def counted(session: Either, keys: Sequence[str], at: datetime, hidden: Collection[str] = ()) -> dict[str, Count]:
    """How many claims facts had, those without any left out."""
    query = select(CLAIM.c.fact_key, func.count()).where(among(CLAIM.c.fact_key, keys), _there(at, hidden))
    numbers = {row[0]: row[1] for row in on(session).execute(query.group_by(CLAIM.c.fact_key))}
    moved = {
        row[0]: max(time for time in row[1:] if time is not None and time <= at)
        for row in on(session).execute(
            select(
                CLAIM.c.fact_key,
                func.max(CLAIM.c.found_at).filter(CLAIM.c.found_at <= at),
                func.max(CLAIM.c.retired_at).filter(CLAIM.c.retired_at <= at),
            )
            .where(among(CLAIM.c.fact_key, numbers), CLAIM.c.found_at <= at)
            .group_by(CLAIM.c.fact_key)
        )
    }
    return {key: Count(number, moved[key]) for key, number in numbers.items()}


def claims_then(session: Either, keys: Sequence[str], at: datetime, hidden: Collection[str] = ()) -> list[ClaimRow]:
    """The claims that stood for one fact, whose members have these keys, as `claims_of_clusters` chooses them now."""
    newest_first = (CLAIM.c.found_at.desc(), CLAIM.c.id)
    place = func.row_number().over(partition_by=CLAIM.c.value_key, order_by=newest_first).label("place")
    mine = (among(CLAIM.c.fact_key, keys), _there(at, hidden))
    ranked = select(CLAIM.c.fact_key, CLAIM.c.id, place).where(*mine).subquery()
    whole = func.row_number().over(order_by=(ranked.c.place, ranked.c.id)).label("whole")
    chosen = select(ranked.c.fact_key, ranked.c.id, whole).where(ranked.c.place <= PER_VALUE).subquery()
    query = _claims().join(chosen, (chosen.c.fact_key == CLAIM.c.fact_key) & (chosen.c.id == CLAIM.c.id))
    query = query.where(chosen.c.whole <= PER_CLUSTER).order_by(CLAIM.c.found_at, CLAIM.c.id)
    return [ClaimRow._make(row)._replace(retired_at=None) for row in on(session).execute(query)]


def voices_then(
    session: Either, keys: Sequence[str], lead: str, at: datetime, hidden: Collection[str] = ()
) -> list[Voice]:
    """Everybody who stated the values of a fact, whose members have these keys."""
    said = func.coalesce(CLAIM.c.voice, CLAIM.c.version_id)
    query = select(CLAIM.c.value_key, CLAIM.c.version_id, said).where(among(CLAIM.c.fact_key, keys), _there(at, hidden))
    return [Voice(lead, *row) for row in on(session).execute(query.limit(MOST_VOICES))]


def candidates_then(session: Either, keys: Iterable[str], at: datetime, *, per_key: int) -> dict[str, list[str]]:
    """For each blocking key the claims that stood for the newest facts that had it."""
    names = {number_of(key): key for key in keys}
    place = func.row_number().over(partition_by=KEY.c.key, order_by=(KEY.c.found_at.desc(), KEY.c.claim_id.desc()))
    inner = select(KEY.c.key, KEY.c.claim_id, place.label("place"))
    ranked = inner.where(KEY.c.key.in_(sorted(names)), KEY.c.found_at <= at).subquery()
    query = select(ranked.c.key, ranked.c.claim_id).where(ranked.c.place <= per_key)
    found: dict[str, list[str]] = {}
    for number, claim in on(session).execute(query.order_by(ranked.c.key, ranked.c.place)):
        found.setdefault(names[number], []).append(claim)
    return found
