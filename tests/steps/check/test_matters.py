"""Documents of one matter that share no names, where a third has those of both."""

from __future__ import annotations

import pytest

from registry.steps.check.matters import FEW, HANDFUL, Matters
from registry.steps.match.kinship import Kin


def kin(*names: str) -> Kin:
    return Kin(frozenset(names), frozenset(names), frozenset(), frozenset())


FAMILY = {"harbour": kin("harbour"), "island": kin("island"), "both": kin("harbour", "island"), "far": kin("far")}
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
    assert Matters(FAMILY, linked=True).between("far", "harbour") == 0.0
    chances["both", "harbour"] = 0.97
    assert Matters(FAMILY, linked=True).between("island", "harbour") == 0.02


def test_in_a_handful_a_third_that_is_likely_tells_enough_unless_two_places_are_told(chances):
    chances["harbour", "island"], chances["both", "harbour"] = 0.1, 0.85
    assert Matters(FAMILY, linked=True).between("island", "harbour") == 0.85
    many = FAMILY | {f"other {number}": kin("other") for number in range(HANDFUL)}
    assert Matters(many, linked=True).between("island", "harbour") == 0.1
    chances["harbour", "island"] = 0.02
    assert Matters(FAMILY, linked=True).between("island", "harbour") == 0.02


def test_a_registry_and_a_large_folder_ask_no_third(chances):
    many = FAMILY | {f"other {number}": kin("other") for number in range(FEW)}
    assert Matters(FAMILY, linked=False).between("island", "harbour") == 0.02
    assert Matters(many, linked=True).between("island", "harbour") == 0.02


def test_a_document_is_of_its_own_matter(chances):
    assert Matters(FAMILY, linked=True).between("far", "far") == 1.0


def test_a_document_that_nothing_ties_to_a_handful_of_others_is_trusted_to_be_one_of_them(chances):
    chances["both", "far"] = chances["far", "harbour"] = 0.3
    assert Matters(FAMILY, linked=True).between("far", "harbour") == pytest.approx(0.75)
    assert Matters(FAMILY, linked=True).between("far", "island") == 0.0  # of two places, as far as is told
    assert Matters(FAMILY, linked=False).between("far", "harbour") == 0.3


def test_in_a_larger_folder_nobody_is_trusted(chances):
    chances["both", "far"] = chances["far", "harbour"] = 0.3
    many = FAMILY | {f"other {number}": kin("other") for number in range(HANDFUL)}
    assert Matters(many, linked=True).between("far", "harbour") == 0.3
