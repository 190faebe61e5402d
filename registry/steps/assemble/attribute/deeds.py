"""What was done to the things that are counted: "the farm culled 800 hens" counts culled hens.

A newcomer's mistake: any verb. "had 40 ships" and "12 cases were reported" tell nothing of the ships and cases; only
what makes, ends or changes things tells those that are counted from others.
"""

from __future__ import annotations

import re

from registry.steps.assemble.attribute.fates import OWN_FATE
from registry.steps.assemble.spot import climb
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

NEVER = frozenset({"not", "n't", "never"})
VOWELS = re.compile(r"[aeiou]+")
OPENED = frozenset({"open", "reopen", "close"})
SHORTEST = 3
DOUBLED = 4  # the longest verbs of one syllable that double their last letter: plan, stop, trim


def done_to(head: Token) -> str:
    """The participle of what was done to things; nothing where no verb, or one that says little, has them."""
    deed = deed_of(head)
    if deed is None and head.dep == "nmod" and head.word("case") == "of" and head.tag == "NNS":
        return words().ruins.get(head.head.low, "")
    if deed is None or deed.word("mark") == "to" or any(child.low in NEVER for child in deed.of("advmod")):
        return ""
    if any(child.low == "after" and child.index == deed.index + 1 for child in deed.children):
        return ""  # "children were looked after"
    small = small_word(deed)
    said = words().phrasal.get(f"{deed.lemma} {small}", "") if small else participle_of(deed)
    return said if said not in {child.low for child in head.of("amod", "compound")} else ""


def deed_of(head: Token) -> Token | None:
    """The verb whose doing befell things: as its subject in the passive, as its object, or as its participle."""
    whole = climb(head)
    table = words()
    if whole.dep == "nsubj:pass" and whole.head.tag in ("VBN", "VBD"):
        return whole.head if whole.head.lemma not in table["deeds.idle"] else None
    if whole.dep == "nsubj" and whole.head.lemma in table["events.ruins"] and whole.head.low.endswith("ed"):
        return whole.head
    after = next((one for one in head.of("acl") if one.tag == "VBN" and one.index > head.index), None)
    if after is not None:
        return after if after.lemma not in table["deeds.idle"] else None
    direct = whole.dep == "obj" and whole.head.is_verb and whole.head.lemma in table["deeds.telling"]
    return whole.head if direct else None


def befell(verb: Token) -> str:
    """The participle of what was done to those who are the subject of a passive; nothing for what they did themselves
    ("two had come"), and for verbs that say little ("640 are left")."""
    if small := small_word(verb):
        return words().phrasal.get(f"{verb.lemma} {small}", "")
    own = verb.lemma in OWN_FATE | words()["events.ruins"] | OPENED and not verb.of("obj")
    does = any(one.lemma == "have" for one in verb.of("aux")) and not verb.of("aux:pass") and not own
    idle = verb.lemma in words()["deeds.idle"] and verb.lemma != "hold"
    return "" if does or idle else verb.low


def small_word(verb: Token) -> str:
    """The small word that makes one verb with this one."""
    return next((one.low for one in verb.children if is_small(verb, one)), "")


def is_small(verb: Token, word: Token) -> bool:
    """Whether a word right behind a verb makes one verb with it: "set free", "knocked down", "let go"."""
    behind = word.index == verb.index + 1
    return behind and (
        word.dep == "compound:prt" or word.low in ("free", "go", "out", "down", "off", "up", "in", "away")
    )


def participle_of(verb: Token) -> str:
    """The past participle of a verb in any form."""
    if verb.tag == "VBN" and len(verb.low) < SHORTEST:
        return ""  # the "re" of "re-routed"
    if verb.low.endswith("ed") or verb.tag == "VBN":
        return verb.low
    return words().participles.get(verb.lemma) or past(verb.lemma)


def past(lemma: str) -> str:
    """The past participle of a regular verb.

    >>> past("create"), past("cull"), past("bury"), past("destroy"), past("plan")
    ('created', 'culled', 'buried', 'destroyed', 'planned')
    >>> past("open"), past("edit")
    ('opened', 'edited')
    """
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ied"
    short = (
        len(lemma) <= DOUBLED
        and len(VOWELS.findall(lemma)) == 1
        and lemma[-1] not in "wxyaeiou"
        and lemma[-2:-1] in "aeiou"
    )
    return f"{lemma}{lemma[-1] if short and lemma[-3:-2] not in 'aeiou' else ''}ed"
