"""Marks of critics: two raters, two works that nobody names."""

from __future__ import annotations

import pytest

from registry.steps.match.profile import profile
from registry.steps.match.reviews import other_rater, other_work
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
