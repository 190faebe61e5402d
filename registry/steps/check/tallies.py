"""Lines of a table that name no total, and figures that a sentence lists, against the total that the same document
tells elsewhere.

A newcomer's mistake: taking any figure near the sum for its total. It counts the same by name, or differs from the sum
by a slip of the pen; and where the document gives the sum itself, or what is missing, nothing is wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import LIVE, Claim
from registry.model.quantity import Quantity
from registry.steps.check.columns import FEWEST, Sum, alike
from registry.steps.check.columns import PARTLY as LESS
from registry.steps.check.columns import TOTAL as LABEL
from registry.steps.check.parts import NUMBER, wrong
from registry.steps.check.said import between, figure
from registry.steps.check.shapes import Pair
from registry.steps.check.tables import addable, tables
from registry.steps.match import fact_key
from registry.steps.match.about import one_thing
from registry.steps.match.profile import profile

MANY = 3
NEAR, SLIPPED, VERY_NEAR = Decimal("0.06"), Decimal("0.15"), Decimal("0.005")
LONG, LEAST = 4, 20
CLOSE, BREAK = 250, 80  # the heads of columns may stand in between
ANNOUNCED = Decimal("0.1")
OF_THOSE = re.compile(r"\W*(?:of|among) (?:those|these|them|which|whom)\b", re.IGNORECASE)
PARTLY = re.compile(r"\b(?:includ\w+|at least|such as|mostly|mainly|more than|some of|the rest|each)\b", re.IGNORECASE)
APART = re.compile(r"\b(?:not|no|unknown|unclear|missing|others?|rest|remaining|without)\b", re.IGNORECASE)
JOINT = re.compile(r"[^.;:()]*?(?:,|;|\band\b)[^.;:()]*", re.IGNORECASE)


def wrong_tallies(claims: Sequence[Claim]) -> Iterator[Pair]:
    """The parts that a document lists do not add up to the total that it tells elsewhere."""
    for parts in [*columns(claims), *lists(claims)]:
        total = missed(parts, claims)
        if total:
            yield Pair(total, parts[0], wrong(total, parts), fact_key(total))


def columns(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The columns of tables without a line for the total that can be added."""
    for table in tables(claims):
        if len(table) >= FEWEST and not any(LABEL.fullmatch(row.label) or LESS.search(row.label) for row in table):
            for column in zip(*(row.cells for row in table), strict=True):
                parts = [cell for cell in column if isinstance(cell, Claim)]
                if None not in column and len(parts) >= FEWEST:
                    yield parts


def lists(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The figures of one sort that a sentence lists, three and more; two behind "of those"."""
    by_sentence: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if addable(claim) and claim.assertion.status in LIVE:
            by_sentence[claim.sentence.start].append(claim)
    for own in by_sentence.values():
        text = own[0].sentence.exact
        if len(own) < (FEWEST if OF_THOSE.match(text) else MANY) or PARTLY.search(text):
            continue
        joint = all(JOINT.fullmatch(between(one, two)) for one, two in pairwise(own))
        voices = {one.assertion.asserted_by for one in own}  # what two put at 47 and 83 are no parts of anything
        if joint and len({profile(one).dimension for one in own}) == len(voices) == 1:
            yield own


def missed(parts: Sequence[Claim], claims: Sequence[Claim]) -> Claim | None:
    """The total that the parts miss, if there is one and nothing explains it."""
    lines, summed = {part.sentence.start for part in parts}, sum(map(figure, parts), Decimal(0))
    like = [c for c in claims if c.sentence.start not in lines and addable(c) and plainly(c) and of_a_kind(c, parts)]
    every = [Sum(one, list(parts), abs(figure(one) - summed)) for one in like]
    told = next((one.total for one in every if announced(one)), None)
    if told or any(one.fits for one in every):
        return told
    found = (one for one in every if figure(one.total) > LEAST and (named_alike(one) or slip(one, summed, like)))
    return next((one.total for one in found if not explained(one.gap, claims)), None)


def announced(found: Sum) -> bool:
    """Whether a total is the only figure of the sentence whose colon the lines stand behind, and is nearly reached."""
    total, first = found.total, found.parts[0]
    near = 0 <= first.sentence.start - total.sentence.end <= BREAK
    text, at = total.sentence.exact, total.span.start - total.sentence.start
    last = text[text.rfind(". ", 0, at) + 1 :]  # without the number and the title of a section
    alone = len(NUMBER.findall(last)) <= 1 and len(found.parts) >= MANY
    return near and alone and text.rstrip().endswith(":") and found.misses(ANNOUNCED)


def of_a_kind(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a total and its parts are figures of one sort, all of what is or all of what is planned."""
    told = {one.assertion.status for one in (total, *parts)}
    return len(told) == 1 and told <= LIVE and alike(total, parts)


def plainly(claim: Claim) -> bool:
    """Whether a figure is not said to be about right only."""
    return isinstance(claim.assertion.value, Quantity) and not claim.assertion.value.approx


def named_alike(found: Sum) -> bool:
    """Whether a total that is nearly reached and all parts count the same by name."""
    whole = profile(found.total)
    return found.misses(NEAR) and all(one_thing(whole, profile(part)) for part in found.parts)


def slip(found: Sum, summed: Decimal, like: Sequence[Claim]) -> bool:
    """Whether a sum is a slip of the pen away from a total: two digits have changed places, or one is another; short
    figures are that too easily, so that they must count the same or stand together."""
    one, two = (f"{number.normalize():f}".rstrip("0").replace(".", "") for number in (figure(found.total), summed))
    if not found.misses(SLIPPED) or len(one) != len(two):
        return False
    other = sum(a != b for a, b in zip(one, two, strict=True))
    related = kin(found) or (right_before(found, like) and not strange(found))
    three = len(found.parts) >= MANY
    if sorted(one) == sorted(two):
        return related or (three and len(one) >= MANY)
    return (other == 1 and (related or (three and len(one) >= LONG))) or (
        related and len(one) > LONG and found.misses(VERY_NEAR)
    )


def kin(found: Sum) -> bool:
    """Whether a total counts what one of its parts counts."""
    one = profile(found.total)
    return any(one.named & two.named or one.heads & two.heads for two in map(profile, found.parts))


def strange(found: Sum) -> bool:
    """Whether a total and all parts name what they count, and nothing that both do: patients and cases by state."""
    one, every = profile(found.total), [profile(part) for part in found.parts]
    return bool(one.named) and all(two.named and not one.named & two.named for two in every)


def right_before(found: Sum, like: Sequence[Claim]) -> bool:
    """Whether a total is the last figure of its sort before its parts, and stands close to them."""
    first = found.parts[0].sentence.start
    before = [one for one in like if one.span.end <= first]
    return bool(before) and before[-1] is found.total and first - found.total.span.end <= CLOSE


def explained(gap: Decimal, claims: Sequence[Claim]) -> bool:
    """Whether the document tells what is missing; so small a number as "3" may count anything, unless it is said to be
    of something else."""
    told = [one for one in claims if isinstance(one.assertion.value, Quantity) and one.assertion.value.low == gap]
    return any(gap > LEAST or (" " not in one.span.exact and APART.search(one.sentence.exact)) for one in told)
