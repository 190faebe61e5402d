"""Whether so much for each and so many make the sum beside them."""

from __future__ import annotations

import pytest

from tests.steps.reading import rules

WRONG = (
    "The show earned an estimated $16.8 million in 2,400 villages. That is $9,300 per village.",
    "The town bought 40 buses at €350,000 each for €12 million.",
    "The council shared £1.2 million among 300 clubs, or £5,000 a club.",
    "The fund paid 210 victims £6.3 million in all, £36,000 each.",
    "The 75 turbines of 12 megawatts each make 960 megawatts.",
    "The farm has 64 panels of 410 watts apiece, 31,240 watts together.",
    "They planted 1,200 trees at a cost of $96,000, which is $60 per tree.",
    "Each of the 36 families received 500 euros, 12,000 euros in all.",
    "The county put in €84 million and got 120 flats, €900,000 for each.",
    "The fire destroyed 340 stalls. The city raised its aid from €500 to €800 per stall, or €350,000 in total.",
)
RIGHT = (
    "The fire destroyed 340 stalls. The city raised its aid from €500 to €800 per stall, or €272,000 in total.",
    "The fire destroyed 340 stalls and left 90 stalls wet. The city pays €800 per stall, or €350,000 in total.",
    "The show earned an estimated $16.8 million in 2,400 villages. That is $7,000 per village.",
    "The town bought 40 buses at €350,000 each for €14 million.",
    "The town bought 40 buses for €14 million, of which €50,000 each is for batteries.",
    "The council shared £1.2 million among 300 clubs, or £4,000 a club.",
    "The fund paid 210 victims £6.3 million in all, £30,000 each.",
    "The 75 turbines of 12 megawatts each make 900 megawatts.",
    "Tickets cost £25 each; 400 were sold and the club took £8,000 with members at half price.",
    "The company has 12 plants and made a profit of $40 million; its shares rose to $30 each.",
    "They planted 1,200 trees at a cost of $96,000, which is $80 per tree.",
    "Each of the 36 families received 500 euros, and 12,000 euros went to the school.",
    "Each of the 36 families received 500 euros, 18,000 euros in all.",
    "The ministry ordered 60 trams worth €180 million and will pay €2 million for each of the first ten.",
    "Of the 900 jobs at the yard, 300 pay more than $40,000 each, and the yard paid $20 million in tax.",
    "The 12 farms lost 4,800 sheep, an average of 350 each.",
    "The county put in €84 million and got 120 flats, €700,000 for each.",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_sum_that_is_not_so_much_for_each_is_found(text):
    assert rules(text) == ["wrong_product"]


@pytest.mark.parametrize("text", RIGHT)
def test_a_sum_that_fits_or_is_of_something_else_is_left_alone(text):
    assert not rules(text)
