"""What a verb says that an amount is: what is put at it, what reaches it, what is paid, raised or served.

A newcomer's mistake: the subject of every verb. "The toll rose to 89" names the toll, "the firm raised $9bn" names no
firm but an amount raised.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.nouns import from_subject, of_them, physical
from registry.steps.assemble.attribute.prices import is_gained, is_priced, is_salary, is_ware
from registry.steps.assemble.spot import Attribute, Spot, antecedent, climb, is_name, subject_of, topmost, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

SUFFERS = ("obj", "nsubj", "nsubj:pass", "conj", "nummod", "obl:unmarked", "ROOT", "xcomp", "iobj", "dep", "appos")
ENDED = re.compile(r"\s*(?:[.,;)]|$|(?:and|in|on|at|when|after|as|during)\b)")
PEOPLED = re.compile(r" (?:more |other )?(?:people|persons|others)(?=[.,;)]|$| (?:and|in|on|at|when|after)\b)")
FATAL = re.compile(
    r" (?:of (?:them|whom|these|those) )?(?:may |might |could )?(?:have |had )?"
    r"(?:died\b|lost (?:their|his|her) li(?:fe|ves)\b|perished\b|starved to death"
    r"|(?:drowned|suffocated)(?=[.,;:)]|$| (?:in|at|on|off|near|when|while|as)\b))"
)
LYING = frozenset({"depth", "diameter", "height", "width", "distance", "thickness"})
HELPERS = frozenset({"has", "have", "had", "will", "would", "may", "can", "could", "should", "is", "was", "be", "to"})


def put_at(spot: Spot) -> Attribute | None:
    """What is put at a figure: "losses are put at", "he put the number of the missing at zero"."""
    node = climb(spot.node) if spot.node else None
    verb = setting(node) if node is not None else None
    if node is None or verb is None:
        return None
    thing = verb.first("nsubj:pass") or verb.first("obj") or (subject_of(verb) if verb.tag == "VBN" else None)
    if thing is not None and antecedent(thing) is not thing:
        thing = topmost(antecedent(thing))  # "the cost of the bridge, which he had put at 40 million"
    if thing is None or thing is node or spot.holds(thing) or not thing.is_noun:
        return None
    worth = words().amounts.get(verb.lemma)
    if worth and not spot.counts and (thing.is_name or thing.lemma in words()["nouns.generic"]):
        return Attribute(worth, thing, "put at")
    found = from_subject(spot, thing)
    costs = spot.is_money and singular(thing.low) not in words()["nouns.money"]
    if found is not None and costs and found.how == "subject" and not words()["nouns.measures"] & {*found.name.split()}:
        return Attribute(f"{found.name} {worth or 'cost'}", thing, "put at")
    return found


def setting(node: Token) -> Token | None:
    """The verb that puts something at a figure; behind "as" also one further up: "gave the number hurt as 20"."""
    if node.is_root:
        return None
    inner = node.dep == "nmod" and node.word("case") == "at" and node.head.is_noun
    top = topmost(node.head) if inner else node
    if inner and top.dep == "obj" and top.start < node.start:  # "has put the cost of the recall at 60 million"
        return top.head if top.head.lemma in words()["levels.settings"] else None
    above = node.ancestors() if node.word("case") == "as" else [node.head]
    return next((one for one in above if one.is_verb and one.lemma in words()["levels.settings"]), None)


def predicate(spot: Spot) -> Attribute | None:
    """The subject of a verb that only links: "the toll rose to 89", "the number of the missing is five"."""
    node = climb(spot.node) if spot.node else None
    verb = verb_of(node)
    if node is None or verb is None or (verb.lemma in words().amounts and node.dep == "obj"):
        return None
    linking = verb.lemma in words()["linking.verbs"] or verb is node or verb.first("cop") is not None
    subject = subject_of(verb)
    if not linking or subject is None or spot.holds(subject) or not subject.is_noun:
        return None
    if is_offered(spot, node, subject):
        return Attribute(f"{noun_phrase(subject)} price", subject, "priced")
    named = is_named(spot, subject) and spot.mention.kind is not Kind.MEASURE
    if (node.dep not in words()["levels.linked"] and verb is not node) or named:
        return None
    return from_subject(spot, subject)


def is_named(spot: Spot, thing: Token) -> bool:
    """Whether a noun is a name or in one; a plural that opens a sentence is what is counted there, though the document
    may take it for a name: "Arrivals on Lisso have reached 26,300"."""
    return is_name(spot.page, thing) and not (thing.tag == "NNS" and thing.index == 0)


def is_offered(spot: Spot, node: Token, subject: Token) -> bool:
    """Whether a thing goes for a sum: "the house went on sale for $2m", "tickets start at 40 euros"."""
    asks = spot.is_money and node.word("case") in ("for", "at", "from")
    told = words()["nouns.money"] | words()["nouns.rates"] | words()["nouns.measures"] | words()["levels.quantities"]
    return asks and not subject.is_name and node.head.lemma in ("go", "start", "begin") and subject.lemma not in told


def beside_verb(spot: Spot) -> Attribute | None:
    """The noun right before a verb of levels, where the tree sees no subject: "Storm toll rises to 140"."""
    before = [token for token in spot.tree.tokens if token.end <= spot.mention.start] if spot.tree else []
    while before and (before[-1].low in words()["levels.to"] or before[-1].tag in ("RB", "IN")):
        before.pop()
    verb = before.pop() if before else None
    while before and before[-1].low in HELPERS:
        before.pop()
    thing = before[-1] if before else None
    thing = topmost(thing) if thing is not None and thing.is_name else thing  # "the toll in Varna has risen to 41"
    plain = thing is not None and thing.tag in ("NN", "NNS") and not is_name(spot.page, thing)
    if verb is None or thing is None or not plain or verb.lemma not in words()["linking.verbs"]:
        return None
    found = from_subject(spot, thing) if thing.low not in words().outcomes else None
    return found if found is None or spot.counts or found.how == "subject" else None


def deed(spot: Spot) -> Attribute | None:
    """What the amount of a verb is called: "raised $9bn", "sentenced to 135 months", "killed 75"."""
    node = climb(spot.node) if spot.node else None
    verb = verb_of(node)
    if node is None or verb is None:
        return None
    table = words()
    if spot.counts:
        known = table.tolls.get(verb.lemma) or (
            table.patients.get(verb.lemma) if node.dep in ("obj", "xcomp") else None
        )
        direct = (node.dep in SUFFERS or verb is node) and not node.word("case")
        return Attribute(of_them(spot, known), None, "toll") if direct and known else capacity(spot, node, verb)
    if spot.mention.kind is Kind.PERCENT and node.dep in ("nsubj", "nsubj:pass") and node.head is verb:
        return None  # "46 percent received the fourth dose" is a share of those who did
    deed_name = phrasal(spot, verb)
    if spot.mention.kind is Kind.MEASURE and table.amounts.get(deed_name, "").split()[-1:] == ["revenue"]:
        return None  # "fishing brought in 110 tonnes"
    if (
        deed_name in table.amounts
        and verb is not node
        and (deed_name != verb.lemma or fits(spot, verb))
        and not is_instead(node, verb)
        and not (verb.lemma in words()["levels.moneyed"] and node.word("case"))
    ):
        name = "salary" if is_salary(spot, verb) else spent_on(verb) or table.amounts[deed_name]
        name = "price" if name == "cost" and is_priced(spot) and is_ware(verb) else name
        name = "loss" if name == "burned area" and spot.is_money else name
        part = spot.mention.kind is Kind.PERCENT and not spot.mention.direction
        return Attribute(f"share of {name}" if part else name, None, "deed")
    for child in verb.children:
        named = table.cues.get(child.low) if spot.mention.kind not in (Kind.PERCENT, Kind.MONEY) else None
        lies = named in LYING and words().dimension.get(spot.unit) != "length"  # "down from $11 billion"
        if named and not lies and not spot.holds(child) and not (spot.is_time and named not in ("age", "delay")):
            return Attribute(named, None, "cue")
    return None


def taken(spot: Spot) -> Attribute | None:
    """A sum that is taken from people, or by what is sold: "took £2m from savers"; not what is taken home or off."""
    node = climb(spot.node) if spot.node and spot.is_money else None
    verb = verb_of(node)
    if node is None or verb is None or verb.lemma != "take" or node.dep != "obj" or node.word("case"):
        return None
    kept = any(one.index == verb.index + 1 or one.dep == "compound:prt" for one in verb.of("advmod", "compound:prt"))
    return Attribute("amount taken", None, "taken") if not kept and phrasal(spot, verb) == "take" else None


def suffered(spot: Spot) -> Attribute | None:
    """What those are called whom the word right before a bare number has as its object, whatever the tree makes of it:
    "killing 23 people and injuring 14"."""
    ends = ENDED.match(spot.after()) or PEOPLED.match(spot.after())
    token = spot.tree.before_place(spot.mention.start) if spot.tree and ends else None
    if token is None:
        return None
    going = [token.low[:-3], f"{token.low[:-3]}e"] if token.low.endswith("ing") else []  # the parser's lemma may err
    forms = [token.lemma, *going] if token.is_verb else going
    known = next((words().tolls[form] for form in forms if form in words().tolls), None)
    return Attribute(known, None, "toll") if known else None


def fatal(spot: Spot) -> Attribute | None:
    """Those of whom a number alone is told that they died: "some 40 drowned", "16 of them lost their lives"."""
    return Attribute(words().tolls["die"], None, "toll") if FATAL.match(spot.after()) else None


def capacity(spot: Spot, node: Token, verb: Token) -> Attribute | None:
    """How many fit into something, or how many voted: "the arena holds 9,000", "they voted 31 to 18"."""
    if node.tag != "CD" or spot.holds(verb):
        return None
    if verb.lemma == "vote" and node.dep != "nsubj":
        return Attribute("vote", None, "deed")
    holds = verb.lemma in words()["levels.holding"] and node.dep in ("obj", "xcomp") and spot.mention.kind is Kind.COUNT
    last = spot.page.last
    if holds and last is not None and spot.number - last[0] <= 1 and last[1].name.split()[-1:] == ["seat"]:
        return Attribute("seat", last[1].anchor, "ellipsis")  # "It won 68 seats. It had held 81"
    return Attribute("capacity", None, "deed") if holds else None


def phrasal(spot: Spot, verb: Token) -> str:
    """A verb with the word behind it, where the two have an amount of their own: "take in", "set aside"."""
    after = spot.tree.after(verb) if spot.tree else None
    both = f"{verb.lemma} {after.low}" if after is not None else ""
    return both if both in words().amounts else verb.lemma


def fits(spot: Spot, verb: Token) -> bool:
    """Whether a verb's amount is of the kind that the figure is: time is taken, money is raised."""
    lasting = words().dimension.get(spot.unit) == "duration"
    if verb.lemma in words()["levels.lasting"]:
        return lasting or spot.unit == ""
    name = words().amounts[verb.lemma]
    if verb.lemma in words()["levels.moneyed"]:
        you = any(child.low == "you" for child in verb.of("nsubj"))
        return spot.is_money and not you
    if spot.mention.kind is Kind.MEASURE and name.split()[-1] in words()["nouns.money"]:
        return False
    sort = words().dimension.get({"distance": "km", "area": "ha", "weight": "kg"}.get(name, ""))
    if sort and words().dimension.get(spot.unit, physical(spot) or sort) != sort:
        return False
    if name == "profit":
        return spot.is_money and is_gained(verb)
    return not lasting


def is_instead(node: Token, verb: Token) -> bool:
    """Whether an amount only stands in another's stead: "instead of the 11 years"."""
    if is_service(node, verb):
        return True
    return node.dep == "obl" and node.word("case") in ("instead", "than", "of") and verb.first("obj") is not None


def is_service(node: Token, verb: Token) -> bool:
    """Whether years are those of a service, and no sentence that is served: "served in the brigade for six years"."""
    return verb.lemma == "serve" and node.word("case") == "for"


def spent_on(verb: Token) -> str | None:
    """What time is spent on: "took 13 years to build" gives a building time."""
    if verb.lemma != "take":
        return None
    below = [*verb.of("xcomp", "advcl", "ccomp"), *(one for child in verb.of("obj") for one in child.of("acl"))]
    goal = next((child for child in below if child.word("mark") == "to"), None)
    return f"time to {goal.lemma}" if goal is not None else None
