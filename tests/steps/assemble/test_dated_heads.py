"""The day of a figure by what stands above or beside it: the head of a document, headings, columns and rows."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind
from tests.steps.reading import claims, day_of

SHEET = "Flu in Norrland: situation report\nAs of 20 January 2030\n\n- Cases: 312\n- Beds in use: 41\n"


@pytest.mark.parametrize("exact", ["312", "41"])
def test_the_items_of_a_status_sheet_have_its_day(exact):
    assert day_of(SHEET, exact) == ("2030-01-20", "stated")


def test_a_row_may_name_its_day_and_the_column_its_year():
    text = "The firm in figures\n\n                Q2 2029   Q2 2028\nStaff, 30 June   7,340     7,120\n"
    assert day_of(text, "7,120")[0] == "2028-06-30"


def test_a_year_in_the_label_of_a_row_outweighs_that_of_its_column():
    rows = ("| Figures | 2028 | 2029 |", "|---|---|---|", "| Members (2021) | 212 | 230 |", "| Staff | 41 | 45 |")
    text = "The mill in figures\n\n" + "\n".join(rows) + "\n"
    assert day_of(text, "212")[0] == "2021-12-31"
    assert day_of(text, "45")[0] == "2029-12-31"


def test_a_column_may_be_headed_by_a_day():
    rows = ("Parameter  3 May, 06:00  9 May, 18:00", "Patients  140  155", "Refugees  12  30")
    text = "\n".join(rows) + "\n"
    found = claims(text, "2030-06-01")
    assert [claim.span.exact for claim in found if claim.assertion.kind is Kind.DATE] == []
    assert day_of(text, "155", "2030-06-01") == ("2030-05-09", "stated")


def test_the_year_that_accounts_close_ends_on_their_day():
    text = "Accounts for the year to 30 June 2029\n\nAt the year end gross debt was 70 million euros.\n"
    assert day_of(text, "70 million euros") == ("2029-06-30", "stated")


def test_the_hyphen_of_a_quarter_does_not_hide_it():
    text = "Nordlys reports fourth-quarter 2029 results\n\nThe service counts 602,000 users.\n"
    assert day_of(text, "602,000") == ("2029-12-31", "stated")


def test_a_report_whose_head_gives_a_day_counts_for_it():
    text = "As of 28 January, 41,000 dockers had gone back.\n\nThe port employs 9,700 people.\n\nIt rained."
    assert day_of(text, "9,700", "2030-02-10")[0] == "2030-01-28"


def test_a_date_that_the_headline_announces_has_the_day_on_which_it_is_set():
    text = "HARBOUR TUNNEL TO OPEN ON 9 MAY 2030\n\nThe tunnel will open to traffic on Thursday 9 May 2030.\n"
    assert day_of(text, "Thursday 9 May 2030") == ("2030-02-01", "document")
    assert day_of("The tunnel will open to traffic on 9 May 2030.", "9 May 2030") == (None, None)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("By the evening of 30 January the county had counted 12 deaths.", "2030-01-30"),
        ("Flash update 6, 1 February 2030, covering 22 to 31 January 2030", "2030-01-31"),
    ],
)
def test_the_head_of_a_report_says_the_day_of_its_figures(head, day):
    text = f"Flood in Norrland\n{head}\n\nThe county says:\n- 5,400 people have been evacuated since 22 January\n"
    assert day_of(text, "5,400") == (day, "document")


def test_the_line_that_dates_a_document_gives_no_day_to_what_happened_before():
    text = "Mail, Saturday 2 February 2030\n\nOn Friday the bridge was shut.\n\n- The gates jammed at 11.40am.\n"
    found = {one.span.exact: one.assertion.value.low.isoformat() for one in claims(text, "2030-02-02")}
    assert found["11.40am"] == "2030-02-01"


LATE = "Ostra camp: fact sheet\nAs of 20 January 2030\n\n- Families: 1,312\n- Children: 41%\n"


@pytest.mark.parametrize("exact", ["1,312", "41%"])
def test_a_sheet_that_came_out_late_is_of_the_day_at_its_head(exact):
    assert day_of(LATE, exact, "2030-03-15")[0] == "2030-01-20"
    assert day_of(LATE, exact, "2030-08-15")[0] != "2030-03-15"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("The report rests on data as at 31 December 2029.", "2029-12-31"),
        ("By 30 November 2029, the reference date of this audit, 12 dykes had been raised.", "2029-11-30"),
        ("The reporting date is 15 January 2030.", "2030-01-15"),
        ("The book rests on data as at 31 December 1999.", "2030-02-01"),  # too old to speak of the office now
        ("The data were collected in 30 weeks until 31 December 2029.", "2030-02-01"),
        ("The figures were wrong, a court found on 5 January.", "2030-02-01"),
    ],
)
def test_a_report_that_says_of_which_day_its_figures_are_gives_them_that_day(head, day):
    text = f"The harbour office in figures\n\n{head}\n\nThe office employs 41 people.\n"
    assert day_of(text, "41") == (day, "document")


@pytest.mark.parametrize(
    ("text", "exact", "day"),
    [
        ("Through 31 December 2029, 2,655 claimants were paid.", "2,655", "2029-12-31"),
        ("Receipts up to 31 December 2029 came to 331 million euros.", "331 million euros", "2029-12-31"),
        ("She walked through the night of 3 May 2029, and 41 people followed.", "41", None),
    ],
)
def test_what_is_summed_up_through_a_day_is_of_that_day(text, exact, day):
    assert day_of(text, exact)[0] == day


def test_a_row_of_the_end_of_a_period_has_its_last_day():
    rows = (
        "| Figures | Q3 2029 | Q4 2029 |",
        "|---|---|---|",
        "| Hired | 88 | 91 |",
        "| Staff at end of period | 512 | 540 |",
    )
    text = "The firm in figures\n\n" + "\n".join(rows) + "\n"
    assert day_of(text, "540")[0] == "2029-12-31"
    assert day_of(text, "91")[0] is None


def test_a_report_that_says_what_it_covers_is_of_the_last_of_these_days():
    text = "Floods in Norrland\nSituation report 7\n\n(Covers 12 to 18 January.)\n\n- 212,000 people affected\n"
    assert day_of(text, "212,000", "2030-01-20")[0] == "2030-01-18"


COUNTS = (
    "| Item | As at 20 January 2030 | Told by |",
    "|---|---|---|",
    "| Wells checked | 58 | County |",
    "| Sand carried off, tonnes | 3,100 | Quarry |",
    "| Grant per farm | \u20ac900 | Quarry |",
    "| Barns standing in May 2021 | 14 | County |",
)


@pytest.mark.parametrize(("exact", "day"), [("58", "2030-01-20"), ("3,100", "2030-01-20"), ("\u20ac900", "2030-01-20")])
def test_a_column_may_say_of_which_day_all_its_figures_are(exact, day):
    assert day_of("The flood in Holm\n\n" + "\n".join(COUNTS) + "\n", exact) == (day, "stated")


def test_a_label_with_a_time_of_its_own_is_not_of_the_day_of_its_column():
    assert day_of("The flood in Holm\n\n" + "\n".join(COUNTS) + "\n", "14")[0] != "2030-01-20"


def test_the_line_above_a_table_may_say_of_which_day_it_is():
    rows = ("Parameter | Result", "Eels found dead | 760", "Sludge dug out | 18,200 t")
    text = "The spill\n\nTable 2. Data of the county, status at 31 December 2029\n\n" + "\n".join(rows) + "\n"
    assert day_of(text, "18,200 t") == ("2029-12-31", "stated")
    text = text.replace("status at 31 December 2029", "collected since 4 May 2029")
    assert day_of(text, "18,200 t") == (None, None)


def test_a_share_in_the_column_of_a_month_is_of_that_month():
    rows = ("Measured | May 2029 | November 2029", "Live heather | 41% | 33%", "Honey sold, kg | 120 | 310")
    text = "The moor\n\n" + "\n".join(rows) + "\n"
    assert day_of(text, "33%") == ("2029-11-30", "stated")
    assert day_of(text, "310") == (None, None)


def test_a_heading_that_names_a_thing_and_a_time_names_what_is_counted():
    rows = ("Nursery | Saplings in the ground, Jan. 2030 | Alive", "Holm | 5,200 | 71%", "Brask | 3,900 | 66%")
    found = {
        claim.span.exact: claim.assertion for claim in claims("The wood\n\n" + "\n".join(rows) + "\n", "2030-02-01")
    }
    assert found["5,200"].attribute.label == "sapling in the ground"
    assert found["5,200"].subject.label == "Holm"
