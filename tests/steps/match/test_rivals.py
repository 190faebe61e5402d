"""What the other claims of two documents say about a pair, and whether two documents are akin."""

from __future__ import annotations

from dataclasses import replace

from registry.steps.match.fit import rows
from registry.steps.match.fit_kinship import fitted, renamed, table
from registry.steps.match.kinship import akin, kin
from registry.steps.match.landmarks import MOST, landmarks
from registry.steps.match.profile import profile
from registry.steps.match.rivals import CLEAR, Rivals, settled
from registry.steps.match.strangers import strangers
from registry.steps.match.thresholds import default
from registry.steps.match.weigh import UNRELATED, score
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
    far = replace(far, document=near.document)
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
    assert akin(kin([left]), kin([right])) < 0.5


def test_documents_that_share_names_and_words_are_akin():
    left = said("12", "The flood in Ostrava killed 12 people, said the mayor of Ostrava.", of="Ostrava flood")
    right = said("15", "In all the flood in Ostrava killed 15 people.", of="Ostrava flood")
    assert akin(kin([left]), kin([right])) > 0.5


def test_documents_about_different_matters_share_no_fact():
    left = said("12", "The flood killed 12 people.", what="death", of="Ostrava flood")
    right = said("15", "The fire killed 15 people.", what="death", of="Lindau fire")
    assert score(left, right, akin=0.9).score > 0
    assert score(left, right, akin=0.01).against == (UNRELATED,)
    named = replace(right, assertion=replace(right.assertion, subject=left.assertion.subject))
    assert score(left, named, akin=0.01).against != (UNRELATED,)


def test_clusters_beside_each_other_teach_only_across():
    flood = [said("12", "The flood killed 12 people.", what="death", of="Ostrava flood")]
    fire = [said("15", "The fire killed 15 people.", what="death", of="Lindau fire")]
    [(name, claims, homes)] = strangers([("flood", flood, ["a"]), ("fire", fire, ["b"])])
    assert (name, homes) == ("fire beside flood", ["fire", "flood"])
    assert len({claim.source.id for claim in claims}) == 2
    found = rows(claims, [""] * 2, homes)
    assert not found.truth.any()
    assert rows(claims, [""] * 2, ["fire", "fire"]).pairs == []


def test_what_makes_documents_akin_is_learnt_from_names_rather_than_words():
    matters = {"flood": "Ostrava Bily Hron", "fire": "Lindau Kessel Brand", "strike": "Calder Morrow Wick"}
    family = {}
    for matter, names in matters.items():
        for at in range(4):
            first, other = names.split()[0], names.split()[at % 3]
            told = f"On that day {other} saw what {first} had of the {matter} in all: 12 people."
            family[matter, str(at)] = kin([said("12", told, what="person", of=first)])
    found = fitted(*table(family))
    near, far = family["flood", "0"], family["fire", "0"]
    assert akin(near, family["flood", "1"], found) > 0.5 > akin(near, far, found)
    assert akin(near, renamed(near), found) < 0.5


def test_a_pair_that_was_not_weighed_is_weighed_where_it_bears_on_another():
    one, near, _ = three()
    other = replace(near, document="third")
    seen, weights = [one, near, other], {(0, 1): 0.5}
    alone = Rivals(seen, weights, known=[(1, 2)]).standing(0, 1, 0.5)
    more = Rivals(seen, weights, lambda a, b: 2.5 if (a, b) == (0, 2) else None, known=[(1, 2)])
    assert more.standing(0, 1, 0.5).average > 0 > alone.average
    assert more.weight(0, 2) == 2.5


def test_a_refused_pair_speaks_against_what_it_bears_on():
    one, near, _ = three()
    seen = [one, near, replace(near, document="third")]
    refused = Rivals(seen, {(0, 1): 0.5}, lambda _a, _b: None, known=[(1, 2)])
    assert refused.standing(0, 1, 0.5).average < 0


def test_landmarks_are_names_and_rare_words():
    claim = said("12", "The flood in Ostrava killed 12 people near the floodgate.", of="Ostrava flood")
    found = landmarks([claim])
    assert "ostrava" in found
    assert "person" not in found
    assert len(found) <= MOST
    assert landmarks([]) == ()


def test_a_refusal_next_to_an_agreement_counts_no_more_than_a_clear_margin():
    one, near, _ = three()
    seen = [one, near, replace(near, document="third")]
    refused = Rivals(seen, {(0, 1): 9.0}, lambda _a, _b: None, known=[(1, 2)])
    assert refused.standing(0, 1, 9.0).best == -CLEAR
