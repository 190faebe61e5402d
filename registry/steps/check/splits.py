"""Totals that the same sentence splits up by "of them" or "of which": "620 maps, 341 of them from the coast and 279
from the hills".

A newcomer's mistake: adding up whatever is "of them". Two parts that both say "of them" are two looks at one total, and
may overlap; only where it is said once, and all parts are told alike ("from ... and from ..."), are they its shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim, Status
from registry.steps.check.lists import by_sentence, told_alike
from registry.steps.check.parts import a_digit_off, addable, adds_wrongly, wrong
from registry.steps.check.said import after, between, figure
from registry.steps.check.shapes import Pair
from registry.steps.match import fact_key
from registry.steps.match.profile import profile

OF_THEM = re.compile(r"\bof (?:them|these|those|it|which|whom)\b", re.IGNORECASE)
LEAD = re.compile(r"[^.;:()\d]{0,80}?(?:,|:| -| [–—]|\()\s*(?:of wh(?:ich|om) )?", re.IGNORECASE)
ITEM = re.compile(r"[^.,;:()\d]{1,60}?(?:,|,? and|;)\s*(?:the other |another |only |just )?", re.IGNORECASE)
END = re.compile(r"[^.,;:()\d]{0,80}?(?:[.;)]|$|,(?!\s*(?:and|or|plus|as well|while|but)\b))", re.IGNORECASE)
PARTLY = re.compile(
    r"\b(?:includ\w+|among|at least|such as|mostly|mainly|more than|some of|the rest|remaind\w+|remaining|others?|each|"
    r"both|either|also|too|as well|respectively|up to)\b",
    re.IGNORECASE,
)
OVER, SHORT, MOST = Decimal("0.3"), Decimal("0.05"), 6
TEN, PAIR = 10, 2


def wrong_splits(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Parts that are told alike, once "of them", do not add up to the total before them."""
    for own in by_sentence(claims):
        found = split(own) if OF_THEM.search(own[0].sentence.exact) else None
        if found:
            total, parts = found
            over = sum(map(figure, parts), Decimal(0)) > figure(total)
            if adds_wrongly(total, parts, OVER if over else SHORT):
                yield Pair(total, parts[0], wrong(total, parts), fact_key(total))


def split(own: Sequence[Claim]) -> tuple[Claim, list[Claim]] | None:
    """The total of a sentence and all the parts behind it, of which the first is said to be "of them"."""
    plain = [claim for claim in own if addable(claim) and claim.assertion.status is not Status.NEGATED]
    for total, first in pairwise(plain):
        lead = between(total, first)
        if not LEAD.fullmatch(lead) or not (OF_THEM.search(lead) or OF_THEM.match(after(first).lstrip())):
            continue
        parts = listed(plain[plain.index(first) :])
        if len(parts) > 1 and (told_alike(parts) or carried(total, parts)) and alone(total, parts):
            return total, parts
    return None


def carried(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether two parts make a total but for a one that was not carried, 222 for 212: so near two looks at one
    total come ("341 of them from the coast and 251 in colour") by chance only."""
    gap = abs(sum(map(figure, parts), Decimal(0)) - figure(total))
    tens = len(parts) == PAIR and gap >= TEN and gap.normalize().as_tuple().digits == (1,)
    return (
        tens and gap * TEN <= figure(total) and any(figure(part) % gap for part in parts) and a_digit_off(total, parts)
    )


def listed(own: Sequence[Claim]) -> list[Claim]:
    """The figures that follow each other as the items of one list up to its end; none where it may go on."""
    found = [own[0]]
    for here, following in pairwise(own[:MOST]):
        if not ITEM.fullmatch(between(here, following)):
            break
        found.append(following)
    return found if END.match(after(found[-1])) and "and" in "".join(map(between, found, found[1:])) else []


def alone(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a sentence says but once that the parts are of the total, and not that there are others."""
    text, start = total.sentence.exact, total.span.end - total.sentence.start
    stretch = text[start : parts[-1].span.end - total.sentence.start]
    same = len({profile(one).dimension for one in (total, *parts)}) == 1
    return same and len(OF_THEM.findall(stretch)) <= 1 and not PARTLY.search(text[start:])
