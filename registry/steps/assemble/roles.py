"""Who holds which office: "Chief executive Mara Lindqvist", "Jon Dahl, the club's former president".

A newcomer's mistake: any noun before a name. Offices are a table; the name must look like a person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from registry.model.span import BlockKind, Sentence
from registry.steps.assemble.offices import LEADS, LETTERS, head_words, office_words, shapes, tables
from registry.steps.resolve import DULL, Story, looks_personal
from registry.steps.resolve.names import clean_name, singular
from registry.steps.resolve.words import words

OPENS_OF = re.compile(r"^ (?:of|for|at|to) ")


@dataclass(frozen=True, slots=True)
class Role:
    """An office and its holder: the place of the office's words, label and person."""

    start: int
    end: int
    label: str
    person: str
    office: str = ""


def roles(folded: str, sentence: Sentence, story: Story) -> Iterator[Role]:
    """The offices that a sentence gives to people."""
    if sentence.block.kind is BlockKind.FURNITURE or sentence.end - sentence.start > 1500:
        return
    flat = folded[sentence.start : sentence.end].replace("\n", " ")
    if head_words().isdisjoint(LETTERS.findall(flat.lower())):
        return
    taken: list[tuple[int, int]] = []
    for shape in shapes():
        for role in found(shape, flat, sentence.start, story):
            if not any(role.start < end and start < role.end for start, end in taken):
                taken.append((role.start, role.end))
                yield role


def found(shape: re.Pattern[str], flat: str, offset: int, story: Story) -> Iterator[Role]:
    """The roles of a pattern; where a match names nobody, the search goes on behind its first word."""
    at = 0
    while hit := shape.search(flat, at):
        role = made(hit, offset, story)
        gap = flat.find(" ", hit.start())
        at = hit.end() if role or gap < 0 else gap
        if role:
            yield role


def made(hit: re.Match[str], offset: int, story: Story) -> Role | None:
    """A match as a role; None where the name is no person's."""
    groups = hit.groupdict()
    office, start = bare(groups["office"], hit.start("office"))
    told = LEADS.get(office, office)
    person = person_of(groups["name"], story, sure=office.lower().split(" ")[-1] in tables()["offices"]["sure"])
    if person is None or not office:
        return None
    named = groups.get("of") or groups.get("owner") or groups.get("home")
    unread = named is None and OPENS_OF.match(hit.string[hit.end() :]) is not None and hit.end("office") == hit.end()
    owner = None if unread else belongs(named, office, story)
    owner = None if owner == person else owner
    label = told if owner is None or owner.lower() in told.lower() else f"{told} of {owner}"
    return Role(
        offset + start,
        offset + start + len(office),
        " ".join(label.split()),
        person,
        told.lower().split(" ")[-1],
    )


def person_of(words_: str, story: Story, *, sure: bool) -> str | None:
    """The full name of a person; None where the words name nobody, or nobody whose full name is known."""
    person = clean_name(words_)
    parts = person.split()
    if (
        parts[-1].lower() in tables()["offices"]["nobody"]
        or parts[0].lower() in DULL
        or any(word.lower() in office_words() for word in parts)
    ):
        return None
    full = story.expand(person)
    if len(parts) == 1:
        return full if sure or (full != person and looks_personal(full)) else None
    known = looks_personal(full) or len(parts) > 3 or any(not word[0].isupper() or "." in word for word in parts)
    bodies = (
        frozenset(tables()["offices"]["nobody"])
        | words()["publishers.bodies"]
        | words()["publishers.judges"]
        | words()["nouns.places"]
    )
    return None if not known or {word.lower() for word in parts} & bodies else full


def bare(office: str, start: int) -> tuple[str, int]:
    """An office without the words before it that are none of its."""
    while office and is_leading(office.split(" ")[0].lower()):
        cut = len(office.split(" ")[0]) + 1
        office, start = office[cut:], start + cut
    return office, start


def is_leading(word: str) -> bool:
    """Whether a word before an office is none of it."""
    return word in tables()["offices"]["leading"] or (word.endswith("ing") and word not in office_words())


def belongs(owner: str | None, office: str, story: Story) -> str | None:
    """Whose office it is: the organisation that is named, or the one the document is about."""
    if owner:
        plain = clean_name(owner)
        if not plain.islower():
            return story.expand(plain)
        meant = story.meant(plain.split()[-1])
        if meant is not None and not looks_personal(meant):
            return story.expand(meant)
        return None if " " not in plain and plain in words()["nouns.generic"] else plain
    topic = story.topic
    named = any(word[:1].isupper() for word in office.split()) or office.split()[-1] not in words()["nouns.corporate"]
    if topic is None or named or story.event or topic == story.home or not is_body(topic, story):
        return None
    return topic


def is_body(name: str, story: Story) -> bool:
    """Whether a name is that of an organisation, and not of a place, a person or a work."""
    sorts = {singular(word) for word in name.lower().split()}
    if sorts & words()["nouns.bodies"]:
        return True
    if name.isdigit() or story.is_person(name) or sorts & (words()["nouns.proper"] | words()["nouns.things"]):
        return False
    return name not in story.placed
