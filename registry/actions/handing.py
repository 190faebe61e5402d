"""The registry as one SQLite file to hand out, whatever it stands on.

A newcomer's mistake: taking full text along. Each database keeps it in a form of its own, so that it is made anew from
the sentences, questions and texts that were copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from registry.actions.filing import Filed
from registry.actions.findable import entries, of_conflict
from registry.actions.rows import to_claim
from registry.store import ReadSession, Store, open_store
from registry.store.copying import copied, transferred
from registry.store.migrations import migrate
from registry.store.queries import claims as claim_queries
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import documents as document_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import scan, search
from registry.store.queries.search import Entry

PIECE = 200


def handed_out(store: Store, file: Path, *, originals: bool = True) -> None:
    """Write the registry into a new file, without people, tokens, watches and webhooks."""
    if store.engine.dialect.name == "sqlite":
        copied(store, file, originals=originals)
        return
    beside = file.with_name(f"{file.name}.made")
    beside.unlink(missing_ok=True)
    try:
        migrate(f"sqlite:///{beside}")
        made = open_store(f"sqlite:///{beside}")
        try:
            transferred(store, made, originals=originals)
            _indexed(made)
        finally:
            made.close()
        copied_from(beside, file)
    finally:
        for ending in ("", "-wal", "-shm"):
            beside.with_name(beside.name + ending).unlink(missing_ok=True)


def copied_from(beside: Path, file: Path) -> None:
    """One file of what is a file and a log of it."""
    whole = open_store(f"sqlite:///{beside}")
    try:
        copied(whole, file)
    finally:
        whole.close()


def _indexed(made: Store) -> None:
    """Make everything in a file findable by its words."""
    for find in (_of_facts, _of_conflicts, _of_versions):
        after = ""
        while True:
            with made.reading() as session:
                names, found = find(session, after)
                told = list(found)
            with made.writing() as session:
                search.index(session, told)
            if len(names) < PIECE:
                break
            after = names[-1]


def _of_facts(session: ReadSession, after: str) -> tuple[list[str], Iterator[Entry]]:
    """What some facts and the claims that stand for them are found by."""
    keys = scan.every_fact_key(session, after=after, limit=PIECE)
    asked = {key: row.label for key, row in fact_queries.facts_by_key(session, keys).items()}
    rows = claim_queries.claims_of_facts(session, keys)
    filed = [Filed(to_claim(row), {"id": row.id}, row.fact_key, ()) for row in rows]
    return keys, iter(entries(filed, asked))


def _of_conflicts(session: ReadSession, after: str) -> tuple[list[str], Iterator[Entry]]:
    """What the conflicts of some facts are found by."""
    keys = scan.every_fact_key(session, after=after, limit=PIECE)
    rows = conflict_queries.conflicts_of(session, keys)
    named = [[claim for side in row.sides for claim in side["claims"]] for row in rows]
    claims = claim_queries.claims_by_id(session, [claim for names in named for claim in names])
    stated = [{name: to_claim(claims[name]) for name in names if name in claims} for names in named]
    told = zip(rows, stated, strict=True)
    return keys, (of_conflict(row.fact_key, row.question, some) for row, some in told if some)


def _of_versions(session: ReadSession, after: str) -> tuple[list[str], Iterator[Entry]]:
    """What some versions are found by."""
    names = [row.id for row in document_queries.versions(session, after=after, limit=PIECE)]
    return names, (_of_version(session, name) for name in names)


def _of_version(session: ReadSession, version_id: str) -> Entry:
    """What a version is found by."""
    row = document_queries.text_of(session, version_id)
    assert row is not None
    words = filter(None, (row.title, row.publisher, *row.authors, row.uri, row.text))
    return Entry("document", version_id, " ".join(words))
