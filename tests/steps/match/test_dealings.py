"""Who gives and who gets: one dealing from its two sides, and two dealings of one party."""

from __future__ import annotations

import pytest

from registry.steps.match.dealings import dealing, other_dealing
from registry.steps.match.profile import profile
from registry.steps.match.words import stems
from tests.steps.makers import said


def seen(words, sentence):
    return profile(said(words, sentence, what="amount"))


@pytest.mark.parametrize(
    ("before", "after", "money", "giver", "getter"),
    [
        ("the savings bank lent the creamery ", " in march.", True, "bank", "creamery"),
        ("the creamery has borrowed ", " from the savings bank.", True, "bank", "creamery"),
        ("the theatre was given ", " by the lottery fund.", True, "fund", "theatre"),
        ("in june the lottery fund gave ", " to the theatre.", True, "fund", "theatre"),
        ("the gallery sold the etching to the heirs for ", ".", True, "heirs", "gallery"),
        ("the zoo bought ", " of hay from the dealer.", False, "dealer", "zoo"),
        ("the vet said that the zoo was short of ", " of hay.", False, "", ""),
    ],
)
def test_who_gives_and_who_gets_is_told_around_the_figure(before, after, money, giver, getter):
    found = dealing(before, after, money=money)
    for told, party in ((giver, found.giver), (getter, found.getter)):
        assert set(stems(told)) <= party
        assert bool(told) == bool(party)


def test_who_gives_in_one_text_and_gets_in_the_other_tells_of_two_dealings():
    lent = seen("€40 million", "The savings bank lent the creamery €40 million in March.")
    for sentence in (
        "The creamery lent the farmers €46 million in March.",
        "The creamery paid its owners €46 million.",
        "The savings bank received €46 million from the state.",
    ):
        assert other_dealing(lent, seen("€46 million", sentence))


def test_one_dealing_may_be_told_from_either_side_and_with_other_names():
    lent = seen("€40 million", "The savings bank lent the creamery €40 million in March.")
    for sentence in (
        "The creamery borrowed €46 million from the savings bank.",
        "The creamery was lent €46 million by the bank.",
        "The city's bank lent the creamery €46 million.",
        "The loan to the creamery is €46 million.",
    ):
        assert other_dealing(lent, seen("€46 million", sentence)) is None
    sold = seen("€8 million", "The club sold the striker to Lens for €8 million.")
    assert other_dealing(sold, seen("€9 million", "The club got €9 million for the striker.")) is None
    assert other_dealing(sold, seen("€9 million", "The club bought the striker for €9 million."))
