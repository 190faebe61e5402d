"""A document that comes alone is read beside those of its matter that the registry holds, and so again by a recheck."""

from __future__ import annotations

from dataclasses import replace

from registry.actions import recheck, teaching
from registry.actions.ingest import Given, accompanied, beforehand, keep, prepare_text, preview
from registry.actions.ingest.company import known_as, of_its_matter
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


def test_a_new_version_is_not_read_beside_the_version_that_it_replaces(store: Store) -> None:
    title, publisher, words = WIRE
    for address in ("https://one.example/a", "https://two.example/b"):
        with store.writing() as session:
            kept = keep(session, prepare_text(words, given=Given(title=title, publisher=publisher, url=address)))
    newer = prepare_text(
        words.replace("31,000", "32,000"), given=Given(title=title, publisher=publisher, url="https://two.example/b")
    )
    with store.reading() as session:
        document, _ = known_as(session, newer)
        assert document == kept.document_id != newer.source.id
        assert len(of_its_matter(session, newer.claims, newer.source)) == 1
        assert of_its_matter(session, newer.claims, replace(newer.source, id=document)) == []


def test_copies_of_one_text_are_one_witness_and_none_to_themselves(store: Store) -> None:
    first = prepare_text(WIRE[2], given=Given(title=WIRE[0], publisher=WIRE[1]))
    with store.writing() as session:
        origin = keep(session, first).document_id
    added(store, "Viaduct shut", "Marrow Bugle", f"{WIRE[2]} That is all.")
    paper = prepare_text(PAPER[2], given=Given(title=PAPER[0], publisher=PAPER[1]))
    with store.reading() as session:
        assert len(of_its_matter(session, paper.claims, paper.source)) == 1
        copy = prepare_text(f"{WIRE[2]} It rained.", given=Given(title="Shut", publisher="Dunmore Sun"))
        assert of_its_matter(session, copy.claims, replace(copy.source, origin=origin)) == []


def test_a_preview_reads_a_document_as_it_would_be_kept(store: Store) -> None:
    for paper in (WIRE, PAPER):
        added(store, *paper)
    title, publisher, text = COLUMN
    with store.reading() as session:
        ready = accompanied(session, prepare_text(text, given=Given(title=title, publisher=publisher)))
        shown = preview(session, ready)
    assert beforehand(store, ready) is ready
    with store.writing() as session:
        kept = keep(session, ready)
    with store.reading() as session:
        rows = claim_queries.claims_of_document(session, kept.document_id)
    assert [claim.assertion for claim in shown.claims] == [to_claim(row).assertion for row in rows]
    assert shown.source.topic == "Hollin Viaduct"


def test_bytes_that_are_held_are_not_read_again(store: Store) -> None:
    added(store, *COLUMN)
    for paper in (WIRE, PAPER):
        added(store, *paper)
    title, publisher, text = COLUMN
    again = prepare_text(text, given=Given(title=title, publisher=publisher))
    assert beforehand(store, again) is again


def test_a_recheck_for_a_lesson_keeps_the_topic_that_others_told(store: Store) -> None:
    for paper in (WIRE, PAPER):
        added(store, *paper)
    version = added(store, *COLUMN)
    with store.writing() as session:
        teaching.teach(session, "taxis", "cabs", same=True, reviewer="Ada", reason="the drivers say so")
    with store.reading() as session:
        assert version in recheck.stale(session)
        claims = recheck.again(session, version)
    with store.writing() as session:
        recheck.recheck(session, version, claims)
    assert told(store, version) == ("Hollin Viaduct", "Hollin Viaduct")
