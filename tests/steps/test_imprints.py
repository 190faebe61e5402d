"""The line near the top that says which document this is."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.span import BlockKind
from registry.steps.read.plain import plain
from registry.steps.segment import blocks
from registry.steps.segment.imprints import is_imprint


@pytest.mark.parametrize(
    "line",
    [
        "Harbour board meeting no. 52, 4 March 2031, 18.00-20.15, Custom House",
        "Presented to the Assembly on 4 March 2031. HP 211",
        "Research brief 14, March 2031",
        "THE ROWING HOUR. Transcript, programme 52, 4 March 2031. Checked against delivery",
        "Eels in figures                      Issue 12, spring 2031",
        "Case No. 3:31-CR-118. Sentencing hearing, March 4, 2031, 10:00 a.m. Excerpt, pages 41 to 52",
        "THE NORPORT MAIL                     Thursday, March 4, 2031",
        "Rowing Club | Bulletin 3/2031 | 4 March 2031",
    ],
)
def test_a_line_says_which_document_it_heads(line: str) -> None:
    assert is_imprint(line)


@pytest.mark.parametrize(
    "line",
    [
        "Report of 4 March 2031: 40 boats sank",
        "Ferry sinks off Norport, 4 March 2031",
        "Meeting of 12 ministers, 4 March 2031",
        "The hearing on 4 March 2031 lasted nine hours",
        "Adopted on 4 March 2031 by 40 votes to 3",
        "Bulletin: 14 cases, 4 March 2031",
        "Session 3, 4 March 2031, 40 delegates",
        "Issue 7",
    ],
)
def test_a_line_with_a_day_that_tells_something_heads_nothing(line: str) -> None:
    assert not is_imprint(line)


def test_what_heads_minutes_is_furniture_and_gives_their_day() -> None:
    text = (
        "HARBOUR BOARD\n\nBoard meeting no. 52, 4 March 2031, 18.00-20.15\n\n"
        "1. Minutes of 7 January 2031. Approved.\n\nThe clerk reported that 14 boats had sunk.\n"
    )
    assert [one.kind for one in blocks(text)][1] is BlockKind.FURNITURE
    assert plain(text.encode()).published == date(2031, 3, 4)
