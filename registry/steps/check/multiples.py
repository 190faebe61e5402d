"""How many times as large as the figure behind it one is: "312 nanograms, more than three times the limit of 96".

A newcomer's mistake: dividing exactly. "Twice" is said of nearly twice and of a good deal more than twice, but not of
three times as much; and "three times more than" is said of three times and of four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim, Status
from registry.model.finding import Finding, Relation, Severity
from registry.model.quantity import Quantity
from registry.steps.check.growths import loose
from registry.steps.check.lists import by_sentence
from registry.steps.check.said import between, figure, like, single
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key

WORDS = {"twice": 2, "double": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
WORDS |= {"nine": 9, "ten": 10}
TIMES = re.compile(
    r"[^.;:()\d]{0,60}?(?:,| [–—-]|,? or| \(| is| was| were| are)(?: that is| or)? "
    r"(?P<hedge>about|some|around|roughly|nearly|almost|(?:more|less|fewer) than|over|at least|well over)? ?"
    r"(?:(?P<twice>twice|double)|(?P<times>[a-z]+) times)"
    r"(?: (?!more\b|less\b|fewer\b|than\b|per\b|each\b|every\b|and\b|that\b|what\b)[a-z'’-]+){1,6} ",
    re.IGNORECASE,
)
LEAST, MOST, BEYOND = Decimal("0.8"), Decimal("0.8"), Decimal("0.97")
MEANT, RATIO = 3, "ratio"


def wrong_multiples(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A figure is not so many times the one behind it."""
    for own in by_sentence(claims):
        for new, old in pairwise([one for one in own if plain(one)]):
            found = TIMES.fullmatch(between(new, old)) if like(new, old) else None
            times = WORDS.get((found["twice"] or found["times"]).lower(), 0) if found else 0
            if found and times and missed(new, old, times, (found["hedge"] or "").lower()):
                yield Pair(new, old, wrong(new, old, times), fact_key(new))


def plain(claim: Claim) -> bool:
    """Whether a claim states one figure of what is, which is no multiple itself."""
    value = claim.assertion.value
    ratio = isinstance(value, Quantity) and value.unit == RATIO
    return single(claim) and not ratio and figure(claim) > 0 and claim.assertion.status is not Status.NEGATED


def missed(new: Claim, old: Claim, times: int, hedge: str) -> bool:
    """Whether no rounding makes a figure so many times another, and it may be meant as that."""
    low = (figure(new) - loose(new)) / (figure(old) + loose(old))
    high = (figure(new) + loose(new)) / max(figure(old) - loose(old), figure(old) / 2)
    if not times / Decimal(MEANT) < figure(new) / figure(old) < times * MEANT:
        return False
    if hedge in ("more than", "over", "at least", "well over"):
        return high < times * BEYOND
    if hedge in ("less than", "fewer than"):
        return low > times
    return high < times * LEAST or low > times + MOST


def wrong(new: Claim, old: Claim, times: int) -> Finding:
    """The finding, with how many times it is."""
    due = figure(new) / figure(old)
    detail = (
        f"{name(new)} says that {words(new)} is {times} times {words(old)}, of which it is {due:.1f} times as much."
    )
    return Finding(Relation.SELF_CONTRADICTION, "wrong_share", detail, Severity.MEDIUM)
