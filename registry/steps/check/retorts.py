"""A bare figure with which another source answers the one before it ("45 per cent, says the report; the firm says 60").

Nothing is said of it but who gives it, so that it asks what the figure before it asks. A newcomer's mistake: taking the
next number for an answer. It has nothing behind it, and a verb of telling between its source and itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model.assertion import LIVE, Claim, Kind
from registry.model.quantity import Quantity
from registry.steps import values
from registry.steps.check import tellers
from registry.steps.check.findings import disputed
from registry.steps.check.said import after
from registry.steps.check.shapes import Pair
from registry.steps.check.timing import edge
from registry.steps.check.voices import quoted_apart
from registry.steps.match import fact_key
from registry.steps.match.entities import Same, compare
from registry.steps.match.profile import profile

BARE = re.compile(r"\s*(?:[.;)]|,(?! \d)|$)")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
KINDS = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.FRACTION, Kind.MEASURE)
WARMTH = {"temperature", "temperature difference"}  # "2.1 degrees warmer, says one; the other has 1.7 degrees"
FEW, MOST = 4, 12


def wrong_retorts(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Different sources are quoted with different figures, the second without a word for what it counts."""
    for at, claim in enumerate(claims):
        asked = answered(claim, claims[:at]) if at and bare(claim) else None
        if asked:
            yield Pair(asked, claim, disputed(asked, claim), fact_key(asked))


def answered(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The figure of another source that a bare one answers: in the sentence before where its own opens with who gives
    it, else right before it in its own sentence."""
    line, at = claim.sentence.exact, claim.span.start - claim.sentence.start
    whole = tellers.opening(line[:at].lstrip(), after(claim))
    asked = question(claim, before) if whole else None
    if whole and asked:
        return asked if disputes(asked, claim, whole) else None
    if tellers.SPOKEN.match(line[:at].lstrip()):
        asked = question(claim, before)
        return asked if asked and replied(asked, claim) else None
    last = before[-1]
    if last.sentence.start != claim.sentence.start or not fits(last, claim):
        return None
    end = last.span.end - last.sentence.start
    own = tellers.teller(line[:end], line[end:at], after(claim))
    return last if own and disputes(last, claim, own) else None


def question(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The figure of the sentence right before that another answers: the only one, or the only one of about its size."""
    earlier = [one for one in before[-MOST:] if one.sentence.start != claim.sentence.start]
    if not earlier or not adjoins(claim, earlier[-1]):
        return None
    own = [one for one in earlier if one.sentence.start == earlier[-1].sentence.start and fits(one, claim)]
    close = own if len(own) == 1 else [one for one in own if far(one, claim) <= tellers.NEAR]
    return close[0] if len(close) == 1 else None


def bare(claim: Claim) -> bool:
    """Whether nothing stands behind a figure but that it is the likelier one, or who says so."""
    rest = after(claim)
    ended = BARE.match(rest) or any(words.match(rest) for words in tellers.CLOSING)
    return bool(ended) and asks(claim)


def disputes(asked: Claim, claim: Claim, told: tellers.Teller) -> bool:
    """Whether two sources give the two figures, and they differ, but not by far."""
    one, two = profile(asked).speaker or "", profile(claim).speaker or ""
    if told.known:
        apart = asked.sentence.start == claim.sentence.start or compare(one, told.who) is not Same.YES
    else:
        apart = quoted_apart(asked, claim) and one != two
    return apart and differ(asked, claim) and far(asked, claim) < told.reach


def replied(asked: Claim, claim: Claim) -> bool:
    """Whether one speaker gives another figure than somebody else gave right before, and did not merely ask."""
    one, two = (profile(one).speaker or "" for one in (asked, claim))
    stated = bool(one and two) and compare(one, two) is not Same.YES and "?" not in after(asked)
    return stated and differ(asked, claim) and far(asked, claim) <= tellers.NEAR


def differ(one: Claim, two: Claim) -> bool:
    """Whether two figures cannot both be right; a bare one stands for the unit of the other."""
    if not alike(one, two):
        return far(one, two) > 1
    return not values.compare(one.assertion.value, two.assertion.value).meets


def adjoins(claim: Claim, asked: Claim) -> bool:
    """Whether the sentence of a figure stands right behind that of another."""
    return 0 < claim.sentence.start - (asked.sentence.start + len(asked.sentence.exact)) < FEW


def fits(asked: Claim, claim: Claim) -> bool:
    """Whether a figure may answer another: both of one sort, or the second without a unit of its own."""
    both = {profile(one).dimension for one in (asked, claim)}
    unlike = both == WARMTH or (claim.assertion.kind is Kind.COUNT and plain(claim))
    return asks(asked) and (len(both) == 1 or unlike)


def alike(one: Claim, two: Claim) -> bool:
    """Whether two figures are of one sort."""
    return profile(one).dimension == profile(two).dimension


def asks(claim: Claim) -> bool:
    """Whether a claim gives one figure that another source may give differently."""
    value = claim.assertion.value
    single = isinstance(value, Quantity) and (value.single or None in (value.low, value.high))
    return single and claim.assertion.kind in KINDS and claim.assertion.status in LIVE


def far(one: Claim, two: Claim) -> float:
    """How many times as large as the other the larger of two figures is; for a bare one, as their digits say, too."""
    as_written = ratio(written(one), written(two))
    left, right = one.assertion.value, two.assertion.value
    if not alike(one, two) or not (isinstance(left, Quantity) and isinstance(right, Quantity)):
        return as_written
    told = ratio(edge(left), edge(right))
    return min(told, as_written) if plain(two) else told


def ratio(one: float, two: float) -> float:
    """How many times as large as the other the larger of two numbers is."""
    low, high = sorted((one, two))
    return high / low if low else tellers.FAR


def plain(claim: Claim) -> bool:
    """Whether a figure is nothing but digits: "14 million, says the town; the fair says 9"."""
    return claim.span.exact[-1:].isdigit()


def written(claim: Claim) -> float:
    """The number that the digits of a figure make."""
    found = NUMBER.search(claim.span.exact)
    return float(found.group().replace(",", "")) if found else 0.0
