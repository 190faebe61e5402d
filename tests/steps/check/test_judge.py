"""What a rule says about two claims of one fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from registry.model.assertion import Behaviour, Status
from registry.model.finding import Relation
from registry.model.moment import Moment
from registry.steps.check import judge, sides
from registry.steps.check.rules import RULES
from tests.steps.makers import holds, said, term, year


def members(words, **more):
    return said(words, f"The alliance has {words} member states.", what="member state", of="Alliance", **more)


def toll(words, **more):
    more = {"behaviour": Behaviour.TOTAL, **more}
    return said(words, f"The flood killed {words} people.", what="person", verb="kill", of="flood", **more)


def length(words, **more):
    return said(words, f"The bridge is {words} long.", what="length", of="bridge", behaviour=Behaviour.FIXED, **more)


def test_the_same_figure_agrees():
    assert judge(members("31"), members("31")).relation is Relation.AGREE


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        ("1.2 million", "1,213,000", "rounding"),
        ("more than 1,000", "1,213", "comparator"),
        ("about 1,200", "1,213", "approximation"),
        ("at least 30", "31", "comparator"),
    ],
)
def test_words_that_allow_both_are_no_conflict(left, right, rule):
    found = judge(toll(left), toll(right))
    assert not found.relation.is_conflict
    assert found.rule == rule


def test_a_right_conversion_agrees():
    assert judge(length("10 km"), length("6.2 miles")).rule == "conversion"


def test_a_state_that_differs_at_two_times_is_a_change():
    found = judge(members("31", on="2021-03-01"), members("32", on="2023-05-09"))
    assert found.relation is Relation.CHANGE_OVER_TIME
    for words in ("31", "32", "1 March 2021", "9 May 2023"):
        assert words in found.detail


def test_a_state_that_differs_at_one_time_is_a_contradiction():
    found = judge(members("31", on="2023-05-09"), members("32", on="2023-05-09"))
    assert found.relation is Relation.CONTRADICTION


def test_a_stated_time_outranks_the_date_of_the_document():
    left = members("31", on="2021-03-01", as_of=year(2020))
    right = members("32", on="2023-05-09", as_of=year(2020))
    assert judge(left, right).relation is Relation.CONTRADICTION


def test_a_growing_total_is_a_change():
    assert judge(toll("12", on="2021-03-01"), toll("15", on="2021-03-02")).relation is Relation.CHANGE_OVER_TIME


def test_a_shrinking_total_is_a_contradiction():
    assert judge(toll("15", on="2021-03-01"), toll("12", on="2021-03-02")).relation is Relation.CONTRADICTION


def test_a_fixed_value_contradicts_whatever_the_dates():
    assert judge(length("10 km", on="2001-01-01"), length("12 km", on="2021-01-01")).relation is Relation.CONTRADICTION


def test_different_speakers_dispute():
    found = judge(length("10 km", by="the council"), length("12 km", by="the ministry"))
    assert found.relation is Relation.DISPUTED_ATTRIBUTION
    assert "council" in found.detail
    assert "ministry" in found.detail


def test_two_who_are_quoted_in_one_sentence_dispute_though_it_dates_one_of_them():
    text = "The union counted 2,500 people at the march on 3 June 2023; the police said there were 900."
    more = {"what": "person", "of": "march", "where": "one", "on": "2023-06-05"}
    left = said("2,500", text, by="union", as_of=Moment.on(date(2023, 6, 3)), **more)
    right = said("900", text, by="police", **more)
    assert judge(left, right).relation is Relation.DISPUTED_ATTRIBUTION


@pytest.mark.parametrize("status", [Status.PLANNED, Status.NEGATED, Status.HYPOTHETICAL, Status.RETRACTED])
def test_what_is_not_said_to_be_so_is_not_held_against_what_is(status):
    assert not judge(length("10 km", status=status), length("12 km")).relation.is_conflict


def test_two_plans_that_differ_are_a_change():
    left = length("10 km", status=Status.PLANNED, on="2020-01-01")
    right = length("12 km", status=Status.PLANNED, on="2021-01-01")
    assert judge(left, right).relation is Relation.CHANGE_OVER_TIME


def test_a_document_may_report_a_change_itself():
    text = "The toll was raised from 12 to 15."
    left, right = (said(words, text, what="toll", of="flood", where="one", on="2021-03-01") for words in ("12", "15"))
    assert not judge(left, right).relation.is_conflict


def test_one_document_that_says_two_things_contradicts_itself():
    left = said("12 km", "The new bridge is 12 km long.", what="length", of="bridge", where="one")
    right = said("14 km", "Bridge of 14 km opens.", what="length", of="bridge", where="one", shift=200)
    assert judge(left, right).relation is Relation.SELF_CONTRADICTION


def test_two_offices_of_one_person_at_one_time_contradict():
    left = holds("chief executive", "Anna Berg", on="2021-01-01")
    right = holds("chief financial officer", "Anna Berg", on="2021-01-01")
    assert judge(left, right).relation.is_conflict


def test_one_office_in_other_words_does_not():
    left = holds("chief executive", "Anna Berg", on="2021-01-01")
    assert not judge(left, holds("CEO", "Anna Berg", on="2021-01-01")).relation.is_conflict


def test_chair_and_president_of_a_body_are_taken_for_each_other():
    left = holds("chair of the court", "Ida Moe", on="2025-11-12")
    assert not judge(left, holds("court president", "Ida Moe", on="2025-12-02")).relation.is_conflict


def test_two_offices_in_one_body_are_not_one_for_its_name():
    left, right = holds("chief economist of central bank", "Ana Ro"), holds("governor of central bank", "Ana Ro")
    assert judge(left, right).relation.is_conflict
    assert len(sides([left, right])) == 2


def test_judging_does_not_depend_on_the_order():
    left, right = members("31", on="2021-03-01"), members("32", on="2023-05-09")
    assert judge(left, right) == judge(right, left)


def test_every_rule_tells_a_reviewer_what_it_means():
    for rule in RULES:
        assert rule.__doc__
        assert rule.__doc__.split("\n")[0].endswith(".")


def test_the_old_value_of_a_reported_change_is_not_held_against_the_new_one():
    old, new = members("31", notes=("previous",)), members("32")
    assert judge(old, new).rule == "earlier_value"


def test_two_offices_of_one_person_within_weeks_contradict_each_other():
    left = holds("chief executive", "Ida Moe", on="2021-03-01")
    right = holds("finance chief", "Ida Moe", on="2021-03-09")
    assert judge(left, right).relation is Relation.CONTRADICTION


def test_two_words_for_one_office_agree():
    assert not judge(holds("ceo", "Ida Moe"), holds("chief executive", "Ida Moe")).relation.is_conflict


def test_states_for_which_both_documents_name_their_own_time_do_not_conflict():
    left = members("31", as_of=year(2019), behaviour=Behaviour.STATE)
    right = members("32", as_of=year(2021), behaviour=Behaviour.STATE)
    assert judge(left, right).rule == "other_time"


def test_the_count_of_a_year_that_was_over_contradicts_another_one():
    left, right = (toll(words, on=on, period=year(2022)) for words, on in (("41", "2023-03-02"), ("44", "2024-02-16")))
    assert judge(left, right).relation is Relation.CONTRADICTION


def test_the_count_of_an_event_may_still_grow_in_the_days_after_it():
    left, right = (toll(words, on=on) for words, on in (("41", "2023-03-02"), ("44", "2023-03-04")))
    assert judge(left, right).relation is Relation.CHANGE_OVER_TIME


def test_a_provisional_result_and_the_final_one_are_a_change():
    text = "With 96 percent of the votes counted, the turnout was {}."
    left = said("68.4 percent", text.format("68.4 percent"), what="turnout", on="2023-05-15", behaviour=Behaviour.FIXED)
    right = said(
        "68.2 percent", "Turnout was 68.2 percent.", what="turnout", on="2023-05-22", behaviour=Behaviour.FIXED
    )
    assert judge(left, right).relation is Relation.CHANGE_OVER_TIME


def test_two_offices_of_one_person_within_two_years_contradict_unless_somebody_took_one():
    left, right = holds("chief executive", "Anna Berg", on="2022-02-06"), holds("mayor", "Anna Berg", on="2023-09-22")
    assert judge(left, right).relation is Relation.CONTRADICTION
    later = holds("the new mayor", "Anna Berg", on="2023-09-22")
    assert judge(left, later).relation is Relation.CHANGE_OVER_TIME


def test_offices_are_no_matter_of_two_sources():
    left, right = holds("chief executive", "Anna Berg", on="2022-02-06"), holds("mayor", "Anna Berg", on="2022-02-06")
    left, right = (
        replace(claim, assertion=replace(claim.assertion, asserted_by=term(by)))
        for claim, by in ((left, "the union"), (right, "the police"))
    )
    assert judge(left, right).relation is Relation.CONTRADICTION


def test_the_sentence_gives_the_times_that_are_known_and_no_others():
    left = members("31", on="2023-05-02", as_of=Moment.on(date(2020, 4, 1)))
    assert "31 as of 1 April 2020" in judge(left, members("33", on="2023-05-02")).detail
    assert "same time" not in judge(members("31"), members("33")).detail
    assert "same time" in judge(members("31", on="2023-05-02"), members("33", on="2023-05-02")).detail


def test_a_mark_out_of_ten_is_no_percentage():
    left, right = (
        said(words, f"The play has a rating of {words}.", what="rating", of="play", where=at)
        for words, at in (("6.3/10", "one"), ("66 percent", "two"))
    )
    assert judge(left, right).rule == "not_comparable"


@pytest.mark.parametrize(
    ("sentence", "words", "relation"),
    [
        ("It was ranked above the 6th best museum.", "6th", Relation.COMPATIBLE),
        ("It comes behind the second-largest museum.", "second", Relation.COMPATIBLE),
        ("It was ranked as the 6th best museum.", "6th", Relation.CONTRADICTION),
    ],
)
def test_what_stands_above_another_rank_has_not_that_rank(sentence, words, relation):
    firm = said("7th", "It was ranked the 7th best museum.", what="museum", of="Museum", behaviour=Behaviour.FIXED)
    loose = said(words, sentence, what="museum", of="Museum", behaviour=Behaviour.FIXED)
    assert judge(firm, loose).relation is relation
    assert judge(loose, firm).relation is relation


def test_two_ranks_that_are_only_named_beside_it_are_held_against_each_other():
    one, two = (
        said(rank, f"It was ranked above the {rank} best museum.", what="museum", behaviour=Behaviour.FIXED)
        for rank in ("6th", "9th")
    )
    assert judge(one, two).relation is Relation.CONTRADICTION


def test_a_round_after_another_is_no_rank():
    one, two = (
        said(number, f"It stopped after the {number} round.", what="round", behaviour=Behaviour.FIXED)
        for number in ("third", "fourth")
    )
    assert judge(one, two).relation is Relation.CONTRADICTION


def test_rural_affairs_are_no_department_of_the_environment():
    left = holds("environment secretary", "Ida Moe", on="2021-03-01")
    assert judge(left, holds("rural affairs secretary", "Ida Moe", on="2021-03-02")).relation is Relation.CONTRADICTION
    left = holds("agriculture minister", "Ida Moe", on="2021-03-01")
    for same in ("minister of rural affairs", "rural affairs minister", "fisheries minister"):
        assert not judge(left, holds(same, "Ida Moe", on="2021-03-02")).relation.is_conflict


def test_one_person_is_the_minister_of_one_department():
    left = holds("interior minister", "Ida Moe", on="2021-03-01")
    assert judge(left, holds("minister of health", "Ida Moe", on="2021-03-02")).relation is Relation.CONTRADICTION
    for same in ("minister of the interior", "home secretary", "minister"):
        assert not judge(left, holds(same, "Ida Moe", on="2021-03-02")).relation.is_conflict
    secretary = holds("health secretary", "Ida Moe", on="2021-03-01")
    assert not judge(secretary, holds("secretary of state for health", "Ida Moe", on="2021-03-02")).relation.is_conflict


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ("431,000 votes", "431,260 votes", True),
        ("431,000 votes", "431,760 votes", False),
        ("43 miles", "43.2 miles", True),
        ("43 miles", "43.8 miles", False),
        ("50,000 votes", "55,000 votes", False),
        ("50,000 votes", "45,000 votes", True),
        ("half a million votes", "430,000 votes", False),
        ("half a million votes", "470,000 votes", True),
    ],
)
def test_a_figure_is_rounded_to_its_last_digit_that_counts(left, right, meet):
    one, two = said(left, what="vote"), said(right, f"By evening {right} were known.", what="vote")
    assert judge(one, two).relation.is_conflict is not meet
