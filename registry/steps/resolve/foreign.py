"""The nouns and the verbs of saying of French, German and Spanish, read once from `steps/data/concepts_*.toml`.

A newcomer's mistake: guessing for a language without a table. What has none is read as English.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from registry.steps.kept import toml

DATA = Path(__file__).parent.parent / "data"
LANGUAGES = ("fr", "de", "es")
NAMES = ("counted", "fates", "measured", "kinds", "matters")
SETS = ("speech", "names")


@dataclass(frozen=True, slots=True, eq=False)
class Foreign:
    """The nouns and verbs of one language; phrases in small letters."""

    code: str
    counted: dict[str, str]
    fates: dict[str, str]
    measured: dict[str, str]
    kinds: dict[str, str]
    speech: dict[str, frozenset[str]]
    names: dict[str, frozenset[str]]
    matters: dict[str, str]


@cache
def table(code: str) -> Foreign:
    """The tables of a language."""
    raw = toml((DATA / f"concepts_{code}.toml").read_text("utf-8"))
    names = {part: {form.lower(): name for name, forms in raw[part].items() for form in forms} for part in NAMES}
    speech, dull = ({name: frozenset(forms) for name, forms in raw[part].items()} for part in SETS)
    return Foreign(code, **names, speech=speech, names=dull)


def table_of(language: str | None) -> Foreign | None:
    """The tables that a document in a language is read with; None for English and what we have no tables of."""
    code = (language or "").lower()[:2]
    return table(code) if code in LANGUAGES else None
