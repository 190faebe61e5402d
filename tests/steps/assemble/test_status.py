"""Whether a figure is so, planned, supposed, denied or taken back follows from what governs it."""

from __future__ import annotations

import pytest

from tests.steps.assemble.test_cases import claims

PLANNED = [
    ("Lakeside Rail to cut 340 jobs", "340"),
    ("The harbour office will dredge 14 km of channel.", "14 km"),
    ("The dam is to hold 60 million litres.", "60 million litres"),
    ("Officials said 90 teachers would leave in the summer.", "90"),
    ("The reservoir could reach 95 percent of its capacity.", "95 percent"),
    ("The union demanded a rise of 7 percent.", "7 percent"),
    ("The two ports agreed to merge, creating a group with 4,100 workers.", "4,100"),
    ("The council approved a budget of $310 million for 2032.", "$310 million"),
    ("The opening slipped from the original date of 3 May 2030.", "3 May 2030"),
    ("The company will sell its ferries to raise 25 million euros.", "25 million euros"),
]
ACTUAL = [
    ("The harbour office dredged 14 km of channel.", "14 km"),
    ("Turnout rose to 63 percent.", "63 percent"),
    ("The striker scored 17 league goals.", "17"),
    ("Of nine pools, two will close in the winter.", "nine"),
    ("Marta Quist, treasurer since 2019, will step down.", "2019"),
    ("Last year the mayor wanted a tram and got 12 buses.", "12"),
    ("He counted on 11 friends and all came.", "11"),
]


@pytest.mark.parametrize(("text", "exact"), PLANNED, ids=[text[:40] for text, _ in PLANNED])
def test_what_is_to_be_is_planned(text, exact):
    assert status_of(text, exact) == "planned"


@pytest.mark.parametrize(("text", "exact"), ACTUAL, ids=[text[:40] for text, _ in ACTUAL])
def test_a_report_and_a_description_stay_actual(text, exact):
    assert status_of(text, exact) == "actual"


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The mill no longer employs 300 people.", "300"),
        ("There is no evidence that 40 cows died.", "40"),
        ("The drive failed to collect 5,000 signatures.", "5,000"),
        ("The port denied that 18 cranes were idle.", "18"),
    ],
)
def test_what_is_denied_is_negated(text, exact):
    assert status_of(text, exact) == "negated"


def test_a_figure_that_the_next_sentence_corrects_is_retracted():
    text = "The Echo reported on Monday that the fair had 3,100 visitors. The correct number was 1,300."
    assert status_of(text, "3,100") == "retracted"
    assert status_of(text, "1,300") == "actual"


def test_an_example_is_hypothetical():
    assert status_of("For a household using 3,000 kWh, the step adds $9 a month.", "$9") == "hypothetical"


def test_items_below_a_heading_of_targets_are_planned():
    text = "Targets for the coming term:\n\n- 450 new seats\n- 12 new stops\n"
    assert {claim.assertion.status.value for claim in claims(text, "2030-02-01")} == {"planned"}


def test_the_column_of_a_coming_year_is_planned():
    text = "The plan in figures\n\n             2030      2031\nStaff        410       455\nVehicles     88        97\n"
    found = {claim.span.exact: claim.assertion.status.value for claim in claims(text, "2030-11-20")}
    assert found["410"] == "actual"
    assert found["455"] == "planned"


def status_of(text: str, exact: str) -> str:
    """The status of the figure with these words."""
    found = [claim for claim in claims(text, "2031-01-05") if claim.span.exact == exact]
    assert found, "no claim has these words"
    return found[0].assertion.status.value
