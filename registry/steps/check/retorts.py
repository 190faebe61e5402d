"""A bare figure with which another source answers the one before it ("45 per cent, says the report; the firm says 60").

Nothing is said of it but who gives it, so that it asks what the figure before it asks. A newcomer's mistake: taking the
next number for an answer. It has nothing behind it, and a verb of telling between its source and itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.model.assertion import LIVE, Claim, Kind
from registry.model.quantity import Quantity
from registry.steps.check.findings import disputed
from registry.steps.check.said import after
from registry.steps.check.shapes import Pair
from registry.steps.check.voices import quoted_apart
from registry.steps.fragments import HEDGES
from registry.steps.match import fact_key
from registry.steps.match.profile import profile
from registry.steps.match.words import stems

RETORT = re.compile(
    r"(?:^|[;,]\s*|\b(?:while|but|and|whereas)\s+)(?:(?:while|but|and|whereas)\s+)?"
    r"(?P<who>(?!(?:he|she|it|they|we|i|you|that|this|which|who|in|at|on|for|near|elsewhere|"
    r"last|this|next|today|now|then|later|yesterday)\b)[\w'’-]+(?:\s(?!(?:he|she|it|they|we|i|you)\b)[\w'’-]+){0,4}?)"
    r"(?:,\s(?:which|who)\s[^,;.\d]{3,60},)?\s+"
    r"(?:says?|said|(?:speaks?|spoke) of|puts? (?:it|this|that|the figure|the number) at|reckons? with|believes? in|"
    r"(?:say|says|said|thinks?|thought) (?:it (?:is|was)|there (?:were|had been)|they (?:are|were))|"
    r"counts?|counted|estimates?|estimated|"
    r"claims?|claimed|"
    rf"(?:number|figure|count|estimate|tally) (?:is|was))\s+{HEDGES}$",
    re.IGNORECASE,
)
# "The city's events office, which read the turnstiles, has 58,900": who keeps count has another figure.
KEEPS = re.compile(
    r"(?:but |and |yet )?"
    r"(?P<who>(?:the|its|his|her|their) [\w'’-]+(?:\s[\w'’-]+){0,5}?|(?-i:[A-Z])[\w'’-]+(?:\s[\w'’-]+){0,3}?)"
    r"(?:, [^,.;:\d]{3,60},)?\s"
    rf"(?:has|have|had|makes? it|made it|comes? to|came to|arrives? at|arrived at|gets? to|stops? at)\s{HEDGES}$",
    re.IGNORECASE,
)
COUNTERS = frozenset(
    stems(
        "police ministry government authorities officials organisers organizers union unions agency bureau office"
        " institute service auditors campaigners researchers scientists statisticians association federation"
        " prefecture survey count audit"
    )
)
BARE = re.compile(r"\s*(?:[.;)]|,(?! \d)|$)")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
KINDS = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE)
FACTOR, NEAR = 20.0, 2.5
FEW, MOST = 4, 12


def wrong_retorts(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Different sources are quoted with different figures, the second without a word for what it counts."""
    for at, claim in enumerate(claims):
        asked = question(claim, claims[:at]) if at and bare(claim) else None
        if asked and ((retorted(claim, asked) and apart(asked, claim)) or kept(claim, asked)):
            yield Pair(asked, claim, disputed(asked, claim), fact_key(asked))


def question(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The figure that another answers: the last of its sentence; the only one of the sentence before, or there the only
    one of about its size."""
    last = before[-1]
    if last.sentence.start == claim.sentence.start:
        return last if asks(last) else None
    own = [one for one in before[-MOST:] if one.sentence.start == last.sentence.start and asks(one)]
    close = own if len(own) == 1 else [one for one in own if far(one, claim) <= NEAR]
    return close[0] if len(close) == 1 else None


def bare(claim: Claim) -> bool:
    """Whether nothing stands behind a figure, nor a unit in it."""
    value = claim.assertion.value
    digits = claim.span.exact.replace(",", "").replace(".", "")
    plain = isinstance(value, Quantity) and value.single and digits.isdigit()
    return plain and claim.assertion.status in LIVE and bool(BARE.match(after(claim)))


def retorted(claim: Claim, asked: Claim) -> bool:
    """Whether a source gives the figure, right behind the sentence or the clause of the figure before it."""
    text, at = claim.sentence.exact, claim.span.start - claim.sentence.start
    if asked.sentence.start == claim.sentence.start:
        return bool(RETORT.search(text[asked.span.end - asked.sentence.start : at]))
    return adjoins(claim, asked) and bool(RETORT.match(text[:at].lstrip()))


def kept(claim: Claim, asked: Claim) -> bool:
    """Whether a body that keeps count has a figure of its own in a sentence right behind; who merely owns so much is of
    no such sort ("The port of Tarn has 40")."""
    text, at = claim.sentence.exact, claim.span.start - claim.sentence.start
    found = KEEPS.match(text[:at].lstrip()) if adjoins(claim, asked) else None
    return bool(found and set(stems(found["who"])) & COUNTERS) and 1 < far(asked, claim) <= NEAR


def adjoins(claim: Claim, asked: Claim) -> bool:
    """Whether the sentence of a figure stands right behind that of another."""
    return 0 < claim.sentence.start - (asked.sentence.start + len(asked.sentence.exact)) < FEW


def asks(claim: Claim) -> bool:
    """Whether a claim gives one figure that another source may give differently."""
    value = claim.assertion.value
    single = isinstance(value, Quantity) and value.single and claim.assertion.kind in KINDS
    return single and claim.assertion.status in LIVE


def apart(asked: Claim, claim: Claim) -> bool:
    """Whether two sources give the two figures, and they differ, but not by far."""
    speakers = {profile(one).speaker or "" for one in (asked, claim)}
    return quoted_apart(asked, claim) and len(speakers) > 1 and 1 < far(asked, claim) < FACTOR


def far(one: Claim, two: Claim) -> float:
    """How many times as large as the other the larger of two figures is, as their digits say."""
    low, high = sorted((written(one), written(two)))
    return high / low if low else FACTOR


def written(claim: Claim) -> float:
    """The number that the digits of a figure make."""
    found = NUMBER.search(claim.span.exact)
    return float(found.group().replace(",", "")) if found else 0.0
