"""What holds now though it ends one day, and what a change that is decided will do once it is in force."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims


def states(text):
    """The status of each figure of a text of March 2031."""
    return {one.span.exact: one.assertion.status.value for one in claims(text, "2031-03-10")}


@pytest.mark.parametrize(
    ("text", "figure", "status"),
    [
        ("The contract of its director, Leif Aas, runs until 2036.", "2036", "actual"),
        ("She signed a new lease until 2036.", "2036", "actual"),
        ("They will extend the lease until 2036.", "2036", "planned"),
        ("The firm has set aside €3 million for new kilns.", "€3 million", "planned"),
        ("The kiln was tested for two days instead of the planned ten.", "ten", "planned"),
        ("The opening is only fourteen weeks away.", "fourteen weeks", "planned"),
        ("The garage will have 300 places, compared with 120 in the old one.", "120", "actual"),
        ("There will be 40 stalls: 22 for fish and 18 for bread.", "18", "planned"),
        ("There were 40 stalls: 22 for fish and 18 for bread.", "18", "actual"),
        ("Since 1 March they have been paid 14 euros an hour instead of 12 euros.", "12 euros", "actual"),
        ("Sales\\n\\nBonds sold         31\\nBonds not issued   48\\n", "48", "actual"),
    ],
)
def test_a_term_that_runs_holds_now_and_what_is_reserved_is_to_come(text, figure, status):
    assert states(text.replace("\\n", "\n"))[figure] == status


def test_a_missing_unit_behind_instead_of_is_that_of_the_figure_before():
    found = {
        one.span.exact: one.assertion.value.unit for one in claims("It ran for two days instead of the planned ten.")
    }
    assert found["ten"] == "day"


LEVY = (
    "Halden lifts bridge toll to 4 euros\n\nThe council voted on Monday to lift the toll from 3 euros to 4 euros from"
    " 1 June 2031.\n\nThe rise brings the city 2 million euros a year. The bridge now brings in 5 million euros.\n"
)


def test_what_a_change_does_is_planned_until_it_is_in_force():
    found = states(LEVY)
    assert found["2 million euros"] == "planned"
    assert found["5 million euros"] == "actual"
    assert states(LEVY.replace("1 June 2031", "1 June 2030"))["2 million euros"] == "actual"


@pytest.mark.parametrize(
    "talks", ["meets on 1 June 2031 to discuss whether to lift", "will vote on 1 June 2031 on a rise of"]
)
def test_the_day_of_a_meeting_about_a_change_is_no_day_from_which_it_holds(talks):
    text = (
        f"Halden talks of bridge toll\n\nThe council {talks} the toll.\n\nThe rise brings the city 2 million euros.\n"
    )
    assert states(text)["2 million euros"] == "actual"


def test_who_votes_to_change_something_from_a_day_on_changes_it():
    text = (
        "Halden lifts bridge toll\n\nThe council voted to lift the toll from 1 June 2031.\n\nThe rise brings the city 2"
        " million euros a year.\n"
    )
    assert states(text)["2 million euros"] == "planned"


def test_what_is_new_beside_a_change_to_come_is_there():
    found = states(f"{LEVY}\nThe new bridge carries 4,000 cars a day. The new toll brings in 7 million euros.\n")
    assert found["4,000"] == "actual"
    assert found["7 million euros"] == "planned"


def test_what_was_paid_is_no_plan_beside_what_is_set_aside():
    assert states("The city paid 4 million euros for the hall and has set aside a room.")["4 million euros"] == "actual"
    assert states("For repairs 4 million euros has been set aside.")["4 million euros"] == "planned"
