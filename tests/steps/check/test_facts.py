"""Sides, witnesses, the one conflict of a fact, and many claims at once."""

from __future__ import annotations

import random

import pytest

from registry.model.finding import Finding, Pair, Relation, Severity
from registry.steps.check import conflict_pairs, dispute, examine, relation, sides, within
from registry.steps.check.examine import own_keys, strays, unsure
from registry.steps.check.order import place
from registry.steps.match import fact_key
from tests.steps.makers import said


def members(words, **more):
    return said(words, f"The alliance has {words} member states.", what="member state", of="Northern Alliance", **more)


def crowd(words, by, **more):
    text = f"{by} counted {words} marchers in Lisbon."
    return said(words, text, what="marcher", of="Lisbon march", by=by, place="Lisbon", **more)


def test_values_that_are_compatible_stand_on_one_side():
    found = sides([members("31"), members("about 30"), members("44")])
    assert [len(side.claims) for side in found] == [2, 1]
    assert found[0].label == "31"


def test_one_document_is_one_witness():
    found = sides([members("31", where="a"), members("31", where="a", shift=100), members("31", where="b")])
    assert len(found[0].witnesses) == 2


def test_copies_of_one_text_are_one_witness():
    text = "The northern alliance, founded in the old port of Tarn, has 31 member states from three continents."
    left, right = (said("31", text, what="member state", of="Alliance") for _ in range(2))
    found = sides([left, right])
    assert len(found[0].witnesses) == 1
    assert found[0].witnesses[0].why == "the same words in both documents"


def test_one_speaker_in_two_documents_is_one_witness():
    found = sides([crowd("9,000", "police"), crowd("9,000", "the police")])
    assert len(found[0].witnesses) == 1


def test_independent_documents_are_witnesses_each():
    assert len(sides([members("31"), members("31")])[0].witnesses) == 2


def test_a_fact_has_one_conflict_with_all_its_sides():
    claims = [members("31", on="2020-05-01"), members("32", on="2022-05-01"), members("32", on="2023-05-01")]
    found = dispute(claims)
    assert found
    assert found.kind is Relation.CHANGE_OVER_TIME
    assert [side.label for side in found.sides] == ["32", "31"]
    for words in ("31", "32", "1 May 2020", "two documents"):
        assert words.lower() in found.detail.lower()


def test_what_is_contradicted_at_last_is_no_mere_change():
    earlier = [members(str(number), on=f"20{number}-05-01") for number in range(10, 14)]
    found = dispute([*earlier, members("31", on="2023-05-01"), members("32", on="2023-05-01")])
    assert found
    assert found.kind is Relation.CONTRADICTION


def test_a_fact_on_which_all_agree_has_none():
    assert dispute([members("31"), members("31"), members("about 30")]) is None


def test_speakers_who_differ_make_a_dispute():
    found = dispute([crowd("9,000", "police"), crowd("40,000", "unions")])
    assert found
    assert found.kind is Relation.DISPUTED_ATTRIBUTION


def signature(pairs):
    return sorted((place(p.left), place(p.right), p.finding.rule, p.fact_key) for p in pairs)


def test_the_order_of_claims_makes_no_difference():
    claims = [
        members("31", on="2020-05-01"),
        members("32", on="2022-05-01"),
        crowd("9,000", "police", on="2022-05-02"),
        crowd("9,500", "unions", on="2022-05-02"),
        said("4,200", "The town has 4,200 inhabitants.", what="inhabitant", of="Tarn"),
        said("4,350", "About 4,350 people live there.", what="inhabitant", of="Tarn"),
    ]
    expected = signature(examine(claims))
    assert expected
    for seed in range(5):
        random.Random(seed).shuffle(claims)
        assert signature(examine(claims)) == expected


def test_unlike_claims_are_not_paired():
    claims = [members("31"), said("31", "The team won 31 matches.", what="match", of="Tarn Rovers")]
    assert examine(claims) == []


def test_conflicts_name_two_sides_once():
    claims = [members("31", on="2020-05-01"), *(members("32", on="2022-05-01") for _ in range(3))]
    found = conflict_pairs(examine(claims))
    assert len(found) == 1
    assert found[0].finding.relation is Relation.CHANGE_OVER_TIME


def test_two_sides_are_told_by_the_pair_that_is_surest_of_one_fact():
    claims = [members("31", where="a"), members("31", where="b"), members("32", where="c")]
    unlike = Finding(Relation.CONTRADICTION, "contradiction", "", Severity.HIGH)
    pairs = [Pair(one, claims[2], unlike, "key", sure) for one, sure in zip(claims, (0.72, 0.94), strict=False)]
    assert [pair.left.source.id for pair in conflict_pairs(pairs)] == ["b"]


def test_no_two_facts_have_one_key():
    groups = [[members("31"), members("32")], [members("44")], [members("45")]]
    first, *others = own_keys(groups)
    assert first == fact_key(members("31"))
    assert len({first, *others}) == 3


def test_what_a_document_says_against_itself_is_told_beside_what_others_say():
    claims = [members("31", where="a"), members("32", where="a", shift=100), members("32", where="b")]
    one, again, other = claims
    own = Pair(one, again, Finding(Relation.SELF_CONTRADICTION, "wrong_total", "", Severity.HIGH), "key")
    foreign = Pair(one, other, Finding(Relation.CONTRADICTION, "contradiction", "", Severity.HIGH), "key")
    assert len(conflict_pairs([foreign, own])) == 2


def in_one(text, *figures, **more):
    return [said(words, text, where="one", **more) for words in figures]


def test_a_wrong_conversion_is_found():
    found = within(in_one("The trail is 50 km (41 miles) long.", "50 km", "41 miles", what="length", of="trail"))
    assert [pair.finding.rule for pair in found] == ["wrong_conversion"]
    assert "31.07 mi" in found[0].finding.detail


def test_a_right_conversion_is_not():
    assert not within(in_one("The trail is 50 km (31 miles) long.", "50 km", "31 miles", what="length", of="trail"))


def test_a_difference_converted_as_a_temperature_is_found():
    text = "It was 2.0 °C (35.6 °F) warmer than before."
    found = within(in_one(text, "2.0 °C", "35.6 °F", what="temperature", of="year"))
    assert [pair.finding.rule for pair in found] == ["wrong_conversion"]


def test_parts_that_do_not_add_up_are_found():
    text = "In total 60 houses burned: 35 in Tarn and 20 in Olm."
    found = within(in_one(text, "60", "35", "20", what="house", of="fire"))
    assert [pair.finding.rule for pair in found] == ["wrong_total"]
    assert "55" in found[0].finding.detail


def test_parts_that_add_up_are_not():
    text = "In total 60 houses burned: 35 in Tarn and 25 in Olm."
    assert not within(in_one(text, "60", "35", "25", what="house", of="fire"))


def test_an_open_list_of_parts_may_fall_short():
    text = "In total 60 houses burned, including 35 in Tarn and 20 in Olm."
    assert not within(in_one(text, "60", "35", "20", what="house", of="fire"))


def alone(words, text):
    return [said(words, text, what="match", of="Rovers")]


def test_two_texts_with_one_figure_agree():
    found = relation(alone("31", "The Rovers won 31 matches."), alone("31", "The Rovers have won 31 matches."))
    assert found.relation == "agree"


def test_two_texts_with_different_figures_contradict():
    found = relation(alone("31", "The Rovers won 31 matches."), alone("33", "The Rovers have won 33 matches."))
    assert found.relation == "contradiction"
    assert found.detail
    assert "31" in found.detail


def test_a_bound_that_holds_is_compatible():
    found = relation(alone("31", "The Rovers won 31 matches."), alone("more than 30", "They won more than 30 matches."))
    assert found.relation == "compatible"


def test_two_texts_about_different_things_are_unrelated():
    left = [said("2", "The town hall has 2 towers.", what="tower", of="hall")]
    assert relation(left, alone("2 km", "A path of 2 km leads there.")).relation == "unrelated"
    assert relation([], []).relation == "unrelated"


def test_a_strict_bound_is_taken_at_its_word():
    found = relation(
        alone("31%", "They won 31% of matches."), alone("less than 31%", "They won less than 31% of matches.")
    )
    assert found.relation == "contradiction"


def test_a_year_behind_before_is_a_bound():
    left = [said("1987", "The hall was opened in 1987.", what="opening", of="hall")]
    right = [said("1990", "The hall was opened before 1990.", what="opening", of="hall")]
    wrong = [said("1980", "The hall was opened before 1980.", what="opening", of="hall")]
    assert relation(left, right).relation == "compatible"
    assert relation(left, wrong).relation == "contradiction"


def test_days_of_two_acts_are_no_conflict():
    elected = [said("2019", "Mr Malo was elected mayor in 2019.", what="election", of="Malo")]
    sentenced = [said("2021", "Mr Malo was sentenced in 2021.", what="sentencing", of="Malo")]
    again = [said("2020", "Mr Malo was elected mayor in 2020.", what="election", of="Malo")]
    assert relation(elected, sentenced).relation == "unrelated"
    assert relation(elected, again).relation == "contradiction"


def test_a_sentence_of_parts_is_held_against_the_total_before_it():
    total = said("60", "The fire destroyed 60 houses.", what="house", of="fire", where="one")
    parts = in_one("Of the houses, 35 stood in Tarn and 20 in Olm.", "35", "20", what="house", of="fire", shift=90)
    assert [pair.finding.rule for pair in within([total, *parts])] == ["wrong_total"]


def test_a_restatement_behind_or_is_a_conversion():
    text = "She got 2 years and 6 months, or 33 months."
    found = within(in_one(text, "2 years and 6 months", "33 months", what="sentence", of="Berg"))
    assert [pair.finding.rule for pair in found] == ["wrong_conversion"]


def test_two_figures_that_only_others_joined_are_no_conflict():
    (pair,) = examine([members("31", on="2021-05-02"), members("32", on="2021-05-02")])
    assert pair.finding.relation.is_conflict
    found = unsure(pair)
    assert (found.finding.relation, found.finding.rule) == (Relation.COMPATIBLE, "unsure_match")
    assert "31" in found.finding.detail
    (same,) = examine([members("31"), members("31")])
    assert unsure(same) is same


class Told:
    """Scores of four claims: two facts of two claims each, of which the inner two are surely one."""

    def __init__(self, *excluded: tuple[int, int], parted: bool, likely: float = 0.9) -> None:
        values = ("124", "124", "130", "130")
        self.claims = [said(one, f"The court has {one} members.", what="member", of="court") for one in values]
        self.sure = [((0, 1), 0.99), ((2, 3), 0.99), ((1, 2), likely)]
        self.apart, self.two_things = excluded, parted

    def meets(self, one: int, two: int) -> bool:
        return bool(self.claims[one].assertion.value == self.claims[two].assertion.value)

    def alarming(self, *_pair: int) -> bool:
        return True

    def excluded(self, *pair: int) -> bool:
        return pair in self.apart

    def parted(self, *_pair: int) -> bool:
        return self.two_things


@pytest.mark.parametrize(
    ("told", "conflicts"),
    [
        (Told((0, 3), parted=True), 1),  # only others are kept apart
        (Told((1, 3), parted=False), 1),  # no document states both
        (Told((1, 3), parted=True), 0),  # a document states both as two things
        (Told((0, 3), parted=True, likely=0.8), 0),  # not sure enough for that
        (Told((1, 3), parted=False, likely=0.8), 1),  # the rest is only unlike
        (Told((1, 3), parted=False, likely=0.7), 0),
    ],
)
def test_sure_figures_of_two_facts_that_others_keep_apart_are_in_conflict(told, conflicts):
    pairs = strays(told, [[0, 1], [2, 3]])
    assert [(pair.left, pair.right) for pair in pairs] == [(told.claims[1], told.claims[2])] * conflicts
