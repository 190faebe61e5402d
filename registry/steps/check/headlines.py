"""A headline whose figure the text below it gives differently ("holds at 4.5%" over "unchanged at 4.25 percent").

A newcomer's mistake: holding a headline against any figure of the text. Its first sentence tells the same once more;
what follows tells of parts, days before and other people's figures, so there the figure must come close.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from registry.model.assertion import Claim, Kind
from registry.model.finding import Finding, Relation
from registry.model.quantity import Quantity
from registry.steps.check.findings import size
from registry.steps.check.said import figure, single
from registry.steps.check.shapes import Pair
from registry.steps.check.slips import digits, transposed
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key
from registry.steps.match.about import one_thing
from registry.steps.match.figures import apart_in_size
from registry.steps.match.profile import profile
from registry.steps.match.words import content
from registry.steps.values import hold

LEAD = 600
ENDS = (".", "!", "?", '"', "”")
PARTLY = re.compile(
    r"\b(?:more|another|further|additional|extra|new|others?|fewer|less|first|last|next|of)\b", re.IGNORECASE
)
SHARED = 0.6
CLOSE, NEARBY = 0.1, 0.5  # powers of ten
LONG = 2
FIRST, ROUND = 120, 2
ROUGHLY = 10  # a headline rounds by a tenth at most: "2,000 march" over 2,140, not "100 dead" over 149
WRITTEN = re.compile(r"\d[\d.,]*\d|\d")
LAID_OUT = re.compile(r"\t|\||\s{2,}|:\s*\d")
KINDS = (Kind.COUNT, Kind.PERCENT, Kind.MONEY)


def wrong_headlines(claims: Sequence[Claim]) -> Iterator[Pair]:
    """The first sentence gives the figure of the headline differently."""
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.sentence.start].append(claim)
    starts = sorted(told)[:2]
    title = told[starts[0]][0].sentence.exact.rstrip() if starts else ""
    lead = told[starts[1]][0].sentence.exact.rstrip() if starts[1:] else ""
    if not lead.endswith(ENDS) or starts[1] > LEAD or title.endswith(ENDS) or PARTLY.search(title):
        return  # two lines of a table are no headline and its text
    for claim in told[starts[0]]:
        body = counterpart(claim, told[starts[0]], told[starts[1]]) or further_down(claim, told[starts[0]], claims)
        if (
            body
            and not rounded(claim, body)
            and not any(hold(claim, other).meets for other in claims if other is not claim and single(other))
        ):
            yield Pair(claim, body, wrong(claim, body), fact_key(body))


def counterpart(claim: Claim, title: Sequence[Claim], lead: Sequence[Claim]) -> Claim | None:
    """The only figure of its sort in the first sentence, where that tells the whole headline again and the headline has
    no other."""
    sort = profile(claim).dimension
    mine, others = ([one for one in some if profile(one).dimension == sort] for some in (title, lead))
    if len(mine) != 1 or len(others) != 1 or claim.assertion.kind not in KINDS:
        return None
    body = others[0]
    heading = content(claim.sentence.exact) - profile(claim).figures
    again = heading & content(body.sentence.exact)
    plain = all(isinstance(one.assertion.value, Quantity) and one.assertion.value.single for one in (claim, body))
    same = one_thing(profile(claim), profile(body)) and claim.assertion.direction == body.assertion.direction
    apart = hold(claim, body).meets is False and "previous" not in body.assertion.notes
    return body if plain and same and apart and len(again) >= SHARED * len(heading) else None


def further_down(claim: Claim, title: Sequence[Claim], claims: Sequence[Claim]) -> Claim | None:
    """The only figure of the text that counts the same and comes close to that of the headline, or has its digits with
    two in the other's place; none where the figure of the headline stands in the text in any way."""
    written = WRITTEN.search(claim.span.exact)
    text = [one for one in claims if one.sentence.start != claim.sentence.start]
    if (
        not written
        or LAID_OUT.search(claim.sentence.exact)
        or any(written.group() in one.sentence.exact for one in text)
    ):
        return None
    alike = [one for one in text if rivals(claim, one)]
    found = [one for one in alike if close(claim, one) or slip(claim, one)]
    sure = len({figure(one) for one in found}) == 1
    return found[0] if sure and not any(rivals(one, found[0]) for one in title if one is not claim) else None


def rivals(claim: Claim, other: Claim) -> bool:
    """Whether two figures could be one figure given differently."""
    one, two = profile(claim), profile(other)
    plain = all(isinstance(said.assertion.value, Quantity) and said.assertion.value.single for said in (claim, other))
    same = (one.dimension, one.status, one.direction) == (two.dimension, two.status, two.direction)
    same = same and not one.near.part and not two.near.part
    return plain and same and claim.assertion.kind in KINDS and "previous" not in other.assertion.notes


def close(claim: Claim, other: Claim) -> bool:
    """Whether two figures that differ count the same and are of much the same size."""
    apart = apart_in_size(profile(claim), profile(other))
    return one_thing(profile(claim), profile(other)) and 0 < apart < CLOSE and hold(claim, other).meets is False


def slip(claim: Claim, other: Claim) -> bool:
    """Whether the digits of an amount are those of another with two exchanged; short ones must be of one thing."""
    known = len(digits(claim)) > LONG or one_thing(profile(claim), profile(other))
    near = apart_in_size(profile(claim), profile(other)) < NEARBY
    return claim.assertion.kind is Kind.MONEY and known and near and transposed(claim, other)


def rounded(left: Claim, right: Claim) -> bool:
    """Whether a headline only gives a figure of its own text in round hundreds or thousands: "300 pupils fall sick"
    over "302 pupils"."""
    if left.source.id != right.source.id or left.assertion.kind is not Kind.COUNT:
        return False
    title, body = (left, right) if left.sentence.start < right.sentence.start else (right, left)
    if title.sentence.start > FIRST or title.sentence.exact.rstrip().endswith(ENDS):
        return False
    one, two = title.assertion.value, body.assertion.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity) and one.low and two.low and one.single):
        return False
    zeros = len(str(int(one.low))) - len(str(int(one.low)).rstrip("0"))
    near = ROUGHLY * abs(two.low - one.low) <= one.low
    return near and zeros >= ROUND and one.low % 1 == 0 and round(two.low, -zeros) == one.low


def wrong(claim: Claim, body: Claim) -> Finding:
    """The finding about a headline and its text."""
    detail = f"{name(claim)} says {words(claim)} in its headline and {words(body)} in the text; both cannot be right."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_headline", detail, size(claim, body))
