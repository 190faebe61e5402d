"""What a full registry costs: load synthetic claims into SQLite, then measure taking in documents, lists and search.

`python -m tests.bench.scale 200000` prints CPU milliseconds in an empty and in the full registry. Four claims a fact,
twenty a document, two in a hundred on fifty hot facts, one fact in ten disputed.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from registry.actions import lookup
from registry.actions.identity import content_id, digest_of
from registry.actions.ingest import Prepared, file_of, keep
from registry.actions.sides import Group, packed
from registry.actions.views import ConflictFilter
from registry.model.assertion import Assertion
from registry.model.finding import Relation, Severity, State
from registry.model.quantity import Quantity
from registry.steps import match
from registry.store import Store, WriteSession, open_store
from registry.store.migrations import migrate
from registry.store.queries import search
from registry.store.queries.candidates import number_of
from registry.store.tables import Phase
from registry.store.writes import insert, on, table
from tests.actions.makers import DAY, document, said

NOUNS = ("bridge", "school", "hospital", "library", "museum", "clinic", "prison", "factory", "hotel", "mine", "farm")
SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "so", "ti", "vu", "ze", "dar", "fen", "gol", "hes", "jor", "lam")
SECOND = tuple(f"{one}{two}ton".title() for one in SYLLABLES for two in SYLLABLES[:8])
BEGAN = datetime(2020, 1, 1, tzinfo=UTC)
EACH, PAGE, HOT, CHUNK = 4, 20, 50, 20_000
FIRST = "Qxfirst"


class Topic(NamedTuple):
    """A fact to be: who has how many of what."""

    subject: str
    noun: str
    value: int


def topic(number: int) -> Topic:
    """The topic of a number, always the same; each second word is part of many names."""
    luck = random.Random(number)
    name = "".join(luck.choice(SYLLABLES) for _ in range(6)).title()
    return Topic(f"{name} {luck.choice(SECOND)}", luck.choice(NOUNS), luck.randint(11, 9999))


def saying(one: Topic, value: int) -> tuple[str, Assertion]:
    """A sentence about a topic, and what it asserts."""
    return said(str(value), one.noun, subject=one.subject)


def load(store: Store, claims: int) -> None:
    """Fill a registry; one writing session a chunk."""
    HOT_TOPICS.update(map(topic, range(HOT)))
    for start in range(0, claims, CHUNK):
        with store.writing() as session:
            _load_chunk(session, range(start, min(start + CHUNK, claims)))


def _load_chunk(session: WriteSession, numbers: range) -> None:
    """Write some claims with all that follows from them, as fast as Core can."""
    rows: dict[str, dict[Any, dict[str, Any]]] = {}
    for number in numbers:
        for name, key, row in _rows(number):
            rows.setdefault(name, {}).setdefault(key, row)
    entries = rows.pop("entry")
    for name, found in rows.items():
        on(session).execute(insert(session, table(name)).on_conflict_do_nothing(), list(found.values()))
    search.index(session, [search.Entry("claim", row["ref"], row["words"]) for row in entries.values()])


def _rows(number: int) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """The rows of the claim of a number: table, key, row."""
    subject = number % HOT if number % 50 == 0 else HOT + number // EACH
    one, at = topic(subject), BEGAN + timedelta(seconds=number)
    wrong = subject % 10 == 0 and number % EACH == 1
    value = one.value + 7 if wrong else one.value
    page = content_id("synthetic", number // PAGE)
    yield from _document_rows(page, at)
    claim, keys = _claim(one, value)
    fact = claim["fact_key"]
    name = content_id(page, number)
    yield "fact", fact, _fact(one, fact, at, low=value if wrong else one.value)
    row = {**claim, "id": name, "version_id": page, "found_at": at}
    yield "claim", name, row
    for key in keys:
        yield "claim_key", (key, fact), {"key": number_of(key), "fact_key": fact, "claim_id": name, "found_at": at}
    yield "entry", number, {"ref": name, "words": row["sentence"]}
    if wrong:
        yield "conflict", fact, _conflict(one, fact, value, name, at=at)


def _document_rows(page: str, at: datetime) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """A document of twenty claims with its bytes and its one version."""
    told = {"uri": f"urn:synthetic:{page}", "uri_key": page, "version_id": page, "read_at": at}
    yield "document", page, {"id": page, **told}
    yield "blob", page, {"digest": digest_of(page.encode()), "data": page.encode()}
    version = {
        **dict.fromkeys(("title", "publisher", "language"), "Synthetic"),
        "id": page,
        "document_id": page,
        "digest": digest_of(page.encode()),
        "size": len(page),
        "published": DAY,
        "media_type": "text/plain",
        "reader": "made",
        "engine": "made",
        "text": page,
        "blocks": [],
        "authors": [],
    }
    yield "document_version", page, {**version, "read_at": at}


@cache
def _real_key(one: Topic) -> str:
    """The key that the engine gives to a topic's fact."""
    (claim,) = document(saying(one, one.value)).claims
    return match.fact_key(claim)


HOT_TOPICS: set[Topic] = set()


def _fact_key(one: Topic) -> str:
    """The key of a topic's fact; the engine's own for hot facts, which new documents answer by the same key."""
    return _real_key(one) if one in HOT_TOPICS else content_id(one)[:24]


MADE: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {}


def _claim(one: Topic, value: int) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The row and the keys of a claim: those of a claim with the same noun and second word, with the name put in."""
    name, second = one.subject.split()
    form = f"{second} {one.noun}"
    if form not in MADE:
        (claim,) = document(saying(Topic(f"{FIRST} {second}", one.noun, 0), 4321)).claims
        filed = file_of(claim, "", BEGAN)
        MADE[form] = ({**filed.row, "fact_key": filed.fact_key}, filed.keys)
    row, keys = MADE[form]
    words = (
        orjson.dumps(row["record"])
        .decode()
        .replace(FIRST.lower(), name.lower())
        .replace(FIRST, name)
        .replace("4321", str(value))
    )
    told = {
        "fact_key": _fact_key(one),
        "subject": one.subject.lower(),
        "low": Decimal(value),
        "high": Decimal(value),
        "low_number": float(value),
        "high_number": float(value),
        "exact": str(value),
        "sentence": saying(one, value)[0],
        "value_key": row["value_key"].replace("4321", str(value)),
        "record": orjson.loads(words.replace(FIRST.lower(), name.lower()).replace(FIRST, name)),
    }
    named = (key.replace(FIRST.lower(), name.lower()).replace("4321", str(value)) for key in keys)
    return {**row, **told}, tuple(named)


def _fact(one: Topic, key: str, at: datetime, *, low: int) -> dict[str, Any]:
    """The row of a fact with its summary."""
    label = f"How many {one.noun}s does {one.subject} have?"
    told = {"fact_key": key, "id": content_id("fact", key), "cluster": key, "label": label}
    terms = {"subject": one.subject.lower(), "attribute": one.noun, "kind": "count", "unit": "count", "n": EACH}
    ends = {"max_low": Decimal(max(low, one.value)), "min_high": Decimal(min(low, one.value))}
    return {**told, **terms, **ends, "simple": True, "version": 1, "changed_at": at}


def _conflict(one: Topic, fact: str, value: int, claim: str, *, at: datetime) -> dict[str, Any]:
    """The row of a conflict between two values."""
    values = [(str(number), Quantity(Decimal(number), Decimal(number), "count")) for number in (one.value, value)]
    sides = [packed(Group(label, told, (claim,), 1, 1, DAY, DAY)) for label, told in values]
    labels = sorted(str(side["label"]) for side in sides)
    return {
        "fact_key": fact,
        "id": content_id("conflict", fact, *labels),
        "kind": Relation.CONTRADICTION,
        "rule": "contradiction",
        "severity": Severity.MEDIUM,
        "detail": "Two values.",
        "sides": sides,
        "why": [],
        "question": f"How many {one.noun}s does {one.subject} have?",
        "subject": one.subject,
        "across": False,
        "priority": 20 + value / 1e4,
        "phase": Phase.OPEN,
        "decision_id": 0,
        "follows": None,
        "suggested": False,
        "found_at": at,
        "changed_at": at,
    }


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


def opened(folder: Path, name: str) -> Store:
    """A migrated, empty registry."""
    address = f"sqlite:///{folder / name}.sqlite"
    migrate(address)
    return open_store(address)


def main(claims: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        empty, full = (opened(Path(folder), name) for name in ("empty", "full"))
        started = time.process_time()
        load(full, claims)
        print(f"{claims:,} claims loaded in {time.process_time() - started:.0f} CPU seconds")
        for size in (10, 50):
            small, large = (ingest(store, rounds=11, size=size, known=claims) for store in (empty, full))
            print(f"a document of {size} claims: {small:.0f} ms empty, {large:.0f} ms full, ratio {large / small:.2f}")
        for name, took in reads(full).items():
            print(f"{name}: {took:.1f} ms")
        empty.close()
        full.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
