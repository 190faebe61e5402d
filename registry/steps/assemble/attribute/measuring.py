"""What is measured: the noun that an amount belongs to, the verb that names it, or what its unit measures.

A newcomer's mistake: calling every amount an amount. "A fine of $400", "raised $9bn" and "212 metres high" name it.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute import ages
from registry.steps.assemble.attribute.around import around
from registry.steps.assemble.attribute.lasting import done_in
from registry.steps.assemble.attribute.nouns import OF_NOUN, named, physical, run_end, sized
from registry.steps.assemble.attribute.prices import is_priced
from registry.steps.assemble.attribute.sums_beside import sums_beside
from registry.steps.assemble.spot import Attribute, Spot, climb, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

BRACKETED = re.compile(r"^\s*\([^()]{1,40}\)")
RAINED = re.compile(r"\b(?:rain\w*|downpours?|precipitation|snow\w*|cloudburst|drizzle|monsoon)\b", re.I)
PRICED = re.compile(r"^ price (?:points?|tags?)\b")
INWARD = re.compile(r"^ (?:in|of) (?:the |its |their |his |her )?(?=[a-z])")
PEOPLE = words()["nouns.persons"] | words()["nouns.people"]
SPAN_TO = re.compile(r" (before|after) (?:the|an?|his|her|its|their) ")
PAID = PEOPLE | {"family", "household"}
TERMS = frozenset(["term", "ban", "suspension", "delay", "wait", "sentence"])  # a "19-year term" has no term length
AVERAGES = frozenset(["average", "median", "mean", "maximum", "minimum", "total"])
UNCERTAIN = frozenset(
    {"cost", "time", "area", "reserve", "capital", "target", "interest", "share", "support", "relief"}
)
PERCENTS = frozenset({"percent", "cent", "%", "point", "points"})  # "dropped 11 percent to 2.31 euros"
PLACING = frozenset({"in", "at", "on", "for", "during", "within", "by"})
WITH_CUE = re.compile(r"^ (?:away|wide|long|deep|high|tall|across|apart|old|late|thick|from|below|above)\b")
QUANTITY, CURRENCY = re.compile(r"[a-z] (?:of )?\(?$|[a-z], $"), re.compile(r"[A-Z]{3}")
AGE_STEP = "unit: an age -> year"
OF_AGES = re.compile(r"\baged (?:between |from )?$", re.I)
LATER = re.compile(r"^ later\b(?! than\b)")
NEXT = frozenset(["from", "down", "long", "across"])
KEPT = frozenset(["asset", "liability", "deposit", "sale", "order", "loan"])
UNDER = re.compile(r"^ under(?:ground\b| (?:the|its|a)\b)")
OVER = re.compile(
    r"^ above (?:the (?:[a-z]+ )?(?:earth|ground|surface|sea|planet|moon|clouds?|poles?|equator|crater)"
    r"|sea|ground|earth)\b",
    re.I,
)
COVER = re.compile(
    r"^ of (?:[a-z]+ )?(snow|water|ash|mud|rubble|sand|ice|earth|debris|concrete|floodwater|silt|soil)\b"
)
SEA_LEVEL = re.compile(r"^ above (?:mean )?sea[ -]level")
ALOFT = re.compile(
    r"^ above (?:the |its )?(?:water|river|road|valley|street|ground|lake|waves|tracks?|rails|deck|square)\b"
)
BARS = re.compile(r"\s*behind (?:bars|closed doors|the (?:wheel|scenes|counter|bar))\b")  # no delay
SPREAD = re.compile(r"^[ -]across (?:the|an?|its|their|both|all|[A-Z])")
EVERY = re.compile(r"every\b", re.I)
AHEAD = re.compile(r"^ (?:ahead\b|clear of\b|back\b(?! (?:to|in|from|on|at|then)\b)|adrift\b|off the (?:lead|pace)\b)")
BEATEN = re.compile(r"\b(?:best|record|mark|victory|win|won|beat|beaten|winner|time) by (?:\w+ )?$")
AGED = re.compile(  # an apposition behind a name or a person
    r"(?:[A-Z][\w'-]+\"?|(?P<who>[a-z]+)),(?: (?:then|now|aged|only|just))* $"
)
QUAKE = re.compile(r"^[ -](?:(?:earth)?quake|aftershock|foreshock|temblor|tremor|shock|event)\b")
NEARBY = 400
RACED = re.compile(r"\b(?:sprint\w*|metres? freestyle|finish(?:ing)? line|hurdles|relay|(?:100|200|400|800|1,?500)m)\b")
BURNED = re.compile(r"\b(?:burn\w*|fires?|wildfires?|blazes?|scorched|charred|up in (?:smoke|flames))\b")


def magnitude(spot: Spot) -> Attribute | None:
    """A magnitude, whatever it is given for."""
    if spot.unit != "magnitude":
        return None
    node = climb(spot.node) if spot.node else None
    anchor = (
        node.head if node is not None and not node.is_root and node.head.is_noun and not spot.holds(node.head) else None
    )
    behind = spot.tree.after_place(spot.mention.end) if spot.tree and QUAKE.match(spot.after()) else None
    if behind is not None:
        return Attribute(f"{behind.low} magnitude", behind, "measured")
    return Attribute("magnitude", anchor, "unit")


def age(spot: Spot) -> Attribute | None:
    """The age that stands behind a name: "Mara Lind, 37, said"."""
    if (
        "age" in spot.mention.notes
        or AGE_STEP in spot.mention.trace
        or (spot.unit == "year" and OF_AGES.search(spot.before()))
    ):
        return ages.age_of(spot)
    hit = AGED.search(spot.before()) if spot.unit == "year" and re.match(r"\s*[,.;)]|$", spot.after()) else None
    if hit is None or (
        hit["who"] and singular(hit["who"]) not in words()["nouns.persons"] | words()["nouns.corporate"]
    ):
        return None
    anchor = spot.node.head if spot.node and not spot.node.is_root else None
    return Attribute("age", anchor, "age")


def inward(spot: Spot) -> Attribute | None:
    """The noun that an amount of money is given in: "$171 million in damages", "2 billion euros in aid"."""
    if spot.is_money and PRICED.match(spot.after()):
        return Attribute("price", None, "inward")
    hit = INWARD.match(spot.after()) if spot.is_money else None
    token = spot.tree.after_place(spot.mention.end + hit.end()) if hit and spot.tree else None
    head = run_end(token) if token is not None else None
    if head is None or not head.is_noun or head.is_name or head.lemma not in words()["nouns.money"] | KEPT:
        return None
    return Attribute(noun_phrase(head), head, "inward") if head.lemma not in words()["levels.means"] else None


def from_event(spot: Spot) -> Attribute | None:
    """How long before or after something: "three days before the attack"; no length of the attack."""
    hit = SPAN_TO.match(spot.after()) if words().dimension.get(spot.unit) == "duration" else None
    node = climb(spot.node) if hit and spot.node else None
    if hit is None or node is None or node.dep not in words()["levels.complements"] or not node.head.is_noun:
        return None
    return Attribute(f"time {hit.group(1)} {noun_phrase(node.head)}", node.head, "complement")


def complement(spot: Spot) -> Attribute | None:
    """The noun that an amount is the "of" of: "a fine of $400", "a toll of 75"."""
    node = climb(spot.node) if spot.node else None
    if node is None:
        return None
    beside = next((child for child in node.of("appos", "nmod", "compound") if stands_after(spot, child)), None)
    if beside is not None:
        return of_noun(spot, beside)
    if node.is_root:
        return None
    head = node.head
    if head.lemma in AVERAGES and head.head.lemma in words().amounts and not spot.counts and not head.is_root:
        return Attribute(f"{head.lemma} {words().amounts[head.head.lemma]}", head, "complement")
    if is_teller(spot, node, head) or (spot.is_money and singular(head.low) in PAID):
        return None
    if head.lemma in words()["levels.steps"] or singular(head.low) == spot.unit or spot.holds(head):
        return None
    apart = spot.counts and head.start > spot.mention.end and spot.after().startswith(", ")  # "to 41, officials"
    if apart or head.low in PERCENTS or node.dep not in words()["levels.complements"] or not head.is_noun:
        return None
    behind = head.start > spot.mention.end or node.word("case") in ("of", "at", "to", "", "between", "around")
    return of_noun(spot, head) if behind else None


def is_teller(spot: Spot, node: Token, head: Token) -> bool:
    """Whether what stands before a count only tells it: "the ministry says 64,000, the unions 400,000"."""
    if not spot.counts or node.dep != "nummod" or head.end > spot.mention.start:
        return False
    return verb_of(head) is not None or head.low in words()["speech.voices"]


def stands_after(spot: Spot, child: Token) -> bool:
    """Whether a noun stands right behind an amount: "a $4m fine"."""
    return child.is_noun and not child.is_name and not child.word("case") and child.start == spot.mention.end + 1


def is_joined(noun: Token) -> bool:
    """Whether a noun and the thing right behind it make one name."""
    return noun.head.is_noun and noun.head.index == noun.index + 1 and noun.head.start == noun.end + 1


def of_noun(spot: Spot, head: Token) -> Attribute | None:
    """An amount before or after the noun it belongs to; things that are "of 21 km each" have a length."""
    if spot.counts:
        return named(spot, head)
    while head.dep == "compound" and head.start > spot.mention.end and not spot.holds(head) and is_joined(head):
        head = head.head  # "a 23-kilometre rail tunnel"
    name = noun_phrase(head, taboo=(spot.mention.start, spot.mention.end))
    before = head.start > spot.mention.end
    if spot.is_money and before and head.lemma not in words()["nouns.money"]:
        return Attribute(f"{name} {'price' if is_priced(spot) else 'cost'}", head, "priced")
    if spot.mention.kind is Kind.MEASURE and (is_thing(head) or (before and name not in TERMS)):
        kind = sized(spot, head)
        return Attribute(kind if kind == "magnitude" else f"{name} {kind}", head, "measured")
    return Attribute(name, head, "complement")


def is_thing(head: Token) -> bool:
    """Whether a noun is a thing that has a size, not a size itself."""
    return singular(head.low) not in words()["levels.quantities"] and head.lemma not in words()["nouns.money"]


def before_it(spot: Spot) -> Attribute | None:
    """The quantity right before its figure: "range 68 km", "mean age 54.2 years", "operating margin 6.4 percent"."""
    before = spot.before()
    token = spot.tree.tokens[-1] if spot.tree else None
    while token is not None and (token.start >= spot.mention.start or token.text in (",", "(", "of", "=", "~")):
        token = spot.tree.before(token) if spot.tree else None
    if token is None or token.tag != "NN" or not QUANTITY.search(before):
        return None
    if token.low in UNCERTAIN and not (token.low == "cost" and token.of("amod", "compound")):
        return None
    if token.word("case") in PLACING or WITH_CUE.match(spot.after()) or before.endswith(" within "):
        return None
    kinds = words()["levels.quantities"] | words()["nouns.money"] | words()["nouns.rates"]
    return Attribute(noun_phrase(token), token, "before") if token.low in kinds else None


def later(spot: Spot) -> Attribute | None:
    """The time between two events: "sank 47 minutes later"; only what is later than something is late."""
    hit = LATER.match(spot.after()) if words().dimension.get(spot.unit) == "duration" else None
    return Attribute("time", None, "unit") if hit else None


def cue(spot: Spot) -> Attribute | None:
    """The word next to a measure that says what is measured: deep, old, away."""
    if spot.mention.kind not in (Kind.MEASURE, Kind.RANGE) or not is_sized(spot):
        return None
    own = re.findall(r"[a-z]+", spot.page.folded[spot.mention.start : spot.mention.end].lower())[-1:]
    after = BRACKETED.sub("", spot.after()[:60])
    near = re.findall(r"[a-z]+", after[:24].lower())[:2] if after.startswith((" ", "-")) else []
    kind = words().dimension.get(spot.unit)
    verb = verb_of(spot.node)
    stands = verb is not None and verb.lemma in words()["linking.verbs"]
    if spot.unit in ("ft", "m") and not stands and re.search(r"\bat (?:about |around )?$", spot.before()):
        return Attribute(
            "distance"
            if RACED.search(spot.page.folded, max(0, spot.mention.start - NEARBY), spot.mention.end + NEARBY)
            else "height",
            None,
            "cue",
        )
    if kind == "length" and (upright := vertical(spot, after)):
        return Attribute(upright, None, "cue")
    for place, word in enumerate([*own, *near]):
        if word in NEXT and place > 1:
            continue
        if (word == "across" and SPREAD.match(after)) or (word == "behind" and BARS.match(after)):
            continue
        found = words().cues.get(word)
        if found and (kind == "length" or (kind is None and not physical(spot)) or found in ("age", "delay")):
            return ages.by_cue(spot) if found == "age" else Attribute(found, None, "away" if word == "away" else "cue")
    return None


def between(spot: Spot) -> Attribute | None:
    """What a time is that parts two things: the interval of what comes "every four minutes", the margin of who is
    "48 seconds ahead"."""
    if words().dimension.get(spot.unit) != "duration":
        return None
    if spot.before().lower().endswith("every ") or EVERY.match(spot.page.folded[spot.mention.start : spot.mention.end]):
        return Attribute("interval", None, "cue")
    near = AHEAD.match(spot.after()) or BEATEN.search(spot.before())
    return Attribute("margin", None, "cue") if near and spot.unit in ("s", "minute") else None


def is_sized(spot: Spot) -> bool:
    """Whether a figure is no sum and no share, which are never deep or old: "down from 14 to 15 percent"."""
    return spot.unit not in ("percent", "fraction", "percentage point") and not CURRENCY.fullmatch(spot.unit)


def vertical(spot: Spot, after: str) -> str | None:
    """What a length under or far above the ground is: "300 metres underground", "820 km above the Earth"."""
    if UNDER.match(after):
        return "depth"
    if cover := COVER.match(after):
        return f"{cover.group(1)} depth"
    if SEA_LEVEL.match(after):
        return "elevation"
    if ALOFT.match(after):
        return "height"
    return "altitude" if spot.unit in ("km", "mi") and OVER.match(after) else None


def by_unit(spot: Spot) -> Attribute | None:
    """What the unit measures, where nothing else says it."""
    if spot.is_money:
        return sums_beside(spot) or Attribute("amount", None, "unit")
    kind = words().dimension.get(spot.unit)
    if spot.unit in ("mm", "cm", "in") and RAINED.search(spot.words):
        return Attribute("snowfall" if "snow" in spot.words.lower() else "rainfall", None, "rain")
    if kind == "area" and BURNED.search(f"{spot.words} {spot.page.story.event or ''}"):
        return Attribute("burned area", None, "burned")
    if kind == "duration" and (doing := done_in(spot)):
        return Attribute(f"{doing} time", None, "doing")
    if kind == "length" and (within := around(spot)):
        return Attribute(within, None, "around")
    verb = verb_of(spot.node) if kind == "length" else None
    if verb is not None and verb.lemma in words()["levels.going"]:
        return Attribute("distance", None, "bearing")
    kind = kind or physical(spot) or ("ratio" if spot.unit == "ratio" else "")
    stuff = stuff_of(spot) if kind in words()["levels.bulk"] else None
    return stuff or (Attribute(kind, None, "unit") if kind else None)


def stuff_of(spot: Spot) -> Attribute | None:
    """What there is so much of: "nine tonnes of ash"."""
    hit = OF_NOUN.match(spot.after())
    token = spot.tree.after_place(spot.mention.end + hit.end()) if hit and spot.tree else None
    if token is None:
        return None
    head = run_end(token)
    if head.low in words()["levels.frames"] and token.tag.startswith(("NN", "JJ")):
        return Attribute(singular(token.low), token, "stuff")
    return Attribute(noun_phrase(head), head, "stuff") if head.is_noun and not head.is_name else None
