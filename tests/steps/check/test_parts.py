"""Whether men, women and children and the sources of a sum make the total of their sentence."""

from __future__ import annotations

import pytest

from tests.steps.reading import rules

WRONG = (
    "Nineteen people died when the bridge fell into the river: eleven men, five women and two children.",
    "The dam cost £212 million, of which £140 million came from us, £45 million from firms, £37 million from towns.",
    "The jury found her guilty on 19 of 23 counts: 16 counts of fraud and four counts of forgery.",
)
LISTED = (
    "The harbour will have 60 berths, up from 48 at the old quay: 31 for yachts, 18 for boats and 5 for ferries.",
    "The ferry line has 27,500 employees: 6,100 officers, 15,900 stewards and 4,000 others.",
    "The court found the firm guilty on nine of twelve charges: seven charges of negligence and three of forgery.",
    "The sale raised €38.2 million: €18.5 million for the yard, €11.3 million for cranes and €6.4 million from a bank.",
)
RIGHT = (
    "The table is led by Orlin with ten gold medals (19 in total), ahead of Tarn with seven gold medals.",
    "Police made 45 arrests: 18 for theft, 21 in the square and 6 on trains.",
    "The jury found her guilty on 20 of 23 counts: 16 counts of fraud and four counts of forgery.",
    "The port has lost 21 of its 23 boats: 16 boats with nets and seven boats without.",
    "The harbour will have 54 berths, up from 48 at the old quay: 31 for yachts, 18 for boats and 5 for ferries.",
    "The court found the firm guilty on ten of twelve charges: seven charges of negligence and three of forgery.",
    "Eighteen people died when the bridge fell into the river: eleven men, five women and two children.",
    "The dam cost £222 million, of which £140 million came from us, £45 million from firms, £37 million from towns.",
    "It cost £212 million, of which £140 million was from the state and £45 million from the company.",
    "The club has 212 members, of whom 140 are men, 45 are children and 37 women with a season ticket.",
    "At the meeting there were 40 people, among them eleven men, five women and two children.",
    "The college has 24,300 students, of whom 17,900 are adults and 5,600 come from abroad.",
    "The ferry line has 26,000 employees: 6,100 officers, 15,900 stewards and 4,000 others.",
    "The ferry line has 27,500 employees: 6,100 officers, 15,900 stewards and others.",
    "The firm spent £90 million, of which £40 million on wages, £30 million in the north and £35 million abroad.",
)


@pytest.mark.parametrize("text", WRONG + LISTED)
def test_parts_that_miss_their_total_are_found(text):
    assert rules(text) == ["wrong_total"]


@pytest.mark.parametrize("text", RIGHT)
def test_parts_that_fit_overlap_or_are_not_all_are_left_alone(text):
    assert not rules(text)
