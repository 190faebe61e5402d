"""A draft's figure is held against the sentence that has its words."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from registry.actions import ingest, lint
from registry.actions.ingest import Given
from registry.model.document import Reading
from registry.steps.check.slips import exchanged
from registry.steps.lint.problem import Options
from registry.store import open_store
from registry.store.migrations import migrate

BRIDGE = (
    "Repairs to the Sallow Bridge at Ennerby will take until next spring, the county said. The bridge closed after "
    "divers found cracks in four of its pillars.\n\nThe repairs cost £3.4 million. The old lamps will be replaced by "
    "lanterns that use 260 watts, and salvaged stone worth £58,000 goes to the museum."
)
COUNCIL = (
    "Ennerby's councillors were told on Tuesday that 7,300 drivers take the long way round by Marle each day. The "
    "scaffolding at the crossing weighs 190 tonnes. The county has hired 26 masons."
)


def flagged(tmp_path: Path, draft: str, sources: Sequence[str] = (BRIDGE, COUNCIL)) -> list[str]:
    """The words that the linter calls wrong."""
    database = f"sqlite:///{tmp_path}/bridge.sqlite"
    migrate(database)
    store = open_store(database)
    for number, source in enumerate(sources):
        given = Given(None, "The Sallow Bridge at Ennerby", f"Paper {number}", date(2025, 3, 2 + number), "en")
        prepared = ingest.prepare_text(source, given=given)
        with store.writing() as session:
            ingest.keep(session, prepared, actor="tests")
    reading = Reading(f"# Ennerby waits for its bridge\n\n{draft}\n", "text/markdown", "given/1", language="en")
    claims = lint.read(reading, Options())
    with store.reading() as session:
        report = lint.lint(session, reading, claims, Options())
    return [one.span.exact for one in report.problems if one.rule == "FACT001"]


REST = "The repairs to the Sallow Bridge will cost £3.4 million. Some 7,300 drivers must go round by Marle."


def test_a_figure_is_held_against_the_sentence_that_has_its_words(tmp_path: Path) -> None:
    assert flagged(tmp_path, f"{REST} Stone worth £85,000 will be given to the museum.") == ["£85,000"]


def test_what_another_thing_is_counted_is_not(tmp_path: Path) -> None:
    assert not flagged(tmp_path, f"{REST} The museum has 62 old paintings of the crossing.")


def test_the_right_figure_in_those_words_is_left_alone(tmp_path: Path) -> None:
    assert not flagged(tmp_path, f"{REST} Stone worth £58,000 will be given to the museum.")


def test_a_small_number_that_says_where_or_when_counts_nothing(tmp_path: Path) -> None:
    draft = (
        f"{REST} One night in March divers found cracks in the pillars. Two pillars before the bank the water is deep."
    )
    assert not flagged(tmp_path, draft)


@pytest.mark.parametrize(("one", "two", "same"), [("1741", "1714", True), ("1741", "1747", False), ("19", "9", False)])
def test_two_digits_exchanged(one: str, two: str, *, same: bool) -> None:
    assert exchanged(one, two) is same
