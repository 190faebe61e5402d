"""What a full registry costs: load synthetic claims, then measure taking in documents, lists and search.

`python -m tests.bench.scale 200000` prints CPU milliseconds in an empty and in the full registry, on SQLite or, with
the address of a server behind the number, on PostgreSQL.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlalchemy import make_url

from registry.actions import lookup, queueing
from registry.actions.ingest import Prepared, keep
from registry.actions.queueing import Order
from registry.actions.views import ConflictFilter
from registry.model.finding import State
from registry.store import Store, open_store
from registry.store.migrations import migrate
from tests.actions.makers import document
from tests.bench.synthetic import EACH, HOT, load, saying, topic
from tests.conftest import run


def sample(number: int, *, size: int, known: int) -> Prepared:
    """A document with one claim in fifty on a hot fact, half the others on facts of a registry with `known` claims."""
    luck = random.Random(f"sample {number}")
    famous = [topic(luck.randrange(HOT)) for _ in range(size) if luck.random() < 0.02]
    hot = [saying(one, one.value + luck.choice((0, 0, 0, 1, 2, 3))) for one in famous]
    old = [topic(HOT + luck.randrange(max(1, known // EACH))) for _ in range((size - len(hot)) // 2)]
    new = [topic(10_000_000 + luck.randrange(10**9)) for _ in range(size - len(hot) - len(old))]
    told = [saying(one, one.value + (9 if luck.random() < 0.1 else 0)) for one in (*old, *new)]
    made = document(*hot, *told, publisher=f"Paper {number}")
    source = replace(made.source, title=None)
    return replace(made, source=source, claims=tuple(replace(claim, source=source) for claim in made.claims))


def ingest(store: Store, *, rounds: int, size: int, known: int) -> float:
    """The median CPU milliseconds of keeping a document."""
    times = []
    for number in range(rounds):
        prepared = sample(number, size=size, known=known)
        started = time.process_time()
        with store.writing() as session:
            keep(session, prepared)
        times.append(1000 * (time.process_time() - started))
    return statistics.median(times[1:])


def slow(call: Callable[[], object], rounds: int = 20) -> float:
    """The 95th percentile of a call in CPU milliseconds."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        call()
        times.append(1000 * (time.process_time() - started))
    return sorted(times)[int(0.95 * (rounds - 1))]


def reads(store: Store) -> dict[str, float]:
    """The 95th percentiles of what pages ask."""
    found = {}
    with store.reading() as session:
        first = lookup.conflicts(session).items[0]
        calls: dict[str, Callable[[], object]] = {
            "queue": lambda: lookup.conflicts(session),
            "queue, every state": lambda: lookup.conflicts(session, ConflictFilter(state=None)),
            "queue, newest": lambda: queueing.listed(session, lookup.QUEUE, order=Order.NEWEST),
            "queue, by words": lambda: lookup.conflicts(session, ConflictFilter(words="bridges")),
            "queue, decided": lambda: lookup.conflicts(session, ConflictFilter(state=State.DECIDED)),
            "facets": lambda: lookup.facets(session),
            "conflict": lambda: lookup.conflict(session, first.id),
            "claims": lambda: lookup.claims(session),
            "facts": lambda: lookup.facts(session),
            "counts": lambda: lookup.counts(session),
            "search, rare": lambda: lookup.search(session, topic(HOT + 3).subject),
            "search, common": lambda: lookup.search(session, "has bridges"),
        }
        for name, call in calls.items():
            found[name] = slow(call)
    return found


def opened(folder: Path, name: str, server: str = "") -> Store:
    """A migrated, empty registry: a file, or a new database on a PostgreSQL server."""
    address = f"sqlite:///{folder / name}.sqlite"
    if server:
        run(make_url(server), f"DROP DATABASE IF EXISTS claims_{name}", f"CREATE DATABASE claims_{name}")
        address = make_url(server).set(database=f"claims_{name}").render_as_string(hide_password=False)
    migrate(address)
    return open_store(address)


def main(claims: int, server: str = "") -> None:
    """Measure and print; on PostgreSQL what the client takes, to which its backend adds about as much."""
    with tempfile.TemporaryDirectory() as folder:
        empty, full = (opened(Path(folder), name, server) for name in ("empty", "full"))
        started = time.process_time()
        load(full, claims)
        if server:
            run(full.engine.url, "VACUUM ANALYZE")
        print(f"{claims:,} claims loaded in {time.process_time() - started:.0f} CPU seconds")
        for size in (10, 50):
            small, large = (ingest(store, rounds=11, size=size, known=claims) for store in (empty, full))
            print(f"a document of {size} claims: {small:.0f} ms empty, {large:.0f} ms full, ratio {large / small:.2f}")
        for name, took in reads(full).items():
            print(f"{name}: {took:.1f} ms")
        empty.close()
        full.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000, *sys.argv[2:3])
