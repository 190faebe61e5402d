"""The place that narrows a figure, or none."""

from __future__ import annotations

import pytest

from tests.steps.assemble.test_cases import claims


@pytest.mark.parametrize(("exact", "place"), [("620 tonnes", "Norland"), ("911 tonnes", None), ("1,000", None)])
def test_what_is_told_of_the_whole_world_or_of_the_whole_has_no_place(exact, place):
    text = (
        "Lansk Foods\n\nLansk Foods sold 620 tonnes in Norland and 911 tonnes worldwide. "
        "It had 1,000 shops, of which 420 in Holm.\n"
    )
    found = next(claim.assertion for claim in claims(text, "2031-01-05") if claim.span.exact == exact)
    assert (found.scope.place if found.scope else None) == place
