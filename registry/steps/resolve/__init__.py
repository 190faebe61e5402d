"""Who and what a document is about: its topic, its names, what short forms and "the court" stand for.

A newcomer's mistake: counting every capitalised word. A sentence's first word, months and nationalities name nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from registry.model.document import Source
from registry.model.span import BlockKind, Sentence
from registry.steps.resolve.names import clean_name, singular
from registry.steps.resolve.words import words

NAME = re.compile(
    r"\b[A-Z][\w'&.-]*[\w]"  # a capitalised word
    r"(?:[ \n](?:(?:of|for|de|du|des|del|and|on|the|&)[ \n](?:the[ \n])?(?=[A-Z]))?"  # perhaps with "of the"
    r"[A-Z][\w'&.-]*[\w])*"  # and more of them
)
DEFINED = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
DULL = words()["capitals.dull"]
TITLES = words()["capitals.titles"]
LONGEST = 200_000
MOST = 0.4
TITLE, LEAD, OFTEN, SECTION, SNIPPET = 3, 2, 4, 200, 600
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
HERS, HIS = re.compile(r"\b(?:[Ss]he|[Hh]er)\b"), re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im)\b")


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
        holders = [name for name, _ in self.names.most_common(40) if low in name.lower().split()]
        if holders:
            return self.expand(holders[0])
        return self.topic if low in words()["nouns.generic"] else None

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


def read_story(
    folded: str, source: Source, sentences: Sequence[Sentence], proper: frozenset[int] = frozenset()
) -> Story:
    """The story of a document: names counted, short forms tied to long ones, topic and event chosen.

    `proper` are the places of words that a tagger takes for names.
    """
    story = Story()
    main = [part for part in sentences if part.block.kind is not BlockKind.FURNITURE and part.start < LONGEST]
    found = [(part, *hit) for part in main for hit in names_in(folded, part)]
    body = [hit for hit in found if hit[0].block.kind is not BlockKind.HEADING]
    loose = Counter(name for _, _, name, first in body if not first)
    story.full = acronyms(folded[:LONGEST])
    story.full |= short_forms([name for _, _, name, first in found if not first or " " in name], story.full)
    lead = {id(part) for part in [part for part in main if part.block.kind is not BlockKind.HEADING][:2]}
    for part, start, name, first in found:
        story.places.append((start, start + len(name), story.expand(name)))
        follows = re.match(r"[ \n]([a-z]+)\b", folded[start + len(name) : start + len(name) + 20])
        if follows and follows.group(1) in words()["nouns.generic"]:
            story.sorts.setdefault(follows.group(1), name)
        heading = part.block.kind is BlockKind.HEADING
        known = (
            loose[name]
            or name in story.full
            or (" " in name and not heading)
            or (not first and not heading)
            or start in proper
        )
        if not known and not (heading and first and acts(folded, start, name)):
            continue
        full = story.expand(name)
        story.names[full] += TITLE if heading and part.block.level <= 1 else LEAD if id(part) in lead else 1
        if looks_personal(full):
            story.people.append((start, full))
        if heading and start > SECTION and len(name) > (part.end - part.start) * MOST:
            story.sections.append((part.start, full))
    for name in names_of_title(source.title):
        if loose[name] or name in story.full:
            story.names[story.expand(name)] += TITLE
    story.topic = topic_of(folded, source, story)
    story.strong = bool(story.topic) and len(folded) > SNIPPET
    story.event = event_of(folded, source, main, story)
    story.author = re.sub(r"\s*\(.*", "", source.publisher) if source.publisher else None
    story.hers = len(HERS.findall(folded)) > len(HIS.findall(folded))
    return story


def acts(folded: str, start: int, name: str) -> bool:
    """Whether a headline begins with the name of somebody who does something: "Norwind cuts 300 jobs"."""
    follows = re.match(r" ([a-z]+s)\b", folded[start + len(name) : start + len(name) + 30])
    return follows is not None and not name.endswith("s")


def topic_of(folded: str, source: Source, story: Story) -> str | None:
    """The main name; the publisher where a text speaks of "we" and of nobody more; the year that a title names."""
    top, times = story.names.most_common(1)[0] if story.names else (None, 0)
    year = YEAR.search(source.title or "")
    if year and not any(name in (source.title or "") for name in story.names) and folded.count(year.group()) > 1:
        return year.group()
    if source.publisher and times < OFTEN and len(WE.findall(folded)) > times:
        return re.sub(r"\s*\(.*", "", source.publisher)
    return top


def names_in(folded: str, part: Sentence) -> list[tuple[int, str, bool]]:
    """The names of a sentence with their places, and whether it begins with them."""
    found = []
    words_ = folded[part.start : part.end]
    shouted = words_.isupper()
    for hit in NAME.finditer(words_):
        tokens = hit.group().replace("\n", " ").split(" ")
        start, first = part.start + hit.start(), not words_[: hit.start()].strip(" \"'([*-")
        while tokens and tokens[0].lower().rstrip(".") in DULL:
            start += len(tokens[0]) + 1
            tokens, first = tokens[1:], False
        while tokens and (tokens[-1].lower().rstrip(".") in DULL or tokens[-1][:1].islower()):
            tokens.pop()
        while len(tokens) > 1 and tokens[0].lower().rstrip(".") in TITLES:
            start += len(tokens[0]) + 1
            tokens = tokens[1:]
        if "and" in tokens and singular(tokens[-1]) not in words()["nouns.generic"]:
            tokens = tokens[: tokens.index("and")]
        name = clean_name(" ".join(tokens))
        follows = re.match(r" ([a-z]+)\b", words_[hit.end() :])
        if follows and follows.group(1) in words()["nouns.proper"] and tokens:
            name = f"{name} {follows.group(1)}"
        if len(name) > 1 and not shouted and len(tokens) <= 8:
            found.append((start, name, first))
    return found


def names_of_title(title: str | None) -> list[str]:
    """The names of a title that is not written in capitals throughout."""
    if not title:
        return []
    tokens = [token for token in title.split() if token[:1].isalpha()]
    capitals = sum(token[:1].isupper() for token in tokens)
    if len(tokens) > 3 and capitals > len(tokens) * 0.7:
        return []
    return [name for name in (clean_name(hit.group()) for hit in NAME.finditer(title)) if name.lower() not in DULL]


def acronyms(folded: str) -> dict[str, str]:
    """Short forms that the text defines: "International Criminal Court (ICC)"."""
    found: dict[str, str] = {}
    for hit in DEFINED.finditer(folded):
        short = hit.group(1)
        before = folded[max(0, hit.start() - 120) : hit.start()].replace("\n", " ").rstrip()
        name = spelled_out(before, short)
        if name:
            found.setdefault(short, name)
    return found


def spelled_out(before: str, short: str) -> str | None:
    """The last words before a bracket whose initials spell the short form."""
    tokens = before.split(" ")
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for size in range(len(letters), min(len(letters) + 5, len(tokens)) + 1):
        run = tokens[-size:]
        big = [token[0].lower() for token in run if token[:1].isupper()]
        if big == letters and run[0][:1].isupper():
            return clean_name(" ".join(run))
    last = re.findall(r"(?:[A-Z][\w'-]*(?: (?:of|for|the|and) )?(?: )?)+$", before)
    initials = [token[0].lower() for token in (last[0].split() if last else []) if token[:1].isupper()]
    return clean_name(last[0]) if initials and initials[0] == letters[0] and len(initials) > 1 else None


def short_forms(names: Sequence[str], known: dict[str, str]) -> dict[str, str]:
    """Surnames and other last words, each tied to the longer name that is used most."""
    counted = Counter(names)
    found: dict[str, str] = {}
    for name, _ in counted.most_common():
        tokens = name.split()
        if 2 <= len(tokens) <= 3 and looks_personal(name) and tokens[-1] not in known:
            found.setdefault(tokens[-1], known.get(name, name))
    return {short: full for short, full in found.items() if counted[short]}


def looks_personal(name: str) -> bool:
    """Whether a name could be a person's: two or three plain capitalised words, none of them an organisation's."""
    tokens = name.split()
    low = {singular(token) for token in tokens}
    plain = all(
        token[0].isupper() and not token.isupper() and token.replace("-", "").replace("'", "").isalpha()
        for token in tokens
    )
    return 2 <= len(tokens) <= 3 and plain and not low & (words()["nouns.generic"] | words()["nouns.event"])


def event_of(folded: str, source: Source, main: Sequence[Sentence], story: Story) -> str | None:
    """The event a document is about, with its place, where the document speaks of it more than of any name."""
    table, counted, places = words(), Counter[str](), Counter[str]()
    start = main[0].start if main else 0
    lead = folded[start : start + 600]
    for hit in re.finditer(r"\b[a-z]{3,12}\b", " ".join((source.title or "", folded[:LONGEST])).lower()):
        noun = singular(hit.group())
        if noun in table["nouns.event"]:
            counted[table.aliases.get(noun, noun)] += 1
    if not counted:
        return None
    event, times = counted.most_common(1)[0]
    forms = [event, *(alias for alias, noun in table.aliases.items() if noun == event)]
    early = any(form in ((source.title or "") + lead).lower() for form in forms)
    top = story.names.most_common(1)[0][1] if story.names else 0
    if times < 2 or not early or times < top * 0.5:
        return None
    shape = "|".join(forms)
    name = r"([A-Z][\w-]+(?: [A-Z][\w-]+)?)"
    for hit in re.finditer(rf"\b{name} (?:{shape})s?\b|\b(?:{shape})s? (?:in|of|at|near|on) {name}", folded):
        place = hit.group(1) or hit.group(2)
        if place.lower() not in DULL:
            places[place] += 1
    place = places.most_common(1)[0][0] if places else next((name for name, _ in story.names.most_common(1)), "")
    year = f" of {source.published.year}" if source.published else ""
    return f"{place} {event}{year}".strip()
