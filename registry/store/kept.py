"""What takes long to count, worked out again only when somebody did something since.

Everything that people and programs do to a registry leaves an event, so the newest few of those tell whether a number
still holds. A newcomer's mistake: keeping a number for a while. Whoever adds a document looks whether it was counted.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func, select

from registry.store.db import ReadSession
from registry.store.writes import on, table

AUDIT = table("audit_event")
NEWEST = 200
T = TypeVar("T")
_KEPT: WeakKeyDictionary[Engine, dict[str, tuple[Hashable, object]]] = WeakKeyDictionary()


def kept(session: ReadSession, name: str, also: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives, as it was when no event has come since and `also` is the same."""
    known, stamp = _KEPT.setdefault(on(session).engine, {}), (also, _stamp(session))
    if name in known and known[name][0] == stamp:
        return known[name][1]  # type: ignore[return-value]
    value = make()
    known[name] = stamp, value
    return value


def _stamp(session: ReadSession) -> Hashable:
    """What changes with every event; by the sum, since on PostgreSQL a later number may be there earlier."""
    some = select(AUDIT.c.id).order_by(AUDIT.c.id.desc()).limit(NEWEST).subquery()
    query = select(func.count(), func.coalesce(func.max(some.c.id), 0), func.coalesce(func.sum(some.c.id), 0))
    return tuple(int(number) for number in on(session).execute(query).one())
