"""Reasons to be surer than usual before a draft's figure is held against a stored one.

A newcomer's mistake: a veto. Two writers may well put one thing in different words; only the bar is higher.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from registry.model.assertion import Claim, Kind
from registry.steps.match import concepts
from registry.steps.match.about import kindred, near_modifiers, other_modifiers
from registry.steps.match.entities import Same, compare
from registry.steps.match.profile import Profile, profile
from registry.steps.match.stated import attribute_words
from registry.steps.match.words import stem, stems

OWNED = re.compile(
    r"""(?P<who>[A-Z][\w&-]*(?:\s+[A-Z][\w&-]*)*)(?:['’]s|(?<=s)['’])\s+  # the owner
        (?P<what>(?:[a-z-]+\s+){1,4}?)                                      # what is owned
        (?:has|have|had|is|are|was|were|will|can|counts?)\b                 # and does something""",
    re.VERBOSE,
)

# What a date is called whose sentence tells no event, as stems in longer names.
BARE = frozenset({"year", "date", "period"})
WHENS = frozenset(map(stem, BARE))


def doubtful(claim: Claim, other: Claim) -> bool:
    """Whether two claims may be about different things although they look alike."""
    one, two = profile(claim), profile(other)
    if near_modifiers(one, two).value or other_modifiers(one, two).value:
        return True
    return other_thing(claim, other, one, two)


def other_thing(claim: Claim, other: Claim, one: Profile, two: Profile) -> bool:
    """Whether both count something, and neither sentence has a word for what the other counts; or both date something,
    and neither has a word for what happened in the other."""
    kinds = {claim.assertion.kind, other.assertion.kind}
    words = [set(attribute_words(each)) - general() - WHENS for each in (claim, other)]
    if kinds == {Kind.DATE}:
        return all(words) and not kindred(*map(frozenset, words)) and not _shared(words, one, two)
    if kinds != {Kind.COUNT} or not one.heads or not two.heads:
        return False
    return not (one.named & two.named or kindred(one.named, two.named) or _shared(words, one, two))


def _shared(words: Sequence[AbstractSet[str]], one: Profile, two: Profile) -> bool:
    """Whether a sentence has a word for what the other is about."""
    return bool(words[0] & (two.sentence | words[1]) or words[1] & one.sentence)


def eventless(claim: Claim) -> bool:
    """Whether a day or year only says when the rest of its sentence holds ("In 2013 the club had 40 members"): it dates
    nothing that happened, and no other date is held against it."""
    said = claim.assertion
    return said.kind is Kind.DATE and (said.attribute is None or said.attribute.key in BARE)


def owned(claim: Claim, other: Claim) -> bool:
    """Whether a sentence speaks of something that belongs to the subject ("the club's bank has 12 branches"), which the
    other sentence does not name."""
    subject = claim.assertion.subject
    found = OWNED.search(claim.sentence.exact) if subject else None
    if subject is None or found is None or compare(found["who"], subject.label) is not Same.YES:
        return False
    told = {stem(word) for word in found["what"].split()} - general()
    counted = set(attribute_words(claim)) | set(stems(claim.assertion.head or ""))
    return bool(told - counted) and not told <= profile(other).sentence


def general() -> frozenset[str]:
    """Words that say nothing about what is counted."""
    return concepts.default().general
