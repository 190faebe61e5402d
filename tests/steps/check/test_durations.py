"""Whether a time fits the two dates that it lies between, and a figure its conversion in another scale or cell."""

from __future__ import annotations

import pytest

from tests.steps.reading import rules

WRONG = (
    "The bridge was closed from 3 May to 9 May 2023, for twelve days.",
    "She led the party from 1998 to 2011, a total of 17 years.",
    "The siege lasted from 12 March 2016 to 4 April 2016 (38 days).",
    "He was arrested on 4 January 2021. The trial opened on 8 March 2021, 43 days later.",
    "The lease runs from 1 January 2020 to 31 December 2029, twelve years.",
    "The tunnel was to be finished in summer 2018 and opened on 9 March 2021, with a delay of four years.",
    "The tunnel was due in May 2018 and opened in March 2021, 24 months late.",
)
RIGHT = (
    "The tunnel was to be finished in 2018 and opened on 9 March 2021, with a delay of three years.",
    "The tunnel was due in summer 2018 and opened in March 2021, two years and eight months late.",
    "The tunnel opened in May 2018 and its station in March 2021, 24 months late.",
    "The bridge was closed from 3 May to 9 May 2023, for seven days.",
    "The bridge was closed from 3 May to 9 May 2023, for six days.",
    "She led the party from 1998 to 2011, a total of 13 years.",
    "She led the party from 1998 to 2011, for almost 14 years.",
    "The siege lasted from 12 March 2016 to 4 April 2016, more than three weeks.",
    "He was arrested on 4 January 2021. The trial opened on 8 March 2021, nine weeks later.",
    "The firm was founded in 1904. It moved on 3 June 1950 and closed on 1 July 1963, 12 years ago.",
    "The works ran from 2019 to 2022, five years behind the other line.",
    "The exhibition is open from 4 to 18 July, 10 days of which are free.",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_time_that_its_dates_do_not_give_is_found(text):
    assert rules(text) == ["wrong_duration"]


@pytest.mark.parametrize("text", RIGHT)
def test_a_time_that_fits_or_is_of_something_else_is_left_alone(text):
    assert not rules(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The thermometer on the pier showed minus 11 degrees, or 22 degrees Fahrenheit.", ["wrong_conversion"]),
        ("The thermometer on the pier showed minus 11 degrees, or 12 degrees Fahrenheit.", []),
        ("Distance to the Moon      384,400 km      218,900 miles", ["wrong_conversion"]),
        ("Distance to the Moon      384,400 km      238,900 miles", []),
        ("Length and range      118 km      420 miles", []),
        ("The wall sank by 114 millimeters (1.2 inches would be tolerable).", []),
        ("The wall sank by 114 millimeters (1.2 inches) in May.", ["wrong_conversion"]),
        ("The panel is 74 x 59 cm (29 x 32 in).", ["wrong_conversion"]),
        ("The panel is 74 x 59 cm (29 x 23 in).", []),
        ("The chest measures 10 by 20 by 30 cm, or 4 by 8 by 12 inches.", []),
        ("The lake lies at 1,200 metres, which for walkers from overseas is about 2,100 feet.", ["wrong_conversion"]),
        ("The lake lies at 1,200 metres, which for walkers from overseas is about 3,900 feet.", []),
        ("The world is 1.2°C warmer, equivalent to 34.2°F, the blog said.", ["wrong_conversion"]),
        ("The bell weighs 40 tonnes, equivalent to 20,000 pounds.", ["wrong_conversion"]),
        ("The lake lies at 1,200 metres, which is 300 feet higher than the pass.", []),
        ("The flight takes 9 hours, which is 30 minutes more than before.", []),
    ],
)
def test_degrees_of_no_scale_and_cells_beside_each_other_are_conversions(text, expected):
    assert rules(text) == expected
