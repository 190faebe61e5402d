"""What the words of money beside a sum call it, where no tree ties the two: "net debt £9m", "fined four of them $2bn".

A newcomer's mistake: looking past a number. "Of 40 homes, £5m" has two figures, and the first takes its own noun.
"""

from __future__ import annotations

import re

from registry.steps.assemble.attribute.nouns import size_of
from registry.steps.assemble.attribute.prices import is_gained
from registry.steps.assemble.spot import Attribute, Spot, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

VALUED = {"worth": "value", "forfeit": "forfeiture", "cost": "cost", "costs": "cost", "costing": "cost"}
LINKS = frozenset(["be", "have", "will", "would", "may", "can", "rise", "fall", "stand", "come", "go", "get"])
REQUESTS = frozenset(["ask", "appeal", "apply", "call", "request", "bid", "sue", "plead"])
ACCOUNTS = frozenset(["account", "provide", "budget", "set", "save", "make", "be"])
BUILDING = frozenset(
    ["build", "rebuild", "construct", "erect", "restore", "renovate", "refurbish", "convert", "extend", "repair"]
)
APART = frozenset([";", ":", "-", "\u2014", "(", ")"])
FAR = 8
VAST = 1_000_000
REACH = 60
VALUED_AT = re.compile(
    r"\b[a-z]+s (?:(?:that|which) )?(?:(?:are|were|was|is|have been) )?(?:together |jointly |altogether )?"
    r"(?:valued at|estimated to be worth|said to be worth)(?: (?:about|some|around|up to|more than|over))* ?$"
)
WORTH = re.compile(
    r"\b([A-Za-z][a-z]{2,}) worth(?: (?:about|some|around|up to|more than|over|nearly|almost|an|estimated))* ?$"
)
UNSAID = frozenset(
    {
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "now",
        "today",
        "thing",
        "anything",
        "something",
        "not",
        "and",
        "still",
        "reportedly",
        "together",
        "deal",
        "company",
        "firm",
        "business",
    }
)
IN_CASH = re.compile(r" (?:in|of) (?:cash|banknotes|notes)\b")
PRICED = re.compile(
    r"\b(?:pa(?:y|id)|buy|bought|sold|sell|offer|acquir|acquisition|takeover|deal|bid|price|merger)", re.I
)
BUDGET = re.compile(r"^ (?:over|above|beyond) (?:its |the |their )?(?:original )?budgets?\b")
PLANNED = re.compile(
    r"^ more than (?:(?:was|had been|it was|they had|first|originally|once) ){0,2}"
    r"(?:planned|budgeted|foreseen|agreed|expected|estimated|intended|projected)\b"
)
COSTS = re.compile(r"\b(?:costs?|costing|bill|budget|price tag|spent|spending)\b", re.I)
MORE = frozenset(["a", "an", "another", "further", "additional", "extra", "the", "some", "about"])


def sums_beside(spot: Spot) -> Attribute | None:
    """The word of money that stands last before a sum in its clause: "net debt £9m", "and cost £52m"; "for £9m"."""
    before = [token for token in spot.tree.tokens if token.end <= spot.mention.start][-FAR:] if spot.tree else []
    while before and before[-1].low in MORE:
        before.pop()
    if len(before) > 1 and before[-1].low == "for":
        return built_for(spot) or asked_for(before[-2])
    if given := gave(before):
        return Attribute(given, None, "beside")
    return named_last(before)


def over_budget(spot: Spot) -> Attribute | None:
    """The sum by which something costs more than was meant: "two years late and £310m over budget"."""
    return (
        Attribute("cost overrun", None, "cue")
        if spot.is_money and (BUDGET.match(spot.after()) or planned_less(spot))
        else None
    )


def of_goods(spot: Spot) -> Attribute | None:
    """What goods are worth ("53 vehicles valued at £2.3 million"), and money that is found as notes ("recovered £68,000
    in cash")."""
    before = spot.before()[-REACH:]
    if spot.unit == "count" and is_vast(spot) and (hit := WORTH.search(before)) and is_goods(spot, hit):
        return Attribute(f"{singular(hit[1].lower())} value", None, "beside")  # "a market worth over 2 billion"
    if not spot.is_money:
        return None
    if VALUED_AT.search(before):
        return Attribute("value", None, "cue")
    if (hit := WORTH.search(before)) and is_goods(spot, hit) and singular(hit[1].lower()) not in UNSAID:
        return Attribute(f"{singular(hit[1].lower())} value", None, "beside")
    found = IN_CASH.match(spot.after()) and not PRICED.search(spot.words)
    return Attribute("cash", None, "beside") if found else None


def is_vast(spot: Spot) -> bool:
    """Whether a bare figure is as large as sums are told."""
    return size_of(spot.mention) >= VAST


def is_goods(spot: Spot, hit: re.Match[str]) -> bool:
    """Whether the word before "worth" may be a noun for things, and is no name, no "already", "each" or "itself"."""
    token = spot.tree.before_place(spot.mention.start - len(spot.before()[-REACH:]) + hit.end(1)) if spot.tree else None
    return token is not None and token.tag in ("NN", "NNS", "JJ")  # "a voucher worth": the parser errs


def planned_less(spot: Spot) -> bool:
    """Whether a sum is what something cost beyond its plan: "it cost 640 million, 90 million more than planned"."""
    return PLANNED.match(spot.after()) is not None and COSTS.search(spot.before()) is not None


def named_last(before: list[Token]) -> Attribute | None:
    """What the last word of money in a clause calls its sum."""
    for token in reversed(before):
        if token.text in APART or token.tag in ("CD", "$"):
            break
        told = VALUED.get(token.low) or (deed_of(token) if token.is_verb else None)
        if told:
            return Attribute(told, None, "beside")
        if token.tag == "NN" and token.low in words()["nouns.money"]:
            return Attribute(noun_phrase(token), token, "beside")
        if token.is_verb and token.lemma not in LINKS:
            break
    return None


def gave(before: list[Token]) -> str | None:
    """What a sum right behind whom it is given to, or taken from, is called: "fined four of them $2bn"."""
    at = next((place for place in range(len(before) - 1, -1, -1) if before[place].is_verb), None)
    if at is None or before[at].lemma not in words()["levels.giving"] or before[at].tag == "VBG":
        return None
    between = before[at + 1 :]
    plain = all(
        token.tag in ("CD", "DT", "IN", "PRP", "PRP$", "POS", "JJ", "NN", "NNS", "NNP", "NNPS") for token in between
    )
    held = all(token.low in ("of",) for token in between if token.tag == "IN")
    return deed_of(before[at]) if between and plain and held else None


def built_for(spot: Spot) -> Attribute | None:
    """What is built for a sum costs it: "was built in eight years for 97 million euros"."""
    verb = verb_of(spot.node)
    built = verb is not None and verb.lemma in BUILDING and spot.is_money
    return Attribute("cost", None, "beside") if built else None


def asked_for(verb: Token) -> Attribute | None:
    """What a sum after "for" is: a price, or what somebody asks for."""
    if verb.lemma in ACCOUNTS:
        return None
    return Attribute("amount sought" if verb.lemma in REQUESTS else "price", None, "beside")


def deed_of(verb: Token) -> str | None:
    """What the sum of a verb is called, where it is a sum and no time."""
    plain = verb.lemma not in words()["levels.lasting"] and not verb.low.endswith("ing")
    name = words().amounts.get(verb.lemma) if plain else None
    return name if name != "profit" or is_gained(verb) else None
