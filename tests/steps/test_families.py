"""Families of lines match whatever their case, but where a capital is asked for."""

from __future__ import annotations

import re

import pytest

from registry.steps.segment import furniture
from registry.steps.segment.families import Families, one_of

FAMILIES = (furniture.COUNTER, furniture.BYLINE, furniture.MASTHEAD, furniture.DATELINE)


@pytest.mark.parametrize(
    "line", ["By Ada Finch", "BY ADA FINCH", "by ada finch", "37 COMMENTS", "Hotline: 0117 555 019", "Oslo, 3 May 2021"]
)
def test_a_line_is_found_as_by_one_pattern_that_ignores_case(line):
    whole = one_of(FAMILIES, re.VERBOSE | re.IGNORECASE)
    assert Families(*FAMILIES)(line) is (whole.fullmatch(line) is not None)


def test_a_capital_in_a_note_is_none_of_the_family():
    family = r"pages?\s\d+   # Page 7"
    assert "page" not in Families(family).mixed.pattern
    assert Families(family)("PAGE 7")


def test_no_family_is_matched_by_nothing():
    assert not Families()("Page 7")
