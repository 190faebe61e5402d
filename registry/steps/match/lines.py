"""What the sentence of a claim tells beside its figure: labels, names, the words on either side.

A newcomer's mistake: expecting a sentence. Half of all figures stand in rows and lists.
"""

from __future__ import annotations

import re

from registry.model.assertion import Claim
from registry.steps.match.words import content, rarity, stem, stems
from registry.steps.resolve.words import words

LINE = 120
RARE = 0.95
FRAME = 80
WORDS = re.compile(r"\w+")
BRIEF = 12
ENDED = re.compile(
    r"\s*(?:[.,;:!?)”\"»]|$|(?:in|at|on|for|as|only|instead|there|then|alone|people|persons|altogether)\b)"
)
TELLS = re.compile(
    r"\b(?:says?|said|puts?|claims?|claimed|counts?|counted|speaks?|spoke|estimates?|estimated|reports?|reported|"
    r"reckons?|reckoned|gives?|gave|names?|named|arrived|arrives|found|finds|figure|tally|according|insists?|insisted|"
    r"maintains?|maintained|quotes?|quoted|tells?|told|talks?|talked|thinks?|thought|believes?|believed|heard of"
    r"|m(?:ake|akes|ade) it)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
PROPER = r"[A-ZÀ-Þ][\w'’-]+"
AGENT = re.compile(
    rf"(?:In [^,]{{3,30}}, )?(?:The (?P<one>{PROPER}(?: {PROPER})*)|(?P<two>{PROPER}(?: {PROPER})+)"
    rf"|(?P<alone>{PROPER}))(?= [a-z])"
)
NATION = re.compile(
    r"\b(?:nationwide|countrywide|nationally|across the (?:country|nation)|the (?:country|nation) as a whole|"
    r"in the (?:whole|entire) country|throughout the country)\b",
    re.IGNORECASE,
)
REGION = re.compile(
    r"\b(?:in|of|for) the (?:capital|city|town|province|region|district|county)\b|"
    r"\bthe (?:province|region|city|town|district|capital|county) of\b|\b(?:provincial|regional)\b|"
    r"^\W*the (?:province|region|city|town|district|county)\b",
    re.IGNORECASE,
)
PARTS = ("capital", "city", "town", "provinc", "region", "district", "county")  # `REGION` needs one of these
WORLD = re.compile(
    r"\b(?:worldwide|globally|around the (?:world|globe)|"
    r"(?:across|in) all (?:the )?(?:[a-z-]+ )?(?:countries|nations))\b",
    re.IGNORECASE,
)
FULL_NAME = re.compile(r"\W*(?P<first>[A-ZÀ-Þ][\w'’-]+) [A-ZÀ-Þ]\w+")
AGED = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)(?: (?:of|from) [A-ZÀ-Þ][\w'’ -]{2,30}?)?(?:, (?:aged? )?| \()$"
)
LABEL = re.compile(r"^\s*(?P<label>[^\W\d][^\d\n.!?]{1,50}?)\s*(?:[:\t|=]|\s{2,}|\s-\s)")
NAME = re.compile(r"(?<=[\w,;:)”\"“(] )[“\"(]?[A-ZÀ-Þ][\w'’-]+")
# Each with what a sentence must hold for it; the second looks for its verb behind every comma.
VOICES = (
    (("according to",), re.compile(r"\baccording to (?P<who>[^,.;:]{3,60})")),
    (
        ("say", "said", "told", "put", "claim", "estimate", "spoke", "counted"),
        re.compile(
            r"(?:^|[,.;:“\"] )(?P<who>[^,.;:]{3,60}?) "
            r"(?:says?|said|told|put|puts|claims?|claimed|estimates?d?|spoke|counted)\b"
        ),
    ),
    (("said ",), re.compile(r"\bsaid (?P<who>[^,.;:]{3,60})")),
)


def frame(claim: Claim) -> tuple[str, str]:
    """The words on either side of the figure, on one line."""
    line, start = claim.sentence.exact, max(0, claim.span.start - claim.sentence.start)
    before, after = line[:start], line[start + len(claim.span.exact) :]
    return " ".join(before.lower().split())[-FRAME:], " ".join(after.lower().split())[:FRAME]


def row(claim: Claim) -> bool:
    """Whether the claim stands in a line that is no sentence."""
    line = claim.sentence.exact.rstrip()
    return len(line) <= LINE and not line.endswith((".", "!", "?", "”", '"', "»"))


def names(claim: Claim) -> frozenset[str]:
    """The stems of the capitalised words in a sentence beside its first word."""
    line = claim.sentence.exact
    if sum(map(str.isupper, line)) * 3 > sum(map(str.isalpha, line)):
        return frozenset()
    first = FULL_NAME.match(line)
    told = [found.group() for found in NAME.finditer(line)] + ([first["first"]] if first else [])
    return frozenset(s for name in told for s in content(name))


def owner(claim: Claim) -> str:
    """Whose age it is, where it stands behind a name: "Anna Berg, 61, said"."""
    line, start = claim.sentence.exact, max(0, claim.span.start - claim.sentence.start)
    found = AGED.search(line[:start])
    return found["who"] if found and line[start + len(claim.span.exact) :][:1] in (",", ".", ")") else ""


def elliptic(claim: Claim) -> bool:
    """Whether a short sentence only says who gives which figure: "The union puts the number at 240."."""
    line, start = claim.sentence.exact, max(0, claim.span.start - claim.sentence.start)
    rest = line[start + len(claim.span.exact) :]
    short = len(WORDS.findall(line)) <= BRIEF
    return short and bool(ENDED.match(rest)) and bool(TELLS.search(line[:start]) or TELLS.search(rest))


def numbers(claim: Claim) -> frozenset[str]:
    """The other figures of a sentence, as they are written."""
    line, start = claim.sentence.exact, max(0, claim.span.start - claim.sentence.start)
    return frozenset(NUMBER.findall(f"{line[:start]} … {line[start + len(claim.span.exact) :]}"))


def agent(claim: Claim) -> str:
    """The name that a sentence opens with ("The Elm rose to 6 metres"), unless it only gives the figure."""
    found = AGENT.match(claim.sentence.exact)
    name = next(filter(None, found.groups()), "") if found else ""
    if found and found["alone"] and not (is_subject(claim, name) and is_name(name)):
        return ""
    return "" if content(name) & voice(claim) else name


def is_subject(claim: Claim, name: str) -> bool:
    """Whether a claim is about what has this name."""
    subject = claim.assertion.subject
    return subject is not None and subject.label == name


def is_name(word: str) -> bool:
    """Whether a word that opens a sentence is a name: no usual word, and no plural ("Dockers")."""
    known = word.lower() in words()["places.countries"]
    return known or (rarity(stem(word)) >= RARE and not word.endswith("s"))


def level(claim: Claim) -> str:
    """Whether a sentence speaks of the whole country only ("nation"), of a part of it only ("part"), or of all
    countries and no single one ("world")."""
    line = claim.sentence.exact
    low = line.lower()  # most sentences have none of the words, and to look for each is far cheaper than the patterns
    country = "nation" in low or "countr" in low
    if not claim.assertion.scope.place and (country or "world" in low or "glob" in low) and WORLD.search(line):
        return "world"
    nation = country and NATION.search(line) is not None
    part = any(word in low for word in PARTS) and REGION.search(line) is not None
    return "" if nation == part else "nation" if nation else "part"


def label(claim: Claim) -> str:
    """The words before the figure of a line that is no sentence ("Sentence: 40 months"), folded; else empty."""
    line = claim.sentence.exact
    before = line[: max(0, claim.span.start - claim.sentence.start)]
    found = LABEL.match(line)
    return " ".join(stems(found["label"])) if found and len(before) <= len(line) and len(line) <= LINE else ""


def voice(claim: Claim) -> frozenset[str]:
    """The words that name who says so, which are not about what is said."""
    said = claim.assertion.asserted_by
    found = content(said.label) if said else frozenset()
    line = claim.sentence.exact
    for cues, pattern in VOICES:
        for match in pattern.finditer(line) if any(cue in line for cue in cues) else ():
            found |= content(match["who"])
    return found | content(claim.source.publisher or "")
