"""A part of a whole that another text counts by itself: those at one place, the dead in one town."""

from __future__ import annotations

import pytest

from registry.steps.match.portions import one_spot, part_of_it
from registry.steps.match.profile import Profile
from tests.steps.match.test_told_otherwise import seen

LEAD = "The Sorrel emergency began on Monday. Sorrel has 90,000 inhabitants. Nobody in Sorrel was warned.\n\n"
FERRY = "Since 2 May 61,400 people left the island, 44,000 of them by Tarn Quay."


def told(text: str, figure: str) -> Profile:
    """A figure of a document that is about something else than the places in the sentence."""
    return seen(f"{LEAD}{text}", figure)


@pytest.mark.parametrize(
    ("part", "figure", "other", "same"),
    [
        ("Of the dead, 31 were found in Marle.", "31", "It counted 28 deaths in Marle itself.", "28"),
        (
            "Of the dead, 31 were found in Marle and two in Orrin.",
            "two",
            "Three deaths were told of in Orrin.",
            "Three",
        ),
        (FERRY, "44,000", "The port says 39,500 people left from Tarn Quay.", "39,500"),
    ],
)
def test_a_part_told_with_a_name_is_what_is_counted_there(part, figure, other, same):
    one, two = told(part, figure), told(other, same)
    assert one_spot(one, two)
    assert part_of_it(one, two) is None
    assert part_of_it(two, one) is None


@pytest.mark.parametrize(
    ("part", "figure", "other", "whole"),
    [
        ("Of the dead, 31 were found in Marle.", "31", "The quake caused 94 deaths.", "94"),
        ("Of the dead, 31 were found in Marle.", "31", "There were 28 deaths in Orrin.", "28"),
        (FERRY, "44,000", "By now 70,200 people have left.", "70,200"),
    ],
)
def test_a_part_is_neither_the_whole_nor_another_part(part, figure, other, whole):
    assert part_of_it(told(part, figure), told(other, whole))


def test_people_of_two_sorts_are_no_whole_and_part():
    assert not part_of_it(seen("Ten people came, four of them late.", "four"), seen("It employs 12 nurses.", "12"))
