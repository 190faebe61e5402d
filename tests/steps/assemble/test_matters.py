"""What of a topic a text is about, names with numbers, first names that look like months."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from registry.model.document import Source
from registry.steps.resolve.fit_matter import Row, fit, likeness
from registry.steps.resolve.headline import headline
from registry.steps.resolve.matter import Noun, choices, learnt, matter_of
from registry.steps.resolve.naming import numbered_names
from registry.steps.resolve.runs import names_of
from registry.steps.resolve.standing import Weights
from tests.steps.reading import subject_of

STRIKE = "Norland stopped. The strike in Norland was the first in nine years. In Norland 310,000 people took part. "


def weights(title: str = "Norland halted by strike") -> Weights:
    """What speaks for the names of a short text."""
    return Weights(STRIKE, Source("a", title), Counter({"Norland": 3}))


def test_a_place_is_named_with_what_happens_there():
    assert matter_of("Norland", weights(), {"strike": Noun(times=4, definite=3, subject=3)}) == "Norland strike"


@pytest.mark.parametrize("noun", ["company", "worker"])
def test_a_noun_for_a_body_or_for_people_is_joined_to_no_topic(noun):
    assert noun not in choices("Norland", weights(), {noun: Noun(times=4, definite=3)})


def test_a_noun_that_the_name_holds_already_is_not_said_twice():
    assert matter_of("Norland strike", weights(), {"strike": Noun(times=4)}) == "Norland strike"


@pytest.mark.parametrize("topic", [None, "2023"])
def test_nothing_is_joined_to_a_year_or_to_no_topic(topic):
    assert matter_of(topic, weights(), {"strike": Noun(times=4)}) == topic


def test_the_weights_of_nouns_are_all_of_traits_that_there_are():
    assert set(learnt()) == set(choices("Norland", weights(), {"strike": Noun(times=2)})["strike"])


def test_the_fit_of_nouns_finds_the_trait_that_helps():
    rows = [Row(str(n), np.array([[0.0], [1.0]]), np.array([0.0, 4.0]), np.array([0.2, 0.9])) for n in range(4)]
    assert fit(rows, 1)[0] > 0.1


def test_names_are_alike_by_their_words():
    assert likeness("Norland strike", "strike in Norland") == 1.0
    assert likeness("", "Norland") == 0.0


def test_a_name_with_a_number_that_the_text_repeats_is_what_it_is_about():
    text = "The first train has left. Line 7 East cost 40 million euros. Of Line 7 East two stations are missing yet."
    assert numbered_names(text, "A year of Line 7 East") == ["Line 7 East"]
    told = subject_of(text, "40 million euros", title="A year of Line 7 East")
    assert told is not None
    assert told.startswith("Line 7 East")


def test_days_and_updates_are_no_names():
    assert numbered_names("Day 8: it rains. On Day 8 we rest.", "Day 8: what we know") == []


@pytest.mark.parametrize(
    ("said", "name"),
    [("The chair, Jan Berg, left", "Jan Berg"), ("as Prof. Varga said", "Varga"), ("of the Ministry", "Ministry")],
)
def test_first_names_and_titles_are_told_from_months_and_names(said, name):
    assert [one for _, one, _ in names_of(said)][-1] == name


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Cllr Dana Holt and Vice President Ana van Dyk met", ["Dana Holt", "Ana van Dyk"]),
        ("the mayor, Abdul al-Ghali, and Sean O'Hara", ["Abdul al-Ghali", "Sean O'Hara"]),
        ("The European Union and British Airways agreed", ["European Union", "British Airways"]),
        ("Italian Chiara Berg beat the Norwegian", ["Chiara Berg"]),
        ("the Libyan coast guard", []),
        ("US District Judge Rosa Lind at the District Court of Alder", ["Rosa Lind", "District Court of Alder"]),
        ("Closing the Dorrin plant costs US$10", ["Dorrin"]),
    ],
)
def test_a_name_has_its_particles_and_no_title_and_a_people_is_none(said, names):
    assert [one for _, one, _ in names_of(said)] == names


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Factbox: Norwind cuts jobs | Alder Herald", "Norwind cuts jobs"),
        ("CORRECTED-UPDATE 3-Norwind cuts jobs", "Norwind cuts jobs"),
        ("Q&A: who pays", "who pays"),
        ("Live music returns", "Live music returns"),
        ("Review of the year", "Review of the year"),
        (None, None),
    ],
)
def test_the_genre_and_the_site_are_no_part_of_a_headline(title, plain):
    assert headline(title) == plain


def test_a_single_name_within_a_headline_counts():
    text = "We watched all winter. The cameras ran for 318 days. There are 2,160 herons, more than ever before."
    assert subject_of(f"318 days in Ombra\n\n{text}", "2,160", title="318 days in Ombra") == "Ombra"


def test_a_word_before_a_name_at_the_start_of_a_sentence_is_none_of_it():
    text = "Carmaker Norwind will close its plant. There are 318 staff. Banks fear that Norwind needs money. "
    assert subject_of(text * 3, "318", title="Norwind to shut plant") in ("Norwind", "Norwind plant")


def test_a_surname_in_capitals_is_the_one_that_the_text_writes_small():
    text = "Olga TARN, 44, was sentenced to nine years in prison on Monday. Tarn had been found guilty of fraud in May."
    assert subject_of(text, "nine years") == "Olga Tarn"


def test_the_name_that_a_title_begins_with_and_says_something_of_counts():
    text = (
        "It took a month. The burn lasted five minutes. Halden cost more than we thought, says Tom Hollis of our club."
    )
    assert subject_of(text * 2, "five minutes", title="Halden is in place") in ("Halden", "Halden burn")
