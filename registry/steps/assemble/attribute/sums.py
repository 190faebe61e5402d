"""Bare figures that the way they are told makes sums of money, or norms of what was measured beside them.

A newcomer's mistake: taking every million for money. In a text whose millions are money, one that counts nothing is
money, too; where readers or hens come in millions it may be those.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from registry.model.assertion import Kind, Mention
from registry.model.quantity import Quantity
from registry.steps.assemble.attribute.lending import close, size, unit_of
from registry.steps.assemble.attribute.purses import named_alone, speaks_of_money
from registry.steps.assemble.questions import COST, next_matter, question
from registry.steps.assemble.spot import Attribute, Measured, Page, Spot
from registry.steps.recognise.coins import is_shared
from registry.steps.recognise.tables import cues
from registry.steps.resolve.words import words

THOUSAND, MILLION = 1_000, 1_000_000
LEAST_PAID = 100
ALONE = re.compile(
    r"\s*(?:$|[.,;:)?!\"\u2013\u2014-]|of (?:it|that|this|the (?:[$\u20ac\u00a3]|[A-Z]{3}\b)|a year|last|its own)\b"
    r"|of (?:[$\u20ac\u00a3]|[A-Z]{3} ?\d)"
    r"|(?:what|in|at|on|for|from|by|during|after|before|than|to|and|or|but|as|when|while|with|under|over|against|instead"
    r"|last|this|the|a year|a month|each|every|because|since|elsewhere|more|less|it|he|she|they|we|is|was|includes?"
    r"|goes|go|went|later|earlier|so|alone|now|today|already|extra|annually|abroad)\b"
    r"|(?:an?|per) [a-z]+(?:$|[.,;:)?!]| (?:and|but|or)\b))"
)
# What is done to things, which may be understood: "it sold two million".
DONE = re.compile(
    r"\b(?:sells?|selling|sold|ship(?:s|ped)?|prints?|printed|produces?d?|carr(?:y|ies|ied)|serves?d?|dr[ae]ws?|attract(?:s|ed)?"
    r"|counts?|counted|numbers?|numbered|holds?|held|seats?|builds?|built|plants?|planted|vaccinated|reach(?:es|ed)?|pass(?:es|ed)?"
    r"|topp?(?:s|ed)|handles?d?|visits?|visited|downloaded|viewed|streamed|registered|employs?|employed|moves?d?|has|have|had)"
    r"(?: (?:about|some|over|nearly|almost|around|roughly|only|just|up|to|more|than))*\W*$",
    re.I,
)
PEOPLE = re.compile(r"\b(?:we|they|you)(?: are| were|['’]re| have been)\W*$", re.I)
EACH = (" a ", " an ", " per ", " the ")
REACHED = re.compile(
    r"\b(?:c[oa]mes?|gets?|got|runs?|ran) (?:down |up |out |in )?(?:to|at)\W*$"
    r"|\b(?:prices?|priced|puts?|estimate[sd]?) (?:[\w'’-]+ ){1,4}at\W*$",
    re.I,
)
SPENT = re.compile(
    r"\b(?:fined|costs?|costing|cost (?:him|her|them|it|us)|worth|priced at|sold for|bought for|went for"
    r"|goes for|fetched|knocked down (?:for|at))\W*$",
    re.I,
)
HEADED = re.compile(r"\b(?:figure|sum|total|amount|bill|price|cost|estimate|offer|bid|claim) of\W*$", re.I)
NORM = re.compile(
    r"\s*(?:is|are|was|were|had been|would be)\s(?:the )?(?:permitted|allowed|prescribed|required|recommended"
    r"|stipulated|authori[sz]ed|tolerated|advised|usual|normal|legal|safe|enough)\b"
)
REACH = 1


NUMBER_OF = re.compile(
    r"\b[Tt]he (?:total |overall )?(?:number|count|tally) of [^.;,$\u20ac\u00a3]{3,60}? (?:was|is|were|are|has|had|rose"
    r"|fell|stood|stands|reached|came|grew|put)\b[^.;$\u20ac\u00a3]{0,90}$"
)
NUMBERS = re.compile(
    r"\b(?:now |already |which |who )?number(?:s|ed)? (?:about |some |nearly |almost |over |around )?$"
)


def sum_in(spot: Spot, own: Attribute | None) -> str:
    """The currency of a bare sum: of a scaled figure in a text whose scaled figures are money, or what a fine is."""
    mention, value = spot.mention, spot.mention.value
    if spot.unit != "count" or mention.noun or spot.sentence.block.cells or not isinstance(value, Quantity):
        return ""
    if mention.kind not in (Kind.COUNT, Kind.RANGE) or ALONE.match(spot.after()) is None or "share_of" in mention.notes:
        return ""
    before = spot.before()
    numbered = (" of " in before and NUMBER_OF.search(before)) or ("number" in before and NUMBERS.search(before))
    if spot.page.abroad is not None or numbered:
        return ""
    spent = size(value) >= LEAST_PAID and (SPENT.search(spot.before()) is not None or is_price(spot))
    return spot.page.currency or purse(spot.page) if spent or is_sum(spot, own) else ""


def is_sum(spot: Spot, own: Attribute | None) -> bool:
    """Whether a bare figure is money by its size and by what is spoken of."""
    value = spot.mention.value
    assert isinstance(value, Quantity)
    scaled = is_scaled(spot.mention) and size(value) >= MILLION
    if not counts_nothing(spot, own):
        counted = own is not None and own.name.split()[-1] in words()["nouns.persons"] | words()["nouns.people"]
        reached = scaled and not counted and REACHED.search(spot.before()) is not None
        return reached and speaks_of_money(spot) and follows_money(spot)
    if (is_round(value) or (is_paid(own) and size(value) >= LEAST_PAID)) and speaks_of_money(spot):
        return True
    return scaled and (all_money(spot) or (own is None and after_money(spot) and is_owed(spot)))


def is_owed(spot: Spot) -> bool:
    """Whether nothing before a figure of millions makes it one of people or things."""
    return PEOPLE.search(spot.before()) is None and DONE.search(spot.before()) is None


def is_paid(own: Attribute | None) -> bool:
    """Whether what has a figure is money by its name: "the lowest wage is 22,500"."""
    return own is not None and own.how == "subject" and own.name.split()[-1] in words()["nouns.money"]


def is_asked(spot: Spot) -> bool:
    """Whether the sentence before asks how many there are."""
    asked = question(spot) if spot.number else ""
    return bool(asked) and ("how many " in asked.lower() or next_matter(spot) is not None)


def is_price(spot: Spot) -> bool:
    """Whether a figure answers what something costs, earns or is worth: "What does one cost? About two million."."""
    asked = question(spot)
    return bool(asked) and COST.search(asked) is not None


def is_scaled(mention: Mention) -> bool:
    """Whether a figure is written with its million or billion."""
    value = mention.value
    return (
        isinstance(value, Quantity)
        and value.quantum >= MILLION // 100
        and any(step.startswith(("scale", "number words")) for step in mention.trace)
    )


def counts_nothing(spot: Spot, own: Attribute | None) -> bool:
    """Whether nothing in its clause is said to be so many."""
    if own is not None and own.how == "label" and f"{own.name.split()[-1]}s" in cues("rows_counted"):
        return False  # "Paid subscribers: 61.3 million"
    if own is None or own.how in ("ellipsis", "label") or HEADED.search(spot.before()):
        return True
    name = own.name.split()[-1]
    return name in words()["nouns.money"] or (own.how == "counted" and spot.after().startswith((" of a ", *EACH)))


def all_money(spot: Spot) -> bool:
    """Whether the figures in millions of a document are money: the last before this one, and most of them."""
    sums = sums_of(spot.page)
    money = sum(paid for _, paid in sums)
    return bool(money) and money >= 2 * (len(sums) - money) and follows_money(spot)


def after_money(spot: Spot) -> bool:
    """Whether a figure of which nothing is named may be a sum: no other figure in millions stands before it, or one of
    money, and none with a unit of its own close by."""
    near = (one for some in spot.page.mentions[max(0, spot.number - 1) : spot.number + 1] for one in some)
    return follows_money(spot) and not any(
        is_scaled(one) and unit_of(one) != "count" and not is_money(one) for one in near
    )


def follows_money(spot: Spot) -> bool:
    """Whether the last figure in millions before this one is money, or there is none."""
    sums = sums_of(spot.page)
    at = bisect_left(sums, (spot.mention.start, False))
    return not at or sums[at - 1][1]


def sums_of(page: Page) -> list[tuple[int, bool]]:
    """Where the figures in millions of a document stand that say what they count, and whether that is money."""
    if page.sums is None:
        page.sums = [(one.start, is_money(one)) for some in page.mentions for one in some if is_told(page, one)]
    return page.sums


def is_told(page: Page, one: Mention) -> bool:
    """Whether a figure in millions says what it counts: money, or the things named behind it."""
    return is_scaled(one) and (is_money(one) or (one.kind is not Kind.DATE and not ALONE.match(page.folded, one.end)))


def is_money(mention: Mention) -> bool:
    """Whether a figure is an amount of money."""
    unit = unit_of(mention)
    return mention.kind is Kind.MONEY or (
        mention.kind is Kind.RANGE and (is_shared(unit) or (len(unit) == 3 and unit.isupper()))
    )


def is_round(value: Quantity) -> bool:
    """Whether a figure is told in thousands or more: "two hundred and sixteen thousand", "1.2 million"."""
    return size(value) >= THOUSAND and size(value) % THOUSAND == 0


def purse(page: Page) -> str:
    """The currency that a document names first with a sum, or else the only one it names."""
    found = next((unit_of(one) for some in page.mentions for one in some if is_money(one)), "")
    return found or named_alone(page)


def norm(spot: Spot) -> Measured | None:
    """The measured figure that a bare one is the norm for: "9 feet where 14 were prescribed"."""
    value = spot.mention.value
    if spot.unit != "count" or not isinstance(value, Quantity) or NORM.match(spot.after()) is None:
        return None
    for one in spot.page.measured[::-1]:
        known = one.mention.value
        near = spot.number - one.number <= REACH and isinstance(known, Quantity) and bool(size(known))
        if near and isinstance(known, Quantity) and size(value) and close(size(value), size(known)):
            return one
    return None
