"""Whether it is so, for which day and who says so, in short texts of news, releases, minutes and corrections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from registry.model.document import Reading, Source
from registry.steps.export import contract
from registry.steps.extract import extract

CASES = Path(__file__).parents[2] / "cases" / "plain_status.txt"
LEAST = {"status": 0.96, "as_of": 0.75, "asserted_by": 0.95}


def texts() -> Iterator[tuple[list[str], list[list[str]]]]:
    """The head and the lines of each text, and what is expected of its figures."""
    for block in CASES.read_text(encoding="utf-8").split("\n= ")[1:]:
        lines = [line for line in block.split("\n") if line]
        expected = [[part.strip() for part in line[2:].split("|")] for line in lines if line.startswith("> ")]
        yield [line for line in lines if not line.startswith("> ")], expected


def told(lines: list[str]) -> list[dict[str, object]]:
    """The claims of a text, as they are printed."""
    day, publisher, title, *language = (part.strip() for part in lines[0].split("|"))
    body = "\n".join(line if line.startswith("- ") else f"\n{line}\n" for line in lines[1:])
    reading = Reading(text=f"{title}\n\n{body.strip()}\n", media_type="text/plain", reader="given")
    source = Source("text", title, publisher, date.fromisoformat(day), language[0] if language else "en")
    return [contract.of_claim(claim) for claim in extract(reading, source)]


def agrees(want: str, got: object) -> bool:
    """Whether a field is as expected: "-" is nothing, a name is part of the speaker."""
    return got is None if want == "-" else want.lower() in str(got or "").lower()


@pytest.fixture(scope="module")
def outcomes() -> dict[str, list[tuple[bool, str]]]:
    """Of each field, whether it was right for each figure of which something is expected, and what was said."""
    found: dict[str, list[tuple[bool, str]]] = {"status": [], "as_of": [], "asserted_by": []}
    for lines, expected in texts():
        claims, used = told(lines), set[int]()
        for figure, *wanted in expected:
            like = [
                place
                for place, claim in enumerate(claims)
                if place not in used and (figure in exact(claim) or exact(claim) in figure)
            ]
            place = min(like, key=lambda one: exact(claims[one]) != figure, default=None)
            claim = claims[place] if place is not None else {}
            used |= {place} if place is not None else set()
            for field, want in zip(found, wanted, strict=True):
                if want != "?":
                    got = claim.get(field, "no claim")
                    found[field].append((agrees(want, got), f"{lines[0]}: {figure}: {field} {got}, not {want}"))
    return found


def exact(claim: dict[str, object]) -> str:
    """The words of a claim."""
    span = claim["span"]
    assert isinstance(span, dict)
    return str(span["exact"])


@pytest.mark.parametrize("field", ["status", "as_of", "asserted_by"])
def test_most_figures_of_plain_texts_have_the_field_that_their_writer_expected(
    outcomes: dict[str, list[tuple[bool, str]]], field: str
) -> None:
    wrong = [said for right, said in outcomes[field] if not right]
    assert len(wrong) <= (1 - LEAST[field]) * len(outcomes[field]), "\n".join(wrong)
