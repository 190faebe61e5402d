"""What of a topic a text is about: the strike in a country, the extension of a line, the tablets of a brand.

A newcomer's mistake: the noun that stands there most. Its traits speak for a noun as those of names do (`traits.py`);
`python -m registry.steps.resolve.fit_matter` weighs them, and no noun at all is one of the choices.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve.bearing import is_person
from registry.steps.resolve.event import OF_PERSONS
from registry.steps.resolve.names import singular
from registry.steps.resolve.persons import is_somebody
from registry.steps.resolve.runs import looks_personal
from registry.steps.resolve.standing import PLACED, Weights, places_of
from registry.steps.resolve.story import words_of
from registry.steps.resolve.words import DATA, common_nouns, words

SHORTEST, SURE, LONGEST = 3, 2, 3
RATE = "rate"  # of what, only the words around it say
DEFINITE = frozenset({"the", "this", "that"})
Traits = dict[str, float]


@dataclass(slots=True)
class Noun:
    """How often a noun stands in a text, and how often in the plural, with an article, counted, owned, as a subject."""

    times: int = 0
    plural: int = 0
    definite: int = 0
    counted: int = 0
    owned: int = 0
    subject: int = 0

    def add(self, token: Token) -> None:
        """Count one place."""
        self.times += 1
        self.plural += token.tag == "NNS"
        self.definite += any(child.low in DEFINITE for child in token.of("det"))
        self.counted += token.first("nummod") is not None
        self.owned += any(child.tag == "PRP$" for child in token.of("nmod:poss"))
        self.subject += token.dep.startswith("nsubj")


def nouns_of(trees: Iterable[Tree | None], headings: Container[int] = ()) -> dict[str, Noun]:
    """The common nouns that stand for themselves in a text, in the singular; not one that only stands in its headings,
    where a verb may look like it: "Senate backs the bill"."""
    found: dict[str, Noun] = {}
    sure = set[str]()
    idle = words()["nouns.measures"] | words()["nouns.money"] | words()["nouns.idle"]
    idle |= words()["titles.passing"] | words()["nouns.corporate"]
    for number, tree in enumerate(trees):
        for token in tree.tokens if tree else ():
            plain = token.tag in ("NN", "NNS") and token.low.isalpha() and len(token.low) >= SHORTEST
            noun = singular(token.low) if plain and token.dep != "compound" else ""
            if noun and noun not in idle and not is_somebody(noun):
                found.setdefault(noun, Noun()).add(token)
                if number not in headings:
                    sure.add(noun)
    return {noun: seen for noun, seen in found.items() if noun in sure}


def matter_of(topic: str | None, weights: Weights, nouns: Mapping[str, Noun]) -> str | None:
    """The topic with the noun that says what of it the text is about: "Norland strike"; the topic where none does."""
    if topic is None or topic.isdigit():
        return topic
    found = {noun: worth(traits) for noun, traits in choices(topic, weights, nouns).items()}
    best = max(found, key=lambda noun: found[noun], default=None)
    return f"{topic} {best}" if best is not None and found[best] > 0 else topic


def thing_titled(title: str | None, nouns: Mapping[str, Noun]) -> str | None:
    """The thing that a title without a name begins with: "egg price" for "Egg prices hit record"."""
    run: list[str] = []
    for word in (title or "").split()[:LONGEST]:
        noun = singular(word.lower())
        if noun not in nouns and noun not in common_nouns():
            break
        run.append(noun)
    while run and run[-1] in words()["nouns.idle"]:
        run.pop()
    idle = words()["nouns.people"] | words()["nouns.persons"] | words()["nouns.idle"] | words()["publishers.reporters"]
    return " ".join(run) if len(run) > 1 and not idle & set(run) else None


def worth(traits: Traits) -> float:
    """What the traits of a noun weigh together."""
    known = learnt()
    return sum(known.get(name, 0.0) * value for name, value in traits.items())


def choices(topic: str, weights: Weights, nouns: Mapping[str, Noun]) -> dict[str, Traits]:
    """The nouns that may be joined to a topic, each with its traits; no noun at all has none."""
    headline = words_of(weights.title)
    most = max((one.times for one in nouns.values()), default=1)
    held, own = words_of(topic), of_topic(topic, weights)
    sorts = words()["nouns.corporate"] | words()["nouns.bodies"] | words()["nouns.persons"]
    sorts |= words()["nouns.event"] - OF_PERSONS if is_person(topic, weights.folded) else frozenset()
    return {
        noun: {**of_noun(noun, one, headline), "share": one.times / most, **own}
        for noun, one in nouns.items()
        if (one.times >= SURE or noun in headline) and noun not in held | sorts and (noun != RATE or noun in headline)
    }


def of_noun(noun: str, seen: Noun, headline: frozenset[str]) -> Traits:
    """What speaks for a noun: its kind, how it stands in the text, whether the title has it."""
    table = words()
    return {
        "noun": 1.0,
        "event": float(noun in table["nouns.event"]),
        "thing": float(noun in table["nouns.things"]),
        "generic": float(noun in table["nouns.generic"]),
        "place": float(noun in table["nouns.places"]),
        "rate": float(noun in table["nouns.rates"]),
        "title": float(noun in headline),
        "once": float(seen.times == 1),
        "plural": seen.plural / seen.times,
        "definite": seen.definite / seen.times,
        "counted": seen.counted / seen.times,
        "owned": seen.owned / seen.times,
        "subject": seen.subject / seen.times,
    }


def of_topic(topic: str, weights: Weights) -> Traits:
    """What of the topic itself speaks for a noun: places have one, persons and organisations hardly ever."""
    around = list(places_of(topic, weights.folded))
    tokens = {singular(word) for word in topic.lower().split()}
    return {
        "topic personal": float(looks_personal(topic)),
        "topic thing": float(bool(tokens & (words()["nouns.generic"] | words()["nouns.things"]))),
        "topic words": float(" " in topic),
        "topic placed": sum(PLACED.search(before) is not None for before, _ in around) / (len(around) or 1),
        "topic share": weights.counted[topic] / max(weights.counted.values(), default=1),
        "topic title": float(topic in weights.title),
    }


@lru_cache(maxsize=1)
def learnt() -> dict[str, float]:
    """The weight of each trait, as fitted."""
    read = json.loads((DATA / "matter.json").read_text(encoding="utf-8"))
    return {name: float(weight) for name, weight in read.items()}
