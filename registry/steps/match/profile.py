"""What of a claim matters for matching, worked out once: concepts, acts, modifiers, names, scope.

A newcomer's mistake: comparing words of two claims. Compare their profiles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from registry.model.assertion import UNTOLD, Claim, Kind, Status, Value
from registry.model.moment import Moment
from registry.steps.match import concepts
from registry.steps.match.asked import asked, with_question
from registry.steps.match.bearers import Bearer, bearer
from registry.steps.match.entities import Same, compare
from registry.steps.match.lines import agent, elliptic, frame, label, level, names, numbers, owner, row, voice
from registry.steps.match.nearby import Nearby, nearby, stems_near
from registry.steps.match.stated import attribute_words, dimension, moved, stated
from registry.steps.match.verbs import last_verb
from registry.steps.match.words import STOP_STEMS, content, lists, stem, stems
from registry.steps.resolve.words import words as told_words

EPISODE = "episode "
CLOSE = 0.8
SPOKEN = 0.3
SPEAKERS = frozenset(stem(word) for word in lists()["speakers"]["words"].split())
NEAR = 0.35
GRANTED = re.compile(
    r"(?:\w['’]s|s['’]|\b(?:its|their|our|his|her)|\ball(?: the)?|\b(?:each|any|most|none|many|all) of the)\s+$",
    re.IGNORECASE,
)

# What a poll asks is supposed only in its wording: one that asks otherwise found the same.
POLLED = re.compile(
    r"\bif (?!it |they |he |she |we )[^,.]{0,60}\b(?:elections?|vote|ballot)\b[^,.]{0,60},"
    r"|\bif \w+ (?:voted|went to the polls)\b"
    r"|\bwould (?:be (?:supported|backed)|vote|back|support|elect|choose|prefer)\b",
    re.IGNORECASE,
)
# Who has done something with what is counted gives no figure: "the prosecution has named 31 witnesses".
DONE = re.compile(
    r"\b(?P<who>[a-z]+) (?:has|have|had) (?:called|named|hired|sent|arrested|detained|deployed|lost|received|employed"
    r"|appointed|dismissed|paid|bought|sold|ordered|built|closed|opened|killed|captured|freed|rescued|treated|spent)\b"
)
COUNTED = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|"
    r"(?:dozens|hundreds|thousands) of) (?P<who>[^\W\d_]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim as the matcher sees it. All words are stems."""

    things: frozenset[str]
    acts: frozenset[str]
    modifiers: frozenset[str]
    heads: frozenset[str]
    dimension: str
    subject: str | None
    topic: str | None
    place: str | None
    period: Moment | None
    context: frozenset[str]
    sentence: frozenset[str]
    direction: str | None
    figures: frozenset[str]
    near: Nearby
    core: frozenset[str]
    voice: frozenset[str]
    value: Value
    day: date | None
    title: str | None
    document: str
    sentence_start: int
    speaker: str | None
    status: str
    label: str
    frame: tuple[str, str]
    row: bool
    names: frozenset[str]
    as_of: Moment | None
    owner: str
    sentence_end: int
    elliptic: bool
    numbers: frozenset[str]
    agent: str
    level: str
    text: str
    words: str
    verb: str
    bearer: Bearer
    episode: str
    attribute: tuple[str, ...]
    asked: frozenset[str]

    @property
    def named(self) -> frozenset[str]:
        """Everything the concept table knows about what is stated."""
        return self.things | self.acts


def profile(claim: Claim) -> Profile:
    """The profile of a claim."""
    return drawn(claim, concepts.default())


@lru_cache(maxsize=20_000)
def drawn(claim: Claim, table: concepts.Table) -> Profile:
    """The profile of a claim as a table of concepts has it."""
    said, words = claim.assertion, attribute_words(claim)
    things, acts, rest = stated(claim, table)
    question = asked(claim)
    near = with_question(around(claim), question)
    return Profile(
        things=things,
        acts=acts,
        modifiers=frozenset(word for word in rest if word not in plain_words()),
        heads=frozenset() if said.kind is Kind.ROLE else head(claim),
        dimension=dimension(claim),
        subject=subject(claim),
        topic=said.topic,
        place=said.scope.place,
        period=said.scope.period,
        context=frozenset(part for word in said.context for part in stems(word)) - STOP_STEMS,
        sentence=content(claim.sentence.exact) | content(question),
        direction=said.direction,
        figures=frozenset(stem(part) for part in claim.span.exact.split()),
        near=near,
        core=frozenset() if said.kind is Kind.ROLE else core(things | acts, near),
        voice=voice(claim),
        value=said.value,
        day=claim.source.published,
        title=claim.source.title,
        document=claim.source.id,
        sentence_start=claim.sentence.start,
        status=status(claim).value,
        label=label(claim),
        frame=frame(claim),
        row=row(claim),
        names=names(claim),
        owner=owner(claim),
        sentence_end=claim.sentence.end,
        elliptic=elliptic(claim),
        numbers=numbers(claim),
        agent=agent(claim),
        level=level(claim),
        words=claim.sentence.exact,
        text=f"{claim.sentence.exact} {said.attribute.label if said.attribute else ''}",
        verb=last_verb(said.verb),
        as_of=said.scope.as_of if said.scope.as_of_from == "stated" else None,
        speaker=speaker(claim, near),
        bearer=bearer(claim),
        episode=next((note.removeprefix(EPISODE) for note in said.notes if note.startswith(EPISODE)), ""),
        attribute=words,
        asked=content(question) - content(claim.sentence.exact),
    )


def subject(claim: Claim) -> str | None:
    """What the claim is about; whoever publishes or says it is not, nor a year, nor what its text alone is about."""
    said = claim.assertion
    if not said.subject or said.subject.label.isdigit() or UNTOLD in said.notes:
        return None
    tellers = [name for name in (claim.source.publisher, said.asserted_by and said.asserted_by.label) if name]
    told = any(compare(said.subject.label, name) is Same.YES for name in tellers)
    return None if told and said.kind is not Kind.ROLE else said.subject.label


def around(claim: Claim) -> Nearby:
    """What stands around the figure in its sentence."""
    start = claim.span.start - claim.sentence.start
    return nearby(claim.sentence.exact, start, start + len(claim.span.exact))


def head(claim: Claim) -> frozenset[str]:
    """The stem of the noun that an attribute is about, unless the noun says nothing."""
    return frozenset(moved(claim, stems(claim.assertion.head or ""))[-1:]) - plain_words()


def core(named: frozenset[str], near: Nearby) -> frozenset[str]:
    """What is most plausibly counted: what the attribute names, or the concept that stands closest."""
    around = dict(near.concepts)
    best = max(around.values(), default=0.0)
    if named & around.keys() or (named and best < CLOSE):
        return named
    return frozenset(c for c, weight in around.items() if weight >= max(best - 0.05, NEAR)) or named


def status(claim: Claim) -> Status:
    """Whether it is so; a plan for "the league's 12 clubs" takes for granted that there are twelve."""
    before = claim.sentence.exact[: max(0, claim.span.start - claim.sentence.start)]
    granted = claim.assertion.status is Status.PLANNED and GRANTED.search(before)
    share = claim.assertion.kind in (Kind.PERCENT, Kind.FRACTION)
    polled = share and claim.assertion.status is Status.HYPOTHETICAL and POLLED.search(claim.sentence.exact)
    return Status.ACTUAL if granted or polled else claim.assertion.status


def said_by(claim: Claim) -> str | None:
    """Who says so, as the profile has it: without one where nobody is quoted and no body that speaks is named."""
    own = claim.assertion.asserted_by is None and not asked(claim)
    return None if own and SPEAKERS.isdisjoint(stems_near(claim.sentence.exact)) else profile(claim).speaker


def speaker(claim: Claim, near: Nearby) -> str | None:
    """Who says so: as it was read, or the body that stands closest to the figure ("police counted 900"); nobody who is
    counted ("12 experts")."""
    if claim.assertion.asserted_by:
        who = claim.assertion.asserted_by.label
        return who if who not in told_words()["speech.hosts"] else None  # who asks is no party
    own = content(claim.assertion.subject.label) if claim.assertion.subject else frozenset()  # "the Union runs four"
    counted = {*own, *attribute_words(claim), *(stem(found["who"]) for found in COUNTED.finditer(claim.sentence.exact))}
    close = [(weight, word) for word, weight in near.words if word in SPEAKERS - counted and weight >= SPOKEN]
    if close:
        done = {stem(found["who"]) for found in DONE.finditer(claim.sentence.exact)}
        close = [(weight, word) for weight, word in close if word not in done]
    return max(close)[1] if close else None


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    """Stems that say nothing about what is counted."""
    return concepts.default().general | STOP_STEMS
