"""Two processes that bring related documents at the same moment leave what one after the other would have left."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import text

from registry.store import Store
from registry.store.writes import on

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 6
WORK = """
import sys
from dataclasses import replace
from registry.actions.identity import digest_of
from registry.actions.ingest import keep
from registry.store import open_store
from tests.actions.makers import document, said

database, name = sys.argv[1:3]
nouns = ("bridge", "tunnel", "school", "clinic", "harbour", "mill", "quay", "tower")
def made(at):
    town = f"Rivertown {chr(65 + at)}"
    sayings = [said(str(100 * at + n + 11), noun, subject=town) for n, noun in enumerate(nouns)]
    if at % 3 == 0:
        return document(*sayings, publisher=f"Paper {name}", url=f"https://{name}.example/copy/{at}")
    if at % 3 == 1:
        return replace(document(*sayings, publisher="Paper"), uri=f"https://{name}.example/bytes/{at}")
    return document(*sayings[: 3 if name == "a" else 5], url=f"https://one.example/version/{at}", publisher=name)

store = open_store(database)
ready = [made(at) for at in range(int(sys.argv[3]))]
with store.reading() as session:
    session.connection()
for one in ready:
    print("ready", flush=True)
    sys.stdin.readline()
    with store.writing() as session:
        keep(session, one)
print("done", flush=True)
"""


def together(database: str) -> None:
    """Let two processes keep a document each at the same moment, some times."""
    command = [sys.executable, "-c", WORK, database]
    both = [
        subprocess.Popen(
            [*command, name, str(3 * ROUNDS)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name in ("a", "b")
    ]
    try:
        for turn in range(3 * ROUNDS + 1):
            wanted = "done" if turn == 3 * ROUNDS else "ready"
            assert [one.stdout.readline().strip() for one in both if one.stdout] == [wanted, wanted]
            for one in both if wanted == "ready" else ():
                assert one.stdin
                one.stdin.write("go\n")
                one.stdin.flush()
    finally:
        for one in both:
            one.kill()
            one.communicate()


def rows(store: Store, statement: str) -> list[tuple[Any, ...]]:
    """The rows of a statement."""
    with store.reading() as session:
        return [tuple(row) for row in on(session).execute(text(statement))]


def test_documents_that_come_at_once_leave_what_one_after_the_other_would_have_left(database: str, store: Store):
    together(database)
    known = "document_version JOIN document ON document.id = document_version.document_id WHERE uri LIKE"
    copies = rows(store, f"SELECT origin, count(*) FROM {known} '%/copy/%' GROUP BY origin")
    assert sorted(count for _, count in copies) == [2] * ROUNDS
    assert rows(store, f"SELECT count(*), count(DISTINCT digest) FROM {known} '%/bytes/%'") == [(ROUNDS, ROUNDS)]
    assert rows(store, f"SELECT count(*), count(DISTINCT uri) FROM {known} '%/version/%'") == [(2 * ROUNDS, ROUNDS)]
    standing = rows(store, "SELECT DISTINCT version_id FROM claim WHERE retired_at IS NULL")
    assert sorted(standing) == sorted(rows(store, "SELECT version_id FROM document"))
