"""Synthetic claims by the million, with documents, facts, keys, conflicts and full text, for measuring a full registry.

Four claims a fact, twenty a document, two in a hundred on fifty hot facts, one fact in ten disputed. A newcomer's
mistake: extracting them. One claim of each form is extracted, and the others are that one with another name put in.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

import orjson

from registry.actions.facts.sides import Group, packed
from registry.actions.filing.kindred import PREFIX
from registry.actions.identity import content_id, digest_of
from registry.actions.ingest import file_of
from registry.model.assertion import Assertion
from registry.model.finding import Relation, Severity
from registry.model.quantity import Quantity
from registry.steps import match
from registry.steps.match.landmarks import MOST
from registry.steps.match.words import stem
from registry.store import Store, WriteSession
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


@lru_cache(maxsize=10_000)
def topic(number: int) -> Topic:
    """The topic of a number, always the same; each second word is part of many names."""
    luck = random.Random(number)
    name = "".join(luck.choice(SYLLABLES) for _ in range(6)).title()
    return Topic(f"{name} {luck.choice(SECOND)}", luck.choice(NOUNS), luck.randint(11, 9999))


def saying(one: Topic, value: int) -> tuple[str, Assertion]:
    """A sentence about a topic, and what it asserts."""
    return said(str(value), one.noun, subject=one.subject)


def _question(one: Topic) -> str:
    """What the fact of a topic asks."""
    return f"How many {one.noun}s does {one.subject} have?"


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
    search.index(session, [search.Entry(**row) for row in entries.values()])


def _rows(number: int) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """The rows of the claim of a number: table, key, row."""
    subject = number // 50 % HOT if number % 50 == 0 else HOT + number // EACH
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
    if number % PAGE == 0:
        yield from _landmark_rows(range(number, number + PAGE), page, name, at)
    for key in keys:
        yield "claim_key", (key, fact), {"key": number_of(key), "fact_key": fact, "claim_id": name, "found_at": at}
    yield "entry", name, {"kind": "claim", "ref": name, "words": row["sentence"]}
    if number % EACH == 0:
        yield "entry", fact, {"kind": "fact", "ref": fact, "words": _question(one)}
    if number % PAGE == 0:
        yield "entry", page, {"kind": "document", "ref": page, "words": row["sentence"]}
    if wrong:
        yield "conflict", fact, _conflict(one, fact, value, name, at=at)
        words = f"{_question(one)} {row['sentence']}"
        yield "entry", ("conflict", fact), {"kind": "conflict", "ref": search.within(fact, name), "words": words}


def _landmark_rows(numbers: range, page: str, name: str, at: datetime) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """The keys by which a document is found: the words of the names in it."""
    topics = {topic(number // 50 % HOT if number % 50 == 0 else HOT + number // EACH) for number in numbers}
    words = dict.fromkeys(stem(word) for one in sorted(topics) for word in one.subject.split())
    for word in list(words)[:MOST]:
        key = f"{PREFIX}{word}"
        yield "claim_key", (key, page), {"key": number_of(key), "fact_key": page, "claim_id": name, "found_at": at}


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
    told = {"fact_key": key, "id": content_id("fact", key), "cluster": key, "label": _question(one)}
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
        "question": _question(one),
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
