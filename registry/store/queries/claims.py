"""Questions about claims: by id, version, fact and blocking key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import Select, func, or_, select, tuple_

from registry.model.traits import ANY, Traits
from registry.store.db import ReadSession, WriteSession
from registry.store.queries import walks
from registry.store.queries.among import among, among_given, listed
from registry.store.queries.keyset import below, holding
from registry.store.queries.traits import alike, contested
from registry.store.writes import on, table

CLAIM, VERSION, DOCUMENT = table("claim"), table("document_version"), table("document")
FACT = table("fact")
Either = ReadSession | WriteSession

PER_VALUE = 12
PER_CLUSTER = 60
MOST_AT_ONCE = 5000
MOST_VOICES = 20_000


class ClaimRow(NamedTuple):
    """A claim with its version, document and fact."""

    id: str
    fact_key: str
    version_id: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    sentence_start: int
    sentence_end: int
    sentence: str
    record: dict[str, Any]
    checkworthy: float
    trace: list[str]
    extractor: str
    found_at: datetime
    retired_at: datetime | None
    document_id: str
    digest: str
    media_type: str
    title: str | None
    publisher: str | None
    authors: list[str]
    language: str | None
    published: date | None
    read_at: datetime
    origin: str | None
    alike: float | None
    names: list[str]
    topic: str | None
    uri: str
    fact_id: str
    cluster: str
    question: str


_OF_CLAIM = ClaimRow._fields[: ClaimRow._fields.index("document_id")]
_OF_VERSION = ClaimRow._fields[ClaimRow._fields.index("document_id") : ClaimRow._fields.index("uri")]


def _claims() -> Select[Any]:
    """Claims with everything around them."""
    fact = FACT.alias("lead")
    columns = [
        *(CLAIM.c[name] for name in _OF_CLAIM),
        *(VERSION.c[name] for name in _OF_VERSION),
        DOCUMENT.c.uri,
        fact.c.id,
        FACT.c.cluster,
        fact.c.label,
    ]
    query = (
        select(*columns).join(FACT, FACT.c.fact_key == CLAIM.c.fact_key).join(fact, fact.c.fact_key == FACT.c.cluster)
    )
    return query.join(VERSION, VERSION.c.id == CLAIM.c.version_id).join(
        DOCUMENT, DOCUMENT.c.id == VERSION.c.document_id
    )


_CLAIMS = _claims()
_BY_ID = _CLAIMS.where(among_given(CLAIM.c.id, "ids"))


def _rows(session: Either, query: Select[Any], **given: object) -> list[ClaimRow]:
    return [ClaimRow._make(row) for row in on(session).execute(query, given).all()]


def claims_by_id(session: Either, ids: Iterable[str]) -> dict[str, ClaimRow]:
    """Claims by their ids."""
    wanted, found = sorted(set(ids)), {}
    for at in range(0, len(wanted), MOST_AT_ONCE):
        rows = _rows(session, _BY_ID, ids=wanted[at : at + MOST_AT_ONCE])
        found.update({row.id: row for row in rows})
    return found


def claims_of_version(session: Either, version_id: str, *, retired: bool = True) -> list[ClaimRow]:
    """The claims of a version in reading order."""
    query = _CLAIMS.where(CLAIM.c.version_id == version_id)
    if not retired:
        query = query.where(CLAIM.c.retired_at.is_(None))
    return _rows(session, query.order_by(CLAIM.c.start, CLAIM.c.end, CLAIM.c.id))


def claims_in_order(
    session: Either, version_id: str, *, after: tuple[int, int, str] | None, limit: int, retired: bool = True
) -> list[ClaimRow]:
    """Some claims of a version in reading order, those behind a place."""
    place = (CLAIM.c.start, CLAIM.c.end, CLAIM.c.id)
    query = _CLAIMS.where(CLAIM.c.version_id == version_id)
    if not retired:
        query = query.where(CLAIM.c.retired_at.is_(None))
    if after is not None:
        query = query.where(tuple_(*place) > tuple_(*after))
    return _rows(session, query.order_by(*place).limit(limit))


def claims_of_document(session: Either, document_id: str) -> list[ClaimRow]:
    """The claims of a document that stand, in reading order."""
    query = _CLAIMS.where(VERSION.c.document_id == document_id, CLAIM.c.retired_at.is_(None))
    return _rows(session, query.order_by(CLAIM.c.start, CLAIM.c.end, CLAIM.c.id))


def claims_of_documents(session: Either, documents: Sequence[str], *, most: int = MOST_AT_ONCE) -> list[ClaimRow]:
    """The claims of some documents that stand, a bounded number."""
    query = _CLAIMS.where(among(VERSION.c.document_id, documents), CLAIM.c.retired_at.is_(None))
    return _rows(session, query.order_by(CLAIM.c.id).limit(most)) if documents else []


def documents_of(session: Either, ids: Sequence[str]) -> dict[str, str]:
    """The documents that some claims stand in."""
    query = select(CLAIM.c.id, VERSION.c.document_id).join(VERSION, VERSION.c.id == CLAIM.c.version_id)
    return {row[0]: row[1] for row in on(session).execute(query.where(among(CLAIM.c.id, ids)))} if ids else {}


def live_of_cluster(session: Either, cluster: str) -> dict[str, str]:
    """The claims of a fact that stand, each with the key it is filed under."""
    query = select(CLAIM.c.id, CLAIM.c.fact_key).join(FACT, FACT.c.fact_key == CLAIM.c.fact_key)
    rows = on(session).execute(query.where(FACT.c.cluster == cluster, CLAIM.c.retired_at.is_(None)))
    return {row[0]: row[1] for row in rows}


class Placed(NamedTuple):
    """Where a claim is filed, and since when it is retired."""

    fact_key: str
    retired_at: datetime | None


def places(session: Either, ids: Sequence[str]) -> dict[str, Placed]:
    """Where those of some claims are filed that are kept."""
    query = select(CLAIM.c.id, CLAIM.c.fact_key, CLAIM.c.retired_at).where(among(CLAIM.c.id, ids))
    return {name: Placed(fact_key, retired) for name, fact_key, retired in on(session).execute(query)}


def claims_of_facts(session: Either, keys: Sequence[str]) -> list[ClaimRow]:
    """The claims that stand for some facts by themselves, whatever they are merged with."""
    return _rows(session, _OF_FACTS, names=listed(keys)) if keys else []


def claims_of_clusters(session: Either, clusters: Sequence[str]) -> list[ClaimRow]:
    """The claims that stand for some facts: of every value the newest twelve, sixty in all for each fact."""
    return _rows(session, _OF_CLUSTERS, names=listed(clusters)) if clusters else []


def saying_the_same(
    session: Either, ids: Sequence[str], *, without: Sequence[str], after: tuple[datetime, str] | None, limit: int
) -> list[ClaimRow]:
    """The other claims that state what some claims state, of the same facts and the newest first."""
    near = select(FACT.c.cluster, CLAIM.c.value_key).join(FACT, FACT.c.fact_key == CLAIM.c.fact_key)
    said = near.where(among(CLAIM.c.id, ids)).distinct().subquery()
    query = _CLAIMS.join(said, (said.c.cluster == FACT.c.cluster) & (said.c.value_key == CLAIM.c.value_key))
    query = query.where(CLAIM.c.retired_at.is_(None), CLAIM.c.id.not_in(without))
    if after is not None:
        query = query.where(below((CLAIM.c.found_at, CLAIM.c.id), after))
    return _rows(session, query.order_by(CLAIM.c.found_at.desc(), CLAIM.c.id.desc()).limit(limit))


def _standing(whole_of: Any) -> Select[Any]:
    """The newest few claims of every value, for each fact or cluster of the names given."""
    newest = (CLAIM.c.found_at.desc(), CLAIM.c.id)
    value = (whole_of, CLAIM.c.value_key)
    place = func.row_number().over(partition_by=value, order_by=newest).label("place")
    group = whole_of.label("group_key")
    inner = select(CLAIM.c.fact_key, CLAIM.c.id, group, place).join(FACT, FACT.c.fact_key == CLAIM.c.fact_key)
    ranked = inner.where(among_given(whole_of, "names"), CLAIM.c.retired_at.is_(None)).subquery()
    order = (ranked.c.place, ranked.c.id)
    whole = func.row_number().over(partition_by=ranked.c.group_key, order_by=order).label("whole")
    chosen = select(ranked.c.fact_key, ranked.c.id, whole).where(ranked.c.place <= PER_VALUE).subquery()
    query = _CLAIMS.join(chosen, (chosen.c.fact_key == CLAIM.c.fact_key) & (chosen.c.id == CLAIM.c.id))
    return query.where(chosen.c.whole <= PER_CLUSTER).order_by(CLAIM.c.found_at, CLAIM.c.id)


_OF_FACTS, _OF_CLUSTERS = _standing(FACT.c.fact_key), _standing(FACT.c.cluster)


class Voice(NamedTuple):
    """Who states a value of a fact: the version, and what its row says of its voice."""

    cluster: str
    value_key: str
    version_id: str
    voice: str


_VOICES = (
    select(FACT.c.cluster, CLAIM.c.value_key, CLAIM.c.version_id, func.coalesce(CLAIM.c.voice, CLAIM.c.version_id))
    .join(FACT, FACT.c.fact_key == CLAIM.c.fact_key)
    .where(among_given(FACT.c.cluster, "clusters"), CLAIM.c.retired_at.is_(None))
    .limit(MOST_VOICES)
)


def voices(session: Either, clusters: Sequence[str]) -> list[Voice]:
    """Everybody who states the values of some facts, a bounded number of the newest."""
    return [Voice._make(row) for row in on(session).execute(_VOICES, {"clusters": listed(clusters)})]


class Wanted(NamedTuple):
    """Which claims a list shows; `value` is compared exactly with the ends of what was stated. `named` are claims in
    which the words of `subject` and `attribute` occur somewhere, so that a part of either is enough for them."""

    document_id: str | None = None
    version_id: str | None = None
    cluster: str | None = None
    subject: str | None = None
    attribute: str | None = None
    value: Decimal | None = None
    retired: bool = False
    ids: Sequence[str] | None = None
    named: Sequence[str] = ()
    traits: Traits = ANY
    contested: bool = False


def claims(session: Either, wanted: Wanted, *, after: tuple[datetime, str] | None, limit: int) -> list[ClaimRow]:
    """Claims, the newest first."""
    query = _narrowed(_CLAIMS, wanted)
    if after is not None:
        query = query.where(below((CLAIM.c.found_at, CLAIM.c.id), after))
    return _rows(session, query.order_by(CLAIM.c.found_at.desc(), CLAIM.c.id.desc()).limit(limit))


def walked(session: Either, wanted: Wanted, *, after: tuple[datetime, str] | None, limit: int) -> walks.Walked:
    """Claims, the newest first, where a filter may leave few of many."""
    query, order = _narrowed(_CLAIMS, wanted), (CLAIM.c.found_at, CLAIM.c.id)
    return walks.walk(session, query, order, after=after, limit=limit, cheap=True)


def worded(session: Either, wanted: Wanted, words: str, *, before: int | None, limit: int) -> walks.Worded:
    """Claims whose sentences have some words, the newest first."""
    query = _narrowed(_CLAIMS, wanted)
    return walks.worded(session, query, CLAIM.c.id, kind="claim", words=words, before=before, limit=limit)


def counted(session: Either, wanted: Wanted, words: str | None) -> tuple[int, bool]:
    """How many claims a filter leaves, up to a limit, and whether that is all."""
    query = _narrowed(_CLAIMS, wanted).with_only_columns(CLAIM.c.id)
    if words is not None:
        return walks.counted_words(session, query, CLAIM.c.id, kind="claim", words=words)
    return walks.counted(session, query, (CLAIM.c.found_at, CLAIM.c.id))


def _narrowed(query: Select[Any], wanted: Wanted) -> Select[Any]:
    """The claims that a filter leaves."""
    for column, value in (
        (VERSION.c.document_id, wanted.document_id),
        (CLAIM.c.version_id, wanted.version_id),
        (FACT.c.cluster, wanted.cluster),
    ):
        if value is not None:
            query = query.where(column == value)
    for column, words in ((CLAIM.c.subject, wanted.subject), (CLAIM.c.attribute, wanted.attribute)):
        if words is not None:
            query = query.where(holding(column, words, CLAIM.c.id, wanted.named))
    if wanted.value is not None:
        span = or_(CLAIM.c.low.is_(None), CLAIM.c.low != CLAIM.c.high)
        ends = select(CLAIM.c.id).where(CLAIM.c.high == wanted.value, span)
        query = query.where(or_(CLAIM.c.low == wanted.value, CLAIM.c.id.in_(ends)))
    if wanted.ids is not None:
        query = query.where(among(CLAIM.c.id, wanted.ids))
    query = query.where(*alike(wanted.traits))
    if wanted.contested:
        query = query.where(contested())
    return query if wanted.retired else query.where(CLAIM.c.retired_at.is_(None))
