"""Whose currency a shared name means: kroner of Denmark or Norway, francs, pesos, rupees.

A newcomer's mistake: guessing. Where a text names no country of the family, or two, the name itself is the unit: a sum
of money that can be held against others so called, and against nothing else.
"""

from __future__ import annotations

import re
from functools import cache

from registry.steps.cues import Cued, cued
from registry.steps.recognise.tables import Family, currencies


def coins(low: str) -> dict[str, str]:
    """The currency that each shared name has in a text in small letters."""
    return {name: whose(low, one) for name, one in currencies().families.items() if any(w in low for w in one.words)}


def whose(low: str, family: Family) -> str:
    """The currency that a text calls so: by a full name ("Danish kroner"), else by the only country it names."""
    full = _named(low, family, "full")
    found = full or _named(low, family, "country")
    return found[0] if len(found) == 1 else family.unnamed


def _named(low: str, family: Family, how: str) -> list[str]:
    """The currencies whose countries a text names, those of full names only where asked for them."""
    behind = rf"\s(?:cfa\s)?(?:{'|'.join(family.words)})\b" if how == "full" else ""
    return [code for code, marks in family.marks.items() if _pattern(marks, behind).search(low)]


@cache
def _pattern(marks: tuple[str, ...], behind: str) -> Cued:
    """Any of some words, followed by what must stand behind them."""
    return cued(rf"\b(?:{'|'.join(map(re.escape, marks))})\b{behind}")


def is_shared(unit: str) -> bool:
    """Whether a unit is the shared name of currencies."""
    return unit in currencies().families
