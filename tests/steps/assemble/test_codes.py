"""Codes, numbers to call and prices behind the sign of a share, and the figures that only look like them."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims

TABLE = "Cases in Lorn\n\n| District | {head} | Dead |\n|---|---|---|\n| North | 4100 | 12 |\n| South | 5200 | 31 |\n"


@pytest.mark.parametrize(
    ("head", "read"), [("Case number", False), ("Case numbers", True), ("Mobile number", False), ("Mobile", True)]
)
def test_a_column_of_codes_counts_nothing(head, read):
    told = {one.span.exact for one in claims(TABLE.format(head=head))}
    assert "12" in told
    assert ("4100" in told) is read


@pytest.mark.parametrize(
    ("text", "exact", "read"),
    [
        ("Shares of Norwind (NWD 118.20) fell on Monday.", "118.20", False),
        ("Two parties lead (SNP 43 seats, Labour 37 seats) in the new council.", "43", True),
    ],
)
def test_a_price_behind_the_sign_of_a_share_is_no_count(text, exact, read):
    assert (exact in {one.span.exact for one in claims(text)}) is read
