"""Who holds an office now: whether a draft names somebody whom a later document of its matter has replaced.

A newcomer's mistake: taking everybody with one title for one after the other. A matter of two companies has two chief
executives; a later holder has to be of the same body, or be told as new, or as having followed the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from registry.model.assertion import Claim, Kind, Status
from registry.steps.check.holders import label
from registry.steps.lint.naming import standing_around
from registry.steps.lint.problem import Witness
from registry.steps.match.entities import Same, compare, parts
from registry.steps.posts import Post, alone, offices, post

THEN = re.compile(
    r"\b(?:then|former|formerly|ex|late|outgoing|previous|previously|once|retired|past)\W+(?:[\w'’-]+ ){0,4}$|"
    r"\b(?:was|were|had been|used to be) (?:[\w'’-]+ ){0,3}$",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
LONG_AGO = re.compile(r"\b(?:at the time|in those days|years? ago|until)\b", re.IGNORECASE)
NEW = re.compile(
    r"\b(?:since|new|newly|took (?:over|office|up)|tak(?:es|en|ing) (?:over|office|up)|bec[ao]mes?|appoint\w+|elected"
    r"|sworn in|inaugurated|named|succeed\w*|replac\w+|follow(?:s|ed)|predecessor)\b",
    re.IGNORECASE,
)


class Successor(NamedTuple):
    """Who has an office now, those who say so, and the first day they do."""

    name: str
    office: str
    witnesses: tuple[Witness, ...]
    first: date


def successor(claim: Claim, told: Sequence[Witness]) -> Successor | None:
    """Who has come after the person to whom a draft gives an office; `told` gives offices to people in the documents
    of its matter. None where the draft speaks of the past, or nobody has."""
    post = _post(claim)
    if post is None or post.office not in alone() or past(claim):
        return None
    same = [(one, other) for one in told if (other := _post(one.claim)) and one.claim.source.published]
    own = [two for two in same if _one_person(claim, two[0].claim) and alike(post, claim, two[1], two[0].claim)]
    if not own:
        return None
    last = max(one.day for one, _ in own)
    later = [
        one
        for one, other in same
        if not _one_person(claim, one.claim)
        and any(alike(mine, had.claim, other, one.claim) for had, mine in own)
        and any(_follows((had, mine), (one, other)) for had, mine in own)
    ]
    return _newest(later, last)


def _newest(later: Sequence[Witness], last: date) -> Successor | None:
    """Who was told last, and never before the other held the office for the last time."""
    if not later:
        return None
    newest = max(later, key=lambda one: one.day)
    mine = [one for one in later if _one_person(newest.claim, one.claim)]
    first = min(one.day for one in mine)
    if first <= last:
        return None
    shown = tuple(sorted(mine, key=lambda one: one.day, reverse=True))
    return Successor(_name(newest.claim), _lowered(label(newest.claim)), shown, first)


def past(claim: Claim) -> bool:
    """Whether a sentence speaks of an office as somebody once held it."""
    at = claim.span.start - claim.sentence.start
    before = claim.sentence.exact[:at]
    return bool(THEN.search(before) or YEAR.search(before) or LONG_AGO.search(claim.sentence.exact))


def person(claim: Claim) -> tuple[int, int]:
    """Where in the text the holder of an office is named: beside it in the sentence, else the words of the office."""
    name, sentence = _name(claim), claim.sentence
    for words in (name, name.split()[-1] if name else ""):
        found = [hit.span() for hit in re.finditer(rf"\b{re.escape(words)}\b", sentence.exact)] if words else []
        if found:
            at = claim.span.start - sentence.start
            start, end = min(found, key=lambda one: abs(one[0] - at))
            return sentence.start + start, sentence.start + end
    return claim.span.start, claim.span.end


def alike(one: Post, first: Claim, two: Post, second: Claim) -> bool:
    """Whether two offices may be one: what either adds has to stand around the other, and two bodies share a word."""
    if one.office != two.office:
        return False
    if not (one.sort - two.sort <= two.body | standing_around(second)):
        return False
    if not (two.sort - one.sort <= one.body | standing_around(first)):
        return False
    return not one.body or not two.body or bool(one.body & two.body) or _hears(one, second) or _hears(two, first)


def _hears(post: Post, other: Claim) -> bool:
    """Whether the whole name of a body stands around another claim."""
    return post.body <= standing_around(other)


def _follows(before: tuple[Witness, Post], after: tuple[Witness, Post]) -> bool:
    """Whether somebody holds the office that another held, and not one beside it: told as new, beside the name of the
    other, of the same body, or in texts about one thing."""
    (had, mine), (has, other) = before, after
    if has.day <= had.day:
        return False
    sentence = has.claim.sentence.exact
    last = _name(had.claim).split()[-1:]
    if NEW.search(sentence) or (last and last[0] in sentence):
        return True
    if mine.body and other.body:
        return bool(mine.body & other.body)
    topics = [one.claim.assertion.topic or "" for one in (had, has)]
    return all(topics) and compare(*topics) is Same.YES


def _one_person(claim: Claim, other: Claim) -> bool:
    """Whether two names may be one person's."""
    one, two = _name(claim), _name(other)
    if not one or not two:
        return True
    last = [parts(name)[-1].casefold() if parts(name) else "" for name in (one, two)]
    return last[0] == last[1] or compare(one, two) is Same.YES


def _name(claim: Claim) -> str:
    subject = claim.assertion.subject
    return subject.label if subject else ""


def _lowered(label: str) -> str:
    """The words of an office as they stand within a sentence: "Chairman" opened one, "Transit director" has a name."""
    first, *rest = label.split()
    return " ".join([first.lower() if first.lower() in offices() | {"chief", "managing"} else first, *rest])


def _post(claim: Claim) -> Post | None:
    """The office that a claim gives to somebody, taken apart."""
    if claim.assertion.kind is not Kind.ROLE or claim.assertion.status is not Status.ACTUAL:
        return None
    return post(label(claim))
