"""Vetoes for figures of two parties to one matter: the votes of two rivals, what two sides ask each other for.

A newcomer's mistake: holding a party's figure against what was decided. Each party has a figure of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.steps import values
from registry.steps.match.entities import Same, compare
from registry.steps.match.figures import magnitude
from registry.steps.match.profile import Profile
from registry.steps.match.words import content, lists

ASKS = (
    r"\b(?:ask(?:s|ed|ing)? (?:[a-z]+ ){0,4}?for|sought|seek(?:s|ing)?|demand(?:s|ed|ing)?|request(?:s|ed|ing)?"
    r"|recommend(?:s|ed|ing)?|want(?:s|ed)?|argu(?:es|ed|ing) for|plead(?:s|ed|ing)? for|pled for"
    r"|call(?:s|ed|ing)? for|propos(?:es|ed|ing)|suggest(?:s|ed|ing)?|urg(?:es|ed|ing)|press(?:es|ed|ing) for"
    r"|push(?:es|ed|ing) for|offer(?:s|ed|ing)?)\b"
)
ASKED = re.compile(ASKS)
ASKING = re.compile(rf"(?P<who>[^.;:]*?){ASKS}[^.;:\d]{{0,40}}$")
# "prosecutors had asked for 15 years, his lawyer for four"
ECHOED = re.compile(
    rf"{ASKS}[^.;:]*(?:,|\band\b|\bwhile\b|\bbut\b|\bagainst\b) (?P<who>(?:[a-z'’-]+ ){{0,4}}?[a-z'’-]+)"
    r"(?: for)?(?: (?:only|just))?$"
)
# What only stands beside who asks: "the union, which has 400 members at the firm, demands".
BESIDE = re.compile(
    r", (?:which|who|whose|where) (?:[^,]|(?<=\d),(?=\d))*,"
    r"|\b(?:at|of|for|with|from|in|against|between|by) (?:the |an? |its |his |her |their )[a-z-]+(?= )"
)
SELF = re.compile(r"(?:^|\W)(?:i|I|[Mm]y)(?:['’](?:ve|d|m))? (?:[a-z]+ ){1,5}$")
ONE = frozenset(("he", "she", "we", "i"))
TWICE = 0.3  # of powers of ten


def other_bearer(left: Profile, right: Profile) -> str | None:
    """They are two parties' ("she polled 4,120 votes and Mr Orr 3,980")."""
    one, two = left.bearer, right.bearer
    if not (one.second or two.second) or values.compare(left.value, right.value).meets:
        return None
    if one.name and two.name:
        return apart(one.name, two.name)
    told, other = (left, right) if one.name else (right, left)
    name = told.bearer.name
    if not other.subject or other.subject == other.topic or content(name) & other.sentence:
        return None
    return apart(name, other.subject)


def apart(one: str, two: str) -> str | None:
    """The reason, where two names are of two."""
    return None if compare(one, two) is not Same.NO else f"one is of {one}, the other of {two}"


def other_asker(left: Profile, right: Profile) -> str | None:
    """Two sides ask for two things ("prosecutors asked for 12 years, the defence for four")."""
    if values.compare(left.value, right.value).meets:
        return None
    one, two = asker(left.frame[0]), asker(right.frame[0])
    if not one or not two or one & two:
        return None
    if ONE & (one | two) and not far(left, right):
        return None  # "we ask for 11 years" may be said by either
    return "two sides ask for two things"


def other_self(left: Profile, right: Profile) -> str | None:
    """Two people speak of themselves: "I have 400 books", "I grew up with eleven books"."""
    if not left.speaker or not right.speaker or compare(left.speaker, right.speaker) is Same.YES:
        return None
    both = all(SELF.search(f"{seen.frame[0]} ") for seen in (left, right))
    return f"{left.speaker} and {right.speaker} each speak of themselves" if both else None


def far(left: Profile, right: Profile) -> bool:
    """Whether one figure is at least twice the other."""
    return abs(magnitude(left.value) - magnitude(right.value)) >= TWICE


@lru_cache(maxsize=20_000)
def asker(before: str) -> frozenset[str]:
    """On which side stands who asks for a figure, or the pronoun that says so; nothing where nobody asks."""
    found = (ECHOED.search(before) or ASKING.search(before)) if ASKED.search(before) else None
    if not found:
        return frozenset()
    for word in reversed(re.findall(r"[a-z]+", BESIDE.sub(" ", found["who"]))):
        if word in sides():
            return sides()[word]
        if word in ONE:
            return frozenset((word,))
    return frozenset()


@lru_cache(maxsize=1)
def sides() -> dict[str, frozenset[str]]:
    """The sides on which those stand who ask for something, by the word for them; a government has more than one."""
    found: dict[str, frozenset[str]] = {}
    for side, words in lists()["asking"].items():
        for word in words.split():
            found[word] = found.get(word, frozenset()) | {side}
    return found
