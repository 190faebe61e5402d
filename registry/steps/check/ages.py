"""Ages that a person's dates do not give: "born on 14 March 1931 ... died on 2 September 2019 at the age of 78".

A newcomer's mistake: subtracting two years. Whoever was born in 1950 was 60 or 61 in 2011; and the day must be that of
the age, not any other of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps.check.lists import by_sentence
from registry.steps.check.said import after, before, between
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key

BIRTH = re.compile(r"\bbirth (?:date|year|day)$")
AGED = r"(?:at the age of|at age|at|aged|when (?:he|she|they) (?:was|were)) "
DAY_THEN_AGE = re.compile(
    rf"(?: (?!and|but|before|after|had|who|whose|as|while)[^\s,;:.()\d]+){{0,5}},? {AGED}", re.IGNORECASE
)
AGE_THEN_DAY = re.compile(r",? (?:on|in) (?:the )?", re.IGNORECASE)
DIED_AT = re.compile(rf"\b(?:died|dies|death|passed away)(?: [a-z]+){{0,4}},? {AGED}$", re.IGNORECASE)
# Whose age it may be else: "his wife died in 2015, aged 71".
OTHERS = re.compile(
    r"(?:\b(?:his|her|their|whose|its)|['’]s) (?:[a-z]+ ){0,2}?(?:wife|husband|widow|widower|son|daughter|child|"
    r"mother|father|parents?|brother|sister|twin|uncle|aunt|cousin|nephew|niece|grand\w+|partner|fianc[eé]e?|friend|predecessor|"
    r"successor|colleague|dog|horse|cat)\b|^\W*(?:His|Her|Their)\b",
    re.IGNORECASE,
)
YEARS = re.compile(r"[12]\d{3}\s*[–—-]\s*[12]\d{3}")
MOST, FAR, BACK = 120, 25, 6


class Life(NamedTuple):
    """When somebody was born, and how the document tells it; the day of death where it stands in the same brackets."""

    claim: Claim
    low: date
    high: date
    end: tuple[date, date] | None


def wrong_ages(claims: Sequence[Claim]) -> Iterator[Pair]:
    """An age is not what lies between a person's birth and the day beside the age."""
    sentences = by_sentence(claims)
    for at, own in enumerate(sentences):
        for claim in own:
            if not age(claim) or OTHERS.search(before(claim)):
                continue
            near = [one for some in sentences[max(0, at - BACK) : at + 1] for one in some]
            life = born(claim, near)
            day = life and (day_beside(claim, own) or (life.end if DIED_AT.search(before(claim)) else None))
            if life and day and missed(claim, life, day):
                yield Pair(life.claim, claim, wrong(claim, life, day), fact_key(claim))


def age(claim: Claim) -> bool:
    """Whether a claim states an age in years."""
    value, told = claim.assertion.value, claim.assertion.attribute
    plain = isinstance(value, Quantity) and value.unit == "year" and value.single and not value.approx
    return plain and told is not None and told.label == "age"


def born(claim: Claim, near: Sequence[Claim]) -> Life | None:
    """The only birth that is told of the person of an age, before it or in its sentence."""
    lives = [life for one in near if (life := life_of(one)) and same(one, claim, life)]
    return lives[0] if len({(one.low, one.high) for one in lives}) == 1 else None


def life_of(claim: Claim) -> Life | None:
    """The life that a date of birth begins, or that stands in brackets behind a name."""
    value, told = claim.assertion.value, claim.assertion.attribute
    if not isinstance(value, Moment) or value.open:
        return None
    if told and BIRTH.search(told.label):
        return Life(claim, value.low, value.high, None)
    bracketed = before(claim).endswith("(") and after(claim).startswith(")") and value.low.year < value.high.year
    if not bracketed:
        return None
    years = bool(YEARS.fullmatch(claim.span.exact))
    low, high = value.low, value.high
    first, last = (date(low.year, 12, 31), date(high.year, 1, 1)) if years else (low, high)
    return Life(claim, low, first, (last, high))


def same(one: Claim, claim: Claim, life: Life) -> bool:
    """Whether a birth is that of the person of an age."""
    subject = claim.assertion.subject.label if claim.assertion.subject else ""
    if life.end:  # the brackets stand behind the name
        return bool(subject) and subject.split()[-1] == before(one).rstrip("( ").rpartition(" ")[2]
    whose = one.assertion.subject.label if one.assertion.subject else ""
    return bool(subject) and subject == whose


def day_beside(claim: Claim, own: Sequence[Claim]) -> tuple[date, date] | None:
    """The day to which an age belongs, right before or right behind it."""
    for one in own:
        value = one.assertion.value
        if not isinstance(value, Moment) or value.open or (value.high - value.low).days > 366:
            continue
        if (one.span.end <= claim.span.start and DAY_THEN_AGE.fullmatch(between(one, claim))) or (
            claim.span.end <= one.span.start and AGE_THEN_DAY.fullmatch(between(claim, one))
        ):
            return value.low, value.high
    return None


def missed(claim: Claim, life: Life, day: tuple[date, date]) -> bool:
    """Whether an age is too high or too low for its dates, and near enough to be meant."""
    value = claim.assertion.value
    said = int(value.low or 0) if isinstance(value, Quantity) else 0
    least, most = full(life.high, day[0]), full(life.low, day[1])
    off = least - said if said < least else said - most
    return least >= 0 and most <= MOST and 0 < off <= FAR


def full(first: date, last: date) -> int:
    """The full years between two days."""
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def wrong(claim: Claim, life: Life, day: tuple[date, date]) -> Finding:
    """The finding, with the age that the dates give."""
    least, most = full(life.high, day[0]), full(life.low, day[1])
    due = f"{least}" if least == most else f"{least} or {most}"
    detail = f"{name(claim)} gives an age of {words(claim)}, but by the document's own dates it was {due}."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_age", detail, Severity.MEDIUM)
