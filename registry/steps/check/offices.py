"""Offices that one person held after each other ("until now deputy leader of the council", "the new mayor"), or holds
beside each other.

A newcomer's mistake: excusing every former office. Two former offices do not agree, nor do two present ones; only where
one text says that an office has ended and the other that one has begun, both are right.
"""

from __future__ import annotations

import re

from registry.model.assertion import Claim, Kind
from registry.model.finding import Finding, Relation, Severity
from registry.model.term import Term
from registry.steps.check.voices import quoted_apart
from registry.steps.check.wording import voice, words
from registry.steps.match.entities import Same, compare

ENDED = re.compile(
    r"\b(?:until (?:now|recently|then|last \w+|this \w+)|former(?:ly)?|previously|outgoing|hitherto|ex-)"
    r"(?: (?:the|a|an|its|their|his|her))?(?: [\w-]+){0,2}[ -]?$"
    # "resigned as finance minister", not "refused to resign as"
    r"|(?<!not )(?<!never )\b(?:resign(?:ed|s)|stepp?(?:ed|s) down|st(?:ood|ands) down|quit|retired|(?:was|were|been)"
    r" (?:sacked|dismissed|fired|removed|ousted))(?: from (?:his|her|their|the) (?:post|job|office|position|role))? as"
    r"(?: (?:the|a|an|its|their|his|her))?(?: [\w-]+){0,2} $",
    re.IGNORECASE,
)
LEFT = re.compile(r"(?:former|outgoing|retired|one-?time|erstwhile|ex-)", re.IGNORECASE)
RETIRED = re.compile(r"retired\b", re.IGNORECASE)
BEGUN = re.compile(
    r"\b(?:new|newly[- ][a-z]+|incoming|next|(?:elected|appointed|named|sworn in|chosen)(?: as)?|bec(?:omes?|ame)"
    r"|takes? over as|took over as|starts? as|started as)(?: (?:the|a|an|its|their|his|her))?(?: [\w-]+){0,2} $",
    re.IGNORECASE,
)
THEN = re.compile(r"\bthen(?: the| a| an)?(?: [\w-]+){0,2}[ -]?$", re.IGNORECASE)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
PUBLIC = frozenset(("minister", "secretary", "chancellor", "premier", "governor", "mayor", "senator", "lawmaker", "mp"))
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


def past_office(left: Claim, right: Claim) -> Finding | None:
    """One office is told as a former one, or with a year long gone, and is of another sort of body than the other."""
    if left.assertion.kind is not Kind.ROLE or right.assertion.kind is not Kind.ROLE:
        return None
    for old, new in ((left, right), (right, left)):
        past = (ended(old) or long_gone(old, new)) and elsewhere(old, new)
        if (past or has_retired(old, new)) and not ended(new):
            detail = f"{voice(old)} gives {words(old)} as an office of the past; {voice(new)} gives {words(new)}."
            return Finding(Relation.COMPATIBLE, "past_office", detail, Severity.LOW)
    return None


def has_retired(old: Claim, new: Claim) -> bool:
    """Whether somebody is called by what he did before he retired, and by something else: a retired judge may chair."""
    trades = [told(claim).partition(" of ")[0].split()[-1:] for claim in (old, new)]
    return RETIRED.match(old.span.exact) is not None and trades[0] != trades[1]


def long_gone(claim: Claim, other: Claim) -> bool:
    """Whether an office is one that somebody held "then", in a year before that of the other document."""
    told = [int(year) for year in YEAR.findall(claim.sentence.exact)]
    day = other.source.published
    return THEN.search(around(claim)[0]) is not None and day is not None and any(year < day.year for year in told)


def elsewhere(old: Claim, new: Claim) -> bool:
    """Whether two offices are of two bodies that are named, one of a state and the other not, or of two departments."""
    one, two = (told(claim).partition(" of ") for claim in (old, new))
    if one[2] and two[2]:
        return compare(one[2], two[2]) is not Same.YES
    public = [any(word in PUBLIC for word in part[0].lower().split()) for part in (one, two)]
    return public[0] != public[1] or all(public)


def told(claim: Claim) -> str:
    """The words of an office with the body it is of."""
    value = claim.assertion.value
    return value.label if isinstance(value, Term) else words(claim)


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
