"""A question in the words of a document: its own sentence with a blank where the figure stands.

A newcomer's mistake: quoting the figure too. The claims of one fact differ in it, and the question must fit them all.
"""

from __future__ import annotations

import re

from registry.model.assertion import Claim

BLANK = "…"
BEFORE, AFTER = 70, 50
# Where a quotation may begin or end without hurting: behind a clause.
STOP = re.compile(r"[;:—]\s|\.\s+(?=[A-Z])")
LOOSE = " ,;:—-"
WORD, FEWEST = re.compile(r"[^\W\d]+"), 4


def blanked(claim: Claim) -> str:
    """The words around a figure with a blank in its place; nothing where they are too few to tell.

    A sentence that is long is cut at words.
    """
    text, at = claim.sentence.exact, claim.span.start - claim.sentence.start
    before, after = text[:at], text[at + len(claim.span.exact) :]
    if text[at : at + len(claim.span.exact)] != claim.span.exact or len(WORD.findall(before + after)) < FEWEST:
        return ""
    before, after = (" ".join(part.split()) for part in (STOP.split(before)[-1], STOP.split(after)[0]))
    first, last = front(before), end(after)
    space = " " if last[:1].isalnum() else ""
    return f"{first} {BLANK}{space}{last}".strip(LOOSE + "." if not last else LOOSE).strip()


def cut(words: str) -> bool:
    """Whether a quotation leaves out more of its sentence than the figure."""
    return (words.startswith(BLANK + " ") and words.count(BLANK) > 1) or words.endswith(" " + BLANK)


def front(text: str) -> str:
    """The last words before a figure."""
    if len(text) <= BEFORE:
        return text
    return BLANK + " " + text[-BEFORE:].partition(" ")[2]


def end(text: str) -> str:
    """The first words behind a figure, without the stop of the sentence."""
    if len(text) <= AFTER:
        return text.rstrip(".!?")
    return text[:AFTER].rpartition(" ")[0].rstrip(LOOSE) + " " + BLANK
