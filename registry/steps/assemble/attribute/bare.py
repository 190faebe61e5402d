"""Figures that name neither noun nor unit: "He was given 28", "eased to 3.9 percent from 4.1", "he was sixteen".

A newcomer's mistake: counting whatever was counted last. A bare figure is of the kind of the one nearest before it that
is about as large; "the 9.4 billion" in a text about euros are euros, and a person who "is 44" has an age.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from registry.model.assertion import Kind, Mention
from registry.model.quantity import Quantity
from registry.steps.assemble.attribute.ages import is_age, is_limit, is_told_when, of_one
from registry.steps.assemble.attribute.asked import unit_asked
from registry.steps.assemble.attribute.contrast import contrasted, is_part
from registry.steps.assemble.attribute.lending import close, is_aim, is_owned, is_step, lender, nearer, size, unit_of
from registry.steps.assemble.attribute.purses import named_alone
from registry.steps.assemble.attribute.sums import is_asked, norm, sum_in
from registry.steps.assemble.questions import whether
from registry.steps.assemble.spot import Attribute, Measured, Page, Spot, subject_of, verb_of
from registry.steps.resolve.words import words

ENDS = re.compile(
    r"\s*(?:$|[.,;:)?!\"\u2013-]|(?:in|at|on|for|from|by|during|after|before|than|to|and|or|but|as|when|while|with|under|over"
    r"|against|instead|last|this|that|the|a|an|which|who|had|reported|agreed|allowed|seen|expected|recorded|earlier"
    r"|now|today|there|he|she|it|they|we|I|per|set|of (?:it|that|this))\b)"
)
WHOLE = re.compile(r"\d of (?:the |all )?$")
PART = re.compile(r"\bof which\s*$|^\W*Of (?:the|this|that|these)\b", re.I)
PARTED = re.compile(r"\s*(?:goes|go|went|comes?|came|has|have|had|will|remains?)\b")
LINKS = re.compile(r"\s*(?:is|was|are|were)\b")
BESIDE = re.compile(
    r"\b(?:from|to|than|against|of|with|for|below|above|at|until|not|but|by)(?: the| only| just| about)?\s*$"
)
NUMBER_OF = re.compile(r"\bnumber of (?:(?!, | and (?!at\b|to\b|as\b)|[;:]|\.(?!\d)).){2,120}$", re.I)
CITY = re.compile(r"\b[Cc]apital(?: city)?,? [A-Z][a-z]")
REACH = 2
OFFERS = frozenset({"offer", "propose", "demand", "want", "seek"})
SCALED = 100_000
SCALES = {10**9: "billion", 10**6: "million", 10**3: "thousand"}
RATIOS = frozenset({"ratio", "factor", "multiple"})
NAMING = frozenset({"subject", "counted", "complement", "label"})
UNLIKE = frozenset({"count", "ordinal", "rank", "fraction", "ratio", "date", "datetime", ""})
THOUSAND = 1000
TIMES = frozenset({"once", "twice", "thrice"})


def is_bare(spot: Spot) -> bool:
    """Whether a figure stands without a noun and without a unit."""
    mention = spot.mention
    if spot.unit != "count" or mention.kind not in (Kind.COUNT, Kind.MEASURE, Kind.RANGE) or mention.noun:
        return False
    if spot.sentence.block.cells or spot.node is None or "share_of" in mention.notes:
        return False
    written = isinstance(mention.value, Quantity) and bool(mention.value.quantum)
    if WHOLE.search(spot.before()) or spot.page.folded[mention.start : mention.end].lower() in TIMES:
        return False
    part = written and PART.search(spot.before()) is not None and PARTED.match(spot.after()) is not None
    its = spot.before().endswith("the ") and spot.after().startswith((" of the ", " of this ", " of last "))
    return its or part or ENDS.match(spot.after()) is not None or (written and LINKS.match(spot.after()) is not None)


def filled(spot: Spot, own: Attribute | None) -> Mention | None:
    """The mention with the unit that its sentence or the one before leaves to be understood; `own` is its attribute."""
    if asked := unit_asked(spot):
        return with_unit(spot.mention, *asked)
    if is_asked(spot) or (is_bare(spot) and whether(spot)):
        return None
    found = completed(spot, own)
    return None if found is not None and found.kind is Kind.MONEY and asks_number(spot) else found


def completed(spot: Spot, own: Attribute | None) -> Mention | None:
    """The same, where nothing says that a number is asked for."""
    if is_step(spot):
        return with_unit(spot.mention, "percentage point", Kind.PERCENT)
    if currency := sum_in(spot, own):
        return with_unit(spot.mention, currency, Kind.MONEY)
    if one := norm(spot):
        return with_unit(spot.mention, unit_of(one.mention), one.mention.kind)
    bare = is_bare(spot)
    if one := contrasted(spot) if bare or is_part(spot) else None:
        return with_unit(spot.mention, unit_of(one.mention), one.mention.kind)
    one = lender(spot, own) if bare else None
    if own is not None and ((own.how == "counted" and is_owned(spot)) or own.name.split()[-1:] == ["one"]):
        own = None  # "the 14 the union asked for" counts no unions, "the old one was 1,800" no ones
    apart = bare and own is not None and (own.how == "toll" or of_one(spot))
    bare = bare and (own is None or own.how in NAMING | {"ellipsis"})
    if is_limit(spot) or is_told_when(spot) or ((bare or apart) and is_age(spot)):
        aged = with_unit(spot.mention, "year", Kind.MEASURE)
        return replace(aged, notes=(*aged.notes, "age"))
    if one is not None:
        return with_unit(spot.mention, unit_of(one.mention), one.mention.kind)
    return told(spot, own if own is not None and own.how in NAMING else None) if bare else None


def told(spot: Spot, named: Attribute | None) -> Mention | None:
    """The mention with the unit that the word for it tells, or else a figure before it."""
    if named is not None and named.name.split()[-1] in RATIOS:
        return with_unit(spot.mention, "ratio", Kind.MEASURE)
    if is_number(spot) or (named is not None and is_count(named)):
        return None
    currency = currency_of(spot.page)
    if currency and not is_tallied(spot) and (is_paid(spot) or (named is not None and is_amount(spot, named))):
        return with_unit(spot.mention, currency, Kind.MONEY)
    return compared(spot, named)


def compared(spot: Spot, named: Attribute | None) -> Mention | None:
    """The mention with the unit of the nearest figure before it that is of its kind."""
    value = spot.mention.value
    assert isinstance(value, Quantity)
    for one in spot.page.measured[::-1]:
        if spot.number - one.number > REACH:
            return None
        scale = scale_of(value, one)
        if scale and not nearer(spot, value, one) and fits(spot, one, named, scale):
            return with_unit(scaled(spot.mention, scale), unit_of(one.mention), one.mention.kind)
    return None


def currency_of(page: Page) -> str:
    """The currency named last, or else the only one that a document names at all."""
    if not page.currency and page.sole is None:
        money = (mention for some in page.mentions for mention in some if mention.kind is Kind.MONEY)
        found = {unit_of(mention) for mention in money}
        page.sole = found.pop() if len(found) == 1 else "" if found else named_alone(page)
    return page.currency or page.sole or ""


def asks_number(spot: Spot) -> bool:
    """Whether the words speak of a number: "the number of payments was put at 2 million"."""
    return NUMBER_OF.search(spot.before()) is not None


def is_tallied(spot: Spot) -> bool:
    """Whether the sentence has counted about as many before: "sold 312,000 cars and had forecast sales of 330,000"."""
    number, told, _ = spot.page.tallies[-1] if spot.page.tallies else (-1, 0.0, None)
    value = spot.mention.value
    here = number == spot.number and bool(told) and isinstance(value, Quantity) and bool(size(value))
    return here and isinstance(value, Quantity) and close(size(value), abs(Decimal(str(told))))


def is_amount(spot: Spot, named: Attribute) -> bool:
    """Whether a figure of something that is money is written as large sums or prices are; a capital that has a name is
    a city."""
    value = spot.mention.value
    if "apital" in spot.before() and CITY.search(spot.before()):
        return False
    sum_ = isinstance(value, Quantity) and (bool(value.quantum) or size(value) >= SCALED)
    return sum_ and named.name.split()[-1] in words()["nouns.money"]


def is_paid(spot: Spot) -> bool:
    """Whether a figure is what a verb of paying takes: "others pay 31,000"."""
    node, verb = spot.node, verb_of(spot.node)
    pays = verb is not None and verb.lemma in words()["levels.paying"]
    return pays and node is not None and node is not verb and node.dep in ("obj", "obl:unmarked")


def is_number(spot: Spot) -> bool:
    """Whether a figure says what a number is: "a higher number, 13,900"."""
    node = spot.node
    return node is not None and node.dep in ("appos", "nummod", "nmod") and node.head.lemma in words()["nouns.measures"]


def is_count(own: Attribute) -> bool:
    """Whether an attribute names things or people that are counted."""
    anchor, last = own.anchor, own.name.split()[-1]
    if last in words()["nouns.measures"] or last in words()["behaviour.total"]:
        return True
    amounts = words()["nouns.money"] | words()["nouns.rates"]
    return anchor is not None and anchor.tag in ("NNS", "NNPS") and last not in amounts and anchor.low not in amounts


def scale_of(value: Quantity, one: Measured) -> int:
    """By what a bare figure must be multiplied to be about as large as an earlier one; 0 where nothing does.

    "A deficit of 1.9 billion; it had been 2.9" leaves out the billion.
    """
    known = one.mention.value
    if not isinstance(known, Quantity) or known.unit in UNLIKE or not size(value) or not size(known):
        return 0
    if close(size(value), size(known)):
        return 1
    told = next((scale for scale in SCALES if size(known) >= scale), 0)
    elided = one.mention.kind is Kind.MONEY and told and known.quantum and size(value) < 1000
    return told if elided and close(size(value) * told, size(known)) else 0


def fits(spot: Spot, one: Measured, named: Attribute | None, scale: int) -> bool:
    """Whether a bare figure is of the kind of an earlier one: it is compared with it, or the clause leans on it."""
    value = spot.mention.value
    exact = isinstance(value, Quantity) and not value.quantum
    counted = spot.page.last is not None and spot.page.last[0] >= one.number
    if one.number == spot.number:
        if named is not None and is_aim(spot, named, one):
            return not counted
        if named is not None and one.found is not None and exact and named.name != one.found.name:
            return False
        beside = (
            not exact
            or is_owned(spot)
            or is_there(spot)
            or BESIDE.search(spot.before()) is not None
            or penal(spot)
            or offered(spot)
        )
        return beside and (not exact or not counted or penal(spot))
    if named is not None:
        return one.found is not None and named.name.split()[-1] in one.found.name.split()
    return leans(spot) and (not counted or not exact or penal(spot))


def penal(spot: Spot) -> bool:
    """Whether a clause tells what somebody gets or is to get."""
    verb = verb_of(spot.node)
    return verb is not None and verb.lemma in words()["levels.penal"]


def is_there(spot: Spot) -> bool:
    """Whether a clause only says that there is so much: "five litres leaked; there were 120 in the tanks"."""
    verb = verb_of(spot.node)
    return verb is not None and verb.first("expl") is not None


def offered(spot: Spot) -> bool:
    """Whether a figure is what somebody offers or asks for: "the claim is 8.5 percent; the port has offered 5"."""
    node, verb = spot.node, verb_of(spot.node)
    return verb is not None and verb.lemma in OFFERS and node is not None and node.dep == "obj"


def scaled(mention: Mention, scale: int) -> Mention:
    """A mention with the scale word that it leaves out."""
    value = mention.value
    if scale == 1 or not isinstance(value, Quantity):
        return mention
    low = None if value.low is None else value.low * scale
    high = None if value.high is None else value.high * scale
    step = (value.quantum or Decimal(1)) * scale
    trace = (*mention.trace, f"scale shared: {SCALES[scale]} = {scale}")
    return replace(mention, value=replace(value, low=low, high=high, quantum=step, round=Decimal(0)), trace=trace)


def leans(spot: Spot) -> bool:
    """Whether a clause leans on what was said before: its subject is a pronoun, or somebody who tells or gets."""
    verb = verb_of(spot.node)
    who = subject_of(verb)
    if verb is not None and verb.first("expl") is not None:
        return False
    if verb is None or who is None:
        return True
    gives = words()["speech.verbs"] | words()["speech.settings"] | words()["levels.penal"] | {"allow", "permit", "be"}
    return who.tag.startswith(("PRP", "DT", "WP")) or who.low == "one" or verb.lemma in gives


def with_unit(mention: Mention, unit: str, kind: Kind) -> Mention:
    """A mention with a unit that its words leave out."""
    assert isinstance(mention.value, Quantity)
    if unit == "percent" and (mention.value.low or mention.value.high or 0) >= THOUSAND:
        return mention  # "sales rose 4.7 percent to 24,180"
    kind = mention.kind if mention.kind is Kind.RANGE else kind
    trace = (*mention.trace, f"unit carried from the value before: {unit}")
    return replace(mention, kind=kind, value=replace(mention.value, unit=unit), trace=trace)


def remember(spot: Spot, found: Attribute | None) -> None:
    """Keep a figure with a unit for bare ones that follow."""
    page = spot.page
    if spot.is_money:
        page.currency = spot.unit
    if spot.unit not in UNLIKE and spot.mention.kind is not Kind.DATE:
        page.measured = [*page.measured[-3:], Measured(spot.number, spot.mention, found)]
