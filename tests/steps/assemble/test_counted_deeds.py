"""What was done to things that are counted, the sides of a vote, shares, prices, and the labels of rows and columns."""

from __future__ import annotations

import pytest

from registry.steps.assemble.making import head_of
from tests.steps.reading import called, claims

TOTALS = "Damage\n\nDistrict       Barns lost    Bridges closed\n"
TOTALS += "North          12            3\nTotal          40            9\n"
DATES = "Ratifications\n\nState          Signed          Ratified\n"
DATES += "Norland        4 May 2030      9 June 2031\n"
DATES += "Sudmark        4 May 2030      19 June 2031\n"


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("The farm culled 8,200 hens.", "8,200", "culled hen"),
        ("Forty wells were dug.", "Forty", "dug well"),
        ("Of 12 paintings stolen, two were found.", "12", "stolen painting"),
        ("The port cancelled 31 sailings on Monday.", "31", "cancelled sailing"),
        ("The yard has 40 cranes.", "40", "crane"),
        ("Twelve faults were reported.", "Twelve", "fault"),
        ("Twelve barges were not sold.", "Twelve", "barge"),
    ],
)
def test_what_was_done_to_things_is_part_of_what_they_are(text, exact, name):
    assert called(text, exact) == name


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("The motion was carried 17 to 13.", "17", "vote for"),
        ("The motion was carried 17 to 13.", "13", "vote against"),
        ("The bill passed by 51 votes to 49.", "49", "vote against"),
        ("The bill was defeated by 51 votes to 49.", "51", "vote against"),
        ("Twelve deputies voted against, 31 in favour and three abstained.", "Twelve", "vote against"),
        ("Twelve deputies voted against, 31 in favour and three abstained.", "31", "vote for"),
        ("Twelve deputies voted against, 31 in favour and three abstained.", "three", "abstention"),
        ("Four members abstained.", "Four", "abstention"),
        ("The police voted down the plan and hired 90 for the summer.", "90", None),
    ],
)
def test_each_side_of_a_vote_has_its_name(text, exact, name):
    assert name is None or called(text, exact) == name
    assert name or "vote" not in (called(text, exact) or "")


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("Among those who came were 54 percent children.", "54 percent", "share of child"),
        ("A ticket costs 9 euros.", "9 euros", "ticket price"),
        ("The bridge costs 9 million euros.", "9 million euros", "cost"),
        ("It costs 9 euros to mend a net.", "9 euros", "cost"),
        ("The fee is 12 percent higher.", "12 percent", "fee increase"),
        ("The alarm rang four minutes later.", "four minutes", "time"),
        ("The hall opened four months later than planned.", "four months", "delay"),
        ("Storm toll rises to 140", "140", "death toll"),
        ("Fines: 118; warnings: 46", "46", "warning"),
        ("The relief fund received $3 million.", "$3 million", "amount received"),
    ],
)
def test_shares_prices_and_changes_are_called_what_they_are(text, exact, name):
    assert name in called(text, exact)


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [(TOTALS, "40", "lost barn"), (TOTALS, "9", "closed bridge"), (DATES, "9 June 2031", "ratification date")],
)
def test_a_total_and_a_date_take_the_name_of_their_column(text, exact, name):
    assert called(text, exact) == name


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("Work on the pier began in spring 2031.", "spring 2031", "start date"),
        ("The pool will open by the end of June 2031.", "the end of June 2031", "opening"),
    ],
)
def test_the_season_or_end_of_a_year_is_no_event(text, exact, name):
    assert name in called(text, exact)


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("The number of people out of work rose to 412,000.", "412,000", "person out of work"),
        ("The number of patients on the waiting list fell to 12,400.", "12,400", "patient on waiting list"),
        ("The number of households without power stood at 3,100.", "3,100", "household without power"),
        ("We gave the number of those trapped as 200.", "200", "trapped person"),
        ("The ministry says 64,000 took part, the unions 400,000.", "400,000", "participant"),
        ("The police counted 83,500 marchers, 57,000 of them in Hallby.", "57,000", "demonstrator"),
        ("Wild geese: 63 positive", "63", "wild goose"),
        ("The 47th Harbour Film Festival ended on Sunday.", "47th", "edition"),
        ("The radar (range 68 km) was late.", "68 km", "range"),
        ("We followed 812 adults (mean age 54.2 years) for a year.", "54.2 years", "age"),
        ("The mayor wants $9 million.", "$9 million", "amount sought"),
        ("Each turbine can generate 12 megawatts.", "12 megawatts", "power"),
        ("Two of the keepers are ill, and 18 are still missing.", "18", "missing person"),
    ],
)
def test_what_narrows_a_count_or_stands_beside_a_measure_is_kept(text, exact, name):
    assert name in called(text, exact)


def test_a_large_bare_count_is_of_what_the_document_counted_before():
    text = "The police counted 61,000 marchers. It rained. The band played. All went home. The paper says 72,000."
    assert called(text, "72,000") == "demonstrator"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The council voted 17-14 to close the pool.", [("17", "vote for"), ("14", "vote against")]),
        ("The bill cleared the House 71-52 on the way.", [("71", "vote for"), ("52", "vote against")]),
        ("It passed the House at last, and the Senate 23-17.", [("23", "vote for"), ("17", "vote against")]),
        ("The panel split 5-4.", [("5", "vote for"), ("4", "vote against")]),
        ("In a 5-4 ruling, the court struck down the levy.", [("5", "vote for"), ("4", "vote against")]),
        ("Arsenal cleared 10-4 in the shade.", []),
        ("The House 10-2 was sold.", []),
        ("The motion failed 12-18.", [("12", "vote for"), ("18", "vote against")]),
        ("The bill was rejected 31-12.", [("31", "vote against"), ("12", "vote for")]),
        ("Hallby won 3-1.", [("3", "higher score"), ("1", "lower score")]),
        ("People aged 18-24 voted for it.", [("18-24", None)]),
        ("The committee passed 12-14 laws.", [("12-14", "law")]),
    ],
)
def test_a_ballot_with_a_dash_has_two_counts(text, said):
    found = [(claim.span.exact, claim.assertion.attribute) for claim in claims(text, "2031-01-05")]
    assert [exact for exact, _ in found] == [exact for exact, _ in said]
    assert all(name is None or known.label == name for (_, known), (_, name) in zip(found, said, strict=True))


@pytest.mark.parametrize(
    ("text", "exacts"),
    [
        ("The bridge will cost £30m (2024 prices).", ["£30m"]),
        ("In 2019 money it would be £24m.", ["£24m"]),
        ("Twelve-month inflation was 3.5 percent.", ["3.5 percent"]),
        ("The 10-year contract was signed.", ["10-year"]),
        ("In 2019 prices rose by 3 percent.", ["2019", "3 percent"]),
    ],
)
def test_what_only_says_how_a_figure_is_reckoned_is_no_claim(text, exacts):
    assert [claim.span.exact for claim in claims(text, "2031-01-05")] == exacts


def test_the_head_of_a_name_stands_before_what_narrows_it():
    assert head_of("vote against") == "vote"
    assert head_of("share of seat") == "seat"


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("The club has shrunk from 96 boats in 1990 to 41.", "41", "boat"),
        ("The chain was cut from 84 shops at the start of the year to 61 by June.", "61", "shop"),
        ("The chain was cut from 84 shops to 61 depots.", "61", "depot"),
        ("It fell from 84 metres to 61 shops.", "61", "shop"),
    ],
)
def test_a_count_that_another_came_to_is_of_the_same_things(text, exact, name):
    assert called(text, exact) == name
