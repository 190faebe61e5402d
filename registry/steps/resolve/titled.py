"""The thing that a title calls by its noun: "clean air zone" in "Clean air zone: the first year".

A newcomer's mistake: every noun of a title. What a text is about opens the title before a colon, or has an article, and
the text comes back to it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from registry.steps.resolve.counting import is_plural
from registry.steps.resolve.matter import Noun, matter_of, thing_titled
from registry.steps.resolve.names import singular
from registry.steps.resolve.publisher import seat_of
from registry.steps.resolve.runs import looks_personal
from registry.steps.resolve.standing import Weights, named, only_tells
from registry.steps.resolve.story import Story
from registry.steps.resolve.words import common_nouns, words

PARTS = re.compile(r"\s*(?:[:;?!|\u2013\u2014]|\s-\s|,\s)\s*")
YEAR = re.compile(r" (?:19|20)\d\d$")
ARTICLE = re.compile(r"\b(?:the|our|its|their) ", re.I)
JOINT = re.compile(r"\b(?:of|on|about) (?=[a-z\d])")
RULES = re.compile(
    r"\b(?:approve|back|reject|adopt|pass|block|delay|ban|scrap|endorse|veto|shelve|halt|suspend)(?:e?s|ed)? (?=[a-z])"
)
WORD = re.compile(r"[A-Za-z][a-z]*(?:-[a-z]+)*$")
LONGEST, AGAIN = 4, 1


def thing_of(story: Story, weights: Weights, nouns: Mapping[str, Noun]) -> str | None:
    """The thing that a title calls by its noun, with the place that belongs to it, where it does not name the topic."""
    topic, title = story.topic, weights.title
    phrase = phrase_titled(title, weights.folded, nouns)
    if topic and (whole := thing_behind(title, topic, weights.folded, nouns)):
        return whole
    if topic and not looks_personal(topic) and (ruled := phrase_ruled(title, weights.folded, nouns)):
        return f"{topic} {ruled}" if named(title, topic) else ruled
    heads = phrase is not None and opens(title, phrase) and (topic is None or not title.startswith(topic))
    short = [one for one, full in story.full.items() if full == topic]
    if topic and any(named(title, one) for one in (topic, *short)) and not (heads and is_body(topic)):
        # "The desalination plant at Norwind": the title joins both, elsewhere the name stands alone.
        return f"{topic} {phrase}" if phrase and at_place(title, phrase, topic) else None
    if phrase and (topic is None or is_aside(story, topic, weights) or (heads and is_body(topic))):
        # "Clean air zone: the first year" of a city's council: the zone is that of the city.
        place = story.home or (seat_of(story.author, weights.folded) if story.author else None)
        return f"{place} {phrase}" if place else phrase
    if phrase and (heads or matter_of(topic, weights, nouns) == f"{topic} {phrase.split()[-1]}"):
        return f"{topic} {phrase}"
    return thing_titled(title, nouns) if topic and only_tells(weights, topic) else None


def thing_behind(title: str, topic: str, folded: str, nouns: Container[str]) -> str | None:
    """The thing that a title calls by a name and the nouns behind it: "Milford metro extension delayed again"."""
    at = title.find(f"{topic} ")
    if at < 0 or (at > 0 and title[at - 1].isalpha()):
        return None
    run = plain(title[at + len(topic) :].split()[:LONGEST], nouns)
    table = words()
    idle = table["levels.quantities"] | table["nouns.rates"] | table["nouns.money"] | table["nouns.measures"]
    if len(run) < 2 or is_plural(topic) or set(run) & idle or not comes_back(run[-1], folded.lower()):
        return None
    written = title[at + len(topic) :].lower().split()
    return f"{topic} {' '.join(run)}" if not any(word.endswith("s") for word in written[: len(run)]) else None


def is_aside(story: Story, topic: str, weights: Weights) -> bool:
    """Whether a name that the title does not hold is hardly what a text is about: who tells, a body by its noun."""
    return topic == story.author or topic[:1].islower() or looks_personal(topic) or only_tells(weights, topic)


def is_body(name: str) -> bool:
    """Whether a name is that of a body: a committee, a court, a company's board."""
    return bool({singular(word) for word in name.lower().split()} & words()["nouns.bodies"])


def phrase_titled(title: str, folded: str, nouns: Container[str]) -> str | None:
    """The noun phrase before the colon of a title, or behind an article, if the text comes back to it."""
    low = folded.lower()
    found = [one for one in phrases(title, nouns) if " " in one and comes_back(one, low)]
    return max(found, key=lambda one: (len(one.split()), low.count(one)), default=None)


def phrase_ruled(title: str, folded: str, nouns: Container[str]) -> str | None:
    """What somebody decides on in a title: "Province approves lithium mine", "Senate rejects toll bridge"."""
    hit = RULES.search(title)
    run = plain(ARTICLE.sub("", title[hit.end() - 1 :]).split()[: LONGEST + 1], nouns) if hit else []
    return " ".join(run) if len(run) > 1 and comes_back(run[-1], folded.lower()) else None


def phrases(title: str, nouns: Container[str]) -> Iterator[str]:
    """The noun phrases of a title: a part of its own, and what follows an article."""
    parts = PARTS.split(title)
    for part in parts[: len(parts) - 1 or None]:
        tokens = YEAR.sub("", part).split()
        run = plain(tokens, nouns)
        if run and len(run) == len(tokens):
            yield " ".join(run)
    for hit in [*ARTICLE.finditer(title), *JOINT.finditer(title)]:
        tokens = title[hit.end() :].split()[: LONGEST + 1]
        counted = tokens[:1] and (tokens[0].isdigit() or tokens[0] in words()["capitals.numbers"])
        run = plain(tokens[1:] if counted else tokens, nouns)
        if run:
            yield " ".join(run)


def plain(tokens: list[str], nouns: Container[str]) -> list[str]:
    """The words at the beginning that can be one noun phrase, up to its last noun in the singular."""
    run: list[str] = []
    for token in tokens[:LONGEST]:
        bare = token.strip("\"'().,:;?!")
        if not WORD.match(bare) or (run and bare[:1].isupper()) or is_joint(bare.lower()):
            break
        run.append(bare.lower())
        if bare != token:
            break
    while run and not is_noun(run[-1], nouns):
        run.pop()
    acting = any(singular(word) != word and singular(word) in words()["nouns.persons"] for word in run[:-1])
    return [*run[:-1], singular(run[-1])] if run and is_thing(run[-1]) and not acting else []


def is_joint(low: str) -> bool:
    """Whether a word cannot stand within a noun phrase: a joint, a number, a month."""
    table = words()
    counted = all(part in table["capitals.numbers"] for part in low.split("-"))
    return low in table["titles.joints"] or counted or low in table["scope.calendar"]


def is_noun(word: str, nouns: Container[str]) -> bool:
    """Whether a word of a title is a noun that the text or a table knows."""
    return singular(word) in nouns or singular(word) in common_nouns()


def is_thing(word: str) -> bool:
    """Whether a noun is one for something that a text can be about."""
    table = words()
    dull = table["nouns.idle"] | table["nouns.people"] | table["nouns.persons"]
    dull |= table["publishers.reporters"] | table["publishers.bodies"] | table["nouns.bodies"]
    return singular(word) not in dull | table["titles.genres"]


def comes_back(phrase: str, low: str) -> bool:
    """Whether a text has the noun of a phrase again, in the singular or the plural."""
    head = phrase.split()[-1]
    shape = rf"{re.escape(head[:-1])}(?:y|ies)" if head.endswith("y") else rf"{re.escape(head)}(?:e?s)?"
    return len(re.findall(rf"\b{shape}\b", low)) >= AGAIN


def opens(title: str, phrase: str) -> bool:
    """Whether a title is a noun phrase, or begins with it before a colon."""
    return re.match(rf"(?:the )?{re.escape(phrase)}(?:e?s)?(?: (?:19|20)\d\d)?(?:$|:)", title, re.I) is not None


def at_place(title: str, phrase: str, name: str) -> bool:
    """Whether a title joins a name to a noun phrase: "the desalination plant at Norwind"."""
    joint = r"(?:e?s)? (?:at|in|of|on|near|for) (?:the )?"
    return re.search(rf"\b{re.escape(phrase)}{joint}{re.escape(name)}\b", title, re.I) is not None
