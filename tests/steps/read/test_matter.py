"""What a file says of itself above its words, and who signs a paper."""

from datetime import date

import pytest

from registry.model.document import Source
from registry.model.span import BlockKind
from registry.steps.extract import extract
from registry.steps.read import read

YAML = """---
title: "Ferries stop"
publisher: Norsund Courier
source: https://harbour.example/report.pdf
canonical_url: https://courier.example/ferries
date: 2021-05-03T06:30:00Z
updated: 2021-06-09
lang: en-GB
authors:
  - Ida Holm
  - Per Lund
tags: [ferries, harbour, 12]
# seats: 400
---

# The ferries are halted

The harbour has 14 berths.
"""
TOML = (
    '+++\ntitle = "Ferries stop"\ndate = 2021-05-03\nauthors = ["Ida Holm", "Per Lund"]\n[menu]\nweight = 40\n+++\n'
    "The harbour has 14 berths.\n"
)


@pytest.mark.parametrize("text", [YAML, TOML])
def test_front_matter_says_what_the_document_is_and_makes_no_claims(text):
    reading = read(text.encode(), name="a.md")
    assert (reading.title, reading.published) == ("Ferries stop", date(2021, 5, 3))
    assert reading.authors == ("Ida Holm", "Per Lund")
    assert reading.notes == ("date from the front matter",)
    assert reading.text == text
    assert reading.blocks[0].kind is BlockKind.FURNITURE
    claims = extract(reading, Source("a", title=reading.title, published=reading.published))
    assert [claim.span.exact for claim in claims] == ["14"]


def test_front_matter_names_publisher_address_and_language():
    reading = read(YAML.encode(), name="a.md")
    assert (reading.publisher, reading.url, reading.language) == (
        "Norsund Courier",
        "https://courier.example/ferries",
        "en",
    )


def test_prose_between_two_rules_is_no_front_matter():
    reading = read(
        b"---\n\nThe ferry carries 310 people. Date: soon.\n\n---\n\nThe harbour has 14 berths.\n", name="a.md"
    )
    assert [claim.span.exact for claim in extract(reading, Source("a"))] == ["310", "14"]


def test_another_day_in_the_front_matter_is_not_the_day_of_publication():
    reading = read(
        b"---\ntitle: Ferries\nexpires: 2031-01-01\n---\n\n5 May 2021\n\nNine ferries were halted.\n", name="a.md"
    )
    assert reading.published == date(2021, 5, 5)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ferrand & Lyle, consulting engineers. 18 November 2024", date(2024, 11, 18)),
        ("Norsund Harbour Trust. Annual statement. 18 November 2024", date(2024, 11, 18)),
        ("Two ferries sank off the old harbour wall. 18 November 2024", None),
        ("The ferry was raised from the harbour bed. 18 November 2024", None),
    ],
)
def test_who_signs_a_paper_gives_its_day_behind_a_full_stop(line, day):
    reading = read(f"The weir at Norsund\n\n{line}\n\nThe weir is 84 metres long.\n".encode(), name="a.txt")
    assert reading.published == day


def test_the_language_of_a_text_is_told_where_its_small_words_are_clear():
    french = "Le pont sera reconstruit. Les élus ont voté le projet, et les travaux sont prévus pour mars."
    assert read(french.encode(), name="a.txt").language == "fr"
    assert read(b"Total 2023: 512", name="a.txt").language is None
