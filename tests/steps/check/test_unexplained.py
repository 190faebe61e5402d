"""A change over time in which two figures are given for one and the same day: told, and as grave as it is alone."""

from __future__ import annotations

from registry.model.assertion import Behaviour
from registry.model.finding import Relation, Severity
from registry.model.moment import Moment
from registry.steps.check.sides import dispute
from registry.steps.check.telling import Count, counted_anew
from tests.steps.makers import day, said

SPENT = {"what": "spending", "of": "harbour tunnel", "verb": "spend", "behaviour": Behaviour.TOTAL}
END = Moment.on(day("2025-12-31"))


def spent(words, where, on, as_of=None):
    return said(words, where=where, on=on, as_of=as_of, **SPENT)


def test_two_figures_for_one_day_are_told_beside_the_change_and_weigh_as_they_would_alone():
    claims = [
        spent("214 million dollars", "Court of Audit", "2026-05-05", END),
        spent("187 million dollars", "Treasury", "2026-05-06", END),
        spent("231 million dollars", "Port News", "2026-06-20", Moment.on(day("2026-04-30"))),
        spent("248 million dollars", "Port Herald", "2026-10-01", Moment.on(day("2026-09-30"))),
    ]
    found = dispute(claims)
    assert found is not None
    assert found.kind is Relation.CHANGE_OVER_TIME
    assert found.severity is Severity.HIGH
    assert found.detail.endswith(
        "For 31 December 2025, however, Court of Audit says 214 million dollars and Treasury says 187 million "
        "dollars: dates do not explain that."
    )
    counts = {side.label: Count(9, 9) for side in found.sides}
    anew = counted_anew(found, counts).detail
    assert "nine documents" in anew
    assert anew.endswith("dates do not explain that.")


def test_a_change_that_dates_explain_says_no_more_and_stays_low():
    claims = [
        spent("187 million dollars", "Treasury", "2026-05-06", END),
        spent("231 million dollars", "Port News", "2026-06-20", Moment.on(day("2026-04-30"))),
        spent("248 million dollars", "Port Herald", "2026-10-01", Moment.on(day("2026-09-30"))),
    ]
    found = dispute(claims)
    assert found is not None
    assert found.severity is Severity.LOW
    assert "however" not in found.detail


def test_two_counts_of_one_day_that_only_the_documents_date_are_old_news_once_more_is_known():
    claims = [
        spent("9 million dollars", "Port News", "2026-05-05"),
        spent("11 million dollars", "Port Herald", "2026-05-05"),
        spent("20 million dollars", "Port News", "2026-05-06"),
        spent("25 million dollars", "Port Herald", "2026-05-07"),
    ]
    found = dispute(claims)
    assert found is not None
    assert "however" not in found.detail


def test_a_value_is_named_by_a_sentence_and_not_by_a_cell_without_its_unit():
    area = {"what": "area", "of": "fen", "behaviour": Behaviour.FIXED}
    cell = said("46800", "Fen\t46800\t12", on="2024-05-01", **area)
    prose = said("46,800", "The fen has 46,800 trees.", on="2024-05-02", **area)
    other = said("41,000", on="2024-05-03", **area)
    found = dispute([cell, prose, other])
    assert found is not None
    assert {side.label for side in found.sides} == {"46,800", "41,000"}
