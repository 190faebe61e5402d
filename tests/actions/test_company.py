"""A document that comes alone is read beside those of its matter that the registry holds, and so again by a recheck."""

from __future__ import annotations

from registry.actions import recheck
from registry.actions.ingest import Given, beforehand, keep, prepare_text
from registry.actions.rows import to_claim
from registry.store import Store
from registry.store.queries import claims as claim_queries
from registry.store.queries import documents as document_queries
from registry.store.queries.claims import ClaimRow
from tests.steps.test_in_company import COLUMN, EGGS, PAPER, WIRE


def added(store: Store, title: str, publisher: str, text: str) -> str:
    """Take in a text as the doors do; its version."""
    ready = beforehand(store, prepare_text(text, given=Given(title=title, publisher=publisher)))
    with store.writing() as session:
        kept = keep(session, ready)
    with store.reading() as session:
        return document_queries.versions_of(session, kept.document_id)[0].id


def told(store: Store, version: str) -> tuple[str | None, str | None]:
    """What the registry says that the figure 14 of a version is about, and that the version itself is."""
    with store.reading() as session:
        rows = claim_queries.claims_of_version(session, version, retired=False)
        text = document_queries.text_of(session, version)
    assert text is not None
    return next((subject_of(row) for row in rows if row.exact == "14"), None), text.topic


def subject_of(row: ClaimRow) -> str | None:
    subject = to_claim(row).assertion.subject
    return subject.label if subject else None


def test_a_document_has_its_topic_from_those_of_its_matter_that_are_held(store: Store) -> None:
    for paper in (WIRE, PAPER, EGGS):
        added(store, *paper)
    version = added(store, *COLUMN)
    assert told(store, version) == ("Hollin Viaduct", "Hollin Viaduct")


def test_a_document_without_any_of_its_matter_is_read_by_itself(store: Store) -> None:
    added(store, *EGGS)
    version = added(store, *COLUMN)
    assert told(store, version) == ("Dunmore", None)


def test_a_recheck_reads_a_document_beside_others_too(store: Store) -> None:
    version = added(store, *COLUMN)
    for paper in (WIRE, PAPER):
        added(store, *paper)
    assert told(store, version) == ("Dunmore", None)
    for _ in range(2):  # the second time it finds its topic kept
        with store.writing() as session:
            recheck.everything(session)
        with store.reading() as session:
            claims = recheck.again(session, version)
        with store.writing() as session:
            recheck.recheck(session, version, claims)
        assert told(store, version) == ("Hollin Viaduct", "Hollin Viaduct")
