"""The concept table: words that are brought together, and words that are kept apart."""

from __future__ import annotations

import pytest

from registry.steps.match import concepts
from registry.steps.match.words import stems


def names(text):
    return concepts.named(stems(text)).concepts


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("member states", "States Parties"),
        ("member countries", "member nations"),
        ("death toll", "people killed"),
        ("net sales", "turnover"),
        ("lay-offs", "redundancies"),
        ("protesters", "demonstrator"),
        ("paying subscribers", "subscription"),
        ("inhabitants", "population"),
        ("hospitalised people", "admitted to hospital"),
        ("infected people", "cases"),
        ("went into service", "opening"),
        ("operation start date", "opening date"),
        ("unfilled posts", "vacancies"),
        ("immunisation coverage", "vaccination rate"),
        ("electricity demand", "power consumption"),
        ("financial penalty", "fine"),
        ("took effect", "entry into force"),
    ],
)
def test_words_for_one_thing_share_a_concept(left, right):
    assert names(left) & names(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("killed", "injured"),
        ("injured", "missing"),
        ("signed", "ratified"),
        ("opening", "reopening"),
        ("forfeiture", "restitution"),
        ("nitrogen dioxide", "fine particles"),
        ("water consumption", "electricity consumption"),
        ("warrants issued", "warrants applied for"),
        ("outstanding", "executed"),
        ("seats", "votes"),
        ("revenue", "net profit"),
        ("profit", "loss"),
        ("magnitude", "depth"),
        ("charged", "convicted"),
        ("convicted", "acquitted"),
        ("monthly active users", "daily active users"),
        ("inflation", "unemployment"),
        ("birth rate", "death rate"),
        ("goals", "points"),
        ("budget", "deficit"),
    ],
)
def test_words_that_are_easily_confused_are_kept_apart(left, right):
    assert names(left) != names(right)


def test_a_phrase_outranks_its_words():
    assert names("job cut") == {"job_cut"}
    assert names("unemployment rate") == {"unemployment"}


def test_words_may_stand_apart():
    found, used = concepts.joined(frozenset(stems("cut forty jobs")))
    assert found == {"job_cut"}
    assert used == frozenset(stems("cut job"))


def test_every_concept_belongs_to_one_family_and_has_a_label():
    table = concepts.default()
    assert set(table.family) == set(table.label)
    assert set(table.behaviour) <= set(table.family)
    assert set(table.behaviour.values()) <= {"state", "total", "fixed"}
    assert len(table.family) > 400


def test_sets_of_words_are_found_as_if_each_was_looked_for():
    table = concepts.default()
    for needed, _ in table.together:
        every = frozenset(name for words, name in table.together if words <= needed)
        assert concepts.joined(needed | {"harbour"}) == (every, needed)
