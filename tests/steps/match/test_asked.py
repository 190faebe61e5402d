"""The question before a figure helps to know what the figure answers."""

from __future__ import annotations

from dataclasses import replace

from registry.steps.match.profile import profile
from registry.steps.match.telling import missed_words, rare_words
from registry.steps.match.told import near_words
from tests.steps.makers import said


def answer(words, sentence, question=""):
    claim = said(words, sentence)
    notes = (f"asked {question}",) if question else ()
    return profile(replace(claim, assertion=replace(claim.assertion, notes=notes)))


def test_the_words_of_the_question_stand_beside_its_answer():
    told = answer("1,900", "The railway lacks 1,900 drivers.")
    alone, asked = (answer("1,700", "We think 1,700.", question) for question in ("", "How many drivers are lacking?"))
    assert near_words(told, asked).value > near_words(told, alone).value
    assert rare_words(told, asked).value > rare_words(told, alone).value
    assert missed_words(told, asked).value < missed_words(told, alone).value


def test_a_question_about_something_else_does_not_speak_against_its_answer():
    told = answer("373", "Halden runs 373 shops in the valley.")
    alone, asked = (
        answer("390", "The new giant has 390 shops in the valley.", question)
        for question in ("", "Who needs cheap offers with so large a share of the market?")
    )
    assert near_words(told, asked).value == near_words(told, alone).value
    assert missed_words(told, asked).value == missed_words(told, alone).value
