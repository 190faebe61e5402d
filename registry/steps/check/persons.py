"""People of sorts that exclude each other, who are more than all of them: "Among the 31 dead were 19 men, five women
and nine children".

A newcomer's mistake: leaving whatever is "among them" alone. Such a list may fall short of its total, but never
exceeds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim
from registry.steps.check.parts import adds_wrongly, sentences, wrong
from registry.steps.check.said import after, before, between, figure
from registry.steps.check.shapes import Pair
from registry.steps.match import fact_key

SORT = re.compile(r"\s(men|women|children|boys|girls|adults|minors)\b", re.IGNORECASE)
APART = (
    frozenset(("men", "women", "children")),
    frozenset(("men", "women", "boys", "girls")),
    frozenset(("adults", "children")),
    frozenset(("adults", "minors")),
)
JOINT = re.compile(r" [a-z]+(?:,|,? and) ", re.IGNORECASE)
INCLUDING = re.compile(r"[^.;:\d]{0,40}?(?:,| -| [–(]) ?(?:including|among them) ", re.IGNORECASE)
AMONG = re.compile(r"\b(?:among|of) (?:the |these |those |its )?$", re.IGNORECASE)
WERE = re.compile(r"[^.;:,\d]{0,40}? (?:were|are) ", re.IGNORECASE)


def wrong_persons(claims: Sequence[Claim]) -> Iterator[Pair]:
    """More men, women and children are told than there are people."""
    for own in sentences(claims):
        for at, total in enumerate(own[:-2]):
            parts = list(listed(own[at + 1 :]))
            more = apart(parts) and sum(map(figure, parts), Decimal(0)) > figure(total)
            if more and among(total, parts[0]) and adds_wrongly(total, parts):
                yield Pair(total, parts[0], wrong(total, parts), fact_key(total))


def listed(own: Sequence[Claim]) -> Iterator[Claim]:
    """The figures that follow each other with one word each."""
    yield own[0]
    for one, two in pairwise(own):
        if not JOINT.fullmatch(between(one, two)):
            return
        yield two


def apart(parts: Sequence[Claim]) -> bool:
    """Whether two figures and more count people of sorts that exclude each other."""
    sorts = [found[1].lower() for part in parts if (found := SORT.match(after(part)))]
    return len(set(sorts)) == len(parts) > 1 and any(set(sorts) <= group for group in APART)


def among(total: Claim, first: Claim) -> bool:
    """Whether the words say that those who follow are of the total."""
    lead = between(total, first)
    return bool(INCLUDING.fullmatch(lead) or (AMONG.search(before(total)) and WERE.fullmatch(lead)))
