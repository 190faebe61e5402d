"""What is counted: the noun at a number, before or after it, or the last one that was counted.

A newcomer's mistake: the next noun to the right. "89 dead", "of 100 journeys, 25" and "two of them" need the sentence.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.model.quantity import Quantity
from registry.model.span import BlockKind
from registry.steps.assemble.attribute.fates import doer, participle
from registry.steps.assemble.attribute.nouns import OF_NOUN, earlier, named, run_end
from registry.steps.assemble.attribute.plurals import is_plural, whole_compound, whole_plural
from registry.steps.assemble.attribute.restated import befallen, prefixed
from registry.steps.assemble.attribute.some_of_them import called, owning
from registry.steps.assemble.attribute.states import narrowed
from registry.steps.assemble.spot import Attribute, Spot, verb_of
from registry.steps.fragments import HEDGES
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

NEXT_WORD = re.compile(
    r"^\s*,?\s*(?:(?:people|persons|more|who|made|left|were|others|are|was|is|still|also|now|already|officially"  # sure
    r"|remain(?:ed)?|feared|believed|presumed|confirmed|reported|considered|thought|assumed|listed|known"
    r"|declared|as|to be"
    r"|potentially|possibly|probably|likely"
    r"|(?:have |had |has )?(?:been|fallen|become|fell|became|taken))\s+)*"
    r"([a-z]+)\b"  # the adjective
)
ASIDE = re.compile(
    r",? (?:including|among (?:them|whom)|(?:most|many|some|half|all|one) of (?:them|whom)|mostly)\b[^,;.]{3,80},"
)
BARE = re.compile(r"\s*(?:$|[.,;:)]|(?:in|at|on|near|from|by|during|after|before|elsewhere|last|this|and|or|but)\b)")
APART = re.compile(
    r"\s*(?:[.,;:)?!]|(?:in|at|on|for|from|by|during|after|before|than|to|or|but|when|while|with|per|last|next|this|each"
    r"|every|earlier|now|today|yesterday|ago|an?|the|its|their|his|her)\b)"
)
LOOSE = ("conj", "appos", "list", "orphan", "obl", "nmod")
ARE = re.compile(
    r"(?:\s+of (?:those|them|these|the [a-z]+)(?: [a-z]+ed| [a-z]+)?)?\s+(?:were|are|have been|had been)\s+"
)
NUMBERED = re.compile(r"\bnumber of (?:the )?([a-z]+)(?: [a-z]+){0,4} $")
ABOARD = re.compile(
    r" (?:people |persons )?(?:(?:on board|aboard)\b(?! the)"
    r"|(?:(?:was|were|are|is|had been) )?(?:travelling |traveling )?(?:on|in|aboard|on board) the (?:[a-z]+ )?"
    r"(?:train|tram|bus|coach|plane|aircraft|ferry|ship|boat|vessel|flight|helicopter|jet|airliner)\b)"
)
DONE = re.compile(r"\b(?:had|have|were|was) (?:been )?([a-z]+)\b")
CLAUSE = 90
OF_THEM = re.compile(r" of them(?: [a-z]+ly\b)?[,.;)]")  # "27 others hurt, six of them seriously"
LACKING = re.compile(r"^ (?:(?:still|now|left) )?(?:without|out of) [a-z]")
BODY_OF = re.compile(
    r"\b(crowd|attendance|gate|audience|electorate|population|workforce|membership|readership|circulation|turnout|quorum)"
    rf"(?: of)? {HEDGES}$"
)
WATCHED = re.compile(r" (?:had |who )?(?:watched|saw|witnessed|cheered|looked on)\b")
PAUSE = re.compile(r"^ (?:is|are|was|were|still|remain\w*) ")
WARES = words()["nouns.wares"]
PRONOUNS = frozenset({"them", "which", "whom", "those", "these", "us", "you", "it", "that"})
THEM = frozenset({"them", "whom", "which"})
PREFIXES = frozenset({"ex"})
SELVES = frozenset({"us", "you"})
BEFORE_NOUN = ("JJ", "VBN", "VBG", "JJR")
PEOPLED = re.compile(r"(?:civilians|people|persons|men|women|children|soldiers|officers)\b")
AHEAD = re.compile(rf"\b(majority|margin|lead|advantage) (?:against |in favou?r )?of {HEDGES}$")
PLACE_OF = re.compile(
    r"\b(?:city|town|village|nation|island|community|municipality|settlement|borough)"
    rf" of {HEDGES}$"
)


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
    if spot.node.dep == "nsubj" and singular(head.low) in PEOPLE and (done := doer(spot.node.head)):
        return Attribute(done, head, "people")  # "of 90 runners, 71 crossed the line"
    name = words().adjectives.get(head.low) or (noun_phrase(head) if head.is_noun else "")
    return Attribute(name, head, "fronted") if name else earlier(spot)


def elided(spot: Spot) -> Attribute | None:
    """The last count of the sentence, where a second one names nothing: "87 deaths in the valley and two at sea"."""
    last, node = spot.page.last, spot.node
    if last is None or last[0] != spot.number or node is None or node.dep not in LOOSE or node.tag != "CD":
        return None
    if node.word("case") == "of" and node.dep == "nmod":
        return None
    verb = node.head
    moved = verb.lemma in words()["levels.moving"] and node.word("case") in words()["levels.to"] and verb.first("obj")
    linked = node.dep == "obl" and (moved or verb.lemma in words()["linking.verbs"])
    return earlier(spot) if BARE.match(spot.after()) and not linked else None


def doers(spot: Spot) -> Attribute | None:
    """What those are called who do something: "379 million used the service" counts users."""
    node = spot.node
    if node is None or node.tag != "CD" or node.dep != "nsubj" or not node.head.is_verb:
        return None
    name = doer(node.head)
    return Attribute(name, node.head.first("obj"), "people") if name else None


def predicated(spot: Spot) -> Attribute | None:
    """What a number of them are said to be: "12 were children"."""
    hit = ARE.match(spot.after())
    token = spot.tree.after_place(spot.mention.end + hit.end()) if hit and spot.tree else None
    if token is None:
        return None
    head = run_end(token)
    return named(spot, head) if head.is_noun and not head.is_name and token.tag in ("NN", "NNS", "JJ") else None


def adjective(spot: Spot) -> Attribute | None:
    """An adjective that stands for people: "89 dead", "five missing", "459 were injured"."""
    heading = spot.sentence.block.kind is BlockKind.HEADING  # "6 Killed, 19 Hurt as Trains Collide"
    aside = ASIDE.match(spot.after())
    behind = spot.after()[aside.end() :] if aside else spot.after()
    hit = NEXT_WORD.match(behind.lower().lstrip("'\"\u2019\u201d") if heading else behind)
    if not hit:
        return None
    noun = words().adjectives.get(hit.group(1))
    if aside:  # "22, including three children, have been hospitalised"
        return Attribute(noun, None, "adjective") if noun else None
    follows = spot.after()[hit.end() :].lstrip()
    token = spot.tree.after_place(spot.mention.end + hit.end()) if spot.tree else None
    if token is not None and token.is_noun and token.start <= spot.mention.end + hit.end() + 1 and not token.is_name:
        return None
    after = spot.tree.after(token) if spot.tree and token is not None and token.tag == "JJ" else None
    if after is not None and after.is_noun and not after.is_name:
        return None
    if noun is None or spot.unit == "fraction" or PEOPLED.match(follows):
        return None
    return missed(spot, hit.group(1)) if noun.endswith(" person") else Attribute(noun, None, "adjective")


def lacking(spot: Spot) -> Attribute | None:
    """People of whom only what they lack is told: "a storm leaves 40,000 without power"."""
    if ABOARD.match(spot.after()):
        done = DONE.search(spot.after()[:CLAUSE])
        return Attribute(words().adjectives.get(done[1] if done else "", "person on board"), None, "adjective")
    last = spot.tree.before_place(spot.mention.end) if spot.tree and LACKING.match(spot.after()) else None
    name = narrowed(spot.tree, last, "person") if last is not None else "person"
    return Attribute(name, None, "adjective") if name != "person" else None


def collected(spot: Spot) -> Attribute | None:
    """What a figure is the "of" of: "a crowd of 21,430 saw", "a majority of 1,292 votes"."""
    hit = BODY_OF.search(spot.before())
    token = spot.tree.after_place(spot.mention.end) if spot.tree else None
    things = token is not None and token.tag == "NNS" and token.start <= spot.mention.end + 1
    if hit and not things:
        watches = hit.group(1) == "crowd" and WATCHED.match(spot.after())
        return Attribute("spectator" if watches else hit.group(1), None, "collective")
    if not things and PLACE_OF.search(spot.before()):
        return Attribute("inhabitant", None, "collective")
    ahead = AHEAD.search(spot.before())
    return Attribute(ahead.group(1), None, "collective") if ahead else None


def missed(spot: Spot, word: str) -> Attribute | None:
    """What is in a state: people, or the things counted last: "of 21 rings 18 came back; three are missing"."""
    last = spot.page.last
    if last is None or spot.number - last[0] > 1 or not is_object(last[1]):
        return Attribute(words().adjectives[word], None, "adjective")
    name = f"{word} {last[1].name.split()[-1]}"
    return Attribute(name, last[1].anchor, "adjective") if PAUSE.match(spot.after()) else None


def is_object(found: Attribute) -> bool:
    """Whether what was counted is a thing that a tree names, no people."""
    return (
        found.anchor is not None
        and found.how == "counted"
        and singular(found.anchor.low) in words()["nouns.things"] | WARES
    )


def numbered(spot: Spot) -> Attribute | None:
    """Those whose number is told: "the number of displaced at 75,000", "the number of subscribers, 10,000 in 2025,"."""
    node = spot.node
    if node is not None and node.dep == "appos" and node.head.lemma in ("number", "total", "count"):
        inner = next((one for one in node.head.of("nmod") if one.word("case") == "of"), None)
        if inner is not None and inner.is_noun:
            return Attribute(noun_phrase(inner), inner, "number of")
    hit = NUMBERED.search(spot.before())
    noun = words().adjectives.get(hit.group(1)) if hit else None
    return Attribute(noun, None, "number of") if noun else None


def behind_it(spot: Spot, head: Token) -> Token:
    """The noun that is counted behind one that only narrows it: "39,400 flu patients", "laboratory-confirmed cases"."""
    tree, value = spot.tree, spot.mention.value
    if tree is None or head.tag != "NN" or (isinstance(value, Quantity) and value.low == 1):
        return head
    after = tree.after(head)
    joined = after is not None and after.text == "-" and after.start == head.end
    if joined and after is not None and (part := tree.after(after)) is not None and part.tag in ("VBN", "VBD"):
        after = tree.after(part)
    people = (
        after is not None and after.tag == "VBZ" and singular(after.low) in words()["nouns.persons"]
    )  # "flu patients"
    plural = after is not None and (people or after.tag == "NNS") and (joined or after.start == head.end + 1)
    return after if plural and after is not None else head


def counted(spot: Spot) -> Attribute | None:
    """The noun that a number word stands before."""
    node = spot.node
    if node is None:
        return None
    before = node.dep in ("nummod", "det", "amod", "compound", "nmod", "advmod", "nmod:unmarked")
    head = node.head if before or is_plural(node) else None
    if head is None or spot.holds(head) or head.end <= spot.mention.start or not (head.is_noun or is_plural(node)):
        return None
    if node.dep == "nmod" and node.word("case"):
        return None
    head = behind_it(spot, head)
    head = whole_compound(head) if spot.mention.kind is Kind.ORDINAL else whole_plural(head)
    if head.start > spot.mention.end and APART.match(spot.after()):
        return None
    if head.low in PREFIXES and (whole := prefixed(spot, head)) is not None:
        return Attribute(f"former {noun_phrase(whole)}", whole, "counted")
    often = verb_of(head) if head.low in ("time", "times", "occasions") else None
    done = words().occurrences.get(often.lemma) if often is not None else None
    if often is not None and often.lemma in ("hit", "find") and any(one.low == "net" for one in often.of("obj")):
        done = "goal"  # "hit the net 16 times"
    return Attribute(done, None, "often") if done else named(spot, head)


def partitive(spot: Spot) -> Attribute | None:
    """The noun after "of": "125 of the members", "dozens of people"; "67 of the 108 aboard died" counts deaths."""
    hit = OF_NOUN.match(spot.after())
    tree = spot.tree
    if not hit or tree is None:
        return None
    if OF_THEM.match(spot.after()):
        return earlier(spot)
    place = spot.mention.end + hit.end()
    token = next((token for token in tree.tokens if token.start >= place), None)
    if token is not None and token.tag == "CD":
        token = tree.after(token)  # "17 of 23 drones"
    if token is not None and token.low in THEM and (said := called(spot, token)):
        return said
    if token is None or token.low in PRONOUNS:
        told = owning(spot) or earlier(spot)
        selves = token is not None and token.low in SELVES  # "half of us" are people, whatever was counted before
        theirs = told is not None and told.name.split()[-1:] and told.name.split()[-1] in PEOPLE | {"death", "member"}
        return Attribute("person", token, "ellipsis") if selves and not theirs else told
    head = run_end(token)
    if head.low in words().adjectives:
        return Attribute(words().adjectives[head.low], head, "partitive")
    if not head.is_noun:
        return None
    fate = participle(spot.node) if spot.node is not None and singular(head.low) in PEOPLE else None
    return Attribute(fate, head, "people") if fate in FATES else befallen(spot, named(spot, head))


def next_nouns(spot: Spot) -> Attribute | None:
    """The run of nouns to the right, where the tree says nothing."""
    run: list[Token] = []
    for token in spot.tree.tokens if spot.tree else ():
        if token.start < spot.mention.end or token.text == "-":
            continue
        if not goes_on(run, token):
            break
        if spot.unit == "rank" and not run and token.low in ("last", "this"):
            return None  # "finished 11th last term"
        run.append(token)
    while run and not run[-1].is_noun:
        run.pop()
    name = " ".join([*(token.low for token in run[:-1]), singular(run[-1].low)]) if run else ""
    return Attribute(name, run[-1], "right") if run else None


def goes_on(run: list[Token], token: Token) -> bool:
    """Whether a word continues a run of nouns."""
    if token.is_noun:
        return True
    return token.tag in BEFORE_NOUN if not run else not run[-1].is_noun and token.tag == "JJ"


PEOPLE = words()["nouns.people"] | words()["nouns.persons"]
FATES = frozenset(words().tolls.values())
