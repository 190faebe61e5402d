"""Whose each of several figures is that "respectively" deals out: "Norwind and Halden fell 19% and 15%, respectively".

A newcomer's mistake: giving all of them to the last name. The first figure is of the first name.
"""

from __future__ import annotations

import re

from registry.steps.assemble.spot import Spot
from registry.steps.resolve import looks_personal

NAME = r"[A-Z][\w'&.-]*(?: (?:(?:of|the) )?[A-Z][\w'&.-]*)*"
NAMES = re.compile(rf"(?<![\w.])(?:[Tt]he )?{NAME}(?:, (?:the )?{NAME})*,? and (?:the )?{NAME}")
ONE = re.compile(NAME)
BETWEEN = re.compile(r",? and |, ")
SAID, REACH = "respectively", 160


def respective(spot: Spot) -> str | None:
    """The name at the place of a figure among those that are dealt out with it."""
    at = spot.words.find(SAID, spot.mention.end - spot.sentence.start)
    if at < 0 or at + spot.sentence.start - spot.mention.end > REACH:
        return None
    some = run(spot, spot.sentence.start + at)
    mine = next((place for place, start in enumerate(some) if start == spot.mention.start), None)
    if mine is None:
        return None
    head = spot.words[: some[0] - spot.sentence.start]
    for hit in NAMES.finditer(head):
        names = [*ONE.finditer(hit.group().removeprefix("The "))]
        if len(names) == len(some):
            first = hit.end() - len(hit.group().removeprefix("The "))
            place = spot.sentence.start + first + names[mine].end() - 1
            known = spot.page.story.name_at(place)
            return known if known and looks_personal(known) else names[mine].group()
    return None


def run(spot: Spot, end: int) -> list[int]:
    """Where the figures start that stand in a row right before a place."""
    found: list[int] = []
    for one in reversed(spot.page.mentions[spot.number]):
        if one.end > end:
            continue
        gap = spot.page.folded[one.end : end]
        if not found and gap.strip(" ,") and len(gap.split()) > 2:
            break
        if found and not BETWEEN.fullmatch(re.sub(r"^ (?:to |of |at |by |in )?[a-z%]+(?= and |, )", "", gap)):
            break
        found.insert(0, one.start)
        end = one.start
    return found if len(found) > 1 else []
