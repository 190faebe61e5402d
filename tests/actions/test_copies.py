"""Why a source counts for itself, as reviewers read it."""

from __future__ import annotations

import pytest

from registry.actions.copies import separate
from tests.steps.makers import said


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The mill has 12 wheels.", "The mill has 12 wheels.", "words too few to tell a copy (100\u00a0% alike)"),
        ("The mill has 12 wheels.", "Twelve wheels, 12 in all, turn at the old mill of Hardal.", "other words ("),
    ],
)
def test_the_same_short_sentence_is_not_called_other_words(one, other, told):
    claims = [said("12", words, what="wheel", of="mill", where=where) for words, where in ((one, "a"), (other, "b"))]
    assert told in separate(claims[0], claims[1:])
