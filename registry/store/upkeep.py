"""Changes to what is derived: clusters, summaries, phases, retired claims. All of it can be rebuilt.

A newcomer's mistake: changing here what a person said. Decisions, judgements and audit events are only ever appended.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Update, bindparam, delete, func, select, text

from registry.model.document import Source
from registry.store.db import WriteSession
from registry.store.memory import remember
from registry.store.queries.among import among
from registry.store.tables import Phase
from registry.store.writes import insert, is_sqlite, on, table

DOCUMENT, CLAIM, FACT = table("document"), table("claim"), table("fact")
CONFLICT, PUBLISHER, LEASE, LINK = table("conflict"), table("conflict_publisher"), table("lease"), table("link")
VERSION, KEY = table("document_version"), table("claim_key")
Row = Mapping[str, Any]
LOCK = """SELECT pg_advisory_xact_lock(number)
    FROM (SELECT unnest(CAST(:numbers AS bigint[])) AS number ORDER BY 1) AS numbers"""


def serialise(session: WriteSession, keys: Iterable[str]) -> None:
    """Let transactions that look at the same blocking keys take turns; else neither would see the other's facts."""
    if is_sqlite(session):
        return
    numbers = sorted({hash_of(key) for key in keys})
    if numbers:
        on(session).execute(text(LOCK), {"numbers": numbers})


def take_turns(session: WriteSession, numbers: Iterable[int]) -> None:
    """Let transactions that bring the same text, bytes or address take turns, by 64-bit numbers of those; else neither
    would see the other's document. Before `serialise`, in every transaction that does both."""
    wanted = sorted(set(numbers))
    if wanted and not is_sqlite(session):
        on(session).execute(text(LOCK), {"numbers": wanted})


def hold_document(session: WriteSession, document_id: str) -> None:
    """Let transactions that change what is the newest version of a document take turns."""
    if not is_sqlite(session):
        on(session).execute(select(DOCUMENT.c.id).where(DOCUMENT.c.id == document_id).with_for_update())


def hash_of(key: str) -> int:
    """A number for a key: one of a thousand and twenty-four locks."""
    from zlib import crc32

    return 0x636C_0000_0000 + crc32(key.encode()) % 1024


def show_version(session: WriteSession, document_id: str, version_id: str, read_at: datetime) -> None:
    """Make a version the newest of its document."""
    change = DOCUMENT.update().where(DOCUMENT.c.id == document_id)
    on(session).execute(change.values(version_id=version_id, read_at=read_at))


def set_engine(session: WriteSession, version_id: str, engine: str, taught: int, read: Source | None) -> None:
    """Note which engine's claims a version has, the last lesson they were filed with, the names it found, and what
    others told that it is about; `read` is None where it found no claims."""
    change = VERSION.update().where(VERSION.c.id == version_id)
    told = {"names": list(read.names), "topic": read.topic} if read else {"names": []}
    on(session).execute(change.values(engine=engine, taught=taught, **told))


def move(session: WriteSession, moves: Sequence[tuple[str, str, str]]) -> None:
    """File claims under other facts: id, the fact it leaves, the fact it goes to; its row in the key index goes along
    where it stood for the fact."""
    rows = [{"claim": name, "old": old, "new": new} for name, old, new in moves]
    if rows:
        change = CLAIM.update().where(CLAIM.c.fact_key == bindparam("old"), CLAIM.c.id == bindparam("claim"))
        on(session).execute(change.values(fact_key=bindparam("new")), rows)


def forget_keys(session: WriteSession, rows: Sequence[tuple[int, str]]) -> None:
    """Take facts out of the index of blocking keys: number of the key, fact."""
    told = [{"number": number, "fact": fact} for number, fact in sorted(set(rows))]
    if told:
        gone = delete(KEY).where(KEY.c.key == bindparam("number"), KEY.c.fact_key == bindparam("fact"))
        on(session).execute(gone, told)


def retire(session: WriteSession, ids: Sequence[str], at: datetime | None) -> None:
    """Retire claims, or with None bring them back."""
    if ids:
        on(session).execute(CLAIM.update().where(among(CLAIM.c.id, ids)).values(retired_at=at))


_SET_CLUSTER = FACT.update().where(FACT.c.fact_key == bindparam("key")).values(cluster=bindparam("lead"))


def set_clusters(session: WriteSession, clusters: Mapping[str, str]) -> None:
    """File facts under their clusters."""
    rows = [{"key": key, "lead": lead} for key, lead in sorted(clusters.items())]
    if rows:
        remember(session, clusters)
        on(session).execute(_SET_CLUSTER, rows)


SUMMARY = ("n", "max_low", "min_high", "unit", "simple", "changed_at")
_SUMMARISE = (
    FACT.update()
    .where(FACT.c.fact_key == bindparam("key"))
    .values(version=FACT.c.version + 1, **{name: bindparam(f"new_{name}", type_=FACT.c[name].type) for name in SUMMARY})
)


def summarise(session: WriteSession, rows: Sequence[Row]) -> None:
    """Write the summaries of facts: `fact_key`, `n`, `max_low`, `min_high`, `unit`, `simple`, `changed_at`."""
    if not rows:
        return
    told = [{"key": row["fact_key"], **{f"new_{name}": row[name] for name in SUMMARY}} for row in rows]
    on(session).execute(_SUMMARISE, sorted(told, key=lambda row: str(row["key"])))


_RELABEL = FACT.update().where(FACT.c.fact_key == bindparam("key")).values(label=bindparam("said"))


def relabel(session: WriteSession, labels: Sequence[tuple[str, str]]) -> None:
    """Give facts the questions they are shown as."""
    rows = [{"key": key, "said": label} for key, label in sorted(labels)]
    if rows:
        on(session).execute(_RELABEL, rows)


def refresh(session: WriteSession, fact_key: str, conflict_id: str, values: Row) -> None:
    """Bring a conflict's derived columns up to date."""
    same = (CONFLICT.c.fact_key == fact_key) & (CONFLICT.c.id == conflict_id)
    on(session).execute(CONFLICT.update().where(same).values(**values))


def refresh_all(session: WriteSession, rows: Sequence[Row]) -> None:
    """Bring the derived columns of conflicts up to date; every row has the same columns."""
    if not rows:
        return
    names = tuple(name for name in rows[0] if name not in ("fact_key", "id"))
    told = [{"key": row["fact_key"], "name": row["id"], **{f"new_{name}": row[name] for name in names}} for row in rows]
    on(session).execute(_refreshing(names), told)


@lru_cache(maxsize=8)
def _refreshing(names: tuple[str, ...]) -> Update:
    """The statement that writes some columns of conflicts."""
    values = {name: bindparam(f"new_{name}", type_=CONFLICT.c[name].type) for name in names}
    same = (CONFLICT.c.fact_key == bindparam("key")) & (CONFLICT.c.id == bindparam("name"))
    return CONFLICT.update().where(same).values(**values)


def set_phases(session: WriteSession, names: Sequence[tuple[str, str]], phase: Phase, at: datetime) -> None:
    """Move conflicts, by fact and id, in or out of the queue."""
    if names:
        same = (CONFLICT.c.fact_key == bindparam("key")) & (CONFLICT.c.id == bindparam("name"))
        rows = [{"key": key, "name": name} for key, name in sorted(set(names))]
        on(session).execute(CONFLICT.update().where(same).values(phase=phase, changed_at=at), rows)


def drop_links(session: WriteSession, pairs: Sequence[tuple[str, str]]) -> None:
    """Drop the machine's opinions about some pairs of facts."""
    if pairs:
        gone = delete(LINK).where(LINK.c.left_fact == bindparam("one"), LINK.c.right_fact == bindparam("other"))
        on(session).execute(gone, [{"one": left, "other": right} for left, right in sorted(pairs)])


def put_links(session: WriteSession, rows: Sequence[Row]) -> None:
    """Write opinions about pairs of facts, in the place of those that were there."""
    if rows:
        statement = insert(session, LINK)
        change = {name: statement.excluded[name] for name in ("score", "same", "reasons", "engine")}
        told = statement.on_conflict_do_update(index_elements=["left_fact", "right_fact"], set_=change)
        on(session).execute(told, list(rows))


def take_lease(
    session: WriteSession, conflict_id: str, reviewer: str, now: datetime, until: datetime, *, take_over: bool = False
) -> None:
    """Give a conflict to a reviewer, unless another has it now and is to keep it."""
    statement = insert(session, LEASE).values(conflict_id=conflict_id, reviewer=reviewer, until=until)
    free = None if take_over else (LEASE.c.reviewer == reviewer) | (LEASE.c.until <= now)
    change = {"reviewer": statement.excluded.reviewer, "until": statement.excluded.until}
    on(session).execute(statement.on_conflict_do_update(index_elements=["conflict_id"], set_=change, where=free))


def end_lease(session: WriteSession, conflict_id: str, reviewer: str, until: datetime | None = None) -> None:
    """Give a conflict back, where a reviewer has it; where a moment is given, only the lease until then."""
    held = [LEASE.c.conflict_id == conflict_id, LEASE.c.reviewer == reviewer]
    if until is not None:
        held.append(LEASE.c.until == until)
    on(session).execute(delete(LEASE).where(*held))


def claims_left(session: WriteSession, fact_keys: Sequence[str]) -> dict[str, int]:
    """How many claims that are not retired each fact has."""
    query = select(CLAIM.c.fact_key, func.count()).where(
        among(CLAIM.c.fact_key, fact_keys), CLAIM.c.retired_at.is_(None)
    )
    return {row[0]: row[1] for row in on(session).execute(query.group_by(CLAIM.c.fact_key))}
