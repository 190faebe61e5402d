"""Remember what a fact was called and filed under before that changes, so that answers about the past can be given.

A newcomer's mistake: calling it afterwards. What was before is copied first, then changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, bindparam, select

from registry.store.columns import Instant
from registry.store.db import WriteSession
from registry.store.queries.among import among_given
from registry.store.writes import insert_of, on, table

FACT, BEFORE = table("fact"), table("fact_before")


def remember(session: WriteSession, keys: Iterable[str]) -> None:
    """Keep the present name and cluster of facts as those that held until now."""
    wanted = sorted(set(keys))
    if not wanted:
        return
    told = {"keys": wanted, "until": datetime.now(UTC)}
    on(session).execute(_remembering(on(session).dialect), told)


@lru_cache(maxsize=8)  # an engine has one dialect as long as it lives
def _remembering(dialect: Dialect) -> Any:
    """The statement; to build it anew each time took as long as it runs."""
    present = select(FACT.c.fact_key, bindparam("until", type_=Instant()), FACT.c.cluster, FACT.c.label)
    present = present.where(among_given(FACT.c.fact_key, "keys"))
    statement = insert_of(dialect, BEFORE).from_select(["fact_key", "until", "cluster", "label"], present)
    return statement.on_conflict_do_nothing()
