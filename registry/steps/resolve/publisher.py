"""Who publishes a document, and what follows for what it is about: its home, the place of its office, itself.

A newcomer's mistake: taking the publisher for the topic. A ministry reports on others, a town's paper on the town.
"""

from __future__ import annotations

import re

from registry.model.document import Source
from registry.steps.cues import cued
from registry.steps.resolve.names import places, singular
from registry.steps.resolve.runs import DULL
from registry.steps.resolve.standing import BRANCH, is_media, publisher_of
from registry.steps.resolve.story import words_of
from registry.steps.resolve.words import words

SITES = frozenset(("national", "park", "city", "town", "county", "regional", "state", "river", "port", "general"))
LEGAL = re.compile(  # what ends the name of a firm
    r" (?:AG|SA|S\.A\.|SAS|O\u00dc|GmbH|KG|SE|SpA|S\.p\.A\.|S\.?r\.?l\.?|N\.?V\.?|B\.?V\.?|AB|Oyj?|ASA?|A/S|Kft"
    r"|s\.r\.o\.|a\.s\.|LLC|LLP|Pty|Ltd|Limited|plc|PLC|Inc|Corp)\.?$"
)
MAGAZINES = frozenset(("review", "magazine", "monthly", "quarterly", "digest"))  # of no town: "Middle Sea Review"
WIRES = frozenset(("press", "wire", "newswire", "agency", "dispatch", "network"))
PEOPLES = ("ian", "ish", "ese")  # the Moravian Courier is no paper of a place called so
SELF = re.compile(r"\([A-Z][\w ]*\)|\btold (?:the )?[A-Z]\w+")
DOES = re.compile(r"(?:'s)? [a-z]")
LOCAL = cued(
    r"\b(?:[Oo]ur|[Tt]he) (?:city|town|village|borough|province|county|region|district|island|peninsula|valley"
    r"|city council|council|central bank)\b"
)


def home_of(source: Source, folded: str) -> str | None:
    """The place that a paper is named after, where the text is about it: "Alder Herald" and "our province"."""
    tokens = (publisher_of(source) or "").removeprefix("The ").split()
    kept = [token for token in tokens if singular(token.lower()) not in words()["publishers.media"]]
    bodies = words()["nouns.bodies"] | words()["publishers.bodies"]
    plain = 0 < len(kept) < len(tokens) <= 4 and all(token[:1].isupper() for token in kept)
    plain = plain and not {singular(token.lower()) for token in kept} & bodies
    common = {singular(token.lower()) for token in kept} & (words()["publishers.common"] | DULL)
    name = " ".join(kept)
    if name.endswith("er") and re.search(rf"\b{re.escape(name[:-2])}\b", folded):
        name = name[:-2]
    if not plain or common or (len(kept) == 1 and name.endswith(PEOPLES)) or tokens[-1].lower() in MAGAZINES:
        return None
    told = SELF.sub("", folded)
    named = len(re.findall(rf"\b{re.escape(name)}\b", f"{source.title} {told}"))
    if not named and {singular(token.lower()) for token in tokens} & WIRES:
        return None  # an agency is at home everywhere
    local = LOCAL.search(folded) or named > told.count(source.publisher or name)
    return name if local else None


def is_reporter(name: str) -> bool:
    """Whether a publisher is a body that reports on others: a ministry, a statistics office, an observatory."""
    return bool(words_of(name) & words()["publishers.reporters"])


def seat_of(name: str, folded: str) -> str | None:
    """The place that an authority is of, where the text names it: "Ministry of Alder", "Alder Weather Service"."""
    told = re.search(r"\b(?:of|for) ((?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)$", name)
    tokens = name.split()
    common = words()["publishers.common"] | words()["publishers.reporters"] | words()["publishers.bodies"] | DULL
    lead = 0 if told else next((at for at, word in enumerate(tokens) if singular(word.lower()) in common | SITES), 1)
    if lead > 1 and (place := " ".join(tokens[:lead])) != name and place in folded.replace(name, ""):
        return place
    plain = {word.lower() for word in (told.group(1).split() if told else tokens[:1])}
    place = told.group(1) if told else tokens[0]
    offices = words()["capitals.titles"] | words()["capitals.ranks"]
    if plain & (common | offices | words()["nouns.generic"]) or place.lower() == name.lower():
        return None
    rest = folded.replace(name, "")
    if not told and place.endswith("n") and re.search(rf"\b{re.escape(place[:-1])}\b", rest):
        return place[:-1]
    return place if told or len(re.findall(rf"\b{re.escape(place)}\b", rest)) > 1 else None


def body_of(source: Source, folded: str) -> str | None:
    """The publisher where it is an organisation, by its name or by what it does in the text."""
    name = publisher_of(source)
    if name is None or is_media(name) or not name[:1].isupper():
        return None
    sorts = words()["nouns.generic"] | words()["publishers.bodies"] | words()["nouns.places"]
    body = words_of(name) & (sorts | words()["publishers.houses"])
    branch = BRANCH.search(source.publisher or "")
    office = branch is not None and branch.group()[:1] == " " and branch.group().strip()[:1].islower()
    return name if body or office or LEGAL.search(name) or acts(name, folded) else None


def acts(name: str, folded: str) -> bool:
    """Whether a text tells what somebody does: "Norwind cuts"."""
    return any(DOES.match(folded, end) for _, end in places(name, folded))
