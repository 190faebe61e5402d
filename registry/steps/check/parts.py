"""A total that is not the sum of the parts its document lists.

A newcomer's mistake: taking "including 12 children" for all the parts. An open list may fall short of its total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim, Kind, Status
from registry.model.finding import Finding, Relation, Severity
from registry.model.quantity import Quantity
from registry.steps.check.lists import APIECE, by_sentence, how, list_of_parts, told_alike
from registry.steps.check.opposites import exclusive
from registry.steps.check.rests import bundled, told_of_rest
from registry.steps.check.said import after, before, between, figure
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import listed, name, words
from registry.steps.match import concepts, fact_key
from registry.steps.match.profile import profile
from registry.steps.match.words import stems

EACH = re.compile(r"\b(?:of|at) [€$£]?\d[\d.,]*\d(?: [a-z]+)? (?:each|apiece)\b", re.IGNORECASE)
ELSEWHERE = re.compile(r"\b(?:by|from) other (?=[a-z])", re.IGNORECASE)  # a part as good as any
REST = re.compile(r"\band \d[\d.,]*(?: [a-z]+)? others?(?=\W*$)", re.IGNORECASE)  # with these it is whole
MADE_UP = re.compile(r"\b(?:comprising|comprised of|made up of|consisting of|composed of)$", re.IGNORECASE)
ALONE = re.compile(r"\bone (?:was|is|had|has|were)\b")  # a part that is no claim
OPEN = re.compile(
    r"\b(?:includ\w+|among|at least|such as|mostly|mainly|more than|some of|rest|others?|each)\b|\bp ?[<=>] ?0?\.\d",
    re.IGNORECASE,
)
CLOSED = re.compile(
    r"\b(?:of wh(?:om|ich)|of them|of these|of those|made up of|consisting of|comprising|in all|altogether|"
    r"in total(?! [a-z]+(?:[,.;]|$| and\b))|"
    r"add(?:s|ed|ing)? up|(?<!in )total(?:s|ed|ling|ing)?|bring(?:s|ing)?|combined|together|sum)\b",
    re.IGNORECASE,
)
OF_THE = re.compile(r"\W*Of (?:the|these|those|its|their) (?P<what>\w+(?: \w+)?),? ", re.IGNORECASE)
OF_THOSE = re.compile(r"\W*Of (?:these|those|them),? ", re.IGNORECASE)
OF_ALL = re.compile(r"\W*Of (?:the |all |these |those |its |their )+", re.IGNORECASE)
CLAUSE = re.compile(r"[;:]|\bof (?:whom|which|them)\b", re.IGNORECASE)
SORTS = frozenset({"man", "woman", "child", "boy", "girl", "adult", "minor"})
PAIR = 2
MANY = 20
OVERLAPPING = re.compile(r"\bof (?:whom|which|them|these|those)\b", re.IGNORECASE)
WHAT_THEY = re.compile(
    r"^ (?:are|were|is|was|have|had|come|came|live|lived|work|worked|hold|held|belong|speak|study|need|use|receive)\b"
)
REACH = 12
CLOSE_TO = Decimal("0.3")
NEAR, LISTED = Decimal("0.1"), Decimal("0.2")
VERY_NEAR = Decimal("0.05")
ROUNDING = Decimal("1.5")  # times what independent roundings add up to; two and a half deviations
JOIN = re.compile(r",|;|\band\b", re.IGNORECASE)
MOST = 6
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
UNCOUNTED = re.compile(r"[^,.;:]*,? and (?:the|an?|its|his|her|their)\b", re.IGNORECASE)


def wrong_totals(claims: Sequence[Claim]) -> Iterator[Pair]:
    """The parts do not add up to the total."""
    inside = (
        listed_behind(own) or split_up(own) or total_and_parts(own) or split_in_two(own) for own in sentences(claims)
    )
    for found in [*inside, *listed_after(claims)]:
        if found:
            total, parts = found
            if bundled(total, parts) or told_of_rest(total, parts[0], sum(map(figure, parts), Decimal(0)), claims):
                continue
            for part in parts[:1]:
                yield Pair(total, part, wrong(total, parts), fact_key(total))


def listed_after(claims: Sequence[Claim]) -> Iterator[tuple[Claim, list[Claim]]]:
    """Parts in a sentence that opens with "Of the dead, ..." or "Of those, ..." and the last total before it."""
    every = by_sentence(claims)
    for at, told in enumerate(every):
        own = [claim for claim in told if addable(claim)]
        if not 2 <= len(own) < MOST or OPEN.search(own[0].sentence.exact) or ALONE.search(own[0].sentence.exact):
            continue
        before = [c for some in every[max(0, at - 2) : at] for c in some if addable(c)]
        if opening := OF_THE.match(own[0].sentence.exact):
            total = next((c for c in reversed(before) if speaks_of(c, opening["what"])), None)
            near = NEAR
        else:
            total, near = next(reversed(before), None), VERY_NEAR
            if not total or total.sentence.start != every[at - 1][0].sentence.start or not shared_out(total, own):
                continue
        if total and adds_wrongly(total, own, near):
            yield total, own


def shared_out(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a sentence that opens with "Of those," only tells how many of them are this and how many that."""
    text = parts[0].sentence.exact
    plain = OF_THOSE.match(text) and all(re.search(r"\band\b|,", between(*pair)) for pair in pairwise(parts))
    return bool(plain) and len({profile(claim).dimension for claim in (total, *parts)}) == 1


def listed_behind(own: Sequence[Claim]) -> tuple[Claim, list[Claim]] | None:
    """The total and the list of all parts right behind it, where they nearly add up."""
    text = own[0].sentence.exact
    shown = REST.sub("", ELSEWHERE.sub("", EACH.sub("", text)))
    found = None if OPEN.search(shown) else list_of_parts(own)
    if (
        not found
        or OVERLAPPING.search(text[: found[1][-1].span.end - own[0].sentence.start])
        or len({profile(claim).dimension for claim in [found[0], *found[1]]}) > 1
    ):
        return None
    told = sum(map(figure, found[1])) in {figure(claim) for claim in own}  # they are the parts of another one
    return found if not told and adds_wrongly(*found, nearness(*found)) else None


def nearness(total: Claim, parts: Sequence[Claim]) -> Decimal:
    """How near a list must come to its total to be meant as all of it."""
    lead = between(total, parts[0]).rstrip()
    if (lead.endswith(":") and "," not in lead) or MADE_UP.search(lead) or a_digit_off(total, parts):
        return LISTED
    return NEAR


def a_digit_off(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts make the total but for one digit."""
    one, two = (f"{number.normalize():f}" for number in (figure(total), sum(map(figure, parts), Decimal(0))))
    return len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) == 1


def split_up(own: Sequence[Claim]) -> tuple[Claim, list[Claim]] | None:
    """The total and its parts where a sentence opens with it ("Of the 812 patients, 412 got it and 409 did not")."""
    total, text = own[0], own[0].sentence.exact
    before, comma = (
        text[: total.span.start - total.sentence.start],
        text.find(",", total.span.end - total.sentence.start),
    )
    parts = [claim for claim in own[1:] if comma < claim.span.start - claim.sentence.start]
    if not OF_ALL.fullmatch(before) or OPEN.search(text) or len(parts) != PAIR:
        return None
    same = len({profile(claim).dimension for claim in (total, *parts)}) == 1 and figure(total) >= MANY
    joint = re.search(r"\band\b", between(*parts)) and not CLAUSE.search(between(*parts))
    return (total, parts) if same and joint and adds_wrongly(total, parts, NEAR) else None


def split_in_two(own: Sequence[Claim]) -> tuple[Claim, list[Claim]] | None:
    """The total and two parts that exclude each other: they exceed it, or nearly reach it."""
    found = None if OPEN.search(own[0].sentence.exact) else exclusive(own)
    if not found or len({profile(claim).dimension for claim in [found[0], *found[1]]}) > 1:
        return None
    over = sum(map(figure, found[1])) > figure(found[0])
    return found if adds_wrongly(*found, CLOSE_TO if over else NEAR) else None


def speaks_of(claim: Claim, what: str) -> bool:
    """Whether a claim counts what a word names."""
    named = concepts.named(stems(what))
    seen = profile(claim)
    return bool(named.concepts & seen.core) or bool(set(named.rest) & (seen.heads | seen.modifiers))


def sentences(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The plain counts and amounts of each sentence, those of what did not happen apart from the others."""
    found: dict[tuple[int, bool], list[Claim]] = {}
    for claim in claims:
        if addable(claim):
            found.setdefault((claim.sentence.start, claim.assertion.status is Status.NEGATED), []).append(claim)
    return [own for own in map(without_number, found.values()) if 3 <= len(own) <= MOST]


def without_number(own: Sequence[Claim]) -> list[Claim]:
    """The figures of a sentence but that which only counts the others behind its colon: "in three towns: 40 in Ash, 31
    in Elm and 12 in Oak, 83 in all"."""
    for at, (one, following) in enumerate(pairwise(own)):
        behind = len(own) - at - 1
        if figure(one) in (behind, behind - 1) and behind > PAIR and ":" in between(one, following):
            return [*own[:at], *own[at + 1 :]]
    return list(own)


def addable(claim: Claim) -> bool:
    """Whether a claim is a plain figure that can be a part or a total."""
    said = claim.assertion
    plain = isinstance(said.value, Quantity) and said.value.single and not said.direction
    return (
        plain
        and not APIECE.match(after(claim))
        and said.status in (Status.ACTUAL, Status.PLANNED, Status.NEGATED)
        and profile(claim).dimension not in ("date", "share", "long time")
    )


def total_and_parts(own: Sequence[Claim]) -> tuple[Claim, list[Claim]] | None:
    """The total and the parts of a sentence that lists both and does not add up."""
    text = own[0].sentence.exact
    total = max(own, key=lambda claim: figure(claim))
    rest = [claim for claim in own if claim is not total]
    if (
        OPEN.search(text)
        or not (CLOSED.search(text) or announced(total, rest))
        or not all(kindred(total, part) for part in rest)
    ):
        return None
    if in_brackets(total):
        return None  # "Italy with ten gold medals (24 in total), ahead of Hungary with seven"
    if OVERLAPPING.search(text) and all(map(how, rest)) and not told_alike(rest):
        return None  # "341 of them from the coast and 251 in colour"
    if OVERLAPPING.search(text):
        sums = money(total) and len(rest) > PAIR and adds_wrongly(total, rest, NEAR)
        return (total, rest) if joined(rest) and (sums or falls_short(total, rest)) and not crossing(rest) else None
    return (total, rest) if adds_wrongly(total, rest) else None


def announced(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a colon stands between a total and all its parts, or before a total that is not told as they are."""
    first, text = parts[0], total.sentence.exact
    if first.span.start < total.span.start or ":" not in text:
        return False
    told = {how(part) for part in parts}
    return ":" in between(total, first) or (len(told) == 1 and how(total) not in told)


def in_brackets(total: Claim) -> bool:
    """Whether a total is put in brackets behind the figure of which it is another."""
    return before(total).rstrip().endswith("(") and ")" in after(total)[: 2 * REACH]


def crossing(parts: Sequence[Claim]) -> bool:
    """Whether one part says what they are and another what they do: "17,900 are adults and 5,600 come from abroad"."""
    first, *others = ({*WHAT_THEY.findall(after(part)[:REACH])[:1]} for part in parts)
    return bool(first) and any(one and one != first for one in others)


def joined(parts: Sequence[Claim]) -> bool:
    """Whether the parts are items of one list."""
    return all(JOIN.search(between(one, two)) for one, two in pairwise(parts))


def falls_short(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether parts that may overlap ("of whom ... and ...") nearly reach the total; what exceeds it can be overlap."""
    return sum(map(figure, parts)) < figure(total) and adds_wrongly(total, parts, VERY_NEAR)


def adds_wrongly(total: Claim, parts: Sequence[Claim], near: Decimal = CLOSE_TO) -> bool:
    """Whether the parts come close to the total and miss it by more than rounding; what is less than its rounding is no
    part ("1.4 million from 20 mills"), and one that is not counted is one more ("and the captain")."""
    if any(figure(part) <= looseness(total) for part in parts) or UNCOUNTED.match(after(parts[-1])):
        return False
    gap = abs(sum((figure(part) for part in parts), Decimal(0)) - figure(total))
    return slack([total, *parts]) < gap <= figure(total) * near


def kindred(total: Claim, part: Claim) -> bool:
    """Whether the part counts the same thing, narrowed."""
    one, two = profile(total), profile(part)
    if (two.heads | two.named) & SORTS and not (one.heads | one.named) & SORTS:
        return one.dimension == two.dimension
    same = bool(one.named & two.named) or bool(one.heads & two.heads) or not (two.named or two.heads)
    return one.dimension == two.dimension and same


def money(claim: Claim) -> bool:
    """Whether a claim states an amount; those of one sum do not overlap."""
    return claim.assertion.kind is Kind.MONEY


def slack(own: Sequence[Claim]) -> Decimal:
    """How far rounding can put the sum off; it does not go one way in every figure."""
    every = [looseness(claim) for claim in own]
    likely = ROUNDING * sum((one * one for one in every), Decimal(0)).sqrt()
    return min(sum(every, Decimal(0)), max(2 * max(every), likely))


def looseness(claim: Claim) -> Decimal:
    """How far a figure can be off as it is written."""
    value = claim.assertion.value
    assert isinstance(value, Quantity)
    about = figure(claim) / 20 if value.approx else Decimal(0)
    return max(value.quantum, value.round) / 2 + about


def wrong(total: Claim, parts: Sequence[Claim]) -> Finding:
    """The finding, with the sum as the total is written ("11.8" for "12.4 million")."""
    scale = figure(total) / (written(total) or figure(total) or Decimal(1))
    summed = sum((figure(part) for part in parts), Decimal(0)) / (scale or Decimal(1))
    shown = listed([words(part) for part in parts])
    detail = f"In {name(total)} the parts {shown} add up to {plain(summed)}, not to the stated total of {words(total)}."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_total", detail, Severity.HIGH)


def written(claim: Claim) -> Decimal:
    """The number that the digits of a figure make, whatever scale stands behind them; 0 for words."""
    found = NUMBER.search(claim.span.exact)
    return Decimal(found.group().replace(",", "")) if found else Decimal(0)


def plain(number: Decimal) -> str:
    """A number without zeros behind its point."""
    return f"{number.normalize():,f}"
