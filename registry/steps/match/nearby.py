"""The words around a figure, by how close they stand: names, concepts and dates that say what the figure is about.

The words of the same clause count most; a comma, an "and" or another figure in between makes them count less. A
newcomer's mistake: taking the whole sentence. "75 dead, 459 injured" says two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from registry.steps.match import concepts
from registry.steps.match.words import STOP_STEMS, plain, stem, stems

TOKEN = re.compile(r"\d[\d.,]*\w*|[^\W\d_]+(?:['’.-][^\W\d_]+)*|[,;:()–—]|\S")
CLAUSE = frozenset(";:()–—")
JOINTS = frozenset(("and", "while", "but", "or", "whereas", "et", "with"))
FADE = 6.0
CROSSED = {"joint": 0.55, "clause": 0.3, "figure": 0.4}
FLOOR = 0.05
MONTHS = {
    name: at
    for at, names in enumerate(
        (
            "january jan janvier",
            "february feb fevrier",
            "march mar mars",
            "april apr avril",
            "may mai",
            "june jun juin",
            "july jul juillet",
            "august aug aout",
            "september sept sep septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec decembre",
        ),
        1,
    )
    for name in names.split()
}
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
MONTH_DAY = re.compile(
    r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>[A-Za-zéû]{3,9})\.?(?!\w)|\b(?P<n>[A-Z][a-z]{2,8})\.?\s+(?P<e>\d{1,2})(?:st|nd|rd|th)?\b(?!\d|[.,]\d)"
)


REACH = 60
PART = re.compile(
    r"\s+(?:\w+\s+){0,2}of (?:the|them|those|these|whom|which|its|their|his|her|all)\b(?P<of>(?:\s[\w-]+){0,4})"
    r"|\s+d(?:es|'entre)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"""\b(?:(?:prior|previous|preceding|last)\ (?:year|quarter|month|week|season)  # last year 40
        |(?:year|month|week|quarter)s?\ (?:ago|earlier|before)                       # a year ago it was 40
        |previously|formerly|compared\ (?:with|to)|up\ from|down\ from|from)\s*$     # up from 40
      |\b(?:prior|previous|preceding)\ (?:year|quarter|month|record)\b              # 40 in the prior year
      |\b(?:year|quarter|month)s?\ (?:ago|earlier|before)\b
      |\bfor\ comparison\b|\bby\ comparison\b|\b(?:season|year|quarter|month|decade)\ before\b
      |\b(?:pre-[a-z]+|baseline|reference|long-term)\ (?:\w+\ ){0,2}of\s*$          # the pre-war level of 40
      |\b(?:old|previous|former)\ (?:record|high|plan|target|estimate|figure)\b     # the old record of 40
    """,
    re.IGNORECASE | re.VERBOSE,
)
PART_BEFORE = re.compile(
    r"\bof (?:the|these|those|its|their|all)(?P<of>(?:\s[a-z-]+){0,3}), (?:about |some |only |just )?$", re.IGNORECASE
)
BASED = 110
BASE = re.compile(
    r"\b(?P<years>(?:1[89]|20)\d\d\s?(?:-|–|to|and)\s?(?:1[89]|20)?\d\d)\b|\bpre-?industrial\b", re.IGNORECASE
)
ORDERS = re.compile(
    r"\b(?P<which>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[ -](?P<what>[a-z]{3,})",
    re.IGNORECASE,
)
BESIDE = 28
PRO = re.compile(r"\b(?:in favou?r|voted (?:yes|for)|votes for|supported)\b", re.IGNORECASE)
CON = re.compile(r"\b(?:against|voted no|opposed)\b", re.IGNORECASE)
SEASON = re.compile(r"\b(?P<first>(?:19|20)\d\d)[-–/](?P<last>\d\d)\b")
TURNS = re.compile(r"\b(?P<which>this|last) (?P<unit>year|month|week|season|quarter|summer|winter)\b", re.IGNORECASE)
EACH = (
    "second|minute|hour|day|night|week|weekday|month|quarter|season|year|head|person|capita|household|pupil|resident|"
    "inhabitant|share"
)
PER = re.compile(
    rf"""
    ^[^.;:,\d]{{0,40}}?\b(?:an?|per|each|every|(?:on|in)\s+an?\s+(?:typical|average|normal))[ ]
        (?P<each>{EACH})\b(?![ ](?:ago|earlier|before|later|old|after|on[ ]year))   # 600 a day
    | ^[ ]?(?:\w+[ ]){{0,2}}(?P<of>daily|weekly|monthly|hourly|annually|yearly)\b   # 600 tests daily
    """,
    re.IGNORECASE | re.VERBOSE,
)
EVERY = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "hourly": "hour",
    "annually": "year",
    "yearly": "year",
    "weekday": "day",
    "capita": "person",
    "head": "person",
    "inhabitant": "person",
    "resident": "person",
}


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


@dataclass(frozen=True, slots=True)
class Token:
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
    beside = f"{sentence[:start]} … {sentence[end:]}"
    words: dict[str, float] = {}
    for token, weight in weighed:
        for part in token.text.split("-"):
            key = stem(part) if part[:1].isalpha() else ""
            if len(key) > 1 and key not in STOP_STEMS:
                words[key] = max(words.get(key, 0.0), weight)
    return Nearby(
        words=tuple(sorted(words.items())),
        concepts=tuple(sorted(concept_weights(weighed, table).items())),
        names=frozenset(names(tokens, weighed)),
        days=frozenset(days(beside)),
        years=frozenset(m.group() for m in YEAR.finditer(beside)),
        spans=frozenset(name for pattern, name in SPANS if pattern.search(sentence)),
        part=portion(sentence, end) or portion_before(sentence, start),
        per=per(sentence, end),
        base=bases(sentence, end),
        season=season(sentence),
        orders=frozenset((match["which"].lower(), stem(match["what"])) for match in ORDERS.finditer(sentence)),
        stance=stance(sentence[max(0, start - BESIDE) : start], sentence[end : end + BESIDE]),
        turn=turn(sentence),
        past=bool(PAST.search(around(sentence, start, end))),
        close_days=frozenset(days(around(sentence, start, end))),
        close_years=frozenset(m.group() for m in YEAR.finditer(around(sentence, start, end))),
    )


def portion_before(sentence: str, start: int) -> tuple[str, ...]:
    """The same where the whole is named first ("Of the injured, 22")."""
    found = PART_BEFORE.search(sentence[:start])
    return stems(found["of"]) or ("",) if found else ()


def bases(sentence: str, end: int) -> frozenset[str]:
    """What a difference is measured from: the years of a reference period, or an epoch."""
    found = BASE.finditer(sentence[end : end + BASED])
    return frozenset(re.sub(r"\D+", "-", match["years"]) if match["years"] else "pre-industrial" for match in found)


def stance(before: str, after: str) -> str:
    """Whether a figure counts those for something or those against it."""
    pro, con = (bool(pattern.search(before) or pattern.search(after)) for pattern in (PRO, CON))
    return "" if pro == con else "for" if pro else "against"


def season(sentence: str) -> str:
    """The season that a sentence speaks of, where it names just one: "2021-22"."""
    found = {f"{match['first']}-{match['last']}" for match in SEASON.finditer(sentence) if follows(match)}
    return found.pop() if len(found) == 1 else ""


def follows(season: re.Match[str]) -> bool:
    """Whether the second year is the one after the first."""
    return (int(season["first"]) + 1) % 100 == int(season["last"])


def turn(sentence: str) -> tuple[str, str] | None:
    """Whether a sentence speaks of this year (month, week, ...) or of the last one, where it speaks of one of them."""
    found = {(match["which"].lower(), match["unit"].lower()) for match in TURNS.finditer(sentence)}
    return found.pop() if len(found) == 1 else None


def per(sentence: str, end: int) -> str:
    """For each of what a figure is ("600 a day"); "" where it is a figure of its own."""
    found = PER.match(sentence[end:])
    word = (found["each"] or found["of"]).lower() if found else ""
    return EVERY.get(word, word)


def portion(sentence: str, end: int) -> tuple[str, ...]:
    """Of what a figure is a part ("550 of the injured"), up to the first word that is no name for it; "" where nothing
    says of what."""
    found = PART.match(sentence, end)
    if not found:
        return ()
    words = stems(
        re.split(r"\b(?:who|that|which|were|was|are|is|had|have|has|in|at|on|to|from)\b", found["of"] or "")[0]
    )
    return words or ("",)


def around(sentence: str, start: int, end: int) -> str:
    """The clause that holds a figure, at most so many characters to either side."""
    before = re.split(r"[;:]|, (?:and|while|but) ", sentence[max(0, start - REACH) : start])[-1]
    after = re.split(r"[;:]|, (?:and|while|but) ", sentence[end : end + REACH])[0]
    return f"{before} {after}"


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
