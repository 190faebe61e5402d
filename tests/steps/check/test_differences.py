"""Whether a difference fits the two figures beside it."""

from __future__ import annotations

import pytest

from tests.steps.reading import inside

WRONG = (
    "The appeal court cut the term by two years, from eight years to six and a half.",
    "The fare rises by 40 cents, from 2.10 euros to 2.60 euros.",
    "The turnout of 31.8 percent was 6.4 points lower than the 36.4 percent of 2020.",
    "The firm has 420 staff, 60 fewer than the 500 of last year.",
    "The number of nurses rose from 310 to 372, an increase of 50.",
    "The budget was cut by 3.2 million euros to 18.5 million from 20.9 million.",
    "The tower is 142 metres high, 12 metres higher than the 136 metres of the old one.",
    "The museum counted 31,400 guests in its first summer, 5,200 fewer than the 38,600 it had hoped for.",
)
RIGHT = (
    "The appeal court cut the term by a year and a half, from eight years to six and a half.",
    "The fare rises by 40 cents, from 2.10 euros to 2.50 euros.",
    "Turnout fell by six points, from 41 percent to 34.6 percent.",
    "The firm has 420 staff, 80 fewer than the 500 of last year.",
    "The number of nurses rose from 310 to 372, an increase of 62.",
    "The museum counted 31,400 guests in its first summer, 7,200 fewer than the 38,600 it had hoped for.",
    "The tram drew 9,100 riders and the bus in the old town more, 1,200 more than the 6,400 of the ferry.",
    "The fund grew by $1.4 billion to $12.6 billion from $11.2 billion.",
    "The park has 61,300 visitors, some 10,000 more than the 51,000 of last year.",
    "In the town 300 more were sold, and sales went from 4,100 to 3,700 in the county.",
    "The team has 21 points, five more than Oak Town, which has 17.",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_difference_that_its_figures_do_not_give_is_found(text):
    assert [finding.rule for finding in inside(text)] == ["wrong_difference"]


@pytest.mark.parametrize("text", RIGHT)
def test_a_difference_that_fits_is_left_alone(text):
    assert not inside(text)


def test_the_finding_tells_what_the_figures_give():
    assert inside(WRONG[5])[0].detail.endswith("differ by 2.4.")
