"""The words around a figure, by how close they stand: names, concepts and dates that say what the figure is about.

The words of the same clause count most; a comma, an "and" or another figure in between makes them count less. A
newcomer's mistake: taking the whole sentence. "75 dead, 459 injured" says two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from registry.steps.match import concepts
from registry.steps.match.bounds import (
    AGAINST,
    BESIDE,
    ORDERS,
    PAST,
    around,
    bases,
    per,
    portion,
    portion_before,
    season,
    stance,
    turn,
)
from registry.steps.match.words import STOP_STEMS, plain, stem
from registry.steps.recognise.tables import read

TOKEN = re.compile(r"\d[\d.,]*\w*|[^\W\d_]+(?:['’.-][^\W\d_]+)*|[,;:()–—]|\S")
CLAUSE = frozenset(";:()–—")
JOINTS = frozenset(("and", "while", "but", "or", "whereas", "et", "with"))
FADE = 6.0
CROSSED = {"joint": 0.55, "clause": 0.3, "figure": 0.4}
FLOOR = 0.05
MONTHS = {plain(name): at for code in ("en", "fr") for name, at in read(f"words_{code}.toml")["months"].items()}
SPANS = (
    (re.compile(r"\b(?:first|1st) quarter\b|\bq1\b|\bfirst three months\b", re.IGNORECASE), "q1"),
    (re.compile(r"\b(?:second|2nd) quarter\b|\bq2\b", re.IGNORECASE), "q2"),
    (re.compile(r"\b(?:third|3rd) quarter\b|\bq3\b", re.IGNORECASE), "q3"),
    (re.compile(r"\b(?:fourth|4th|final|last) quarter\b|\bq4\b", re.IGNORECASE), "q4"),
    (re.compile(r"\b(?:first half|half[- ]year|first six months|six months to june)\b|\bh1\b", re.IGNORECASE), "h1"),
    (re.compile(r"\b(?:first )?nine months\b|\b9m\b", re.IGNORECASE), "9m"),
    (re.compile(r"\bsecond half\b|\bh2\b", re.IGNORECASE), "h2"),
    (re.compile(r"\b(?:full[- ]year|for the year|annual|whole year|twelve months|12 months)\b", re.IGNORECASE), "year"),
)
YEAR = re.compile(r"(?<![\d.,€$£])(?:1[89]|20)\d\d(?![\d%])")
# When something came to be says for when nothing else holds: "set up in 1912 and has 2,400 staff".
ORIGIN = re.compile(
    r"\b(?:founded|established|set up|put up|formed|incorporated|created|built|born|erected) (?:back )?in "
    r"(?:early |late |mid-)?(?:the )?(?:[A-Z][a-z]+ )?(?:1[5-9]|20)\d\d\b"
    r"|\b(?:was|were|been|,) (?:opened|inaugurated|commissioned) in (?:1[5-9]|20)\d\d\b"
)
# The year that a change is measured from is not the one it is of: "4.5 percent more than in 2023".
MEASURED_FROM = re.compile(
    r"\b(?:than(?: in)?|compared (?:with|to)|versus) (?:the )?(?:(?:full[- ])?year )?(?:19|20)\d\d\b"
)
MONTH_DAY = re.compile(
    r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>[A-Za-zéû]{3,9})\.?(?!\w)|\b(?P<n>[A-Z][a-z]{2,8})\.?\s+(?P<e>\d{1,2})(?:st|nd|rd|th)?\b(?!\d|[.,]\d)"
)


@dataclass(frozen=True, slots=True)
class Nearby:
    """Stems with their weights, concepts with their weights, proper names, and the dates and periods mentioned."""

    words: tuple[tuple[str, float], ...]
    concepts: tuple[tuple[str, float], ...]
    names: frozenset[str]
    days: frozenset[str]
    years: frozenset[str]
    spans: frozenset[str]
    part: tuple[str, ...]
    per: str
    base: frozenset[str]
    season: str
    orders: frozenset[tuple[str, str]]
    stance: str
    turn: tuple[str, str] | None
    past: bool
    close_days: frozenset[str]
    close_years: frozenset[str]


class Token(NamedTuple):
    """A word of a sentence and where it stands."""

    text: str
    start: int
    end: int


def nearby(sentence: str, start: int, end: int) -> Nearby:
    """What stands around `sentence[start:end]`."""
    return seen(sentence, start, end, concepts.default())


@lru_cache(maxsize=20_000)
def seen(sentence: str, start: int, end: int, table: concepts.Table) -> Nearby:
    """The same, kept for each table of concepts."""
    tokens = [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(sentence)]
    weighed = list(weights(tokens, start, end))
    beside, clause = f"{sentence[:start]} … {sentence[end:]}", around(sentence, start, end)
    words: dict[str, float] = {}
    for token, weight in weighed:
        for key in keys_of(token.text):
            words[key] = max(words.get(key, 0.0), weight)
    return Nearby(
        words=tuple(sorted(words.items())),
        concepts=tuple(sorted(concept_weights(weighed, table).items())),
        names=frozenset(names(tokens, weighed)),
        days=frozenset(days(beside)),
        years=frozenset(years(beside)),
        spans=frozenset(name for pattern, name in SPANS if pattern.search(beside)),
        part=portion(sentence, end) or portion_before(sentence, start),
        per=per(sentence, end),
        base=bases(sentence, end),
        season=season(sentence),
        orders=frozenset((match["which"].lower(), stem(match["what"])) for match in ORDERS.finditer(beside)),
        stance=stance(sentence[max(0, start - BESIDE) : start], sentence[end : end + BESIDE]),
        turn=turn(sentence),
        past=bool(PAST.search(AGAINST.sub("", clause))),
        close_days=frozenset(days(clause)),
        close_years=frozenset(years(clause)),
    )


def keys_of(token: str) -> list[str]:
    """The stems that a token is known by, hyphenated words taken apart."""
    keys = (stem(part) for part in token.split("-") if part[:1].isalpha())
    return [key for key in keys if len(key) > 1 and key not in STOP_STEMS]


@lru_cache(maxsize=20_000)
def stems_near(sentence: str) -> frozenset[str]:
    """The stems of all words that could stand near a figure of a sentence."""
    return frozenset(key for found in TOKEN.finditer(sentence) for key in keys_of(found.group()))


def years(sentence: str) -> Iterator[str]:
    """The years that a sentence speaks of, without those in which a thing was made ("built in 1983") or from which a
    change is measured."""
    return (found.group() for found in YEAR.finditer(MEASURED_FROM.sub("", ORIGIN.sub("", sentence))))


def weights(tokens: list[Token], start: int, end: int) -> Iterator[tuple[Token, float]]:
    """The words of a sentence outside the figure, with their weights."""
    before = [token for token in tokens if token.end <= start]
    after = [token for token in tokens if token.start >= end]
    yield from faded(before[::-1], 0.8)
    yield from faded(after, 1.0)


def faded(tokens: list[Token], weight: float) -> Iterator[tuple[Token, float]]:
    """Words that lead away from the figure, each a little less telling. What stands in brackets is stepped over."""
    factor, distance = weight, 0
    outside: float | None = None
    for token in tokens:
        if token.text in "()":
            factor, outside = (outside, None) if outside is not None else (factor * CROSSED["clause"], factor)
            continue
        factor *= crossing(token)
        yield token, max(FLOOR, factor / (1 + distance / FADE))
        distance += outside is None


def crossing(token: Token) -> float:
    """How much a token separates what is on either side of it."""
    if token.text in CLAUSE:
        return CROSSED["clause"]
    if token.text == "," or token.text.lower() in JOINTS:
        return CROSSED["joint"]
    return CROSSED["figure"] if token.text[0].isdigit() else 1.0


def concept_weights(weighed: list[tuple[Token, float]], table: concepts.Table) -> dict[str, float]:
    """The concepts named around the figure, each with the weight of its closest word."""
    ordered = sorted(
        ((t, w) for t, w in weighed if t.text[0].isalpha() and not month(t)), key=lambda item: item[0].start
    )
    flat = [(part, weight) for token, weight in ordered for part in token.text.split("-") if part]
    words = [stem(part) for part, _ in flat]
    found: dict[str, float] = {}
    at = 0
    while at < len(words):
        size = concepts.longest_at(words, at, table)
        for concept in concepts.at_word(words, at, size, flat[at][0], table) if size else ():
            best = max(weight for _, weight in flat[at : at + size])
            found[concept] = max(found.get(concept, 0.0), best)
        at += max(1, size)
    joint, _ = concepts.joined(frozenset(stem(part) for part, weight in flat if weight > 0.2), table)
    return found | dict.fromkeys(joint, 1.0)


def month(token: Token) -> bool:
    """Whether a word is the name of a month."""
    return token.text[0].isupper() and plain(token.text) in MONTHS


def names(tokens: list[Token], weighed: list[tuple[Token, float]]) -> Iterator[str]:
    """Capitalised words of the sentence beside its first word, where they are close enough to matter."""
    first = tokens[0].start if tokens else 0
    shouting = sum(t.text[0].isupper() for t in tokens if t.text[0].isalpha()) * 2 > sum(
        t.text[0].isalpha() for t in tokens
    )
    for token, weight in weighed:
        proper = token.text[0].isupper() and token.start != first and plain(token.text) not in MONTHS
        if proper and not shouting and weight >= 0.2:
            yield stem(token.text)


def days(sentence: str) -> Iterator[str]:
    """Days of the year mentioned, as month-day."""
    for found in MONTH_DAY.finditer(sentence):
        month = MONTHS.get(plain(found["m"] or found["n"]))
        if month:
            yield f"{month}-{int(found['d'] or found['e'])}"
