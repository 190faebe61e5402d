"""Documents of which the registry found that one repeats the other are one witness."""

from __future__ import annotations

from dataclasses import replace

from registry.model.assertion import Claim
from registry.model.document import Source
from registry.model.span import Span
from registry.steps.check.witnesses import witnesses
from tests.actions.makers import said


def claim(document: str, origin: str | None, alike: float | None = None) -> Claim:
    """A claim in a document whose text is from another."""
    sentence, assertion = said("12")
    words = Span(0, len(sentence), sentence)
    return Claim(Source(document, origin=origin, alike=alike), words, words, replace(assertion))


def test_a_text_and_its_copy_are_one_voice_and_say_how_much_they_share():
    (both,) = witnesses([claim("a", "a"), claim("b", "a", 0.93)])
    assert both.why == "one text repeats the other, 93% of it word for word"


def test_texts_of_their_own_and_texts_nobody_compared_are_two_voices():
    assert len(witnesses([claim("a", "a"), claim("b", "b")])) == 2
    assert len(witnesses([claim("a", None), claim("b", None)])) == 2
