"""What is held about a claim, put together from the facts that it matches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from registry.model.assertion import Behaviour, Scope, Status
from registry.model.moment import Moment, Precision
from registry.steps.lint import lint
from registry.steps.lint.gather import gathered, weak
from registry.steps.lint.problem import Known, Side
from registry.steps.lint.sides import stating
from registry.steps.match import Match
from tests.steps.lint.makers import draft, figure, known, says, side, witness

EARLY, LATE = date(2021, 3, 1), date(2024, 6, 1)
OLD = known(side("12", figure("12"), EARLY))
NEW = known(side("14", figure("14"), LATE))


def rules(number: str, *facts: Known) -> list[str]:
    text = f"The harbour board has {number} members."
    claim = says(text, number, figure(number))
    return [problem.rule for problem in lint(draft(text), [claim], [gathered(claim, facts)]).problems]


@pytest.mark.parametrize("facts", [(OLD, NEW), (NEW, OLD)])
def test_facts_that_nothing_joined_are_held_together(facts):
    assert rules("14", *facts) == []
    assert rules("12", *facts) == ["FACT002"]
    assert rules("17", *facts) == ["FACT001"]


def test_a_settled_fact_speaks_alone():
    assert rules("12", NEW, known(side("12", figure("12"), EARLY), settled=True)) == []


def test_what_keeps_within_a_bound_is_not_held_against_other_facts():
    bound = known(side("more than 9", figure("9", strict=True), EARLY))
    assert rules("17", bound, NEW) == []


def test_a_running_total_is_held_against_the_exact_figures_that_came_after_a_bound():
    def told(number, value, day):
        text = f"The flood of Norsund killed {number} people."
        return known(side(number, value, day, noun="death", verb="kill", text=text, behaviour=Behaviour.TOTAL))

    bound, exact = told("at least 6", replace(figure("6"), high=None), EARLY), told("29", figure("29"), LATE)
    text = "The flood of Norsund killed 17 people."
    claim = says(text, "17", figure("17"), noun="death", verb="kill", behaviour=Behaviour.TOTAL)
    (found,) = lint(draft(text), [claim], [gathered(claim, [bound, exact])]).problems
    assert found.rule == "FACT001"
    assert "29" in found.message


def test_a_far_rounder_figure_does_not_speak_for_a_value():
    exact = side("10,310", figure("10310"), EARLY, noun="seat", text="The hall of Norsund has 10,310 seats.")
    round_ = side("20,000", figure("20000"), LATE, noun="seat", text="The hall of Norsund has 20,000 seats.")
    both = replace(exact, witnesses=(*exact.witnesses, *round_.witnesses))
    assert [one.claim.span.exact for one in stating(both)] == ["10,310"]
    assert list(stating(round_)) == list(round_.witnesses)


def test_values_of_another_question_are_left_out():
    other = side("900", figure("900"), LATE, noun="ship", text="The harbour board has 900 ships.")
    told = known(side("12", figure("12"), EARLY), other, held="900", changes=True)
    text = "The harbour board has 12 members."
    claim = says(text, "12", figure("12"))
    kept = gathered(claim, [told])
    assert [one.label for one in kept.sides] == ["12"]
    assert kept.held == "12"


def test_nothing_is_held_against_a_claim_that_may_be_about_something_else():
    text = "The harbour board has 17 members."
    claim = says(text, "17", figure("17"))
    assert lint(draft(text), [claim], [replace(NEW, certain=False)]).problems == ()


def test_nothing_is_held_where_nothing_matches():
    assert gathered(says("It has 3 members.", "3", figure("3")), []) == Known()


def test_what_sources_disagree_about_stays_disputed_without_the_plans():
    plan = side("12", figure("12"), EARLY, status=Status.PLANNED, publisher="Town")
    real = (side("14", figure("14"), EARLY), side("17", figure("17"), EARLY, publisher="Post"))
    assert rules("14", known(plan, *real)) == ["FACT003"]


def test_a_source_of_last_year_says_nothing_about_another():
    text = "The harbour board had 17 members in 2020."
    told = "The harbour board had 12 members last year."
    claim = says(
        text, "17", figure("17"), scope=Scope(period=Moment(date(2020, 1, 1), date(2020, 12, 31), Precision.YEAR))
    )
    found = known(side("12", figure("12"), EARLY, text=told))
    other = known(side("12", figure("12"), LATE, text=told))
    assert [one.rule for one in lint(draft(text), [claim], [found]).problems] == ["FACT001"]
    assert lint(draft(text), [claim], [other]).problems == ()


def test_a_bound_that_a_figure_happens_to_fit_does_not_bear_it_out_where_somebody_surer_has_another():
    claim = says("The harbour board has 17 members.", "17", figure("17"))
    exact = replace(witness("14", figure("14"), publisher="A"), match=Match(0.95, same=True, reasons=()))
    bound = witness("more than 9", replace(figure("9"), high=None), publisher="B")
    loose = replace(bound, match=Match(0.8, same=True, reasons=()))
    very = replace(witness("17", figure("17"), publisher="C"), match=Match(0.8, same=True, reasons=()))
    assert weak(claim, [exact, loose, very]) == {loose.id}
    assert weak(claim, [loose, very]) == frozenset()
    unlikely = replace(very, match=Match(0.6, same=True, reasons=()))
    assert weak(claim, [exact, unlikely]) == {unlikely.id}


@pytest.mark.parametrize(
    ("says_so", "rule"),
    [
        ("Dale Partners expected that the board would have 12 members.", []),
        ("The board is expected to have 12 members.", ["FACT002"]),
        ("Dale Partners expects the board to have 12 members.", ["FACT002"]),
        ("Hill Partners expected the board to have 12 members.", ["FACT002"]),
    ],
)
def test_what_somebody_by_name_reckoned_is_not_out_of_date_by_what_another_did(says_so, rule):
    told = "Dale Partners expect the harbour board to have 12 members."
    old, new = side("12", figure("12"), EARLY, text=told), side("14", figure("14"), LATE)
    fact = known(old, new, held="14", changes=True)
    claim = says(says_so, "12", figure("12"))
    assert [one.rule for one in lint(draft(says_so), [claim], [gathered(claim, [fact])]).problems] == rule


@pytest.mark.parametrize(("number", "wrong"), [("6,400", True), ("6,500", False)])
def test_a_name_of_the_document_is_enough_for_a_slip(number, wrong):
    told = witness("4,600", figure("4600"), text="A petition gathered 4,600 members.", day=LATE)
    told = replace(told, named=frozenset({"quay", "street"}), match=Match(0.73, None, ()))
    fact = known(Side("4,600", figure("4600"), (told,), 1, 1, LATE, LATE))
    text = f"For Quay Street the board has {number} members."
    claim = says(text, number, figure(number.replace(",", "")))
    assert bool(lint(draft(text), [claim], [gathered(claim, [fact])]).problems) is wrong
