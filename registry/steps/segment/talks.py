"""Talks: who speaks in the lines of a transcript or an interview, and where the words of each turn begin.

A newcomer's mistake: every word before a colon. "Length: 48 m" opens a line of facts; a speaker opens several lines,
has a name of two words or stands in capitals, and there are two speakers at least.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from registry.model.span import Sentence

FEWEST, LABEL = 3, 100
OPENER = re.compile(
    r"(?:\[?\d{1,2}[:.]\d\d\]? )?(?:Q?\d{1,3}[.)]? )?"  # [10:42], Q12
    r"(?P<who>[A-Z][A-Z .'-]{1,40}|Q|A|(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr|Prof)\.? )?"
    r"[A-Z][a-z'-]+(?: [A-Z][\w'-]+){0,2})(?: \([^()]{2,50}\))? ?: "
)
HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr|Prof)\.? (?=[A-Z])")


class Turn(NamedTuple):
    """A turn in a talk: who speaks, without "Ms" and not in capitals, and where the words begin."""

    who: str
    start: int


def turns(text: str, sentences: Sequence[Sentence]) -> dict[int, Turn]:
    """The turns of a talk by the number of the sentence that opens them; none where the text is no talk."""
    hits = {number: hit for number, part in enumerate(sentences) if (hit := opener(text, part))}
    often = Counter(hit["who"] for hit in hits.values())
    kept = {number: hit for number, hit in hits.items() if takes_turns(hit["who"], often)}
    if len(kept) < FEWEST or len({hit["who"] for hit in kept.values()}) < 2:
        return {}
    return {number: Turn(named(hit["who"].strip()), hit.end()) for number, hit in kept.items()}


def spoken(text: str, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences, those that open a turn in a talk without the speaker's name."""
    opened = turns(text, sentences)
    if not opened:
        return sentences
    return [replace(part, start=opened[at].start) if at in opened else part for at, part in enumerate(sentences)]


def opener(text: str, part: Sentence) -> re.Match[str] | None:
    """The words before a colon that a sentence opens with."""
    end = min(part.end, part.start + LABEL)
    return OPENER.match(text, part.start, end) if text.find(":", part.start, end) > 0 else None


def takes_turns(who: str, often: Counter[str]) -> bool:
    """Whether what stands before a colon can be a speaker: one plain word must open several lines."""
    return " " in who or who.isupper() or often[who] > 1


def named(who: str) -> str:
    """A speaker's name as a text would write it."""
    return HONORIFIC.sub("", who.title() if who.isupper() and len(who) > 1 else who)
