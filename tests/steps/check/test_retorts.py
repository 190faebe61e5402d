"""Sources that answer a figure with a bare one."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.model.finding import Relation
from registry.steps.check.examine import examine
from registry.steps.extract import extract

DISPUTED = (
    ("The audit says that 35 percent of the heat can be used; the owner says 50.", "35 percent"),
    ("The quarry will take 240 lorries a day, the owner says. Neighbours reckon with 400.", "240"),
    ("The harbour office puts what sank with the barge at 300 tonnes; the shipper's number is 180.", "300 tonnes"),
    ("The mayor said that 6,000 of the town's 18,500 people were moved. The fire service counted 4,200.", "6,000"),
    ("Police counted 900 marchers. The union, which had called the march, said they were 2,000.", "900"),
    ("Nor does everybody believe in 7,240 guests. The town's events office, which read the gates, has 5,890.", "7,240"),
    ("The fair drew 7,240 guests. The police have 5,890.", "7,240"),
    ("The ministry said 74 people had died. The aid group put the figure at 110.", "74"),
)
LEFT_ALONE = (
    "Divers counted 310 corals in 2015. Last year they counted 186.",
    "Rangers counted 310 deer in 2015. Last year the institute counted 186.",
    "The owner says 35 percent can be used and the audit says 35.",
    "The report counts 45 wolves in the north. The village has 60.",
    "The quarry took 240 lorries a day. The police have 40.",
    "The port of Tarn has 60 boats. The port of Dorn has 40.",
    "The owner says 35 percent can be used. It says 60 jobs will go.",
    "Police counted 900 marchers. The union, which had called the march, said they were 2,000 short of masks.",
)


def disputes(text):
    reading = Reading(text=text, media_type="text/plain", reader="given")
    claims = extract(reading, Source("one", "Report", "Office", date(2024, 6, 3), "en"))
    return [pair for pair in examine(claims) if pair.finding.relation is Relation.DISPUTED_ATTRIBUTION]


@pytest.mark.parametrize(("text", "first"), DISPUTED)
def test_a_bare_figure_answers_the_one_before_it(text, first):
    assert any(pair.left.span.exact.startswith(first) for pair in disputes(text))


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_figure_of_something_else_or_the_same_answers_nothing(text):
    assert not disputes(text)
