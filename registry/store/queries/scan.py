"""Whole tables in small pieces, in the order of a key, for exports of any length.

A newcomer's mistake: a result that streams. Drivers keep all of it; a piece at a time needs no more than a piece.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, FromClause, Select, select, tuple_

from registry.model.finding import Verdict
from registry.model.traits import ANY, Traits
from registry.store.db import ReadSession, WriteSession
from registry.store.queries.conflicts import DecisionRow
from registry.store.queries.traits import alike, fact_alike
from registry.store.writes import on, table

CLAIM, FACT, DECISION, DOCUMENT = table("claim"), table("fact"), table("decision"), table("document")
CONFLICT, VERSION = table("conflict"), table("document_version")
Either = ReadSession | WriteSession


class ClaimLine(NamedTuple):
    """A claim, flat; `low` and `high` are exact."""

    fact_key: str
    id: str
    fact_id: str
    question: str
    document_id: str
    version_id: str
    digest: str
    title: str | None
    publisher: str | None
    published: Any
    address: str
    start: int
    end: int
    exact: str
    sentence: str
    kind: str
    subject: str | None
    attribute: str | None
    low: Any
    high: Any
    unit: str | None
    as_of: Any
    status: str
    checkworthy: float
    extractor: str
    found_at: Any
    retired_at: Any


class Wanted(NamedTuple):
    """Which claims, or facts with such claims, are exported."""

    subject: str | None = None
    attribute: str | None = None
    traits: Traits = ANY


EVERYTHING = Wanted()


def claim_lines(
    session: Either, wanted: Wanted = EVERYTHING, *, after: tuple[str, str] | None, limit: int, retired: bool
) -> list[ClaimLine]:
    """Claims in the order of fact key and id."""
    lead = FACT.alias("lead")
    of_version = (VERSION.c[name] for name in ("digest", "title", "publisher", "published"))
    rest = ("start", "end", "exact", "sentence", "kind", "subject", "attribute", "low", "high", "unit", "as_of")
    last = ("status", "checkworthy", "extractor", "found_at", "retired_at")
    query: Select[Any] = select(
        CLAIM.c.fact_key,
        CLAIM.c.id,
        lead.c.id,
        lead.c.label,
        VERSION.c.document_id,
        CLAIM.c.version_id,
        *of_version,
        DOCUMENT.c.uri,
        *(CLAIM.c[name] for name in (*rest, *last)),
    )
    query = query.join(FACT, FACT.c.fact_key == CLAIM.c.fact_key).join(lead, lead.c.fact_key == FACT.c.cluster)
    query = query.join(VERSION, VERSION.c.id == CLAIM.c.version_id)
    query = query.join(DOCUMENT, DOCUMENT.c.id == VERSION.c.document_id)
    # Chosen first: joined from the start, PostgreSQL would read every fact before the piece anew for each piece.
    some = select(CLAIM.c.fact_key, CLAIM.c.id).order_by(CLAIM.c.fact_key, CLAIM.c.id).limit(limit)
    some = some.where(*_named(CLAIM, wanted), *alike(wanted.traits))
    if not retired:
        some = some.where(CLAIM.c.retired_at.is_(None))
    if after is not None:
        some = some.where(tuple_(CLAIM.c.fact_key, CLAIM.c.id) > tuple_(*after))
    chosen = some.subquery()
    query = query.join(chosen, (chosen.c.fact_key == CLAIM.c.fact_key) & (chosen.c.id == CLAIM.c.id))
    rows = on(session).execute(query.order_by(CLAIM.c.fact_key, CLAIM.c.id))
    return [ClaimLine._make(row) for row in rows]


def _named(source: FromClause, wanted: Wanted) -> list[ColumnElement[bool]]:
    """Rows whose subject and attribute have some words."""
    told = ((source.c.subject, wanted.subject), (source.c.attribute, wanted.attribute))
    return [column.contains(words, autoescape=True) for column, words in told if words is not None]


def fact_keys(session: Either, wanted: Wanted = EVERYTHING, *, after: str | None, limit: int) -> list[str]:
    """The keys of the facts that lead their clusters, in order."""
    query = select(FACT.c.fact_key).where(FACT.c.cluster == FACT.c.fact_key)
    query = query.where(*_named(FACT, wanted), *fact_alike(wanted.traits))
    if after is not None:
        query = query.where(FACT.c.fact_key > after)
    return list(on(session).execute(query.order_by(FACT.c.fact_key).limit(limit)).scalars())


def every_fact_key(session: Either, *, after: str, limit: int) -> list[str]:
    """The keys of all facts, in order."""
    query = select(FACT.c.fact_key).where(FACT.c.fact_key > after).order_by(FACT.c.fact_key).limit(limit)
    return list(on(session).execute(query).scalars())


class Decided(NamedTuple):
    """Which decisions: whose, and what they say."""

    reviewer: str | None = None
    verdict: Verdict | None = None


EVERYBODY = Decided()


class DecisionLine(NamedTuple):
    """A decision, the fact it is about, and the decision that superseded it."""

    row: DecisionRow
    fact_id: str
    superseded_by: int | None


def decisions(session: Either, wanted: Decided = EVERYBODY, *, before: int | None, limit: int) -> list[DecisionLine]:
    """Decisions, the newest first."""
    newer = DECISION.alias("newer")
    query = select(*(DECISION.c[name] for name in DecisionRow._fields), FACT.c.id, newer.c.id)
    query = query.join(FACT, FACT.c.fact_key == DECISION.c.fact_key)
    query = query.outerjoin(newer, (newer.c.fact_key == DECISION.c.fact_key) & (newer.c.supersedes_id == DECISION.c.id))
    for name, told in wanted._asdict().items():
        if told is not None:
            query = query.where(DECISION.c[name] == told)
    if before is not None:
        query = query.where(DECISION.c.id < before)
    rows = on(session).execute(query.order_by(DECISION.c.id.desc()).limit(limit))
    return [DecisionLine(DecisionRow._make(row[:-2]), row[-2], row[-1]) for row in rows]
