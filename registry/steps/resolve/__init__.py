"""Who and what a document is about: its topic, its names, what short forms and "the court" stand for.

    runs     the names in some words       naming  the names of a text and their short forms
    headline what a title says             topic   the name a text is about
    titled   the thing that a title calls by its noun
    event    the event a text is about, by name             matter  what of the topic it is about
    called   after what text and event are called           vessels the ships
    names    noun phrases as words                          words   the tables
    story    what all that comes to

A newcomer's mistake: taking every "the company" for the topic. A word of the name itself ("bank" in "Bank of England")
outranks the topic.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import cache, partial

from registry.model.document import Source
from registry.model.span import BlockKind, Sentence
from registry.steps.parse.tree import Tree
from registry.steps.resolve.called import is_of_thing, is_tried_alone, of_vessel
from registry.steps.resolve.event import Scene, event_of
from registry.steps.resolve.genders import women_of
from registry.steps.resolve.headline import headline
from registry.steps.resolve.matter import matter_of, nouns_of
from registry.steps.resolve.names import clean_name, places, singular
from registry.steps.resolve.naming import (
    acronyms,
    first_places,
    is_product,
    long_forms,
    names_in,
    names_of_title,
    numbered_names,
    short_forms,
)
from registry.steps.resolve.publisher import body_of, home_of, is_reporter, seat_of
from registry.steps.resolve.runs import DULL, looks_personal
from registry.steps.resolve.standing import Weights, accused_of, is_media, publisher_of
from registry.steps.resolve.story import LONGEST, Story
from registry.steps.resolve.titled import thing_of
from registry.steps.resolve.topic import topic_of
from registry.steps.resolve.vessels import vessels_of
from registry.steps.resolve.words import common_nouns, words
from registry.steps.segment.talks import spoken, turns

__all__ = ["DULL", "Story", "looks_personal", "read_story"]

SECTION, SNIPPET, MANY = 200, 600, 400
TITLE, LEAD = 4, 2
MOST = 0.4
HERS, HIS = re.compile(r"\b(?:[Ss]he|[Hh]er)\b"), re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im)\b")
MEMBERS = frozenset({"states parties", "states", "parties", "member states", "members"})
NUMBERED = re.compile(r"\b(?:19|20)\d\d\b|\bQ[1-4]\b")
HEADED = re.compile(r"^([A-Z][\w'&.-]*(?: [A-Z][\w'&.-]*){0,3}):\s")
IN = re.compile(r"\b(?:in|near|across|around|outside) $")
ENDS = re.compile(r"\b(?! [A-Z])")
Found = tuple[Sentence, int, str, bool]
HOME = re.compile(r", \d\d?,? of $")  # behind an age; "shows 40 of Ana Ruiz's paintings" counts hers


def read_story(folded: str, source: Source, sentences: Sequence[Sentence], trees: Sequence[Tree | None] = ()) -> Story:
    """The story of a document: names counted, short forms tied to long ones, topic and event chosen.

    The trees tell which words a tagger takes for names, and which nouns the text speaks of.
    """
    source = replace(source, title=headline(source.title))
    main = [part for part in sentences if part.block.kind is not BlockKind.FURNITURE and part.start < LONGEST]
    story = told(folded, source, main, proper_places(trees))
    story.author = body_of(source, folded)
    start = main[0].start if main else 0
    weights = weights_of(story, folded, source, main)
    nouns = nouns_of(trees)
    story.home = home_of(source, folded)
    story.topic = topic_of(weights)
    story.matter = thing_of(story, weights, nouns) or matter_of(story.topic, weights, nouns)
    story.placed = frozenset(name for name, _ in story.names.most_common(10) if is_placed(name, folded))
    story.strong = bool(story.topic) and len(folded) > SNIPPET
    story.brief = len(folded) <= SNIPPET and not source.title
    title = source.title or next((folded[part.start : part.end] for part in main[:1] if is_heading(part)), None)
    seat = seat_of(story.author, folded) if story.author and is_reporter(story.author) else None
    story.accused = accused_of(folded[:LONGEST], (name for _, name in story.people[:MANY]))
    story.event = event_of(Scene.of(title, folded, start), story.names, story.home, seat)
    if story.event and (is_tried_alone(story, story.event) or is_of_thing(story, story.event, weights)):
        story.event = None
    story.event = story.event and of_vessel(story.event, weights)
    story.women = women_of((name for _, name in story.people[:MANY]), folded[:LONGEST], story.name_at)
    story.hers = len(HERS.findall(folded)) > len(HIS.findall(folded))
    return story


def proper_places(trees: Sequence[Tree | None]) -> frozenset[int]:
    """Where words stand that the tagger takes for names."""
    return frozenset(token.start for tree in trees if tree for token in tree.tokens[:3] if token.is_name)


def persons(folded: str, people: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Those who are named, without the streets where somebody lives: "Ann Ross, 38, of Mill Lane"."""
    homes = {name for start, name in people if HOME.search(folded, max(0, start - len(", 00, of ")), start)}
    return [(start, name) for start, name in people if name not in homes]


def told(folded: str, source: Source, main: Sequence[Sentence], proper: frozenset[int] = frozenset()) -> Story:
    """The names of a text, counted, with their short forms."""
    story = Story()
    shown = [part for part in spoken(folded, main) if not heads_rows(folded, part)]
    found = freed([(part, *hit) for part in shown for hit in names_in(folded, part)])
    bind(story, folded, source, found)
    weigh(story, folded, main, found, proper)
    heard = ((turn.start, story.expand(turn.who)) for turn in turns(folded, main).values() if looks_personal(turn.who))
    story.people = persons(folded, sorted({*story.people, *heard}))
    entitle(story, folded, source, main)
    return story


def freed(found: Sequence[Found]) -> list[Found]:
    """The names without a plain word before them that only begins a sentence: "Carmaker Norwind" beside "Norwind"."""
    inner = {name for _, _, name, first in found if not first}
    return [
        (part, start + name.index(" ") + 1, name.split(" ", 1)[1], False)
        if " " in name and (is_owned(name, inner) or (first and name not in inner and is_apart(name, inner)))
        else (part, start, name, first)
        for part, start, name, first in found
    ]


def is_owned(name: str, inner: Container[str]) -> bool:
    """Whether a name only has before it whose it is: "Norland's Norwind" beside "Norwind"."""
    owner, rest = name.split(" ", 1)
    return owner.endswith("'s") and rest in inner


def is_apart(name: str, inner: Container[str]) -> bool:
    """Whether a name is the rest of another, behind a plain word: it stands alone elsewhere, or is all in capitals."""
    first, rest = name.split(" ", 1)
    loud = rest.isupper() and rest.isalpha() and len(rest) > 2 and first.lower() in words()["capitals.trades"]
    called = singular(first.lower()) in words()["nouns.persons"] and looks_personal(rest) and " " in rest
    return loud or called or (rest in inner and is_common(name))


def is_common(name: str) -> bool:
    """Whether a name begins with a word that is a noun or an adjective of English, not of the name."""
    first = name.split()[0].lower()
    return singular(first) in common_nouns() or first.endswith(("maker", "ing", "er", "or", "ist", "ous", "ed"))


def weights_of(story: Story, folded: str, source: Source, main: Sequence[Sentence]) -> Weights:
    """What speaks for each name of a text."""
    places: dict[str, list[int]] = {}
    for start, _, name in story.places:
        places.setdefault(name, []).append(start)
    lead = [part for part in main if not is_heading(part)][:2]
    opening = (lead[0].start, lead[-1].end) if lead else (0, 0)
    speakers = frozenset(turn.who.split()[-1].lower() for turn in turns(folded, main).values())
    vessels = vessels_of(folded, story.names)
    return Weights(folded, source, story.names, story.full, places, opening, speakers, vessels)


def heads_rows(folded: str, part: Sentence) -> bool:
    """Whether a row only names the columns of those below it."""
    row = part.block.kind is BlockKind.ROW and not part.block.headers and len(part.block.cells) > 1
    return row and not any(char.isdigit() for char in NUMBERED.sub("", folded[part.start : part.end]))


def is_placed(name: str, folded: str) -> bool:
    """Whether a name is that of a place: the text says "in" it."""
    return any(
        IN.search(folded, max(0, start - 8), start) is not None and ENDS.match(folded, end) is not None
        for start, end in places(name, folded)
    )


def entitle(story: Story, folded: str, source: Source, main: Sequence[Sentence]) -> None:
    """Count the names of the title."""
    headed = headed_by(source.title, folded)
    if headed:
        story.names[story.expand(headed)] += TITLE
    for name in numbered_names(folded, source.title):
        story.names[name] += TITLE + sum(1 for _ in places(name, folded))
    for name in names_of_title(source.title):
        full = story.expand(name)
        title = source.title or ""
        if name.lower() in words()["capitals.titles"] and (title.startswith(name) or name.isupper()):
            continue  # "Mayor announces cuts", "Former MP jailed"
        inside = (not title.startswith(name) or acts(title, 0, name)) and not is_plain(name, folded)
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
    story.full |= short_forms([*(name for _, _, name, _ in found), *names_of_title(source.title)], story.full)
    for name in numbered_names(folded, source.title):
        story.full.setdefault(name.split()[-1], name)
    known = publisher_of(source)
    own = known if known and not is_media(known) else None  # a town is not short for its paper
    begun = first_places((name, start) for part, start, name, _ in found if not is_heading(part))
    for short, full in long_forms(Counter([*told, *([own] if own else [])]), folded[:LONGEST]).items():
        if not is_product(short, full, begun):
            story.full.setdefault(short, full)


def weigh(story: Story, folded: str, main: Sequence[Sentence], found: Sequence[Found], proper: frozenset[int]) -> None:
    """Count the names, those in title and opening more than others, and note people, sorts and sections."""
    loose = Counter(name for part, _, name, first in found if not first and not is_heading(part))
    lead = {id(part) for part in [part for part in main if not is_heading(part)][:2]}
    plain, counted = cache(partial(is_plain, folded=folded)), cache(folded.count)  # a name may stand there often
    for part, start, name, first in found:
        full = story.expand(name)
        story.places.append((start, start + len(name), full))
        sort_after(story, folded, start, name)
        often = first and (len(folded) <= SNIPPET or (counted(name) > 1 and not is_plural(name)))
        owns = folded.startswith("'s", start + len(name))
        sure = loose[name] or owns or name in story.full or (start in proper and often) or (" " in name or not first)
        if is_heading(part):
            sure = loose[name] or name in story.full or (start in proper and often)
            sure = sure or (first and acts(folded, start, name))
            sure = sure or ((" " in name or not first) and name in names_of_title(folded[part.start : part.end]))
        if not sure or plain(name) or (name not in story.full and name.lower() in words()["capitals.titles"]):
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
    low = name.lower()
    if low in MEMBERS or low.startswith("ex-"):
        return True
    if " " in name or name.isupper():
        return False
    return singular(low) in common_nouns() or (
        low in folded and re.search(rf"\b{re.escape(low)}s?\b", folded) is not None
    )


def is_plural(name: str) -> bool:
    """Whether a single word looks like a plain plural: "Seismologists"."""
    return " " not in name and name.endswith("s") and not name.endswith(("ss", "us", "is"))


def acts(folded: str, start: int, name: str) -> bool:
    """Whether a headline begins with the name of somebody who does something: "Norwind cuts 300 jobs", and is no noun
    phrase: "Main figures", "Alleged abusers, by group"."""
    follows = re.match(r" ([a-z]+s) [\w\"'$\u00a3\u20ac]", folded[start + len(name) : start + len(name) + 30])
    return follows is not None and not name.endswith("s")
