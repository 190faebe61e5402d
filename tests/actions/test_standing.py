from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from registry.actions.facts.sides import Group, by_time
from registry.actions.facts.standing import Decided, hold, of_claim, outcomes
from registry.model.assertion import Status
from registry.model.finding import Relation, Verdict
from registry.model.quantity import Quantity

KINDS = [None, Relation.CONTRADICTION, Relation.CHANGE_OVER_TIME]
DECISIONS = [
    None,
    Decided(Verdict.TIME, None, None),
    Decided(Verdict.SCOPE, None, None),
    Decided(Verdict.SIDE, "14", None),
    Decided(Verdict.NEITHER, None, "13"),
    Decided(Verdict.UNSURE, None, None),
]


def group(label: str, sources: int = 1, independent: int = 1, day: date | None = date(2024, 5, 31)) -> Group:
    value = Quantity(Decimal(label), Decimal(label), "count")
    return Group(label, value, (f"c{label}",), sources, independent, day, day)


@pytest.mark.parametrize(("kind", "decided", "voices"), list(product(KINDS, DECISIONS, [(1, 1), (3, 1), (3, 2)])))
def test_a_sentence_begins_with_the_word_that_lists_show(kind, decided, voices):
    groups = [group("14", *voices), group("12", day=date(2020, 1, 1))]
    held = hold(groups, kind, decided if kind else None, groups)
    assert held.words.startswith(held.name)
    for label in ("14", "12"):
        mine = of_claim(held, label, ["14", "12"] if kind else [], kind, retired=False)
        assert mine.words.startswith(mine.name)
    gone = of_claim(held, "12", [], kind, retired=True)
    assert gone.words.startswith(gone.name)


def test_a_value_that_is_no_part_of_the_conflict_is_not_called_the_held_one():
    groups = [group("14", 2, 2), group("12", day=date(2020, 1, 1))]
    held = hold(groups, Relation.CHANGE_OVER_TIME, None, groups)
    other = of_claim(held, "19", ["14", "12"], Relation.CHANGE_OVER_TIME, retired=False, apart=True)
    assert other.agrees is None
    assert other.words == f"{held.words}; this source says 19"
    near = of_claim(held, "about 14", ["14", "12"], Relation.CHANGE_OVER_TIME, retired=False)
    assert near.agrees is True


def test_a_fact_with_an_open_conflict_is_never_called_undisputed():
    groups = [group("14", 4, 3), group("12", day=date(2020, 1, 1))]
    for kind in KINDS[1:]:
        assert not hold(groups, kind, None, groups).words.startswith("undisputed")


def test_one_voice_is_one_source_however_often_it_is_printed():
    assert hold([group("14")], None, None).words == "one source, undisputed"
    assert hold([group("14", 3)], None, None).words == "one source in 3 documents, undisputed"
    assert hold([group("14", 3, 2)], None, None).words == "undisputed, 3 sources, 2 independent"


def test_a_change_that_nobody_confirmed_is_said_to_be_one():
    groups = [group("14", 2, 2), group("12", day=date(2020, 1, 1))]
    held = hold(groups, Relation.CHANGE_OVER_TIME, None, groups)
    assert held.words == "changed, not confirmed: 14, 2 sources, 2 independent; earlier documents say 12"
    assert held.value == "14"


def test_a_claim_is_not_contradicted_where_a_reviewer_found_no_conflict():
    groups = [group("14"), group("12")]
    held = hold(groups, Relation.CONTRADICTION, Decided(Verdict.SCOPE, None, None), groups)
    claim = of_claim(held, "12", ["14", "12"], Relation.CONTRADICTION, retired=False)
    assert claim.name != "contradicted"


def test_values_stand_in_order_of_time_and_those_without_a_day_last():
    ordered = by_time([group("3", day=None), group("2", day=date(2024, 1, 1)), group("1", day=date(2020, 1, 1))])
    assert [each.label for each in ordered] == ["1", "2", "3"]


def test_what_came_of_plans_that_changed_is_held_and_not_the_last_plan():
    plans = [group("34", day=date(2026, 8, 7)), group("27", day=date(2026, 9, 2))]
    came = group("28", day=date(2026, 11, 12))
    told = {"c34": Status.PLANNED, "c27": Status.PLANNED, "c28": Status.ACTUAL}
    assert outcomes([*plans, came], plans, told) == [came]
    held = hold([*plans, came], Relation.CHANGE_OVER_TIME, None, [*plans, came])
    assert held.value == "28"
    assert outcomes([*plans, came], plans, {**told, "c28": Status.PLANNED}) == []
    assert outcomes([*plans, came], plans, {**told, "c27": Status.ACTUAL}) == []
    assert outcomes([*plans, group("28", day=date(2026, 8, 30))], plans, told) == []
