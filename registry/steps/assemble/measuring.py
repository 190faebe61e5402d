"""What is measured: the noun that an amount belongs to, the verb that names it, or what its unit measures.

A newcomer's mistake: calling every amount an amount. "A fine of $400", "raised $9bn" and "212 metres high" name it.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.nouns import OF_NOUN, dimension, from_subject, named, run_end
from registry.steps.assemble.spot import Attribute, Spot, climb, subject_of, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

COMPLEMENTS = frozenset(
    ["nmod", "appos", "nmod:unmarked", "nummod", "amod", "compound", "nmod:npmod", "acl", "obl:npmod", "obl:unmarked"]
)
SETTINGS = frozenset(
    {
        "put",
        "estimate",
        "value",
        "rate",
        "give",
        "set",
        "place",
        "price",
        "assess",
        "report",
        "measure",
        "forecast",
        "expect",
        "see",
    }
)
LABEL = re.compile(r"^\W*([^:;.!?\n]{2,60}?)\s*:\s*[^:]{0,40}$")
LINKED = (
    *("obj", "obl", "ROOT", "xcomp", "ccomp", "obl:npmod", "advmod", "nummod", "conj", "obl:unmarked"),
    *("parataxis", "nmod"),
)
STEPS = frozenset({"point", "percent", "%", "percentage"})
BURNED = re.compile(r"\b(?:burn\w*|fires?|wildfires?|blazes?|scorched|charred|up in (?:smoke|flames))\b")
LEVELS = frozenset({"to", "at", "from"})
RATES = frozenset({"percent", "fraction", "percentage point"})


def magnitude(spot: Spot) -> Attribute | None:
    """A magnitude, whatever it is given for."""
    if spot.unit != "magnitude":
        return None
    node = climb(spot.node) if spot.node else None
    anchor = (
        node.head if node is not None and not node.is_root and node.head.is_noun and not spot.holds(node.head) else None
    )
    return Attribute("magnitude", anchor, "unit")


def age(spot: Spot) -> Attribute | None:
    """The age that stands behind a name: "Mara Lind, 37, said"."""
    if (
        spot.unit != "year"
        or not re.search(r"[A-Z][\w'-]+\"?, $", spot.before())
        or not re.match(r"\s*[,.;)]|$", spot.after())
    ):
        return None
    anchor = spot.node.head if spot.node and not spot.node.is_root else None
    return Attribute("age", anchor, "age")


def labelled(spot: Spot) -> Attribute | None:
    """The words before a colon: "Dead: 89"."""
    hit = LABEL.match(spot.before())
    if (
        not hit
        or not re.match(r"^[\s.;,)]*(?:\(|$)", spot.after())
        or re.search(r"\b(?:is|was|are|were|has|have|had|said|says)\b", hit.group(1))
    ):
        return None
    label = hit.group(1).lower()
    known = words().adjectives.get(label)
    tokens = label.split()
    return Attribute(known or " ".join([*tokens[:-1], singular(tokens[-1])]), None, "label")


def put_at(spot: Spot) -> Attribute | None:
    """What is put at a figure: "losses are put at", "he put the number of the missing at zero"."""
    node = climb(spot.node) if spot.node else None
    if node is None or node.is_root or not node.head.is_verb or node.head.lemma not in SETTINGS:
        return None
    verb = node.head
    thing = verb.first("nsubj:pass") or verb.first("obj") or (subject_of(verb) if verb.tag == "VBN" else None)
    if thing is None or thing is node or spot.holds(thing) or not thing.is_noun:
        return None
    return from_subject(spot, thing)


def level(spot: Spot) -> Attribute | None:
    """What is brought to a level: "lifted its policy rate to 5 percent", "inflation eased to 3 percent"."""
    node = climb(spot.node) if spot.node else None
    if node is None or node.is_root or node.word("case") not in LEVELS:
        return None
    step = node.dep == "nmod" and node.head.lemma in STEPS
    verb = verb_of(node.head) if step else node.head
    if verb is None or not verb.is_verb or not (step or node.dep.startswith("obl")):
        return None
    if spot.mention.kind is Kind.MEASURE and verb.lemma in words().amounts:
        return None
    thing = verb.first("obj") or verb.first("nsubj:pass") or subject_of(verb)
    if thing is None or thing is node or spot.holds(thing) or not thing.is_noun or thing.is_name:
        return None
    return None if any(child.lemma in STEPS for child in thing.subtree()) else from_subject(spot, thing)


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
    if (node.dep not in LINKED and verb is not node) or (spot.counts and subject.is_name):
        return None
    return from_subject(spot, subject)


def complement(spot: Spot) -> Attribute | None:
    """The noun that an amount is the "of" of: "a fine of $400", "a toll of 75"."""
    node = climb(spot.node) if spot.node else None
    if node is None or node.is_root:
        return None
    head = node.head
    if node.dep not in COMPLEMENTS or not head.is_noun or spot.holds(head):
        return None
    behind = head.start > spot.mention.end or node.word("case") in ("of", "at", "to", "", "between", "around")
    return of_noun(spot, head) if behind else None


def of_noun(spot: Spot, head: Token) -> Attribute | None:
    """An amount before or after the noun it belongs to."""
    if spot.counts:
        return named(spot, head)
    name = noun_phrase(head, taboo=(spot.mention.start, spot.mention.end))
    if spot.mention.kind is Kind.MONEY and head.start > spot.mention.end and head.lemma not in words()["nouns.money"]:
        return Attribute(f"{name} cost", head, "priced")
    if spot.mention.kind is Kind.MEASURE and head.start > spot.mention.start:
        kind = dimension(spot)
        return Attribute(kind if kind == "magnitude" else f"{name} {kind}", head, "measured")
    return Attribute(name, head, "complement")


def share(spot: Spot) -> Attribute | None:
    """What a percentage is a part of, or what rose by it."""
    if spot.unit not in RATES:
        return None
    part = re.match(r"\s+([a-z]+)\b", spot.after())
    if part and part.group(1) in words().degrees:
        return Attribute(words().degrees[part.group(1)], None, "degree")
    tree, hit = spot.tree, OF_NOUN.match(spot.after())
    if hit and tree:
        token = next((token for token in tree.tokens if token.start >= spot.mention.end + hit.end()), None)
        head = run_end(token) if token else None
        if head is not None and head.is_noun:
            return Attribute(f"share of {noun_phrase(head)}", head, "share")
    if spot.mention.direction or re.match(r"\s+(?:higher|lower|more|less|above|below|up|down)\b", spot.after()):
        return change(spot)
    return None


def change(spot: Spot) -> Attribute | None:
    """What rose or fell by an amount."""
    word = {"up": "growth", "down": "decline"}.get(spot.mention.direction or "", "change")
    node = climb(spot.node) if spot.node else None
    if node is None:
        return Attribute(word, None, "change")
    after = node.head if node.dep in ("amod", "compound", "nummod", "nmod", "appos") and node.head.is_noun else None
    if after is not None and not spot.holds(after):
        inner = next((child for child in after.of("nmod") if child.word("case") in ("in", "of")), None)
        name = noun_phrase(after)
        return Attribute(f"{noun_phrase(inner)} {name}" if inner else name, inner or after, "change")
    subject = subject_of(verb_of(node))
    if subject is not None and subject.is_noun:
        return Attribute(f"{noun_phrase(subject)} {word}", subject, "change")
    return Attribute(word, None, "change")


def deed(spot: Spot) -> Attribute | None:
    """What the amount of a verb is called: "raised $9bn", "sentenced to 135 months", "killed 75"."""
    node = climb(spot.node) if spot.node else None
    verb = verb_of(node)
    if verb is None:
        return None
    table = words()
    if spot.counts and verb.lemma in table.tolls:
        return Attribute(table.tolls[verb.lemma], None, "toll")
    if spot.counts:
        return None
    if verb.lemma in table.amounts and verb is not node:
        return Attribute(table.amounts[verb.lemma], None, "deed")
    for child in verb.children:
        if child.low in table.cues and not spot.holds(child):
            return Attribute(table.cues[child.low], None, "cue")
    return None


def cue(spot: Spot) -> Attribute | None:
    """The word next to a measure that says what is measured: deep, old, away."""
    if spot.mention.kind not in (Kind.MEASURE, Kind.RANGE):
        return None
    kind = words().dimension.get(spot.unit)
    near = re.findall(r"[a-z]+", spot.after()[:24].lower())[:2]
    if not spot.after().startswith(" "):
        return None
    for place, word in enumerate(near):
        if word in ("from", "down", "long") and place:
            continue
        found = words().cues.get(word)
        if found and (kind in ("length", None) or found in ("age", "delay")):
            return Attribute(found, None, "cue")
    return None


def by_unit(spot: Spot) -> Attribute | None:
    """What the unit measures, where nothing else says it."""
    if spot.mention.kind is Kind.MONEY:
        return Attribute("amount", None, "unit")
    kind = words().dimension.get(spot.unit)
    if kind == "area" and BURNED.search(f"{spot.words} {spot.page.story.event or ''}"):
        return Attribute("area burned", None, "burned")
    return Attribute(kind, None, "unit") if kind else None
