"""Whose poll a share is from: "In a Norwind poll, 68 percent were in favour", "Norwind found two thirds against".

A newcomer's mistake: any name before "poll". "In a March poll" and "a Scottish survey" name nobody.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Spot
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES
from registry.steps.resolve.names import clean_name
from registry.steps.resolve.words import words

POLLSTER = r"(?P<who>[A-Z][\w&'-]*(?: (?:and |& )?[A-Z][\w&'-]*){0,3})"
IN_POLL = cued(
    rf"\b(?:[Ii]n|[Aa]ccording to|[Bb]y) (?:an?|the|its|another|that|this) (?:[a-z]+ )?{POLLSTER} "
    r"(?:(?:opinion|exit|phone|online|snap) )?(?:poll|survey)\b"
)
BY_POLLSTER = cued(
    rf"\b(?:poll|survey) (?:(?:carried out|conducted|taken|done|made|published|commissioned) )?by (?:the |an? )?"
    rf"(?:[a-z]+ ){{0,2}}{POLLSTER}"
    r"(?=[,.;]| [a-z]|$)"
)
FOUND = cued(
    rf"(?:^|[,;] |\b(?:and|but|while) ){POLLSTER}"
    r"(?: (?:had |has )?(?:found|finds|measured|saw|sees)| (?:had|has|puts?)) "
    rf"{HEDGES}$"
)
PUTS = cued(
    r"(?:^|[,;] |\b(?:but|and|while) )(?:[Aa]n?|[Tt]he|[Ii]ts) (?:[a-z]+ )?"
    rf"{POLLSTER} (?:(?:opinion|exit|phone|online) )?(?:poll|survey)\b[^.;:\"]{{0,80}}?"
    r"\b(?:found|finds|puts?|showed|shows|suggests?|suggested|gave|gives|has|had)\b"
)
STANCE = re.compile(r"(?: of [\w' -]{3,40}?)? (?:in favou?r|against|for it|opposed|undecided|backing|supporting)\b")
PEOPLES = re.compile(r"\w+(?:ish|ese|[iu]an|ean|wide)\b")


def polled(spot: Spot) -> str | None:
    """Whoever asked people, for the share of them who answered so."""
    if spot.mention.kind not in (Kind.PERCENT, Kind.FRACTION) or spot.mention.direction:
        return None
    asked = "poll" in spot.words or "survey" in spot.words
    ways = (IN_POLL.search(spot.before()), PUTS.search(spot.before()), BY_POLLSTER.search(spot.words)) if asked else ()
    hit = next(filter(None, ways), None)
    if hit is None and STANCE.match(spot.after()):
        hit = FOUND.search(spot.before())
    if hit is None or ";" in spot.before()[hit.end() :]:
        return None
    name = clean_name(hit["who"])
    return spot.page.story.expand(name) if asks_people(spot, name) else None


def asks_people(spot: Spot, name: str) -> bool:
    """Whether a name before "poll" may be who took it: no month, no country and no people."""
    first = name.split()[0].lower() if name else ""
    known = words()["scope.calendar"] | words()["places.countries"]
    return bool(name) and first not in known and name not in spot.page.story.placed and not PEOPLES.fullmatch(name)
