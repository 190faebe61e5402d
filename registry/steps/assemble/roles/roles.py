"""Who holds which office: "Chief executive Mara Lindqvist", "Jon Dahl, the club's former president".

A newcomer's mistake: any noun before a name. Offices are a table; the name must look like a person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from registry.model.assertion import Status
from registry.model.span import BlockKind, Sentence
from registry.steps.assemble.roles.abroad import offices_abroad
from registry.steps.assemble.roles.holders import Holder, holders_of
from registry.steps.assemble.roles.leaders import leaders
from registry.steps.assemble.roles.offices import LETTERS, head_words
from registry.steps.assemble.roles.owners import label
from registry.steps.assemble.roles.persons import person_of, plain_person
from registry.steps.assemble.roles.titles import Office, offices_in
from registry.steps.resolve import Story

SIGNED = re.compile(r", (?:the )?([A-Z][\w'&.-]*(?: (?:of|for|and|the|&|[A-Z][\w'&.-]*)){1,8})\W*$")


@dataclass(frozen=True, slots=True)
class Role:
    """An office and its holder: the place of the office's words, label and person, and whether it is so."""

    start: int
    end: int
    label: str
    person: str
    office: str = ""
    status: Status = Status.ACTUAL


def roles(folded: str, sentence: Sentence, story: Story, abroad: str | None = None) -> Iterator[Role]:
    """The offices that a sentence gives to people; `abroad` is the language of a document that is not in English."""
    if sentence.block.kind is BlockKind.FURNITURE or sentence.end - sentence.start > 1500:
        return
    flat = folded[sentence.start : sentence.end].replace("\n", " ")
    if abroad:
        for start, end, label, person in offices_abroad(flat, abroad, story):
            office = label.split(" of ")[0].split(" ")[-1]
            yield Role(sentence.start + start, sentence.start + end, label, person, office)
        return
    if head_words().isdisjoint(LETTERS.findall(flat.lower())):
        return
    yield from held(flat, above(folded, sentence.start), folded, sentence.start, story=story)
    for one in leaders(flat, sentence.start, story):
        yield Role(*one)


def held(flat: str, line: str, folded: str, offset: int, *, story: Story) -> Iterator[Role]:
    """The offices of a sentence with their holders; `line` is the one above, which a signature may begin with."""
    used: set[int] = set()
    before: Holder | None = None
    for office in offices_in(flat):
        for found in holders_of(flat, office, used, before, line):
            if person := person_of(found, story, office, folded, offset):
                used |= {found.at} if found.beside else set()
                before = found
                yield made(office, person, found, offset, signed=behind(flat, office, found, story), story=story)
                break


def behind(flat: str, office: Office, found: Holder, story: Story) -> str:
    """The body that stands behind an office at the end of a line: "Siri Dale, head of sales, Norvik Ltd"."""
    signed = SIGNED.match(flat, office.last)
    return signed.group(1) if signed and plain_person(signed.group(1), story) is None else found.home


def above(folded: str, start: int) -> str:
    """The line above a sentence."""
    lines = folded[max(0, start - 80) : start].rstrip().rsplit("\n", 1)
    return lines[-1].strip()


def made(office: Office, person: str, found: Holder, offset: int, *, signed: str, story: Story) -> Role:
    """An office with its holder as a role; `signed` is the body that a signature names behind it."""
    return Role(
        offset + office.start,
        offset + office.end,
        label(office, person, story, signed),
        person,
        office.told.lower().split(" ")[-1],
        found.status,
    )
