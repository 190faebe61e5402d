"""Two causes of one happening held against each other: the same in other words, possible together, or apart.

A newcomer's mistake: causes that share no word for rivals. A general cause ("human error") covers any special one, what
one side names beside another cause is told by both, and a cause of something else is no rival.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.model.assertion import UNTOLD, Claim, Kind, Status
from registry.steps.match import concepts
from registry.steps.match.words import content, lists, stem, stems

SHARED = re.compile(
    r"\b(?:partly|in part|among (?:the|other)|one of|factors?|contribut\w+|helped|also|as well|apart from|besides"
    r"|combination|together with|not only|worsened|aggravated)\b",
    re.IGNORECASE,
)


def are_causes(left: Claim, right: Claim) -> bool:
    """Whether both tell what something was caused by."""
    return all(one.assertion.kind is Kind.EVENT and one.assertion.verb == "cause" for one in (left, right))


def rivals(left: Claim, right: Claim) -> bool | None:
    """Whether two causes exclude each other; None where nothing follows from them."""
    if any(one.assertion.status is not Status.ACTUAL or SHARED.search(one.sentence.exact) for one in (left, right)):
        return None
    if left.source == right.source or left.source.language != right.source.language or not one_effect(left, right):
        return None
    if told_by(left, right) or told_by(right, left):
        return False
    return None if general(left) or general(right) else True


def one_effect(left: Claim, right: Claim) -> bool:
    """Whether both are causes of one happening, as far as their words tell."""
    if is_untold(left) or is_untold(right):
        return all(is_untold(claim) or effect(claim) & sudden() for claim in (left, right))
    return bool(effect(left) & effect(right))


def is_untold(claim: Claim) -> bool:
    """Whether a cause is of what its text is about, as its sentence names nothing else."""
    return UNTOLD in claim.assertion.notes


def effect(claim: Claim) -> frozenset[str]:
    """The stems and the concepts of what a cause brought about."""
    about = claim.assertion.subject
    if about is None:
        return frozenset()
    return content(about.label) | concepts.named(stems(about.key)).concepts


def told_by(claim: Claim, other: Claim) -> bool:
    """Whether the sentence of another claim has a word of a cause, or a concept that the cause names."""
    cause = words_of(claim)
    said = concepts.named(stems(other.span.exact)).concepts
    return bool(cause & content(other.sentence.exact)) or bool(concepts.named(stems(claim.span.exact)).concepts & said)


def words_of(claim: Claim) -> frozenset[str]:
    """The words of a cause that say something, without those of what it brought about."""
    return content(claim.span.exact) - loose() - effect(claim)


def general(claim: Claim) -> bool:
    """Whether a cause is so general that any other may be an instance of it, or says nothing by itself."""
    return not words_of(claim) - broad()


@lru_cache(maxsize=1)
def sudden() -> frozenset[str]:
    """Stems of what a whole text may be about and that happens once, unlike a delay or a rise."""
    return frozenset(map(stem, lists()["causes"]["sudden"].split()))


@lru_cache(maxsize=1)
def broad() -> frozenset[str]:
    """Stems of causes of which others are instances."""
    return frozenset(map(stem, lists()["causes"]["broad"].split()))


@lru_cache(maxsize=1)
def loose() -> frozenset[str]:
    """Stems that stand in any cause and say nothing."""
    return frozenset(map(stem, lists()["causes"]["loose"].split()))
