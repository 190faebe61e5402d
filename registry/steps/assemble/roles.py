"""Who holds which office: "Chief executive Mara Lindqvist", "Jon Dahl, the club's former president".

A newcomer's mistake: any noun before a name. Offices are a table; the name must look like a person's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from registry.model.span import BlockKind, Sentence
from registry.steps.resolve import DULL, Story, looks_personal
from registry.steps.resolve.names import clean_name
from registry.steps.resolve.words import DATA

PARTICLES = "de|van|von|bin|al|el|da|del|la"
NAME_SHAPE = rf"(?:[A-Z][\w'-]+|[A-Z]\.)(?:(?: (?:\"[A-Z]\w+\"|[A-Z][\w'-]+|[A-Z]\.|{PARTICLES})){{0,3}} [A-Z][\w'-]+)"
ORGANISATION = r"(?:the )?[A-Z][\w'&.-]*(?: (?:of|for|and|the|de|on)(?: the)? (?=[A-Z])| ?[A-Z][\w'&.-]*)*"


@dataclass(frozen=True, slots=True)
class Role:
    """An office and its holder: the place of the office's words, label and person."""

    start: int
    end: int
    label: str
    person: str
    office: str = ""


@lru_cache(maxsize=1)
def tables() -> dict[str, Any]:
    """The offices and the verbs of public acts."""
    return tomllib.loads((DATA / "offices.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def shapes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of an office before and after a name."""
    data = tables()["offices"]
    heads = "|".join(sorted(map(re.escape, data["heads"]), key=len, reverse=True))
    parts = "|".join(map(re.escape, data["parts"]))
    titled = rf"(?:(?:{parts})[ -])*(?:{heads})"
    before = re.compile(
        rf"(?<![\w-])(?P<office>(?i:(?:(?:{parts})[ -])+)?"  # former
        rf"(?:[A-Z][\w.&'-]*(?:'s)? ){{0,3}}(?i:(?:(?:{parts}|[a-z]+ic|[a-z]+al)[ -]){{0,3}}(?:{heads}))"
        rf"(?i:-elect)?(?: and (?i:{titled}))?"  # and chief economist
        rf"(?: of (?!the )(?:[a-z]+(?= [A-Z])))?),? (?P<name>{NAME_SHAPE})"  # of staff Mara Lind
    )
    after = re.compile(
        rf"(?P<name>{NAME_SHAPE})(?:,| \(| is| was| became| as)? "  # Mara Lind,
        rf"(?:the |a |an |its |their |his |her |our |(?P<owner>{ORGANISATION}|[a-z]+(?: [a-z]+)?)(?:'s|') )?"
        rf"(?P<office>(?:(?i:{parts})[ -])*(?:[a-z]+[ -]){{0,3}}?(?i:{heads})(?i:-elect)?(?: and (?i:{titled}))?)\b"
        rf"(?: (?:of|at|for) (?P<of>{ORGANISATION}|the [a-z]+(?: [a-z]+)?))?"  # of the institute
    )
    return before, after


def roles(folded: str, sentence: Sentence, story: Story) -> Iterator[Role]:
    """The offices that a sentence gives to people."""
    if sentence.block.kind is BlockKind.FURNITURE or sentence.end - sentence.start > 1500:
        return
    flat = folded[sentence.start : sentence.end].replace("\n", " ")
    taken: list[tuple[int, int]] = []
    for shape in shapes():
        for hit in shape.finditer(flat):
            role = made(hit, sentence.start, story)
            if role and not any(role.start < end and start < role.end for start, end in taken):
                taken.append((role.start, role.end))
                yield role


def made(hit: re.Match[str], offset: int, story: Story) -> Role | None:
    """A match as a role; None where the name is no person's."""
    groups = hit.groupdict()
    person = clean_name(groups["name"])
    if person.split()[0].lower() in DULL or any(word.lower() in office_words() for word in person.split()):
        return None
    office, start = groups["office"], hit.start("office")
    while office.split(" ")[0].lower() in (
        "the",
        "a",
        "an",
        "said",
        "its",
        "that",
        "and",
        "by",
        "in",
        "at",
        "to",
        "meanwhile",
        "when",
        "as",
        "but",
        "while",
        "with",
        "from",
        "of",
        "for",
    ):
        cut = len(office.split(" ")[0]) + 1
        office, start = office[cut:], start + cut
        if not office:
            return None
    owner = belongs(groups.get("of") or groups.get("owner"), office, story)
    label = office if owner is None or owner.lower() in office.lower() else f"{office} of {owner}"
    return Role(
        offset + start,
        offset + start + len(office),
        " ".join(label.split()),
        story.expand(person),
        office.lower().split(" ")[-1],
    )


def belongs(owner: str | None, office: str, story: Story) -> str | None:
    """Whose office it is: the organisation that is named, or the one the document is about."""
    if owner:
        plain = clean_name(owner)
        return story.expand((story.meant(plain.split()[-1]) if plain.islower() else None) or plain)
    topic = story.topic
    if (
        topic is None
        or any(word[:1].isupper() for word in office.split())
        or looks_personal(topic)
        or topic.isdigit()
        or story.event
    ):
        return None
    return topic


@lru_cache(maxsize=1)
def office_words() -> frozenset[str]:
    """The words of offices, which no person's name contains."""
    return frozenset(tables()["offices"]["heads"]) | frozenset(tables()["offices"]["parts"])
