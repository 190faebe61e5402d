"""What figures count or measure in plain sentences of news."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from registry.model.document import Reading, Source
from registry.steps.extract import extract
from registry.steps.resolve.names import singular

CASES = Path(__file__).parents[2] / "cases" / "plain_news.txt"
PRINTED = Source("news", None, None, date(2024, 11, 20), "en")
LEAST = 0.93


def test_most_figures_of_plain_news_are_called_what_they_count() -> None:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    missed = [line for line in lines if not is_named(*line.split(" | "))]
    assert len(missed) <= (1 - LEAST) * len(lines), "\n".join(missed)


def is_named(sentence: str, figure: str, names: str) -> bool:
    """Whether the attribute of a figure has the last word of one of some names."""
    claims = extract(Reading(text=f"{sentence}\n", media_type="text/plain", reader="given"), PRINTED)
    found = next((claim for claim in claims if figure in claim.span.exact or claim.span.exact in figure), None)
    told = found.assertion.attribute if found is not None else None
    words = {singular(word) for word in told.label.lower().split()} if told is not None else set()
    return any(singular(name.lower().split()[-1]) in words for name in names.split("|"))
