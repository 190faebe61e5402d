"""Runners, heats, former records, ranks, papers and the places of documents: two of a sort with names of their own."""

from __future__ import annotations

from dataclasses import replace

from registry.steps.match.apart import former_record, other_heat, other_home, other_paper, other_rank, other_runner
from registry.steps.match.framed import other_instance
from registry.steps.match.profile import profile
from registry.steps.match.vetoes import other_level
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
    kept = timed("48.33 seconds", "She held the record of 48.33 seconds.")
    assert former_record(left, kept) is None


def test_two_bridges_are_in_two_places():
    left = ranked("second place", 2, "The Sund bridge is now in second place.", "Sund bridge")
    right = ranked("third place", 3, "It pushed the Holm Bridge into third place.", "Holm Bridge")
    assert other_rank(left, right)
    assert other_rank(left, ranked("third place", 3, "It is in third place.", "Sund bridge")) is None


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
