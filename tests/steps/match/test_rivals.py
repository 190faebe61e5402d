"""What the other claims of two documents say about a pair, and whether two documents are akin."""

from __future__ import annotations

import dataclasses

from registry.steps.match.kinship import akin, kin
from registry.steps.match.profile import profile
from registry.steps.match.rivals import CLEAR, Rivals, settled
from registry.steps.match.weigh import default
from tests.steps.makers import said


def three():
    """A figure of one document, and two figures of another."""
    left = said("12", "The flood killed 12 people.", what="person", of="Ostrava flood")
    near = said("15", "The flood killed 15 people.", what="person", of="Ostrava flood")
    far = said("90", "The flood spared 90 people.", what="person", of="Ostrava flood")
    return [profile(left), profile(near), profile(far)]


def test_a_pair_without_rivals_stands_clear():
    seen = three()[:2]
    assert Rivals(seen, {(0, 1): 2.0}).standing(0, 1, 2.0).narrow == CLEAR


def test_a_better_partner_in_the_same_document_narrows_the_margin():
    left, near, far = three()
    far = dataclasses.replace(far, document=near.document)
    rivals = Rivals([left, near, far], {(0, 1): 2.0, (0, 2): 0.5})
    assert rivals.standing(0, 1, 2.0).narrow == 1.5
    assert rivals.standing(0, 2, 0.5).narrow == -1.5


def test_the_clearer_pair_is_the_likelier_one():
    seen = three()
    alone, among = Rivals(seen, {}), default().among["apart"]
    clear = alone.standing(0, 1, 0.5)
    assert settled(clear, among) > settled(clear._replace(narrow=-2.0), among)


def test_reports_of_two_quakes_that_share_no_name_are_not_akin():
    words = "The quake struck near {0} at dawn, said {1} of the office in {2}, and rescue teams from {3} went there."
    left = said("12", words.format("Alpham", "Bergen", "Gammaville", "Deltona") + " It killed 12 people.")
    right = said("30", words.format("Quito", "Ramirez", "Santoria", "Tumbes") + " It killed 30 people.")
    assert akin(kin([left]), kin([right])) == 0.0


def test_documents_that_share_names_and_words_are_akin():
    left = said("12", "The flood in Ostrava killed 12 people, said the mayor of Ostrava.", of="Ostrava flood")
    right = said("15", "In all the flood in Ostrava killed 15 people.", of="Ostrava flood")
    assert akin(kin([left]), kin([right])) > 0.5
