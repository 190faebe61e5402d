"""A headline whose figure the text below it gives differently ("holds at 4.5%" over "unchanged at 4.25 percent").

A newcomer's mistake: holding a headline against the whole text. Its first sentence tells the same once more; what
follows tells of parts, days before and other people's figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from registry.model.assertion import Claim, Kind
from registry.model.finding import Finding, Relation
from registry.model.quantity import Quantity
from registry.steps.check.findings import size
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key
from registry.steps.match.about import one_thing
from registry.steps.match.profile import profile
from registry.steps.match.words import content
from registry.steps.values import hold

LEAD = 600
ENDS = (".", "!", "?", '"', "”")
PARTLY = re.compile(
    r"\b(?:more|another|further|additional|extra|new|others?|fewer|less|first|last|next|of)\b", re.IGNORECASE
)
SHARED = 0.6
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
        body = counterpart(claim, told[starts[0]], told[starts[1]])
        if body and not any(hold(claim, other).meets for other in claims if other is not claim):
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


def wrong(claim: Claim, body: Claim) -> Finding:
    """The finding about a headline and its text."""
    detail = f"{name(claim)} says {words(claim)} in its headline and {words(body)} in the text; both cannot be right."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_headline", detail, size(claim, body))
