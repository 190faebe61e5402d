"""Percentages that do not make the one beside them: steps of a rise, and answers to one question.

A newcomer's mistake: adding up steps and nothing else. Two rises of ten per cent make 20 or 21, by whoever adds or
multiplies them; and shares of one whole exceed it only where each answer excludes the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from math import prod

from registry.model.assertion import Claim, Kind
from registry.model.finding import Finding, Relation, Severity
from registry.model.quantity import Quantity
from registry.steps.check.lists import by_sentence
from registry.steps.check.parts import plain, wrong
from registry.steps.check.said import after, before, between, figure, unit
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import listed, name, words
from registry.steps.match import fact_key

IN_ALL = re.compile(
    r"(?: [a-z]+)?\W{0,2}\s*(?:in all|in total|altogether|all told|overall|in (?:two|three|four) (?:steps|stages))\b",
    re.IGNORECASE,
)
A_TOTAL = re.compile(r"\b(?:a total of|altogether|in all|in total|overall)(?: by)? $", re.IGNORECASE)
LEAD = re.compile(r"[^.;:\d%]{0,60}?(?:,|:| [–—-]|\()\s*(?:by |first |namely )?", re.IGNORECASE)
# "in April 2025", "from May": when each step is taken.
WHEN = (
    r" (?:more |another )?(?:in|on|from|at|after|with effect from|this|next|last|later|immediately|now|then|at once)\b"
)
TIMED = re.compile(
    r"\b(?:[12]\d{3}|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|spring|summer|autumn|"
    r"winter|quarter|half|step|stage|year|month|now|immediately|at once|this|next|last|first|second|third)\b",
    re.IGNORECASE,
)
STEP = re.compile(
    rf"{WHEN}[^,;:()%]{{0,40}}?(?:,? and|,? then|,|;)\s*(?:then |another |a further |by |by another )*", re.IGNORECASE
)
END = re.compile(rf"{WHEN}[^;:()%]{{0,60}}?(?:[.;)]|$|,)", re.IGNORECASE)
AVERAGE = re.compile(r"\b(?:average|each|every|among|for (?:men|women|the)|of (?:men|women|those))\b", re.IGNORECASE)
FAR = Decimal("0.4")
# Answers of which each excludes the others.
ANSWERS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "in favou?r|for it|yes|supported?|supports?|approved?|backed|agreed?|said yes|positive",
        "against|opposed?|opposes?|no|said no|rejected?|disapproved?|disagreed?|negative",
        "undecided|unsure|don't know|did not know|no opinion|abstained?|abstentions?|gave no answer|neutral",
    )
)
MANY, AHEAD = 3, 40
ALL, OVER = Decimal(100), Decimal("1.5")


def wrong_percents(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Steps do not make the percentage that they are to make in all, or answers to one question exceed a hundred."""
    for own in by_sentence(claims):
        yield from steps([one for one in own if single(one)])
        shares = [one for one in own if one.assertion.kind is Kind.PERCENT and single(one)]
        if len(shares) >= len(ANSWERS):
            yield from answers(shares)


def steps(shares: Sequence[Claim]) -> Iterator[Pair]:
    """A percentage in all and the steps right behind it."""
    if len(shares) < MANY or len({unit(one) for one in shares}) > 1:
        return
    total, parts = shares[0], list(shares[1:])
    percents = total.assertion.kind is Kind.PERCENT
    if not (percents or total.assertion.direction):
        return
    told = IN_ALL.match(after(total)) or A_TOTAL.search(before(total))
    if not told or not LEAD.fullmatch(between(total, parts[0])) or AVERAGE.search(total.sentence.exact):
        return
    if not all(STEP.fullmatch(between(*pair)) for pair in pairwise(parts)) or not END.match(after(parts[-1])):
        return
    if not all(TIMED.search(after(part)[:AHEAD]) for part in parts):
        return  # "by 4 per cent in towns and 7 per cent in villages"
    added = sum(map(figure, parts), Decimal(0))
    built = added if not percents else (prod((1 + figure(one) / 100 for one in parts), start=Decimal(1)) - 1) * 100
    slack = sum((quantum(one) for one in parts), quantum(total)) / 2 if percents else Decimal(0)
    low, high = min(added, built) - slack, max(added, built) + slack
    off = not low <= figure(total) <= high and abs(figure(total) - added) < added * FAR
    if off and all(figure(one) < figure(total) for one in parts):
        yield Pair(total, parts[0], wrong(total, parts), fact_key(total))


def answers(shares: Sequence[Claim]) -> Iterator[Pair]:
    """Three answers to one question, of which each excludes the others."""
    kinds = [answer(one, shares) for one in shares]
    if AVERAGE.search(shares[0].sentence.exact) or len(shares) != len(ANSWERS) or sorted(kinds) != [0, 1, 2]:
        return
    summed = sum(map(figure, shares), Decimal(0))
    if summed > ALL + OVER and summed < ALL * 2:
        yield Pair(shares[0], shares[1], too_much(shares, summed), fact_key(shares[0]))


def answer(share: Claim, shares: Sequence[Claim]) -> int:
    """Which answer a percentage is of; -1 for none or more than one."""
    stop = min((one.span.start for one in shares if one.span.start > share.span.start), default=share.sentence.end)
    told = share.sentence.exact[share.span.end - share.sentence.start : stop - share.sentence.start]
    found = [at for at, words in enumerate(ANSWERS) if words.search(told)]
    return found[0] if len(found) == 1 else -1


def single(claim: Claim) -> bool:
    """Whether a claim states one figure, and not about how much."""
    value = claim.assertion.value
    return isinstance(value, Quantity) and value.single and not value.approx


def quantum(claim: Claim) -> Decimal:
    """One unit of the last digit of a percentage."""
    value = claim.assertion.value
    return (value.quantum or Decimal(1)) if isinstance(value, Quantity) else Decimal(1)


def too_much(shares: Sequence[Claim], summed: Decimal) -> Finding:
    """The finding about answers that are more than all."""
    shown = listed([words(one) for one in shares])
    detail = f"In {name(shares[0])} the answers {shown} add up to {plain(summed)} per cent, more than all."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_total", detail, Severity.MEDIUM)
