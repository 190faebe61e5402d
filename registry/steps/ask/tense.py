"""Whether a question asks for what was planned or is to come, and whether a claim tells that.

A newcomer's mistake: answering "How much was it to cost?" with what it has cost: the plan is what is asked for.
"""

from __future__ import annotations

import re

from registry.model.assertion import Claim, Kind, Status
from registry.model.moment import Bound, Moment
from registry.steps.ask.sorts import Sort

# Verbs that follow "to" as what was to happen: "was the bridge to cost", unlike "was given to farmers".
_ACTS = (
    r"be|have|cost|open|close|take|last|run|carry|hold|house|employ|create|produce|build|begin|start|end|finish|come|go"
    r"|bring|reach|cover|stand|rise|fall|weigh|make|replace|become|serve|receive|get|save|grow|pay|cut|generate"
)
PLANNED = re.compile(
    rf"\b(?:was|were) (?:[\w'’.-]+ ){{1,6}}to (?:{_ACTS})\b"
    r"|\b(?:was|were|is|are|had been|has been) (?:[\w'’.-]+ ){0,6}?(?:planned|expected|supposed|meant|scheduled"
    r"|budgeted|forecast|predicted|intended|due)\b|\boriginally\b",
    re.IGNORECASE,
)
COMING = re.compile(r"\b(?:will|shall|going to)\b", re.IGNORECASE)
ENDING = re.compile(
    r"\b(?:complete[ds]?|completion|finish(?:es|ed)?|ready|ends?|ended|over|closes?|closed|done)\b", re.IGNORECASE
)
START = re.compile(r"\bstart|\bbegin|\bopening", re.IGNORECASE)
OTHER_TIME, OTHER_END = 0.45, 0.6


def ahead(question: str) -> bool:
    """Whether a question asks for what was or is to be.

    >>> ahead("How much was the bridge to cost?"), ahead("How much was paid to farmers?"), ahead("When will it open?")
    (True, False, True)
    """
    return bool(COMING.search(question) or PLANNED.search(question))


def untimely(question: str, sort: Sort, claim: Claim) -> float:
    """What speaks against a claim that tells what is, where a question asks for what is to be, or the reverse."""
    told = claim.assertion
    if sort is Sort.PERSON:
        return 0.0 if told.status is Status.ACTUAL else 0.2
    if not ahead(question):
        return (0.0 if told.status is Status.ACTUAL else 0.2) + other_end(question, claim)
    if sort is Sort.DATE:
        return (OTHER_TIME if over(claim) else 0.0) + other_end(question, claim)
    return OTHER_TIME if told.status is Status.ACTUAL and PLANNED.search(question) else 0.0


def over(claim: Claim) -> bool:
    """Whether a day lay behind those who told it."""
    value, told = claim.assertion.value, claim.source.published
    return isinstance(value, Moment) and told is not None and value.high < told


def other_end(question: str, claim: Claim) -> float:
    """What speaks against the day on which something began, where a question asks when it ends."""
    if claim.assertion.kind is not Kind.DATE or not ENDING.search(question):
        return 0.0
    value, name = claim.assertion.value, claim.assertion.attribute
    begun = isinstance(value, Moment) and value.bound is Bound.SINCE
    return OTHER_END if begun or (name is not None and START.search(name.label)) else 0.0
