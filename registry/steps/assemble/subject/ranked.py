"""Whose a figure of a ranking is that is told in words: "the Glass House was fourth with 4,038 visits, the zoo fifth".

A newcomer's mistake: asking the tree. Behind the first entry the verb is often left out, and the parser hangs the next
name on the figure before it.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.reference import named
from registry.steps.assemble.spot import Spot
from registry.steps.fragments import HEDGES
from registry.steps.resolve.names import flat_name

ENTERED = re.compile(
    r"(?:^|(?<=[ ,;:(\n]))"
    r"(?:(?:[Tt]he )?(?P<name>(?!The )[A-Z][\w'&.-]*(?: (?:(?:of|the|for|and) )?[A-Z][\w'&.-]*)*)(?P<kind> [a-z]{4,})?"
    r"|[Tt]he (?P<thing>[a-z]{3,}))"
    r"(?:,? (?:also )?(?:in|near|at)(?: [a-z]+)? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?|, [a-z]+ [A-Z][\w'-]+)?"  # where it is
    r",?(?: (?:was|were|is|are|came|comes|finished|finishes|placed|ranked|ended|stood)"
    r"(?: (?:now|still|also|currently))?)?"
    r"(?: in| the)? $"
)
RANK = (
    r"(?:(?:joint[ -])?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)|(?:[4-9]|\d\d)th)"
    r"(?: (?:place|spot|position|overall))?"
)
WITH = re.compile(
    rf"\b{RANK},? (?:with|on|at|in) (?:(?:an?|its|his|her|their) )?"
    rf"(?:(?:best|record|personal|season)[ -](?:ever|best|high) )?{HEDGES}$"
)
PLACED = re.compile(rf"{RANK}\b")
INTO = re.compile(r"\b(?:into|(?:down |back )?to|out of) $")
MOVING = frozenset(
    {"push", "move", "relegate", "drop", "knock", "send", "demote", "shunt", "bump", "leave", "put", "force", "lift"}
)
PLAIN = frozenset({"team", "side", "party", "second", "third", "other", "same", "next", "latter", "former"})
REACH = 90


def ranked(spot: Spot) -> str | None:
    """Whose the figure of an entry is, or the rank itself: "and the Maritime Hall was fifth with 3,966 visitors"."""
    if spot.mention.kind is Kind.DATE:
        return None
    before = spot.before()[-REACH:]
    if spot.mention.kind is Kind.ORDINAL:
        if not PLACED.match(spot.page.folded, spot.mention.start):
            return None
        return moved(spot) if INTO.search(before) else entry(spot, before)
    behind = WITH.search(before)
    return entry(spot, before[: behind.start()]) if behind is not None else None


def entry(spot: Spot, before: str) -> str | None:
    """What stands before a rank: a name that the text knows, a name with its kind, or a plain thing with "the"."""
    hit = ENTERED.search(before)
    if hit is None:
        return None
    if hit["thing"]:
        return hit["thing"] if hit["thing"] not in PLAIN else None
    if hit["kind"]:
        return f"{hit['name']}{hit['kind']}".split("'s ")[-1]
    name = spot.page.story.name_at(spot.mention.start - len(spot.before()[-REACH:]) + hit.end("name") - 1)
    return name if name in spot.page.story.names else None


def moved(spot: Spot) -> str | None:
    """What something moves into a rank: "pushed the Holm Bridge into third place"."""
    some = spot.tree.tokens if spot.tree is not None else ()
    verbs = [one for one in some if one.lemma in MOVING and one.end < spot.mention.start]
    thing = verbs[-1].first("obj", "nsubj:pass") if verbs else None
    if thing is None:
        return None
    return named(spot, thing) or (flat_name(thing, spot.page.folded) if thing.is_name else None)
