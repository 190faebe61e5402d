"""The names that stand in a document, and what they tell of whether two documents are of one matter."""

from __future__ import annotations

import pytest

from registry.steps.match.kinship import STRANGERS, akin, kin
from registry.steps.segment import blocks, sentences
from registry.steps.segment.named import MOST, names_in
from tests.steps.reading import claims

WIRE = (
    "The Corran ferry ran aground with 61 people aboard, the coastguard said. Its master, Odd Brennvik, had hit the "
    "Skarv reef. The Corran was built in 1994."
)
TALK = (
    "We were out by the Skarv when it happened. BRENNVIK: I heard the keel go. People ask me about the Corran.\n\n"
    "There were 64 of us, and four boats came."
)


def names(text: str) -> tuple[str, ...]:
    """The names in a text."""
    return names_in(text, sentences(text, blocks(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The cable was mended by Brennvik. Later it broke.", ("Brennvik",)),
        ("Traffic through the HILDA cable ceased. We said so to O'Dowd.", ("HILDA", "O'Dowd")),
        ("The talk began.\n\nBRENNVIK: It took four hours.", ("BRENNVIK",)),
        ("He asked the Airline for it; the airline said no.", ()),
        ("She said: “Nobody heard it.” Then I'd gone.", ()),
        ("TOLL RISES IN PORT\n\nThe port was shut.", ()),
    ],
)
def test_a_name_is_capital_within_a_sentence_and_never_small(text, found):
    assert names(text) == found


def test_the_most_frequent_come_first_and_no_more_than_a_document_is_known_by():
    many = " ".join(f"They met Ab{chr(97 + at // 26)}{chr(97 + at % 26)}is there." for at in range(60))
    found = names(f"They met Corran and Corran. {many}")
    assert (found[0], len(found)) == ("Corran", MOST)


def test_names_in_sentences_without_a_figure_tell_that_two_documents_are_of_one_matter():
    one, two = claims(WIRE, "2031-01-05"), claims(TALK, "2031-06-05")
    assert {"corran", "skarv", "brennvik"} <= kin(two).names
    bare = [claim for claim in two if "Corran" not in claim.sentence.exact]
    assert bare
    assert akin(kin(one), kin(bare)) > 0.5


def test_a_body_that_names_only_itself_names_nothing():
    found = kin(claims("The Harbour Inspectorate counted 64 people.", "2031-01-05", by="Harbour Inspectorate"))
    assert found.names
    assert found.names <= found.house


def test_short_texts_of_one_form_that_share_no_name_are_strangers():
    one = claims("The Liberals won the mayoral election in Oxley with 54% of the vote. Turnout was 47%.")
    two = claims("The Greens won the mayoral election in Harlow with 51% of the vote. Turnout was 39%.")
    assert akin(kin(one), kin(two)) <= STRANGERS
    same = claims("The Liberals took Oxley with 52% of the vote. Turnout was 47%.")
    assert akin(kin(one), kin(same)) > STRANGERS
