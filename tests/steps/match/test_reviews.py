"""Marks of critics: two raters, two works that nobody names."""

from __future__ import annotations

import pytest

from registry.steps.match.profile import profile
from registry.steps.match.reviews import marks, other_rater, other_version, other_work
from tests.steps.makers import said


def mark(words, sentence, what="review"):
    return profile(said(words, sentence, what=what, of="film"))


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("On Filmpost, 48% of 31 reviews are good.", "Lansk has 37 reviews on Kinoscore.", True),
        ("On the review site Filmpost it has 31 reviews.", "Lansk has 37 reviews on Filmpost.", False),
        ("Kinoscore gave it 61, based on 31 reviews.", "By the site Filmpost it has 37 reviews.", True),
        ("In May it had 31 reviews.", "Lansk has 37 reviews on Filmpost.", False),
        ("Filmpost counts it, on 5 May it had 31 reviews.", "Harbour by the Lake has 37 reviews.", False),
    ],
)
def test_reviews_that_two_sites_collect_are_two_counts(one, two, apart):
    left, right = mark("31", one), mark("37", two)
    assert bool(other_rater(left, right)) is apart


def test_marks_a_point_apart_are_two():
    left, other = (
        mark("66%", "The film holds a score of 66% on Filmpost."),
        "Kinoscore gave the film {}, from 5 reviews.",
    )
    assert other_rater(left, mark("65/100", other.format("65/100"), what="score"))
    assert other_rater(left, mark("66/100", other.format("66/100"), what="score")) is None


def test_equal_marks_are_kept():
    left, right = mark("31", "On Filmpost it has 31 reviews."), mark("31", "On Kinoscore it has 31 reviews.")
    assert other_rater(left, right) is None


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("On Filmpost it has 64%, from 31 reviews.", "On Filmpost it has 35%, from 37 reviews.", True),
        ("On Filmpost it has 64%, from 31 reviews.", "On Filmpost it has 62%, from 37 reviews.", False),
        ("On Filmpost it has 6.4/10, from 31 reviews.", "On Filmpost it has 3.1/10, from 37 reviews.", True),
        ("On Filmpost it has 64%, from 31 reviews.", "On Filmpost it has 3.1/10, from 37 reviews.", False),
        ("Filmpost gives a score of 82, from 31 reviews.", "Filmpost gives a score of 54, from 37 reviews.", True),
        ("Filmpost gives a score of 82, from 31 reviews.", "Filmpost gives it 54/100, from 37 reviews.", True),
        ("Filmpost gives a score of 82, from 31 reviews.", "Filmpost gives a score of 8.2, from 37 reviews.", False),
        ("On Filmpost, Lansk has 64%, from 31 reviews.", "On Filmpost, Lansk has 35%, from 37 reviews.", False),
    ],
)
def test_other_marks_of_another_size_are_those_of_another_work(one, two, apart):
    left, right = mark("31", one), mark("37", two)
    assert bool(other_work(left, right)) is apart


def test_only_marks_and_reviews_are_asked():
    left = mark("31", "On Filmpost, 64% of 31 people liked it.", what="person")
    right = mark("37", "On Kinoscore, 12% of 37 people liked it.", what="person")
    assert other_rater(left, right) is None
    assert other_work(left, right) is None


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("The Orbit version has 31 reviews and the Nova 2 version 9.", "It has 37 reviews.", True),
        ("The Orbit version has 31 reviews.", "It has 37 reviews.", False),
        ("The Orbit version has 31 reviews.", "The Nova 2 version has 37 reviews.", True),
        ("The Orbit version has 31 reviews and the Nova 2 version 9.", "The Orbit version has 37 reviews.", False),
        ("The Orbit version has 31 reviews.", "The critics of the new version wrote 37 reviews.", True),
    ],
)
def test_reviews_of_two_versions_of_a_work_are_two_counts(one, two, apart):
    assert bool(other_version(mark("31", one), mark("37", two))) is apart


def test_a_mark_that_the_frame_cuts_off_is_none():
    told = "% from the critics of its own land and of the lands that lie beside it, in all:"
    whole = mark("31", f"It has 9{told} 31 reviews.")
    cut = mark("31", f"It has 27{told} 31 reviews.")
    assert [len(seen.frame[0]) for seen in (whole, cut)] == [80, 80]
    assert marks(cut) == {}
