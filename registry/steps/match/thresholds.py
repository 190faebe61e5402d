"""From which chance on two claims are one fact, and from which their figures are a conflict, by the sort of pair.

A newcomer's mistake: one threshold for all. Days of nothing that both name, or two figures of one document, agree or
differ by chance far more often.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from registry.model.quantity import Quantity
from registry.steps import values
from registry.steps.match.about import kindred, one_by_context, one_thing, other_core
from registry.steps.match.figures import close_dates
from registry.steps.match.profile import Profile
from registry.steps.match.telling import rare_words, same_verb
from registry.steps.match.told import covered_words, near_words, two_voices
from registry.steps.match.vetoes import UNLESS_AGREED, VETOES
from registry.steps.match.whose import same_names

NAMED_APART = 0.95
SURE_DATES = 0.95
COVERED = 0.5
# Texts have many of them, of many things: how near two of them come says little.
SCATTERED, TIMES = frozenset(("length", "area")), frozenset(("time", "long time"))
CURRENCY = re.compile(r"[A-Z]{3}|crown|franc|peso|rupee")


@dataclass(frozen=True, slots=True)
class Weights:
    """Fitted weights, for pairs whose values meet and for those whose values are apart, of the features and of where a
    pair stands among its rivals; from which score on two claims are the same, from which a suggestion, and from which
    two of one fact are called a conflict."""

    meet: Mapping[str, float]
    apart: Mapping[str, float]
    same: float
    same_apart: float
    suggest: float
    among: Mapping[str, Mapping[str, float]]
    sure: Mapping[str, float]
    flag: Mapping[str, float]

    def of(self, left: Profile, right: Profile) -> Mapping[str, float]:
        """The weights for a pair."""
        return self.meet if values.compare(left.value, right.value).meets else self.apart


@lru_cache(maxsize=1)
def default() -> Weights:
    """The weights that come along."""
    told = json.loads(files("registry.steps").joinpath("data", "weights.json").read_text(encoding="utf-8"))
    return Weights(**{name: value for name, value in told.items() if name != "about"})


def threshold(left: Profile, right: Profile, weights: Weights, *, meet: bool) -> float:
    """The score from which two are the same. Agreeing by an open end ("more than 16") is no agreement to count on, and
    things with different names, and two days of nothing that both name, need more than likeness."""
    if named_apart(left, right):
        return NAMED_APART
    if left.dimension in ("date", "clock") and not left.core & right.core:
        return SURE_DATES
    return weights.same if meet and not open_ended(left, right) else weights.same_apart


def open_ended(left: Profile, right: Profile) -> bool:
    """Whether one of two figures is a bound ("more than 16")."""
    ends = [(seen.value.low, seen.value.high) for seen in (left, right) if isinstance(seen.value, Quantity)]
    return any(None in pair for pair in ends)


def doubted(left: Profile, right: Profile) -> str | None:
    """What speaks against two of many matters though they agree: any two of those may have a figure in common."""
    return next((why for veto in VETOES if veto in UNLESS_AGREED and (why := veto(left, right))), None)


def demanded(left: Profile, right: Profile, weights: Weights, *, meet: bool, many: bool = False) -> float:
    """The chance among its rivals from which a pair is one fact. Where documents of many matters are kept, figures that
    differ join only if that would be called a conflict; things with different names, and days far apart of nothing
    that both name, need more than likeness."""
    least = demanded_of_few(left, right, weights, meet=meet)
    if not many:
        return least
    least = least if meet else max(least, flagged_from(left, right, weights))
    if left.dimension in ("date", "clock") and not left.acts & right.acts and not close_dates(left, right).value:
        return max(least, SURE_DATES)
    return max(least, NAMED_APART) if named_apart(left, right) else least


def named_apart(left: Profile, right: Profile) -> bool:
    """Whether the table of concepts has different names for two things, and no writer takes one for the other."""
    if not left.named or not right.named or left.named & right.named:
        return False
    return not kindred(left.named, right.named) and not one_by_context(left, right)


def demanded_of_few(left: Profile, right: Profile, weights: Weights, *, meet: bool) -> float:
    """The same among a few documents of one matter."""
    return weights.sure[sort_of_pair(left, right, meet=meet)]


def flagged_from(left: Profile, right: Profile, weights: Weights) -> float:
    """The chance from which two different figures of one fact are called a conflict; others may have joined them."""
    sort = sort_of_pair(left, right, meet=False)
    if sort == "unlike" and not open_ended(left, right):  # "no more than 2.6 million" leaves much open
        sort = "apart" if borne_out(left, right) else "worded" if told_alike(left, right) else sort
    least = weights.flag["unlike"] if left.dimension in TIMES and not worded(left, right) else 0.0
    return max(least, weights.flag.get(sort, 0.0))


def flagged_alone_from(left: Profile, right: Profile, weights: Weights) -> float:
    """The same where no third text repeats either figure, though some could, and no rare word stands in both sentences:
    what only one tells is less often what another tells otherwise."""
    told = sort_of_pair(left, right, meet=False) not in ("apart", "unlike") or rare_words(left, right).value
    return 0.0 if told else weights.flag["lone"]


def borne_out(left: Profile, right: Profile) -> bool:
    """Whether more than likeness says that two figures whose things have no common name answer one question: they are
    sums of money, which few things of a matter have by chance, or their sentences share their verb, their names or most
    of their words."""
    if CURRENCY.fullmatch(left.dimension):
        return True
    alike = same_verb(left, right).value or same_names(left, right).value
    return bool(alike) or covered_words(left, right).value >= COVERED


def told_alike(left: Profile, right: Profile) -> bool:
    """Whether two documents have the same words beside two figures of a sort that is rarer than lengths and areas; one
    that repeats its words tells of two things."""
    return left.document != right.document and left.dimension not in SCATTERED and worded(left, right)


def worded(left: Profile, right: Profile) -> bool:
    """Whether the same words stand close to two figures, and not only those that the whole matter is told in."""
    return bool(rare_words(left, right).value and near_words(left, right).value)


def scattered(left: Profile, right: Profile) -> bool:
    """Whether two figures are lengths or areas of nothing that both name, with no word in common beside them ("a hotel
    70 feet away", "piles driven to 55 feet")."""
    far = left.dimension in SCATTERED and sort_of_pair(left, right, meet=False) == "unlike"
    return far and not worded(left, right)


def sort_of_pair(left: Profile, right: Profile, *, meet: bool) -> str:
    """By which threshold a pair is one fact: more is asked for figures that differ where one document states both in
    one voice, for days of nothing that both name, and where nothing that is counted is the same."""
    if (meet and not open_ended(left, right)) or left.dimension == "role":
        return "meet" if meet else "apart"
    if left.document == right.document and not two_voices(left, right).value:
        return "within"
    if one_thing(left, right):
        return "apart"
    if left.named and right.named and other_core(left, right).value == 1:
        return "named"
    return "days" if left.dimension in ("date", "clock") else "unlike"
