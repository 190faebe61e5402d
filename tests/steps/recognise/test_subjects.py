"""Sentences over many subjects and languages, frozen after reading them; and traces that tell the whole story."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from registry.model.quantity import Quantity
from registry.model.span import Block, BlockKind, Sentence
from registry.steps.recognise import recognise, replay
from tests.steps.recognise.test_recognise import PUBLISHED, expect, read

CASES = json.loads((Path(__file__).parents[2] / "cases" / "recognise_subjects.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "wanted"), CASES["subjects"])
def test_values_of_many_subjects_are_read(text, wanted):
    expect(text, wanted)


@pytest.mark.parametrize(("language", "text", "wanted"), CASES["languages"])
def test_french_german_and_spanish_sentences_are_read(language, text, wanted):
    expect(text, wanted, language)


@pytest.mark.parametrize("text", [text for text, _ in CASES["subjects"]])
def test_replaying_a_trace_gives_the_figure(text):
    for mention in read(text):
        value = mention.value
        if isinstance(value, Quantity) and (value.single or value.low is None or value.high is None):
            figure = value.low if value.low is not None else value.high
            replayed = replay(mention.trace)
            assert replayed is not None
            assert figure is not None
            assert abs(replayed - figure) <= abs(figure) / 10**6


def test_a_part_of_a_stated_whole_is_two_counts_and_says_so():
    part, whole = read("25 of the 100 trains were late.")
    assert (part.notes, whole.notes) == (("share_of",), ())


def test_the_duration_that_opens_a_title_only_frames_it():
    text = "Two years of drought"
    sentence = Sentence(0, len(text), Block(0, len(text), BlockKind.HEADING))
    assert recognise(text, [sentence], published=PUBLISHED, language="en")[0][0].notes == ("label",)


def test_a_sentence_of_endless_figures_stays_bounded():
    text = "1/2 " * 20_000
    assert len(read(text)) == 2_000
