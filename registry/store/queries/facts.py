"""Questions about facts, the links between them and what people said about those."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, or_, select, tuple_

from registry.model.assertion import Kind
from registry.model.traits import ANY, Traits
from registry.store.db import ReadSession, WriteSession
from registry.store.queries import walks
from registry.store.queries.among import among, among_given, among_pairs, listed
from registry.store.queries.keyset import below, holding
from registry.store.queries.traits import contested, fact_alike
from registry.store.tables import Same
from registry.store.writes import is_sqlite, on, table

FACT, LINK, JUDGEMENT = table("fact"), table("link"), table("judgement")
Either = ReadSession | WriteSession


class FactRow(NamedTuple):
    """A fact with its summary."""

    fact_key: str
    id: str
    cluster: str
    label: str
    subject: str | None
    attribute: str | None
    kind: Kind
    unit: str | None
    n: int
    max_low: Decimal | None
    min_high: Decimal | None
    simple: bool
    version: int
    changed_at: datetime


class LinkRow(NamedTuple):
    """The machine's opinion on two facts."""

    left_fact: str
    right_fact: str
    score: float
    same: bool | None
    reasons: list[str]
    engine: str


class JudgementRow(NamedTuple):
    """A person's word on two facts."""

    id: int
    left_fact: str
    right_fact: str
    same: Same
    reviewer: str
    reason: str
    supersedes_id: int | None
    decided_at: datetime


def _facts() -> Select[Any]:
    return select(*(FACT.c[name] for name in FactRow._fields))


_BY_KEY = _facts().where(among_given(FACT.c.fact_key, "keys"))
_LOCKED = _BY_KEY.order_by(FACT.c.fact_key)
_HOME = FACT.alias("home")
_AROUND = (
    _facts()
    .where(FACT.c.cluster.in_(select(_HOME.c.cluster).where(among_given(_HOME.c.fact_key, "keys"))))
    .order_by(FACT.c.fact_key)
)
_MEMBERS = _facts().where(among_given(FACT.c.cluster, "clusters")).order_by(FACT.c.fact_key)
_BY_ID = _facts().where(among_given(FACT.c.id, "ids"))
_LINKS = select(*(LINK.c[name] for name in LinkRow._fields))
_LINKS_AMONG = _LINKS.where(among_given(LINK.c.left_fact, "keys"), among_given(LINK.c.right_fact, "keys")).order_by(
    LINK.c.left_fact, LINK.c.right_fact
)
_LINKS_OF = _LINKS.where(among_pairs(LINK.c.left_fact, LINK.c.right_fact, "pairs"))
_NEWER = JUDGEMENT.alias("newer")
_JUDGEMENTS = (
    select(*(JUDGEMENT.c[name] for name in JudgementRow._fields))
    .where(or_(among_given(JUDGEMENT.c.left_fact, "keys"), among_given(JUDGEMENT.c.right_fact, "keys")))
    .where(~select(_NEWER.c.id).where(_NEWER.c.supersedes_id == JUDGEMENT.c.id).exists())
    .order_by(JUDGEMENT.c.id)
)


def _rows(session: Either, query: Select[Any], **given: object) -> list[FactRow]:
    return [FactRow._make(row) for row in on(session).execute(query, given)]


class Wanted(NamedTuple):
    """Which facts a list shows. `named` are facts in whose questions the words of subject and attribute occur, so that
    a part of either is enough for them; `traits` are those that one of its claims has."""

    subject: str | None = None
    attribute: str | None = None
    named: Sequence[str] = ()
    traits: Traits = ANY
    contested: bool = False


def facts(session: Either, wanted: Wanted, *, after: tuple[datetime, str] | None, limit: int) -> list[FactRow]:
    """The facts that lead their clusters and have claims, the most recently changed first."""
    query = _narrowed(wanted)
    if after is not None:
        query = query.where(below((FACT.c.changed_at, FACT.c.fact_key), after))
    return _rows(session, query.order_by(FACT.c.changed_at.desc(), FACT.c.fact_key.desc()).limit(limit))


def walked(session: Either, wanted: Wanted, *, after: tuple[datetime, str] | None, limit: int) -> walks.Walked:
    """The same where a filter may leave few of many."""
    return walks.walk(session, _narrowed(wanted), (FACT.c.changed_at, FACT.c.fact_key), after=after, limit=limit)


def worded(session: Either, wanted: Wanted, words: str, *, before: int | None, limit: int) -> walks.Worded:
    """Facts whose questions have some words, the newest first."""
    query, key = _narrowed(wanted), FACT.c.fact_key
    return walks.worded(session, query, key, kind="fact", words=words, before=before, limit=limit)


def counted(session: Either, wanted: Wanted, words: str | None) -> tuple[int, bool]:
    """How many facts a filter leaves, up to a limit, and whether that is all."""
    query = _narrowed(wanted).with_only_columns(FACT.c.fact_key)
    if words is not None:
        return walks.counted_words(session, query, FACT.c.fact_key, kind="fact", words=words)
    return walks.counted(session, query, (FACT.c.changed_at, FACT.c.fact_key))


def _narrowed(wanted: Wanted) -> Select[Any]:
    """The facts that a filter leaves."""
    query = _facts().where(FACT.c.cluster == FACT.c.fact_key, has_claims())
    for column, words in ((FACT.c.subject, wanted.subject), (FACT.c.attribute, wanted.attribute)):
        if words is not None:
            query = query.where(holding(column, words, FACT.c.fact_key, wanted.named))
    return query.where(*fact_alike(wanted.traits), *([contested()] if wanted.contested else []))


def has_claims() -> ColumnElement[bool]:
    """Whether a fact or one that is merged with it has claims."""
    member = FACT.alias("member")
    theirs = select(member.c.fact_key).where(member.c.cluster == FACT.c.fact_key, member.c.n > 0)
    return or_(FACT.c.n > 0, theirs.correlate(FACT).exists())


def facts_by_key(session: Either, keys: Iterable[str]) -> dict[str, FactRow]:
    """Facts by their keys."""
    return {row.fact_key: row for row in _rows(session, _BY_KEY, keys=listed(keys))}


def fact_by_id(session: Either, fact_id: str) -> FactRow | None:
    """A fact by its id."""
    rows = _rows(session, _facts().where(FACT.c.id == fact_id))
    return rows[0] if rows else None


def facts_by_id(session: Either, ids: Iterable[str]) -> dict[str, FactRow]:
    """Facts by their ids."""
    return {row.id: row for row in _rows(session, _BY_ID, ids=listed(ids))}


def members(session: Either, clusters: Iterable[str]) -> list[FactRow]:
    """Every fact of some clusters, in the order of their keys."""
    return _rows(session, _MEMBERS, clusters=listed(clusters))


def locked(session: WriteSession, keys: Iterable[str]) -> list[FactRow]:
    """Facts locked until the transaction ends, always in the same order; SQLite has one writer anyway."""
    return _rows(session, _LOCKED if is_sqlite(session) else _LOCKED.with_for_update(), keys=listed(keys))


def locked_around(session: WriteSession, keys: Iterable[str]) -> list[FactRow]:
    """Those of some facts that there are, with every fact of their clusters, locked until the transaction ends.

    All are locked at once, in the one order: a second lot could hold what another transaction has asked for first.
    """
    around = _rows(session, _AROUND, keys=listed(keys))
    if is_sqlite(session):
        return around
    held = locked(session, [fact.fact_key for fact in around])
    late = members(session, {fact.cluster for fact in held})
    return late if len(late) == len(held) else locked(session, [fact.fact_key for fact in late])


def links_among(session: Either, keys: Sequence[str]) -> list[LinkRow]:
    """The links whose two facts are both among some."""
    return [LinkRow._make(row) for row in on(session).execute(_LINKS_AMONG, {"keys": listed(keys)})]


def links_of(session: Either, pairs: Sequence[tuple[str, str]]) -> list[LinkRow]:
    """The links of some pairs of facts."""
    if not pairs:
        return []
    return [LinkRow._make(row) for row in on(session).execute(_LINKS_OF, {"pairs": sorted(set(pairs))})]


def old_links(session: Either, engine: str, *, after: tuple[str, str], limit: int) -> list[LinkRow]:
    """Links that other steps than the present ones made, in the order of their facts."""
    query = select(*(LINK.c[name] for name in LinkRow._fields)).where(LINK.c.engine != engine)
    query = query.where(tuple_(LINK.c.left_fact, LINK.c.right_fact) > tuple_(*after))
    rows = on(session).execute(query.order_by(LINK.c.left_fact, LINK.c.right_fact).limit(limit))
    return [LinkRow._make(row) for row in rows]


def links_touching(session: Either, keys: Sequence[str]) -> list[LinkRow]:
    """The links that one of some facts has."""
    query = select(*(LINK.c[name] for name in LinkRow._fields))
    query = query.where(or_(among(LINK.c.left_fact, keys), among(LINK.c.right_fact, keys)))
    return [LinkRow._make(row) for row in on(session).execute(query.order_by(LINK.c.left_fact, LINK.c.right_fact))]


def judgements_about(session: Either, keys: Sequence[str]) -> list[JudgementRow]:
    """The judgements about some facts that no other supersedes, oldest first."""
    return [JudgementRow._make(row) for row in on(session).execute(_JUDGEMENTS, {"keys": listed(keys)})]


def judgement(session: Either, number: int) -> JudgementRow | None:
    """A judgement by its number."""
    query = select(*(JUDGEMENT.c[name] for name in JudgementRow._fields)).where(JUDGEMENT.c.id == number)
    row = on(session).execute(query).one_or_none()
    return JudgementRow._make(row) if row else None


def within_reach(session: Either, keys: Sequence[str]) -> list[str]:
    """Some facts and those that a link or a judgement could join with them."""
    found = set(keys)
    for source in (LINK, JUDGEMENT):
        query = select(source.c.left_fact, source.c.right_fact)
        query = query.where(LINK.c.same.is_(None) | LINK.c.same) if source is LINK else query
        query = query.where(or_(among(source.c.left_fact, keys), among(source.c.right_fact, keys)))
        found.update(key for row in on(session).execute(query) for key in row)
    return sorted(found)
