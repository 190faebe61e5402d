"""Figures that a sentence or a line lists, and their sum at its end: "Hall £12,400, food £8,300, together £20,700".

A newcomer's mistake: asking what the figures count. In such a list nothing but a label stands before each; that the
last is the sum of the others is said right beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim, Kind, Status
from registry.steps.check.lists import by_sentence
from registry.steps.check.parts import a_digit_off, addable, adds_wrongly, wrong
from registry.steps.check.rests import bundled
from registry.steps.check.said import after, before, between, figure
from registry.steps.check.shapes import Pair
from registry.steps.match import fact_key
from registry.steps.match.profile import profile

ALL = r"(?:all )?(?:together|in all|in total|altogether|all told|all in all|total(?:s|ling|ing)?|a total of|sum)"
LEAD = re.compile(
    rf"[^.;()\d]{{0,40}}?(?:,|;|[–—:=]| -)\s*(?:(?:and|or|that is|i\.e\.|which is),? )?"
    rf"(?:{ALL}(?: (?:is|are|was|of|makes?|making|comes to|cost|costs|of all))?:?|(?:which |that )?makes|making|=) ?$",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"[^.;()\d]{0,40}?(?:,|;|[–—:=]| -)\s*(?:(?:and|or|that is|i\.e\.|which (?:is|makes)),? )?$", re.IGNORECASE
)
BEHIND = re.compile(r" (?:in all|in total|altogether|all told|together)\W*(?:$|[.;)])", re.IGNORECASE)
ITEM = re.compile(r"[^.;:()\d]{0,60}?(?:,|;|\+|(?:,? and|,? plus) )[^.;:()\d]{0,60}", re.IGNORECASE)
LABELLED = re.compile(r"\s*(?:[,;+.–—=]|-|and\b|plus\b|$)", re.IGNORECASE)
NOT_ALL = re.compile(
    r"\b(?:includ\w+|such as|mostly|mainly|among|more than|less|minus|each|apiece|per|average|up from|down from|"
    r"instead of|compared|than|against|from|until|of wh(?:om|ich)|of (?:them|these|those)|"
    r"last year|a year (?:ago|earlier)|rest|others?)\b",
    re.IGNORECASE,
)
NEAR, SLIP, LEAST, MOST = Decimal("0.12"), Decimal("0.3"), 2, 10


def wrong_sums(claims: Sequence[Claim]) -> Iterator[Pair]:
    """The figures of a list do not make the sum at its end."""
    for own in by_sentence(claims):
        every = [one for one in own if addable(one)]
        total = every[-1] if len(every) > LEAST else None
        parts = every[:-1]
        if total and len(parts) < MOST and closes(total, parts[-1]) and listed(own, [*parts, total]):
            near = SLIP if a_digit_off(total, parts) or swapped(total, parts) else NEAR
            if adds_wrongly(total, parts, near) and not some_fit(total, parts) and not bundled(total, parts):
                yield Pair(total, parts[0], wrong(total, parts), fact_key(total))


def closes(total: Claim, last: Claim) -> bool:
    """Whether the words say that a figure is the sum of those before it."""
    lead = between(last, total)
    return bool(LEAD.fullmatch(lead) or (ENDS.fullmatch(lead) and BEHIND.match(after(total))))


def listed(own: Sequence[Claim], every: Sequence[Claim]) -> bool:
    """Whether figures of one sort are the items of a list, and the only figures of their sentence; counts have nothing
    behind them, so that a label before each says what it counts."""
    first, *_, total = every
    told = total.sentence.exact[: total.span.start - total.sentence.start]
    alike = len({profile(one).dimension for one in every}) == 1 and len(own) == len(every)
    live = Status.NEGATED not in {one.assertion.status for one in every}
    joined = all(ITEM.fullmatch(between(one, two)) for one, two in pairwise(every[:-1]))
    bare = first.assertion.kind is not Kind.COUNT or all(LABELLED.match(after(one)) for one in every[:-1])
    return alike and live and joined and bare and not NOT_ALL.search(told) and bool(before(first).strip())


def swapped(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts make the total but for two digits that have changed places."""
    one, two = (f"{number.normalize():f}" for number in (figure(total), sum(map(figure, parts), Decimal(0))))
    return sorted(one) == sorted(two)


def some_fit(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the last of the parts make the total by themselves."""
    return any(sum(map(figure, parts[at:]), Decimal(0)) == figure(total) for at in range(1, len(parts) - 1))
