"""The tables that assembling needs, read once from `steps/data/assembly.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

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
    degrees: dict[str, str]
    targets: dict[str, str]
    acts: dict[str, str]
    dimension: dict[str, str]
    cues: dict[str, str]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


@lru_cache(maxsize=1)
def words() -> Words:
    """The tables of English."""
    data: dict[str, dict[str, Any]] = tomllib.loads((DATA / "assembly.toml").read_text(encoding="utf-8"))
    plain = {"speech", "status", "behaviour", "linking", "nouns", "capitals", "scope", "publishers", "events"}
    sets = {f"{table}.{name}": frozenset(data[table][name]) for table in plain for name in data[table]}
    return Words(
        sets,
        data["adjectives"],
        data["tolls"],
        data["agents"],
        data["amounts"],
        data["aliases"],
        data["happenings"],
        data["patients"],
        data["degrees"],
        data["targets"],
        data["acts"],
        {unit: name for name, members in data["dimensions"].items() for unit in members},
        {cue: name for name, members in data["cues"].items() for cue in members},
    )
