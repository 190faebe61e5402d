"""What was done to whom, for the verbs of public acts: convicted, surrendered, sanctioned, signed.

A newcomer's mistake: every verb. Only acts that reporting turns on, with a named doer or a named object, are facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from registry.model.assertion import Status
from registry.steps.assemble.roles.forms import PLAIN, forms, turns
from registry.steps.assemble.roles.offices import office_words, tables
from registry.steps.assemble.roles.owners import is_called
from registry.steps.assemble.roles.persons import meant_by, plain_person
from registry.steps.assemble.spot import Page, antecedent, subject_of
from registry.steps.cues import seen
from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve import looks_personal
from registry.steps.resolve.names import flat_name
from registry.steps.resolve.words import words

HELPED = frozenset({b"will", b"did", b"shall"})
BESIDE = frozenset({"in", "near", "from", "at", "off", "on", "outside", "with", "to", "by", "under", "over", "after"})
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
        "he",
        "she",
    ]
)


@dataclass(frozen=True, slots=True)
class Event:
    """An act: the place of its verb phrase, its label, whom it is about and its verb."""

    start: int
    end: int
    label: str
    subject: str
    verb: str
    node: Token
    doer: str = ""
    thing: str = ""
    status: Status | None = None


# What results beat or miss: "beat Wall Street estimates" tells of no win over a street.
FORESEEN = re.compile(r"(?:[A-Z][\w'-]* ){0,3}(?:estimates?|forecasts?|expectations?|targets?|consensus|odds)\b")


def is_called_off(page: Page, verb: Token) -> bool:
    """Whether results beat or miss what was foreseen, and nobody wins over anybody."""
    return FORESEEN.match(page.folded, verb.end + 1) is not None


def triggers(words: str) -> bool:
    """Whether a sentence may speak of a public act."""
    told = seen(words)[1]
    if not spelled().isdisjoint(told) or any(turn <= told for turn in spelled_turns()):
        return True
    return not HELPED.isdisjoint(told) and any(form.encode() in told for form in tables()["events"]["verbs"])


@lru_cache(maxsize=1)
def spelled() -> frozenset[bytes]:
    """The forms that tell an act by themselves as `cues` has the words of a text, besides those with a helper."""
    return frozenset(form.encode() for form, (_, told) in forms().items() if told != PLAIN)


@lru_cache(maxsize=1)
def spelled_turns() -> tuple[frozenset[bytes], ...]:
    """The words of each turn that is an act."""
    return tuple(frozenset(word.encode() for word in told) for told, _ in turns())


def events(page: Page, tree: Tree) -> Iterator[Event]:
    """The acts of a sentence."""
    if tree.tokens and tree.tokens[-1].text == "?":
        return
    for token in tree.tokens:
        if token.lemma in acts("events", "verbs") and token.tag in ("VBD", "VBN", "VBZ", "VBP"):
            found = event(page, token)
            if found:
                yield found


def is_passive(verb: Token) -> bool:
    """Whether what a verb tells is done to its subject; "was arrested and charged" has both so."""
    own = verb.first("nsubj:pass") is not None or verb.first("aux:pass") is not None
    return own or (verb.dep == "acl" and verb.first("obj") is None)


@lru_cache(maxsize=16)
def acts(table: str, name: str) -> frozenset[str]:
    """A list of the tables of acts as a set."""
    return frozenset(tables()[table].get(name, ()))


def event(page: Page, verb: Token) -> Event | None:
    """A verb as an act; None where doer and object are not named."""
    passive = is_passive(verb) or (verb.dep == "conj" and verb.tag == "VBN" and is_passive(verb.head))
    subject, goal = subject_of(verb), verb.first("obj")
    thing = subject if passive else goal
    doer = verb.first("obl:agent") if passive else subject
    if not suits(page, verb.lemma, thing, doer) or (thing is not None and thing.first("nummod") is not None):
        return None
    if thing is not None and is_called_off(page, verb):
        return None
    about = about_of(page, thing, doer)
    if about is None or (not passive and subject is None):
        return None
    typed = verb.lemma in tables()["objects"]
    end = goal.end if goal is not None and not passive and typed else verb.end
    left = phrase(page, subject) if subject else ""
    if left.lower() in NOBODY or (not passive and goal is None and verb.lemma not in acts("events", "alone")):
        return None
    right = "" if passive or goal is None else phrase(page, goal)
    shown = f"{left} {'was ' if passive else ''}{verb.low} {right}".strip()
    who, whom = (phrase(page, one) if one else "" for one in (doer, thing))
    return Event(verb.start, end, shown, about, verb.lemma, verb, who, whom)


def suits(page: Page, verb: str, thing: Token | None, doer: Token | None) -> bool:
    """Whether what an act is done to, and who does it, are such as the act asks for."""
    if verb in acts("events", "human"):
        who = antecedent(doer) if doer is not None else None
        name = named(page, who) if who is not None else None
        office = who is not None and who.lemma in office_words()
        return office or (name is not None and (looks_personal(name) or page.story.is_person(name)))
    if verb in acts("events", "personal") and thing is not None and is_plural(thing):
        return False
    if verb not in tables()["objects"]:
        return verb not in acts("events", "personal") or (thing is not None and named(page, thing) is not None)
    if thing is None or thing.tag == "PRP":
        return False
    if thing.lemma.lower() in acts("objects", verb) or thing.low in acts("objects", verb):
        return True
    return verb in acts("named", "verbs") and (thing.text[:1].isupper() or named(page, thing) is not None)


def is_plural(token: Token) -> bool:
    """Whether a plain noun or a number is of several, who have no name."""
    counted = token.tag in ("NNS", "CD") or token.first("nummod") is not None
    return counted and token.first("appos") is None


def is_won(thing: Token) -> bool:
    """Whether something is a prize or a vote, which says less about itself than about who wins it."""
    return not thing.is_root and thing.head.lemma == "win"


def about_of(page: Page, thing: Token | None, doer: Token | None) -> str | None:
    """Whom an act is about: to whom it is done, or else who does it."""
    about = named(page, thing) or (named(page, doer) if doer is not None else None)
    if doer is not None and thing is not None and doer.index < thing.index and is_won(thing):
        about = named(page, doer) or about
    if about is None and doer is not None and doer.is_noun and re.search(r"[A-Z]", phrase(page, doer)):
        return phrase(page, doer)
    return about


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
            return plain_person(person, page.story) or person
        return page.story.expand(flat_name(token, page.folded))
    if token.low in ("he", "she", "him", "her"):
        start = page.sentences[page.number_of(token.start)].start
        return meant_by(page.story, page.folded, start, token.start)
    if token.low in ("it", "they"):
        return page.story.topic if page.story.topic and not page.story.is_person(page.story.topic) else None
    if token.lemma in office_words():
        beside = token.head if token.dep in ("appos", "conj") and token.head.is_name else None
        apart = next((child for child in token.of("appos", "flat") if child.is_name), None)
        return named(page, apart or beside) if apart or beside else None
    around = (
        child for child in token.of("nmod", "nmod:poss", "appos") if child.is_name and child.word("case") not in BESIDE
    )
    inner = next((child for child in around if child.low not in words()["scope.calendar"]), None)
    if inner is not None:
        return named(page, inner)
    meant = page.story.meant(token.lemma) if token.is_noun and not token.of("amod", "compound") else None
    return meant if meant is not None and is_called(token.lemma, meant, page.story) else None
