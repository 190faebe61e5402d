"""Single fields of figures in plain news, as a strict reader would fill them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.model.quantity import Quantity
from registry.steps.extract import extract

CASES = Path(__file__).parents[2] / "cases" / "news_fields.txt"
PRINTED = Source("news", None, None, date(2025, 6, 10), "en")
LINES = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", LINES)
def test_a_field_of_a_figure_in_plain_news_is_read(line: str) -> None:
    words, figure, fields = line.split(" | ")
    claims = extract(Reading(text=f"{words}\n", media_type="text/plain", reader="given"), PRINTED)
    claim = next(claim for claim in claims if claim.span.exact == figure)
    told = read(claim)
    for field in fields.split("; "):
        name, _, value = field.partition(": ")
        assert told[name] == value, name


def test_only_a_day_or_the_beginning_lends_its_year_to_a_later_paragraph() -> None:
    opening = "Dockworkers voted to strike, their union said. " * 6
    told = f"{opening}\n\nA stoppage in 2023 cost a billion.\n\nThe last contract expired on March 31.\n"
    assert not [claim for claim in claims_of(told) if claim.span.exact == "March 31"]
    day = next(claim for claim in claims_of("The strike began on 4 March 2023.\n\nIt ended on 31 March.\n")[1:])
    assert day.assertion.value.low == date(2023, 3, 31)


def claims_of(text: str) -> list[Claim]:
    """The claims of a text without a date."""
    return extract(Reading(text=text, media_type="text/plain", reader="given"), Source("news", None, None, None, "en"))


def read(claim: Claim) -> dict[str, str]:
    """The fields of a claim as words; a hyphen for none."""
    said, value = claim.assertion, claim.assertion.value
    terms = {"attribute": said.attribute, "subject": said.subject, "speaker": said.asserted_by}
    told = {name: term.label if term is not None else "-" for name, term in terms.items()}
    low = value.low if isinstance(value, Quantity) else None
    return told | {
        "status": said.status.value,
        "direction": said.direction or "-",
        "value": "-" if low is None else f"{low.normalize():f}",
        "unit": value.unit if isinstance(value, Quantity) else "-",
    }
