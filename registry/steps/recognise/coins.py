"""Whose currency a shared name means: kroner of Denmark or Norway, francs, pesos, rupees.

A newcomer's mistake: guessing. Where a text names no country of the family, or two equally often, the name itself is
the unit: a sum of money that can be held against others so called, and against nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from registry.steps.cues import Cued, cued
from registry.steps.recognise.tables import Family, currencies

# What stands behind a short form that is no part of a word.
BEHIND = " .0123456789"
FAR = 2


def coins(low: str) -> dict[str, str]:
    """The currency that each shared name has in a text in small letters, and each code that a shared short form stands
    for elsewhere: "Rs 500" are Indian rupees, or Nepalese ones."""
    told = {name: whose(low, one) for name, one in currencies().families.items() if any(w in low for w in one.words)}
    for family in currencies().families.values():
        for sign in family.written:
            code = currencies().codes[sign]
            if code.lower() not in low and is_written(sign.lower(), low):
                told[code] = whose(low, family)
    return told


def is_written(sign: str, low: str) -> bool:
    """Whether a short form stands in a text beside a number or alone."""
    return any(f" {sign}{behind}" in low for behind in BEHIND)


def whose(low: str, family: Family) -> str:
    """The currency that a text calls so: by a full name ("Danish kroner"), else by the country that it names alone, or
    far more often than the others."""
    full = _named(low, family, "full")
    found = full or _named(low, family, "country")
    if len(found) == 1:
        return found[0]
    return (foremost(low, {code: family.marks[code] for code in found}) if not full else "") or family.unnamed


def foremost(low: str, marks: Mapping[str, Sequence[str]]) -> str:
    """The currency whose countries a text names far more often than those of any other; none where it is not clear."""
    told = sorted(((sum(map(low.count, words)), code) for code, words in marks.items()), reverse=True)
    often, next_often = (told[0][0], told[1][0] if told[1:] else 0) if told else (0, 0)
    return told[0][1] if often > FAR * next_often else ""


def _named(low: str, family: Family, how: str) -> list[str]:
    """The currencies whose countries a text names, those of full names only where asked for them."""
    if how == "full" and not family.words:
        return []
    behind = rf"\s(?:cfa\s)?(?:{'|'.join(family.words)})\b" if how == "full" else ""
    return [code for code, marks in family.marks.items() if _pattern(marks, behind).search(low)]


@cache
def _pattern(marks: tuple[str, ...], behind: str) -> Cued:
    """Any of some words, followed by what must stand behind them."""
    return cued(rf"\b(?:{'|'.join(map(re.escape, marks))})\b{behind}")


def is_shared(unit: str) -> bool:
    """Whether a unit is the shared name of currencies."""
    return unit in currencies().families
