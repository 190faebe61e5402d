"""So much each, and so many, that do not make the sum beside them ("40 buses at €350,000 each, €12 million in all").

A newcomer's mistake: multiplying any two figures. One must be for each of the other, which is the only count there, and
the sum the only figure of its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from registry.model.assertion import LIVE, Claim, Kind
from registry.model.finding import Finding, Relation, Severity
from registry.model.quantity import Quantity
from registry.steps.check.conversions import short
from registry.steps.check.parts import looseness
from registry.steps.check.said import after, before, between, figure
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.fragments import HEDGES
from registry.steps.match import fact_key
from registry.steps.match.profile import profile
from registry.steps.match.words import stems

EACH = re.compile(
    r"\s*(?:each|apiece|for each(?: of (?:them|these|those))?|(?:per|a) (?:head|piece)|per person)\b"
    r"(?! (?:year|month|week|day|other))",
    re.IGNORECASE,
)
EACH_OF = re.compile(r"\beach of (?:the|its|their|these|those) $", re.IGNORECASE)
OF_ITS = re.compile(r" (?:for |to )?(?:each|every one) of (?:the|its|their|these|those|his|her|our) \d", re.IGNORECASE)
COMMA = re.compile(rf"(?: [\w'’-]+){{0,4}}?,? ?(?:or |that is,? |\()?{HEDGES}", re.IGNORECASE)
PER = re.compile(r"\s*(?:per|for (?:each|every)|an?) (?P<what>[a-z]+)\b", re.IGNORECASE)
THAT_IS = re.compile(
    r"\W*(?:that|this|which|it) (?:is|was|makes?|made|means|meant|comes to|came to|work(?:s|ed) out at|"
    r"amount(?:s|ed)? to)\b",
    re.IGNORECASE,
)
THAT_MAKES = re.compile(
    rf"[^.;:()\d]{{0,60}}?(?:,? or|, that is,?|, i\.e\.,?|, which (?:is|was|makes|made)|,? \() ?{HEDGES}", re.IGNORECASE
)
PLACE = re.compile(r"\b(?i:in|at) (?:the )?[A-Z][a-z]+")  # "in Berg the town spent": whose number it is, is not sure
TIME = re.compile(r"\b(?:year|month|week|day|hour|night|season|quarter|head|person|capita)s?\b", re.IGNORECASE)
MORE = re.compile(
    r"\b(?:average|mean|median|up to|at least|at most|between|plus|extra|further|minimum|maximum|also|another|"
    r"more than|and then|(?:each|apiece) and (?:an?|the|its|their|his|her|our)|"
    r"includ\w+ (?:tax(?:es)?|vat|fees?|delivery|postage|shipping|service))\b|;",
    re.IGNORECASE,
)
IN_ALL = re.compile(r"\b(?:in all|in total|altogether|all told|a total of)\b", re.IGNORECASE)
BY_TIME = re.compile(rf"\s*(?:an?|per|each|every|/)\s?{TIME.pattern}", re.IGNORECASE)  # "£20 each, or £240 a year"
POINT, NEAR = Decimal("0.02"), Decimal(2)
FEW = 3
TENS = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))  # "7 billion" for "70 billion"


def wrong_products(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A figure for each and the count do not make the sum that stands beside them."""
    for each in claims:
        if not plain(each) or each.assertion.kind is Kind.COUNT or MORE.search(each.sentence.exact):
            continue
        for own in nearby(each, claims):
            found = sum_and_count(each, own)
            if found:
                if missed(each, *found):
                    yield Pair(found[0], each, wrong(each, *found), fact_key(each))
                break


def nearby(each: Claim, claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The figures of its sentence; where that only draws the sum ("That is €40 each"), those of the one before."""
    yield [c for c in claims if c.sentence.start == each.sentence.start and c is not each]
    if THAT_IS.match(each.sentence.exact):
        start = max((c.sentence.start for c in claims if c.sentence.start < each.sentence.start), default=None)
        yield [c for c in claims if c.sentence.start == start]
    yield from told_elsewhere(each, claims)


def told_elsewhere(each: Claim, claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The sum "in all" beside so much "per stall", and the only number of stalls that the document tells."""
    own = [c for c in claims if c.sentence.start == each.sentence.start and c is not each and plain(c)]
    sums = [
        c
        for c in own
        if (each.span.end <= c.span.start and IN_ALL.match(after(c).lstrip()))
        or (c.span.end <= each.span.start and THAT_MAKES.fullmatch(between(c, each)))
    ]
    per = PER.match(after(each))
    elsewhere = PLACE.search(before(each))
    if len(sums) != 1 or not per or elsewhere or any(c.assertion.kind is Kind.COUNT for c in own):
        return
    what = set(stems(per["what"]))
    counts = [c for c in claims if plain(c) and c.assertion.kind is Kind.COUNT and what & set(stems(count_noun(c)))]
    if counts and len({figure(c) for c in counts}) == 1:
        yield [sums[0], counts[0]]


def sum_and_count(each: Claim, own: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The only other figure of its unit and the only count, where the words say that it is for each of those."""
    value = each.assertion.value
    assert isinstance(value, Quantity)
    unit = value.unit.split()[0]
    totals = right_before(each, [c for c in own if plain(c) and unit_of(c) == unit])
    counts = [c for c in own if plain(c) and c.assertion.kind is Kind.COUNT]
    if len(totals) != 1 or len(counts) != 1 or figure(counts[0]) < FEW:
        return None
    return (totals[0], counts[0]) if for_each(each, counts[0]) else None


def right_before(each: Claim, sums: Sequence[Claim]) -> list[Claim]:
    """The sums of a sentence; of several the one right before so much "for each of" what is counted."""
    beside = [one for one in sums if one.span.end <= each.span.start and COMMA.fullmatch(between(one, each))]
    return beside if len(beside) == 1 < len(sums) and OF_ITS.match(after(each)) else [*sums]


def for_each(each: Claim, count: Claim) -> bool:
    """Whether a figure is for each of what is counted."""
    tail = after(each)
    head = before(count)
    if EACH.match(tail) or (EACH_OF.search(head) and IN_ALL.search(each.sentence.exact)):
        return True
    value = each.assertion.value
    assert isinstance(value, Quantity)
    per = PER.match(tail)
    if per and each.sentence.start != count.sentence.start and THAT_IS.match(each.sentence.exact):
        return not TIME.fullmatch(per["what"])  # "in 2,140 locations. That is $9,850 per theatre"
    what = set(stems(per["what"] if per else " ".join(value.unit.split()[1:])))
    seen = profile(count)
    return bool(what & (seen.heads | seen.modifiers | set(stems(count_noun(count)))))


def count_noun(count: Claim) -> str:
    """The two words behind a count."""
    return " ".join(after(count).split()[:2])


def plain(claim: Claim) -> bool:
    """Whether a claim states one figure of something that is there or planned."""
    value = claim.assertion.value
    single = isinstance(value, Quantity) and value.single and bool(value.low) and not claim.assertion.direction
    return single and claim.assertion.status in LIVE


def unit_of(claim: Claim) -> str:
    """The unit of a figure, without what it is for."""
    value = claim.assertion.value
    return value.unit.split()[0] if isinstance(value, Quantity) else ""


def missed(each: Claim, total: Claim, count: Claim) -> bool:
    """Whether the figures miss each other by more than rounding, and are near enough to be meant."""
    due = figure(each) * figure(count)
    slack = sum((looseness(one) / figure(one) for one in (each, total, count)), POINT) * figure(total)
    if abs(due - figure(total)) <= slack:
        return False
    tens = () if BY_TIME.match(after(total)) else TENS
    return due / NEAR < figure(total) < due * NEAR or any(abs(due * ten - figure(total)) <= slack for ten in tens)


def wrong(each: Claim, total: Claim, count: Claim) -> Finding:
    """The finding, with what the sum makes for each."""
    due = figure(total) / figure(count)
    detail = (
        f"{name(each)} gives {words(each)} for each, but {words(total)} among {words(count)} makes {short(float(due))}."
    )
    return Finding(Relation.SELF_CONTRADICTION, "wrong_product", detail, Severity.MEDIUM)
