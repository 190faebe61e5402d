"""What a sum is: the price of one thing of many, what something costs as a whole, or what somebody gains.

A newcomer's mistake: the verb alone. "A ticket costs 9 euros" gives a price, "it costs 9 euros to mend a net" a cost.
"""

from __future__ import annotations

from registry.model.assertion import Kind
from registry.steps.assemble.nouns import DEAR, size_of
from registry.steps.assemble.spot import Spot, subject_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words


def is_gained(verb: Token) -> bool:
    """Whether somebody makes a sum: no figures "which make" it, and nothing that "was made for" it."""
    who = verb.first("nsubj")
    return verb.first("nsubj:pass", "aux:pass") is None and not (who is not None and who.tag.startswith(("W", "DT")))


def is_priced(spot: Spot) -> bool:
    """Whether a sum is what one of many costs: a ticket, a flat for a month."""
    size = size_of(spot.mention)
    return spot.mention.kind is Kind.MONEY and 0 < size < DEAR


def is_ware(verb: Token) -> bool:
    """Whether what costs something is a thing for sale, no person or deed: "it costs 9 euros to mend a net"."""
    who = subject_of(verb)
    told = any(one.word("mark") == "to" for one in verb.of("xcomp", "advcl", "csubj", "ccomp"))
    return not told and (who is None or who.lemma not in words()["nouns.persons"])
