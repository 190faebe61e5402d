"""What was done to whom, for the verbs of public acts: convicted, surrendered, sanctioned, signed.

A newcomer's mistake: every verb. Only acts that reporting turns on, with a named doer or a named object, are facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from registry.steps.assemble.offices import office_words, tables
from registry.steps.assemble.spot import Page, antecedent, subject_of
from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import flat_name

TRIGGER = re.compile(
    r"\b(?:convict|sentenc|acquit|indict|charg|arrest|extradit|surrender|sanction|sign|ratif|withdr|resign|appoint|"
    r"elect|impeach|dismiss|oust|assassinat|annex|invad|acquir|launch|found|issu)",
    re.I,
)

NOBODY = frozenset(
    [
        "",
        "it",
        "they",
        "that",
        "which",
        "who",
        "this",
        "we",
        "i",
        "you",
        "these",
        "those",
        "some",
        "many",
        "what",
        "one",
    ]
)
ALONE = frozenset({"resign", "withdraw", "surrender"})


@dataclass(frozen=True, slots=True)
class Event:
    """An act: the place of its verb phrase, its label, whom it is about and its verb."""

    start: int
    end: int
    label: str
    subject: str
    verb: str
    node: Token


def triggers(words: str) -> bool:
    """Whether a sentence may speak of a public act."""
    return TRIGGER.search(words) is not None


def events(page: Page, tree: Tree) -> Iterator[Event]:
    """The acts of a sentence."""
    verbs = tables()["events"]
    if tree.tokens and tree.tokens[-1].text == "?":
        return
    for token in tree.tokens:
        if token.lemma in verbs and token.tag in ("VBD", "VBN", "VBZ", "VBP"):
            found = event(page, token)
            if found:
                yield found


def event(page: Page, verb: Token) -> Event | None:
    """A verb as an act; None where doer and object are not named."""
    passive = verb.first("nsubj:pass") is not None or verb.first("aux:pass") is not None or verb.dep == "acl"
    subject, goal = subject_of(verb), verb.first("obj")
    needed = tables()["objects"].get(verb.lemma)
    thing = subject if passive else goal
    if needed is not None and not (thing is not None and thing.lemma in needed):
        return None
    doer = verb.first("obl:agent") if passive else subject
    about = named(page, thing) or (named(page, doer) if doer is not None else None)
    if about is None and doer is not None and doer.is_noun and re.search(r"[A-Z]", phrase(page, doer)):
        about = phrase(page, doer)
    if about is None or (not passive and subject is None):
        return None
    end = goal.end if goal is not None and not passive and needed is not None else verb.end
    left = phrase(page, subject) if subject else ""
    if left.lower() in NOBODY or (not passive and goal is None and verb.lemma not in ALONE):
        return None
    right = "" if passive or goal is None else phrase(page, goal)
    shown = f"{left} {'was ' if passive else ''}{verb.low} {right}".strip()
    return Event(verb.start, end, shown, about, verb.lemma, verb)


def phrase(page: Page, token: Token) -> str:
    """An object in its words: a name in full, else the noun with what stands before it."""
    if token.is_name or token.tag == "PRP":
        return named(page, token) or token.low
    first = min(
        (child for child in token.children if child.index < token.index and child.dep not in ("det", "punct")),
        key=lambda child: child.index,
        default=token,
    )
    first = min(first.subtree(), key=lambda one: one.index) if first is not token else token
    return " ".join(page.folded[first.start : token.end].split())


def named(page: Page, token: Token | None) -> str | None:
    """The name that a token is or stands for."""
    if token is None:
        return None
    token = antecedent(token)
    if token.is_name:
        parts = (token, *token.of("flat", "appos", "compound", "nmod:desc"))
        known = (page.story.name_at(one.start) for one in parts)
        if person := next((name for name in known if name and looks_personal(name)), None):
            return person
        return page.story.expand(flat_name(token, page.folded))
    if token.low in ("he", "she", "him", "her"):
        return page.story.person({"him": "he", "her": "she"}.get(token.low, token.low), token.start)
    if token.low in ("it", "they"):
        return page.story.topic
    if token.lemma in office_words():
        beside = token.head if token.dep in ("appos", "conj") and token.head.is_name else None
        apart = next((child for child in token.of("appos", "flat") if child.is_name), None)
        return named(page, apart or beside) if apart or beside else None
    inner = next((child for child in token.of("nmod", "nmod:poss", "appos") if child.is_name), None)
    return (
        named(page, inner)
        if inner
        else page.story.meant(token.lemma)
        if token.is_noun and not token.of("amod", "compound")
        else None
    )
