"""Sources that one sentence sets against each other, and figures of other places beside them."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.model.finding import Relation
from registry.steps.check.examine import examine
from registry.steps.extract import extract

TITLE = "Thousands march against dam\n\n"


def conflicts(text: str) -> set[frozenset[str]]:
    """The figures of one report that are held against each other."""
    source = Source("report", "Thousands march against dam", "The Norsund Post", date(2024, 5, 4), "en")
    claims = extract(Reading(text=f"{TITLE}{text}\n", media_type="text/plain", reader="given"), source)
    disputed = (pair for pair in examine(claims) if pair.finding.relation is Relation.DISPUTED_ATTRIBUTION)
    return {frozenset((pair.left.span.exact, pair.right.span.exact)) for pair in disputed}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In Porto police counted 4,000 marchers and the organisers 62,000.", {"4,000", "62,000"}),
        ("About 1,100 people marched, police said, while the organisers put the figure at 35,000.", {"35,000"}),
    ],
)
def test_sources_set_against_each_other_dispute_however_far_apart(text: str, told: set[str]) -> None:
    assert any(told <= pair for pair in conflicts(text))


def test_a_figure_of_one_city_is_not_held_against_that_of_the_country() -> None:
    text = (
        "Some 20,000 people marched across the country, police said. In Porto police counted 4,000 and the union 9,000."
    )
    assert frozenset(("4,000", "9,000")) in conflicts(text)
    assert not any("Some 20,000" in pair for pair in conflicts(text))
