"""What stands alongside a figure in a stored sentence speaks for it."""

from datetime import date
from pathlib import Path

from registry.actions import ingest, lint
from registry.actions.ingest import Given
from registry.model.document import Reading
from registry.steps.lint.problem import Options
from registry.store import open_store
from registry.store.migrations import migrate

SOURCE = (
    "The Orrin Choir of Feldham gave 212 concerts last season before 48,300 listeners. "
    "Its 36 singers travelled for two weeks and rehearsed on 140 days.\n"
)


def flagged(tmp_path: Path, draft: str) -> list[str]:
    """The words that the linter calls wrong."""
    database = f"sqlite:///{tmp_path}/choir.sqlite"
    migrate(database)
    store = open_store(database)
    given = Given(None, "A season of the Orrin Choir", "Feldham Courier", date(2025, 5, 2), "en")
    prepared = ingest.prepare_text(SOURCE, given=given)
    with store.writing() as session:
        ingest.keep(session, prepared, actor="tests")
    reading = Reading(draft, "text/markdown", "given/1", language="en")
    claims = lint.read(reading, Options())
    with store.reading() as session:
        report = lint.lint(session, reading, claims, Options())
    return [one.span.exact for one in report.problems if one.rule == "FACT001"]


def test_the_figure_that_is_left_beside_the_same_others_is_held_against_the_draft(tmp_path: Path) -> None:
    draft = "# The Orrin Choir\n\nThe Orrin Choir sang 221 concerts before 48,300 people. It went to Feldham.\n"
    assert [one for one in flagged(tmp_path, draft) if "221" in one]


def test_nothing_is_held_against_what_no_stored_sentence_has_beside_it(tmp_path: Path) -> None:
    draft = "# The Orrin Choir\n\nThe Orrin Choir has 48,300 listeners and 17 patrons. It rehearsed on 140 days.\n"
    assert not flagged(tmp_path, draft)
