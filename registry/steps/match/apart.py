"""Vetoes for two of a sort that a text tells apart by a name of its own: runners, heats and records, ranks, papers, and
the places that documents are about.

A newcomer's mistake: trusting figures that lie close. Two runners of one race finish within a breath of each other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.steps import values
from registry.steps.match.entities import Same, bare, compare, full_name, proper
from registry.steps.match.profile import Profile
from registry.steps.match.words import content
from registry.steps.resolve import looks_personal
from registry.steps.resolve.words import common_nouns

HEAT = re.compile(
    r"\b(?:semi-?finals?|quarter-?finals?|(?:opening |first |second |qualifying )heats?|heats|qualifying|qualifiers?"
    r"|preliminary|(?:first|second|opening) round|warm-up|training|practice)\b",
    re.I,
)
DECIDED = re.compile(
    r"\b(?:(?:gold|silver|bronze)(?: medal)?|medals?|titles?|champions?|crown|podium|(?<!semi-)(?<!semi)(?<!quarter-)"
    r"final|came (?:in )?(?:second|third|fourth|last)|won)\b",
    re.I,
)
FORMER = re.compile(
    r"\b(?:previous|former|old|existing|then|earlier) (?:[a-z0-9-]+ ){0,3}?(?:record|best|mark)s?\b[^.;]{0,30}$",
    re.I,
)
# "the closest she came to her own record was" calls no record what follows.
RECORD = re.compile(r"(?<!own )(?<!to her )(?<!to his )(?<!to the )(?<!than the )\b(?:records?|bests?|marks?)\b", re.I)
PAPER = re.compile(
    r"\b(?P<det>[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)? ?(?P<kind>(?:[\w'-]+ ){0,4}?)"
    r"(?P<head>reports?|reviews?|stud(?:y|ies)|statement|findings|paper|plan|guidelines|strategy|survey|audit|results|book)"
    r"\b[^.;,\d]{0,80}? (?:was|were|is|will be|has been|had been|to be) "
    r"(?:first |finally |also )?(?:published|released|issued|printed|made public)(?: on| in)?(?: the)?\s*$",
    re.I,
)
NUMBERED = re.compile(
    r"\b(?:phase|part|volume|stage|chapter) (?:\d+|one|two|three|[IVX]+)\b"
    r"|\b(?:interim|final|preliminary|first|second)\b",
    re.I,
)
TIMES, RUN = ("time",), ("time", "length")
RANKS = ("rank", "ordinal")
AKIN = 0.4


def other_runner(left: Profile, right: Profile) -> str | None:
    """They are the times of two people."""
    if left.dimension not in TIMES or not left.subject or not right.subject or agrees(left, right):
        return None
    if not all(full_name(name) and looks_personal(name) for name in (left.subject, right.subject)):
        return None
    if compare(left.subject, right.subject) is not Same.NO:
        return None
    return f"one is of {left.subject}, one of {right.subject}"


def other_heat(left: Profile, right: Profile) -> str | None:
    """One comes from a heat or a semi-final, the other from what decided a title."""
    if left.dimension not in RUN or agrees(left, right):
        return None
    one, two = (bool(HEAT.search(told(seen))) for seen in (left, right))
    other = right if one else left
    return "only one comes from a heat" if one != two and DECIDED.search(told(other)) else None


def former_record(left: Profile, right: Profile) -> str | None:
    """One is the record that was broken, the other no record."""
    one, two = (bool(FORMER.search(seen.frame[0])) for seen in (left, right))
    if one == two or agrees(left, right):
        return None
    other = right if one else left
    return "only one is an earlier record" if not RECORD.search(other.frame[0][-40:]) else None


def other_rank(left: Profile, right: Profile) -> str | None:
    """Two ranks are of two things."""
    if left.dimension not in RANKS or not left.subject or not right.subject or agrees(left, right):
        return None
    shared = bare(left.subject) & bare(right.subject)
    own = all(proper(name) - shared for name in (left.subject, right.subject))
    if compare(left.subject, right.subject) is Same.YES or not own:
        return None
    return f"one is the place of {left.subject}, the other of {right.subject}"


def other_paper(left: Profile, right: Profile) -> str | None:
    """They are the days on which two papers came out: "an independent review", "the first report"."""
    if left.dimension != "date" or agrees(left, right):
        return None
    one, two = paper(left.frame[0]), paper(right.frame[0])
    if not one or not two:
        return None
    loose = any(kind.split()[:1] and det.lower() in ("a", "an") for det, kind, _ in (one, two))
    apart = one[2] != two[2] and (loose or numbered(one) != numbered(two))
    if apart or (numbered(one) and numbered(two) and numbered(one) != numbered(two)):
        return f"one is of {named(one)}, the other of {named(two)}"
    return None


@lru_cache(maxsize=20_000)
def paper(before: str) -> tuple[str, str, str] | None:
    """The paper that a sentence says came out: its article, its kind, its noun."""
    found = PAPER.search(before)
    return ((found["det"] or ""), found["kind"].strip(), found["head"].lower()) if found else None


def numbered(one: tuple[str, str, str]) -> str:
    """Which one of several a paper is."""
    found = NUMBERED.search(one[1])
    return found.group().lower() if found else ""


def named(one: tuple[str, str, str]) -> str:
    """The words that name a paper."""
    return " ".join(part for part in one if part)


def other_home(left: Profile, right: Profile, akin: float) -> str | None:
    """Their documents are about two places or bodies, which title and subject name, and share no name."""
    if akin >= AKIN or left.document == right.document:
        return None
    one, two = (homes(seen.title or "", seen.topic or "", seen.subject or "") for seen in (left, right))
    if not one or not two or one & (two | right.names) or two & (one | left.names):
        return None
    return "their documents are about different places or bodies"


@lru_cache(maxsize=20_000)
def homes(title: str, topic: str, subject: str) -> frozenset[str]:
    """The words of names in the title of a document and of what it and a figure are about."""
    told = [word for word in title.split()[1:] if word[:1].isupper()] if mixed(title) else []
    told += [word for name in (topic, subject) for word in name.split()]
    return content(" ".join(word for word in told if word.lower() not in common_nouns()))


def mixed(title: str) -> bool:
    """Whether a title is written as a sentence, so that a capital tells a name."""
    some = [word for word in title.split()[1:] if word.isalpha() and len(word) > 3]
    return any(word.islower() for word in some)


def agrees(left: Profile, right: Profile) -> bool:
    """Whether the two figures can both be true."""
    return bool(values.compare(left.value, right.value).meets)


def told(seen: Profile) -> str:
    """The words around a figure."""
    return f"{seen.frame[0]} {seen.frame[1]}"
