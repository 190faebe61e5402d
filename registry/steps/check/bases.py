"""A percentage or a fraction behind a part whose whole was told before: "The office received 4,215 reports. 843
reports, or 12.5 per cent, were serious", "80 of them died, a rate of 40 per cent".

A newcomer's mistake: taking the nearest larger figure for the whole. The part says what it is of ("of them", or by the
same noun) or the share does ("three quarters of the members"), and any figure of the document that gives it is whole
enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim, Kind, Status
from registry.steps.check.lists import by_sentence
from registry.steps.check.rates import ABOUT
from registry.steps.check.said import after, before, between, figure, single, unit
from registry.steps.check.shapes import Pair
from registry.steps.check.shares import fits, plain, wrong
from registry.steps.fragments import HEDGES
from registry.steps.match import fact_key
from registry.steps.match.profile import profile
from registry.steps.match.words import stems

BESIDE = re.compile(
    r"(?P<of> of (?:them|these|those|it|which|whom))?(?P<noun>(?: [a-z][\w'’-]+){0,6}?)"
    r"(?P<late> of (?:them|these|those))?"
    r"(?:,? or|,? i\.e\.|, that is,?|,| [–—-]|,? \(|(?:,| [–—-]) an? (?:[a-z-]+ )?(?:rate|share|proportion) of)"
    rf" ?{HEDGES}",
    re.IGNORECASE,
)
FEW_WORDS = 3
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
OF_THESE = re.compile(r"(?:^\W*|, )Of (?:these|those|them|which|whom),? (?:only |just )?$", re.IGNORECASE)
OF_THE = re.compile(r"\W*(?:Out )?Of (?:(?:the|its|their|all|these|those) ){0,2}", re.IGNORECASE)
WITH = re.compile(r"(?: [a-z]+)?, with (?:only |just )?", re.IGNORECASE)
NAMED = re.compile(r" of (?:all )?(?:the |its |their )(?:total )?(?P<what>[a-z]{3,})\s*(?:[,.;)–—]|$|and\b)")
PLACE = re.compile(r"\b(?i:in|from|at|of) (?:the )?[A-Z][a-z]+")
NEAR, FAR, BACK = Decimal(2), Decimal(20), 3


def wrong_bases(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A percentage is not the share that a part has in the whole told before it."""
    sentences = by_sentence(claims)
    for at, own in enumerate(sentences):
        for part, share in pairwise(own):
            if not may_be(part, share):
                continue
            near = [one for some in sentences[max(0, at - BACK) : at + 1] for one in some]
            whole, sure = whole_of(part, share, near)
            if whole and missed(part, share, whole, claims, FAR if sure else NEAR):
                yield Pair(part, share, wrong(share, part, due(part, whole)), fact_key(share))


def whole_of(part: Claim, share: Claim, near: Sequence[Claim]) -> tuple[Claim | None, bool]:
    """The whole that a part is of, if any, and whether a pronoun says so."""
    found, told = BESIDE.fullmatch(between(part, share)), NAMED.match(after(share))
    if not found or (not told and (ELSE.match(after(share)) or not END.match(after(share)))):
        return None, False
    if told:
        return like_named(part, told["what"], near), False
    if found["of"] or found["late"] or OF_THESE.search(before(part)) or opened(part, near):
        return last_whole(part, near), True
    few = len(found["noun"].split()) <= FEW_WORDS
    return (like_named(part, found["noun"], near) if few else None), False


def opened(part: Claim, near: Sequence[Claim]) -> bool:
    """Whether a part stands behind the whole that opens its sentence, "Of the 60 places 48", or is "with" it."""
    start = part.sentence.start
    whole = next(
        (one for one in reversed(near) if one.sentence.start == start and one.span.end <= part.span.start), None
    )
    if not whole:
        return False
    opens = OF_THE.fullmatch(before(whole)) and len(between(whole, part).split()) <= FEW_WORDS
    return bool(opens or WITH.fullmatch(between(whole, part)))


def may_be(part: Claim, share: Claim) -> bool:
    """Whether a count and a percentage or a fraction can be a part and its share."""
    shared = share.assertion.kind in (Kind.PERCENT, Kind.FRACTION) and single(share) and not share.assertion.direction
    return shared and part.assertion.kind in (Kind.COUNT, Kind.MONEY) and plain(part) and not part.assertion.direction


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


def missed(part: Claim, share: Claim, whole: Claim, claims: Sequence[Claim], near: Decimal) -> bool:
    """Whether a percentage is not that of the part in its whole, nor in any other figure, and may be meant as it."""
    said = figure(share) * (100 if share.assertion.kind is Kind.FRACTION else 1)
    if not due(part, whole) / near < said < due(part, whole) * near:
        return False
    every = (one for one in claims if plain(one) and figure(one) > figure(part) and unit(one) == unit(part))
    return not any(gives(share, due(part, one)) for one in every)


def gives(share: Claim, made: Decimal) -> bool:
    """Whether a percentage is what figures make, within a point; a fraction is only about so."""
    if share.assertion.kind is Kind.PERCENT:
        return fits(share, made)
    said = figure(share) * 100
    return abs(made - said) <= max(made, said) * ABOUT
