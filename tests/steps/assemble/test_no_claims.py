"""Figures that claim nothing: in names and titles, strengths of goods, advice; and those beside them that do."""

from __future__ import annotations

import pytest

from tests.steps.assemble.test_cases import claims


def figures(text):
    """The words of the figures that are claims."""
    return [claim.span.exact for claim in claims(text) if claim.assertion.kind.value not in ("role", "event")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Crusher 3 was enclosed for 2.6 million crowns.", ["2.6 million crowns"]),
        ("It was sold under the name Cosy 4 by nine shops.", ["nine"]),
        ("At Gate 2 the queue was 40 metres long.", ["40 metres"]),
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
