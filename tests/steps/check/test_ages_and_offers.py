"""Ages that the time between two reports explains, and what is offered in two tenses."""

from __future__ import annotations

import pytest

from registry.model.assertion import Status
from registry.steps.check.judge import judge
from registry.steps.check.rules import both_offered
from tests.steps.makers import exactly, said


def aged(years, on):
    text = f"Otto Lind, {years}, was found guilty."
    return said(str(years), text, what="age", of="Otto Lind", on=on, value=exactly(years, "year"))


@pytest.mark.parametrize(("later", "explained"), [("2024-05-04", False), ("2024-11-02", True)])
def test_hardly_anybody_grows_older_within_a_week(later, explained):
    finding = judge(aged(43, "2024-05-02"), aged(44, later))
    assert (finding.rule == "grown_older") == explained
    assert finding.relation.is_conflict != explained


def test_an_offer_is_one_whether_it_was_made_or_is_there():
    made = said("4.5 percent", "The firm offered 4.5 percent more.", what="pay increase", status=Status.PLANNED)
    there = said("5.5 percent", "The latest offer is 5.5 percent.", what="offer")
    paid = said("5.5 percent", "The firm pays 5.5 percent more.", what="pay increase")
    assert both_offered(made, there)
    assert not both_offered(made, paid)
