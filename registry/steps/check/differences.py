"""A difference that its two figures do not give ("by two years, from eight to six and a half").

A newcomer's mistake: taking any three figures of a sentence. The words between them must say which is the difference,
which the old and which the new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, permutations

from registry.model.assertion import LIVE, Claim
from registry.model.finding import Finding, Relation, Severity
from registry.model.quantity import Quantity
from registry.steps.check.growths import ABOUT, DOWN, FALLING, FROM, RISE, THEN_FROM, THEN_TO, TO, UNIT, UP, loose
from registry.steps.check.lists import by_sentence
from registry.steps.check.parts import plain, written
from registry.steps.check.said import before, between, figure, like, single
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key

LESS = r"fewer|less|lower|shorter|smaller|lighter|cheaper|below|down on|short of|behind"
MORE = r"more|higher|longer|greater|larger|taller|heavier|above|up on|over|ahead of"
BY = re.compile(
    rf"\b(?P<verb>[a-z]+)\b[^.;:\d]{{0,40}}? by {ABOUT}$|\b(?P<noun>{UP}|{DOWN}) of {ABOUT}$", re.IGNORECASE
)
JOINT = re.compile(rf"{UNIT},? (?:from|to) {ABOUT}", re.IGNORECASE)
BEHIND = re.compile(rf"{UNIT}(?:,? \(|, )(?:an? )?(?P<way>{UP}|{DOWN}) (?:of |by )?{ABOUT}", re.IGNORECASE)
# "420 staff in its two offices, 60", "the turnout of 31.8 per cent was 6.4"
BESIDE = re.compile(
    rf"(?:{UNIT}|(?: (?!(?:and|or|but|while|more|less|fewer|than|which)\b)[a-z'’-]+){{3,9}}?(?=,))"
    rf"(?:,| [–-]| (?:is|was|are|were)(?: only)?) {ABOUT}",
    re.IGNORECASE,
)
# "points lower than the"
THAN = re.compile(
    rf"{UNIT} (?P<way>{LESS}|{MORE})(?: than)? "
    rf"(?:(?:the|its|their|his|her|last year's|previous|usual|normal|average|long-term|planned|old|record) )*"
    rf"(?:of )?{ABOUT}",
    re.IGNORECASE,
)
THAT_IS = re.compile(rf"\W*(?:that|this|it) (?:is|was) (?:only |just |still )?{ABOUT}", re.IGNORECASE)
NEAR = Decimal(3)  # how many times too large or too small a difference may be and still be meant as one
FEW = 6  # with more figures in a sentence than these, the three are not sought
PAIR = 2  # "40 less than the usual 300"
NEXT = 3  # how far behind the sentence before the next one begins
POINTS = "percentage point"


def wrong_differences(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A difference is not that between the two figures beside it."""
    sentences = by_sentence([claim for claim in claims if single(claim) and claim.assertion.status in LIVE])
    for own in sentences:
        if 3 <= len(own) <= FEW:
            yield from wrong_ones(own)
    for told, own in pairwise(sentences):
        yield from looking_back(told, own)


def wrong_ones(own: Sequence[Claim]) -> Iterator[Pair]:
    """The same in one sentence."""
    for gap, old, new in permutations(own, 3):
        if of_one_sort(gap, old, new) and (changes(gap, old, new) or compares(gap, old, new)):
            yield from missed(gap, old, new)


def looking_back(told: Sequence[Claim], own: Sequence[Claim]) -> Iterator[Pair]:
    """The same where the sentence before tells the new figure: "That is 40 less than the usual 300"."""
    if len(own) < PAIR or not THAT_IS.fullmatch(before(own[0])) or own[0].sentence.start - told[0].sentence.end > NEXT:
        return
    gap, old = own[:PAIR]
    than = THAN.fullmatch(between(gap, old))
    found = [one for one in told if like(one, old)]
    if not than or len(found) != 1 or not of_one_sort(gap, old, found[0]):
        return
    if bool(re.fullmatch(LESS, than["way"], re.IGNORECASE)) == (figure(found[0]) < figure(old)):
        yield from missed(gap, old, found[0])


def missed(gap: Claim, old: Claim, new: Claim) -> Iterator[Pair]:
    """The pair of a difference and one of its figures, where they miss each other and are near enough to be meant."""
    due = abs(figure(new) - figure(old))
    off = abs(due - abs(figure(gap))) > loose(gap) + loose(old) + loose(new)
    if off and due / NEAR < abs(figure(gap)) < due * NEAR:
        yield Pair(new, gap, wrong(gap, due, new), fact_key(gap))


def of_one_sort(gap: Claim, old: Claim, new: Claim) -> bool:
    """Whether three figures have one unit; between two shares it may be points."""
    if not like(old, new):
        return False
    value, share = gap.assertion.value, old.assertion.value
    assert isinstance(value, Quantity)
    assert isinstance(share, Quantity)
    return like(gap, old) or (value.unit == POINTS and share.unit == "percent")


def changes(gap: Claim, old: Claim, new: Claim) -> bool:
    """Whether the words say that a figure went by so much from the one to the other, and in its direction."""
    first, last = sorted((old, new), key=lambda one: one.span.start)
    opens, joins = (FROM, THEN_TO) if first is old else (TO, THEN_FROM)
    if not opens.search(before(first)) or not joins.fullmatch(between(first, last)):
        return False
    if gap.span.start > last.span.end:
        found = BEHIND.fullmatch(between(last, gap))
        return found is not None and bool(FALLING.fullmatch(found["way"])) == (figure(new) < figure(old))
    if gap.span.end > first.span.start or not JOINT.fullmatch(between(gap, first)):
        return False
    found = BY.search(before(gap))
    return found is not None and not (figure(new) < figure(old) and RISE.search(found.group()))


def compares(gap: Claim, old: Claim, new: Claim) -> bool:
    """Whether the words say that one figure is so much more or less than the other, and it is."""
    if not new.span.end <= gap.span.start < gap.span.end <= old.span.start or not BESIDE.fullmatch(between(new, gap)):
        return False
    found = THAN.fullmatch(between(gap, old))
    return found is not None and bool(re.fullmatch(LESS, found["way"], re.IGNORECASE)) == (figure(new) < figure(old))


def wrong(gap: Claim, due: Decimal, new: Claim) -> Finding:
    """The finding, with what the figures give as they are written."""
    scale = figure(new) / (written(new) or figure(new) or Decimal(1))
    told = plain(due / (scale or Decimal(1)))
    detail = f"{name(gap)} gives {words(gap)} as a difference, but the two figures beside it differ by {told}."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_difference", detail, Severity.MEDIUM)
