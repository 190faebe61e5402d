"""A registry as one file: whatever database it stands on, the file answers as the registry does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from registry.actions import ask, ingest, lint, lookup, review
from registry.actions.handing import handed_out
from registry.actions.ingest import Given
from registry.model.document import Reading
from registry.model.finding import Verdict
from registry.store import Store, open_store
from registry.store.writes import on, table

TEXTS = (
    ("The pier of Bree is 300 metres long. It was opened in May 1893.", "Bree Gazette", date(2024, 5, 1)),
    ("The pier of Bree is 280 metres long.", "Coast Survey", date(2024, 6, 1)),
    ("Bree has 4,100 inhabitants.", "Bree Gazette", date(2024, 7, 1)),
)


@pytest.fixture
def filled(store: Store) -> Store:
    for text, publisher, day in TEXTS:
        prepared = ingest.prepare_text(text, given=Given(None, None, publisher, day, "en"))
        with store.writing() as session:
            ingest.keep(session, prepared, actor="Ada")
    with store.reading() as session:
        (row,) = lookup.conflicts(session).items
    with store.writing() as session:
        review.decide(session, row.id, verdict=Verdict.SIDE, side=1, reason="", reviewer="Ada")
    return store


def told(store: Store) -> list[object]:
    draft = Reading("The pier of Bree is 250 metres long. Bree has 1,400 inhabitants.", "text/plain", "given/1")
    claims = lint.read(draft)
    with store.reading() as session:
        found = lookup.search(session, "bree pier")
        return [
            [(one.outcome, one.value) for one in ask.ask(session, "How long is the pier of Bree?").answers],
            [(one.rule, one.held) for one in lint.lint(session, draft, claims).problems],
            {one.id for one in found.claims},
            {one.id for one in found.facts},
            {one.id for one in found.documents},
            [(row.id, row.standing) for row in lookup.facts(session).items],
            {row.id for row in lookup.conflicts(session, lookup.QUEUE._replace(state=None)).items},
            {row.id for row in lookup.conflicts(session, lookup.QUEUE._replace(state=None, words="long pier")).items},
        ]


@pytest.mark.parametrize("originals", [True, False])
def test_the_file_answers_as_the_registry_does(filled: Store, tmp_path: Path, originals: bool):  # noqa: FBT001
    file = tmp_path / "out.sqlite"
    handed_out(filled, file, originals=originals)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("out")] == ["out.sqlite"]
    made = open_store(f"sqlite:///{file}")
    try:
        assert told(made) == told(filled)
        with made.reading() as session:
            assert on(session).execute(table("audit_event").select()).all() == []
            data = {bytes(row.data) for row in on(session).execute(table("blob").select())}
        assert (data == {b""}) is not originals
    finally:
        made.close()
