"""A value that began a sentence of its source stands inside one of ours."""

from __future__ import annotations

import pytest

from registry.steps.phrases import inside


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Some 2,400", "some 2,400"),
        ("Four", "four"),
        ("Thirty-one", "thirty-one"),
        ("At least 12", "at least 12"),
        ("A quarter", "a quarter"),
        ("May 2024", "May 2024"),
        ("Rs 500", "Rs 500"),
        ("A350", "A350"),
        ("US$5", "US$5"),
        ("Chief executive", "Chief executive"),
        ("3.2 tonnes", "3.2 tonnes"),
        ("", ""),
    ],
)
def test_only_the_capital_of_a_sentence_is_taken_off(written, said):
    assert inside(written) == said
