"""Whose value a question asks for: how far its names are those that a claim is about.

A newcomer's mistake: taking the words of a name for the name. A text about a criminal court that speaks of justice
says nothing about the Court of Justice.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.model.assertion import Claim, Kind
from registry.model.term import Term
from registry.steps.ask.bodies import asked_of, is_anothers
from registry.steps.ask.sorts import Sort
from registry.steps.ask.wish import NAME, Wish
from registry.steps.match.entities import Same, bare, compare, parts
from registry.steps.match.profile import Profile
from registry.steps.match.words import STOP_STEMS, content, stem, stems

CLOSE = 0.35
BETWEEN, OTHER = 2, 0.5
DOES = r"\b(?:do|does|did|has|have|had|will|can|is|was|are|were)(?: the)?"


def whose_is(wanted: Wish, claim: Claim, seen: Profile) -> tuple[float, str]:
    """How far the names of a question are those that a claim is about."""
    theirs = wanted.sort is Sort.PERSON and is_anothers(asked_of(wanted), claim)
    if not wanted.names:
        return OTHER if theirs else 1.0, ""
    told = [name for name in (seen.subject, claim.source.title, seen.topic, seen.place, office(claim)) if name]
    heard = seen.sentence | seen.context | {part for name in told for part in content(name)}
    texts = (*told, claim.sentence.exact)
    part = OTHER if theirs else 1.0
    found = [_named(name, told, heard, texts) * part * _bearing(name, wanted, claim, seen) for name in wanted.names]
    known = [name for name, part in zip(wanted.names, found, strict=True) if part > CLOSE]
    return min(found), f"both are about {', '.join(known)}" if known else ""


def _named(name: str, told: list[str], heard: frozenset[str], texts: tuple[str, ...]) -> float:
    """How far a claim is about what has this name; its subject counts more than a name in passing."""
    if told and compare(name, told[0]) is Same.YES:
        return 1.0
    if any(compare(name, other) is Same.YES for other in told):
        return 0.92
    words = bare(name)
    part = len(words & heard) / len(words) if words else 0.0
    return 0.85 if part == 1.0 and (len(words) == 1 or _spoken(name, texts)) else 0.4 * part


def _bearing(name: str, wanted: Wish, claim: Claim, seen: Profile) -> float:
    """How likely a figure is of what a question names as whoever has it or did it, where a claim names another for that
    and the name stands in the title only."""
    if wanted.sort is Sort.PERSON:
        near = (*filter(None, (seen.place, office(claim), claim.source.publisher)), claim.sentence.exact)
        known = any(compare(name, one) is Same.YES for one in near[:-1]) or _spoken(name, near)
        return 1.0 if known or _opens(name, claim.source.title or "") else OTHER
    if seen.subject is None or compare(name, seen.subject) is not Same.NO or not seen.subject[:1].isupper():
        return 1.0
    asked = re.search(rf"{DOES} {re.escape(name)}\b", wanted.text, re.IGNORECASE)
    near = (*filter(None, (seen.topic, seen.place, office(claim))), claim.sentence.exact)
    return OTHER if asked and not _spoken(name, near) else 1.0


def _opens(name: str, title: str) -> bool:
    """Whether a title begins with a name, or with a short or long form of it."""
    first = NAME.match(title.removeprefix("The ").removeprefix("A "))
    return first is not None and compare(name, first.group()) is Same.YES


def _spoken(name: str, texts: tuple[str, ...]) -> bool:
    """Whether the words of a name stand together in one of some texts, in order and with hardly a word between."""
    wanted = tuple(stem(word) for word in parts(name))
    return any(_together(wanted, _run(text)) or re.search(rf"\b{re.escape(name)}\b", text) for text in texts)


@lru_cache(maxsize=4_096)
def _run(text: str) -> tuple[str, ...]:
    """The stems of a text in order, without small words."""
    return tuple(word for word in stems(text) if word not in STOP_STEMS)


def _together(wanted: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether some words stand in a text in order, the first and the last not far apart."""
    for start in (at for at, word in enumerate(said) if word == wanted[0]):
        rest = iter(said[start : start + len(wanted) + BETWEEN])
        if all(word in rest for word in wanted):
            return True
    return False


def office(claim: Claim) -> str | None:
    """The words of the office that a claim gives to somebody."""
    value = claim.assertion.value
    return value.label if isinstance(value, Term) and claim.assertion.kind is Kind.ROLE else None
