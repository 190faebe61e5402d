"""Remember what a fact was called and filed under before that changes, so that answers about the past can be given.

A newcomer's mistake: calling it afterwards. What was before is copied first, then changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import literal, select

from registry.store.columns import Instant
from registry.store.db import WriteSession
from registry.store.queries.among import among
from registry.store.writes import insert, on, table

FACT, BEFORE = table("fact"), table("fact_before")


def remember(session: WriteSession, keys: Iterable[str]) -> None:
    """Keep the present name and cluster of facts as those that held until now."""
    wanted = sorted(set(keys))
    if not wanted:
        return
    now = literal(datetime.now(UTC), Instant())
    present = select(FACT.c.fact_key, now, FACT.c.cluster, FACT.c.label).where(among(FACT.c.fact_key, wanted))
    statement = insert(session, BEFORE).from_select(["fact_key", "until", "cluster", "label"], present)
    on(session).execute(statement.on_conflict_do_nothing())
