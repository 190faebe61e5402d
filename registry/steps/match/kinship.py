"""Whether two documents are about the same matter: the names, the rare words and the figures that their claims share.

The chance is a logistic function of named traits, with the weights of `data/kinship.json`; `fit_kinship.py` learns
them from clusters of documents. A newcomer's mistake: trusting words alone. Reports of two earthquakes share nearly
all of them, and no name.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from registry.model.assertion import Claim
from registry.steps.given_names import given_names
from registry.steps.match.asked import asked
from registry.steps.match.entities import SORTS
from registry.steps.match.nearby import MONTHS
from registry.steps.match.profile import subject
from registry.steps.match.words import content, rarity, stem
from registry.steps.resolve.words import words

INNER = re.compile(r"(?<![.!?:\n] )(?<!^)\b[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ][\w'’-]*")
CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+")
CALLED = re.compile(r"\b([A-Z][\w'’-]+) (?=([A-Z][\w'’-]+))")
LOW = re.compile(r"\b[a-z][a-z'’-]{2,}")
FIGURE = re.compile(r"\d[\d.,]*\d")
YEAR = re.compile(r"(?:19|20)\d\d")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CALENDAR = frozenset(stem(word) for word in (*WEEKDAYS, *MONTHS))
DIGITS = 3
RARE = 0.6
FEW = 4
STRANGERS = 0.3
SEVERAL = 3
ELSEWHERE = 0.02
LONG = 5
OFTEN, BRIEF = 0.15, 16


@dataclass(frozen=True, slots=True)
class Kin:
    """What a document is known by: stems of the names and of all words of its claims, of its title and topic, and its
    longer figures as they are written; also the names in what the event that it is about is called, whether its
    title, or without one its first sentence, names anything, the names that it is mostly about, and those of the house
    that publishes it."""

    names: frozenset[str]
    words: frozenset[str]
    about: frozenset[str]
    figures: frozenset[str]
    scene: frozenset[str] = frozenset()
    headed: bool = True
    main: frozenset[str] = frozenset()
    house: frozenset[str] = frozenset()


class Ground(NamedTuple):
    """What two documents have in common, each trait from 0 to 1."""

    names: float
    named: float
    name_share: float
    rare_words: float
    cover: float
    cosine: float
    about: float
    crossed: float
    figures: float
    brief: float
    few_names: float
    main_least: float
    main_most: float


def kin(claims: Sequence[Claim]) -> Kin:
    """What the claims of one document are about."""
    topic = claims[0].assertion.topic or ""
    told = [name for one in claims for name in (subject(one), one.assertion.scope.place, one.assertion.topic) if name]
    names = [word for claim in claims for word in INNER.findall(claim.sentence.exact)]
    names += [word for name in told for word in CAPITAL.findall(name)]
    names += claims[0].source.names  # a document's names seldom stand beside its figures
    about = content(claims[0].source.title or "") | content(topic)
    said = dict.fromkeys((claim.sentence.exact, asked(claim)) for claim in claims)
    told_words = {word for pair in said for text in pair for word in content(text)}
    told_words |= content(claims[0].source.title or "")
    plain = {stem(word) for claim in claims for word in LOW.findall(claim.sentence.exact)}  # its Airlines is an airline
    figures = {word for claim in claims for word in FIGURE.findall(claim.sentence.exact)}
    known = frozenset(map(stem, names)) - CALENDAR - plain - first_names([*told, *(c.sentence.exact for c in claims)])
    house = named_in(claims[0].source.publisher or "")
    heading = claims[0].source.title or claims[0].sentence.exact
    return Kin(
        names=known,
        words=frozenset(word for word in told_words if not word[0].isdigit()),
        about=about - CALENDAR,
        figures=frozenset(word for word in figures if long(word)),
        scene=scene(topic) - plain - SORTS - house,
        headed=bool(known & named_in(heading)),
        main=known & (mostly(claims) | named_in(f"{claims[0].source.title or ''} {topic}")),
        house=house,
    )


def first_names(texts: Iterable[str]) -> frozenset[str]:
    """The stems of first names before a surname, which the people of any two texts may share."""
    hits = (hit for text in texts for hit in CALLED.finditer(text))
    return frozenset(stem(hit[1]) for hit in hits if hit[1].lower() in given_names() and stem(hit[2]) not in SORTS)


def mostly(claims: Sequence[Claim]) -> frozenset[str]:
    """The stems of the capitalised words in many sentences of a document."""
    told = Counter(word for claim in claims for word in named_in(claim.sentence.exact))
    return frozenset(word for word, often in told.items() if often >= max(2, OFTEN * len(claims)))


def named_in(text: str) -> frozenset[str]:
    """The stems of the capitalised words of a text."""
    return frozenset(map(stem, CAPITAL.findall(text)))


def scene(topic: str) -> frozenset[str]:
    """The stems of the names in what an event is called: the place of "Marle earthquake"; none of a flight's number."""
    last = topic.split()[-1].lower() if topic else ""
    event = {last, words().aliases.get(last)} & (words()["nouns.event"] | words()["nouns.disaster"])
    return named_in(topic) if event and not any(map(str.isdigit, topic)) else frozenset()


def long(figure: str) -> bool:
    """Whether two documents hardly share a figure by chance: it has three digits and is no year."""
    return sum(sign.isdigit() for sign in figure) >= DIGITS and not YEAR.fullmatch(figure)


def ground(one: Kin, two: Kin) -> Ground:
    """What two documents have in common."""
    names, both, about = one.names & two.names, one.words & two.words, one.about & two.about
    crossed = (one.about & (two.words | two.names)) | (two.about & (one.words | one.names))
    common, sizes = telling(both), sorted((whole(one), whole(two)))
    fewest = min(len(one.names - one.house), len(two.names - two.house))
    mains = shared_main(one, two), shared_main(two, one)
    return Ground(
        names=min(1.0, telling(names) / FEW),
        named=float(bool(names)),
        name_share=len(names) / max(1, fewest),
        rare_words=min(1.0, sum(rarity(word) > RARE for word in both - names) / (2 * FEW)),
        cover=common / max(1.0, sizes[0]),
        cosine=common / max(1.0, math.sqrt(sizes[0] * sizes[1])),
        about=min(1.0, telling(about) / 2),
        crossed=min(1.0, telling(crossed - about) / 3),
        figures=min(1.0, len(one.figures & two.figures) / 3),
        brief=1 / math.sqrt(max(BRIEF, min(len(one.words), len(two.words)))),
        few_names=float(fewest < FEW),
        main_least=min(mains),
        main_most=max(mains),
    )


def shared_main(one: Kin, two: Kin) -> float:
    """Which part of what the first document is mostly about the other one names at all, by how much names tell."""
    return telling(one.main & two.names) / max(0.5, telling(one.main))


@lru_cache(maxsize=256)  # a new document is held against some thirty others
def whole(one: Kin) -> float:
    """How much all words of a document tell."""
    return telling(one.words)


def telling(words: Iterable[str]) -> float:
    """How much some stems tell: the rare ones most."""
    return sum(map(rarity, words))


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The weights of the traits."""
    found: dict[str, float] = json.loads(files("registry.steps").joinpath("data", "kinship.json").read_text("utf-8"))
    return found


def akin(one: Kin, two: Kin, of: Mapping[str, float] | None = None) -> float:
    """How likely two documents are about the same matter, from 0 to 1; less than even where both have names and share
    none, however alike their words, unless they share as many figures that are not round as a report has by itself."""
    known, told = of or weights(), ground(one, two)
    odds = known["bias"] + sum(known[name] * value for name, value in told._asdict().items())
    if set_elsewhere(one, two):
        return min(1 / (1 + math.exp(-odds)), ELSEWHERE)
    # What is told of the whole country seldom says which: "Farmers bring in meagre crop", "Harvest report 2024".
    strangers = bool(one.names and two.names) and not told.named and (one.headed or two.headed)
    known_so = not strangers or agreeing(one, two) >= SEVERAL
    return min(1 / (1 + math.exp(-odds)), 1.0 if known_so else STRANGERS)


def set_elsewhere(one: Kin, two: Kin) -> bool:
    """Whether two documents tell of two places and hardly share a figure."""
    return elsewhere(one, two) and agreeing(one, two) < SEVERAL


def elsewhere(one: Kin, two: Kin) -> bool:
    """Whether two documents are about events in places that the other one never names."""
    if not one.scene or not two.scene:
        return False
    return not any(named(name, other) for seen, other in ((one, two), (two, one)) for name in seen.scene)


def named(name: str, other: Kin) -> bool:
    """Whether a document has a name, or one made of it: "Icelanders" are those of Iceland."""
    known = name in other.names or name in other.words
    return known or (len(name) >= LONG and any(one.startswith(name) for one in other.names))


def agreeing(one: Kin, two: Kin) -> int:
    """How many figures two documents share that have three digits without the zeros at their end: 92.6, not 500."""
    digits = (re.sub(r"\D", "", figure).strip("0") for figure in one.figures & two.figures)
    return sum(len(found) >= DIGITS for found in digits)
