"""Vetoes for what critics say: marks that two raters give, and the marks of two works that nobody names.

A newcomer's mistake: taking "the film" for a name. Every summary of reviews is written alike, so that another work's
looks like an edited copy; its other marks tell that it is not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.model.assertion import Value
from registry.model.quantity import Quantity
from registry.steps.match.contests import agrees
from registry.steps.match.lines import FRAME
from registry.steps.match.profile import Profile
from registry.steps.match.words import content
from registry.steps.resolve.words import words

RATED = frozenset(
    (
        "review",
        "reviews",
        "reviewer",
        "reviewers",
        "critic",
        "critics",
        "rating",
        "ratings",
        "score",
        "scores",
        "approval",
        "rated",
        "mark",
        "marks",
    )
)
NAME = r"(?P<{}>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,7}})"
TITLED = re.compile(r"\b[A-Z][\w'’-]* (?:by|on|from|at) (?:the )?(?=[A-Z])")  # "Harbour by the Sea" is one name
RATER = re.compile(
    rf"\b(?:[Oo]n|[Bb]y|[Ff]rom|[Aa]t|[Aa]ccording to|[Ww]ebsites?|[Aa]ggregators?) (?:the |its )?(?:[a-z]+ ){{0,4}}"
    rf"{NAME.format('one')}"
    rf"|{NAME.format('two')} (?:has |had |currently )?(?:gave|gives?|given|assign(?:s|ed)|reports?|reported"
    rf"|calculate[sd]|award(?:s|ed)|rate[sd]|lists?|listed)\b"
)
MARK = re.compile(
    r"(?<![\d.,])(?P<mark>\d+(?:\.\d+)?)(?:\s?(?P<share>%|per ?cent\b)|\s?(?:/|out of) ?(?P<top>5|10|100)\b)"
    r"|\b(?:scores?|ratings?|metascores?|marks?|averages?)(?: was| is|:)? (?:of )?"
    r"(?P<bare>[1-9]\d)(?![\d%]|[.,/]\d| out of\b| per ?cent\b)"
)
PART = r"(?!(?:the|its|and|of) )[\w.&'’+-]+"
VERSION = re.compile(rf"\b(?:the|its) (?P<which>{PART}(?: {PART}){{0,3}}) (?:version|edition|port)\b")
FAR, A_POINT = 0.05, 0.0099


def other_rater(left: Profile, right: Profile) -> str | None:
    """They are marks or reviews by two raters: a site, a paper, an agency."""
    if not rated(left) or not rated(right) or one_mark(left, right):
        return None
    one, two = (raters(seen.text[: seen.sentence_end - seen.sentence_start]) for seen in (left, right))
    return "they are by two raters" if one and two and not one & two else None


def one_mark(left: Profile, right: Profile) -> bool:
    """Whether two figures can both be true as marks, which are as exact as written: 66 percent is no 65/100."""
    shares = [as_share(seen.value) for seen in (left, right)]
    exact = shares[0] is None or shares[1] is None or abs(shares[0] - shares[1]) < A_POINT
    return agrees(left, right) and exact


def as_share(value: Value) -> float | None:
    """A mark as a part of the highest; None for what is no share."""
    if not isinstance(value, Quantity) or value.low is None or value.unit not in ("percent", "fraction"):
        return None
    return float(value.low) / (100 if value.unit == "percent" else 1)


def other_work(left: Profile, right: Profile) -> str | None:
    """Their sentences share no name but the rater's, and give other marks of another size besides."""
    if not rated(left) or not rated(right) or one_mark(left, right):
        return None
    one, two = (seen.text[: seen.sentence_end - seen.sentence_start] for seen in (left, right))
    if left.names & right.names - raters(one) - raters(two):
        return None
    return "their sentences give other marks of another size" if far(marks(left), marks(right)) else None


def other_version(left: Profile, right: Profile) -> str | None:
    """They are marks of two versions of one work ("gave the console version 76 and the handheld version 68"); or one is
    of one of several, and the other sentence names none."""
    if not rated(left) or not rated(right) or one_mark(left, right):
        return None
    one, two = version(left.frame), version(right.frame)
    if one and two:
        return None if one[0] == two[0] else f"one is of the {one[0]} version, the other of the {two[0]} version"
    several = one or two
    return "only one is of one of several versions" if several and several[1] > 1 else None


@lru_cache(maxsize=20_000)
def version(frame: tuple[str, str]) -> tuple[str, int] | None:
    """The version of a work that was named last before a figure, and how many its sentence names."""
    before, after = ([hit["which"] for hit in VERSION.finditer(side)] for side in frame)
    return (before[-1], len({*before, *after})) if before else None


def rated(seen: Profile) -> bool:
    """Whether a figure is a mark that critics gave, or counts them."""
    told = seen.text[seen.sentence_end - seen.sentence_start + 1 :].lower().split()
    return not RATED.isdisjoint(told)


@lru_cache(maxsize=20_000)
def raters(sentence: str) -> frozenset[str]:
    """The stems of the names that a sentence gives for whoever rates."""
    found = (hit["one"] or hit["two"] for hit in RATER.finditer(TITLED.sub("", sentence)))
    named = (name for name in found if name.split()[0].lower() not in words()["scope.calendar"])
    return frozenset(part for name in named for part in content(name))


def marks(seen: Profile) -> dict[str, float]:
    """The marks beside a figure, each by its scale, as a share of the highest."""
    found: dict[str, float] = {}
    for side, words_ in enumerate(seen.frame):
        for hit in MARK.finditer(words_):
            if not side and not hit.start() and len(words_) == FRAME:
                continue  # what comes before is cut off: "7%" of "27%"
            scale = "share" if hit["share"] else hit["top"] or "100"  # "a score of 82" is one of a hundred
            top = 100.0 if hit["share"] else float(scale)
            found.setdefault(scale, float(hit["mark"] or hit["bare"]) / top)
    return found


def far(one: dict[str, float], two: dict[str, float]) -> bool:
    """Whether marks on one scale lie far apart."""
    return any(abs(one[scale] - two[scale]) > FAR for scale in one.keys() & two.keys())
