"""The person whom a name or a pronoun beside an office means.

A newcomer's mistake: capitals alone. "Ask Jan Halder" is no name, "Norwind Partners" no person's.
"""

from __future__ import annotations

import re

from registry.steps.assemble.roles.holders import Holder
from registry.steps.assemble.roles.offices import listed, office_words
from registry.steps.assemble.roles.titles import Office
from registry.steps.resolve import DULL, Story, looks_personal
from registry.steps.resolve.names import clean_name
from registry.steps.resolve.words import words

NEAR, FAR = 30, 600
OTHER = re.compile(r"\b(?:[Hh]e|[Ss]he)\b|[.\n\"] (?:Judge|Justice|Mrs?|Ms|Dr|Commodore|Captain|General) [A-Z]")
SAME = re.compile(r"\s*(?:[A-Z][a-z]+ (?:\d{4} |[a-z]+ ){0,3})?(?:[Hh]e|[Ss]he)\b")
FIRST_NAMES = frozenset({"jan", "april", "may", "june", "august"})


def person_of(found: Holder, story: Story, office: Office, folded: str, offset: int) -> str | None:
    """The full name of a person; None where the words name nobody, or nobody whose full name is known."""
    if found.name.lower() in ("he", "she"):
        return meant_by(story, folded, offset, offset + found.at)
    sure = office.head.split(" ")[-1] in listed("sure") and found.beside
    return plain_person(found.name, story, sure=sure)


def opening(folded: str, offset: int) -> int:
    """Where the sentence before a place begins."""
    marks = (". ", ".\n", "\n", '" ')
    return max(folded.rfind(mark, max(0, offset - FAR), max(0, offset - 2)) for mark in marks) + 1


def meant_by(story: Story, folded: str, offset: int, place: int) -> str | None:
    """Who "she" is: the first person of the sentence, else of the one before if it begins so or names one only."""
    start = opening(folded, offset)
    while SAME.match(folded, start) and offset - start < FAR and (earlier := opening(folded, start)) < start:
        start = earlier
    near = [(at, plain_person(name, story)) for at, name in story.people if start <= at < place]
    hers = folded[place : place + 3].lower() in ("she", "her")
    people = [(at, name) for at, name in near if name and story.women.get(name, hers) == hers]
    if here := [name for at, name in people if at >= offset]:
        return here[0]
    if people and OTHER.search(folded, start, people[0][0]):
        return None
    if people and (people[0][0] - start < NEAR or len({name for _, name in people}) == 1):
        return people[0][1]
    return story.topic if story.topic and not people and story.is_person(story.topic) else None


def plain_person(name: str, story: Story, *, sure: bool = False) -> str | None:
    """The full name of a person, if words are one."""
    parts = clean_name(name).split()
    if parts and parts[0].lower() in ("st", "saint"):
        return None
    while len(parts) > 1 and is_before(parts, story):
        parts = parts[1:]
    if (
        not parts
        or parts[-1].lower() in listed("nobody")
        or (parts[0].lower() in DULL and not (len(parts) > 1 and parts[0].lower() in FIRST_NAMES))
        or any(word.lower() in office_words() for word in parts)
    ):
        return None
    person = " ".join(parts)
    full = story.expand(person)
    if len(parts) == 1:
        return full if sure or (full != person and looks_personal(full)) else None
    known = looks_personal(full) or len(parts) > 3 or any(not word[0].isupper() or "." in word for word in parts)
    bodies = listed("nobody") | words()["publishers.bodies"] | words()["publishers.judges"] | words()["nouns.places"]
    return None if not known or {word.lower() for word in parts} & bodies else full


def is_before(parts: list[str], story: Story) -> bool:
    """Whether the first of some capitalised words belongs to no name: "Ask Jan Halder", "Minister Ines Falk"."""
    low = parts[0].lower().rstrip(".")
    if len(parts) == 2:
        return low in words()["capitals.titles"] and story.expand(parts[1]) != parts[1]
    if low in office_words() or low in words()["capitals.titles"] or low in listed("asking"):
        return True
    return " ".join(parts) not in story.names and " ".join(parts[1:]) in story.names
