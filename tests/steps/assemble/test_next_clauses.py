"""Dates of one clause, and figures that are told in the next one, or that came of what happened then."""

from __future__ import annotations

import pytest

from tests.steps.reading import day_of

TODAY = "2030-02-01"


@pytest.mark.parametrize(
    ("text", "exact", "day"),
    [
        ("A ferry sank on Sunday, killing 21 people.", "21", TODAY),
        ("A miner died of his wounds on Tuesday, which brings the number of deaths to nine.", "nine", TODAY),
        ("Two miners died on Tuesday, taking the number of deaths to nine.", "nine", TODAY),
        ("Nine are missing, down from 23 on Saturday, and 87 were hurt.", "87", TODAY),
        ("Nine are missing, down from 23 on Saturday, and 87 were hurt.", "23", "2030-01-26"),
        ("On Saturday the fire spread to the mill, and 87 people were missing.", "87", "2030-01-26"),
        ("As of Sunday 23 people were missing, and 87 were in hospital.", "87", "2030-01-27"),
        ("She joined the class on 15 June 2023, and 146 pupils were enrolled.", "146", "2023-06-15"),
    ],
)
def test_which_day_the_figure_of_the_next_clause_has(text, exact, day):
    assert day_of(text, exact)[0] == day


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    ("text", "exact", "day"),
    [
        ("Of the 142 people arrested 88 have been charged and 61 convicted.", "61", TODAY),
        ("The bank has pulled out and taken 1.5 million euros with it.", "1.5 million euros", None),
        ("Full power should be reached on 5 May, the plant said.", "5 May", TODAY),
        ("The port hopes to open the quay again on 5 May.", "5 May", TODAY),
        ("The inquest should open on 5 May.", "5 May", None),
        ("The quay will open on 5 May.", "5 May", None),
        ("Its cost is put at 46 million euros; it could be in service by the end of 2037.", "46 million euros", TODAY),
        ("The quay could cost 46 million euros.", "46 million euros", None),
    ],
)
def test_what_is_reached_hoped_or_reckoned_now_has_the_day_of_the_document(text, exact, day):
    assert day_of(text, exact)[0] == day
