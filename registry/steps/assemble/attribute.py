"""What a mention counts or measures: the noun it hangs on, with the modifiers that matter.

A newcomer's mistake: the next noun to the right. "The toll rose to 89", "89 dead", "of 100 journeys, 25" and "a fine of
$400" all need the sentence.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Attribute, Spot, climb, subject_of, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

OF_NOUN = re.compile(r"^\s*(?:of|out of)\s+(?:the|its|their|his|her|our|these|those|all)?\s*")
NEXT_WORD = re.compile(
    r"^\s*,?\s*(?:(?:people|persons|more|were|others|are|confirmed|reported|have been|had been)\s+)*"  # first
    r"([a-z]+)\b"  # the adjective
)
LABEL = re.compile(r"^\W*([^:;.!?\n]{2,60}?)\s*:\s*[^:]{0,40}$")
NEAR = 2
COMPLEMENTS = frozenset(
    ["nmod", "appos", "nmod:unmarked", "nummod", "amod", "compound", "nmod:npmod", "acl", "obl:npmod", "obl:unmarked"]
)
BARE = frozenset({"unit", "cue", "deed"})
SETTINGS = frozenset(
    {"put", "estimate", "value", "rate", "give", "set", "place", "price", "assess", "report", "measure"}
)
GENERIC = frozenset(
    {"person", "thing", "one", "other", "number", "total", "figure", "toll", "count", "tally", "estimate"}
)
SKIPPED = frozenset(
    {
        "time",
        "rest",
        "them",
        "which",
        "whom",
        "that",
        "it",
        "this",
        "those",
        "these",
        "what",
        "us",
        "other",
        "others",
        "remaining",
        "°",
        "c",
        "f",
        "way",
    }
)


def attribute(spot: Spot) -> Attribute | None:
    """What the mention counts or measures."""
    if spot.mention.noun and spot.mention.kind is not Kind.DATE:
        return hyphenated(spot)
    for rule in RULES[spot.counts]:
        found = rule(spot)
        if found and found.name and found.name not in SKIPPED:
            return found if found.how not in BARE else described(spot, found)
    return None


def described(spot: Spot, found: Attribute) -> Attribute:
    """A bare dimension with the thing that has it: "platforms 255 metres long" gives a platform length."""
    thing = bearer(spot)
    if thing is None or thing.low in SKIPPED or thing.lemma in words()["nouns.generic"] or spot.holds(thing):
        return found
    name = noun_phrase(thing, taboo=(spot.mention.start, spot.mention.end))
    return found if name in found.name else Attribute(f"{name} {found.name}", thing, found.how)


def bearer(spot: Spot) -> Token | None:
    """The common noun that a measure describes."""
    node = climb(spot.node) if spot.node else None
    if node is None:
        return None
    inner = next((child for child in node.of("nmod") if child.word("case") == "of"), None)
    if inner is not None:
        return inner if inner.is_noun and not inner.is_name else None
    verb = verb_of(node)
    near = node.head if not node.is_root and node.head.is_noun and not spot.holds(node.head) else None
    choices = [near, verb.first("obj") if verb is not None else None, subject_of(verb)]
    plain = (one for one in choices if one is not None and one.is_noun and not one.is_name)
    return next((one for one in plain if not spot.holds(one)), None)


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


def fronted(spot: Spot) -> Attribute | None:
    """The group that a sentence begins with: "Of the 33 warrants, seven were executed"."""
    hit = re.match(r"^\W*(?:Out )?[Oo]f (?:the|these|those|its|their)?\s*", spot.words)
    tree = spot.tree
    if not hit or tree is None or "," not in spot.before() or spot.before().count(",") > 2:
        return None
    token = next((token for token in tree.tokens if token.start >= spot.sentence.start + hit.end()), None)
    if token is None or spot.node is None or spot.node.dep == "nummod":
        return None
    head = run_end(token)
    name = words().adjectives.get(head.low) or (noun_phrase(head) if head.is_noun else "")
    return Attribute(name, head, "fronted") if name else earlier(spot)


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


def hyphenated(spot: Spot) -> Attribute:
    """The noun inside a compound: "27-count" counts counts."""
    start, end = spot.mention.noun or (0, 0)
    noun = singular(spot.page.folded[start:end].strip(" -"))
    outer = spot.node.head if spot.node and not spot.node.is_root else None
    return Attribute(noun, outer, "compound")


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


def adjective(spot: Spot) -> Attribute | None:
    """An adjective that stands for people: "89 dead", "five missing", "459 were injured"."""
    hit = NEXT_WORD.match(spot.after())
    if not hit:
        return None
    noun = words().adjectives.get(hit.group(1))
    follows = spot.after()[hit.end() :].lstrip()
    if noun and not re.match(r"(?:civilians|people|persons|men|women|children|soldiers|officers)\b", follows):
        return Attribute(noun, None, "adjective")
    return None


def counted(spot: Spot) -> Attribute | None:
    """The noun that a number word stands before."""
    node = spot.node
    if node is None:
        return None
    head = node.head if node.dep in ("nummod", "det", "amod", "compound", "nmod", "advmod", "nmod:unmarked") else None
    if head is None or spot.holds(head) or head.end <= spot.mention.start or not head.is_noun:
        return None
    if node.dep == "nmod" and node.word("case"):
        return None
    return named(spot, head)


def named(spot: Spot, head: Token) -> Attribute:
    """A noun as an attribute; people who were killed are deaths."""
    name = noun_phrase(head, taboo=(spot.mention.start, spot.mention.end))
    inner = next((child for child in head.of("nmod") if child.word("case") == "of"), None)
    if singular(head.low) in ("number", "total", "majority", "pair", "group", "lot") and inner:
        return Attribute(noun_phrase(inner), inner, "number of")
    if singular(head.low) in words()["nouns.people"]:
        done = participle(head) or agent(head)
        if done:
            return Attribute(done, head, "people")
    return Attribute(name, head, "counted")


def agent(head: Token) -> str | None:
    """What people who do something are called: "people voted" counts voters."""
    deed = head.head if head.dep == "nsubj" else head.first("acl:relcl", "acl")
    if head.dep in ("nmod", "obl") and head.head.low == "home":
        return "inhabitant"
    return words().agents.get(deed.lemma) if deed is not None else None


def participle(head: Token) -> str | None:
    """What happened to people: "75 people were killed" counts deaths."""
    table = words()
    deed = head.head if head.dep in ("nsubj:pass", "nsubj", "obj") else head.first("acl", "acl:relcl", "amod")
    if deed is None:
        return None
    if deed.lemma in table.tolls and (head.dep != "nsubj" or deed.lemma in ("die", "perish", "drown")):
        return table.tolls[deed.lemma]
    if deed.low in table.adjectives:
        return table.adjectives[deed.low]
    passive = head.dep == "nsubj:pass" or (deed.dep == "acl" and deed.tag == "VBN")
    return f"{deed.low} person" if passive and deed.tag == "VBN" and deed.low != "been" else None


def partitive(spot: Spot) -> Attribute | None:
    """The noun after "of": "125 of the members", "dozens of people"."""
    hit = OF_NOUN.match(spot.after())
    tree = spot.tree
    if not hit or tree is None:
        return None
    place = spot.mention.end + hit.end()
    token = next((token for token in tree.tokens if token.start >= place), None)
    if token is None or token.low in ("them", "which", "whom", "those", "these", "us", "it", "that"):
        return earlier(spot)
    head = run_end(token)
    if head.low in words().adjectives:
        return Attribute(words().adjectives[head.low], head, "partitive")
    return named(spot, head) if head.is_noun else None


def run_end(token: Token) -> Token:
    """The noun that a noun phrase starting here is about."""
    at = token
    while (
        not at.is_root
        and at.head.index > at.index
        and at.dep in ("compound", "amod", "det", "nummod", "nmod:poss", "advmod", "case", "flat", "nmod")
    ):
        at = at.head
    return at


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
    if (
        node.dep
        not in (
            "obj",
            "obl",
            "ROOT",
            "xcomp",
            "ccomp",
            "obl:npmod",
            "advmod",
            "nummod",
            "conj",
            "obl:unmarked",
            "parataxis",
            "nmod",
        )
        and verb is not node
    ):
        return None
    if spot.counts and subject.is_name:
        return None
    return from_subject(spot, subject)


def from_subject(spot: Spot, subject: Token) -> Attribute:
    """The attribute that a subject names, through "the number of"."""
    inner = next((child for child in subject.of("nmod") if child.word("case") == "of"), None)
    if subject.lemma in words()["nouns.measures"] and inner is not None:
        low = inner.low
        name = words().adjectives.get(low) or named(spot, inner).name
        return Attribute(name, inner, "number of")
    if spot.mention.kind is Kind.MEASURE and subject.is_name:
        return Attribute(dimension(spot), subject, "dimension")
    return Attribute(noun_phrase(subject), subject, "subject")


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
    if spot.unit not in ("percent", "fraction", "percentage point"):
        return None
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


def dimension(spot: Spot) -> str:
    """What the unit measures."""
    return words().dimension.get(spot.unit, "amount" if spot.mention.kind is Kind.MONEY else "figure")


def by_unit(spot: Spot) -> Attribute | None:
    """What the unit measures, where nothing else says it."""
    if spot.mention.kind is Kind.MONEY:
        return Attribute("amount", None, "unit")
    kind = words().dimension.get(spot.unit)
    return Attribute(kind, None, "unit") if kind else None


def earlier(spot: Spot) -> Attribute | None:
    """What the last count before this one counted: "628 injured and 31,600 moved", "two of them"."""
    verb = verb_of(spot.node)
    done = (
        verb.low
        if verb is not None and verb.tag == "VBN" and spot.node is not None and spot.node.dep.startswith("nsubj")
        else ""
    )
    last = spot.page.last
    if last is None or not spot.counts or spot.number - last[0] > NEAR:
        return Attribute(f"{done} person", None, "ellipsis") if done else None
    name = last[1].name
    return Attribute(name if done in name.split() or not done else f"{done} {name}", last[1].anchor, "ellipsis")


def next_nouns(spot: Spot) -> Attribute | None:
    """The run of nouns to the right, where the tree says nothing."""
    tree = spot.tree
    if tree is None:
        return None
    run: list[Token] = []
    for token in tree.tokens:
        if token.start < spot.mention.end or token.text == "-":
            continue
        if (
            token.is_noun
            or (not run and token.tag in ("JJ", "VBN", "VBG", "JJR"))
            or (run and not run[-1].is_noun and token.tag == "JJ")
        ):
            run.append(token)
        else:
            break
    while run and not run[-1].is_noun:
        run.pop()
    return (
        Attribute(" ".join([*(token.low for token in run[:-1]), singular(run[-1].low)]), run[-1], "right")
        if run
        else None
    )


RULES = {
    True: (
        labelled,
        share,
        adjective,
        partitive,
        fronted,
        put_at,
        counted,
        complement,
        predicate,
        deed,
        next_nouns,
        earlier,
    ),
    False: (magnitude, age, labelled, share, cue, put_at, complement, predicate, deed, counted, by_unit),
}
