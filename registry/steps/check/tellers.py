"""The words by which a second source gives its figure: "the firm says it is 60", "the town as 9", "police spoke of 4".

A newcomer's mistake: taking whoever stands before a verb for a source. An owner has, a town counts and a second team
finds something of its own; for such verbs it must be a body that keeps count or looks into things.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from registry.steps.fragments import HEDGES
from registry.steps.match.profile import SPEAKERS
from registry.steps.match.words import stems
from registry.steps.resolve.words import words

NOBODY = (
    r"(?!(?:he|she|it|they|we|i|you|that|this|which|who|what|in|at|on|for|near|elsewhere|another|others?|each"
    r"|(?:(?:the|a) )?(?:first|second|third|next|other|same|last|further)|today|now|then|later|yesterday)\b)"
)
ASIDE = r"(?P<apposition>,\s(?:[^,;.]|[,.](?=\d)){3,60},)?"
WHO = rf"(?P<who>{NOBODY}[\w'’-]+(?:\s(?!(?:he|she|it|they|we|i|you|who|which)\b)[\w'’-]+){{0,5}}?){ASIDE}"
OPENING = r"(?:^|[;,]\s*|\b(?:while|but|and|whereas)\s+)(?:(?:while|but|and|whereas)\s+)?"
# "The firm says", "the union puts it at", "the mayor tells us that it was": whoever says so is a source.
TOLD = re.compile(
    rf"{OPENING}{WHO}\s+(?:still\s)?"
    r"(?:(?:had\s)?(?:says?|said|spoken? of|speaks? of|spoke of|talks? of|talked of|heard? of)"
    r"|(?:puts?|had put) (?:it|this|that|the figure|the number) at|reckons? with|believes? in|makes? it|made it"
    r"|(?:says?|said|finds?|found|thinks?|thought|insists?|insisted|tells? (?:me|us)|told (?:me|us)) (?:that )?"
    r"(?:it (?:is|was)|there (?:are|were|had been)|they (?:are|were))"
    r"|(?P<counts>counts?|counted)|estimates?|estimated|claims?|claimed"
    rf"|(?:number|figure|count|estimate|tally) (?:is|was))\s+{HEDGES}$",
    re.IGNORECASE,
)
# "The city's events office, which read the turnstiles, has 58,900": who keeps count has another figure.
KEPT = re.compile(
    rf"(?:but |and |yet |while )?(?P<who>{NOBODY}"
    r"(?:(?:the|its|his|her|their) [\w'’-]+(?:\s[\w'’-]+){0,5}?|(?-i:[A-Z])[\w'’-]+(?:\s[\w'’-]+){0,5}?))"
    rf"{ASIDE}\s(?:still\s)?"
    r"(?P<verb>has|have|had|(?:had |has |have )?(?:counted|measured|found|seen)|sees?|saw|finds?|reports?|reported"
    rf"|comes? to|came to|arrives? at|arrived at|gets? to|stops? at)\s{HEDGES}$",
    re.IGNORECASE,
)
# "The orchestra puts it at 1.4 million, the canton at 1.9": the verb is told once, its preposition twice.
GAPPED = re.compile(
    rf"[,;]\s(?:and |while |but )?(?P<who>{NOBODY}[\w'’-]+(?:\s(?!theirs|his|hers|its)[\w'’-]+){{0,4}}?)\s"
    rf"(?P<by>of|at|as|that it (?:is|was))\s{HEDGES}$",
    re.IGNORECASE,
)
LENDING = {
    "of": re.compile(r"\b(?:speaks?|spoke|talks?|talked) of\b", re.IGNORECASE),
    "at": re.compile(r"\b(?:puts?|estimate[sd]?|reckon(?:s|ed)?|gives?|gave)\b", re.IGNORECASE),
    "as": re.compile(r"\b(?:gives?|gave)\b", re.IGNORECASE),
    "that": re.compile(r"\b(?:say|says|said|claims?|claimed|thinks?|reckons?) that\b", re.IGNORECASE),
}
# "€58,000, says the union": behind its figure.
BEHIND = re.compile(
    r",? (?:says?|said|claims?|claimed) (?P<who>(?:the|its) [\w'’-]+(?:\s[\w'’-]+){0,3}?|\w+)(?:[,.;]|$)"
)
TELLING = re.compile(r"\b(?:says?|said|claims?|claimed|according to|reckons?)\b", re.IGNORECASE)
# "thinks that 34,000 is more likely", "thinks 150 million nearer the mark".
THOUGHT = re.compile(
    rf"{OPENING}{WHO}\s+(?:thinks?|thought|believes?|believed|considers?|finds?|found)(?: that)?\s+{HEDGES}$",
    re.IGNORECASE,
)
LIKELIER = re.compile(
    r"\s+(?:(?:is|was|to be) )?(?:(?:far |much )?(?:more (?:likely|realistic|plausible)|nearer|closer))\b"
)
# "Estimates of the damage ranged from 2.9 million (government) to 7.5 million (Chamber of Commerce)".
FIRST = re.compile(rf"\s\((?P<who>[^()\d]{{2,60}})\)\s(?:to|and|or)\s{HEDGES}$")
SECOND = re.compile(r"\s\((?P<who>[^()\d]{2,60})\)")
ESTIMATES = re.compile(
    r"\b(?:estimat|figures?\b|counts?\b|numbers?\b|toll|tall(?:y|ies)|put\b|between\b|rang)", re.IGNORECASE
)
CLOSING = (LIKELIER, BEHIND, SECOND)
# "It's six hundred and fifty", "I'd say a hundred", at the beginning of a turn or in one: who speaks answers.
SPOKEN = re.compile(
    r"(?:[^:.?!]{2,40}:\s)?(?:(?:no|well|but|yes|and|so|oh),?\s)*"
    r"(?:it(?:['’]s| is| was)|they(?:['’]re| are| were)"
    r"|(?:i|we)(?:['’]d| would)? (?:say|count|make it|reckon|see|saw|counted|put it at|arrive at|got? to|found)"
    rf"|(?:i['’]m|we['’]re) told (?:that )?it(?:['’]s| is))\s{HEDGES}$",
    re.IGNORECASE,
)
# A body, by a word of its name.
COUNTERS = frozenset(
    stems(
        "police ministry government authorities officials organisers organizers union unions agency bureau office"
        " institute service auditors campaigners researchers scientists statisticians association federation"
        " prefecture survey count audit"
    )
)
LOOKING = COUNTERS | frozenset(
    stems(
        "bank council commission committee panel review report inquiry inspectors laboratory lab expert engineers"
        " observers observatory foundation model modellers satellite authority surveyors geologists historians auditor"
        " investigators watchdog regulator tester"
    )
)
GIVING = (
    LOOKING
    | SPEAKERS
    | frozenset(
        stems(
            "town city state canton province firm employer operator owner maker nurses lawyers neighbours judges"
            " coroner insurer court chamber society fund board"
        )
    )
)
OWNING = frozenset(("has", "have", "had"))
OPENED = re.compile(rf"[;,]\s*(?:and |but |while )?{HEDGES}$", re.IGNORECASE)
FAR, NEAR = 20.0, 2.5


class Teller(NamedTuple):
    """Who gives a figure, whether a known body does, and how many times another's it may be to answer it."""

    who: str
    known: bool
    reach: float = FAR


def teller(said: str, between: str, rest: str) -> Teller | None:
    """Who gives a figure in the sentence of the one before it: by what is said up to that one, between them and behind.

    >>> teller("The orchestra puts its deficit at 1.4 million", ", the auditors at ", ".")
    Teller(who='the auditors', known=True, reach=20.0)
    """
    ways = (told(TOLD.search(between)), thought(between, rest), gapped(said, between), behind(between, rest))
    found = next(filter(None, (*ways, bracketed(said, between, rest))), None)
    return found if found and not set(stems(found.who)) <= set(stems(said)) else None


def opening(before: str, rest: str) -> Teller | None:
    """Who gives a figure in a sentence of its own, by what stands before and behind it.

    >>> opening("The union speaks of ", ".")
    Teller(who='The union', known=True, reach=20.0)
    >>> opening("The port of Tarn has ", ".") is None
    True
    """
    return told(TOLD.match(before)) or thought(before, rest) or kept(before)


def told(found: re.Match[str] | None) -> Teller | None:
    """Whoever stands before a verb of telling; a country that counts has its own to count."""
    if not found or (found["counts"] and found["who"].lower() in words()["places.countries"]):
        return None
    return Teller(found["who"], known=body(found))


def thought(before: str, rest: str) -> Teller | None:
    """Whoever thinks a figure the likelier one."""
    found = THOUGHT.search(before) if LIKELIER.match(rest) else None
    return Teller(found["who"], known=True) if found else None


def kept(before: str) -> Teller | None:
    """A body that has or finds so much; who merely owns it is of no such sort ("The port of Tarn has 40")."""
    found = KEPT.match(before)
    known = found and body(found, COUNTERS if found["verb"].lower() in OWNING else LOOKING)
    return Teller(found["who"], known=True, reach=NEAR) if found and known else None


def gapped(said: str, between: str) -> Teller | None:
    """A body before the preposition of the verb that told the figure before."""
    found = GAPPED.search(between)
    verb = LENDING[found["by"].lower().split()[0]].search(said) if found else None
    return Teller(found["who"], known=True) if found and verb and set(stems(found["who"])) & GIVING else None


def behind(between: str, rest: str) -> Teller | None:
    """Whoever is named behind a figure that opens its clause, where the one before it is told by somebody, too."""
    found = BEHIND.match(rest) if OPENED.search(between) and TELLING.search(between) else None
    return Teller(found["who"], known=True) if found else None


def bracketed(said: str, between: str, rest: str) -> Teller | None:
    """A body in brackets behind the second of two estimates, each with its own."""
    one, two = FIRST.match(between), SECOND.match(rest)
    given = one and two and ESTIMATES.search(said) and all(is_body(found["who"]) for found in (one, two))
    return Teller(two["who"], known=True) if two and given else None


def is_body(name: str) -> bool:
    """Whether a name is of a body that gives figures: by a word of it, or as the letters of one ("WHO")."""
    return name.isupper() or bool(set(stems(name)) & GIVING)


def body(found: re.Match[str], names: frozenset[str] = GIVING) -> bool:
    """Whether somebody, by name or by what is said of him, is of those who give figures."""
    return bool(set(stems(f"{found['who']} {found['apposition'] or ''}")) & names)
