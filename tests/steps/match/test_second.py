"""The second look: trees that correct the chance of a pair, and how they are grown."""

from __future__ import annotations

import json
from importlib.resources import files
from random import Random

import lightgbm
import pytest

from registry.steps.match import fit_second, second
from registry.steps.match.fit import fitted, rows
from registry.steps.match.fit_second import GROWTH, grown, signs, written
from registry.steps.match.profile import profile
from registry.steps.match.rivals import Standing
from registry.steps.match.weigh import said as heard
from registry.steps.trees import completed, planted, summed
from tests.steps.makers import said

KINDS = ("meet", "apart")


def made(count):
    """Traits of made-up pairs, the same on every run."""
    chance = Random(7)
    return [[chance.uniform(-5, 5) for _ in second.TRAITS] for _ in range(count)]


@pytest.mark.parametrize("kind", KINDS)
def test_no_trait_turns_against_its_meaning(kind):
    trees, moved = second.default()[kind], set()
    for traits in made(40):
        for at, sign in enumerate(signs()):
            odds = [summed(trees, [*traits[:at], value, *traits[at + 1 :]]) for value in (-6.0, 0.0, 0.5, 1.0, 6.0)]
            moved |= {second.TRAITS[at]} if odds[0] != odds[-1] else set()
            if sign:
                assert [sign * one for one in odds] == sorted(sign * one for one in odds), second.TRAITS[at]
    assert {"weight", "ratio"} <= moved


@pytest.mark.parametrize("kind", KINDS)
def test_trees_are_gone_down_as_their_file_has_them(kind):
    def odds(tree, traits):
        at = 0
        while at < len(tree["asked"]):
            at = 2 * at + 1 + (traits[tree["asked"][at]] > tree["above"][at])
        return tree["leaves"][at - len(tree["asked"])]

    told = json.loads(files("registry.steps").joinpath("data", "trees.json").read_text(encoding="utf-8"))[kind]
    for traits in made(20):
        assert summed(second.default()[kind], traits) == sum(odds(tree, traits) for tree in told)


def test_a_lead_over_rivals_makes_a_pair_likelier():
    left = said("12", "The flood killed 12 people.", what="person", of="Ostrava flood")
    right = said("15", "The flood killed 15 people.", what="person", of="Ostrava flood", where="b")
    seen_pair = profile(left), profile(right)
    told = heard(*seen_pair, 0.9)
    behind, ahead = (Standing(1.0, lead, lead, 0.0) for lead in (-3.0, 3.0))
    odds = [second.corrected(1.0, *seen_pair, heard=told, standing=at, meet=False) for at in (behind, ahead)]
    assert odds[0] < odds[1]


def test_a_tree_that_branches_once_is_completed():
    tree = {
        "split_feature": 3,
        "threshold": 0.5,
        "left_child": {"leaf_value": -1.0},
        "right_child": {"leaf_value": 2.0},
    }
    trees = planted([completed(tree)])
    traits = [0.0] * len(second.TRAITS)
    assert summed(trees, traits) == -1.0
    traits[3] = 0.6
    assert summed(trees, traits) == 2.0


def test_trees_are_grown_as_lightgbm_would_say(monkeypatch):
    monkeypatch.setattr(fit_second, "TREES", 20)
    monkeypatch.setitem(GROWTH, "min_data_in_leaf", 2)
    claims = [
        said(str(count), f"The {what} took {count} {what}s.", what=what, of="Ostrava flood", where=source)
        for source in ("a", "b")
        for what in ("ship", "boat", "house", "field", "bridge", "school")
        for count in ((12, 15) if source == "a" else (13,))
    ]
    data = [rows(claims, [claim.assertion.attribute for claim in claims])]
    weights = fitted(data)["alone"]
    models = []
    train = lightgbm.train

    def kept(*told):
        models.append(train(*told))
        return models[-1]

    monkeypatch.setattr(lightgbm, "train", kept)
    found = grown(data, weights)
    told = json.loads(written(found))
    assert told["traits"] == list(second.TRAITS)
    for model, kind in zip(models, KINDS, strict=True):
        trees = planted(told[kind])
        for traits in made(30):
            assert summed(trees, traits) == pytest.approx(model.predict([traits], raw_score=True)[0], abs=1e-3)


def test_a_file_of_other_traits_is_refused(monkeypatch):
    monkeypatch.setattr(second, "TRAITS", (*second.TRAITS, "more"))
    second.default.cache_clear()
    with pytest.raises(ValueError, match="fit_second"):
        second.default()
    second.default.cache_clear()
