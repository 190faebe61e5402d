"""Whole pages whose lines are marked: what stands beside the text makes no claims, and no line of the text is lost.

The weights were fitted on `furniture_pages.txt` and `margin_pages.txt`, never on those that are called unseen.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.model.span import BlockKind
from registry.steps.segment import blocks, sentences
from registry.steps.segment.fit import pages
from registry.steps.segment.likeness import FORMS

CASES = Path(__file__).parents[1] / "cases"


def lines(name):
    """The lines of the pages with a figure: whether they are marked as furniture, whether they are read as such."""
    told = []
    for _, marked in pages((CASES / name).read_text("utf-8")):
        text = "\n\n".join(line for _, line in marked)
        beside = [part for part in sentences(text, blocks(text)) if part.block.kind is BlockKind.FURNITURE]
        at = 0
        for sort, line in marked:
            covered = sum(max(0, min(at + len(line), part.end) - max(at, part.start)) for part in beside)
            if any(map(str.isdigit, line)):
                told.append((sort == "F", covered > len(line) / 2, line))
            at += len(line) + 2
    return told


@pytest.mark.parametrize(
    ("name", "least"), [("furniture_pages.txt", 0.7), ("furniture_unseen.txt", 0.7), ("margin_unseen.txt", 0.6)]
)
def test_most_of_what_stands_beside_a_text_is_known(name, least):
    found = [known for furniture, known, _ in lines(name) if furniture]
    assert sum(found) / len(found) >= least


@pytest.mark.parametrize("name", ["furniture_pages.txt", "furniture_unseen.txt"])
def test_no_line_of_a_text_is_taken_for_furniture(name):
    assert [line for furniture, known, line in lines(name) if known and not furniture] == []


def test_a_list_of_figures_without_running_text_is_left_alone():
    text = "Harbour in figures\n\nBerths: 14\n\nContact hours 9-17\n\nOpen until 21\n\nStaff 48"
    assert not any(
        part.block.kind is BlockKind.FURNITURE and "48" in text[part.start : part.end]
        for part in sentences(text, blocks(text))
    )


@pytest.mark.parametrize(
    ("line", "hours"),
    [("Mon-Fri 9 to 5", True), ("Sunday: 10 to 4", True), ("Money raised 400", False), ("Months: 12", False)],
)
def test_opening_hours_begin_with_a_day(line, hours):
    assert bool(FORMS["hours"].search(line)) is hours
