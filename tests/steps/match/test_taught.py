"""What people's judgements teach about words, and that the next document profits."""

from __future__ import annotations

import pytest

from registry.steps.check import examine
from registry.steps.match import Lesson, Taught, concepts, fact_key, keys, lesson, score, taught
from tests.steps.makers import said, year


def cabins(words="14", **more):
    return said(words, f"The wheel has {words} cabins.", what="cabin", of="Marlow Wheel", **more)


def pods(words="12", **more):
    return said(words, f"{words} pods turn on the wheel.", what="pod", of="Marlow Wheel", **more)


JOINED = Taught.of([Lesson("pod", "cabin", True)])


def test_words_that_somebody_joined_are_joined_in_the_next_document():
    assert not score(cabins(), pods()).same
    assert score(cabins(), pods(), lessons=JOINED).same


def test_a_lesson_joins_a_word_with_what_the_table_already_knows():
    left = said("31", "The club has 31 fellows.", what="fellow", of="Northern Club")
    right = said("32", "All 32 member states of the club agreed.", what="member state", of="Northern Club")
    assert not score(left, right).same
    assert score(left, right, lessons=Taught.of([Lesson("member state", "fellow", True)])).same


def test_two_known_concepts_that_somebody_joined_are_one():
    left = said("31", "The fair drew 31 buses.", what="bus", of="Marlow fair")
    right = said("32", "The fair drew 32 lorries.", what="lorry", of="Marlow fair")
    assert score(left, right).same is False
    assert score(left, right, lessons=Taught.of([Lesson("bus", "lorry", True)])).same


def test_words_that_somebody_held_apart_are_never_joined_again():
    left, right = cabins("14"), said("12", "The wheel has 12 cabins.", what="glass cabin", of="Marlow Wheel")
    apart = Taught.of([Lesson("cabin", "glass cabin", False)])
    found = score(left, right, lessons=apart)
    assert found.same is False
    assert "are different things" in found.against[0]


def test_words_held_apart_keep_what_they_named_before():
    left = said("12", "The death toll is 12.", what="toll", of="Ostrava flood")
    right = said("15", "The flood killed 15 people.", what="person", verb="kill", of="Ostrava flood")
    assert score(left, right, lessons=Taught.of([Lesson("toll", "fatality", False)])).same is not False


def test_the_later_of_two_lessons_counts():
    both = [Lesson("pod", "cabin", True), Lesson("cabins", "pods", False)]
    assert not score(cabins(), pods(), lessons=Taught.of(both)).same
    assert score(cabins(), pods(), lessons=Taught.of(reversed(both))).same


def test_claims_filed_before_a_lesson_are_found_after_it():
    filed, asked = set(keys(cabins())), keys(pods(), JOINED)
    assert filed & set(asked)
    assert not {key for key in filed if "cabin" in key} & set(keys(pods()))


def test_lessons_never_take_a_key_away():
    assert set(keys(cabins())) <= set(keys(cabins(), JOINED))


def test_joined_words_have_one_key_of_the_fact():
    assert fact_key(cabins()) != fact_key(pods())
    assert fact_key(cabins(), JOINED) == fact_key(pods(), JOINED)


def test_examining_with_lessons_in_use_profits_as_well():
    with taught.using(JOINED):
        assert examine([cabins(), pods()])
    assert concepts.default() is concepts.shipped()


def test_a_judgement_teaches_the_words_for_what_is_counted():
    assert lesson(pods(), cabins(), same=True) == Lesson("pod", "cabin", True)


@pytest.mark.parametrize(
    "other",
    [
        cabins(),
        said("€12", "Each of the pods cost €12.", what="cost", of="Marlow Wheel"),
        pods(period=year(1999)),
        said("12", "The ship has 12 pods.", what="pod", of="Marlow Ferry"),
    ],
    ids=["the same words", "another kind of value", "another period", "another subject"],
)
def test_holding_apart_what_other_things_tell_apart_teaches_nothing(other):
    assert lesson(cabins(), other, same=False) is None


def test_a_lesson_is_kept_as_a_record():
    told = Lesson("member state", "state party", True)
    assert Lesson.of(told.record()) == told


def test_a_lesson_about_nothing_is_left_out():
    assert not Taught.of([Lesson("pod", "pods", True), Lesson("", "cabin", True)])
