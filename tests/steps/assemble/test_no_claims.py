"""Figures that claim nothing: in names and titles, strengths of goods, advice; and those beside them that do."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims


def figures(text):
    """The words of the figures that are claims."""
    return [claim.span.exact for claim in claims(text) if claim.assertion.kind.value not in ("role", "event")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Crusher 3 was enclosed for 2.6 million crowns.", ["2.6 million crowns"]),
        ("It was sold under the name Cosy 4 by nine shops.", ["nine"]),
        ("At Gate 2 the queue was 40 metres long.", ["40 metres"]),
        ("The fire broke out on deck eight and line four is closed.", []),
        ("It began on floor 6, where 30 beds burned.", ["30"]),
        ("They closed the lane two days later; block five families died.", ["two days", "five"]),
        ("In Paris 12 were arrested and in Rome 14 died.", ["12", "14"]),
        ("Anna Berg 44 has spent 200 days in space.", ["44", "200 days"]),
        ("Spain had 14 and Italy 11.", ["14", "11"]),
    ],
)
def test_a_number_that_names_what_stands_before_it_is_no_claim(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Cinema year 2024: key figures", []),
        ("The wine year 2023 in Halden", []),
        ("Harbour crisis: two months on", []),
        ("Harbour reopens in 2024", ["2024"]),
        ("Strike of two months ends", ["two months"]),
        ("Solna one year on", []),
        ("7 March: the port made history", []),
        ("Nine boats or 40? How the port counts", []),
        ("Who counts? The port finds 40 boats", ["40"]),
    ],
)
def test_a_title_names_its_year_and_the_time_that_has_passed(title, told):
    assert figures(f"{title}\n\nThe town has waited for a long time, and many have left for good.") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wash your hands for at least 20 seconds.", []),
        ("Rinse it and keep it below 5C for two days.", []),
        ("If you feel ill, stay at home for three days.", []),
        ("Keep in mind that 40 people died.", ["40"]),
        ('"Keep it for two days," said the doctor, who saw 40 patients.', ["two days", "40"]),
        ("Children must stay at home for 21 days.", ["21 days"]),
        ("An appeal may be lodged within 30 days.", ["within 30 days"]),
        ("Compare that with 40 deaths in May.", ["40"]),
    ],
)
def test_advice_claims_nothing_and_rules_do(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tolvexin film-coated tablets, 80 mg and 160 mg, were recalled.", []),
        ("It withdrew 5 mg and 10 mg capsules in packs of 30 and 90.", []),
        ("The shop sold 400 g packs of rice for £2.", ["400 g", "£2"]),
        ("Patients took 80 mg a day.", ["80 mg"]),
        ("A pack weighs 400 g.", ["400 g"]),
    ],
)
def test_the_strength_of_goods_is_a_part_of_their_name(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Halden Museum\nHalf year to 30 September 2031\n\nThe museum had 48,000 visitors.\n", ["48,000"]),
        (
            "Halden Museum\nThe yard closes on 30 September 2031\n\nIt had 48,000 visitors.\n",
            ["30 September 2031", "48,000"],
        ),
        ("Visits by hour\n09:00 to 11:00   412\n11:00 to 13:00   388\n13:00 to 15:00   295\n", ["412", "388", "295"]),
        ("Visits\n\nMonth      Visits\nMay 2031   1,940\nJune 2031  2,310\n", ["1,940", "2,310"]),
        ("Halden Institute\nInstitute of Soils, Report 12, 3 May 2031\n\nWe took 80 samples.\n", ["80"]),
        ("The Ninth Circuit upheld the fine of $4 million.", ["$4 million"]),
        ("It was the ninth regatta on the lake.", ["ninth"]),
        ("Aas scored 14 goals in the 2. Bundesliga last year.", ["14"]),
        (
            "Harbour audit\n\n1  The harbour cost 12 million crowns.\n\n2  It has 40 berths.\n\n"
            "3  Nine cranes stand there.\n",
            ["12 million crowns", "40", "Nine"],
        ),
    ],
)
def test_what_only_numbers_names_or_dates_the_rest_is_no_claim(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("From the mill walk one hour along the ridge to the chapel.", ["one hour"]),
        ("Walk for at least 30 minutes a day.", []),
        (
            "The judge ordered Aas to:\n\n- serve three years under supervision\n- pay 40,000 crowns\n",
            ["three years", "40,000 crowns"],
        ),
    ],
)
def test_the_length_of_a_way_and_what_a_court_orders_are_no_advice(text, told):
    assert figures(text) == told
