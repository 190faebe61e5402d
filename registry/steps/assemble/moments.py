"""What happened on a date: the verb or noun that the date hangs on.

A newcomer's mistake: an attribute "date". "The bridge opened on 4 May" gives its opening date.
"""

from __future__ import annotations

import re

from registry.model.moment import Moment
from registry.steps.assemble.measuring import labelled
from registry.steps.assemble.spot import Attribute, Spot, climb, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase
from registry.steps.resolve.words import words

AS_OF = re.compile(r"\b(?:as of|as at|status:?)(?: the)?\s*$", re.I)
UNITS = frozenset({"percent", "%", "point", "dollar", "euro", "pound", "person", "km", "metre", "mile"})
BLAND = frozenset({"be", "have", "do", "say", "tell", "take", "make", "get", "go", "come", "see", "give"})


def moment(spot: Spot) -> Attribute:
    """What is dated."""
    found = dated(spot)
    if isinstance(spot.mention.value, Moment) and spot.mention.value.clock:
        found.name = f"{found.name.removesuffix('date').strip()} time".strip()
    return found


def dated(spot: Spot) -> Attribute:
    """What the date hangs on."""
    label = labelled(spot)
    if label:
        return Attribute(f"{label.name} date", None, "label")
    node = climb(spot.node) if spot.node else None
    if node is None or node.is_root:
        return Attribute("date", None, "date")
    head = node.head
    if head.is_verb and head.lemma not in BLAND:
        return Attribute(deed(head), patient(head), "deed")
    if (head.is_noun and head.first("nummod") is not None) or head.lemma in UNITS:
        verb = verb_of(head)
        if verb is not None and verb.is_verb and verb.lemma not in BLAND:
            return Attribute(deed(verb), patient(verb), "deed")
        return Attribute("date", None, "date")
    if AS_OF.search(spot.before()) or (head.is_name and " " not in noun_phrase(head)):
        return Attribute("date", head, "date")
    if head.is_noun and not spot.holds(head):
        name = noun_phrase(head, taboo=(spot.mention.start, spot.mention.end))
        return Attribute(name if name.endswith(("date", "time")) else f"{name} date", head, "noun")
    subject = head.first("nsubj")
    plain = subject is not None and subject.is_noun and not subject.is_name and head.lemma != "have"
    return Attribute(f"{noun_phrase(subject)} date" if plain and subject else "date", subject, "date")


def deed(verb: Token) -> str:
    """A verb as the name of a date."""
    noun = words().acts.get(verb.lemma) or gerund(verb.lemma)
    return noun if noun == "date" else f"{noun} date"


def gerund(lemma: str) -> str:
    """A verb's noun in -ing.

    >>> gerund("sign"), gerund("name"), gerund("set")
    ('signing', 'naming', 'setting')
    """
    if lemma.endswith("ed"):
        return lemma
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    short = len(lemma) <= 4 and lemma[-1] not in "wxyaeiou" and lemma[-2:-1] in "aeiou" and lemma[-3:-2] not in "aeiou"
    return lemma + (lemma[-1] if short else "") + "ing"


def patient(verb: Token) -> Token | None:
    """What an act is done to, or who does it."""
    return verb.first("nsubj:pass") or verb.first("nsubj") or (verb.head if verb.dep == "acl" else None)
