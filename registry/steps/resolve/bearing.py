"""The names that an event can have: a place or a thing, not who tells of it, no plain word that opens a sentence.

A newcomer's mistake: every word with a capital before "strike". "Longer strikes" and "Rail strike" name nobody.
"""

from __future__ import annotations

import re
from collections import Counter

from registry.steps.resolve.names import POSSESSIVE, clean_name, singular
from registry.steps.resolve.runs import DULL, looks_personal
from registry.steps.resolve.words import common_nouns, words

COMPOUND = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)+")  # "Main-track derailment"
OPENERS, COMPARED = (". ", "? ", "! "), ("er", "est")


def only_begins(name: str, hit: re.Match[str], text: str, main: Counter[str]) -> bool:
    """Whether a plain word has its capital only because a sentence begins with it: "Longer strikes"."""
    opens = hit.start(1) == 0 or hit.string[hit.start(1) - 2 : hit.start(1)] in OPENERS
    if " " in name or name in main or not opens:
        return False
    return re.search(rf"\b{re.escape(name.lower())}\b", text) is not None or name.endswith(COMPARED)


def is_person(name: str, text: str) -> bool:
    """Whether a name is that of a person, whose surname stands alone elsewhere: a festival is not called after him."""
    if not looks_personal(name):
        return False
    first, last = re.escape(name.split()[0]), re.escape(name.split()[-1])
    return re.search(rf"(?<!{first} )(?<!-)\b{last}\b(?! [A-Z])", text) is not None


def is_country(name: str) -> bool:
    """Whether a name is that of a country, which is wider than a crash or a fire."""
    return name.lower() in words()["places.countries"]


def is_place(name: str) -> bool:
    """Whether a longer name may be that of the same place: "Corran Strait" for "Corran", and not "Corran Council"."""
    table = words()
    return not {singular(word) for word in name.lower().split()} & (
        table["nouns.bodies"] | table["publishers.bodies"] | table["publishers.media"] | table["nouns.generic"]
    )


def longest(name: str, found: Counter[str]) -> str:
    """The longest of the names that hold a name."""
    return max((one for one in found if set(name.split()) <= set(one.split())), key=len)


def trimmed(name: str) -> str:
    """A name without the words at its ends that name nothing."""
    tokens = clean_name(name).split()
    dull = DULL | words()["nouns.diseases"] | words()["nouns.vivid"] | words()["capitals.numbers"]
    while len(tokens) > 2 and tokens[0].isupper() and not tokens[-1].isupper():
        tokens = tokens[1:]
    while tokens and POSSESSIVE.sub("", tokens[0].lower()).rstrip(".") in dull and not is_country(" ".join(tokens)):
        tokens = tokens[1:]
    while tokens and tokens[-1].lower().rstrip(".") in dull:
        tokens = tokens[:-1]
    return " ".join(tokens)


def fits(name: str) -> bool:
    """Whether a name can name an event."""
    low = name.lower()
    plain = not name or low in DULL or singular(low) in common_nouns() or name.isupper()
    plain = (
        plain
        or COMPOUND.fullmatch(name) is not None
        or low.split()[-1] in words()["publishers.judges"]
        or low in words()["capitals.parties"]
    )
    return not plain and not low.endswith(("ians", "ers"))
