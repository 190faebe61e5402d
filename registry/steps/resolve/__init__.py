"""Who and what a document is about: its topic, its names, what short forms and "the court" stand for.

    runs     the names in some words       naming  the names of a text and their short forms
    headline what a title says             topic   the name a text is about
    titled   the thing that a title calls by its noun
    event    the event a text is about, by name             matter  what of the topic it is about
    bearing  the names that an event can have
    called   after what text and event are called           vessels the ships
    names    noun phrases as words                          words   the tables
    counting the names of a text, counted                   story   what all that comes to
    foreign  nouns and verbs of other languages             capitals   names in texts of these
    companions  what the documents beside it say of its topic

A newcomer's mistake: taking every "the company" for the topic. A word of the name itself ("bank" in "Bank of England")
outranks the topic.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import NamedTuple

from registry.model.document import Source
from registry.model.span import BlockKind, Sentence
from registry.steps.parse.tree import Tree
from registry.steps.resolve.called import is_in_passing, is_of_thing, is_tried_alone, of_vessel
from registry.steps.resolve.capitals import matter_abroad, names_abroad
from registry.steps.resolve.companions import Companion, companion
from registry.steps.resolve.counting import Found, bind, entitle, heads_rows, is_heading, weigh
from registry.steps.resolve.event import Scene, event_of
from registry.steps.resolve.foreign import Foreign
from registry.steps.resolve.genders import women_of
from registry.steps.resolve.headline import headline
from registry.steps.resolve.matter import Noun, matter_of, nouns_of
from registry.steps.resolve.names import places, singular
from registry.steps.resolve.naming import names_in, names_of_title
from registry.steps.resolve.publisher import body_of, home_of, is_reporter, seat_of
from registry.steps.resolve.runs import DULL, looks_personal
from registry.steps.resolve.standing import Weights, accused_of
from registry.steps.resolve.story import LONGEST, Story
from registry.steps.resolve.titled import thing_of
from registry.steps.resolve.topic import defined, happened_to, is_lent, topic_of
from registry.steps.resolve.vessels import vessels_of
from registry.steps.resolve.words import common_nouns, words
from registry.steps.segment.talks import spoken, turns

__all__ = [
    "DULL",
    "Companion",
    "Story",
    "Telling",
    "companion",
    "looks_personal",
    "read_story",
    "settle",
    "tell",
    "topic_of",
]

SNIPPET, MANY = 600, 400
HERS, HIS = re.compile(r"\b(?:[Ss]he|[Hh]er)\b"), re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im)\b")
IN = re.compile(r"\b(?:in|near|across|around|outside) $")
ENDS = re.compile(r"\b(?! [A-Z])")
HOME = re.compile(r", \d\d?,? of $")  # behind an age; "shows 40 of Ana Ruiz's paintings" counts hers


class Telling(NamedTuple):
    """What the names of a document say, before it is settled what it is about."""

    story: Story
    weights: Weights
    nouns: dict[str, Noun]
    main: Sequence[Sentence]
    abroad: Foreign | None


def tell(
    folded: str,
    source: Source,
    sentences: Sequence[Sentence],
    trees: Sequence[Tree | None] = (),
    abroad: Foreign | None = None,
) -> Telling:
    """The names of a document counted, and short forms tied to long ones.

    The trees tell which words a tagger takes for names, and which nouns the text speaks of; of a text in another
    language than English they tell nothing.
    """
    trees = () if abroad else trees
    source = replace(source, title=headline(source.title, source.publisher))
    main = [part for part in sentences if part.block.kind is not BlockKind.FURNITURE and part.start < LONGEST]
    story = told(folded, source, main, proper_places(trees), abroad)
    weights = weights_of(story, folded, source, main)
    nouns = nouns_of(trees, frozenset(number for number, part in enumerate(sentences) if is_heading(part)))
    return Telling(story, weights, nouns, main, abroad)


def settle(telling: Telling, beside: Sequence[Companion] = ()) -> Story:
    """The story of a document: its topic and event chosen, with an eye on what those `beside` it are about."""
    story, weights, nouns, main, abroad = telling
    story, folded, source = replace(story), weights.folded, weights.source
    story.author = body_of(source, folded)
    story.home = home_of(source, folded)
    story.topic = source.topic or topic_of(weights, beside)
    if abroad:
        story.matter = matter_abroad(story.topic, source.title or "", folded, abroad)
    else:
        lent = story.topic is not None and is_lent(weights, story.topic)  # else its title has the last word
        titled = None if lent else thing_of(story, weights, nouns)
        story.matter = titled or matter_of(story.topic, weights, nouns)
    story.placed = frozenset(name for name, _ in story.names.most_common(10) if is_placed(name, folded))
    story.strong = bool(story.topic) and len(folded) > SNIPPET
    story.brief = len(folded) <= SNIPPET and not source.title
    story.accused = accused_of(folded[:LONGEST], (name for _, name in story.people[:MANY]))
    story.event = event_told(story, weights, main)
    story.women = women_of((name for _, name in story.people[:MANY]), folded[:LONGEST], story.name_at)
    story.hers = len(HERS.findall(folded)) > len(HIS.findall(folded))
    return story


def read_story(
    folded: str,
    source: Source,
    sentences: Sequence[Sentence],
    trees: Sequence[Tree | None] = (),
    abroad: Foreign | None = None,
) -> Story:
    """The story of a document that is read by itself."""
    return settle(tell(folded, source, sentences, trees, abroad))


def event_told(story: Story, weights: Weights, main: Sequence[Sentence]) -> str | None:
    """The event of a text by its name, unless it only comes up, is one of those tried, of a thing or of no entry."""
    folded, source = weights.folded, weights.source
    title = source.title or next((folded[part.start : part.end] for part in main[:1] if is_heading(part)), None)
    seat = seat_of(story.author, folded) if story.author and is_reporter(story.author) else None
    scene = Scene.of(title, folded, main[0].start if main else 0)
    event = event_of(scene, story.names, story.home, seat, site_of(story.topic))
    beside = (is_of_thing, is_in_passing)
    if event and (is_tried_alone(story, event) or any(aside(story, event, weights) for aside in beside)):
        return None
    event = event and of_vessel(event, weights)
    if event and (entry := defined(weights)) and not set(event.split()) <= set(entry.split()):
        return entry if happened_to(entry) else None
    return event


def site_of(topic: str | None) -> str | None:
    """What a text is about, where its name says that it is a place or a thing: "Alder College", "Lemke Dam"."""
    last = topic.split()[-1].lower() if topic and " " in topic else ""
    sites = (words()["nouns.things"] | words()["nouns.places"]) - words()["nouns.bodies"] | words()["nouns.sites"]
    return topic if last in sites else None


def proper_places(trees: Sequence[Tree | None]) -> frozenset[int]:
    """Where words stand that the tagger takes for names."""
    return frozenset(token.start for tree in trees if tree for token in tree.tokens[:3] if token.is_name)


def persons(folded: str, people: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Those who are named, without the streets where somebody lives: "Ann Ross, 38, of Mill Lane"."""
    homes = {name for start, name in people if HOME.search(folded, max(0, start - len(", 00, of ")), start)}
    return [(start, name) for start, name in people if name not in homes]


def told(
    folded: str,
    source: Source,
    main: Sequence[Sentence],
    proper: frozenset[int] = frozenset(),
    abroad: Foreign | None = None,
) -> Story:
    """The names of a text, counted, with their short forms."""
    story = Story()
    shown = [part for part in spoken(folded, main) if not heads_rows(folded, part)]
    found = freed([(part, *hit) for part in shown for hit in names_in(folded, part)])
    titles = names_of_title(source.title)
    if abroad:
        cut = names_abroad(folded, abroad)
        found = [(part, *hit) for part, at, run, first in found for hit in cut((at, run, first))]
        titles = [name for run in titles for _, name, _ in cut((0, run, False))]
    bind(story, folded, source, found, titles)
    weigh(story, folded, main, found, proper)
    heard = ((turn.start, story.expand(turn.who)) for turn in turns(folded, main).values() if looks_personal(turn.who))
    story.people = persons(folded, sorted({*story.people, *heard}))
    entitle(story, folded, source, main, titles)
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
    said = [*turns(folded, main).values()]
    speakers = frozenset(turn.who.split()[-1].lower() for turn in said)
    vessels = vessels_of(folded, story.names)
    talk = said[0].start if said else 0
    return Weights(folded, source, story.names, story.full, places, opening, speakers, talk, vessels)


def is_placed(name: str, folded: str) -> bool:
    """Whether a name is that of a place: the text says "in" it."""
    return any(
        IN.search(folded, max(0, start - 8), start) is not None and ENDS.match(folded, end) is not None
        for start, end in places(name, folded)
    )
