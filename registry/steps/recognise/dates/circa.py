"""Years that are told roughly, "painted c. 1634", "built about 1650", and years behind a label, "Year: ca. 1820".

A newcomer's mistake: taking "about" before any four digits for it. "She printed about 1650" counts; what was built,
born or painted has a year, and "circa" hardly stands before anything else behind such a verb.
"""

from __future__ import annotations

import re

from registry.steps.recognise.line import Line
from registry.steps.recognise.tables import cues

LOOSELY, LEARNED = frozenset(("about", "around")), frozenset(("circa", "c", "ca"))
MADE, DATED = cues("periods_made"), frozenset(("dated", "in", "from", "to", "(", ":", "date", "year"))
LABELS, WORDS = cues("periods_labels"), re.compile(r"[a-z]+")
LABEL, ENDS = 8, frozenset(("", ".", "(", ";", ",", "in", "by", "at", "as"))
DONE, WERE = re.compile(r"[a-z]{3,}(?:ed|wn|en)"), frozenset(("is", "was", "are", "were", "been", "and", ","))


def circa(line: Line, at: int) -> int:
    """The index of the word that tells a year roughly, right before it; the year's own index where there is none.

    A place before which nothing of the kind stands costs one look.
    """
    tokens = line.tokens
    word = at - 2 if tokens.word(at - 1) == "." and tokens.word(at - 2) in LEARNED else at - 1
    said = tokens.word(word)
    if line.about.language.code != "en" or said not in LOOSELY | LEARNED:
        return at
    before = tokens.word(word - 1)
    if before in MADE or before in DATED:
        return word
    passive = DONE.fullmatch(before) is not None and tokens.word(word - 2) in WERE
    return word if said in LEARNED and passive else at


def labelled(line: Line, at: int) -> bool:
    """Whether a year is all that a row or a line says behind a label that asks for one: "Construction began: 1988"."""
    tokens, block = line.tokens, line.sentence.block
    if tokens.word(at + 1) not in ENDS:
        return False
    if block.cells:
        start, end = block.cells[0]
        label = line.about.folded[start:end] if at == 0 and tokens.starts[0] >= end else ""
    else:
        label = " ".join(tokens.low[:at]) if at <= LABEL and tokens.word(circa(line, at) - 1) == ":" else ""
    return not LABELS.isdisjoint(WORDS.findall(label.lower()))
