"""The question that a claim answers, for what stands around its figure: "How many drivers are missing? We think 1,900."

A newcomer's mistake: holding it against an answer that the question has words which the other text does not. A question
says more than is asked.
"""

from __future__ import annotations

from dataclasses import replace

from registry.model.assertion import Claim
from registry.steps.match.nearby import Nearby, nearby
from registry.steps.match.words import content

ASKED = "asked "
WEIGHT, CONCEPT = 0.25, 0.35  # a word that narrows, or who says so, must stand closer


def asked(claim: Claim) -> str:
    """The question right before the sentence of a claim; "" where there is none."""
    return next((note.removeprefix(ASKED) for note in claim.assertion.notes if note.startswith(ASKED)), "")


def with_question(near: Nearby, question: str) -> Nearby:
    """What stands around a figure and in the question that it answers, which stands farther off."""
    if not question:
        return near
    told = nearby(question, len(question), len(question))
    words = {**dict.fromkeys(content(question), WEIGHT), **dict(near.words)}
    far = {name: min(weight, CONCEPT) for name, weight in told.concepts}
    return replace(
        near, words=tuple(sorted(words.items())), concepts=tuple(sorted({**far, **dict(near.concepts)}.items()))
    )
