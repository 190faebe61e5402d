"""Sentences that are the same but for their figures: one is an edited copy of the other, or both fill in one form.

Which figure of one answers to which figure of the other is then no matter of likeness: those that stand in the same
place do, the others do not. A newcomer's mistake: calling two lines of a table twins. They differ in a name, and a few
words are no text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from registry.model.assertion import Claim
from registry.model.moment import Moment
from registry.steps.match.nearby import MONTHS
from registry.steps.match.words import plain
from registry.steps.recognise.tables import read

TOKEN = re.compile(r"\d+(?:[.,:]\d+)*\w*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
COMPARING = frozenset(
    word
    for words in (
        "more less fewer than over under above below about around",
        "nearly almost some roughly approximately least most",
    )
    for word in words.split()
)
NUMERALS = ("numbers", "tens", "scales", "short_scales", "ordinals")
DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:" + "|".join(MONTHS) + r")\b")
LEAST = 6


class Form(NamedTuple):
    """A sentence without its figures: the words; the figures with their comparators before each word and behind the
    last, as text; where each part of a figure starts, and before which word."""

    words: tuple[str, ...]
    figures: tuple[str, ...]
    starts: tuple[tuple[int, int], ...]


@lru_cache(maxsize=20_000)
def form(sentence: str) -> Form:
    """A sentence taken apart."""
    words: list[str] = []
    starts: list[tuple[int, int]] = []
    figures: list[list[str]] = [[]]
    for found in TOKEN.finditer(sentence):
        word = plain(found.group())
        if is_figure(word) or word in COMPARING:
            figures[-1].append(word)
            starts += [] if word in COMPARING else [(found.start(), len(words))]
        else:
            words.append(word)
            figures.append([])
    return Form(tuple(words), tuple(" ".join(some) for some in figures), tuple(starts))


def follows(of: Form, sentence: str) -> bool:
    """Whether a sentence is the same as one that was taken apart, but for its figures; most are told apart by a word
    or two."""
    place = 0
    for found in TOKEN.finditer(sentence):
        word = plain(found.group())
        if is_figure(word) or word in COMPARING:
            continue
        if place == len(of.words) or of.words[place] != word:
            return False
        place += 1
    return place == len(of.words)


def is_figure(word: str) -> bool:
    """Whether a word is of a figure or a date."""
    return word[:1].isdigit() or word in numerals()


@cache
def numerals() -> frozenset[str]:
    """The words that figures and dates are written in."""
    table = read("words_en.toml")
    return frozenset(word for name in NUMERALS for word in table[name]) | frozenset(MONTHS)


def twins(left: Claim, right: Claim) -> bool | None:
    """Whether two claims of different documents stand in the same place of sentences that are the same but for their
    figures; None where the sentences are not, or where it may be another time that they speak of."""
    if left.source.id == right.source.id:
        return None
    one, two = form(left.sentence.exact), form(right.sentence.exact)
    if one.words != two.words or sum(word[0].isalpha() for word in one.words) < LEAST:
        return None
    mine, other = places(left, one), places(right, two)
    if not mine or not other:
        return None
    if mine[0] != other[0]:
        return False
    beside = [pair for at, pair in enumerate(zip(one.figures, two.figures, strict=True)) if at not in {*mine, *other}]
    beside.append((rest(left, one, mine), rest(right, two, other)))
    day = isinstance(left.assertion.value, Moment)  # "In March 410 died", "In April 380 died"
    moved = any(a != b and (day or DATED.search(a) or DATED.search(b)) for a, b in beside)
    return None if moved else True


def rest(claim: Claim, of: Form, at: list[int]) -> str:
    """What stands right beside a claim's figure without a word between: the 410 of "In March 410"."""
    own = {plain(word) for word in TOKEN.findall(claim.span.exact)}
    return " ".join(word for place in dict.fromkeys(at) for word in of.figures[place].split() if word not in own)


def places(claim: Claim, of: Form) -> list[int]:
    """Before which words of its sentence the parts of a claim's figure stand ("September 12, 2010" has two); none where
    it has no figure."""
    start = claim.span.start - claim.sentence.start
    end = start + len(claim.span.exact)
    return [word for at, word in of.starts if start <= at < end]
