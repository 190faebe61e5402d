"""What may stand before a figure is the same for all rules that look for the word before it."""

from __future__ import annotations

import re

import pytest

from registry.steps.assemble.attribute.auctions import ESTIMATED as VALUED
from registry.steps.assemble.attribution.polling import FOUND
from registry.steps.assemble.dating.standing import TO
from registry.steps.assemble.status.estimates import ESTIMATED
from registry.steps.assemble.status.schedules import COUNTS_ON
from registry.steps.assemble.status.settled import CREW
from registry.steps.cues import Cued
from registry.steps.fragments import HEDGES
from registry.steps.match import moved

LEADS: list[tuple[re.Pattern[str] | Cued, str]] = [
    (VALUED, "estimated at "),
    (FOUND, "YouGov found "),
    (TO, "to "),
    (ESTIMATED, "the cost of the weir is estimated at "),
    (COUNTS_ON, "the works are to last "),
    (CREW, "The staff of "),
    (moved.TO, "the bill has risen to "),
]


@pytest.mark.parametrize(
    "hedge", ["", "roughly ", "well over ", "at most ", "no more than ", "as many as ", "slowly ", "no "]
)
def test_only_words_that_hedge_stand_between(hedge):
    known = re.fullmatch(HEDGES, hedge) is not None
    assert known is (hedge not in ("slowly ", "no "))
    assert [pattern.search(lead + hedge) is not None for pattern, lead in LEADS] == [known] * len(LEADS)
