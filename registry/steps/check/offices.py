"""Offices that one person held after each other ("until now deputy leader of the council", "the new mayor"), or holds
beside each other.

A newcomer's mistake: excusing every former office. Two former offices do not agree, nor do two present ones; only where
one text says that an office has ended and the other that one has begun, both are right.
"""

from __future__ import annotations

import re

from registry.model.assertion import Claim, Kind
from registry.model.finding import Finding, Relation, Severity
from registry.steps.check.voices import quoted_apart
from registry.steps.check.wording import voice, words

ENDED = re.compile(
    r"\b(?:until (?:now|recently|then|last \w+|this \w+)|former(?:ly)?|previously|outgoing|hitherto|ex-)"
    r"(?: (?:the|a|an|its|their|his|her))?(?: [\w-]+){0,2}[ -]?$",
    re.IGNORECASE,
)
LEFT = re.compile(r"(?:former|outgoing|ex-)", re.IGNORECASE)
BEGUN = re.compile(
    r"\b(?:new|newly[- ][a-z]+|incoming|next|(?:elected|appointed|named|sworn in|chosen)(?: as)?|bec(?:omes?|ame)"
    r"|takes? over as|took over as|starts? as|started as)(?: (?:the|a|an|its|their|his|her))?(?: [\w-]+){0,2} $",
    re.IGNORECASE,
)
SINCE = re.compile(r"^[^.;:]{0,40}? since (?:last |this |yesterday|\w+day\b|\d)", re.IGNORECASE)


def succeeding(left: Claim, right: Claim) -> Finding | None:
    """One office had ended when the other one began."""
    if left.assertion.kind is not Kind.ROLE or right.assertion.kind is not Kind.ROLE:
        return None
    for old, new in ((left, right), (right, left)):
        if ended(old) and begun(new) and not ended(new):
            detail = (
                f"{voice(old)} gives {words(old)} as a former office; {voice(new)} gives {words(new)} as a new one."
            )
            return Finding(Relation.COMPATIBLE, "succeeding", detail, Severity.LOW)
    return None


def several(left: Claim, right: Claim) -> Finding | None:
    """One text gives two offices: a person may hold both, or be called by a trade in one place."""
    roles = left.assertion.kind is Kind.ROLE and right.assertion.kind is Kind.ROLE
    if not roles or left.source.id != right.source.id or quoted_apart(left, right):
        return None
    detail = f"{voice(left)} gives both {words(left)} and {words(right)}: one person may be both."
    return Finding(Relation.COMPATIBLE, "several_offices", detail, Severity.LOW)


def ended(claim: Claim) -> bool:
    """Whether an office is told as one that somebody has left."""
    return LEFT.match(claim.span.exact) is not None or ENDED.search(around(claim)[0]) is not None


def begun(claim: Claim) -> bool:
    """Whether an office is told as one that somebody has just taken."""
    before, after = around(claim)
    return BEGUN.search(before) is not None or SINCE.match(after) is not None


def around(claim: Claim) -> tuple[str, str]:
    """The words of the sentence before and behind an office."""
    line, start = claim.sentence.exact, claim.span.start - claim.sentence.start
    return line[:start], line[start + len(claim.span.exact) :]
