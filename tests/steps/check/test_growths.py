"""Whether a growth fits its two figures where a multiple or a fraction is told."""

from __future__ import annotations

import pytest

from tests.steps.reading import rules

WRONG = (
    "The stadium was promised for 120 million pounds. It ended up costing £480 million, an increase of 400 percent.",
    "In 2010 the port handled 2.1 million tonnes. Last year it was 6.3 million tonnes, a rise of 300 per cent.",
    "In 2024 some 52,340 sat the exam, a tenth more than the 45,600 of 2022.",
    "In 2024 the museum had 61,300 visitors, a third more than the 40,200 of 2022.",
    "In 2024 the museum had 20,300 visitors, a quarter fewer than the 40,200 of 2022.",
    "Nurses will get a rise of 8.5 per cent in spring. The board agreed to lift starting pay from £24,000 to £25,200.",
    "Prices have risen by 60 per cent since the season was announced last spring, from €60 to €120, the house says.",
    "In all 29 of 36 stalls were let, a rate of 92 per cent.",
)
RIGHT = (
    "In all 29 of 36 stalls were let, a rate of 81 per cent.",
    "Nurses will get a rise of 5 per cent in spring. The board agreed to lift starting pay from £24,000 to £25,200.",
    "Nurses will get a rise of 8.5 per cent in spring. The board agreed to cut the bonus from £1,100 to £1,000.",
    "Prices have risen by 60 per cent since the season was announced last spring, from €60 to €96, the house says.",
    "Seats in the stalls cost 40 per cent more for the premieres of the season, from €60 to €120.",
    "The stadium was promised for 120 million pounds. It ended up costing £480 million, an increase of 300 percent.",
    "The stadium was promised for 120 million pounds. It ended up costing £480 million, 400 percent of it.",
    "In 2010 the port handled 2.1 million tonnes. Last year it was 6.3 million tonnes, a rise of 200 per cent.",
    "In 2024 some 52,340 sat the exam, a seventh more than the 45,600 of 2022.",
    "In 2024 some 50,340 sat the exam, a tenth more than the 45,600 of 2022.",
    "In 2024 the museum had 54,300 visitors, a third more than the 40,200 of 2022.",
    "In 2024 the museum had 24,300 visitors, 40 percent fewer than the 40,200 of 2022.",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_growth_that_its_figures_do_not_give_is_found(text):
    assert rules(text) == ["wrong_share"]


@pytest.mark.parametrize("text", RIGHT)
def test_a_growth_that_fits_is_left_alone(text):
    assert not rules(text)
