"""A later sentence that has the draft's figure as the one that was says what became of it."""

from datetime import date

import pytest

from registry.steps.lint.moved import moved_on
from tests.steps.lint.makers import figure, says, witness


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("The appeal was raised from 48 to 75 million euros in May.", True),
        ("The fine was cut in October, from 48 million to 75 million euros.", True),
        ("It now looks for 75 million euros, instead of 48 million.", True),
        ("The fine was lowered to 75 million euros from 48 million.", True),
        ("It was 48 million in May, now it is 75 million euros.", True),
        ("The appeals were 48 million, and they are now 75 million euros.", True),
        ("The first was 48 million, and the second is 75 million euros.", False),
        ("Raise the appeal from 48 million to 75 million euros and let us begin.", False),
        ("LEE: Lower it from 48 million to 75 million euros.", False),
        ("Raised from 48 million to 75 million euros, the appeal was met.", True),
        ("Sales rose to 75 million euros from 48 million a year earlier.", False),
        ("It spent 48 million on the quay and 75 million euros on cranes.", False),
        ("It spent 75 million euros from 48 million people.", False),
        ("The trip from 48 harbours costs 75 million euros.", False),
    ],
)
def test_a_sentence_tells_a_change(text, tells):
    claim = says("The appeal is for 48 million euros.", "48 million euros", figure("48000000", "EUR"), noun="appeal")
    words = "75 million euros" if "75 million euros" in text else "75"
    later = witness(words, figure("75000000", "EUR"), day=date(2024, 5, 2), text=text, noun="appeal")
    assert bool(moved_on(claim, [later])) is tells


def test_the_figure_itself_is_no_change():
    claim = says("The appeal is for 48 million euros.", "48 million euros", figure("48000000", "EUR"))
    same = witness("48 million euros", figure("48000000", "EUR"), text="It asked for 48 million euros, not 40.")
    assert not moved_on(claim, [same])
