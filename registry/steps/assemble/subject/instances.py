"""Another event of the kind that a document is about: "In 2006 a quake in Arle killed 43,000".

A newcomer's mistake: giving every death to the event of the title. Reports recall what happened before, and call it by
its year and with "a".
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from registry.model.assertion import Kind
from registry.model.moment import Moment, Precision
from registry.steps.assemble.spot import Page, Spot
from registry.steps.fragments import TO_TWELVE
from registry.steps.resolve.words import words

BEFORE = 300
PLACED = re.compile(r" in ([A-Z][\w-]+(?: [A-Z][\w-]+)?)")
OPENING, LATELY = 24, 60
# "in that crash" takes up the one that was told last, where that was another: "after another coach overturned".
BACK = re.compile(r"\b(?:in|by|from|after|during) that (?P<kind>[a-z]+)\b")
EARLIER = re.compile(
    rf"\b(?:another (?!\d|{TO_TWELVE}\b)|an? (?:earlier|previous|prior|similar|separate|different"
    r"|unrelated|deadlier|worse) )",
    re.I,
)
CALLED = frozenset({"accident", "incident", "disaster", "tragedy"})


def instance(spot: Spot) -> str | None:
    """The other event that a figure is told of, by its kind, its place and its year."""
    event, page = spot.page.story.event, spot.page
    if not event:
        return None
    kind = event.split()[-1].lower()
    if (before := taken_back(spot)) is not None:
        return before
    line, at = spot.words, spot.mention.start - spot.sentence.start
    cues = [hit for hit in recalling(words().aliases.get(kind, kind)).finditer(line) if hit.start() <= at]
    if not cues:
        return carried(spot)
    ahead = [hit.start() for hit in recalling(words().aliases.get(kind, kind)).finditer(line) if hit.start() > at]
    year = year_of(spot, cues[-1].start(), ahead[0] if ahead else len(line))
    if year is None:
        return None
    place = PLACED.match(line, cues[-1].end())
    told = f"{place[1]} " if place else ""
    label = f"{told}{words().aliases.get(kind, kind)} of {year}"
    if cues[-1].start() < OPENING:
        page.recalled = spot.number, label
    return label


def taken_back(spot: Spot) -> str | None:
    """Another event that was told just before, taken up with "that": "Four people died in that crash"."""
    hit = BACK.search(spot.words)
    kinds = words()["nouns.event"] | CALLED
    if hit is None or hit["kind"] not in kinds or EARLIER.search(spot.words):
        return None
    last = spot.number - 1
    if last < 0 or not EARLIER.search(spot.page.line(last)):
        return None
    number, label = spot.page.recalled or (-2, "")
    return label if number == last else f"earlier {words().aliases.get(hit['kind'], hit['kind'])}"


def carried(spot: Spot) -> str | None:
    """The event recalled by the sentence before, of the same paragraph, where this one has no day of its own."""
    number, label = spot.page.recalled or (-2, "")
    if number == spot.number:
        return label
    same = number == spot.number - 1 and spot.page.sentences[number].block is spot.sentence.block
    dated = any(one.kind is Kind.DATE for one in spot.page.mentions[spot.number])
    return label if same and not dated else None


def year_of(spot: Spot, start: int, end: int) -> int | None:
    """The year, long before the document, that a clause tells of: the first behind its opening, or the last before."""
    known = written(spot.page)
    dates = [
        (one.start - spot.sentence.start, one.value)
        for one in spot.page.mentions[spot.number]
        if one.kind is Kind.DATE and isinstance(one.value, Moment)
    ]
    behind = [value for place, value in dates if start <= place < end]
    before = [value for place, value in dates if place < start]
    value = behind[0] if behind else before[-1] if before else None
    if value is None or known is None or value.high.year != value.low.year:
        return None
    lately = (known - value.high).days < BEFORE
    if lately and not (value.precision is Precision.YEAR and value.high.year < known.year):
        return None
    return value.high.year if is_news(spot.page, known) else None


def is_news(page: Page, known: date) -> bool:
    """Whether a document tells of what happened lately: one that only looks back is about what it recalls."""
    told = (one.value for some in page.mentions for one in some if isinstance(one.value, Moment))
    return any(0 <= (known - value.high).days <= LATELY for value in told if value.precision is not Precision.YEAR)


def written(page: Page) -> date | None:
    """When a document was written: its day, or else the last one that it tells of."""
    if page.source.published is not None:
        return page.source.published
    told = (one.value.high for some in page.mentions for one in some if isinstance(one.value, Moment))
    return max(told, default=None)


@lru_cache(maxsize=64)
def recalling(kind: str) -> re.Pattern[str]:
    """A first mention of an event of a kind: "a magnitude 5.6 quake", "another fire", "one that struck"."""
    alike = sorted({kind, *(word for word, name in words().aliases.items() if name == kind)})
    verbs = sorted(verb for verb, name in words().happenings.items() if name in alike)
    return re.compile(
        rf"\b(?:(?:[Aa]n?|[Aa]nother) (?:[\w.,-]+ ){{0,5}}?(?:{'|'.join(alike)})\b"
        r"(?! (?:zone|area|expert|victim|warning))"
        r"|(?:the |an? )?(?:one|those) (?:that|which) [a-z]+ "
        rf"|\w+ (?:that|which) (?:{'|'.join(verbs) or 'struck'})\b)"
    )
