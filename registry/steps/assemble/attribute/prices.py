"""What a sum is: the price of one thing of many, what something costs as a whole, or what somebody gains.

A newcomer's mistake: the verb alone. "A ticket costs 9 euros" gives a price, "it costs 9 euros to mend a net" a cost.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.ages import PERSONS, is_kind
from registry.steps.assemble.attribute.nouns import DEAR, size_of
from registry.steps.assemble.spot import Attribute, Spot, subject_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

EACH = re.compile(r"\s*(?:an?|per|each|every)\s+(hour|day|week|month|year)\b", re.I)
PER_SHARE = re.compile(r"^ (?:per|a) (?:(?:basic|diluted|ordinary|common|adjusted) ){0,2}share\b")
EARNED = {"income": "earnings", "profit": "earnings", "earning": "earnings", "earnings": "earnings", "loss": "loss"}


def is_gained(verb: Token) -> bool:
    """Whether somebody makes a sum: no figures "which make" it, nothing "made for" it or "made available"."""
    who = verb.first("nsubj")
    if any(child.low == "available" for near in (verb, *verb.of("obj")) for child in near.children):
        return False
    return verb.first("nsubj:pass", "aux:pass") is None and not (who is not None and who.tag.startswith(("W", "DT")))


def is_priced(spot: Spot) -> bool:
    """Whether a sum is what one of many costs: a ticket, a flat for a month."""
    size = size_of(spot.mention)
    return spot.is_money and 0 < size < DEAR


def is_ware(verb: Token) -> bool:
    """Whether what costs something is a thing for sale, no person or deed: "it costs 9 euros to mend a net"."""
    who = subject_of(verb)
    told = any(one.word("mark") == "to" for one in verb.of("xcomp", "advcl", "csubj", "ccomp"))
    return not told and (who is None or who.lemma not in words()["nouns.persons"])


def is_salary(spot: Spot, verb: Token) -> bool:
    """Whether a sum is what somebody is paid each week or year: "he earns £900 a week", "is paid £900 a day"; people
    of a calling earn it in any case: "nurses earn £31,000 on average"."""
    each = EACH.match(spot.after()) if spot.is_money else None
    who = subject_of(verb)
    if each is None or verb.lemma not in ("earn", "pay", "make"):
        anyone = who is not None and is_kind(who) and (who.tag == "NNS" or who.word("det") in ("a", "an"))
        return verb.lemma == "earn" and anyone and spot.is_money
    person = who is not None and (who.low in PERSONS or is_kind(who))
    if verb.lemma == "pay":
        return verb.first("aux:pass") is not None and who is not None and (person or who.is_name)
    return person or (verb.lemma == "earn" and each[1].lower() != "year")


def per_share(spot: Spot, found: Attribute) -> Attribute:
    """A profit or a loss for one share: "net income of $3bn, or $1.22 per share", "earnings per share of $1.22"."""
    name = found.name.split()[-1] if found.name else ""
    if spot.mention.kind not in (Kind.MONEY, Kind.RANGE) or name not in EARNED:
        return found
    beside = PER_SHARE.match(spot.after()) or (found.anchor is not None and of_shares(found.anchor))
    kept = "diluted " if "diluted" in found.name.split() else ""
    return Attribute(f"{kept}{EARNED[name]} per share", found.anchor, found.how) if beside else found


def of_shares(thing: Token) -> bool:
    """Whether a noun is told by the share: "earnings per diluted share"."""
    return any(one.lemma == "share" and one.word("case") == "per" for one in thing.of("nmod"))
