"""Whose dollars a text means that writes "$": those it names, else those of the one dollar country that it is about.

A newcomer's mistake: taking a "$" for the United States'. A paper in Hobart or Suva writes it of its own dollars; those
of the United States are meant where the text names them or their places, or no country of dollars above all others.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from registry.steps.recognise.coins import named_in
from registry.steps.recognise.tables import currencies

AMERICAN = "USD"
NAMED_US = re.compile(r"\b(?:usd\b|us ?\$)|\bu\.s\.? ?\$|\b(?:us|u\.s\.|american) dollars?\b")
# "2 million Fijian dollars ($890,000)": what restates another country's dollars is in those of the United States.
RESTATED = re.compile(r"\bdollars? \((?:or |about |some |around )?\$")
LETTERED = re.compile(r"(?<!\w)[a-z.]{1,4}\$ ?\d")
# Who tells of euros or pounds as well, or of degrees Fahrenheit, writes in no country that the text only names.
ELSEWHERE = re.compile(r"[\u20ac\u00a3] ?\d|fahrenheit|\u00b0 ?f\b")


def dollar(low: str) -> str:
    """The dollars of a text in small letters that says no more than "$" or "dollars"."""
    if ("$" not in low and "dollar" not in low) or NAMED_US.search(low) or RESTATED.search(low):
        return AMERICAN
    named = [code for code, said in spelled().items() if said.search(low)]
    if named:
        return named[0] if len(named) == 1 else AMERICAN
    return AMERICAN if ELSEWHERE.search(low) else at_home(low)


def signed(low: str, code: str) -> dict[str, str]:
    """What a bare "$" stands for, if not for American dollars; who writes "A$4 million" marks all that are others."""
    return {} if code == AMERICAN or LETTERED.search(low) else {"$": code}


def at_home(low: str) -> str:
    """The dollars of the country that a text names more often than any other, where it names no American place."""
    told = Counter(named_in(low, currencies().countries)).most_common()
    if not told or any(code == AMERICAN for code, _ in told):
        return AMERICAN
    alone = len(told) == 1 or told[0][1] > told[1][1]
    return told[0][0] if alone and told[0][0] in spelled() else AMERICAN


@cache
def spelled() -> dict[str, re.Pattern[str]]:
    """How each dollar but the American one is named in full, and written with its letters: "Canadian dollars", "C$"."""
    table = currencies()
    full: dict[str, list[str]] = {}
    for some in table.names.values():
        for words, code in some:
            if words[-1] == "dollar" and code != AMERICAN:
                full.setdefault(code, []).append(re.escape(" ".join(words)))
    letters: dict[str, list[str]] = {code: [] for code in full}
    for written, code in table.dollars.items():
        letters.get(code, []).append(re.escape(written))
    return {
        code: re.compile(rf"(?<!\w)(?:(?:{'|'.join(letters[code]) or '(?!)'})\$|(?:{'|'.join(names)}))")
        for code, names in full.items()
    }
