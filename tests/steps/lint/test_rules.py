"""What a claim of a draft and the registry's answer come to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.model.assertion import Behaviour, Kind, Scope, Status
from registry.model.document import Reading
from registry.model.moment import Moment, Precision
from registry.steps.lint import RULES, lint
from registry.steps.lint.problem import Known, Near, Options, Report
from tests.steps.lint.makers import draft, figure, known, says, side, witness

EARLY, LATE = date(2021, 3, 1), date(2024, 6, 1)
NOW = known(side("14", figure("14"), LATE))
CHANGED = known(side("12", figure("12"), EARLY), side("14", figure("14"), LATE), held="14", changes=True)


def told(text: str, claim, what: Known = NOW, options: Options | None = None) -> Report:
    return lint(draft(text), [claim], [what], options=options)


def rules(text: str, claim, what: Known = NOW, options: Options | None = None) -> list[str]:
    return [problem.rule for problem in told(text, claim, what, options).problems]


def test_another_value_is_contradicted_with_source_and_wording():
    text = "The harbour board has 17 members."
    problem = told(text, says(text, "17", figure("17"))).problems[0]
    assert problem.rule == "FACT001"
    assert problem.held == "14"
    assert problem.proposal == "The harbour board has 14 members."
    assert problem.sources[0].name == "Harbour News"
    assert problem.sources[0].quote == "The harbour board has 14 members."
    assert problem.fix is not None
    assert problem.fix.safe


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("14", figure("14")),
        ("about 14", figure("14", approx=True)),
        ("more than 12", figure("12", strict=True)),
        ("fewer than 20", figure(None, high="20", strict=True)),
    ],
)
def test_what_the_registry_allows_is_left_alone(words, value):
    text = f"The harbour board has {words} members."
    assert rules(text, says(text, words, value)) == []


@given(number=st.integers(min_value=0, max_value=10**9))
def test_a_figure_is_contradicted_exactly_where_it_is_another(number):
    text = f"The harbour board has {number} members."
    flagged = rules(text, says(text, str(number), figure(str(number))))
    assert flagged == ([] if number == 14 else ["FACT001"])


def test_an_earlier_value_is_out_of_date():
    text = "The harbour board has 12 members."
    problem = told(text, says(text, "12", figure("12")), CHANGED).problems[0]
    assert problem.rule == "FACT002"
    assert "1 June 2024" in problem.message
    assert problem.fix is not None
    assert problem.fix.text == "14"


def test_a_bound_that_was_stated_once_makes_no_figure_out_of_date():
    bound = side("more than 9", figure("9", strict=True, high=None), EARLY)
    what = known(bound, side("14", figure("14"), LATE), held="14", changes=True)
    text = "The harbour board has 17 members."
    assert rules(text, says(text, "17", figure("17")), what) == ["FACT001"]


def test_an_earlier_value_with_its_date_is_right():
    text = "In March 2021 the harbour board had 12 members."
    assert rules(text, says(text, "12", figure("12"), day=EARLY), CHANGED) == []


@pytest.mark.parametrize("behaviour", [Behaviour.STATE, Behaviour.TOTAL])
def test_an_earlier_value_of_a_month_is_right_for_that_month(behaviour):
    text = "In March 2021 the harbour board had 12 members."
    month = Scope(period=Moment(date(2021, 3, 1), date(2021, 3, 31), Precision.MONTH))
    assert rules(text, says(text, "12", figure("12"), scope=month, behaviour=behaviour), CHANGED) == []


def test_the_wrong_value_for_a_past_date_is_contradicted_by_the_value_of_then():
    text = "In March 2021 the harbour board had 17 members."
    problem = told(text, says(text, "17", figure("17"), day=EARLY), CHANGED).problems[0]
    assert problem.rule == "FACT001"
    assert problem.held == "12"


def test_a_value_between_two_known_days_is_not_judged():
    text = "In May 2022 the harbour board had 13 members."
    assert rules(text, says(text, "13", figure("13"), day=date(2022, 5, 1)), CHANGED) == []


def test_the_day_to_judge_by_can_be_given():
    text = "The harbour board has 12 members."
    claim = says(text, "12", figure("12"))
    assert rules(text, claim, CHANGED, Options(as_of=date(2021, 3, 1))) == []
    assert rules(text, claim, CHANGED, Options(as_of=date(2025, 1, 1))) == ["FACT002"]


def test_a_disputed_value_is_told_with_all_sides():
    what = known(side("12", figure("12"), LATE), side("14", figure("14"), LATE), held=None)
    text = "The harbour board has 12 members."
    problem = told(text, says(text, "12", figure("12")), what).problems[0]
    assert problem.rule == "FACT003"
    assert "12" in problem.message
    assert "14" in problem.message
    assert problem.fix is None


def test_a_value_that_no_side_of_a_dispute_states_is_contradicted_without_a_fix():
    what = known(side("12", figure("12"), LATE), side("14", figure("14"), LATE), held=None)
    text = "The harbour board has 19 members."
    problem = told(text, says(text, "19", figure("19")), what).problems[0]
    assert (problem.rule, problem.fix) == ("FACT001", None)


def test_the_losing_side_of_a_settled_dispute_is_contradicted():
    what = known(side("12", figure("12"), LATE), side("14", figure("14"), LATE), held="14", settled=True)
    text = "The harbour board has 12 members."
    assert rules(text, says(text, "12", figure("12")), what) == ["FACT001"]


def test_a_value_that_only_a_reviewer_knows_is_held():
    what = known(side("12", figure("12"), LATE), side("14", figure("14"), LATE), held="15", settled=True)
    right, wrong = "The harbour board has 15 members.", "The harbour board has 14 members."
    assert rules(right, says(right, "15", figure("15")), what) == []
    assert rules(wrong, says(wrong, "14", figure("14")), what) == ["FACT001"]


def test_an_unknown_figure_is_told_only_where_that_is_asked_for():
    text = "The harbour board has 14 members."
    claim = says(text, "14", figure("14"))
    assert rules(text, claim, Known()) == []
    assert rules(text, claim, Known(), Options(unsupported=True)) == ["FACT004"]


@pytest.mark.parametrize("status", [Status.NEGATED, Status.HYPOTHETICAL, Status.RETRACTED])
def test_what_is_not_asserted_is_not_judged(status):
    text = "The harbour board does not have 17 members."
    assert rules(text, says(text, "17", figure("17"), status=status)) == []


def test_a_later_and_larger_total_may_be_news():
    told_once: dict[str, Any] = {"behaviour": Behaviour.TOTAL, "noun": "berth"}
    what = known(side("14", figure("14"), EARLY, **told_once))
    more, fewer = "So far 17 berths have gone.", "So far 11 berths have gone."
    assert rules(more, says(more, "17", figure("17"), day=LATE, **told_once), what) == []
    assert rules(fewer, says(fewer, "11", figure("11"), day=LATE, **told_once), what) == ["FACT001"]


def test_the_right_number_with_another_unit_is_a_mismatch():
    what = known(side("61 metres", figure("61", "m"), LATE, text="It is 61 metres high.", kind=Kind.MEASURE))
    text = "It is 61 feet high."
    problem = told(text, says(text, "61 feet", figure("61", "ft"), kind=Kind.MEASURE), what).problems[0]
    assert problem.rule == "FACT006"
    assert problem.held == "61 metres"


def test_the_number_of_a_near_fact_is_a_mismatch():
    other = witness("33", figure("33"), day=LATE, scope=Scope(qualifiers=("voting",)))
    what = Known(near=(Near("How many voting members are there?", "https://reg.example/facts/2", other),))
    text = "The harbour board has 33 members."
    problem = told(text, says(text, "33", figure("33")), what).problems[0]
    assert problem.rule == "FACT006"
    assert problem.question == "How many voting members are there?"


def test_a_small_number_of_a_near_fact_is_a_coincidence():
    other = witness("3", figure("3"), day=LATE, scope=Scope(qualifiers=("voting",)))
    what = Known(near=(Near("How many voting members are there?", "", other),))
    text = "The harbour board has 3 members."
    assert rules(text, says(text, "3", figure("3")), what) == []


def test_a_report_is_weaker_than_the_subject_itself():
    own = witness("14", figure("14"), publisher="Harbour Board", day=LATE)
    retold = witness("14", figure("14"), publisher="Harbour News", by="Harbour Board", url="https://news.example/a")
    what = known(side("14", figure("14"), EARLY, own, retold))
    text = "The harbour board has 14 members (https://news.example/a)."
    problem = told(text, says(text, "14", figure("14")), what).problems[0]
    assert problem.rule == "FACT007"
    assert problem.sources[0].name == "Harbour Board"


def test_of_several_problems_at_one_place_the_gravest_is_told():
    text = "The harbour board has 17 members."
    claims = [says(text, "17", figure("17"))] * 2
    report = lint(draft(text), claims, [Known(), NOW], options=Options(unsupported=True))
    assert [problem.rule for problem in report.problems] == ["FACT001"]


def test_quoted_words_are_reported_and_never_changed():
    text = "“The harbour board has 17 members”, she said."
    problem = told(text, says(text, "17", figure("17"), by="Anna Berg")).problems[0]
    assert (problem.rule, problem.fix, problem.proposal) == ("FACT001", None, None)


def test_every_rule_has_a_sentence_for_the_reader():
    assert all(rule.about.endswith(".") and name == rule.id for name, rule in RULES.items())


def test_every_problem_stands_in_the_text():
    text = "First.\n\nThe harbour board has 17 members. It met."
    problem = told(text, says(text, "17", figure("17"))).problems[0]
    assert problem.span.holds_in(text)
    assert problem.sentence.holds_in(text)


def test_a_report_without_claims_is_empty():
    report = lint(Reading("Nothing to count.", "text/plain", "given/1"), [], [])
    assert (report.problems, report.claims) == ((), 0)


def test_a_year_that_only_says_when_the_rest_holds_is_held_against_no_other_year():
    text = "In 2013 the harbour board had 40 members."
    made = Moment(date(2004, 1, 1), date(2004, 12, 31), Precision.YEAR)
    year = Moment(date(2013, 1, 1), date(2013, 12, 31), Precision.YEAR)
    rests = "The harbour board rests on an agreement of 2004."
    what = known(side("2004", made, LATE, text=rests, kind=Kind.DATE, noun="agreement year"))
    assert rules(text, says(text, "2013", year, kind=Kind.DATE, noun="year"), what) == []
    assert rules(text, says(text, "2013", year, kind=Kind.DATE, noun="agreement year"), what) == ["FACT001"]
