"""A process that dies in the middle of its work loses nothing that it said was done, and leaves nothing half-done."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from registry.actions import lookup
from registry.actions.views import ClaimFilter
from registry.store import open_store

ROOT = Path(__file__).resolve().parents[2]
WORK = """
import sys
from tests.actions.makers import add, said
from registry.store import open_store
store, first = open_store(sys.argv[1]), int(sys.argv[2])
for number in range(first, first + 1000):
    done = add(store, *[said(str(number * 10 + at), noun) for at, noun in enumerate(("bridge", "tunnel", "school"))])
    print(done.document_id, done.claims, flush=True)
"""


def killed(database: str, first: int, after: int) -> list[str]:
    """What a process acknowledged before it was killed, a few documents on."""
    command = [sys.executable, "-c", WORK, database, str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        return [*lines, *(line for line in process.stdout if line.endswith("\n"))]


def test_a_killed_process_leaves_every_acknowledged_document_whole(database: str):
    told = [line.split() for turn in range(3) for line in killed(database, turn * 1000, 3 + 2 * turn)]
    store = open_store(database)
    with store.reading() as session:
        documents = {row.id: row for row in lookup.documents(session, limit=1000).items}
        for document_id, claims in told:
            assert documents[document_id].claims == int(claims) == 3
        assert all(row.claims == 3 for row in documents.values())
        held = sum(len(lookup.claims(session, ClaimFilter(document_id=name), limit=10).items) for name in documents)
        assert sum(row.claims for row in lookup.facts(session, limit=1000).items) == held == 3 * len(documents)
    store.close()
