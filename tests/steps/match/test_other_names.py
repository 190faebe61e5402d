"""Names of one country, city or body that share no word, and names that open two sentences."""

from __future__ import annotations

import pytest

from registry.steps.match import lines
from registry.steps.match.entities import Same, compare
from registry.steps.match.words import content
from tests.steps.makers import said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Britain", "the UK"),
        ("America", "United States"),
        ("the Tories", "Conservative Party"),
        ("Lib Dems", "Liberal Democrats"),
        ("Türkiye", "Turkey"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Saint Mary's Hospital", "St Mary's Hospital"),
        ("the Fed", "Federal Reserve"),
        ("Köln", "Cologne"),
    ],
)
def test_other_names_of_one_thing_are_one_name(one, other):
    assert compare(one, other) is compare(other, one) is Same.YES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Latin America", "US"),
        ("South Korea", "North Korea"),
        ("Newcastle United", "Manchester United"),
        ("Republic of the Congo", "Democratic Republic of the Congo"),
        ("East Germany", "Austria"),
    ],
)
def test_names_of_two_things_stay_two(one, other):
    assert compare(one, other) is not Same.YES


def test_a_word_for_another_is_that_word_in_a_sentence_too():
    assert content("Britain") == content("UK")
    assert content("Kiev") == content("Kyiv")


@pytest.mark.parametrize(
    ("sentence", "of", "name"),
    [
        ("Ford sold 12 cars in May.", "Ford", "Ford"),
        ("Spain lost 12 officers.", "Spain", "Spain"),
        ("Dockers struck for 12 days.", "Dockers", ""),
        ("Police arrested 12 men.", "Police", ""),
        ("Ford sold 12 cars in May.", "Norwind", ""),
    ],
)
def test_one_word_opens_a_sentence_as_its_name_where_it_is_the_subject_and_no_usual_word(sentence, of, name):
    assert lines.agent(said("12", sentence, what="car", of=of)) == name
