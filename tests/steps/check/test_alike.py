"""Pairs of near-copies are weighed once for each sort, and no otherwise than by themselves."""

from __future__ import annotations

from itertools import combinations

from registry.steps.check.alike import Alike, sorts
from registry.steps.match.profile import profile
from registry.steps.match.vetoes import VETOES
from registry.steps.match.weigh import STRANGE, features, refusals, refused
from tests.steps.makers import said

TOLD = [
    said("125", "The Court has 125 members.", what="member", of="Court", where="one"),
    said("125", "The Court has 125 members.", what="member", of="Court", where="two"),
    said("125", "The Court has 125 members.", what="member", of="Court", where="three"),
    said("123", "The Court has 123 members.", what="member", of="Court", where="three"),
    said("six", "The measures were extended to six judges.", what="judge", of="Court", where="two"),
]
SEEN = [profile(claim) for claim in TOLD]


def test_claims_of_one_sentence_in_several_documents_are_of_one_sort():
    assert sorts(TOLD, SEEN) == [0, 0, 0, 3, 4]


def test_each_pair_is_told_as_by_itself():
    alike = Alike(TOLD, SEEN, STRANGE)
    for one, two in combinations(range(len(TOLD)), 2):
        assert list(alike.features(one, two).items()) == list(features(SEEN[one], SEEN[two]).items())
        for akin in (0.0, 0.1, 0.6, 0.95):
            known = refused(SEEN[one], SEEN[two], akin, twin=None, strange=STRANGE)
            assert alike.refused(one, two, akin, twin=None) == known
            why = next(refusals(SEEN[one], SEEN[two], VETOES, akin, twin=None, strange=STRANGE), None)
            assert (why is not None) == known


def test_a_sort_of_pair_is_weighed_once():
    alike = Alike(TOLD, SEEN, STRANGE)
    for one, two in combinations(range(3), 2):
        alike.features(one, two)
    assert len(alike.heard) == 1
