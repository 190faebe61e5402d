"""What is asked of two dozen claims of a fact is told without their profiles, and is the same as in them."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind
from registry.steps.match.naming import spokesman
from registry.steps.match.profile import drawn, profile, said_by
from registry.steps.match.stated import names_any
from tests.steps.makers import holds, said

CLAIMS = [
    said("14", "The ferry has 14 rowers.", what="rower"),
    said("900", "Police counted 900 people in the square.", what="people"),
    said("900", "Police had arrested 900 people by noon.", what="people"),
    said("12", "12 experts, among them a doctor, signed the letter.", what="expert"),
    said("40", "Hospital-run wards took in 40 patients.", what="patient", by="the minister"),
    said("3,100", "The union says that 3,100 drivers walked out.", what="driver", verb="walk out"),
    said("4", "The quay cost 4 million.", what="purchase price", of="the quay", verb="buy"),
    said("61", "The driver is 61.", what="age"),
    said("7%", "Output fell by 7%.", what="drop", kind=Kind.PERCENT),
    holds("mayor", "Ida Holm", where="Rell"),
]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.sentence.exact)
def test_the_short_way_says_the_same_as_the_profile(claim):
    assert said_by(claim) == profile(claim).speaker
    assert names_any(claim) == bool(profile(claim).named)


def test_some_of_them_name_something_and_some_have_a_speaker():
    assert {names_any(claim) for claim in CLAIMS} == {True, False}
    assert len({said_by(claim) for claim in CLAIMS}) > 2


def test_the_spokesman_of_a_fact_is_found_without_a_profile():
    named = [said("31", f"Gull Bay has 31 piers, a walker counted in year {at}.", what="pier") for at in range(3)]
    before = drawn.cache_info().misses
    assert spokesman(named) in named
    assert all(said_by(one) is None for one in named)
    assert drawn.cache_info().misses == before
