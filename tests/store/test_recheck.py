"""A recheck that is killed goes on where it was, keeps what people said, and leaves what the present engine reads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from registry.actions import corrections, lookup, recheck
from registry.actions.corrections import Change
from registry.actions.ingest import Given, keep, prepare_text
from registry.actions.review import decide
from registry.actions.views import ConflictFilter
from registry.model.finding import State, Verdict
from registry.store import Store
from registry.store.writes import on, table

ROOT = Path(__file__).resolve().parents[2]
TOWNS = ("Alderholt", "Brinmouth", "Carrowfield", "Dunstead")
EVERY = ConflictFilter(state=None)


def running(database: str, *arguments: str) -> subprocess.Popen[str]:
    """The command, on a registry."""
    command = [sys.executable, "-m", "registry", "recheck", *arguments]
    told = {**os.environ, "CLAIMS_DATABASE": database, "CLAIMS_REVIEWER": "Ada"}
    return subprocess.Popen(command, cwd=ROOT, env=told, stdout=subprocess.PIPE, text=True)


def killed(database: str, after: int) -> None:
    """A recheck that dies after some versions."""
    with running(database) as process:
        assert process.stdout is not None
        for _ in range(after):
            assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)


def held(store: Store) -> dict[str, object]:
    """What the registry holds: claims by id with their facts, conflicts with their state and decision."""
    with store.reading() as session:
        claims = lookup.claims(session, limit=200).items
        conflicts = lookup.conflicts(session, EVERY, limit=200).items
    return {
        "claims": {one.id: (one.fact_id, one.extractor) for one in claims},
        "conflicts": {one.id: (one.state, one.decision) for one in conflicts},
    }


@pytest.fixture
def filled(store: Store) -> Store:
    """Eight articles about the cranes of four harbours, two of each that differ."""
    for town in TOWNS:
        for number, paper in ((14, "Harbour Post"), (19, "Valley Times")):
            text = f"The harbour of {town} has {number} cranes. It was opened in 1931."
            ready = prepare_text(text, given=Given(title=town, publisher=paper))
            with store.writing() as session:
                keep(session, ready)
    return store


def test_a_killed_recheck_goes_on_and_keeps_what_people_said(database: str, filled: Store):
    with filled.reading() as session:
        first, second, *_ = lookup.conflicts(session).items
        wrong = lookup.conflict(session, second.id).sides[0].claims[0]
    with filled.writing() as session:
        told = decide(session, first.id, verdict=Verdict.SIDE, side=1, reviewer="Ada")
        fixed = corrections.correct(session, wrong.id, Change(value="19"), reviewer="Ada")
        recheck.everything(session)
    before = held(filled)
    killed(database, 3)
    with filled.reading() as session:
        assert 0 < recheck.left(session) <= 5
    with running(database, "--quiet") as process:
        report = process.communicate()[0]
    assert process.returncode == 0
    assert "0 new, 0 no longer found, 0 read otherwise" in report
    with filled.reading() as session:
        assert recheck.left(session) == 0
        assert lookup.conflict(session, first.id).row.state is State.DECIDED
        assert lookup.claim(session, fixed.claim).retired_at is None
    assert held(filled) == before
    assert told.id == before["conflicts"][first.id][1]  # type: ignore[index]


def test_a_recheck_takes_back_what_an_older_engine_misread(database: str, filled: Store):
    before = held(filled)
    with filled.writing() as session:
        claim = table("claim")
        row = on(session).execute(claim.select().where(claim.c.exact.like("%14%")).limit(1)).one()._mapping
        on(session).execute(claim.insert(), {**row, "id": "misread", "exact": "1931", "start": 900, "end": 904})
        recheck.everything(session)
    with running(database) as process:
        report = process.communicate()[0]
    assert "1 no longer found" in report
    assert held(filled) == before


def test_a_recheck_finds_the_names_that_an_older_engine_did_not_keep(filled: Store):
    versions = table("document_version")
    with filled.writing() as session:
        on(session).execute(versions.update().values(names=[]))
        recheck.everything(session)
    with filled.reading() as session:
        name = recheck.stale(session)[0]
        found = recheck.again(session, name)
    with filled.writing() as session:
        recheck.recheck(session, name, found)
    with filled.reading() as session:
        (row,) = on(session).execute(versions.select().where(versions.c.id == name)).mappings()
    assert len(row["names"]) == 1
    assert row["names"][0] in TOWNS
