"""Documents that are read together say what they say by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.model.span import Sentence
from registry.steps import extract as reading
from registry.steps.assemble.worth import features
from registry.steps.extract import extract, extract_each
from registry.steps.parse import Parser, Tree, load

TEXTS = (
    "The harbour board of Norsund has 14 members. It met on 3 May 2021.",
    "",
    "Nothing is counted here.",
    "Mara Lind, the mayor, said 12 boats sank.\n\nShe had expected 9.",
    "The mill ground 12 sacks.\n" * 30,
)


def pair(number: int, text: str) -> tuple[Reading, Source]:
    return Reading(text=text, media_type="text/plain", reader="given"), Source(f"{number}", published=date(2021, 6, 1))


@pytest.mark.parametrize("short", [10_000, 40, 0])
def test_documents_read_together_give_the_claims_of_each(monkeypatch: pytest.MonkeyPatch, short: int) -> None:
    monkeypatch.setattr(reading, "SHORT", short)
    pairs = [pair(number, text) for number, text in enumerate(TEXTS)]
    found = list(extract_each(pairs))
    assert found == [extract(*one) for one in pairs]
    assert [bool(claims) for claims in found] == [True, False, False, True, True]


def test_short_documents_are_parsed_together(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[int] = []

    class Counting(Parser):
        def parse_all(self, pages: Sequence[tuple[str, Sequence[Sentence]]]) -> list[list[Tree]]:
            parsed.append(len(pages))
            return super().parse_all(pages)

    ours = load()
    list(extract_each([pair(number, TEXTS[0]) for number in range(3)], Counting(ours.nlp, ours.pipe)))
    assert parsed == [3]


def test_documents_are_given_out_before_all_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 5)
    seen: list[int] = []

    def given() -> Iterator[tuple[Reading, Source]]:
        for number in range(50):
            seen.append(number)
            yield pair(number, TEXTS[0])

    first = next(extract_each(given()))
    assert first
    assert len(seen) < 10


def test_words_of_features_are_whole_words() -> None:
    assert "people" in features("Jobs were lost.")
    assert "people" not in features("Jobless figures rose.")
    assert {"public affairs", "superlative", "negates"} <= features("The Funds' busiest programme didn't end.")
    assert "question" in features("Was it so?")
