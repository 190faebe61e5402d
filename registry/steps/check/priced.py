"""So many hectares or tonnes at so much each that do not make the sum beside them: "€91,000: 650 tonnes at €120 a
tonne".

A newcomer's mistake: taking any sum of the sentence for the product. It stands before the amount and a colon, a comma
or "for", or behind the price with "makes", "or" or the like; and the amount is all that is paid for, not "and a table".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from registry.model.assertion import Claim, Kind
from registry.steps.check.apiece import EACH, PER, count_noun, missed, plain, unit_of, wrong
from registry.steps.check.said import after, between, unit
from registry.steps.check.shapes import Pair
from registry.steps.fragments import HEDGES
from registry.steps.match import fact_key
from registry.steps.match.words import stems
from registry.steps.recognise.tables import read

AT = re.compile(rf"(?: [\w'’-]+){{0,4}} at {HEDGES}", re.IGNORECASE)
AHEAD = re.compile(
    rf"[^.;()\d]{{0,60}}?(?::|,|\(|[–—]| -)\s*(?:(?:that is|i\.e\.|for|namely|from),? )?{HEDGES}| for {HEDGES}",
    re.IGNORECASE,
)
BEHIND = re.compile(
    rf"[^.;()\d]{{1,40}}?(?:,? or|,? that is,?|,? i\.e\.|=|[–—:]|(?:,? (?:which|that|this|it))? ?(?:makes?|made|making|"
    rf"comes? to|came to)|,? in all,?|,? altogether,?|,? a total of) ?{HEDGES}",
    re.IGNORECASE,
)
CLOSED = re.compile(r"(?: (?:a|an|per) \w+| (?:each|apiece))?\s*(?:[.;)!?–—]|$)", re.IGNORECASE)
MORE = re.compile(r"\b(?:and|plus|with|includ\w+|besides|rest)\b", re.IGNORECASE)
MEASURES = ("length", "area", "mass", "volume", "energy", "time")


def wrong_worth(claims: Sequence[Claim]) -> Iterator[Pair]:
    """So many at so much each do not make the sum that stands beside them."""
    for amount, price in pairwise(claims):
        if amount.sentence.start != price.sentence.start or not priced(amount, price):
            continue
        sums = [one for one in claims if one.sentence.start == price.sentence.start and of_currency(one, price)]
        if len(sums) == 1 and told_of(sums[0], amount, price) and missed(price, sums[0], amount):
            yield Pair(sums[0], price, wrong(price, sums[0], amount), fact_key(price))


def priced(amount: Claim, price: Claim) -> bool:
    """Whether "at" stands between an amount and what each of its units costs."""
    if price.assertion.kind is not Kind.MONEY or not (plain(amount) and plain(price)):
        return False
    counted = amount.assertion.kind is Kind.COUNT or unit(amount) in names().values()
    if not counted or not AT.fullmatch(between(amount, price)):
        return False
    per = PER.match(after(price))
    return bool(EACH.match(after(price)) or (per and of_unit(amount, per["what"].lower())))


def of_unit(amount: Claim, what: str) -> bool:
    """Whether an amount is told in the units that a price is for."""
    if amount.assertion.kind is Kind.COUNT:
        return bool(set(stems(what)) & set(stems(count_noun(amount))))
    return names().get(what) == unit(amount)


def of_currency(one: Claim, price: Claim) -> bool:
    """Whether a claim is another sum in the currency of a price."""
    return one is not price and plain(one) and unit_of(one) == unit_of(price)


def told_of(total: Claim, amount: Claim, price: Claim) -> bool:
    """Whether the words say that a sum is what an amount comes to at its price."""
    if total.span.end <= amount.span.start:
        lead = between(total, amount)
        return bool(AHEAD.fullmatch(lead) and CLOSED.match(after(price))) and not MORE.search(lead)
    lead = between(price, total)
    return price.span.end <= total.span.start and bool(BEHIND.fullmatch(lead)) and not MORE.search(lead)


@cache
def names() -> dict[str, str]:
    """The units that things are sold by, by their names."""
    raw = read("measures.toml")
    return {form: one for sort in MEASURES for one, forms in raw.get(sort, {}).items() for form in forms}
