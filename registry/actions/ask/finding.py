"""Facts that could answer a question: by the keys that its claims would be filed under, and by full text.

A newcomer's mistake: ranking by full text alone. It only finds candidates; `steps.ask.fit` says which of them answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import product

from registry.actions import lookup
from registry.actions.facts import past
from registry.actions.facts.wholes import fact_row
from registry.actions.filing.candidates import nearest
from registry.actions.held import all_of
from registry.actions.views import FactRow
from registry.steps.ask import Wish, keys
from registry.steps.match.entities import acronyms, is_acronym
from registry.steps.match.words import STOP_STEMS, stem
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import search
from registry.store.queries.claims import ClaimRow
from registry.store.queries.facts import FactRow as FactRecord

BY_KEY = 20
BY_WORDS = 12
FEW, NAMES = 6, 2
FACTS_BY_WORDS = 30
NEAREST = 5
WORD = re.compile(r"[^\W\d_]{2,}")


def candidates(session: ReadSession, wanted: Sequence[Wish], at: datetime | None) -> list[list[ClaimRow]]:
    """For each of some questions the claims that could answer it, each once."""
    keyed = _by_key(session, wanted, at)
    named = [
        [*_by_words(session, one.text, len(rows)), *_by_offices(session, one)]
        for one, rows in zip(wanted, keyed, strict=True)
    ]
    every = {name for ids in named for name in ids}
    rows = claim_queries.claims_by_id(session, every) if at is None else past.rows_then(session, every, at)
    found = [
        {row.id: row for row in (*some, *(rows[name] for name in ids if name in rows))}
        for some, ids in zip(keyed, named, strict=True)
    ]
    return [[row for row in some.values() if at is not None or row.retired_at is None] for some in found]


def _by_offices(session: ReadSession, wanted: Wish) -> list[str]:
    """Claims that have a name of what is asked for and the word for an office of whoever leads, where that is asked."""
    short = [name for name in wanted.names if is_acronym(name)]
    names = [
        *short,
        *(each for name in wanted.names for each in sorted(acronyms(name)) if len(each) > 1),
        *wanted.names,
    ]
    asked = product(names[:NAMES], sorted(concept.replace("_", " ") for concept in wanted.concepts))
    queries = [f"{name} {office}" for name, office in asked] if wanted.leads else []
    return [name for query in queries for name in search.find(session, "claim", query, limit=FEW)]


def _by_key(session: ReadSession, wanted: Sequence[Wish], at: datetime | None) -> list[list[ClaimRow]]:
    """Claims that stand for facts filed under the keys of each question."""
    asked = {number: found for number, one in enumerate(wanted) if (found := keys(one))}
    rows = nearest(session, asked, most=BY_KEY) if at is None else past.nearest_then(session, asked, at, most=BY_KEY)
    return [rows.get(number, []) for number in range(len(wanted))]


def _by_words(session: ReadSession, text: str, known: int) -> list[str]:
    """Claims that have the words of a question: all of them, or some where few are `known` without."""
    words = " ".join(telling(text))[: lookup.LONGEST_QUERY]
    ids = search.find(session, "claim", words, limit=BY_WORDS)
    if len(ids) < FEW and known < FEW:
        ids += search.find(session, "claim", words, every=False, limit=2 * BY_WORDS)
    return list(dict.fromkeys(ids))


def claims_with(session: ReadSession, start: str, at: datetime | None) -> list[ClaimRow]:
    """Claims that have a word which begins so, the newest first."""
    names = search.beginning(session, "claim", start, limit=FACTS_BY_WORDS)
    rows = claim_queries.claims_by_id(session, names) if at is None else past.rows_then(session, names, at)
    return [row for row in rows.values() if at is not None or row.retired_at is None]


def telling(text: str) -> list[str]:
    """The words of a text that say what it is about, in order.

    >>> telling("How many bridges does Alder have?")
    ['bridges', 'Alder']
    """
    return list(dict.fromkeys(word for word in WORD.findall(text) if stem(word) not in STOP_STEMS | COMMON))


COMMON = frozenset(stem(word) for word in ("how", "many", "much", "does", "did", "do", "there", "what", "when", "who"))


def near(session: ReadSession, text: str, at: datetime | None) -> tuple[FactRow, ...]:
    """Facts whose questions share the most telling words with a text."""
    words = telling(text)
    wanted = {stem(word) for word in words}
    names = search.find(session, "fact", " ".join(words)[: lookup.LONGEST_QUERY], every=False, limit=FACTS_BY_WORDS)
    facts = fact_queries.facts_by_key(session, names) if at is None else past.facts_then(session, names, at)
    leads = dict.fromkeys(facts[name].cluster for name in names if name in facts)
    rows = rows_of(session, leads if at else _closest(session, wanted, leads), at)
    shared = {row.id: _shared(wanted, row.question) for row in rows}
    kept = [row for row in rows if shared[row.id]]
    kept.sort(key=lambda row: (-shared[row.id], row.id))
    return tuple(kept[:NEAREST])


def _shared(wanted: set[str], question: str) -> int:
    """How many of some words a question has."""
    return len(wanted & {stem(word) for word in WORD.findall(question)})


def _closest(session: ReadSession, wanted: set[str], clusters: Iterable[str]) -> list[str]:
    """Those of some facts that claims stand for and whose questions share the most words; everything about a fact is
    read only of these."""
    leads: dict[str, FactRecord] = {}
    held: set[str] = set()
    for fact in fact_queries.members(session, clusters):
        leads.setdefault(fact.cluster, fact)
        held |= {fact.cluster} if fact.n else set()
    order = sorted(held, key=lambda name: (-_shared(wanted, leads[name].label), leads[name].id))
    return order[:NEAREST]


def rows_of(session: ReadSession, clusters: Iterable[str], at: datetime | None) -> list[FactRow]:
    """Facts in short, in the order given, those without claims left out."""
    leads = list(dict.fromkeys(clusters))
    found = all_of(session, leads, at)
    return [row for lead in leads if lead in found and (row := fact_row(found[lead])).claims]
