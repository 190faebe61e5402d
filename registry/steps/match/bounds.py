"""What narrows a figure in its clause: the whole it is a part of, a rate, a base, a season, a side.

A newcomer's mistake: looking across a semicolon. Another clause narrows another figure.
"""

from __future__ import annotations

import re

from registry.steps.kept import compiled
from registry.steps.match.words import stems

REACH = 60
PART = compiled(
    r"\s+(?:\w+\s+){0,2}of (?:the|them|those|these|whom|which|its|their|his|her|all)\b(?P<of>(?:\s[\w-]+){0,4})"
    r"|\s+of (?P<told>\d[\w,]*(?: [\w-]+){1,3})|\s+d(?:es|'entre)\b",
    re.IGNORECASE,
)
CLAUSE = compiled(r"[;:]|, (?:and|while|but) | and (?=(?:is|are|was|were|has|have|had|will|would)\b)")
PAST = compiled(
    r"""\b(?:(?:prior|previous|preceding|last)\ (?:year|quarter|month|week|season)  # last year 40
        |(?:year|month|week|quarter)s?\ (?:ago|earlier|before)                       # a year ago it was 40
        |previously|formerly|compared\ (?:with|to)|up\ from|down\ from|from)\s*$     # up from 40
      |\b(?:prior|previous|preceding)\ (?:year|quarter|month|record)\b              # 40 in the prior year
      |\b(?:year|quarter|month)s?\ (?:ago|earlier|before)\b
      |\b(?:last|the\ previous)\ (?:year|quarter|month|week|season)
          \ (?:it|they|this|that|there|the\ \w+)\ (?:was|were|had\ been)\b               # last year it was 40
      |\bfor\ comparison\b|\bby\ comparison\b|\b(?:season|year|quarter|month|decade)\ before\b
      |\b(?:pre-[a-z]+|baseline|reference|long-term)\ (?:\w+\ ){0,2}of\s*$          # the pre-war level of 40
      |\b(?:old|previous|former)\ (?:record|high|plan|target|estimate|figure)\b     # the old record of 40
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What a figure is only held against: "5 percent more than a year earlier", "compared with the previous month".
AGAINST = compiled(
    r"\b(?:than|on|over(?! (?:an?|one|two|three|four|five|six|ten|\d+) [a-z]+ ago\b)|against|compared (?:with|to))"
    r" (?:that |those |it was )?(?:(?:in|at|for|of) )?"
    r"(?:the |an? |one |two |three |four |five |six |ten |\d+ )?"
    r"(?:(?:same|corresponding) (?:period|month|quarter|week|day|time) )?(?:(?:of|in|a) )?(?:the )?"
    r"(?:(?:prior|previous|preceding|last) )?(?:year|quarter|month|week|season)s?(?:['’]s)?"
    r"(?: (?:ago|earlier|before))?\b",
    re.IGNORECASE,
)
WHOLE_ENDS = compiled(
    r"\b(?:who|that|which|were|was|are|is|had|have|has|in|at|on|to|from|did|do|never|not|died|drowned|perished|survived"
    r"|escaped|disappeared|voted|failed|agreed|remained|returned|arrived|went|came|fell|took|got|lost|won|said|say|stayed"
    r"|lived|live|work|worked|resigned|refused|left)\b",
    re.IGNORECASE,
)
PART_BEFORE = compiled(
    r"\bof (?:the|these|those|its|their|all|(?=\d[\d,.]* [a-z]))(?: ?(?:about |some )?\d[\d,.]*)?"
    r"(?P<of>(?:\s[a-z-]+){0,3}?)(?: (?:that|which|who)(?: [a-z-]+){1,4})?, "  # "of 96 kitchens that were open, 23"
    r"(?:about |some |only |just )?$",
    re.IGNORECASE,
)
# "Seven experts of the board", "eight of her fellow students": no part of a board, nor of the fellows.
NAMED = compiled(
    r"\s+(?:[a-z]+\s+)?(?!others\b|members\b|quarters\b|[a-z]+(?:th|rd)s\b|thousands\b|hundreds\b|dozens\b|millions\b"
    r"|points\b|parts\b)[a-z]{3,}s of the (?:[A-Z]|(?:[a-z]+ )?(?:board|agency|authority|ministry|service|office"
    r"|company|firm|police|department|institute|team)\b)|\s+of (?:his|her|their|its) fellow\b"
)
ITSELF = compiled(r"\s+(?:\w+\s+){0,2}of (?:them|whom|which)\b", re.IGNORECASE)
TRADED = compiled(r"[^.,;:]{0,60} for (?:each|every)\b")  # "0.68 of its own shares for every share"
BASED = 110
BASE = compiled(
    r"\b(?P<years>(?:1[89]|20)\d\d\s?(?:-|–|to|and)\s?(?:1[89]|20)?\d\d)\b|\bpre-?industrial\b", re.IGNORECASE
)
ORDERS = compiled(
    r"\b(?P<which>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[ -](?P<what>[a-z]{3,})",
    re.IGNORECASE,
)
BESIDE = 28
PRO = compiled(r"\b(?:in favou?r|voted (?:yes|for)|votes for|supported)\b", re.IGNORECASE)
CON = compiled(r"\b(?:against|voted no|opposed)\b", re.IGNORECASE)
SEASON = compiled(r"\b(?P<first>(?:19|20)\d\d)[-–/](?P<last>\d\d)\b")
TURNS = compiled(r"\b(?P<which>this|last) (?P<unit>year|month|week|season|quarter|summer|winter)\b", re.IGNORECASE)
EACH = (
    "second|minute|hour|day|night|week|weekday|month|quarter|season|year|head|person|capita|household|pupil|resident|"
    "inhabitant|share"
)
PER = compiled(
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
    if not found or TRADED.match(sentence, end) or NAMED.match(sentence, end):
        return ()
    if ITSELF.match(sentence, end):
        return ("",)  # what follows says what they are, not of what: "three of them seriously"
    words = stems(WHOLE_ENDS.split(found["of"] or found["told"] or "")[0])
    return words or ("",)


def around(sentence: str, start: int, end: int) -> str:
    """The clause that holds a figure, at most so many characters to either side."""
    before = CLAUSE.split(sentence[max(0, start - REACH) : start])[-1]
    after = CLAUSE.split(sentence[end : end + REACH])[0]
    return f"{before} {after}"
