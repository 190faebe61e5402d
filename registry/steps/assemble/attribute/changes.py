"""What a percentage is a part of, and what rose or fell by an amount.

A newcomer's mistake: one word for every change. A rise is called after its verb: prices see a rise, sales growth.
"""

from __future__ import annotations

import re

from registry.steps.assemble.attribute.nouns import OF_NOUN, earlier, run_end
from registry.steps.assemble.spot import Attribute, Spot, climb, subject_of, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

RATES = frozenset({"percent", "fraction", "percentage point"})
MOVED = re.compile(r"\s+(higher|lower|more|less|fewer|above|below|up|down)\b")
MORE = re.compile(r"\s+(more|less|fewer) (?=[a-z]+\b)(?!than\b|or\b|likely\b|often\b)")
OWNING = frozenset({"own", "hold", "buy", "acquire", "sell", "control", "take", "purchase", "keep", "retain"})
RISING = frozenset({"higher", "more", "above", "up"})
FEWER = re.compile(
    r" (?:or [\d.,]+ ?(?:%|per ?cent) )?(more|fewer|less) than (?:an?|the|last|in|on|at|before|it|they)\b"
)
STANDS = re.compile(r"[a-z] (?P<be>is|are|was|were) (?:still |now )?(?:up|down)(?: by)? $")
SHARES = frozenset({"cent", "percent", "%"})
SCORED = re.compile(r" to \d[\d.]*(?:%| per ?cent)?(?:[.,;)]|$| in\b)")
PRONOUN = re.compile(r"^\s*(?:of|out of)\s+(?:(?:them|these|those|which|whom|it)\b|that\b(?! [a-z]))")
BEHIND_LEVEL = re.compile(r"[,(] (?:up|down) $|, $")
BEHIND = ("appos", "parataxis", "obl", "obl:unmarked", "dep", "conj")
CHANGED = frozenset(
    {"drop", "fall", "rise", "increase", "decrease", "decline", "jump", "gain", "slump", "surge", "dip", "slide"}
)
RATED = frozenset({"turnout", "unemployment", "inflation", "poverty"})
PACES, GROWS = frozenset({"pace", "rate", "clip", "tempo", "speed"}), ("increase", "rise", "growth")
DEFAULT = {"up": "increase", "down": "decrease"}


def share(spot: Spot) -> Attribute | None:
    """What a percentage is a part of, or what rose by it."""
    if spot.unit not in RATES:
        return None
    part = re.match(r"\s+([a-z]+(?: control)?)\b", spot.after())
    if part and part.group(1) in words().degrees:
        return Attribute(words().degrees[part.group(1)], None, "degree")
    if PRONOUN.match(spot.after()) and spot.page.last is not None:
        before = earlier(spot, far=True)
        return Attribute(f"share of {before.name}", before.anchor, "share") if before else None
    tree, hit = spot.tree, OF_NOUN.match(spot.after())
    if hit and tree:
        token = next((token for token in tree.tokens if token.start >= spot.mention.end + hit.end()), None)
        head = run_end(token) if token else None
        if head is not None and is_base(spot, head):
            return None
        if head is not None and head.is_noun:
            stake = head.is_name and is_owned(spot)
            return Attribute(f"{'stake in' if stake else 'share of'} {noun_phrase(head)}", head, "share")
    if grown := more_of(spot) or paced(spot):
        return grown
    return change(spot) if spot.mention.direction or MOVED.match(spot.after()) else None


def paced(spot: Spot) -> Attribute | None:
    """What moves at a pace: "wages rose at an annual pace of 4.7 percent", "rents climbed at a 5 percent pace"."""
    node = climb(spot.node) if spot.node else None
    pace = node.head if node is not None and not node.is_root and node.dep in ("nmod", "compound", "amod") else None
    verb = pace.head if pace is not None and pace.word("case") == "at" and not pace.is_root else None
    move = words().moves.get(verb.lemma) if verb is not None and verb.is_verb else None
    thing = subject_of(verb) if move else None
    if pace is None or pace.lemma not in PACES or thing is None or not thing.is_noun or spot.holds(thing):
        return None
    if thing.is_name:
        return Attribute("growth" if move in GROWS else move or "", thing, "change")
    grows = move in GROWS and singular(thing.low) in words()["levels.growing"]
    return Attribute(f"{noun_phrase(thing)} {'growth' if grows else move}", thing, "change")


def more_of(spot: Spot) -> Attribute | None:
    """What somebody wants or has more of: "8.5 percent more pay"."""
    hit = MORE.match(spot.after())
    token = spot.tree.after_place(spot.mention.end + hit.end()) if hit and spot.tree else None
    head = run_end(token) if token is not None else None
    if hit is None or head is None or head.is_name or not (head.is_noun or head.low in words()["nouns.money"]):
        return None
    verb = verb_of(spot.node)
    paid = token is not None and token.low == "for" and verb is not None and verb.lemma == "pay"
    what = f"{noun_phrase(head)} price" if paid else noun_phrase(head)  # "paid 4 percent less for fuel"
    return Attribute(f"{what} {'increase' if hit.group(1) == 'more' else 'decrease'}", head, "change")


def is_owned(spot: Spot) -> bool:
    """Whether a verb of owning or trading has a share of a name: "the state owns 42 percent of Norwind"."""
    verb = verb_of(spot.node)
    return verb is not None and verb.lemma in OWNING


def is_base(spot: Spot, head: Token) -> bool:
    """Whether a level is told in percent of what it is held against: "debt stands at 98 percent of GDP"."""
    node = climb(spot.node) if spot.node else None
    verb = verb_of(node)
    subject = subject_of(verb)
    rated = subject is not None and subject.low in RATED
    if head.lemma.lower() not in words()["levels.bases"] and not rated:
        return False
    levelled = node is not None and (node is verb or node.word("case") in words()["levels.to"])
    return levelled and subject is not None and subject.is_noun and not subject.is_name


def fewer(spot: Spot) -> Attribute | None:
    """By how many a count has changed: "1,148 employees, 37 fewer than a year ago"."""
    hit, last = FEWER.match(spot.after()), spot.page.last
    if hit is None or last is None or last[0] != spot.number:
        return None
    return Attribute(f"{last[1].name} {'increase' if hit.group(1) == 'more' else 'decrease'}", None, "change")


def portion(spot: Spot) -> Attribute | None:
    """The share of those who do or have something: "12 percent suffered from nausea" gives a nausea share."""
    if spot.unit not in ("percent", "fraction") or spot.mention.direction:
        return None
    node = climb(spot.node) if spot.node else None
    verb = node.head if node is not None and node.dep in ("nsubj", "nsubj:pass") else None
    if verb is None:
        return Attribute("share", None, "unit")
    if stance := words().stances.get(verb.lemma):
        return Attribute(stance, None, "share")
    below = (one for one in verb.of("obj", "obl", "xcomp") if one.index > verb.index or verb.is_noun)
    things = [one for one in below if one.is_noun and not one.is_name and not spot.holds(one)]
    thing = things[0] if things else verb if verb.is_noun else None
    return Attribute(f"{noun_phrase(thing)} share" if thing is not None else f"share that {verb.low}", thing, "share")


def change(spot: Spot) -> Attribute | None:
    """What rose or fell by an amount."""
    node = climb(spot.node) if spot.node else None
    word = moved(spot, node)
    if node is None:
        return Attribute(after_level(spot, word), None, "change")
    after = node.head if node.dep in ("amod", "compound", "nummod", "nmod", "appos") and node.head.is_noun else None
    if after is not None and not spot.holds(after):
        return beside_share(spot, after) or noun_changed(after, node)
    if BEHIND_LEVEL.search(spot.before()) and (known := after_level(spot, word)) != word:
        return Attribute(known, None, "change")
    verb = verb_of(node)
    thing = subject_of(verb)
    if verb is not None and verb.lemma in words()["levels.moving"]:
        thing = next((one for one in verb.of("obj", "nsubj:pass") if one is not node and one.is_noun), thing)
    thing = stood_for(spot, witnessed(spot, verb) or thing)
    if thing is not None and thing.is_noun and not thing.is_name and not spot.holds(thing):
        return moved_thing(thing, verb, word)
    named = thing is not None and thing.is_noun
    return Attribute(word if named else after_level(spot, word), thing if named else None, "change")


def witnessed(spot: Spot, verb: Token | None) -> Token | None:
    """What somebody sees rise or fall: "tenants saw rents rise 4 percent"."""
    seeing = verb.head if verb is not None and verb.dep in ("xcomp", "ccomp") else verb
    if seeing is None or seeing.lemma != "see":
        return None
    return next((one for one in seeing.of("obj") if one.is_noun and one.end <= spot.mention.start), None)


def moved_thing(thing: Token, verb: Token | None, word: str) -> Attribute:
    """A change with what changed; what "costs 3 percent more" has another price."""
    if singular(thing.low) in words().moves.values():
        return Attribute(noun_phrase(thing), thing, "change")
    grows = word in GROWS and singular(thing.low) in words()["levels.growing"]
    what = f"{noun_phrase(thing)} price" if verb is not None and verb.lemma == "cost" else noun_phrase(thing)
    return Attribute(f"{what} {'growth' if grows else word}", thing, "change")


def beside_share(spot: Spot, after: Token) -> Attribute | None:
    """The change told before, where the tree hangs one on another: "6 percent below 2030 and 4 below the average"."""
    last = spot.page.latest
    known = after.low in SHARES and last is not None and last[0] == spot.number
    return Attribute(last[1].name, None, "change") if known and last is not None else None


def stood_for(spot: Spot, thing: Token | None) -> Token | None:
    """The noun that "those" stands for: "exports to Spain rose 3 percent, while those to Italy fell 4"."""
    if thing is None or thing.low not in ("those", "that") or not thing.of("nmod") or spot.tree is None:
        return thing
    before = (one for one in reversed(spot.tree.tokens[: thing.index]) if one.dep in ("nsubj", "nsubj:pass", "obj"))
    return next((one for one in before if one.is_noun and not one.is_name and one.of("nmod")), thing)


def stands(spot: Spot) -> Attribute | None:
    """What stands up or down by an amount, whatever the tree makes of it: "Less was bought: volumes were down 3%"."""
    moves = spot.unit in RATES and spot.mention.direction is not None
    hit = STANDS.search(spot.before()) if spot.tree and moves else None
    thing = spot.tree.before_place(spot.sentence.start + hit.start("be")) if hit and spot.tree else None
    if thing is None or thing.tag not in ("NN", "NNS"):
        return None
    return Attribute(f"{noun_phrase(thing)} {DEFAULT[spot.mention.direction or 'up']}", thing, "change")


def after_level(spot: Spot, word: str) -> str:
    """A change with what changed, where its level stands before it: "revenue of €48 billion, down 5 percent"."""
    last = spot.page.latest
    near = last is not None and last[0] == spot.number and re.search(r"[,;(]\s*(?:up|down)?\s*$", spot.before())
    plain = last is not None and last[1].how not in ("change", "share", "label", "date")
    return f"{last[1].name} {word}" if last is not None and near and plain else word


def noun_changed(after: Token, node: Token) -> Attribute:
    """A change that a noun names: "a 10 percent rise in sales"; where nothing hangs on it, of what the verb before it
    moves: "sales fell to 4,200, a drop of 12 percent"."""
    inner = next((one for one in after.of("nmod") if one.word("case") in ("in", "of") and one is not node), None)
    inner = inner or behind_change(after)
    thing = inner or (subject_of(verb_of(after)) if after.dep in BEHIND else None)
    name = noun_phrase(after)
    if thing is None or not thing.is_noun or thing.is_name:
        return Attribute(name, after, "change")
    return Attribute(f"{noun_phrase(thing)} {name}", thing, "change")


def behind_change(after: Token) -> Token | None:
    """What changed, where the parser hangs it on the verb: "reported a 23% drop in profit to 214 million"."""
    if after.dep != "obj" or after.lemma not in CHANGED:
        return None
    below = (one for one in after.head.of("obl") if one.index > after.index and one.word("case") == "in")
    thing = next(below, None)
    first = min((one.index for one in thing.subtree()), default=0) if thing is not None else 0
    return thing if thing is not None and thing.is_noun and not thing.is_name and first == after.index + 1 else None


def moved(spot: Spot, node: Token | None) -> str:
    """What a change is called, after its verb or its direction."""
    verb = verb_of(node)
    named = words().moves.get(verb.lemma) if verb is not None else None
    beside = MOVED.match(spot.after())
    said = "increase" if beside and beside[1] in RISING else "decrease" if beside else "change"
    return named or DEFAULT.get(spot.mention.direction or "", said)


def by_amount(spot: Spot) -> Attribute | None:
    """The margin by which something is exceeded or moved: "overran its budget by $3m", "rose by 2 points"."""
    node = climb(spot.node) if spot.node else None
    if node is None or node.is_root or node.word("case") != "by" or spot.counts or SCORED.match(spot.after()):
        return None  # "would beat Lind by 38 percent to 26" gives no margin
    verb = node.head
    named = words().moves.get(verb.lemma) if verb.is_verb else None
    thing = (verb.first("obj", "nsubj:pass") or subject_of(verb)) if named else None
    if named is None or thing is None or not thing.is_noun or spot.holds(thing):
        return None
    return Attribute(named if thing.is_name else f"{noun_phrase(thing)} {named}", thing, "change")
