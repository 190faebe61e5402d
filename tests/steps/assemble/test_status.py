"""Whether a figure is so, planned, supposed, denied or taken back follows from what governs it."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims

PLANNED = [
    ("The mill raised its growth forecast for the year to 7 percent.", "7 percent"),
    ("The scheme is meant to save $21 million.", "$21 million"),
    ("There are 120 posts to be cut.", "120"),
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
    ("Design life: 40 years", "40 years"),
    ("The mill warned of up to 250 job losses.", "up to 250"),
    ("She will give up 15 percent of her salary of $890,000.", "15 percent"),
    ("The relief office would hand out 6,000 tents, its head told a radio station.", "6,000"),
    ("The port is cutting 45 posts from 1 May 2031.", "45"),
    ("We are closing the quay for nine weeks from 5 June 2031 to replace 2.4 km of rail.", "2.4 km"),
]
ACTUAL = [
    ("Nobody had expected it: 1.6 million people came.", "1.6 million"),
    ("The prison is holding 45 men until 5 June 2031.", "45"),
    ("The line no longer owns the dock, sold for 75 million euros in 2021.", "75 million euros"),
    ("The court heard that 37 invoices were false.", "37"),
    ("Of 18 bakers polled, 15 had expected a loss.", "18"),
    ("Twelve sailors have not been found.", "Twelve"),
    ("Nobody should enter the area within 7 km of the crater.", "within 7 km"),
    ("The bank has an inflation target of 2 percent.", "2 percent"),
    ("The prosecutors had asked for a sentence of 14 years.", "14 years"),
    ("The bridge is 14 km long if you believe the mayor.", "14 km"),
    ("Lakeside Rail must pay $38 million to the widow.", "$38 million"),
    ("The council does not deny that 600 flats are empty.", "600"),
    ("The harbour office dredged 14 km of channel.", "14 km"),
    ("Turnout rose to 63 percent.", "63 percent"),
    ("Ilse Tamm, 57, is to stay as conductor.", "57"),
    ("She will give up 15 percent of her salary of $890,000.", "$890,000"),
    ("The mill plans to cut its workforce of 3,200 by half.", "3,200"),
    ("The court rejected an appeal by the firm seeking to overturn a $2.1 million verdict.", "$2.1 million"),
    ("The firm said it was not treated fairly in facing one trial involving 22 patients.", "22"),
    ("The island is not far from the coast and about 470 km from the capital.", "about 470 km"),
    ("Unemployment ticked up to 5 percent \u2014 analysts had expected 4.9 percent.", "5 percent"),
    ("The striker scored 17 league goals.", "17"),
    ("Of nine pools, two will close in the winter.", "nine"),
    ("Marta Quist, treasurer since 2019, will step down.", "2019"),
    ("Last year the mayor wanted a tram and got 12 buses.", "12"),
    ("He counted on 11 friends and all came.", "11"),
    ("The dockers have asked for 27 million euros.", "27 million euros"),
    ("The ferry, built in 1987, will be inspected in autumn.", "1987"),
    ("Of nine people who had been on board, none is missing.", "nine"),
    ("That is not a rise of 8 percent but a fall of 2.5 percent.", "2.5 percent"),
    ("From spring a ticket costs 14 euros rather than 12 euros.", "12 euros"),
    ("Ships of that size may not exceed 8 knots.", "exceed 8 knots"),
    ("Whoever leaves nets behind may be fined up to 400 euros.", "up to 400 euros"),
    ("Annual budget: 12 million euros", "12 million euros"),
    ("There were 1,260 proposals for two berths.", "1,260"),
    ("Mothers demand answers as 300 pupils fall sick.", "300"),
    ("Some 62 farms with 740,000 birds lie within the zone.", "740,000"),
    ("The liner slid to second place with 12 million euros", "12 million euros"),
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
        ("The figure of 20,000 dockers is invented.", "20,000"),
        ("There was talk of 30 euros, which the port denies.", "30 euros"),
        ("The 1,400 that made the rounds is nobody's figure.", "1,400"),
        ("The city denies that 12 schools were closed by force.", "12"),
        ("A rumour that two dockers had been hurt proved false.", "two"),
    ],
)
def test_what_is_denied_is_negated(text, exact):
    assert status_of(text, exact) == "negated"


def test_a_name_with_not_in_it_denies_nothing():
    assert status_of("The do-not-drink notice was lifted on 2 May 2024.", "2 May 2024") == "actual"
    assert status_of("The notice was not lifted on 2 May 2024.", "2 May 2024") == "negated"


def test_a_figure_that_the_next_sentence_corrects_is_retracted():
    text = "The Echo reported on Monday that the fair had 3,100 visitors. The correct number was 1,300."
    assert status_of(text, "3,100") == "retracted"
    assert status_of(text, "1,300") == "actual"


def test_an_example_is_hypothetical():
    assert status_of("For a household using 3,000 kWh, the step adds $9 a month.", "$9") == "hypothetical"


def test_items_below_what_somebody_wants_are_planned():
    text = "A strike in the port\n\nIt rained.\n\nWhat dockers want\n\n- 7.5 percent more pay\n- 120 new posts\n"
    assert {claim.assertion.status.value for claim in claims(text, "2030-02-01")} == {"planned"}


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


def test_a_plan_that_is_mentioned_again_is_still_a_plan():
    text = "The city will build 1,450 flats on the quay. Why 1,450 flats are too few, nobody asks."
    assert [one.assertion.status.value for one in claims(text, "2030-02-01") if "1,450" in one.span.exact] == [
        "planned"
    ] * 2


def test_a_plan_does_not_make_a_report_of_the_same_figure_a_plan():
    text = "The city will build 1,450 flats on the quay. In the spring fire destroyed 1,450 flats."
    found = [one.assertion.status.value for one in claims(text, "2030-02-01") if "1,450" in one.span.exact]
    assert found == ["planned", "actual"]


def test_what_a_correction_denies_is_retracted():
    assert status_of("Correction: the number of farms was 13, not 15.", "15") == "retracted"
    assert status_of("The count was 13, not 15 as published on Monday.", "15") == "retracted"


def test_what_follows_from_a_condition_before_it_is_supposed():
    assert status_of("If it stays dry, the harvest ends at 40 tonnes.", "40 tonnes") == "hypothetical"


def test_whom_a_figure_is_according_to_makes_no_plan_of_it():
    assert status_of("According to the farmers' union, the dam cost 51 million euros.", "51 million euros") == "actual"


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Correction: on Monday we wrote that 62 percent had signed.", "62 percent"),
        ("CORRECTION: A story on 19 May said that the mate had been 40 days at sea. It was 14.", "40 days"),
        ("We gave the number of boats sunk as 137; 173 is right.", "137"),
        ("Correction: An answer on page 2 first gave the length of the quay as 87 metres. It has 78.", "87 metres"),
        ("The leaflet at first showed the height of the mast as 42 m; the mast is 24 m high.", "42 m"),
        ("The port corrects itself: it is 184 ships that will not sail, not 148.", "148"),
        ("The port now sees turnover of 5.7 million euros instead of 5.9 million euros.", "5.9 million euros"),
        ("The fair, once set for 12 December, has been put off.", "12 December"),
        ("The port raised its offer to the dockers from 4 percent to 5.4 percent.", "4 percent"),
    ],
)
def test_what_a_text_takes_back_is_retracted(text, exact):
    assert status_of(text, exact) == "retracted"


def test_what_something_to_come_is_estimated_to_cost_is_planned():
    for text in ("The cost of the new slipway is estimated at £2.4 million.", "The estimated cost is £2.4 million."):
        assert status_of(text, "£2.4 million") == "planned"
    for cost in ("The cost of the storm is estimated", "The annual cost is estimated", "Its final cost is put"):
        assert status_of(f"{cost} at £2.4 million.", "£2.4 million") == "actual"


def test_votes_on_a_plan_are_no_plan():
    text = "Thirty-one councillors voted for the plan, 26 against and two abstained."
    assert status_of(text, "26") == "actual"
    assert status_of("Some 4,300 trees were felled and 6,000 planted.", "6,000") == "actual"


def test_what_a_report_first_counted_is_not_taken_back():
    assert status_of("The report first counted 12 wolves in the valley in 1990.", "12") == "actual"


def test_a_table_whose_opening_line_expects_is_a_plan():
    text = "In March the port expected costs of 90 million euros, as follows:\n\nQuays         41\nCranes        49\n"
    found = {claim.span.exact: claim.assertion.status.value for claim in claims(text, "2030-11-20")}
    assert {found["41"], found["49"]} == {"planned"}


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Were 8,000 people to sail every day, one more would fall ill.", "8,000"),
        ("Unless the bill is withdrawn, the dockers strike for 48 hours.", "48 hours"),
    ],
)
def test_what_a_condition_supposes_is_hypothetical(text, exact):
    assert status_of(text, exact) == "hypothetical"


@pytest.mark.parametrize(
    ("text", "exact", "status"),
    [
        ("Shop chain to close 40 branches after losing £48 million", "£48 million", "actual"),
        ("Shop chain to close 40 branches after losing £48 million", "40", "planned"),
        ("Surfers banned from bay to protect 220 terns", "220", "actual"),
        ("Bank to cut 900 jobs as profit falls 30%", "30%", "actual"),
        ("Bank to cut as many as 900 jobs", "as many as 900", "planned"),
        ("The line said it had cancelled 730 trains and would run none before 6 March.", "before 6 March", "planned"),
        ("A repair would have cost €38 million.", "€38 million", "hypothetical"),
        ("The works began in May and are to last 14 months.", "14 months", "planned"),
    ],
)
def test_a_cause_has_happened_and_what_would_be_has_not(text, exact, status):
    assert status_of(text, exact) == status


@pytest.mark.parametrize(
    ("text", "exact", "status"),
    [
        ("More than a third had never been to a concert before.", "More than a third", "actual"),
        ("Of the tenants, two thirds were, they say, never asked.", "two thirds", "actual"),
        ("Isn't it true that more than half of them rent?", "more than half", "actual"),
        ("Milk keeps for no longer than nine days.", "no longer than nine days", "actual"),
        ("Nobody will close the school on the strength of nine letters.", "nine", "actual"),
        ("It is not true that a third of the flats are empty.", "a third", "negated"),
        ("The shop no longer sells 40 kinds of bread.", "40", "negated"),
        ("The firm did not pay a third of its drivers.", "a third", "negated"),
    ],
)
def test_who_did_not_are_no_less_and_what_is_not_so_is(text, exact, status):
    assert [one.assertion.status for one in claims(text) if one.span.exact == exact] == [status]
