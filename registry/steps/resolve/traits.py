"""The traits of a name that speak for and against its being what a document is about, with weights that a file holds.

A newcomer's mistake: a rule for each document that goes wrong. A trait is true in general, and `fit.py` weighs it:
`python -m registry.steps.resolve.fit`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from math import log

from registry.steps.resolve.names import singular
from registry.steps.resolve.publisher import body_of, home_of, is_reporter, seat_of
from registry.steps.resolve.runs import HEADS
from registry.steps.resolve.standing import (
    ACCORDING,
    PLACED,
    TELLS,
    Weights,
    is_accused,
    is_human,
    is_own_paper,
    is_people,
    named,
    places_of,
    prosecutes,
    publisher_of,
    standing,
    talks,
)
from registry.steps.resolve.story import words_of
from registry.steps.resolve.words import DATA, words

MOST, FIRST, LATE = 25, 25, 2 / 3
VERB, HOLDER = re.compile(r" (?:today |has |have )?([a-z]+)\b"), re.compile(r"(?:'s|')? (?:ex-|former )?([a-z]+)\b")
HEAD = re.compile(r" (?:of|for|on) ")
OF = re.compile(r"\bof (?:the )?$")
CALLING = re.compile(r"\w(?:keeper|master|maker|smith|man|woman|grower|builder|singer|writer|painter|hunter)$")
STREETS = frozenset(("street", "road", "avenue", "lane", "boulevard", "calle", "rue", "avenida", "strasse"))
HEARINGS = words()["titles.texts"] | {"meeting", "hearing", "session", "sitting", "record", "evidence", "proceeding"}
WIDE = words()["places.countries"] | words()["places.regions"]
SITTING = words()["publishers.sitting"]
OFFICES = re.compile(r"\b[Oo]ffice\b")
Traits = dict[str, float]


def score(found: Mapping[str, float], known: Mapping[str, float]) -> float:
    """How much the traits of a name speak for it."""
    return sum([known.get(trait, 0.0) * value for trait, value in found.items()])  # a generator costs a call a trait


@lru_cache(maxsize=2)
def learnt(name: str = "topic.json") -> dict[str, float]:
    """The weight of each trait, as fitted."""
    return {trait: float(weight) for trait, weight in json.loads((DATA / name).read_text(encoding="utf-8")).items()}


def traits(weights: Weights) -> dict[str, Traits]:
    """The names that a document may be about, each with its traits; a paper is not what it writes about."""
    if weights.traits is None:
        weights.traits = drawn(weights)
    return weights.traits


def drawn(weights: Weights) -> dict[str, Traits]:
    """The same, worked out."""
    often = [name for name, _ in weights.counted.most_common(MOST)]
    own = body_of(weights.source, weights.folded)
    apart = {
        "own": own,
        "home": home_of(weights.source, weights.folded),
        "seat": seat_of(own, weights.folded) if own else None,
    }
    names = dict.fromkeys([*often, *(name for name in apart.values() if name)])
    fit = [name for name in names if name == apart["home"] or not is_own_paper(weights, name)]
    fit = [name for name in fit if not (talks(weights, name) or prosecutes(weights, name))]
    fit = [name for name in fit if " " not in name or not is_street(name)] or fit
    others = [name for name in fit if not is_human(weights, name)]
    if others:
        # who answers tells of something else, and so does the office of one who governs
        fit = [name for name in fit if not (is_asked(weights, name) or is_published(weights, name))]
    if any(" " in name or weights.counted[name] > 1 for name in others):
        fit = [name for name in fit if not is_guest(weights, name)]
    marked = {name: weights.counted[name] * standing(weights, name) for name in fit}
    most = max((weights.counted[name] for name in fit), default=0) or 1
    best = max(marked.values(), default=0.0) or 1.0
    return {
        name: {
            "share": weights.counted[name] / most,
            "standing": marked[name] / best,
            **{f"is {what}": float(name == known) for what, known in apart.items()},
            **by_form(weights, name),
            **by_place(weights, name),
            **by_others(weights, name, most),
        }
        for name in fit
    }


def by_form(weights: Weights, name: str) -> Traits:
    """What the words of a name say: a person, a body, an event, a part of what the publisher calls itself."""
    tokens = name.split()
    low = {singular(token.lower()) for token in tokens}
    own, personal = publisher_of(weights.source) or "", is_human(weights, name)
    shown = personal and is_portrayed(weights, name) and holds_person(weights.title)
    return {
        "personal": float(personal),
        "passing": float(is_passing(weights, name) and not shown),
        "bystander": float(personal and is_bystander(weights, name) and not shown),
        "of person": float(any(is_holder(after) for after in titled(weights, name))),
        "accused": float(personal and is_accused(weights.folded, tokens[-1])),
        "in publisher": float(name != own and bool(own) and re.search(rf"\b{re.escape(name)}\b", own) is not None),
        "thing": float(bool(low & (words()["nouns.generic"] | words()["nouns.things"]))),
        "event": float(bool(low & words()["nouns.event"])),
        "of words": float(len(tokens) > 1),
        "plural": float(len(tokens) == 1 and name.endswith("s")),
        "capitals": float(name.isupper()),
        "reporter": float(is_reporter(name)),
        "people": float(is_people(weights, name)),
    }


def by_place(weights: Weights, name: str) -> Traits:
    """What the places say where a name stands: title, opening, after "in", before "said"."""
    around = list(places_of(name, weights.folded))
    often = len(weights.places.get(name, around))
    hits = len(around) or 1
    short = [*(one for one, full in weights.full.items() if full == name), name]
    spots, (begin, end) = weights.places.get(name, ()), weights.opening
    early = [start for start in spots if begin <= start < end]  # a generator costs a call a place
    opens = bool(early)
    tried = opens and is_human(weights, name) and is_accused(weights.folded, name.split()[-1])
    held = any(named(weights.title, one) for one in short) and not is_teller(weights, name)
    return {
        "often": log(1 + often),
        "once": float(often == 1),
        "title": float(held or (opens and (tried or is_portrayed(weights, name)) and holds_person(weights.title))),
        "opening": float(opens),
        "tried": float(tried),
        "first": float(bool(early) and min(early) < begin + FIRST),
        "placed": sum([PLACED.search(before) is not None for before, _ in around]) / hits,
        "told": sum(
            [TELLS.match(after) is not None or ACCORDING.search(before) is not None for before, after in around]
        )
        / hits,
        "after of": sum([OF.search(before) is not None for before, _ in around]) / hits,
        "noun titled": float(is_noun_titled(weights, name)),
        "vessel": float(name in weights.vessels),
        "country": float(name.lower() in words()["places.countries"]),
        "party": float(name.lower() in words()["capitals.parties"] or name.endswith(" Party")),
        "late": float(bool(spots) and max(spots) > LATE * len(weights.folded)),
    }


def by_others(weights: Weights, name: str, most: int) -> Traits:
    """What other names and the title say: longer names are made of it, a headline names the country for a place that
    only the text names, or the body before which something is heard."""
    shown, sits = name in weights.title, not words_of(name).isdisjoint(SITTING)
    longer = sum(
        [times for one, times in weights.counted.items() if name in one and one != name and is_within(name, one)]
    )
    spots = weights.places.get(name)
    return {
        "within": min(2.0, longer / most),
        "wide titled": float(shown and (name.lower() in WIDE or is_people(weights, name))),
        "sits": float(sits),
        "sits titled": float(sits and shown and not words_of(weights.title).isdisjoint(HEARINGS)),
        "begins": spots[0] / len(weights.folded) if spots else 1.0,
    }


def is_within(name: str, longer: str) -> bool:
    """Whether a longer name is made of a name: "Corran Dam" of "Corran"."""
    return f" {name} " in f" {longer} "


def is_street(name: str) -> bool:
    """Whether a name is that of a street, where what a text is about happens."""
    tokens = name.lower().split()
    return len(tokens) > 1 and (tokens[-1] in STREETS or tokens[0] in STREETS)


def titled(weights: Weights, name: str) -> list[str]:
    """What the title says after each place of a name, or of a short form of it."""
    short = [*(one for one, full in weights.full.items() if full == name), name]
    return [weights.title[hit.end() :] for one in short for hit in re.finditer(rf"\b{re.escape(one)}\b", weights.title)]


def is_noun_titled(weights: Weights, name: str) -> bool:
    """Whether a title has the noun that a name ends with, written small: "Dam fails in Montana" and "Lemke Dam"."""
    last = singular(HEAD.split(name)[0].lower().split()[-1])
    if " " not in name or name in weights.title or last not in words()["nouns.things"] | words()["nouns.generic"]:
        return False
    if last not in weights.title.lower():
        return False
    return re.search(rf"\b{last}s?\b(?! [a-z]+(?:er|or|man)\b)", weights.title, re.I) is not None


def is_asked(weights: Weights, name: str) -> bool:
    """Whether a title only names who answers: "Mara Lind: 'We will not sell'", "interview with Mara Lind"."""
    last = re.escape(name.split()[-1])
    return (
        last in weights.title
        and is_human(weights, name)
        and (
            re.search(rf"\b{last}(?:: [\"']|:? (?:answers|speaks|talks|on [A-Z]))", weights.title) is not None
            or re.search(rf"[\"'].*[\"'],? (?:says )?(?:[A-Z][\w-]+ )?{last}$", weights.title) is not None
            or re.search(rf"\b(?:interview|conversation|talk|q&a) with [^:]*\b{last}\b", weights.title, re.I)
            is not None
        )
    )


def is_guest(weights: Weights, name: str) -> bool:
    """Whether a title names a person who is a guest in the talk below it: "Mara Lind on the night the dam broke"."""
    last = name.split()[-1].lower()
    return last in weights.speakers and is_human(weights, name) and not is_accused(weights.folded, name.split()[-1])


def is_published(weights: Weights, name: str) -> bool:
    """Whether a person's own office publishes the text: "Office of Governor Dana Holt"."""
    own = weights.source.publisher or ""
    return name.split()[-1] in own and OFFICES.search(own) is not None and is_human(weights, name)


def is_teller(weights: Weights, name: str) -> bool:
    """Whether a title names a person only for telling something: "Governor Dana Holt announces road repairs"."""
    told = titled(weights, name.split()[-1]) if is_human(weights, name) else []
    return bool(told) and all(is_announcing(after) for after in told)


def is_portrayed(weights: Weights, name: str) -> bool:
    """Whether a text opens with a person, comes back to the surname, and never has that person only tell something."""
    begin, spots = weights.opening[0], weights.places.get(name, ())
    if not is_human(weights, name) or not any(begin <= start < begin + FIRST for start in spots):
        return False
    return len(spots) > 1 and not any(TELLS.match(after) for _, after in places_of(name.split()[-1], weights.folded))


def holds_person(title: str) -> bool:
    """Whether a title has a noun for a person, who is named below it: "Ferry captain jailed", "The last keeper"."""
    low = words_of(title)
    once = any(word.startswith("ex-") or word == "former" or CALLING.search(word) for word in title.lower().split())
    return once or bool(low & (words()["nouns.persons"] | words()["capitals.titles"] | HEADS))


def is_announcing(after: str) -> bool:
    """Whether what follows a name is a verb of telling."""
    hit = VERB.match(after)
    return hit is not None and bool({hit.group(1), singular(hit.group(1))} & words()["speech.announcing"])


def is_holder(after: str) -> bool:
    """Whether what follows a name is who holds an office there, of whom the text tells: "Norwind founder guilty"."""
    hit = HOLDER.match(after)
    return hit is not None and bool(
        {hit.group(1), singular(hit.group(1))} & (words()["nouns.persons"] | words()["capitals.titles"] | HEADS)
    )


def is_passing(weights: Weights, name: str) -> bool:
    """Whether a name is that of a person who is only quoted: the surname stands alone, the title names nobody so."""
    if not is_human(weights, name) or (name.split()[-1] in weights.title and not is_teller(weights, name)):
        return False
    first, last = name.split()[0], name.split()[-1]
    alone = re.search(rf"(?<!{re.escape(first)} )\b{re.escape(last)}\b", weights.folded)
    return alone is not None or re.search(rf"{re.escape(name)}, (?:the )?[a-z]", weights.folded) is not None


def is_bystander(weights: Weights, name: str) -> bool:
    """Whether a person is neither in the title nor on trial: one of whom a text tells to tell of something else."""
    last = name.split()[-1]
    return (last not in weights.title or is_teller(weights, name)) and not is_accused(weights.folded, last)
