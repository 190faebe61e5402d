"""Where a draft's words lead without its figure, and when that is told."""

from dataclasses import replace
from datetime import date

import pytest

from registry.model.assertion import Status
from registry.steps.lint.led import NOWHERE, became, elsewhen, instead
from registry.steps.match import Match
from tests.steps.lint.makers import figure, says, witness


def led(words: str, text: str, chance: float, *, same: bool | None = True, fact: str = "one", **more):
    """A witness, and how it matches the draft's claim without its figure."""
    found = witness(words, figure(words), text=text, **more)
    return replace(found, id=f"{words} {text}", fact=fact, match=Match(chance, same=same, reasons=()))


def draft(text: str, words: str, **more):
    """The claim of a draft about what the board recommended."""
    return says(text, words, figure(words), noun=more.pop("noun", "recommendation"), **more)


CLAIM = draft("The board made 17 recommendations.", "17", verb="make")
ANSWER = led("14", "The board made 14 recommendations.", 0.8, noun="recommendation", verb="make", fact="two")
CHILDREN = led("17", "Among them were 17 minors.", 0.1, same=False, noun="minor")


def test_a_figure_of_something_else_leads_to_the_one_that_answers():
    found = instead(CLAIM, [CHILDREN, ANSWER])
    assert (found.others, found.mine, found.later) == ((ANSWER,), (CHILDREN,), False)


@pytest.mark.parametrize(
    "others",
    [
        [led("17", "The board made 17 recommendations.", 0.25, noun="recommendation")],  # of the same by name
        [replace(CHILDREN, match=Match(0.7, same=True, reasons=()))],  # too likely the same
        [replace(CHILDREN, fact="two")],  # filed as the same
        [led("12", "The board made 12 recommendations.", 0.75, noun="recommendation", fact="three")],  # several answers
        [],
    ],
)
def test_nothing_is_told_where_the_figure_may_be_of_it(others):
    found = instead(CLAIM, [*others, ANSWER])
    assert found == NOWHERE if others else found.others == (ANSWER,)


def test_who_denies_a_figure_or_is_unsure_answers_nothing():
    denied = led("14", "The board did not make 14 recommendations.", 0.8, noun="recommendation", status=Status.NEGATED)
    unsure = replace(ANSWER, match=Match(0.5, same=None, reasons=()))
    assert instead(CLAIM, [CHILDREN, denied]) == instead(CLAIM, [CHILDREN, unsure]) == NOWHERE


THEN = draft("In 2011 the board had 14 members.", "14", noun="member")
NOW = led("14", "In 2023 the board had 14 members.", 0.76)
OLD = led("9", "In 2011 the board had 9 members.", 0.35, same=None)


def test_the_figure_of_another_year_leads_to_that_of_the_year():
    found = elsewhen(THEN, [NOW, OLD])
    assert (found.others, found.mine) == ((OLD,), (NOW,))


@pytest.mark.parametrize(
    "stored",
    [
        [OLD],  # nobody has the draft's figure
        [led("14", "The board has 14 members.", 0.76, day=date(2012, 3, 1)), OLD],  # of no other time
        [NOW, led("9", "The board has 9 members.", 0.35)],  # of no time
        [NOW, led("9", "In 2011 the board had 9 seats.", 0.35, noun="seat")],  # of something else
        [NOW, OLD, led("8", "In 2011 the board had 8 members.", 0.3, same=None)],  # several answers
        [NOW, replace(OLD, match=Match(0.1, same=False, reasons=()))],  # hardly of it
    ],
)
def test_a_year_alone_is_not_enough(stored):
    assert elsewhen(THEN, stored) == NOWHERE


def test_a_later_figure_of_what_changes_is_what_became_of_it():
    claim = draft("The board has 14 members.", "14", noun="member")
    first = led("14", "The board has 14 members.", 0.8, day=date(2023, 3, 1))
    later = led("19", "The board has 19 members.", 0.9, day=date(2024, 3, 1))
    soon = led("19", "The board has 19 members.", 0.9, day=date(2023, 3, 4))
    assert became(claim, [first, later]).others == (later,)
    assert became(claim, [first, soon]) == became(claim, [later]) == became(claim, [first]) == NOWHERE
