"""Sums that a sentence draws of the figures before it: "The port handled 3.1 million tonnes in the first half of the
year, in the second 3.6 million. For the whole year that makes 6.3 million".

A newcomer's mistake: trusting "that brings it to". What came before the day may be in it as well; only a sum that is
said to be made of the figures, or to be that of the whole time, is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim, Kind, Status
from registry.steps.check.lists import by_sentence
from registry.steps.check.parts import addable, adds_wrongly, slack, wrong
from registry.steps.check.said import after, before, figure
from registry.steps.check.shapes import Pair
from registry.steps.match import fact_key
from registry.steps.match.profile import profile

WHOLE = (
    r"(?:(?:the )?(?:whole|full|entire) (?:year|season|month|week|period)|"
    r"the (?:half[ -]year|weekend|first (?:half|six months|nine months))|"
    r"(?:the )?(?:two|three|four|both) (?:days|weeks|months|years|seasons|quarters|halves|towns|sites)(?: together)?)"
)
MAKES = re.compile(
    rf"(?:^|; ?)(?:(?:and|so|(?:for|in|over) {WHOLE}|in all|altogether|together|taken together|all in all),? )*"
    r"(?:(?:all )?(?:that|this|which|these|the two|both|the three)(?: figures| sums| amounts)? "
    r"(?:(?:together|altogether|thus|therefore) )?|(?:it|they) (?:all )?(?:together|altogether) |"
    r"(?<=together )(?:it|they) )(?:makes?|made|adds? up to|added up to|comes? to|came to|sums? up to)"
    r"\b[^.;:\d]{0,40}$",
    re.IGNORECASE,
)
BRINGS = re.compile(
    r"(?:^|; ?)(?:that|this|it|which) (?:brings|brought) [^.;:\d]{3,80}? to [^.;:\d]{0,20}$", re.IGNORECASE
)
TIME = re.compile(rf"\b(?:for|over|in|on|during|of) {WHOLE}", re.IGNORECASE)
TOTAL = re.compile(
    r"(?:^|; ?)(?:the|their) total(?: [\w'’-]+){0,4} (?:is|was|comes to|came to) [^.;:\d]{0,20}$", re.IGNORECASE
)
PART_OF = re.compile(r"[^.,;:]{0,20}?\bof (?:it|them|these|those|which|whom)\b", re.IGNORECASE)
BEFORE = re.compile(
    r"\b(?:of wh(?:ich|om)|includ\w+|among them|instead of|rather than|up from|down from|against|than) [^,;]{0,20}$",
    re.IGNORECASE,
)
BESIDES = re.compile(
    r"\b(?:with|without|includ\w+|besides|plus|already|not counting|counting|since|on top|in addition|so far|left)\b",
    re.IGNORECASE,
)
BACK, MOST = 3, 8
NEAR = Decimal("0.12")


def wrong_drawn(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A sum that a sentence draws is not that of the figures before it."""
    sentences = by_sentence(claims)
    for at, own in enumerate(sentences):
        total = next((one for one in own if addable(one) and draws(one)), None) if at else None
        if total:
            parts = parts_of(total, sentences[max(0, at - BACK) : at])
            if parts and adds_wrongly(total, parts, NEAR) and not fits(total, sentences[max(0, at - BACK) : at]):
                yield Pair(total, parts[0], wrong(total, parts), fact_key(total))


def draws(total: Claim) -> bool:
    """Whether a sentence says that a figure is the sum of what was told."""
    text = total.sentence.exact
    before = text[: total.span.start - total.sentence.start]
    brings = BRINGS.search(before) and (TIME.search(before) or TIME.match(after(total).lstrip()))
    if BESIDES.search(after(total)):
        return False
    return bool(MAKES.search(before) or TOTAL.search(before) or brings)


def like(total: Claim, near: Sequence[Sequence[Claim]]) -> list[list[Claim]]:
    """The figures that can be parts of a sum, sentence by sentence."""
    sort = profile(total).dimension
    return [
        [
            one
            for one in own
            if addable(one)
            and one.assertion.status is not Status.NEGATED
            and profile(one).dimension == sort
            and figure(one) < figure(total)
            and not PART_OF.match(after(one))
            and not BEFORE.search(before(one))
        ]
        for own in near
    ]


def parts_of(total: Claim, near: Sequence[Sequence[Claim]]) -> list[Claim]:
    """The figures of the sentence before a sum; where it has but one, those of the one before it, too."""
    told = like(total, near)
    last = told[-1]
    if len(last) == 1 and len(told) > 1 and len(told[-2]) == 1:
        last = [*told[-2], *last]
    same = len({one.assertion.status for one in last}) == 1 and of_one_noun(last)
    return last if same and 1 < len(last) <= MOST else []


def of_one_noun(parts: Sequence[Claim]) -> bool:
    """Whether counts count one thing; amounts and measures are told apart by their unit."""
    if any(one.assertion.kind is not Kind.COUNT for one in parts):
        return True
    seen = [profile(one).heads | profile(one).named for one in parts]
    return all(one & two for one, two in pairwise(seen))


def fits(total: Claim, near: Sequence[Sequence[Claim]]) -> bool:
    """Whether some figures right before a sum make it: the last two, the last three and so on."""
    every = [one for own in like(total, near) for one in own][-MOST:]
    for first in range(len(every) - 1):
        gap = abs(sum(map(figure, every[first:]), Decimal(0)) - figure(total))
        if gap <= slack([total, *every[first:]]):
            return True
    return False
