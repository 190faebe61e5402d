"""How likely a text says what another one says: the words, names and figures of the second that the first has.

A logistic function of named features. The weights were fitted on public pairs of sentences; `docs/quality.md` says on
which, and what they come to on pairs that were left out. A newcomer's mistake: asking it whether two figures differ.
It knows nothing of what a figure counts; that is what slots are for.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache

from registry.model.quantity import Quantity
from registry.steps.check.align import Slot, covered, has
from registry.steps.match import concepts
from registry.steps.match.profile import profile
from registry.steps.match.words import content, rarity, stem, stems
from registry.steps.recognise.tables import read

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"[a-z]+")
NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w'’-]+")
MOST = 3
LONG = 4
MANY = 4
BIAS = -1.68
WEIGHTS = {
    "words": 0.9,  # the share of the second text's words that the first has
    "beside": 0.77,  # the same of the words beside its figures
    "figures": 1.76,  # how many figures both have, of three
    "long": 0.61,  # how long the longest of them is
    "any": 0.18,  # whether the second text has figures at all
    "lacking": -0.5,  # the share of its figures that the first has not
    "lost": -2.09,  # how many rare words of the second the first neither has nor names by its concepts
    "rarest": -0.18,  # how rare the rarest of them is
    "names": 0.42,  # how many of its names the first has not, of three: as lost words they would count too much
    "length": 1.29,  # how long the second text is, compared with the first
    "bound": 1.87,  # a bound of the second holds the figure of the first
    "status": -1.08,  # one speaks of what is, the other of what is planned or denied
}


def entails(one: str, other: str, met: Sequence[Slot], found: Sequence[Slot]) -> float:
    """The chance that the first text says what the second says; `met` are the slots of `found` whose figures meet."""
    told = features(one, other, met, found)
    return 1 / (1 + math.exp(-BIAS - sum(WEIGHTS[name] * value for name, value in told.items())))


def features(one: str, other: str, met: Sequence[Slot], found: Sequence[Slot]) -> dict[str, float]:
    """What the chance is worked out from, by name."""
    mine, wanted = content(one), content(other)
    ours, theirs = figures(one), figures(other)
    answered = {figure for slot in met for figure in figures(slot.right.span.exact)}
    shared, words = (ours | answered) & theirs, covered(wanted, mine)
    missed = lost(wanted, mine, one)
    strange = sum(not has(stem(name), mine) for name in NAME.findall(other) if len(name) > 1)
    return {
        "words": words,
        "beside": beside(found, mine, words),
        "figures": min(len(shared), MOST) / MOST,
        "long": min(max((len(one.replace(".", "").rstrip("0")) for one in shared & ours), default=0), LONG) / LONG,
        "any": float(bool(theirs)),
        "lacking": len(theirs - shared) / max(1, len(theirs)),
        "lost": min(sum(missed), MANY) / MANY,
        "rarest": max(missed, default=0.0),
        "names": min(strange, MOST) / MOST,
        "length": min(1.0, len(wanted) / max(1, len(mine))),
        "bound": float(any(held_by_bound(slot) for slot in met)),
        "status": float(any(slot.left.assertion.status is not slot.right.assertion.status for slot in met)),
    }


def held_by_bound(slot: Slot) -> bool:
    """Whether the second text gives a bound, which is hardly met by chance, where the first gives the figure."""
    value = slot.right.assertion.value
    return slot.held.rule == "comparator" and isinstance(value, Quantity) and not value.single


def beside(found: Sequence[Slot], mine: frozenset[str], otherwise: float) -> float:
    """The share of the words beside the figures of the second text that the first has, the closest counting most."""
    near = [(weight, has(word, mine)) for slot in found for word, weight in profile(slot.right).near.words]
    return (
        sum(weight for weight, is_there in near if is_there) / sum(weight for weight, _ in near) if near else otherwise
    )


def lost(wanted: frozenset[str], mine: frozenset[str], one: str) -> list[float]:
    """How rare each word is that a text neither has nor names by its concept ("toll" where "killed" is wanted)."""
    told = concepts.named(stems(one)).concepts
    missing = (word for word in sorted(wanted) if not has(word, mine))
    return [rarity(word) for word in missing if not concepts.named((word,)).concepts & told]


def figures(text: str) -> set[str]:
    """The figures of a text as they are written, in digits or in words, whatever they say."""
    digits = {found.replace(",", "").rstrip(".").lstrip("0") or "0" for found in NUMBER.findall(text)}
    return digits | {spelled()[word] for word in WORD.findall(text.lower()) if word in spelled()}


@cache
def spelled() -> dict[str, str]:
    """Number words and what they are in digits; "one" is too often none."""
    table = read("words_en.toml")
    every = {word: str(value) for name in ("numbers", "tens", "ordinals") for word, value in table[name].items()}
    return {word: value for word, value in every.items() if word != "one"}
