"""Turns of phrase of real pages: results, reports of health agencies, match reports, statistics, works and ballots."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind, Status
from tests.steps.reading import claims

EARNED = "Corvane reported net income of $3.1 billion, or $1.22 per share, up from $2.7 billion, or $1.02 per share."
CASES = "Torland has the most cases (4,210), and Ostria has the most deaths (812)."
WEEKS = "In Torland, cases rose, with 103 confirmed cases; in Ostria, they fell, with 29 new ones over three days."
CALLED = [
    # profits for one share
    (EARNED, "$3.1 billion", "net income"),
    (EARNED, "$1.22", "earnings per share"),
    (EARNED, "$1.02", "earnings per share"),
    (EARNED, "$2.7 billion", "net income"),
    ("Diluted earnings per share rose to $2.11 from $1.98.", "$2.11", "diluted earnings per share"),
    ("The board declared a dividend of $0.26 per share.", "$0.26", "dividend"),
    # counts in brackets behind what they count
    (CASES, "4,210", "case"),
    (CASES, "812", "death"),
    # what an ordinal before a compound counts
    ("Lind won a fifth title and 9th grand slam crown in Corran.", "9th", "won grand slam crown"),
    ("Lind, playing in her sixth Open final, won in straight sets.", "sixth", "open final"),
    # what is survived is no survivor
    ("Marr survived two break points in the eighth game.", "two", "break point"),
    ("Twelve miners survived.", "Twelve", "survivor"),
    # who was hurt beside things
    ("The storm hit 14 homes, and 31 others were hurt.", "31", "injured person"),
    ("14 homes fell, 30 more were injured.", "30", "injured person"),
    # what rose to a level
    ("The museum had its best year, with a 9% rise in visitors to 412,300.", "412,300", "visitor"),
    ("The firm reported a 7% rise in revenue to $6bn.", "$6bn", "revenue"),
    # lengths of things of two words, money that is burned
    ("A 23-kilometre rail tunnel took six years to build.", "23-kilometre", "rail tunnel length"),
    ("The firm burned $4.1 billion in six years.", "$4.1 billion", "loss"),
    # what money is in, and what two counts share
    ("The firm said it has $31 million in debt and $14 million in assets.", "$14 million", "asset"),
    ("The file lists $16 million in assets against $37 million in liabilities.", "$37 million", "liability"),
    ("The network shrank from over 900 to about 640 branches.", "over 900", "branch"),
    # sums beyond a budget, majorities, trades
    ("The tram line, already late and £310 million over budget, will open in May.", "£310 million", "cost overrun"),
    ("The council rejected the plan by 31 votes to 12, a majority against of 19.", "19", "majority"),
    ("Employment in construction increased by 22,000 in July.", "22,000", "construction employment"),
]


@pytest.mark.parametrize(("text", "words", "name"), CALLED)
def test_a_figure_is_called_what_the_page_says(text, words, name):
    found = next(claim.assertion for claim in claims(text, "2031-11-20") if claim.span.exact == words)
    assert found.attribute
    assert found.attribute.label == name


def test_a_day_to_which_a_week_leads_is_no_start_in_office():
    found = claims("In the week leading up to May 4, there were 14 new cases.", "2031-05-20")
    assert all("office" not in claim.assertion.attribute.label for claim in found if claim.assertion.attribute)


def test_a_level_reached_from_another_is_no_limit():
    for text in (
        "Takings were up to $6.3 million from $5.1 million.",
        "It was revised up to 41,300 from 40,900.",
    ):
        value = claims(text)[0].assertion.value
        assert value.low == value.high
    assert claims("The hall holds up to 900 people from the town.")[0].assertion.value.low is None


def test_a_figure_in_thousands_takes_no_millions():
    found = claims("Claims for benefit grew by 412,000 to 3.4 million.")
    assert [claim.assertion.value.low == size for claim, size in zip(found, (412_000, 3_400_000), strict=True)] == [
        True
    ] * 2


@pytest.mark.parametrize(
    "text", ["Tram line delayed until at least 2031", "The line will not open before at least 2031."]
)
def test_a_year_at_least_is_a_date(text):
    assert claims(text)[0].assertion.kind is Kind.DATE


def test_the_sets_of_a_match_are_no_ranges():
    found = claims("Lind beat Marr 4-6, 7-5, 6-3 in the final.")
    assert [claim.assertion.kind for claim in found] == [Kind.EVENT]
    assert claims("Each group has 4-6 members, and 20 wait.")[0].assertion.kind is Kind.RANGE


def test_what_was_due_is_a_plan():
    found = claims("The route was due to open in March 2023.", "2024-11-20")
    assert found[0].assertion.status is Status.PLANNED


def test_what_a_plan_is_rejected_by_is_not_denied():
    text = "Deputies have rejected the plan by a clear 312 votes to 198 in a ballot that puts it in danger."
    assert {claim.assertion.status for claim in claims(text)} == {Status.ACTUAL}


def test_the_place_of_a_clause_is_not_that_of_the_first():
    places = {claim.span.exact: claim.assertion.scope.place for claim in claims(WEEKS)}
    assert places["103"] == "Torland"
    assert places["29"] == "Ostria"


def test_a_country_that_reports_cases_is_the_place_of_them():
    text = "Torland reported 14 confirmed cases. The fever began in Torland in May. It spread in Ostria."
    assert claims(text)[0].assertion.scope.place in ("Torland", None)


def test_a_thing_of_a_company_is_not_the_company():
    text = (
        "Corvane said sales fell 2.1% to $31.2 billion. Revenue from devices such as Corvane Band rose. It sold 9,000."
    )
    about = {claim.span.exact: claim.assertion.subject for claim in claims(text)}
    assert all(about[words] and about[words].label == "Corvane" for words in ("$31.2 billion", "9,000"))


def test_the_caption_and_the_offer_of_a_page_make_no_claims():
    caption = "FILE - In this Monday, March 4, 2019 file photo, people cross a bridge in Corran."
    assert not claims(
        f"The bridge will be closed for repairs.\n\n{caption}\n\nIt is old, the council said in a report."
    )
    offer = "Register for our spring course in Corran (3 March - 9 May 2031) before the fees rise."
    assert not claims(f"The bridge will be closed for repairs.\n\n{offer}\n\nIt is old, the council said in a report.")


@pytest.mark.parametrize(
    "text",
    [
        "Lind smashed the 100m world record.",
        "She holds the record in the men's 4 x 100 metres.",
        "The probe flew to Comet 46P on an Orlin 5 rocket.",
        "The 5000-1 outsiders won and upset odds of 5000/1.",
        "Corran United 1\u20133 Tarn City",
        "Most teachers can expect at least double-digit raises.",
        "The Orlin Project 2 is a farm at sea.",
    ],
)
def test_what_athletes_run_and_names_with_numbers_make_no_claims(text):
    assert not claims(text)


def test_a_year_before_its_figures_is_no_count():
    for text in ("It is a rise on its 2022 figures.", "The 2024 elections were won by Lind.", "See 2023's best sites."):
        assert all(claim.assertion.kind is not Kind.COUNT for claim in claims(text))
        assert all("-2032" not in str(claim.assertion.value) for claim in claims(text))
    assert claims("The army lost 2,022 soldiers.")[0].assertion.kind is Kind.COUNT


def test_decimals_notes_and_other_dollars_are_read_as_they_are_written():
    assert str(claims("Of all cases, 12\u00b74% were confirmed.")[0].assertion.value.low) == "12.4"
    found = claims("The plan runs from May 2030 to June 2031.2 The group paid for it.")
    assert [claim.span.exact for claim in found][-1].endswith("2031.2")
    assert claims("She won J$3.1 million.")[0].assertion.value.unit == "JMD"


@pytest.mark.parametrize(
    "text",
    [
        "As of May 4, 2031, fever had been confirmed among 38 pupils.",
        "In two months, the trips counted for over 310 tons of aid.",
        "The port raises its fees by 12%, citing repair costs.",
    ],
)
def test_what_is_said_of_a_thing_is_not_said_by_it(text):
    speakers = {claim.assertion.asserted_by.label for claim in claims(text) if claim.assertion.asserted_by}
    assert not speakers & {"fever", "repair costs"}
    assert "trips" not in {
        c.assertion.asserted_by and c.assertion.asserted_by.label for c in claims(text) if c.span.exact != "two months"
    }


def test_an_outbreak_that_is_now_up_to_so_many_has_that_many():
    value = claims("The outbreak of fever in Corran is now up to 57 cases.")[0].assertion.value
    assert value.low == value.high == 57


RANKING = (
    "Ferry Park had 487,856 visitors. The Glass House was fourth with 42,038 visits and the Maritime Hall fifth with"
    " 39,966 visits. The abbey was sixth with 31,200 visits."
)
BRIDGES = "The Arle bridge opened. It pushed the Holm Bridge into third place. The Sund bridge is now in second place."


@pytest.mark.parametrize(
    ("exact", "of"),
    [("42,038", "Glass House"), ("39,966", "Maritime Hall"), ("31,200", "abbey")],
)
def test_a_figure_of_a_ranking_is_of_the_name_before_its_rank(exact, of):
    said = next(one.assertion for one in claims(RANKING) if one.span.exact == exact)
    assert said.subject is not None
    assert said.subject.label == of


@pytest.mark.parametrize(("exact", "of"), [("third place", "Holm Bridge"), ("second place", "Sund bridge")])
def test_a_rank_is_of_what_moved_into_it(exact, of):
    said = next(one.assertion for one in claims(BRIDGES) if one.span.exact == exact)
    assert said.subject is not None
    assert said.subject.label == of


CRASHES = (
    "A coach hit a lorry near Corran on Tuesday, killing nine people. It came two weeks after another coach overturned"
    " near Denby. Four people died in that crash."
)


def test_that_crash_is_the_one_told_last_where_it_was_another():
    found = claims(CRASHES, "2031-03-12", "Coach crash near Corran kills nine")
    said = next(one.assertion for one in found if one.span.exact == "Four")
    assert said.subject is not None
    assert said.subject.label == "earlier crash"


THEM = "Officials said that 67 of the passengers were Danish citizens, and 45 of them have Polish names."


def test_what_some_of_them_have_tells_them_from_the_rest():
    said = next(one.assertion for one in claims(THEM) if one.span.exact == "45")
    assert said.attribute is not None
    assert said.attribute.label.lower() == "passenger with polish name"


def test_a_country_that_reports_its_cases_is_no_source_and_a_ministry_is():
    text = "By late February, Norway had reported eight suspected cases and Sweden six. The ministry reported 14 cases."
    by = {one.span.exact: one.assertion.asserted_by for one in claims(text, "2031-03-20", "Fever spreads")}
    assert by["eight"] is None
    assert by["six"] is None
    assert by["14"] is not None


def test_classes_of_a_scale_in_brackets_make_no_claims():
    text = "The ratios across levels of intake (<1 cup/mo, 1-3/wk, 4-6/wk, and >=4/d) were 0.97 and 0.95."
    exact = {one.span.exact for one in claims(text)}
    assert not exact & {"<1", "1-3", "4-6", ">=4"}
    assert "0.97" in exact


@pytest.mark.parametrize(
    ("text", "exact", "of"),
    [
        ("The UK and International arms had falls of 19% and 15%, respectively.", "19%", "UK"),
        ("The UK and International arms had falls of 19% and 15%, respectively.", "15%", "International"),
        ("Sales in Denby, Marlow and Corran came to $3.1m, $2.2m and $1.9m, respectively.", "$2.2m", "Marlow"),
        ("The Corran Bridge and the Denby Tunnel opened in 1998 and 2003, respectively.", "2003", "Denby Tunnel"),
    ],
)
def test_respectively_deals_out_the_figures_in_their_order(text, exact, of):
    said = next(one.assertion for one in claims(text) if one.span.exact == exact)
    assert said.subject is not None
    assert said.subject.label == of


@pytest.mark.parametrize(
    ("text", "exact", "what"),
    [
        ("The probe will fly within 8,000 miles of Vesta.", "within 8,000 miles", "distance"),
        ("Homes within 300 metres of the plant were cleared.", "within 300 metres", "radius"),
        ("The blast sent a cloud into the sky and shook windows about 100 miles away.", "about 100 miles", "distance"),
    ],
)
def test_how_near_and_how_far_something_is_said_is_a_distance(text, exact, what):
    said = next(one.assertion for one in claims(text) if one.span.exact == exact)
    assert said.attribute is not None
    assert said.attribute.label.lower() == what


@pytest.mark.parametrize(
    ("text", "exact", "what"),
    [
        (
            "Thirty from 11 states fell ill; 22, including three infants, have been hospitalized.",
            "22",
            "hospitalised person",
        ),
        ("The slide killed 40, with as many as 14 potentially still missing.", "as many as 14", "missing person"),
    ],
)
def test_a_state_told_behind_an_aside_is_what_is_counted(text, exact, what):
    said = next(one.assertion for one in claims(text) if one.span.exact == exact)
    assert said.attribute is not None
    assert said.attribute.label.lower() == what


def test_what_results_fell_short_of_was_only_expected():
    found = claims("Norwind had revenue of $23.4 billion. It fell short of the anticipated $24.1 billion.")
    said = next(one.assertion for one in found if one.span.exact == "$24.1 billion")
    assert said.status is not Status.ACTUAL
