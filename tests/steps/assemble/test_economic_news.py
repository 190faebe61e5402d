"""What figures of economic and sports news count, whether they are plans, and when what is to be done is due."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.assertion import Claim, Status
from registry.model.document import Reading, Source
from registry.steps.extract import extract

PRINTED = Source("news", None, None, date(2026, 5, 20), "en")


def claim(text: str, figure: str) -> Claim:
    found = extract(Reading(text=f"{text}\n", media_type="text/plain", reader="given"), PRINTED)
    return next(one for one in found if one.span.exact == figure)


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("The number of people out of work climbed by 14,000 to 412,000.", "14,000", "person out of work"),
        ("The number in work slipped by 9,000 to 7.51 million.", "9,000", "person in work"),
        ("People bought less: volumes were down 2.8 per cent as they switched.", "2.8 per cent", "volume decrease"),
        ("The federal government pays 60 percent, the region 25 percent.", "60 percent", "federal government share"),
        ("The federal government pays 60 percent, the region 25 percent.", "25 percent", "region share"),
        ("Prices rose 7.1%; leaving out food and energy, the figure was 5.7%.", "5.7%", "core inflation"),
        ("That leaves a gap of 5.7bn euros, 2.8 per cent of GDP.", "2.8 per cent", "gap"),
        ("The bank raised its target, and cut its growth forecast to 1.2 percent.", "1.2 percent", "growth forecast"),
        ("The group now operates 2.4 gigawatts of offshore wind power.", "2.4 gigawatts", "offshore wind power"),
        ("Shipments to Spain climbed 11.2 percent, while those to Italy dropped 4.7 percent.", "4.7 percent", None),
        ("She won the championship for the sixth time.", "sixth", "championship"),
        ("He set a world best by 1.8 seconds.", "1.8 seconds", "world margin"),
        ("Homes there cost 9.8 per cent more than last May.", "9.8 per cent", "home price increase"),
        ("In the poll the Conservatives of Paul Steiner come to 22 per cent.", "22 per cent", "share of vote"),
        ("The profit was £214 million. Analysts had on average expected 220 million.", "220 million", "profit"),
        ("Votes cast: 2,791,137 (turnout 58.0 percent)", "58.0 percent", "turnout"),
        ("Turnout was 56.0 percent of the registered voters.", "56.0 percent", "turnout"),
        ("The takeover will close in the third quarter of 2027.", "third quarter of 2027", "deal completion date"),
        ("The purchase should be completed by 3 May 2027.", "3 May 2027", "deal completion date"),
    ],
)
def test_a_figure_of_economic_news_is_called_what_it_is(text: str, figure: str, name: str | None) -> None:
    told = claim(text, figure).assertion.attribute
    assert told is not None
    assert told.label == (name or "shipment fall")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It will have a fleet of 94 ships, serve 75 routes and have some 7,200 staff.", "75"),
        ("It will have a fleet of 94 ships, serve 75 routes and have some 7,200 staff.", "some 7,200"),
        ("The city reckons on 25,400 passengers daily.", "25,400"),
        ("City forecasters had pencilled in profits of £225m.", "£225m"),
        ("Ms Solheim, who stays in charge, promised synergies of €95m a year from year three.", "€95m"),
        ("The bank expects prices to rise by 6.4% and the economy to grow by 1.4%.", "1.4%"),
        ("The group is closing a factory, putting 430 people out of work by the end of September.", "430"),
        ("The profit was £214 million. Analysts had on average expected 220 million.", "220 million"),
    ],
)
def test_what_is_reckoned_with_is_planned(text: str, figure: str) -> None:
    assert claim(text, figure).assertion.status is Status.PLANNED


def test_what_forecasters_thought_in_a_text_about_money_is_money() -> None:
    value = claim("The profit was £214 million. Analysts had expected 220 million.", "220 million").assertion.value
    assert getattr(value, "unit", "") == "GBP"


@pytest.mark.parametrize(
    ("text", "figure", "last"),
    [
        ("They expect to complete it in the first quarter of 2027.", "first quarter of 2027", date(2027, 3, 31)),
        (
            "The takeover will close in the second quarter of next year.",
            "second quarter of next year",
            date(2027, 6, 30),
        ),
        (
            "The takeover will close by the end of the first quarter of next year.",
            "the end of the first quarter of next year",
            date(2027, 3, 31),
        ),
        ("The allowance goes up from 1 January.", "1 January", date(2027, 1, 1)),
    ],
)
def test_a_coming_quarter_or_day_tells_when_something_is_to_be_done(text: str, figure: str, last: date) -> None:
    value = claim(text, figure).assertion.value
    assert getattr(value, "high", None) == last


def test_a_quarter_that_frames_a_figure_is_no_claim() -> None:
    with pytest.raises(StopIteration):
        claim("For the fourth quarter of 2026 it expects sales of $4 billion.", "fourth quarter of 2026")


def test_an_age_is_not_lent_to_a_contract() -> None:
    told = claim("The 38-year-old has signed a contract for five years.", "five years").assertion.attribute
    assert told is None or told.label != "age"


def test_a_verb_behind_a_colon_is_no_label() -> None:
    told = claim("Not amused: Tessaly stock closed down 3.5 per cent.", "3.5 per cent").assertion.attribute
    assert told is None or "closed" not in told.label


def test_a_year_that_a_figure_is_held_against_is_not_its_period() -> None:
    told = claim("Nearly as many as in the record year of 2019 came: 1,248,000 people.", "1,248,000").assertion.scope
    assert told.period is None


def test_pounds_of_a_text_that_announces_are_money() -> None:
    value = claim("The office announced it. The cap will be 1,724 pounds a year.", "1,724 pounds").assertion.value
    assert getattr(value, "unit", "") == "GBP"


def test_what_is_told_with_pence_is_in_pence() -> None:
    value = claim("The rate for gas falls from 6.2 to 5.9 pence.", "6.2").assertion.value
    assert float(getattr(value, "low", 0)) == pytest.approx(0.062)


def test_both_days_of_a_span_are_of_one_year() -> None:
    value = claim("From 1 March to 15 April all fishing is banned.", "1 March to 15 April").assertion.value
    assert (getattr(value, "high", date.max) - getattr(value, "low", date.min)).days == 45


def test_an_age_is_not_lent_to_seconds() -> None:
    told = claim("The 29-year-old Swede crossed the line 12 seconds later.", "12 seconds").assertion.attribute
    assert told is None or told.label != "age"
