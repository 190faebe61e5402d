"""What a full registry costs: load synthetic claims, then measure taking in documents, lists and search.

`python -m tests.bench.scale 200000` prints CPU milliseconds in an empty and in the full registry, on SQLite or, with
the address of a server behind the number, on PostgreSQL.
"""

from __future__ import annotations

import gc
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

from sqlalchemy import event, make_url
from sqlmodel import Session

from registry.actions import lookup, queueing
from registry.actions.ingest import Prepared, keep
from registry.actions.queueing import Order
from registry.actions.views import ConflictFilter
from registry.model.finding import State
from registry.store import Store, WriteSession, open_store
from registry.store.migrations import migrate
from tests.actions.makers import document
from tests.bench.synthetic import EACH, HOT, SECOND, SYLLABLES, load, saying, topic
from tests.conftest import run

BEFORE = 12


def sample(number: int, *, size: int, known: int) -> Prepared:
    """A document of a matter of its own: one claim in fifty on a hot fact, half the others on facts of a registry with
    `known` claims. Documents of three numbers in a row share no name."""
    luck = random.Random(f"sample {number}")
    mine, place = set(SECOND[number % 3 :: 3]), "".join(luck.choice(SYLLABLES) for _ in range(4)).title()
    famous = [one for one in map(topic, range(HOT)) if one.subject.split()[1] in mine]
    hot = [luck.choice(famous) for _ in range(size) if luck.random() < 0.02]
    some = (topic(HOT + luck.randrange(max(1, known // EACH))) for _ in count())
    old = list(islice((one for one in some if one.subject.split()[1] in mine), (size - len(hot)) // 2))
    new = [topic(10_000_000 + luck.randrange(10**9)) for _ in range(size - len(hot) - len(old))]
    new = [one._replace(subject=f"{one.subject.split()[0]} {place}") for one in new]
    told = [saying(one, one.value + luck.choice((0, 0, 0, 1, 2, 3))) for one in hot]
    told += [saying(one, one.value + (9 if luck.random() < 0.1 else 0)) for one in (*old, *new)]
    made = document(*told, publisher=f"Paper {number}")
    source = replace(made.source, title=None)
    return replace(made, source=source, claims=tuple(replace(claim, source=source) for claim in made.claims))


def ingest(address: str, *, rounds: int, size: int, known: int) -> tuple[float, float]:
    """The median CPU milliseconds of keeping a document, and the mean of its database server.

    Each is kept in a process of its own that leaves nothing behind, after some of other matters: what earlier ones left
    would be weighed against it, and what a server does but once is no part of it. Two are enough for the code; a dozen
    also for the inner pages of a full registry's indexes, which a server that is at work has at hand.
    """
    times, served = zip(*(apart(address, number, size, known) for number in range(0, 3 * rounds, 3)), strict=True)
    return statistics.median(times), statistics.mean(served)


def apart(address: str, number: int, size: int, known: int, before: int = BEFORE) -> tuple[float, float]:
    """The CPU milliseconds of keeping one document after some, and those of its database server."""
    ours, theirs = os.pipe()
    if not (child := os.fork()):
        store = open_store(address)
        if address.startswith("sqlite"):  # its log is thrown away, so nothing of it may be copied back
            event.listen(store.engine, "connect", lambda one, _: one.execute("PRAGMA wal_autocheckpoint = 0"))
        earlier = [sample(number + 3 * (at // 2) + at % 2, size=size, known=known) for at in range(before)]
        last = sample(number + 2, size=size, known=known)
        with Session(store.engine, autoflush=False) as session:
            for each in earlier:
                kept(store, each, session)
            gc.collect()
            gc.freeze()  # what the bench itself holds is not gone through again while it measures
            started, server = time.process_time(), serving()
            kept(store, last, session)
            took = (1000 * (time.process_time() - started), serving() - server)
            session.rollback()
        os.write(theirs, json.dumps(took).encode())
        os._exit(0)  # without closing, so that SQLite's log is not copied back
    os.close(theirs)
    os.waitpid(child, 0)
    with os.fdopen(ours) as told:
        took = json.loads(told.read())
    if file := make_url(address).database if address.startswith("sqlite") else "":
        for ending in ("-wal", "-shm"):
            Path(file + ending).unlink(missing_ok=True)
    return took[0], took[1]


def kept(store: Store, prepared: Prepared, session: Session) -> None:
    """Keep a document: on SQLite for good, since its log is thrown away; elsewhere in a session that is rolled back,
    the same for all, since two documents take turns by what they are about."""
    if store.engine.dialect.name == "sqlite":
        with store.writing() as own:
            keep(own, prepared)
    else:
        keep(WriteSession(session), prepared)


def serving() -> float:
    """The CPU milliseconds that all processes of PostgreSQL on this machine have taken."""
    ticks = 0
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, fields = file.read_text().rpartition(")")
        except OSError:  # it has just ended
            continue
        if name.endswith("(postgres"):
            ticks += sum(map(int, fields.split()[11:13]))
    return 1000 * ticks / os.sysconf("SC_CLK_TCK")


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


def compared(empty: str, full: str, *, known: int, rounds: int = 9) -> None:
    """Print what keeping a document costs in an empty and in a full registry, from their addresses."""
    for size in (10, 50):
        few, many = (ingest(address, rounds=rounds, size=size, known=known) for address in (empty, full))
        told = f"{few[0]:.0f} + {few[1]:.0f} ms empty, {many[0]:.0f} + {many[1]:.0f} ms full"
        print(f"a document of {size} claims: {told}, ratio {sum(many) / sum(few):.2f}", flush=True)


def main(claims: int, server: str = "") -> None:
    """Measure and print; on PostgreSQL what the client takes, to which its backend adds about as much."""
    with tempfile.TemporaryDirectory() as folder:
        empty, full = (opened(Path(folder), name, server) for name in ("empty", "full"))
        started = time.process_time()
        load(full, claims)
        if server:
            run(full.engine.url, "VACUUM ANALYZE")
        print(f"{claims:,} claims loaded in {time.process_time() - started:.0f} CPU seconds")
        for one in (empty, full):
            one.close()  # each measurement opens a file that nobody has open
        compared(*(one.engine.url.render_as_string(hide_password=False) for one in (empty, full)), known=claims)
        for name, took in reads(full).items():
            print(f"{name}: {took:.1f} ms")
        full.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000, *sys.argv[2:3])
