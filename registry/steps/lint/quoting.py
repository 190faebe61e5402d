"""Quotations of a draft held against stored texts: the same words, other words, or words that nobody has.

A newcomer's mistake: taking a likeness for a misquotation. Two sentences that say similar things are two sentences;
only words that are almost all the same, in the same order, are the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from registry.model.span import Span
from registry.steps.fold import fold
from registry.steps.lint.catalogue import RULES
from registry.steps.lint.problem import Fix, Problem, Reference, Stored
from registry.steps.lint.skip import quotations

FEWEST_WORDS = 5
ALIKE = 0.75
NEAR = 60.0
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['-][^\W\d_]+)*|%|[$€£]")
_ENDS = re.compile(r"[.!?,;:\"“”«»]|\n\s*\n")
_GAP = re.compile(r"\[[^\]\n]*\]|\(?(?:\.{3}|…|\. \. \.)\)?")


class Token(NamedTuple):
    """A word in lower case, and its place."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a text."""
    return [Token(one.group().lower(), one.start(), one.end()) for one in _WORD.finditer(fold(text))]


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """The quotations of a text, cut where words are left out or put in, that are long enough to be compared."""
    for start, end in quotations(text):
        at = start
        for gap in (*_GAP.finditer(text, start, end), None):
            stop = gap.start() if gap else end
            if len(_WORD.findall(fold(text[at:stop]))) >= FEWEST_WORDS:
                yield _trimmed(text, at, stop)
            at = gap.end() if gap else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


def misquoted(text: str, place: tuple[int, int], stored: Iterable[Stored]) -> Problem | None:
    """FACT005: a stored source has the quoted words differently."""
    words = tokens(text[place[0] : place[1]])
    best: tuple[float, Stored, str] | None = None
    for source in stored:
        likeness, found = nearest([one.word for one in words], source.text)
        if likeness == 1.0:
            return None
        if found and likeness >= ALIKE and (best is None or likeness > best[0]):
            best = (likeness, source, found)
    return _problem(text, place, best[1], best[2]) if best else None


def nearest(words: Sequence[str], text: str) -> tuple[float, str]:
    """How like the likest passage of a text is to some words (1 the same), and the passage."""
    said = tokens(text)
    if not said or not words:
        return 0.0, ""
    start, stop = _window(words, said, text)
    low, high = _edges(words, said[start:stop])
    passage = said[start + low : start + high]
    if not passage:
        return 0.0, ""
    likeness = Indel.normalized_similarity(list(words), [one.word for one in passage])
    low, high = _whole(words, said, text, (start + low, start + high))
    return likeness, " ".join(text[said[low].start : said[high - 1].end].split())


def _whole(words: Sequence[str], said: Sequence[Token], text: str, place: tuple[int, int]) -> tuple[int, int]:
    """A passage with the words that stand where the quotation begins or ends in words of its own; it leaves no clause.

    Without them the very words in which the two differ would be missing from what the source is said to have.
    """
    low, high = place
    for _ in range(list(words).index(said[low].word)):
        if low == 0 or _ENDS.search(text, said[low - 1].end, said[low].start):
            break
        low -= 1
    for _ in range(list(words[::-1]).index(said[high - 1].word)):
        if high == len(said) or _ENDS.search(text, said[high - 1].end, said[high].start):
            break
        high += 1
    return low, high


def _window(words: Sequence[str], said: Sequence[Token], text: str) -> tuple[int, int]:
    """The words of a text around the place that looks most like some words."""
    found = fuzz.partial_ratio_alignment(" ".join(words), fold(text).lower(), score_cutoff=NEAR)
    if found is None:
        return 0, 0
    inside = [at for at, one in enumerate(said) if one.end > found.dest_start and one.start < found.dest_end]
    if not inside:
        return 0, 0
    return max(0, inside[0] - len(words) // 3), min(len(said), inside[-1] + 1 + len(words) // 3)


def _edges(words: Sequence[str], said: Sequence[Token]) -> tuple[int, int]:
    """The part of a window that some words are like the most."""
    told = [one.word for one in said]
    starts = [at for at, word in enumerate(told) if word in words[:3]]
    ends = [at + 1 for at, word in enumerate(told) if word in words[-3:]]
    spans = [(low, high) for low in starts for high in ends if low < high]
    size = len(words)
    return max(
        spans,
        key=lambda span: (
            Indel.normalized_similarity(list(words), told[span[0] : span[1]]),
            -abs(span[1] - span[0] - size),
        ),
        default=(0, 0),
    )


def _problem(text: str, place: tuple[int, int], source: Stored, passage: str) -> Problem:
    """A misquotation."""
    start, end = place
    span = Span.cut(text, start, end)
    return Problem(
        rule="FACT005",
        level=RULES["FACT005"].level,
        span=span,
        sentence=span,
        message=f"{source.name} has these words differently: “{passage}”.",
        held=passage,
        link=source.link,
        sources=(Reference(source.name, passage, source.link, source.published),),
        fix=Fix(start, end, passage),
        proposal=passage,
    )
