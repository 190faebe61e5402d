"""Runners, heats, former records, ranks, papers and the places of documents: two of a sort with names of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from registry.steps import values
from registry.steps.match.apart import (
    only_in_word,
    only_more,
    only_some,
    only_yield,
    other_aged,
    other_convict,
    other_home,
    other_market,
    other_paper,
    part_of_vote,
)
from registry.steps.match.contests import (
    former_record,
    only_mark,
    other_heat,
    other_rank,
    other_runner,
)
from registry.steps.match.framed import other_instance
from registry.steps.match.profile import profile
from registry.steps.match.vetoes import other_level
from registry.steps.match.wishes import only_wished
from tests.steps.makers import exactly, said


def timed(words, sentence, of="Eva Lind"):
    return profile(said(words, sentence, what="time", of=of))


def ranked(words, number, sentence, of):
    return profile(said(words, sentence, what="bridge", of=of, value=exactly(number, "rank")))


def test_two_runners_have_times_of_their_own():
    left = timed("48.12 seconds", "Lind won in 48.12 seconds.")
    right = timed("48.77 seconds", "Holm was second in 48.77 seconds.", of="Ida Holm")
    assert other_runner(left, right)
    assert other_runner(left, timed("48.15 seconds", "She ran 48.15 seconds.")) is None


def test_a_semi_final_is_not_what_decided_the_title():
    left = timed("49.31 seconds", "In the semi-final she clocked 49.31 seconds.")
    right = timed("49.20 seconds", "She took bronze in 49.20 seconds.")
    assert other_heat(left, right)
    assert other_heat(right, timed("49.26 seconds", "She won bronze in 49.26 seconds.")) is None


def test_a_record_that_was_broken_is_no_later_run():
    left = timed("48.31 seconds", "Her previous world record of 48.31 seconds fell.")
    right = timed("48.40 seconds", "The closest she came to her own record was a 48.40 seconds run.")
    assert former_record(left, right)
    held = timed("48.12 seconds", "She set a world record of 48.12 seconds.")
    assert former_record(right, held)
    kept = timed("48.33 seconds", "She held the record of 48.33 seconds.")
    assert former_record(left, kept) is None


def test_two_bridges_are_in_two_places():
    left = ranked("second place", 2, "The Sund bridge is now in second place.", "Sund bridge")
    right = ranked("third place", 3, "It pushed the Holm Bridge into third place.", "Holm Bridge")
    assert other_rank(left, right)
    assert other_rank(left, ranked("third place", 3, "It is in third place.", "Sund bridge")) is None
    edited = ranked("third place", 3, "The Sund bridge is now in third place.", "Orn bridge")
    assert other_rank(left, edited) is None
    assert other_rank(left, ranked("third place", 3, "It was pushed into third place.", "Holm Bridge")) is None


def printed(words, sentence):
    return profile(said(words, sentence, what="publication date", of="Corran fire"))


def test_two_papers_come_out_on_two_days():
    left = printed("17 May 2028", "An independent review of wiring was published on 17 May 2028.")
    right = printed("30 June 2029", "The Phase 1 report was published on 30 June 2029.")
    assert other_paper(left, right)
    other = printed("3 May 2030", "The final report was published on 3 May 2030.")
    assert other_paper(right, other)
    assert other_paper(right, printed("2 July 2029", "The report was published on 2 July 2029.")) is None


def test_documents_of_two_towns_are_not_held_against_each_other():
    left = replace(timed("994 pounds", "Band A homes pay 994 pounds.", of="Denby Vale"), title="Denby Vale tax goes up")
    right = replace(
        timed("1,047 pounds", "Band A homes pay 1,047 pounds.", of=None),
        title="Tax set to rise in Marlow",
        document="b",
    )
    assert other_home(left, right, 0.33)
    assert other_home(left, right, 0.9) is None
    assert other_home(left, replace(right, title="Tax set to rise in Denby Vale"), 0.33) is None


def test_an_event_recalled_with_that_is_another_one():
    left = timed("Four", "Four people died in that crash.", of="earlier crash")
    right = timed("Nine", "Nine people died in the crash.", of="Corran crash")
    assert other_instance(left, right)
    assert other_instance(left, left) is None


def test_a_count_of_all_countries_is_not_that_of_one():
    left = profile(said("nine", "There were nine new cases across all affected countries.", what="case"))
    right = profile(said("eight", "Ostria reported eight new cases.", what="case", place="Ostria"))
    assert other_level(left, right)


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("NATIONWIDE, nine cases were found.", "nation"),
        ("Nine cases were found throughout the country.", "nation"),
        ("Countrywide there were nine.", "nation"),
        ("The province of Tarn counts nine.", "part"),
        ("Provincial clinics see nine.", "part"),
        ("Nine were found in the capital.", "part"),
        ("Nine were found around the globe.", "world"),
        ("WORLDWIDE nine were found.", "world"),
        ("Nine were found across all member nations.", "world"),
        ("A national league of nine, from the county of Tarn and in the whole country.", ""),
        ("A county fair had nine tents.", ""),
    ],
)
def test_where_a_count_holds_is_read_in_capitals_and_amid_other_words(sentence, level):
    words = "nine" if "nine" in sentence else "Nine"
    assert profile(said(words, sentence, what="case")).level == level


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("According to the harbour office, nine came.", set()),
        ("Nine came, according to the harbour office.", {"harbour", "offic"}),
        ("The union estimates nine.", {"union"}),
        ("Nine came, the mayor told us.", {"mayor"}),
        ("Nine came, said Bo Larr.", {"bo", "larr"}),
        ("Nine came and stayed.", set()),
    ],
)
def test_who_says_so_is_read_where_a_verb_of_saying_stands(sentence, voice):
    words = "nine" if "nine" in sentence else "Nine"
    assert profile(said(words, sentence, what="guest")).voice == voice


def test_charges_of_two_people_are_not_compared():
    left = profile(said("12", "Marr, who was convicted on 12 counts of fraud, lost.", what="count", of="Marr"))
    right = profile(said("four", "Lind was convicted on four counts of fraud.", what="count", of="Arne Lind"))
    assert other_convict(left, right)
    same = profile(said("five", "Arne Lind was convicted on five counts.", what="count", of="Arne Lind"))
    assert other_convict(right, same) is None


def test_the_strength_of_a_blast_is_no_stock():
    left = profile(said("three kilotons", "The blast was equal to three kilotons of TNT.", what="blast"))
    right = profile(said("2,750 tonnes", "There were 2,750 tonnes of sulphur.", what="sulphur"))
    assert only_yield(left, right)
    assert only_yield(right, right) is None
    crop = profile(said("3.2 tonnes", "The field had a yield of 3.2 tonnes per hectare.", what="wheat"))
    assert only_yield(crop, right) is None


def test_revenue_of_one_market_is_not_that_of_the_group():
    left = profile(said("17%", "Its international revenue fell by 17%.", what="international revenue fall"))
    right = profile(said("10%", "Revenue fell by 10%.", what="revenue fall"))
    assert other_market(left, right)
    assert other_market(right, profile(said("11%", "Revenue fell by 11%.", what="revenue fall"))) is None


def test_what_a_side_argues_for_is_no_sentence():
    left = profile(said("15-year", "The prosecution argued for a 15-year sentence.", what="sentence"))
    right = profile(said("11 years", "He was sentenced to 11 years.", what="sentence"))
    assert only_wished(left, right)


def held(one, two):
    left, right = said(one, what="load"), said(two, what="load")
    return values.hold(left, right).meets


def test_tons_and_tonnes_of_one_number_are_one():
    assert held("2,750 tons", "2,750 tonnes")
    assert held("more than 2,700 tons", "2,750 tonnes")
    assert not held("2,750 tons", "2,950 tonnes")


def test_a_whole_number_of_years_may_be_told_of_what_lasts_longer():
    assert held("more than 11 years", "11 years")
    assert not held("more than 11 years", "10 years")
    assert not held("more than 380 people", "380 people")


def test_a_mark_on_the_way_is_no_distance_of_the_race():
    left = profile(said("40-kilometre", "She crossed the 40-kilometre mark alone.", what="length"))
    right = profile(said("26.2 mile", "She ran the 26.2 mile distance.", what="distance"))
    assert only_mark(left, right)
    assert only_mark(right, profile(said("42 km", "She ran 42 km.", what="distance"))) is None


def test_where_new_cases_are_is_not_where_all_are():
    left = profile(said("13", "The agency said 23 more cases were reported in 13 states.", what="state"))
    right = profile(said("16", "The outbreak was reported in 16 states.", what="state"))
    assert only_more(left, right)
    assert only_more(right, right) is None


def voted(words, sentence, of):
    one = profile(said(words, sentence, what="share", of=of))
    return replace(one, topic="Ostria referendum")


def test_the_share_of_a_place_is_not_that_of_the_whole_vote():
    left = voted("66.3%", "Marlow came in at 66.3%.", "Marlow")
    right = voted("66.4%", "Of all voters 66.4% said yes.", "Ostria referendum")
    assert part_of_vote(left, right)
    named = voted("64%", "Marlow said yes with 64%.", "Ostria referendum")
    assert part_of_vote(left, named) is None


def test_storeys_of_a_tower_are_no_deaths_though_both_stand_in_one_sentence():
    left = profile(said("12-story", "At least 11 are dead in the fall of a 12-story tower.", what="story"))
    right = profile(said("28", "The death toll rose to 28.", what="death toll"))
    assert only_in_word(left, right)
    assert only_in_word(left, profile(said("14", "The tower has 14 stories.", what="story"))) is None


def test_the_age_of_a_building_is_no_age_of_a_child():
    left = profile(said("40-year-old", "The 40-year-old, 12-story building fell.", what="age"))
    right = profile(said("age 10", "One of the children was age 10.", what="age"))
    assert other_aged(left, right)
    assert other_aged(right, profile(said("age 12", "The girl was age 12.", what="age"))) is None


def test_a_new_record_is_no_broken_one():
    left = timed("48.31 seconds", "She smashed her own record of 48.31 seconds.")
    right = timed("48.12 seconds", "She set a new record of 48.12 seconds.")
    assert former_record(left, right)


def test_some_that_a_count_includes_are_not_another_whole():
    left = profile(said("20", "In all 75 were ill, including 20 people who had sung.", what="person"))
    right = profile(said("22", "There were 22 tents.", what="tent"))
    assert only_some(left, right)
    assert only_some(right, right) is None
