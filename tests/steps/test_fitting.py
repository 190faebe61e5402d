"""What fits weights: the same twice, drawn towards a guess, and never the other way round than the guess."""

from __future__ import annotations

import numpy as np
import pytest

from registry.steps.fitting import Pace, chance, likeliest, parts, pulled, softened, solved, stepped, weighed

PACE = Pace(rounds=40, rate=0.1, decay=0.01)
ROWS = [(frozenset({"wet", "odd"}), 1), (frozenset({"dry"}), 0)] * 20 + [(frozenset({"rare", "dry"}), 1)]


def test_features_of_what_is_so_weigh_more_than_others():
    weights = stepped(ROWS, PACE)
    assert weights["wet"] > 0 > weights["dry"]
    assert chance({"wet"}, weights) > 0.8 > 0.2 > chance({"dry"}, weights)
    assert weights == stepped(ROWS, PACE)


def test_newton_steps_find_the_same_in_whatever_order():
    weights = solved(ROWS, least=2, penalty=1.0)
    assert weights["wet"] > 0 > weights["dry"]
    assert "rare" not in weights
    assert solved(ROWS[::-1], least=2, penalty=1.0) == pytest.approx(weights)


def test_what_too_few_rows_have_gets_no_weight():
    assert set(stepped(ROWS, PACE, least=2)) == {"bias", "wet", "dry", "odd"}


def test_a_weight_never_turns_against_its_guess_and_stays_at_it_without_examples():
    table = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 0.0], [0.0, 0.0]] * 20)
    prior = {"bias": 0.0, "kind": -1.0, "unseen": 0.7}
    found = pulled(table, np.array([1, 1, 0, 0] * 20), ["kind", "unseen"], prior)
    assert list(found) == ["bias", "kind", "unseen"]
    assert found["kind"] == 0
    assert found["unseen"] == pytest.approx(0.7)


def test_the_log_odds_of_a_row_are_its_weights_and_the_bias():
    assert weighed(np.array([[2.0, 1.0]]), ["a", "b"], {"a": 0.5, "b": -1.0, "bias": 0.25}).tolist() == [0.25]


def test_the_choice_that_rows_want_becomes_the_likeliest():
    choices = np.array([[0.0, 1.0], [1.0, 0.0]])

    def slopes(weights):
        yield choices.T @ (np.array([1.0, 0.0]) - softened(choices @ weights))

    found = likeliest(slopes, 2, rounds=200, rate=0.05, penalty=0.1)
    assert softened(choices @ found)[0] > 0.8


def test_every_group_is_left_out_once_and_never_on_both_sides():
    rows = [f"{group}{number}" for group in "abcde" for number in range(3)]
    split = list(parts(rows, lambda row: row[0], 2))
    assert sorted(row for _, out in split for row in out) == rows
    assert all({row[0] for row in kept}.isdisjoint(row[0] for row in out) for kept, out in split)
