"""A percentage behind a part whose whole was told before: "The office received 4,215 reports. 843 reports, or 12.5 per
cent, were serious".

A newcomer's mistake: taking the nearest larger figure for the whole. The part says what it is of ("of them", or by the
same noun), the percentage says nothing else, and any figure of the document that gives it is whole enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim, Kind, Status
from registry.model.quantity import Quantity
from registry.steps.check.lists import after, between, by_sentence
from registry.steps.check.parts import figure
from registry.steps.check.rates import before
from registry.steps.check.shapes import Pair
from registry.steps.check.shares import fits, plain, unit, wrong
from registry.steps.fragments import HEDGES
from registry.steps.match import fact_key
from registry.steps.match.profile import profile
from registry.steps.match.words import stems

BESIDE = re.compile(
    r"(?P<of> of (?:them|these|those|it|which|whom))?(?P<noun>(?: [a-z][\w'’-]+){0,3}?)"
    r"(?P<late> of (?:them|these|those))?"
    rf"(?:,? or|,? i\.e\.|, that is,?|,| [–—-]|,? \() ?{HEDGES}",
    re.IGNORECASE,
)
# What the percentage is of, where that may be another whole: "12 per cent of those connected".
ELSE = re.compile(
    r"\W{0,2}\s*(?:of (?!them\b|these\b|those\b(?! \w)|all\b|the total\b)|in \d|"
    r"(?:points?|more|less|fewer|higher|lower|up|down|above|below|a year)\b)",
    re.IGNORECASE,
)
END = re.compile(
    r"(?: of (?:them|these|those|all(?: [a-z]+)?|the total(?: number)?))?\s*[,.;)–—-]|\s*$|"
    r" (?:were|was|had|have|are|is|went|came|got|said|\w+ed)\b",
    re.IGNORECASE,
)
OF_THESE = re.compile(r"\W*Of (?:these|those|them),? $", re.IGNORECASE)
PLACE = re.compile(r"\b(?i:in|from|at|of) (?:the )?[A-Z][a-z]+")
NEAR, BACK = Decimal(2), 3


def wrong_bases(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A percentage is not the share that a part has in the whole told before it."""
    sentences = by_sentence(claims)
    for at, own in enumerate(sentences):
        for part, share in pairwise(own):
            found = BESIDE.fullmatch(between(part, share)) if may_be(part, share) else None
            if not found:
                continue
            near = [one for some in sentences[max(0, at - BACK) : at + 1] for one in some]
            pronoun = bool(found["of"] or found["late"] or OF_THESE.fullmatch(before(part)))
            whole = last_whole(part, near) if pronoun else like_named(part, found["noun"], near)
            if whole and missed(part, share, whole, claims):
                yield Pair(part, share, wrong(share, part, due(part, whole)), fact_key(share))


def may_be(part: Claim, share: Claim) -> bool:
    """Whether a count and a percentage can be a part and its share."""
    shared = share.assertion.kind is Kind.PERCENT and single(share) and not share.assertion.direction
    counted = part.assertion.kind in (Kind.COUNT, Kind.MONEY) and plain(part) and not part.assertion.direction
    return shared and counted and bool(END.match(after(share))) and not ELSE.match(after(share))


def single(claim: Claim) -> bool:
    """Whether a claim states one figure."""
    return isinstance(claim.assertion.value, Quantity) and claim.assertion.value.single


def wholes(part: Claim, near: Sequence[Claim]) -> list[Claim]:
    """The larger figures of its unit before a part, the last one first."""
    return [
        one
        for one in reversed(near)
        if one.span.end <= part.span.start
        and single(one)
        and unit(one) == unit(part)
        and not one.assertion.direction
        and one.assertion.status is not Status.NEGATED
        and figure(one) > figure(part)
    ]


def last_whole(part: Claim, near: Sequence[Claim]) -> Claim | None:
    """The last larger figure of its unit, where a part is "of them"."""
    before = [one for one in near if one.span.end <= part.span.start and single(one) and unit(one) == unit(part)]
    found = wholes(part, near)
    return found[0] if found and before[-1] is found[0] else None


def like_named(part: Claim, noun: str, near: Sequence[Claim]) -> Claim | None:
    """The only larger figure before a part that counts the same noun."""
    if PLACE.search(before(part)):
        return None  # "5,000 reports from France. In Spain 700 reports"
    what = set(stems(noun))
    found = [one for one in wholes(part, near) if what & named(one)] if what else []
    return found[0] if len({figure(one) for one in found}) == 1 else None


def named(claim: Claim) -> set[str]:
    """The stems of what a figure counts."""
    seen = profile(claim)
    return {*seen.heads, *seen.named, *stems(" ".join(after(claim).split()[:2]))}


def due(part: Claim, whole: Claim) -> Decimal:
    """The percentage that a part is of its whole."""
    return figure(part) * 100 / figure(whole)


def missed(part: Claim, share: Claim, whole: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a percentage is not that of the part in its whole, nor in any other figure, and may be meant as it."""
    said = figure(share)
    if not due(part, whole) / NEAR < said < due(part, whole) * NEAR:
        return False
    every = (one for one in claims if plain(one) and figure(one) > figure(part) and unit(one) == unit(part))
    return not any(fits(share, due(part, one)) for one in every)
