"""A percentage that its document's own figures do not give ("30 of 120 stations, or 35 per cent").

A newcomer's mistake: holding a percentage against a count in the next sentence. Only "x of y" beside it says what of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim, Kind
from registry.model.finding import Finding, Relation, Severity
from registry.model.quantity import Quantity
from registry.steps.check.said import after, between, figure, unit
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key
from registry.steps.match.words import stems

X_OF_Y = re.compile(r"(?P<part>\d[\d,]*)\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+)?(?P<whole>\d[\d,]*)\b")
OF_IT = re.compile(
    r" of (?:it|them|that|this|these|those|which|whom)(?: \w+){0,2}?"
    r"(?:,? or |, i\.e\. |, that is,? |,? ?\()(?:about |some |roughly |around )?",
    re.IGNORECASE,
)
OR = re.compile(r"(?:,? or |, i\.e\. |, that is,? |,? ?\()(?:about |some |roughly |around )?", re.IGNORECASE)
OF_NAMED = re.compile(r" of (?:(?:the|its|their|his|her|our|all|total|annual) ){0,2}(?P<what>[a-z]{3,})\b")
RATE = re.compile(r", an? (?:[a-z-]+ )?(?:rate|share|proportion) of (?:about |some |roughly |around )?$")
NEAR = 2
BESIDE = re.compile(r"^[\s\w,]{0,40}?[,(–-]?\s*(?:or|i\.e\.|that is)?\s*\(?(?:about|some|roughly|around)?\s*$")


def wrong_shares(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A percentage is not what the figures beside it give."""
    for claim in claims:
        if claim.assertion.kind is not Kind.PERCENT:
            continue
        found = beside(claim) or of_it(claim, claims) or of_named(claim, claims)
        part = found and next((c for c in claims if c.span.start == found[0] and c is not claim), None)
        if found and part and not fits(claim, found[1]):
            yield Pair(part, claim, wrong(claim, part, found[1]), fact_key(claim))


def beside(claim: Claim) -> tuple[int, Decimal] | None:
    """Where "x of y" begins just before the percentage, and the percentage it gives."""
    text, at = claim.sentence.exact, claim.span.start - claim.sentence.start
    before = (match for match in X_OF_Y.finditer(text) if match.end() <= at)
    found = [match for match in before if BESIDE.match(RATE.sub("", text[match.end() : at]))]
    gap = text[found[-1].end() : at] if found else ""
    if not found or not ("(" in gap + text[at - 1 : at] or " or " in gap or RATE.search(gap)):
        return None
    last = found[-1]
    part, whole = (Decimal(last[key].replace(",", "")) for key in ("part", "whole"))
    return (claim.sentence.start + last.start(), part * 100 / whole) if whole and part <= whole else None


def of_it(claim: Claim, claims: Sequence[Claim]) -> tuple[int, Decimal] | None:
    """Where the part begins in "took 40 million and spent 30 million of it, or 75 per cent", and its percentage."""
    own = [
        c for c in claims if c.sentence.start == claim.sentence.start and c.span.end <= claim.span.start and plain(c)
    ]
    for whole, part in pairwise(own):
        one, two = whole.assertion.value, part.assertion.value
        assert isinstance(one, Quantity)
        assert isinstance(two, Quantity)
        if OF_IT.fullmatch(between(part, claim)) and one.unit == two.unit and (two.low or 0) <= (one.low or 0) > 0:
            return part.span.start, (two.low or Decimal(0)) * 100 / (one.low or Decimal(1))
    return None


def of_named(claim: Claim, claims: Sequence[Claim]) -> tuple[int, Decimal] | None:
    """Where the part begins in "sales of 50 million and costs of 30 million, or 60 per cent of sales", and its
    percentage of the only other figure of its unit that the sentence calls so."""
    named = OF_NAMED.match(after(claim))
    own = [c for c in claims if c.sentence.start == claim.sentence.start and c is not claim and plain(c)]
    before = [c for c in own if c.span.end <= claim.span.start]
    if not named or not before or not OR.fullmatch(between(before[-1], claim)):
        return None
    part = before[-1]
    what = set(stems(named["what"]))
    wholes = [c for c in own if c is not part and unit(c) == unit(part) and what & called(c)]
    if len(wholes) != 1 or what & called(part) or not figure(part) < figure(wholes[0]):
        return None
    share, value = figure(part) * 100 / figure(wholes[0]), claim.assertion.value
    said = value.low if isinstance(value, Quantity) else None
    return (part.span.start, share) if said and share / NEAR < said < share * NEAR else None


def called(claim: Claim) -> set[str]:
    """The stems of what a figure is called."""
    return set(stems(claim.assertion.attribute.label)) if claim.assertion.attribute else set()


def plain(claim: Claim) -> bool:
    """Whether a claim states one figure that can be a part or a whole."""
    value = claim.assertion.value
    return isinstance(value, Quantity) and value.single and value.unit not in ("percent", "ordinal")


def fits(claim: Claim, share: Decimal) -> bool:
    """Whether a percentage is the share, within a point."""
    value = claim.assertion.value
    if not isinstance(value, Quantity):
        return True
    meant = value.meant()
    low = meant.low is None or meant.low - 1 <= share
    return low and (meant.high is None or share <= meant.high + 1)


def wrong(claim: Claim, part: Claim, share: Decimal) -> Finding:
    """The finding, with the share that the figures give."""
    detail = f"{name(claim)} gives {words(claim)}, but its own figures beside it make {share:.1f} per cent."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_share", detail, Severity.MEDIUM)
