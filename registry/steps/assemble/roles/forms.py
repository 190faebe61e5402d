"""The forms in which verbs of public acts are written: "vetoed" is "veto", "was found guilty" is "convict".

A newcomer's mistake: trusting tags for them. A short sentence with a rare verb is often parsed as a run of nouns.
"""

from __future__ import annotations

from functools import lru_cache

from registry.steps.assemble.roles.offices import tables

DONE, NOW, PLAIN = "past", "present", "base"
SIBILANT = ("s", "x", "z", "sh", "ch", "o")


@lru_cache(maxsize=1)
def forms() -> dict[str, tuple[str, str]]:
    """The written forms of the verbs of acts, with their verbs and whether they tell what was, is or is to be done."""
    irregular = tables()["events"]["irregular"]
    known: dict[str, tuple[str, str]] = {}
    for verb in tables()["events"]["verbs"]:
        known[verb] = verb, PLAIN
        known[third(verb)] = verb, NOW
    for verb in tables()["events"]["verbs"]:
        known.update(dict.fromkeys(irregular.get(verb, past(verb)).split(), (verb, DONE)))
    return known


def past(verb: str) -> str:
    """The past form that is made by rule.

    >>> past("arrest"), past("sue"), past("disqualify"), past("destroy")
    ('arrested', 'sued', 'disqualified', 'destroyed')
    """
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if ends_in_y(verb) else f"{verb}ed"


def third(verb: str) -> str:
    """What somebody does.

    >>> third("arrest"), third("veto"), third("disqualify")
    ('arrests', 'vetoes', 'disqualifies')
    """
    if ends_in_y(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(SIBILANT) else f"{verb}s"


def ends_in_y(verb: str) -> bool:
    """Whether a verb ends in a consonant and y."""
    return verb.endswith("y") and verb[-2] not in "aeiou"


@lru_cache(maxsize=1)
def turns() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Turns of several words, with the verb that says the same."""
    return tuple((tuple(told.split()), verb) for told, verb in tables()["events"]["turns"].items())


@lru_cache(maxsize=1)
def openings() -> frozenset[str]:
    """The words with which an act may begin."""
    return frozenset(forms()) | {told[0] for told, _ in turns()}
