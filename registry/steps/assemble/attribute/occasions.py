"""Which one of several an event is: the edition of a series, how often something has been done, how a game went.

A newcomer's mistake: counting times. "Won the championship for the sixth time" counts championships.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Attribute, Spot, verb_of
from registry.steps.fragments import HEDGES
from registry.steps.resolve.names import noun_phrase
from registry.steps.resolve.words import words

SERIES = re.compile(r"^ (?:(?:annual|international|[A-Z][\w'-]*) ){0,5}[A-Za-z]+\b")
BARE = re.compile(r"\s*(?:[.,;)]|$|(?:in|this|last|for|from|so|and|at|during|all)\b)")
GOALS = re.compile(r"\b[Gg]oal(?:s|keeper)?\b|\bfrom the spot\b")
INSTANT = re.compile(r"^ of a (?:second|minute)\b")
BY = re.compile(rf"\bby {HEDGES}$")
TIME = re.compile(r"^ (?:[a-z]+ )?time\b")


def edition(spot: Spot) -> Attribute | None:
    """Which one of a series an event is: "the 47th Harbour Film Festival"."""
    if spot.mention.kind is not Kind.ORDINAL:
        return None
    hit = SERIES.match(spot.after())
    return (
        Attribute("edition", None, "edition")
        if hit and any(word.lower() in words()["nouns.series"] for word in hit.group().split())
        else None
    )


def scored(spot: Spot) -> Attribute | None:
    """What one side of a game came to: "won 3-1" gives a higher score and a lower one."""
    side = next((note for note in spot.mention.notes if note.startswith("score ")), "")
    return Attribute(f"{side.removeprefix('score ')} score", None, "score") if side else None


def goals(spot: Spot) -> Attribute | None:
    """What is scored or let in, where only a number is told in a text about goals: "kept goal and conceded 22"."""
    verb = verb_of(spot.node) if spot.mention.kind is Kind.COUNT and BARE.match(spot.after()) else None
    told = verb is not None and verb.lemma in ("score", "concede", "net") and spot.node in verb.of("obj", "nsubj:pass")
    return Attribute("goal", None, "often") if told and GOALS.search(spot.page.folded) else None


def instant(spot: Spot) -> Attribute | None:
    """A part of a second by which something is won or missed: "by three hundredths of a second"."""
    if spot.unit != "fraction" or not INSTANT.match(spot.after()):
        return None
    return Attribute("margin" if BY.search(spot.before()) else "time", None, "often")


def time_of(spot: Spot) -> Attribute | None:
    """What is done so often: "won the championship for the sixth time", "were champions for the third time"."""
    if spot.mention.kind is not Kind.ORDINAL or not TIME.match(spot.after()):
        return None
    verb = verb_of(spot.node)
    if verb is None:
        return None
    done = next((one for one in verb.of("obj") if one.is_noun and not spot.holds(one)), verb if verb.is_noun else None)
    if done is not None and not done.is_name and done.low not in ("time", "times"):
        return Attribute(noun_phrase(done), done, "time")
    act = words().acts.get(verb.lemma, "") if verb.is_verb else ""
    return Attribute(act, None, "time") if act else None
