"""Who and what a document is about: its topic, its names, what short forms and "the court" stand for.

    naming   the names of a text and their short forms      topic   the name a text is about
    event    the event a text is about, by name             names   noun phrases as words
    words    the tables

A newcomer's mistake: taking every "the company" for the topic. A word of the name itself ("bank" in "Bank of England")
outranks the topic.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from registry.model.document import Source
from registry.model.span import BlockKind, Sentence
from registry.steps.resolve.event import Scene, event_of
from registry.steps.resolve.names import clean_name, singular
from registry.steps.resolve.naming import (
    DULL,
    acronyms,
    long_forms,
    looks_personal,
    names_in,
    names_of_title,
    short_forms,
)
from registry.steps.resolve.topic import LEAD, TITLE, Weights, body_of, home_of, publisher_of, topic_of
from registry.steps.resolve.words import words

__all__ = ["DULL", "Story", "looks_personal", "read_story"]

LONGEST, SECTION, SNIPPET = 200_000, 200, 600
MOST = 0.4
HERS, HIS = re.compile(r"\b(?:[Ss]he|[Hh]er)\b"), re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im)\b")
MEMBERS = frozenset({"states parties", "states", "parties", "member states", "members"})
NUMBERED = re.compile(r"\b(?:19|20)\d\d\b|\bQ[1-4]\b")
HEADED = re.compile(r"^([A-Z][\w'&.-]*(?: [A-Z][\w'&.-]*){0,3}):\s")
Found = tuple[Sentence, int, str, bool]


@dataclass(slots=True)
class Story:
    """What a document speaks about; `topic` is its main name, `event` what happened, where that is the matter."""

    topic: str | None = None
    event: str | None = None
    strong: bool = False
    names: Counter[str] = field(default_factory=Counter)
    full: dict[str, str] = field(default_factory=dict)
    people: list[tuple[int, str]] = field(default_factory=list)
    sections: list[tuple[int, str]] = field(default_factory=list)
    author: str | None = None
    places: list[tuple[int, int, str]] = field(default_factory=list)
    sorts: dict[str, str] = field(default_factory=dict)
    hers: bool = False
    home: str | None = None
    brief: bool = False
    placed: frozenset[str] = frozenset()

    @property
    def about(self) -> str | None:
        """The event, or else the main name."""
        return self.event or self.topic

    def expand(self, name: str) -> str:
        """The full form of a short name or an acronym."""
        clean = clean_name(name)
        return self.full.get(clean, clean)

    def meant(self, noun: str) -> str | None:
        """What "the court" or "the quake" stands for."""
        low = singular(noun)
        if self.event and words().aliases.get(low, low) == words().aliases.get(*(self.event.split()[-1].lower(),) * 2):
            return self.event
        if low in self.sorts:
            return self.expand(self.sorts[low])
        known = [*(name for name, _ in self.names.most_common(40)), *([self.author] if self.author else [])]
        holders = [name for name in known if low in name.lower().split() and " " in name]
        holders.sort(key=lambda name: head_of(name) != low)
        if holders:
            return self.expand(holders[0])
        if low in words()["nouns.places"]:
            return self.home or (self.topic if self.fits(low) else None)
        return self.topic if low in words()["nouns.generic"] and self.fits(low) else None

    def fits(self, noun: str) -> bool:
        """Whether what the document is about can be called so: a person is no company, a ministry no trial."""
        if self.topic is None or self.is_person(self.topic):
            return False
        sort = words_of(self.topic) & words()["nouns.generic"]
        return not sort or noun in sort or (noun in words()["nouns.bodies"] and bool(sort & words()["nouns.bodies"]))

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's: it looks so, and the surname stands for it elsewhere in the text."""
        if not looks_personal(name) or words_of(name) & words()["publishers.bodies"]:
            return False
        return self.full.get(name.split()[-1]) == name and name.split()[0] not in self.full

    def person(self, pronoun: str, place: int) -> str | None:
        """Who "he" or "she" is: the person whom the document is about, if it mostly says so, or the last one named."""
        known = [name for start, name in self.people if start < place]
        if self.topic in known and (pronoun in ("she", "her", "hers")) == self.hers:
            return self.topic
        others = [name for name in known if name != self.topic] if self.topic in known else known
        return others[-1] if others else None

    def name_at(self, place: int) -> str | None:
        """The name that stands at a place."""
        at = bisect_right(self.places, (place, LONGEST * 2, "")) - 1
        return self.places[at][2] if at >= 0 and self.places[at][0] <= place < self.places[at][1] else None

    def section(self, place: int) -> str | None:
        """The name in the heading above a place."""
        above = [name for start, name in self.sections if start < place]
        return above[-1] if above else None


def words_of(name: str) -> set[str]:
    """The words of a name in the singular."""
    return {singular(word) for word in re.findall(r"[a-z]+", name.lower())}


def head_of(name: str) -> str:
    """What a name says that it is: "bank" for "Bank of England", "court" for "Supreme Court".

    >>> head_of("Bank of England"), head_of("Supreme Court")
    ('bank', 'court')
    """
    return re.split(r"\s(?:of|for|on|de|du|des|del)\s", name)[0].lower().split()[-1]


def read_story(
    folded: str, source: Source, sentences: Sequence[Sentence], proper: frozenset[int] = frozenset()
) -> Story:
    """The story of a document: names counted, short forms tied to long ones, topic and event chosen.

    `proper` are the places of words that a tagger takes for names.
    """
    story = Story()
    main = [part for part in sentences if part.block.kind is not BlockKind.FURNITURE and part.start < LONGEST]
    found = [(part, *hit) for part in main if not heads_rows(folded, part) for hit in names_in(folded, part)]
    bind(story, folded, source, found)
    weigh(story, folded, main, found, proper)
    entitle(story, folded, source, main)
    story.author = body_of(source, folded)
    start = main[0].start if main else 0
    story.topic = topic_of(Weights(folded, source, story.names))
    story.placed = frozenset(name for name, _ in story.names.most_common(10) if is_placed(name, folded))
    story.strong = bool(story.topic) and len(folded) > SNIPPET
    story.brief = len(folded) <= SNIPPET
    title = source.title or next((folded[part.start : part.end] for part in main[:1] if is_heading(part)), None)
    story.home = home_of(source, folded)
    story.event = event_of(Scene.of(title, folded, start), story.names, story.home)
    story.hers = len(HERS.findall(folded)) > len(HIS.findall(folded))
    return story


def heads_rows(folded: str, part: Sentence) -> bool:
    """Whether a row only names the columns of those below it."""
    row = part.block.kind is BlockKind.ROW and not part.block.headers and len(part.block.cells) > 1
    return row and not any(char.isdigit() for char in NUMBERED.sub("", folded[part.start : part.end]))


def is_placed(name: str, folded: str) -> bool:
    """Whether a name is that of a place: the text says "in" it."""
    return re.search(rf"\b(?:in|near|across|around|outside) {re.escape(name)}\b(?! [A-Z])", folded) is not None


def entitle(story: Story, folded: str, source: Source, main: Sequence[Sentence]) -> None:
    """Count the names of the title."""
    headed = headed_by(source.title, folded)
    if headed:
        story.names[story.expand(headed)] += TITLE
    for name in names_of_title(source.title):
        full = story.expand(name)
        inside = not (source.title or "").startswith(name) and not is_plain(name, folded)
        known = full in story.names or " " in name or (inside and name in folded)
        eventful = singular(name.split()[-1]) in words()["nouns.event"]
        if known and (full in story.names or not eventful) and not titled(main, folded, name):
            story.names[full] += TITLE


def headed_by(title: str | None, folded: str) -> str | None:
    """The name that a title begins with before a colon: "Norwind: good, not great"."""
    hit = HEADED.match(title or "")
    name = clean_name(hit.group(1)) if hit else ""
    if not name or is_plain(name, folded) or name.lower() in DULL | words()["nouns.event"] or name.isdigit():
        return None
    return name if re.search(rf"\b{re.escape(name)}\b", folded, re.I) else None


def is_heading(part: Sentence) -> bool:
    """Whether a part is a heading."""
    return part.block.kind is BlockKind.HEADING


def titled(main: Sequence[Sentence], folded: str, name: str) -> bool:
    """Whether the first heading holds a name, so that it counts there already."""
    return any(is_heading(part) and name in folded[part.start : part.end] for part in main[:2])


def bind(story: Story, folded: str, source: Source, found: Sequence[Found]) -> None:
    """Tie short forms to long ones."""
    told = [name for _, _, name, first in found if not first or " " in name] + names_of_title(source.title)
    story.full = acronyms(folded[:LONGEST])
    story.full |= short_forms(told, story.full)
    own = publisher_of(source)
    for short, full in long_forms(Counter([*told, *([own] if own else [])]), folded[:LONGEST]).items():
        story.full.setdefault(short, full)


def weigh(story: Story, folded: str, main: Sequence[Sentence], found: Sequence[Found], proper: frozenset[int]) -> None:
    """Count the names, those in title and opening more than others, and note people, sorts and sections."""
    loose = Counter(name for part, _, name, first in found if not first and not is_heading(part))
    lead = {id(part) for part in [part for part in main if not is_heading(part)][:2]}
    for part, start, name, first in found:
        full = story.expand(name)
        story.places.append((start, start + len(name), full))
        sort_after(story, folded, start, name)
        sure = loose[name] or name in story.full or start in proper or (" " in name or not first)
        if is_heading(part):
            sure = loose[name] or name in story.full or start in proper or (first and acts(folded, start, name))
            sure = sure or (" " in name and name in names_of_title(folded[part.start : part.end]))
        if not sure or is_plain(name, folded):
            continue
        story.names[full] += TITLE if is_heading(part) and part.block.level <= 1 else LEAD if id(part) in lead else 1
        if looks_personal(full):
            story.people.append((start, full))
        if is_heading(part) and start > SECTION and len(name) > (part.end - part.start) * MOST:
            story.sections.append((part.start, full))


def sort_after(story: Story, folded: str, start: int, name: str) -> None:
    """Note that a name is followed by what it is: "Norwind group"."""
    follows = re.match(r"[ \n]([a-z]+)\b", folded[start + len(name) : start + len(name) + 20])
    if follows and follows.group(1) in words()["nouns.generic"]:
        story.sorts.setdefault(follows.group(1), name)


def is_plain(name: str, folded: str) -> bool:
    """Whether a single capitalised word is a plain noun: "Council", "Children", "Captain"."""
    low, table = name.lower(), words()
    if low in MEMBERS:
        return True
    if " " in name or name.isupper():
        return False
    plain = table["nouns.generic"] | table["behaviour.total"] | table["behaviour.fixed"] | table["nouns.measures"]
    return singular(low) in plain or (low in folded and re.search(rf"\b{re.escape(low)}\b", folded) is not None)


def acts(folded: str, start: int, name: str) -> bool:
    """Whether a headline begins with the name of somebody who does something: "Norwind cuts 300 jobs"."""
    follows = re.match(r" ([a-z]+s)\b", folded[start + len(name) : start + len(name) + 30])
    return follows is not None and not name.endswith("s")
