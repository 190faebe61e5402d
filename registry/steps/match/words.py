"""Words as they are compared: lower case, without accents, inflection cut off.

A newcomer's mistake: showing a stem to a person. Stems are only ever compared with stems.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import Any

from registry.steps.kept import toml

USUAL = 3.0
WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")


@lru_cache(maxsize=1)
def lists() -> dict[str, Any]:
    """The word lists of `data/matching.toml`."""
    return toml(files("registry.steps").joinpath("data", "matching.toml").read_text(encoding="utf-8"))


IRREGULAR: dict[str, str] = lists()["irregular"] | lists()["renamed"]
STOP = frozenset(lists()["stop"]["words"].split())


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its inflection.

    >>> [stem(w) for w in ("killed", "killing", "Votes", "countries", "people")]
    ['kill', 'kill', 'vot', 'country', 'person']
    """
    low = plain(word)
    low = low.removesuffix("'s").removesuffix("’s")
    if low in IRREGULAR:
        return IRREGULAR[low].removesuffix("e") if len(low) > 4 else IRREGULAR[low]
    return ending(plural(low))


def plural(word: str) -> str:
    """The word without the s of a plural or a third person."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def ending(word: str) -> str:
    """The word without -ed, -ing and a last e."""
    for suffix, shortest in (("ing", 6), ("ied", 5), ("ed", 5)):
        if len(word) >= shortest and word.endswith(suffix):
            return undoubled(word[: -len(suffix)] + ("y" if suffix == "ied" else ""))
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def undoubled(word: str) -> str:
    """The word without the consonant that inflection doubled, and without a last e."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        return word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


@lru_cache(maxsize=16384)
def stems(text: str) -> tuple[str, ...]:
    """The stems of all words, hyphenated ones taken apart, in order."""
    return tuple(stem(part) for word in WORD.findall(text) for part in word.split("-") if part)


@lru_cache(maxsize=16384)
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning; numbers are left out."""
    return frozenset(s for s in stems(text) if s not in STOP_STEMS and not s[0].isdigit() and len(s) > 1)


STOP_STEMS = frozenset(stem(word) for word in STOP)


@lru_cache(maxsize=1)
def counts() -> dict[str, int]:
    """How often usual stems stand in a quarter of a million words of English."""
    text = files("registry.steps").joinpath("data", "usual.txt").read_text(encoding="utf-8")
    return {word: int(count) for word, count in (line.split() for line in text.splitlines() if line[:1] not in "#")}


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """How rare a stem is, from 0 to 1."""
    return min(1.0, max(0.05, 1 - math.log10(1 + counts().get(word, 0)) / USUAL))
