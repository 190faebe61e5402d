"""Claims and facts by what they are like: conditions on a claim, its version, and the claims of a fact."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, func, or_, select

from registry.model.traits import ANY, Traits
from registry.store.tables import LIVE
from registry.store.writes import table

CLAIM, VERSION, FACT, CONFLICT = table("claim"), table("document_version"), table("fact"), table("conflict")


def alike(traits: Traits, claim: FromClause = CLAIM) -> list[ColumnElement[bool]]:
    """What holds for claims that have some traits."""
    column = claim.c
    same = [column[name] == told for name in ("kind", "unit", "status") if (told := getattr(traits, name)) is not None]
    return [*same, *_between(traits, claim), *_of_version(traits, claim)]


def _between(traits: Traits, claim: FromClause) -> list[ColumnElement[bool]]:
    """One end of what was stated lies in a range."""
    if traits.low is None and traits.high is None:
        return []
    ends = (claim.c.low_number, claim.c.high_number)
    return [or_(*(_within(end, traits.low, traits.high) for end in ends))]


def _of_version(traits: Traits, claim: FromClause) -> list[ColumnElement[bool]]:
    """What the version of a claim has to be like."""
    version = VERSION.alias("told")
    told: list[ColumnElement[bool]] = []
    if traits.publisher is not None:
        told.append(version.c.publisher == traits.publisher)
    if traits.since is not None or traits.until is not None:
        told.append(_within(func.coalesce(claim.c.as_of, version.c.published), traits.since, traits.until))
    if not told:
        return []
    return [select(version.c.id).where(version.c.id == claim.c.version_id, *told).correlate(claim).exists()]


def _within(column: ColumnElement[Any], low: object, high: object) -> ColumnElement[bool]:
    """Whether a column lies between two ends, of which one may be open."""
    return and_(*([column >= low] if low is not None else []), *([column <= high] if high is not None else []))


def fact_alike(traits: Traits) -> list[ColumnElement[bool]]:
    """What holds for facts that have a claim with some traits."""
    if traits == ANY:
        return []
    member, claim = FACT.alias("member_like"), CLAIM.alias("claim_like")
    query = select(claim.c.id).join(member, member.c.fact_key == claim.c.fact_key)
    query = query.where(member.c.cluster == FACT.c.cluster, claim.c.retired_at.is_(None), *alike(traits, claim))
    return [query.correlate(FACT).exists()]


def contested() -> ColumnElement[bool]:
    """Whether a fact has a conflict that stands."""
    member = FACT.alias("member_contested")
    query = select(CONFLICT.c.id).join(member, member.c.fact_key == CONFLICT.c.fact_key)
    query = query.where(member.c.cluster == FACT.c.cluster, CONFLICT.c.phase.in_(LIVE), ~CONFLICT.c.across)
    return query.correlate(FACT).exists()
