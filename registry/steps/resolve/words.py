"""The tables that assembling needs, read once from the files `steps/data/assembly_*.toml`.

A newcomer's mistake: a word in the code. A class of words has a table and a name: `words()["nouns.people"]` is a set,
`words().amounts` goes from a word to another.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from registry.steps.kept import toml

DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Words:
    """Word classes as sets, and tables from word to word."""

    sets: dict[str, frozenset[str]]
    adjectives: dict[str, str]
    tolls: dict[str, str]
    agents: dict[str, str]
    amounts: dict[str, str]
    aliases: dict[str, str]
    happenings: dict[str, str]
    patients: dict[str, str]
    parts: dict[str, str]
    degrees: dict[str, str]
    targets: dict[str, str]
    acts: dict[str, str]
    moves: dict[str, str]
    stances: dict[str, str]
    occurrences: dict[str, str]
    participles: dict[str, str]
    ruins: dict[str, str]
    phrasal: dict[str, str]
    outcomes: dict[str, str]
    synonyms: dict[str, str]
    pairs: dict[str, str]
    dimension: dict[str, str]
    cues: dict[str, str]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


@lru_cache(maxsize=1)
def words() -> Words:
    """The tables of English."""
    data: dict[str, dict[str, Any]] = {}
    for path in sorted(DATA.glob("assembly_*.toml")):
        for name, table in toml(path.read_text(encoding="utf-8")).items():
            data.setdefault(name, {}).update(table)
    dimensions, cues = inverted(data.pop("dimensions")), inverted(data.pop("cues"))
    maps = {name: table for name, table in data.items() if all(isinstance(entry, str) for entry in table.values())}
    lists = {name: table for name, table in data.items() if name not in maps}
    sets = {f"{table}.{name}": frozenset(lists[table][name]) for table in lists for name in lists[table]}
    return Words(sets, dimension=dimensions, cues=cues, **maps)


@lru_cache(maxsize=1)
def common_nouns() -> frozenset[str]:
    """Every noun that a table knows: alone and with a capital, at the start of a sentence, it is no name."""
    table = words()
    kinds = (
        "nouns.",
        "levels.quantities",
        "behaviour.",
        "publishers.bodies",
        "publishers.judges",
        "publishers.reporters",
    )
    known = (table.sets[name] for name in table.sets if name.startswith(kinds) and name != "nouns.joints")
    return frozenset[str]().union(*known, table.agents.values(), table.patients.values())


def inverted(table: dict[str, list[str]]) -> dict[str, str]:
    """From each member of a class to the class."""
    return {member: name for name, members in table.items() for member in members}
