"""What some "of them" are: "nine of them children", "45 of them have foreign names".

A newcomer's mistake: counting the whole again. Forty-five of the passengers are no other number of passengers.
"""

from __future__ import annotations

from registry.steps.assemble.attribute.nouns import earlier, named, run_end
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular


def called(spot: Spot, them: Token) -> Attribute | None:
    """What some "of them" are said to be without a verb: "57 were rescued, nine of them children"."""
    token = spot.tree.after_place(them.end) if spot.tree else None
    if token is None or token.start > them.end + 1 or token.tag not in ("NNS", "JJ", "NN"):
        return None
    head = run_end(token)
    return named(spot, head) if head.tag == "NNS" else None


def owning(spot: Spot) -> Attribute | None:
    """What some "of them" have: "67 of the passengers were Danes, and 45 of them have Polish names"."""
    node = spot.node
    verb = node.head if node is not None and node.dep == "nsubj" and node.head.lemma == "have" else None
    thing = verb.first("obj") if verb is not None else None
    if node is None or thing is None or not thing.is_noun or thing.is_name:
        return None
    whole, last = whole_of(spot, node), earlier(spot)
    name = singular(whole.low) if whole is not None else last.name if last is not None else ""
    if not name:
        return None
    how = "without" if any(one.low == "no" for one in thing.of("det")) else "with"
    return Attribute(f"{name} {how} {noun_phrase(thing)}", whole or (last.anchor if last else None), "partitive")


def whole_of(spot: Spot, node: Token) -> Token | None:
    """What the count before is a part of, in one sentence: "67 of the passengers were citizens, and 45 of them"."""
    before = spot.tree.tokens[: node.index] if spot.tree else ()
    parts = [one for one in before if one.tag == "CD"]
    inner = parts[-1].of("nmod") if parts else ()
    return next((one for one in inner if one.word("case") == "of" and one.tag == "NNS"), None)
