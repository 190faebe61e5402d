"""Whose a figure is that goes on with a clause without its verb: "Labour won 41 seats, and the Greens 12".

A newcomer's mistake: asking the parse. It takes the name for an apposition of the clause, or for its subject.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind, Mention
from registry.steps.assemble.spot import Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

NAME = r"[A-Z][\w'’&.-]*(?: (?:(?:of|the|de) )?[A-Z][\w'’&.-]*)*"
SORT = r"(?: (?:branch|city|college|council|county|district|hospital|party|plant|province|region|school|university))?"
TAIL = re.compile(
    rf"(?:,(?: and| but| while)?|;(?: and)?|(?<=\w) and| while) (?:the )?"
    rf"(?P<name>{NAME}{SORT}|north|south|east|west)"
    r" (?:about |almost |around |just |nearly |only |over |roughly |some )?$"
)
# Of sums, also what has no name: "of which the town pays 7 million and the lottery fund 6 million".
PLAIN = re.compile(
    r"(?:,(?: and| but| while)?|;(?: and)?|(?<=\w) and| while) the (?P<name>[a-z]+(?: [a-z]+){0,2}?)"
    r" (?:about |almost |around |just |nearly |only |over |roughly |some )?$"
)
ENDS = re.compile(r"\s*(?:[.,;:)]|and\b|while\b|but\b|$)")
REACH, MOST = 120, 60


def gapped(spot: Spot) -> str | None:
    """The name right before a figure that goes on with the clause of another figure of its sort."""
    found = tail(spot, spot.mention)
    if found is None:
        return None
    known = spot.page.story.name_at(spot.sentence.start + found.end("name") - 1)
    return known or found["name"]


def beyond(spot: Spot, token: Token) -> bool:
    """Whether a token names whose another, later figure is that goes on with the clause of this one."""
    if token.start < spot.mention.end:
        return False
    later = (one for one in spot.page.mentions[spot.number][:MOST] if one.start > token.start)
    found = next((tail(spot, one) for one in later), None)
    return found is not None and spot.sentence.start + found.start("name") <= token.start


def tail(spot: Spot, mention: Mention) -> re.Match[str] | None:
    """The separator and the name before a figure, if another figure of its sort stands before them in the sentence."""
    before = [one for one in spot.page.mentions[spot.number][:MOST] if one.end < mention.start]
    if mention.kind is Kind.DATE or not any(one.kind is mention.kind for one in before):
        return None
    end = mention.start - spot.sentence.start
    if not ENDS.match(spot.words, mention.end - spot.sentence.start):
        return None
    found = TAIL.search(spot.words[:end], max(0, end - REACH))
    if found is None and mention.kind is Kind.MONEY and (found := PLAIN.search(spot.words[:end], max(0, end - REACH))):
        found = found if is_noun(spot, mention) else None
    if found is None or found["name"].lower() in words()["scope.calendar"]:
        return None
    begun = spot.sentence.start + found.start()
    return found if any(one.kind is mention.kind and one.end <= begun for one in before) else None


def is_noun(spot: Spot, mention: Mention) -> bool:
    """Whether a noun stands right before a figure."""
    before = spot.tree.before_place(mention.start) if spot.tree else None
    return before is not None and before.is_noun
