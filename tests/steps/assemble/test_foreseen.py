"""Which plans have the day of the document, and which past days give a count none."""

from __future__ import annotations

import pytest

from tests.steps.reading import day_of


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The new ferry terminal will cost 48 million euros.", "48 million euros"),
        ("Renovation of the swimming hall is estimated to cost $31 million.", "$31 million"),
        ("The university wants to spend 22 million pounds on a new library.", "22 million pounds"),
        ("The company will invest 900 million euros in a steelworks at Brask.", "900 million euros"),
        ("The restoration of the organ is to be completed in the autumn of 2031.", "autumn of 2031"),
        ("The council expects the tram bridge to be finished in May 2030.", "May 2030"),
        ("The sewage works will be ready by the end of 2032.", "the end of 2032"),
        ("Engineers hope to repair the cable by 14 March 2030.", "14 March 2030"),
        ("The second terminal is to open in 2033.", "2033"),
        ("The smelter will start production in October 2031.", "October 2031"),
    ],
)
def test_what_works_are_foreseen_to_cost_and_to_last_holds_for_the_day_of_the_document(text, exact):
    assert day_of(text, exact) == ("2030-02-01", "document")


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The hall was to cost 18 million euros.", "18 million euros"),
        ("A second runway would cost 3 billion euros.", "3 billion euros"),
        ("The firm expects one-off costs of 30 million euros.", "30 million euros"),
        ("The opera house was originally due to be finished in 2031.", "2031"),
        ("The ship had been due to be repaired by May 2030.", "May 2030"),
        ("The ban will be lifted on 9 May 2030.", "9 May 2030"),
        ("The second terminal is to open on 9 May 2030.", "9 May 2030"),
        ("The exhibition will open in May 2030.", "May 2030"),
        ("The terminal was originally to open in 2029.", "2029"),
        ("Parliament is to vote on the bill on 9 May 2030.", "9 May 2030"),
        ("She will receive an award of 2 million euros.", "2 million euros"),
    ],
)
def test_what_was_planned_once_or_is_set_has_no_day(text, exact):
    assert day_of(text, exact) == (None, None)


@pytest.mark.parametrize(
    ("text", "exact", "day"),
    [
        ("The petition had 2,870 signatures yesterday.", "2,870", "2030-01-31"),
        ("The clinic had 43 patients on Monday.", "43", "2030-01-28"),
        ("The union lowered the alert level to 2 on Monday.", "2", "2030-01-28"),
        ("Volunteers planted 600 trees on 26 January.", "600", None),
        ("On Saturday the airline flew 58 people to 19 towns.", "19", None),
        ("On 11 January the police had counted 38,000 marchers.", "38,000", None),
    ],
)
def test_a_day_on_which_something_was_done_dates_no_count(text, exact, day):
    assert day_of(text, exact)[0] == day


def test_a_column_of_a_day_dates_what_changes_and_no_other_count():
    rows = ("| Measured | 12 January | 29 January |", "|---|---|---|", "| Germs at the outlet | 21 | 2 |")
    text = "Water of the mill pond\n\n" + "\n".join((*rows, "| Patients | 74 | 61 |")) + "\n"
    assert day_of(text, "21") == (None, None)
    assert day_of(text, "61") == ("2030-01-29", "stated")
