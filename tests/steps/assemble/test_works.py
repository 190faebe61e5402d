"""The year of a film, a book or a record, and the result of a game."""

from __future__ import annotations

import pytest

from registry.model.document import Reading, Source
from registry.model.finding import Relation
from registry.steps.extract import extract
from tests.steps.check.test_versions import relations


def read(text: str) -> dict[str, tuple[str, str]]:
    """The attribute and the subject of each figure of a text."""
    claims = extract(Reading(text=text, media_type="text/plain", reader="given"), Source("a", language="en"))
    return {
        claim.span.exact: (
            claim.assertion.attribute.label if claim.assertion.attribute else "",
            claim.assertion.subject.label if claim.assertion.subject else "",
        )
        for claim in claims
    }


@pytest.mark.parametrize(
    ("text", "year", "told"),
    [
        (
            "The Silent Orchard is a 1974 Canadian drama film shot in Ontario.",
            "1974",
            ("release year", "Silent Orchard"),
        ),
        ("Renner wrote the 1981 comedy film Blue Harbour for the studio.", "1981", ("release year", "Blue Harbour")),
        ("She is known for the 1953 novel The Silver Road.", "1953", ("publication year", "The Silver Road")),
        ("It appears in the 2003 animated film Rufus Goes Wild.", "2003", ("release year", "Rufus Goes Wild")),
    ],
)
def test_a_year_before_the_noun_of_a_work_is_that_of_the_work(text: str, year: str, told: tuple[str, str]):
    assert read(text)[year] == told


@pytest.mark.parametrize(
    "text",
    [
        "It is based on a 1971 novel and was shot in Spain.",
        "He went through the 2012 draft with the club.",
        "The 1998 drama won four prizes.",
        "The 2019 single-payer plan was dropped by the party.",
        "It won a prize at the 2023 Arle Film Festival.",
        "They were honoured at the 2010 Norport Drama Awards.",
    ],
)
def test_a_year_that_names_no_work_is_no_claim(text: str):
    assert not [figure for figure in read(text) if len(figure) == 4 and figure.isdigit()]


@pytest.mark.parametrize(
    ("text", "higher", "lower"),
    [
        ("Rovers beat City 3-1 in the cup.", "3", "1"),
        ("Lind scored the winner in Norland's 2-0 victory.", "2", "0"),
        ("Orlin were eliminated by Lansk 4-2 on penalties.", "4", "2"),
        ("The Tigers finished the season at 11-5.", "11", "5"),
        ("The visitors lost 1-2 on Sunday.", "2", "1"),
    ],
)
def test_both_sides_of_a_result_are_read(text: str, higher: str, lower: str):
    found = read(text)
    assert (found[higher][0], found[lower][0]) == ("higher score", "lower score")


@pytest.mark.parametrize(
    "text",
    [
        "She won in three sets, 6-1, 4-6, 6-2.",
        "The judges had it 78-74, 77-75 and 76-75 when he won.",
        "The final 10-15 minutes were lost to rain.",
        "They lost 5-6 kilos in a month.",
    ],
)
def test_sets_cards_and_ranges_are_no_result(text: str):
    assert not [name for name, _ in read(text).values() if name.endswith(" score")]


def test_a_place_on_a_chart_is_a_rank():
    assert "number 12" in read("The song peaked at number 12 on the national singles chart.")
    assert "number one" in read("The song opened at number one on the album chart.")
    assert "number one" not in read("It was the number one reason for the strike.")


def test_a_clock_of_a_text_without_a_date_has_the_day_that_the_text_names():
    told = "The signal was switched off at {} by the pilot. The plane had left Oslo on 5 May 2011."
    one, two = told.format("6:42 am"), told.format("6:35 am")
    assert relations(one, two)["6:42 am", "6:35 am"] is Relation.CONTRADICTION
    assert "6:42 am" not in read("The signal was switched off at 6:42 am by the pilot.")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "She also sang in the opening scene of the 1998 film The Blue Door.",
            "She also sang in the opening scene of the 1989 film The Blue Door.",
        ),
        (
            "The Reds lead the Blues in terms of all matches won by 66-63.",
            "The Reds lead the Blues in terms of all matches won by 65-63.",
        ),
        (
            "At the sale Norwind bought 248,000 chairs and 30,000 tables from the rival.",
            "At the sale Norwind bought 248,000 chairs and 30,600 tables from the rival.",
        ),
        (
            "The film took $10 million there and came behind Orlin ($14.4 million) that weekend.",
            "The film took $10.1 million there and came behind Orlin ($14.4 million) that weekend.",
        ),
        ("It was the first record of the choir in five years.", "It was the first record of the choir in four years."),
        (
            "Orlin was the most sold game of the shop between March 2003 and May 2009.",
            "Orlin was the most sold game of the shop between March 2003 and June 2009.",
        ),
    ],
)
def test_an_edited_sentence_is_in_conflict_with_what_it_was(one: str, two: str):
    assert Relation.CONTRADICTION in relations(one, two).values()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The choir sold 14 million records and 6 million tickets in the whole of Norway.",
            "The choir sold 14 million records and 6.2 million tickets in the whole of Norway.",
        ),
        (
            "The bridge opened in the autumn and took $5,289,149 in tolls on its first day.",
            "The bridge opened in the autumn and took $5.3 million in tolls on its first day.",
        ),
    ],
)
def test_a_figure_that_was_only_rounded_is_not(one: str, two: str):
    assert Relation.CONTRADICTION not in relations(one, two).values()


def test_a_figure_that_has_its_answer_elsewhere_contradicts_nothing_else():
    one = "Orlin opened with 181 million viewers in the north and 268 million elsewhere, 450 million viewers in all."
    two = "Orlin had more than 449 million viewers in all."
    assert Relation.CONTRADICTION not in relations(one, two).values()
