"""For which day a figure holds: stated in the clause, a heading or a row, else the document's where values change."""

from __future__ import annotations

from datetime import date

import pytest

from registry.actions.ingest import Given, prepare_text
from registry.model.assertion import Behaviour
from registry.model.moment import Moment
from tests.steps.reading import claims, day_of


@pytest.mark.parametrize(
    ("text", "exact", "day"),
    [
        ("On 31 December 2029, 812 families were registered on the list.", "812", "2029-12-31"),
        ("The firm had 7,340 employees at the end of June 2029.", "7,340", "2029-06-30"),
        ("As at 1 March 2029 the prison held 512 inmates.", "512", "2029-03-01"),
        ("By 30 June 2029, 480 homes had been completed.", "480", "2029-06-30"),
    ],
)
def test_a_state_has_the_day_that_its_clause_states(text, exact, day):
    assert day_of(text, exact) == (day, "stated")


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The storm has killed 14 people.", "14"),
        ("The tunnel will now open on 3 May 2031.", "3 May 2031"),
        ("The bank expects growth of 2 percent next year.", "2 percent"),
        ("The tower is now put at a cost of 40 million euros.", "40 million euros"),
        ("The camp consists of 40 tents.", "40"),
        ("Nine rescuers stood on the wall.", "Nine"),
        ("The fund has an annual budget of 12 million euros.", "12 million euros"),
        ("The county offers the nurses 6 percent.", "6 percent"),
        ("The provisional data put exports at 1.9 billion euros.", "1.9 billion euros"),
        ("The growers put their losses at 14 million euros.", "14 million euros"),
        ("The collection has been valued at 780,000 pounds.", "780,000 pounds"),
        ("The fund for the widows stood at 18,400 pounds this morning.", "18,400 pounds"),
        ("This morning 23 lorries were stuck on the pass.", "23"),
        ("The brigades have carried off 11,000 tonnes of mud.", "11,000 tonnes"),
    ],
)
def test_what_news_revise_holds_for_the_day_of_the_document(text, exact):
    assert day_of(text, exact) == ("2030-02-01", "document")


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The plan passed by 40 votes.", "40"),
        ("A loaf costs 4 euros.", "4 euros"),
        ("The striker scored 12 goals.", "12"),
        ("She ran 10 km.", "10 km"),
        ("The firm was valued at 9 million pounds when it was sold.", "9 million pounds"),
        ("The council had put the price at 40 million euros.", "40 million euros"),
        ("The brigades carried off 11,000 tonnes of mud.", "11,000 tonnes"),
        ("A grant of 5 million euros is open to families from today.", "5 million euros"),
    ],
)
def test_what_does_not_change_has_no_day(text, exact):
    assert day_of(text, exact)[0] is None


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The appeal was raised to $19 million.", "$19 million"),
        ("The guard zone was widened to 10 km.", "10 km"),
        ("So far 38 percent of the fund has been received.", "38 percent"),
        ("It denied reports that 50 people had died.", "50"),
    ],
)
def test_what_has_moved_or_is_counted_anew_holds_on_the_day_of_the_document(text, exact):
    assert day_of(text, exact) == ("2030-02-01", "document")


def test_sales_of_a_period_hold_on_no_day():
    assert day_of("Revenue climbed to $19 million.", "$19 million") == (None, None)


def test_a_figure_of_long_ago_does_not_hold_on_the_day_of_the_document():
    assert day_of("It was the worst storm since 1986, when 56 people died.", "56") == (None, None)


def test_a_sum_has_the_day_that_its_words_tie_it_to():
    assert day_of("At the end of May 2029 the club's debt was $61 million.", "$61 million") == ("2029-05-31", "stated")


def test_what_was_so_a_week_earlier_has_that_day():
    assert day_of("There are 63 cases, up from 41 a week earlier.", "41") == ("2030-01-25", "stated")


@pytest.mark.parametrize(
    ("text", "exact", "day"),
    [
        ("The league, founded in 1953, has 46 member states.", "46", "2030-02-01"),
        (
            "It was the worst flood since 2022, when 31 farms were hit, and 22 farms are under water.",
            "22",
            "2030-02-01",
        ),
        ("The virus is on 22 farms in the valley, where the first case was seen on 6 January.", "22", "2030-02-01"),
        ("By the end of December the fund had paid out 9 million euros.", "9 million euros", "2029-12-31"),
    ],
)
def test_the_date_of_an_aside_is_not_that_of_the_figure(text, exact, day):
    assert day_of(text, exact)[0] == day


def test_what_something_cost_in_the_end_has_no_day():
    found = claims("The dam cost 51 million euros. The canal has cost 62 million euros so far.", "2031-03-04")
    assert [one.assertion.scope.as_of is None for one in found] == [True, False]
    assert [one.assertion.behaviour.value for one in found] == ["fixed", "total"]


def test_what_a_paragraph_says_as_of_a_day_holds_on_it_to_its_end():
    text = "As of 5 February the port had 61 dockers on strike. Of those, 22 are members of a union.\n\nIt rained."
    assert day_of(text, "22", "2030-02-10")[0] == "2030-02-05"


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Half of the dockers are members of a union.", "Half"),
        ("It rained.\n\nThe port is old.\n\nIts gates are new.\n\nA second dock will open on 3 May.", "3 May"),
    ],
)
def test_shares_of_a_whole_quotations_and_plain_plans_have_no_day(text, exact):
    assert day_of(text, exact, "2030-02-10")[0] is None


def test_a_date_that_has_moved_is_one_of_the_day():
    text = "It rained.\n\nThe port is old.\n\nIts gates are new.\n\nThe second dock will now open on 3 May."
    assert day_of(text, "3 May", "2030-02-10")[0] == "2030-02-10"


def test_by_whom_is_no_day():
    assert day_of("On 3 May 2029 parliament adopted the bill by 48 votes.", "48")[0] is None


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("In 2028 there were 57 carcasses on the reserve.", "57"),
        ("The reserve had 57 wardens in 2028, the director said.", "57"),
        ("On 14 November 2028 the storm hit 5,203 farms.", "5,203"),
        ("The film started in 2,410 cinemas and ran for a month.", "2,410"),
    ],
)
def test_a_year_a_far_day_and_a_past_clause_beside_it_date_no_count(text, exact):
    assert day_of(text, exact)[0] is None


@pytest.mark.parametrize(
    ("text", "exact", "day"),
    [
        ("By the end of May 2029 there were 415 applications.", "415", "2029-05-31"),
        ("On 31 December 2029, 8,914 applications were pending.", "8,914", "2029-12-31"),
        ("Since 2029 more than 900 homes have been built.", "more than 900", "2030-02-01"),
        ("The camp holds 11,000 people, up from 7,000.", "11,000", "2030-02-01"),
    ],
)
def test_what_is_counted_until_a_day_or_reached_since_a_year_has_one(text, exact, day):
    assert day_of(text, exact)[0] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The explosion on 11 May injured 63 people.", "2026-05-14"),
        ("The crash near Tornby on 11 May killed 63 people.", "2026-05-14"),
        ("63 people were injured in the explosion at the works on 11 May.", "2026-05-14"),
        ("The number of people injured in the fire stood at 63 on 12 May.", "2026-05-12"),
        ("As of 12 May 63 people had been injured in the explosion on 11 May.", "2026-05-12"),
        ("By 12 May 63 people had been injured.", "2026-05-12"),
    ],
)
def test_the_day_of_an_event_is_not_that_of_its_toll(text, day):
    given = Given(None, "Report", "Fell Post", date(2026, 5, 14), "en")
    (as_of,) = [one.assertion.scope.as_of for one in prepare_text(text, given=given).claims if one.span.exact == "63"]
    assert as_of == Moment.on(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "exact", "day"),
    [
        ("- 31 bakeries opened since 4 March 2029", "31", "2030-02-01"),
        ("The board said 4,700 passes had been withdrawn.", "4,700", "2030-02-01"),
        ("It was the worst winter since January 1963, when 61 shepherds died.", "61", None),
        ("The harbour prison houses about 655 women.", "about 655", "2030-02-01"),
        ("The school comprises 14 classes.", "14", "2030-02-01"),
    ],
)
def test_what_has_come_together_until_now_has_the_day_of_the_report(text, exact, day):
    assert day_of(text, exact)[0] == day


@pytest.mark.parametrize(
    ("text", "exact", "behaviour"),
    [
        ("The park of Orlin covers an area of 1,240 square kilometres.", "1,240 square kilometres", Behaviour.FIXED),
        ("The final cost was 40 million euros.", "40 million euros", Behaviour.FIXED),
        ("The final bill stands at 40 million euros.", "40 million euros", Behaviour.TOTAL),
        ("The cost so far is 40 million euros.", "40 million euros", Behaviour.TOTAL),
    ],
)
def test_what_is_over_and_done_does_not_grow(text, exact, behaviour):
    found = next(claim for claim in claims(text, "2030-02-01") if claim.span.exact == exact)
    assert found.assertion.behaviour is behaviour


def test_a_time_of_what_is_over_is_of_the_day_told_before():
    text = "Halden Mail\n\nOn Friday the bridge was shut.\n\nThe gates jammed at 11.40am and stayed so until 6.25pm."
    found = {one.span.exact: one.assertion.value.low.isoformat() for one in claims(text, "2030-02-02")}
    assert found["11.40am"] == "2030-02-01"


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    ("text", "exact", "day"),
    [
        ("For 2030 the agency has asked for $204 million and got $11 million so far.", "$11 million", "2030-02-01"),
        ("Norwind, founded in 2011 in a bakery in Hull, has 326 clubs.", "326", "2030-02-01"),
        ("The bill was passed by 31 votes.", "31", None),
        ("The lorry with 140 crates overturned.", "140", None),
        ("The office was dealing with four disputes.", "four", "2030-02-01"),
        ("The home could take 60 patients.", "60", None),
    ],
)
def test_what_has_a_day_by_its_words(text, exact, day):
    assert day_of(text, exact)[0] == day


@pytest.mark.parametrize(
    ("text", "exact", "day"),
    [
        ("The shelter is struggling with 38 dogs.", "38", "2030-02-01"),
        ("The depot has two halls with 310 lockers.", "310", None),
        ("The jail, with 640 inmates, is full.", "640", None),
        ("The mill, which may shut in spring, has 57 workers.", "57", "2030-02-01"),
        ("The mill may shut in spring and leave 57 workers without a wage.", "57", None),
        ("Some 57 workers, who could lose their posts, are on strike.", "Some 57", None),
    ],
)
def test_a_trait_and_what_only_may_be_have_no_day(text, exact, day):
    assert day_of(text, exact)[0] == day


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("He took €9,000 from 11 guests, the court heard.", "€9,000"),
        ("Vera Holm, singer, dies at 88", "88"),
        ("She is survived by two sons and a daughter.", "two"),
    ],
)
def test_takings_ages_and_kin_have_no_day(text, exact):
    assert day_of(text, exact)[0] is None


def test_a_past_clause_behind_one_of_years_ago_has_no_day():
    assert day_of("When the quay was opened in 1988 the port employed 900 men.", "900") == (None, None)
    assert day_of("The port employs 900 men.", "900")[0] == "2030-02-01"


def test_when_a_thing_was_built_dates_nothing_else_of_it():
    for told in ("was built in 1931", "was first opened on 3 May 1931", "were put up in 1931"):
        assert day_of(f"The bridge is 84 metres long and {told}.", "84 metres") == (None, None)
