"""Whose or what of: the possessor, the phrase after "of" or "in", the grammatical subject, the topic.

A newcomer's mistake: leaving "the court" as it stands. What it stands for is the document's business (see `resolve`).
"""

from __future__ import annotations

import re

from registry.model.span import BlockKind
from registry.steps.assemble.spot import Spot, subject_of, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve import DULL
from registry.steps.resolve.names import flat_name
from registry.steps.resolve.words import words

PLURALS = frozenset({"it", "its", "they", "their", "we", "our", "us", "them", "itself"})
PERSONS = frozenset({"he", "his", "him", "she", "her"})
CASES = ("of", "in", "at", "for", "to", "from", "by", "on", "across")


def subject(spot: Spot, anchor: Token | None) -> str | None:
    """Whose or what of the mention is; the document's topic where the sentence gives none."""
    for token in candidates(spot, anchor):
        found = named(spot, token)
        if found:
            return found
    story = spot.page.story
    if not (story.strong or story.event):
        plain = next((token for token in candidates(spot, anchor) if token.is_noun and token.low not in DULL), None)
        if plain is not None and plain is not anchor:
            return flat_name(plain, spot.page.folded) or story.about
    structured = spot.sentence.block.kind in (BlockKind.ITEM, BlockKind.ROW) or spot.tree is None
    return (spot.page.story.section(spot.mention.start) if structured else None) or spot.page.story.about


def candidates(spot: Spot, anchor: Token | None) -> list[Token]:
    """The tokens that could name the subject, the likeliest first."""
    found: list[Token] = []
    at = anchor or spot.node
    if at is not None and anchor is not None:
        found += at.of("nmod:poss")
        found += [child for child in at.of("nmod") if child.word("case") in CASES and not spot.holds(child)]
        found += [child for child in at.of("compound", "nmod:desc") if child.is_name]
    verb = verb_of(at)
    head = subject_of(verb)
    speaks = verb is not None and verb.lemma in words()["speech.verbs"] | words()["speech.settings"]
    if head is not None and head is not anchor and not spot.holds(head) and not speaks:
        found.append(head)
    if speaks and verb is not None:
        found += [child for child in verb.of("obj", "nsubj:pass") if child is not anchor and not spot.holds(child)]
    if verb is not None and head is anchor:
        found += [
            child for child in verb.of("obl", "obj") if child.is_name and child.word("case") in ("in", "at", "on", "")
        ]
    if at is not None and at.dep in ("nmod", "appos") and at.head.is_name:
        found.append(at.head)
    return found


def named(spot: Spot, token: Token) -> str | None:
    """What a token names: a name, what a pronoun or "the company" stands for; None where it names nothing."""
    story = spot.page.story
    if token.tag.startswith("PRP"):
        return pronoun(spot, token)
    if re.fullmatch(r"(?:19|20)\d\d", token.text):
        return token.text
    if token.low in DULL or not token.is_noun:
        return None
    if token.is_name:
        return story.name_at(token.start) or story.expand(flat_name(token, spot.page.folded)) or None
    return common(spot, token)


def pronoun(spot: Spot, token: Token) -> str | None:
    """What a pronoun stands for."""
    story = spot.page.story
    if token.low in PERSONS:
        return story.person(token.low, token.start) or story.topic
    if token.low in ("we", "our", "us"):
        return story.author or story.about
    return story.about if token.low in PLURALS else None


def common(spot: Spot, token: Token) -> str | None:
    """What a common noun stands for: "the company", "the quake", "the mayor of Bergen"."""
    story = spot.page.story
    inner = next((child for child in token.of("nmod:poss", "nmod") if child.is_name), None)
    if token.low not in words()["nouns.generic"] and token.lemma not in words()["nouns.event"]:
        return named(spot, inner) if inner is not None else None
    return story.meant(token.lemma if not inner else token.low) or (
        flat_name(token, spot.page.folded) if inner else None
    )
