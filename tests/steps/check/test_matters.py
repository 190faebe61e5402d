"""Documents of one matter that share no names, where a third has those of both."""

from __future__ import annotations

import pytest

from registry.steps.check.matters import FEW, HANDFUL, TRUST, Matters
from registry.steps.match.kinship import Kin


def kin(*names: str) -> Kin:
    return Kin(frozenset(names), frozenset(names), frozenset(), frozenset())


FAMILY = {"harbour": kin("harbour"), "island": kin("island"), "both": kin("harbour", "island"), "far": kin("far")}
MANY = FAMILY | {f"other {number}": kin("other") for number in range(HANDFUL)}
CHANCES = {("both", "harbour"): 0.995, ("both", "island"): 0.999, ("harbour", "island"): 0.02, ("both", "far"): 0.97}


@pytest.fixture
def chances(monkeypatch):
    """Kinship by a table, so that the third document alone is tested."""
    name = {id(one): document for document, one in FAMILY.items()}
    table = dict(CHANCES)

    def akin(one: Kin, two: Kin) -> float:
        left, right = sorted((name.get(id(one), ""), name.get(id(two), "")))
        return table.get((left, right), 0.0)

    monkeypatch.setattr("registry.steps.check.matters.akin", akin)
    return table


def test_two_documents_are_akin_if_a_third_is_surely_of_one_matter_with_both(chances):
    assert Matters(FAMILY, linked=True).between("island", "harbour") == 0.995


def test_a_third_that_is_only_likely_tells_nothing(chances):
    assert Matters(MANY, linked=True).between("far", "harbour") == 0.0
    chances["both", "harbour"] = 0.97
    assert Matters(MANY, linked=True).between("island", "harbour") == 0.02


def test_in_a_handful_a_third_that_is_likely_tells_enough_unless_two_places_are_told(chances, monkeypatch):
    chances["harbour", "island"], chances["both", "harbour"] = 0.01, 0.85
    assert Matters(FAMILY, linked=True).between("island", "harbour") == 0.85
    assert Matters(MANY, linked=True).between("island", "harbour") == 0.01
    monkeypatch.setattr("registry.steps.check.matters.set_elsewhere", lambda one, two: True)
    assert Matters(FAMILY, linked=True).between("island", "harbour") == 0.01


def test_a_registry_and_a_large_folder_ask_no_third(chances):
    many = FAMILY | {f"other {number}": kin("other") for number in range(FEW)}
    assert Matters(FAMILY, linked=False).between("island", "harbour") == 0.02
    assert Matters(many, linked=True).between("island", "harbour") == 0.02


def test_a_document_is_of_its_own_matter(chances):
    assert Matters(FAMILY, linked=True).between("far", "far") == 1.0


def test_in_a_handful_two_documents_are_trusted_to_be_of_one_matter(chances, monkeypatch):
    chances["both", "far"] = chances["far", "harbour"] = 0.05
    chances["both", "harbour"] = chances["both", "island"] = 0.7
    assert Matters(FAMILY, linked=True).between("far", "harbour") == TRUST
    assert Matters(FAMILY, linked=False).between("far", "harbour") == 0.05
    assert Matters(MANY, linked=True).between("far", "harbour") == 0.05
    monkeypatch.setattr("registry.steps.check.matters.set_elsewhere", lambda one, two: True)
    assert Matters(FAMILY, linked=True).between("far", "harbour") == 0.05


def test_two_groups_of_a_handful_that_are_tied_within_are_not_trusted_to_be_one(chances):
    chances.clear()
    chances["both", "harbour"] = chances["far", "island"] = 0.7
    chances["far", "harbour"] = 0.05
    assert Matters(FAMILY, linked=True).between("far", "harbour") == 0.05
    chances["far", "island"] = 0.05
    assert Matters(FAMILY, linked=True).between("far", "harbour") == TRUST
