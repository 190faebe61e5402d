"""Whether a growth fits its two figures where a multiple or a fraction is told."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.steps.check import within
from registry.steps.extract import extract

WRONG = (
    "The stadium was promised for 120 million pounds. It ended up costing £480 million, an increase of 400 percent.",
    "In 2010 the port handled 2.1 million tonnes. Last year it was 6.3 million tonnes, a rise of 300 per cent.",
    "In 2024 some 52,340 sat the exam, a tenth more than the 45,600 of 2022.",
    "In 2024 the museum had 61,300 visitors, a third more than the 40,200 of 2022.",
    "In 2024 the museum had 20,300 visitors, a quarter fewer than the 40,200 of 2022.",
)
RIGHT = (
    "The stadium was promised for 120 million pounds. It ended up costing £480 million, an increase of 300 percent.",
    "The stadium was promised for 120 million pounds. It ended up costing £480 million, 400 percent of it.",
    "In 2010 the port handled 2.1 million tonnes. Last year it was 6.3 million tonnes, a rise of 200 per cent.",
    "In 2024 some 52,340 sat the exam, a seventh more than the 45,600 of 2022.",
    "In 2024 some 50,340 sat the exam, a tenth more than the 45,600 of 2022.",
    "In 2024 the museum had 54,300 visitors, a third more than the 40,200 of 2022.",
    "In 2024 the museum had 24,300 visitors, 40 percent fewer than the 40,200 of 2022.",
)


def found(text):
    reading = Reading(text=text, media_type="text/plain", reader="given")
    claims = extract(reading, Source("one", "Report", "Office", date(2024, 6, 3), "en"))
    return [pair.finding.rule for pair in within(claims)]


@pytest.mark.parametrize("text", WRONG)
def test_a_growth_that_its_figures_do_not_give_is_found(text):
    assert found(text) == ["wrong_share"]


@pytest.mark.parametrize("text", RIGHT)
def test_a_growth_that_fits_is_left_alone(text):
    assert not found(text)
