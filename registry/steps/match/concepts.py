"""The concept table: which words name the same thing, and which must not be taken for each other.

The table is `data/concepts.toml`; its head documents the format. A newcomer's mistake: asking for the concept of one
word. Phrases come first: a "job cut" is no job.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from registry.steps.kept import toml
from registry.steps.match.words import stem, stems

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Concepts by the phrases and by the sets of words that name them, and what is known about each. A table is equal
    to itself only, so that what was worked out with it can be kept under it."""

    phrases: Mapping[Phrase, frozenset[str]]
    together: tuple[tuple[frozenset[str], str], ...]
    family: Mapping[str, str]
    acts: frozenset[str]
    behaviour: Mapping[str, str]
    label: Mapping[str, str]
    general: frozenset[str]
    events: frozenset[str]
    kin: Mapping[str, frozenset[int]]
    meant: Mapping[str, frozenset[int]]
    schooled: Mapping[str, frozenset[int]]
    modifiers: Mapping[str, tuple[str, str]]
    participles: frozenset[str] = frozenset()
    longest: int = 1
    starts: frozenset[str] = field(default_factory=frozenset)
    opposed: frozenset[frozenset[str]] = frozenset()
    measures: frozenset[str] = frozenset()
    measure_words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Named:
    """The concepts found in some words, and the words left over."""

    concepts: frozenset[str]
    rest: tuple[str, ...]


IN_USE: ContextVar[Table | None] = ContextVar("concepts in use", default=None)


def default() -> Table:
    """The table in use: the one that comes along, or the one that people's judgements made of it (`taught`)."""
    return IN_USE.get() or shipped()


@contextmanager
def using(table: Table) -> Iterator[None]:
    """Use another table for a while, in this thread or task only."""
    token = IN_USE.set(table)
    try:
        yield
    finally:
        IN_USE.reset(token)


@lru_cache(maxsize=1)
def shipped() -> Table:
    """The table that comes along."""
    text = files("registry.steps").joinpath("data", "concepts.toml").read_text(encoding="utf-8")
    return build(toml(text))


def build(data: Mapping[str, Any]) -> Table:
    """A table from its file."""
    listed = [
        (group, concept, [entry.strip() for entry in words.split(",")])
        for kind in ("things", "acts")
        for group, concepts in data[kind].items()
        for concept, words in concepts.items()
    ]
    phrases: dict[Phrase, set[str]] = {}
    together: list[tuple[frozenset[str], str]] = []
    for _, concept, entries in listed:
        add(concept, entries, phrases, together)
    for phrase in split(data["nothing"]["words"]):
        phrases.setdefault(stems(phrase), set())
    return Table(
        phrases={phrase: frozenset(found) for phrase, found in phrases.items()},
        together=tuple(together),
        family={concept: group for group, concept, _ in listed},
        acts=frozenset(concept for concepts in data["acts"].values() for concept in concepts),
        behaviour={c: kind for kind, named in data["behaviour"].items() for c in split(named)},
        label={concept: entries[0].replace(" & ", " ") for _, concept, entries in listed},
        general=frozenset(stem(word) for word in split(data["general"]["words"])),
        events=frozenset(split(data["events"]["words"])),
        kin=kin_of(split(data["kin"]["sets"])),
        meant=kin_of(split(data["kin"]["planned"])),
        schooled=kin_of(split(data["kin"]["schooled"])),
        modifiers=narrowing(data["modifiers"]),
        participles=frozenset(
            entry
            for group in data["things"].values()
            for words in group.values()
            for entry in split(words)
            if inflected(entry)
        ),
        measures=frozenset(split(data["measures"]["sets"])),
        measure_words=frozenset(
            stem(word) for word in split(data["measures"]["sets"]) + split(data["measures"]["words"])
        ),
        longest=max(map(len, phrases)),
        starts=frozenset(phrase[0] for phrase in phrases),
        opposed=frozenset(
            frozenset(pair) for line in split(data["opposed"]["sets"]) for pair in combinations(line.split(), 2)
        ),
    )


def narrowing(groups: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """From the stem of each narrowing word to its group and to the first of those that say the same: "men/male"."""
    return {
        stem(word): (group, entry.partition("/")[0])
        for group, listed in groups.items()
        for entry in split(listed)
        for word in entry.split("/")
    }


def inflected(word: str) -> bool:
    """Whether a word looks like a form of a verb."""
    return word.lower().endswith(("ed", "ing"))


def split(listed: str) -> list[str]:
    """The entries of a comma-separated list."""
    return [entry.strip() for entry in listed.split(",") if entry.strip()]


def add(
    concept: str,
    entries: Iterable[str],
    phrases: dict[Phrase, set[str]],
    together: list[tuple[frozenset[str], str]],
) -> None:
    """Enter the words of a concept."""
    for entry in entries:
        if "&" in entry:
            together.append((frozenset(stem(word.strip()) for word in entry.split("&")), concept))
        else:
            phrases.setdefault(stems(entry), set()).add(concept)


def kin_of(sets: Sequence[str]) -> dict[str, frozenset[int]]:
    """The sets of concepts that one writer may use for each other, by the concepts; one may be in several."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(sets):
        for concept in line.split():
            found.setdefault(concept, set()).add(number)
    return {concept: frozenset(numbers) for concept, numbers in found.items()}


def named(words: Sequence[str], table: Table | None = None) -> Named:
    """The concepts that a run of stems names, longest phrases first, and the stems that name none."""
    known = table or default()
    found: set[str] = set()
    rest: list[str] = []
    at = 0
    while at < len(words):
        size = longest_at(words, at, known)
        if size:
            found |= known.phrases[tuple(words[at : at + size])]
        else:
            rest.append(words[at])
        at += max(1, size)
    return Named(frozenset(found), tuple(rest))


def longest_at(words: Sequence[str], at: int, table: Table) -> int:
    """How many words from here on are the longest phrase of the table; 0 for none."""
    if words[at] not in table.starts:
        return 0
    sizes = range(min(table.longest, len(words) - at), 0, -1)
    return next((size for size in sizes if tuple(words[at : at + size]) in table.phrases), 0)


def at_word(words: Sequence[str], at: int, size: int, written: str, table: Table) -> frozenset[str]:
    """The concepts of a phrase as it is written: "counted" is not the noun "count"."""
    found = table.phrases[tuple(words[at : at + size])]
    if size > 1 or not inflected(written) or written.lower() in table.participles:
        return found
    return found & table.acts


def joined(words: frozenset[str], table: Table | None = None) -> tuple[frozenset[str], frozenset[str]]:
    """The concepts that need several words in any order, and the words they use up."""
    known = table or default()
    found: set[str] = set()
    used: set[str] = set()
    sets = gathered(known)
    for needed, concept in (pair for word in sets.keys() & words for pair in sets[word]):
        if needed <= words:
            found.add(concept)
            used |= needed
    return frozenset(found), frozenset(used)


@lru_cache(maxsize=64)
def gathered(table: Table) -> Mapping[str, tuple[tuple[frozenset[str], str], ...]]:
    """The sets of words that name concepts, each under one of its words: most sentences have none of these."""
    found: dict[str, tuple[tuple[frozenset[str], str], ...]] = {}
    for needed, concept in table.together:
        found[min(needed)] = (*found.get(min(needed), ()), (needed, concept))
    return found
