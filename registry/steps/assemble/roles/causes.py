"""What something was caused by: "was set off by a spark", "blames leaking tanks", "the cause was a faulty relay".

A newcomer's mistake: whoever is to blame. A person or a body that is blamed has done something, and is no cause; a
cause is a thing or a happening, told of what the text is about or of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from registry.model.span import BlockKind
from registry.steps.assemble.attribution.speakers import head_at
from registry.steps.assemble.roles.offices import tables
from registry.steps.assemble.roles.turns import Told, happening, may_tell, told
from registry.steps.assemble.spot import Page
from registry.steps.cues import cued
from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

CUE = cued(
    r"\b(?:caus(?:e|ed|es|ing)|blam(?:e|ed|es|ing)|trigger(?:ed|s)?|spark(?:ed|s)?|ignit(?:ed|es)|provok(?:ed|es)"
    r"|set off|sets off|started by|source|origin)\b"
)
NOUNS = frozenset({"cause", "source", "origin", "trigger", "culprit"})
SURE = frozenset({"cause", "trigger", "culprit"})
EMPTY = frozenset({"fact", "other", "one", "thing", "way"})  # "caused by the fact that", "blaming others"
LIKELY = frozenset({"probable", "likely", "likeliest", "possible", "suspected", "presumed"})
EFFECT = re.compile(r"^(?:(?:that|the|an?|this|his|her|its|their) )+| itself$", re.I)
LINKS = ("det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc")


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause: where its words stand, what they are, and what it brought about."""

    start: int
    end: int
    words: str
    effect: str
    node: Token | None
    teller: Token | None = None
    denied: bool = False
    untold: bool = False


def may_name(text: str) -> bool:
    """Whether a sentence may name a cause."""
    return CUE.search(text.lower()) is not None or may_tell(text)


def named_causes(page: Page, number: int) -> Iterator[Cause]:
    """The causes that a sentence names, by its verbs and by fixed turns."""
    tree = page.trees[number]
    taken = [*causes(page, tree)] if tree is not None else []
    yield from taken
    part = page.sentences[number]
    if part.block.kind is BlockKind.FURNITURE:
        return
    for one in told(page.line(number)):
        start, end = part.start + one.start, part.start + one.end
        if any(other.start < end and start < other.end for other in taken):
            continue
        if (found := in_turn(page, tree, (start, end), one)) is not None:
            taken.append(found)
            yield found


def in_turn(page: Page, tree: Tree | None, place: tuple[int, int], one: Told) -> Cause | None:
    """A cause that a fixed turn tells, if it is a thing or a happening."""
    node = head_at(tree, *place)
    if node is not None and (node.is_name or node.tag.startswith("PRP") or is_blamed(node)):
        return None
    effect = page.story.event or page.story.topic or happening(page.line(page.number_of(place[0])))
    if one.effect:
        noun = one.effect.split(" of ")[0].split(" ")[-1]
        effect = page.story.meant(singular(noun.lower())) or one.effect
        effect = EFFECT.sub("", effect)
    offset = page.sentences[page.number_of(place[0])].start
    teller = head_at(tree, offset + one.who[0], offset + one.who[1]) if one.who is not None else None
    words_ = told_of(page, *place)
    return Cause(*place, words_, effect, node, teller, one.denied, not one.effect) if effect else None


def causes(page: Page, tree: Tree) -> Iterator[Cause]:
    """The causes that a sentence names."""
    if not tree.tokens or tree.tokens[-1].text == "?":
        return
    if not may_name(page.folded[tree.tokens[0].start : tree.tokens[-1].end]):
        return
    for token in tree.tokens:
        cause, effect = by_verb(token) if token.is_verb else by_noun(token)
        if cause is not None and (found := made(page, cause, effect)):
            denied = not token.is_verb and any(
                one.low in ("not", "n't", "never") for one in (*token.children, *cause.children)
            )
            yield replace(found, denied=True) if denied else found


def by_verb(verb: Token) -> tuple[Token | None, Token | None]:
    """A cause and what it brought about, by a verb: caused by, blamed on, has set off."""
    if verb.lemma == "blame":
        blamed = verb.first("nsubj:pass")
        if blamed is not None:
            on = next((one for one in verb.of("obl") if one.word("case") == "on"), None)
            why = next((one for one in verb.of("obl") if one.word("case") == "for"), None)
            return (on, blamed) if on is not None else (blamed, why)
        doing = next((one for one in verb.of("xcomp") if one.tag == "VBG"), None)  # "blames leaking tanks"
        what = verb.first("obj") or (doing.first("obj") if doing is not None else None)
        return what, next((one for one in verb.of("obl") if one.word("case") == "for"), None)
    if not causing(verb):
        return None, None
    if (agent := verb.first("obl:agent")) is not None:
        hung = verb.head if verb.dep == "acl" else None
        return agent, verb.first("nsubj:pass") or hung
    effect = verb.first("obj")
    return (verb.first("nsubj"), effect) if effect is not None and happens(effect) else (None, None)


def causing(verb: Token) -> bool:
    """Whether a verb brings something about."""
    if verb.lemma == "set":
        return verb.word("compound:prt") == "off"
    return verb.lemma in tables()["causes"]["verbs"] or (verb.lemma == "start" and verb.first("obl:agent") is not None)


def by_noun(noun: Token) -> tuple[Token | None, Token | None]:
    """A cause by a noun and a verb of being: "the cause of the fire was a spark", "the line was the source"."""
    if noun.lemma not in NOUNS or noun.text.isupper():
        return None, None
    effect = next((one for one in noun.of("nmod") if one.word("case") in ("of", "for", "behind")), None)
    if noun.dep == "nsubj" and noun.head.first("cop") is not None and noun.head.is_noun:
        return (noun.head, effect) if settled(noun, effect) else (None, None)
    if noun.first("cop") is not None and (who := noun.first("nsubj")) is not None and noun.word("det") == "the":
        return (who, effect) if settled(noun, effect) else (None, None)
    return None, None


def settled(noun: Token, effect: Token | None) -> bool:
    """Whether a noun means a cause: a source is also who tells something."""
    if noun.lemma in SURE or effect is not None:
        return noun.lemma in SURE or (effect is not None and happens(effect))
    return any(one.lemma in LIKELY for one in noun.of("amod"))


def happens(token: Token) -> bool:
    """Whether a noun is something that happens and is caused."""
    known = words()["nouns.event"] | words()["nouns.disaster"] | frozenset(tables()["causes"]["effects"])
    return token.lemma in known and token.first("nummod") is None  # "caused 40 deaths" tells of a count


def made(page: Page, cause: Token, effect: Token | None) -> Cause | None:
    """A cause with its words, where it is a thing or a happening."""
    if not cause.is_noun or cause.lemma in EMPTY or cause.is_name or cause.tag.startswith("PRP") or is_blamed(cause):
        return None
    if cause.first("nummod") is not None and cause.word("det") == "":
        return None  # "caused 40 deaths" told the other way round
    near = (cause, *inside(cause))
    first, last = min(near, key=lambda one: one.start), max(near, key=lambda one: one.end)
    about = effect_of(page, effect)
    words_ = told_of(page, first.start, last.end)
    return Cause(first.start, last.end, words_, about, cause, teller(cause), untold=effect is None) if about else None


def told_of(page: Page, start: int, end: int) -> str:
    """The words of a stretch on one line, an article that opens it in small letters."""
    words_ = " ".join(page.folded[start:end].split())
    return words_[:1].lower() + words_[1:] if words_.startswith(("The ", "A ", "An ")) else words_


def effect_of(page: Page, effect: Token | None) -> str:
    """What was brought about: what a noun means, else what the text is about."""
    if effect is None or not effect.is_noun:
        return page.story.event or page.story.topic or ""
    plain = [one for one in effect.of("amod", "compound", "nmod:poss", "nmod:desc") if one.index < effect.index]
    first = min((one.start for one in plain), default=effect.start)
    return page.story.meant(effect.lemma) or " ".join(page.folded[first : effect.end].split())


def teller(cause: Token) -> Token | None:
    """Who blames it."""
    verb = next((one for one in cause.ancestors() if one.lemma == "blame"), None)
    return verb.first("nsubj") if verb is not None and verb.first("nsubj:pass") is None else None


def inside(cause: Token) -> Iterator[Token]:
    """The words of a cause: what stands before its noun, and "of" behind it."""
    if not cause.is_root and cause.head.tag == "VBG" and cause.head.index < cause.index:
        yield cause.head
    for child in cause.children:
        if child.dep in LINKS or (child.dep == "nmod" and child.word("case") == "of"):
            yield from child.subtree()


def is_blamed(token: Token) -> bool:
    """Whether a noun is a person or a body, who does something; "panels" are none, nor are those who lack."""
    if token.lemma not in nobody() or any(one.low in ("few", "enough", "many") for one in token.of("amod")):
        return False
    return not (token.tag == "NNS" and token.lemma in tables()["causes"]["things"])


def nobody() -> frozenset[str]:
    """Who is blamed and does something, and is no cause."""
    table = words()
    return (
        table["nouns.persons"] | table["nouns.bodies"] | table["speech.voices"] | frozenset(tables()["causes"]["vague"])
    )
