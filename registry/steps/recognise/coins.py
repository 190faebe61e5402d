"""Whose currency a shared name means: kroner of Denmark or Norway, francs, pesos, rupees.

A newcomer's mistake: guessing. Where a text names no country of the family, or two equally often, the name itself is
the unit: a sum of money that can be held against others so called, and against nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from registry.steps.cues import Cued, cued
from registry.steps.recognise.tables import Family, currencies

FAR = 2


def coins(low: str) -> dict[str, str]:
    """The currency that each shared name has in a text in small letters, and each short form that several share: "Rs
    500" are Indian rupees, or Nepalese ones."""
    families = currencies().families.items()
    told = {name: whose(low, one) for name, one in families if any(word in low for word in one.words)}
    signs = [(sign, one) for _, one in families for sign in one.written if sign.lower() in low]
    return told | {sign: of_country(low, one) for sign, one in signs if _beside_number(sign.lower()).search(low)}


def whose(low: str, family: Family) -> str:
    """The currency that a text calls so: by a full name ("Danish kroner"), else by the country that it tells of."""
    full = _named(low, family, "full")
    return full[0] if len(full) == 1 else family.unnamed if full else of_country(low, family)


def of_country(low: str, family: Family) -> str:
    """The currency of a family by the country that a text names alone, or far more often than the others."""
    found = _named(low, family, "country")
    clear = found[0] if len(found) == 1 else foremost(low, {code: family.marks[code] for code in found})
    return clear or family.unnamed


def foremost(low: str, marks: Mapping[str, Sequence[str]]) -> str:
    """The currency whose countries a text names far more often than those of any other; none where it is not clear."""
    told = Counter(named_in(low, marks)).most_common(2)
    often, next_often = (told[0][1], told[1][1] if told[1:] else 0) if told else (0, 0)
    return told[0][0] if often > FAR * next_often else ""


def named_in(low: str, marks: Mapping[str, Sequence[str]]) -> list[str]:
    """The currency of each name of a country, its people or its places that a text in small letters has."""
    codes = {word: code for code, words in marks.items() for word in words}
    return [codes[hit] for hit in _any(tuple(codes)).findall(low)] if codes else []


def _named(low: str, family: Family, how: str) -> list[str]:
    """The currencies whose countries a text names, those of full names only where asked for them."""
    if how == "full" and not family.words:
        return []
    behind = rf"\s(?:cfa\s)?(?:{'|'.join(family.words)})\b" if how == "full" else ""
    return [code for code, marks in family.marks.items() if _pattern(marks, behind).search(low)]


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some words, whole."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)")


@cache
def _beside_number(sign: str) -> re.Pattern[str]:
    """A short form beside a number."""
    return re.compile(rf"(?<!\w){sign}\.? ?\d|\d ?{sign}(?!\w)")


@cache
def _pattern(marks: tuple[str, ...], behind: str) -> Cued:
    """Any of some words, followed by what must stand behind them."""
    return cued(rf"\b(?:{'|'.join(map(re.escape, marks))})\b{behind}")


def is_shared(unit: str) -> bool:
    """Whether a unit is the shared name of currencies."""
    return unit in currencies().families
