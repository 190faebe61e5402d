"""The lines that open a report with its place and day stand apart from its first sentence."""

from __future__ import annotations

import pytest

from registry.model.span import BlockKind
from tests.steps.test_segment import found, said

FURNITURE, PROSE = BlockKind.FURNITURE, BlockKind.PROSE


def test_a_dateline_stands_apart_from_its_sentence():
    text = "Ferries stop\n\nOSLO, May 3, 2021 (NW) - Nine ferries were halted.\n"
    assert found(text)[1:] == [(FURNITURE, "OSLO, May 3, 2021 (NW) -"), (PROSE, "Nine ferries were halted.")]
    kept = "Ferries stop\n\nNATO - an alliance - has 32 members.\n"
    assert found(kept)[1:] == [(PROSE, "NATO - an alliance - has 32 members.")]


@pytest.mark.parametrize(
    "dateline",
    [
        "LIPNIK, Vardia, Feb 15 (DPA-X) -",
        "SÃO TELMO, March 28 (MNW) -",
        "The Hague, 18.04.2024 -",
        "28 March 2024 –",
        "Nov. 3, 2023 (DPA-X) -",
    ],
)
def test_datelines_of_many_papers_stand_apart(dateline):
    assert said(f"Ferry sinks\n\n{dateline} Two boats sank on Friday near the town.\n")[-1].startswith("Two boats")


def test_the_days_of_a_timeline_are_no_datelines():
    text = "The affair\n\n3 May 2021 - The bank shuts.\n\n4 June 2021 - It opens again.\n"
    assert "3 May 2021 - The bank shuts." in said(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lund/Brno, 4 May 2023 - Harka opened a mill.", "Lund/Brno, 4 May 2023 -"),
        ("München, 19. Juni 2021 - Die Harka baut eine Mühle.", "München, 19. Juni 2021 -"),
        ("SEVILLA, 9 abr (AB) - El puente se cerró.", "SEVILLA, 9 abr (AB) -"),
    ],
)
def test_a_dateline_may_name_two_places_and_months_of_other_languages(text, wanted):
    assert found(f"Harka builds\n\n{text}")[1] == (FURNITURE, wanted)
