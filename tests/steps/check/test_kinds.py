"""Which kind a conflict is, where dates and speakers are known in part only."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.assertion import Behaviour
from registry.model.document import Reading, Source
from registry.model.finding import Relation
from registry.steps.check import judge
from registry.steps.check.kinds import KINDS, features, weights
from registry.steps.check.slips import transposed
from registry.steps.extract import extract
from tests.steps.makers import said, year


def pupils(words, **more):
    return said(words, f"The school has {words} pupils.", what="pupil", of="school", behaviour=Behaviour.STATE, **more)


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [("15,480", "15,840", True), ("315,000", "351,000", True), ("410", "430", False), ("1,530", "1,350", True)],
)
def test_a_slip_is_two_digits_that_changed_places(one, other, slip):
    assert transposed(pupils(one), pupils(other)) is slip


def test_a_slip_is_an_error_though_the_documents_are_of_other_days():
    found = judge(pupils("1,480", on="2023-01-05"), pupils("1,840", on="2023-09-01"))
    assert found.relation is Relation.CONTRADICTION
    assert "changed places" in found.detail


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Lake Orva covers {} square kilometres.", Relation.CONTRADICTION),
        ("The Orva mill employs {} people.", Relation.CHANGE_OVER_TIME),
    ],
)
def test_the_day_of_a_document_explains_no_difference_of_what_cannot_change(text, relation):
    pair = [
        extract(Reading(text.format(size), "text/plain", "given"), Source(day, published=date.fromisoformat(day)))[0]
        for size, day in (("400", "2024-05-31"), ("430", "2024-11-14"))
    ]
    assert judge(*pair).relation is relation


def test_a_growing_total_stays_a_change_whoever_counts():
    left, right = (
        said(words, f"The flood killed {words} people.", what="person", verb="kill", behaviour=Behaviour.TOTAL, **more)
        for words, more in (
            ("12", {"on": "2021-03-01", "by": "police"}),
            ("31", {"on": "2021-03-04", "by": "ministry"}),
        )
    )
    assert judge(left, right).relation is Relation.CHANGE_OVER_TIME


def test_every_feature_has_a_weight_for_each_kind_and_the_order_of_the_claims_is_no_matter():
    left, right = pupils("410", on="2023-01-05"), pupils("430", on="2023-09-01", by="the union")
    assert features(left, right) == features(right, left)
    assert set(weights()) == {"bias", *features(left, right)}
    assert {len(one) for one in weights().values()} == {len(KINDS)}


@pytest.mark.parametrize(
    ("before", "relation"),
    [
        ("Last year the mill employed {} people.", Relation.CHANGE_OVER_TIME),
        ("Five years ago the mill had {} looms.", Relation.CHANGE_OVER_TIME),
        ("The mill employed {} people.", Relation.CONTRADICTION),
    ],
)
def test_how_it_stood_at_a_time_long_past_has_changed_since(before, relation):
    noun = "loom" if "looms" in before else "employee"
    verb = "have" if "looms" in before else "employ"
    period = year(2029) if "Last" in before else year(2025) if "ago" in before else None
    left = said("310", before.format(310), what=noun, of="mill", verb=verb, on="2030-07-14", period=period)
    right = said("260", f"The mill has 260 {noun}s.", what=noun, of="mill", verb=verb, on="2030-07-14")
    assert judge(left, right).relation is relation
