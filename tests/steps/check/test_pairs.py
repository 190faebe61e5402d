"""Pairs of sentences that a hasty checker confuses, and pairs that it misses; read and examined as documents are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from registry.model.document import Reading, Source
from registry.steps.check import examine
from registry.steps.extract import extract

HERE = Path(__file__).parent


def table(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines if line and not line.startswith("#")]


def claims(text, name, about):
    source = Source(name, about, f"The {name} paper", date(2024, 5, 2), "en")
    return extract(Reading(text=f"{about}\n\n{text}\n", media_type="text/plain", reader="given"), source)


def conflicts(about, one, two):
    found = examine(claims(one, "first", about) + claims(two, "second", about))
    return [pair.finding for pair in found if pair.finding.relation.is_conflict]


NEAR_MISSES, CONFLICTS = table("near_misses.txt"), table("conflicts.txt")


@pytest.mark.parametrize(("trap", "about", "one", "two"), NEAR_MISSES, ids=[row[0] for row in NEAR_MISSES])
def test_what_is_easily_confused_is_not_flagged(trap, about, one, two):
    assert not conflicts(about, one, two)


@pytest.mark.parametrize(("about", "one", "two"), CONFLICTS, ids=[f"{row[0]}: {row[2]}" for row in CONFLICTS])
def test_figures_that_cannot_both_be_right_are_flagged(about, one, two):
    assert conflicts(about, one, two)
