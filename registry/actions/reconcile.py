"""Facts as entities that a spreadsheet's cells can be matched with (Reconciliation Service API 0.2).

A newcomer's mistake: a match because it is the best of a bad lot. `match` is said of the one fact that is surely meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from registry.actions import lookup
from registry.actions.cells import content, day_of, likeness, states
from registry.actions.facts.wholes import fact_rows
from registry.actions.views import FactRow, SideRow
from registry.errors import NotFound
from registry.model.assertion import Kind
from registry.store import ReadSession
from registry.store.queries import facts as fact_queries
from registry.store.queries import suggest as suggest_queries
from registry.store.queries.facts import FactRow as Record

SURE, AHEAD, MOST = 90.0, 5.0, 100
ANY = "fact"
FACT_PAGE = re.compile(r"/facts/([A-Za-z0-9_.:-]+)$")
Values = tuple[str, ...]


class Wanted(NamedTuple):
    """A cell and its neighbours: words, kinds of fact, and values of properties."""

    words: str = ""
    kinds: tuple[str, ...] = ()
    properties: tuple[tuple[str, Values], ...] = ()
    limit: int = 5


class Known(NamedTuple):
    """A fact with what it is filed under."""

    row: FactRow
    record: Record


class Candidate(NamedTuple):
    """A fact that may be meant: `score` from 0 to 100, `features` say what it is made of."""

    known: Known
    score: float
    features: Mapping[str, float]
    match: bool


def candidates(session: ReadSession, wanted: Wanted) -> tuple[Candidate, ...]:
    """The facts that may be meant, the likeliest first; of equals the one that most documents speak about."""
    limit = min(wanted.limit, MOST)
    found = [one for one in _found(session, wanted, limit) if not wanted.kinds or one.record.kind in wanted.kinds]
    scored = [_candidate(one, wanted) for one in found]
    scored.sort(key=lambda one: (-one.score, -one.known.row.claims, one.known.row.id))
    return tuple(_decided(scored, wanted)[:limit])


def _found(session: ReadSession, wanted: Wanted, limit: int) -> list[Known]:
    """Facts that share words with a cell, and the one whose id it is."""
    told = dict(wanted.properties)
    words = wanted.words or " ".join((*told.get("subject", ()), *told.get("attribute", ())))
    words = words[: lookup.LONGEST_QUERY]
    rows = list(lookup.find_facts(session, words, every=True, limit=4 * limit))
    if len(rows) < limit:
        useful = " ".join(content(words))
        rows += lookup.find_facts(session, useful or words, every=False, limit=4 * limit)
    meant = named(wanted.words)
    known = fact_queries.fact_by_id(session, meant) if meant else None
    if known:
        rows.insert(0, lookup.fact(session, known.id).row)
    return with_records(session, rows)


def named(words: str) -> str | None:
    """The id of a fact, where words are nothing else or the address of its page."""
    told = words.strip()
    page = FACT_PAGE.search(told)
    return page.group(1) if page else told if told and " " not in told and len(told) <= 200 else None


def with_records(session: ReadSession, rows: Iterable[FactRow]) -> list[Known]:
    """Facts with what they are filed under, each once."""
    once = {row.id: row for row in rows}
    records = fact_queries.facts_by_id(session, once)
    return [Known(row, records[name]) for name, row in once.items() if name in records]


def _candidate(known: Known, wanted: Wanted) -> Candidate:
    """A fact with its score: the name counts twice, every property once."""
    features: dict[str, float] = {}
    if wanted.words.strip():
        same = named(wanted.words) == known.row.id
        features["name"] = 100.0 if same else likeness(wanted.words, known.row.question)
    day = next(
        (when for pid, values in wanted.properties if pid == "as_of" for when in map(day_of, values) if when), None
    )
    for pid, values in wanted.properties:
        if pid in FEATURES:
            features[pid] = max((FEATURES[pid](known, value, day) for value in values), default=0.0)
    weights = {name: 2.0 if name == "name" else 1.0 for name in features}
    total = sum(weights.values())
    score = sum(features[name] * weight for name, weight in weights.items()) / total if total else 0.0
    return Candidate(known, round(score, 2), features, match=False)


def _decided(scored: Sequence[Candidate], wanted: Wanted) -> list[Candidate]:
    """The candidates, with `match` on the first where it is sure and clearly ahead, or named in full."""
    if not scored:
        return []
    first, *rest = scored
    ahead = not rest or first.score - rest[0].score >= AHEAD
    exact = first.features.get("name") == 100.0 and bool(wanted.words.strip())
    alone = not any(one.features.get("name") == 100.0 and one.score >= first.score for one in rest)
    sure = first.score >= SURE and (ahead or (exact and alone))
    return [first._replace(match=sure), *rest]


def value_on(row: FactRow, day: date | None) -> str | None:
    """What a fact's value was on a day, as far as the documents say; what is held now where no day is given."""
    if day is None:
        return row.standing.value
    before = [side for side in row.values if side.first and side.first <= day]
    return before[-1].label if before else None


def _as_of(known: Known, _value: str, day: date | None) -> float:
    """Whether something is known about that day."""
    return 100.0 if day and value_on(known.row, day) else 0.0


def _value(known: Known, value: str, day: date | None) -> float:
    """Whether the fact has this value: on that day, where one is given."""
    labels = [value_on(known.row, day)] if day else [side.label for side in known.row.values]
    return 100.0 if any(states(label, value) for label in labels if label) else 0.0


def _subject(known: Known, value: str, _day: date | None) -> float:
    """How like the subject it is."""
    return likeness(value, known.record.subject or "")


def _attribute(known: Known, value: str, _day: date | None) -> float:
    """How like the attribute it is."""
    return likeness(value, known.record.attribute or "")


def _unit(known: Known, value: str, _day: date | None) -> float:
    """Whether the unit is the same."""
    return 100.0 if value.strip().casefold() == (known.record.unit or "").casefold() else 0.0


def _kind(known: Known, value: str, _day: date | None) -> float:
    """Whether the kind is the same."""
    return 100.0 if value.strip().casefold() == known.record.kind.value else 0.0


FEATURES: Mapping[str, Callable[[Known, str, date | None], float]] = {
    "as_of": _as_of,
    "value": _value,
    "subject": _subject,
    "attribute": _attribute,
    "unit": _unit,
    "kind": _kind,
}
KINDS = tuple(kind.value for kind in Kind)


def entity(session: ReadSession, fact_id: str) -> Known:
    """A fact; raises `NotFound` for an id that there is none of."""
    return with_records(session, [lookup.fact(session, fact_id).row])[0]


def entities(session: ReadSession, ids: Iterable[str]) -> dict[str, Known]:
    """Facts under the ids that they were asked for by; unknown ids are left out."""
    found = {}
    for name in dict.fromkeys(ids):
        try:
            found[name] = entity(session, name)
        except NotFound:
            continue
    return found


def starting(session: ReadSession, prefix: str, *, skip: int = 0, limit: int = 20) -> list[Known]:
    """Facts whose question has words that begin so, and the one whose id it is."""
    keys = suggest_queries.starting(session, "fact", prefix[: lookup.LONGEST_QUERY], skip=skip, limit=limit)
    facts = fact_queries.facts_by_key(session, keys)
    rows = list(fact_rows(session, [facts[key].cluster for key in keys if key in facts]))
    meant = named(prefix)
    if meant and not skip and fact_queries.fact_by_id(session, meant):
        rows.insert(0, lookup.fact(session, meant).row)
    return with_records(session, [row for row in rows if row.claims])


def latest(row: FactRow) -> SideRow | None:
    """The value held now, else the last in time."""
    held = next((side for side in row.values if side.label == row.standing.value), None)
    return held or (row.values[-1] if row.values else None)
