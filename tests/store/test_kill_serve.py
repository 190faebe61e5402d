"""A server under uploads, a folder that is being added and a worker that delivers, all killed: nothing is lost, and
nothing is there twice. `python -m tests.bench.killing` does it for as long as one likes."""

from __future__ import annotations

import random
from pathlib import Path

from registry.store import Store
from tests.bench.killing import killed


def test_what_is_killed_while_it_takes_documents_in_loses_nothing_and_does_nothing_twice(
    database: str, store: Store, tmp_path: Path
):
    outcome = killed(database, store, 1, random.Random(), tmp_path)
    assert outcome.faults == ()
    assert outcome.killed >= 2
