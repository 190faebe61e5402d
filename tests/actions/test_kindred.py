"""Documents of the matter of a new one are found by what stands in both, also where no claim meets another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import delete

from registry.actions.filing import kindred, opinions
from registry.actions.ingest import Prepared, keep
from registry.actions.recheck import recheck
from registry.model.assertion import Claim
from registry.steps.check.scores import Scores
from registry.store import Store
from registry.store.queries import claims as claim_queries
from registry.store.writes import on, table
from tests.actions.makers import document, said

NAMES = "Brakel Ostervik Tallinder"


def told(number: str, noun: str, subject: str, words: str) -> Prepared:
    """A document of one claim that has some words behind its figure."""
    sentence, assertion = said(number, noun, subject=subject)
    return document((f"{sentence[:-1]} after {words}.", assertion), publisher=f"{subject} Post")


def kept(store: Store, prepared: Prepared) -> str:
    """Keep a document; its id."""
    with store.writing() as session:
        return keep(session, prepared).document_id


@pytest.mark.parametrize(("words", "found"), [(NAMES, True), ("the others", False), ("Brakel", False)])
def test_a_document_is_found_by_several_rare_names_that_stand_in_both(store: Store, words: str, *, found: bool):
    first = kept(store, told("12", "boat", "Harbour", f"talks in {NAMES}"))
    (claim,) = told("70", "crew", "Committee", f"news of {words}").claims
    with store.writing() as session:
        assert (first in kindred.kindred(session, [claim], {})) is found


def test_a_landmark_that_the_newest_all_have_says_little(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kindred, "TELLING", 1.0)
    first = kept(store, told("12", "boat", "Harbour", f"talks in {NAMES}"))
    for at in range(3):
        kept(store, told(str(20 + at), f"{'abc'[at]}oat", f"Quay {at}", f"talks in {NAMES} and Welmar"))
    (claim,) = told("70", "crew", "Committee", f"news of {NAMES}").claims
    with store.writing() as session:
        assert first not in kindred.kindred(session, [claim], {})


def test_a_new_version_of_a_document_is_found_by_its_landmarks_too(store: Store):
    prepared = told("12", "boat", "Harbour", f"talks in {NAMES}")
    first = kept(store, prepared)
    again = told("14", "boat", "Harbour", f"talks in {NAMES}")
    claims = tuple(replace(claim, source=prepared.source) for claim in again.claims)
    assert kept(store, replace(again, uri=prepared.uri, source=prepared.source, claims=claims)) == first
    (claim,) = told("70", "crew", "Committee", f"news of {NAMES}").claims
    with store.writing() as session:
        assert kindred.kindred(session, [claim], {}) == [first]


def test_a_recheck_gives_a_document_the_landmarks_that_it_lacks(store: Store):
    prepared = told("12", "boat", "Harbour", f"talks in {NAMES}")
    with store.writing() as session:
        done = keep(session, prepared)
        keys = table("claim_key")
        on(session).execute(delete(keys).where(keys.c.fact_key == done.document_id))
        (claim,) = told("70", "crew", "Committee", f"news of {NAMES}").claims
        assert kindred.kindred(session, [claim], {}) == []
        recheck(session, done.version_id, prepared.claims)
        assert kindred.kindred(session, [claim], {}) == [done.document_id]


def test_the_claims_of_kindred_documents_are_weighed(store: Store, monkeypatch: pytest.MonkeyPatch):
    first = kept(store, told("12", "boat", "Harbour", f"talks in {NAMES}"))
    seen: list[str] = []

    class Noting(Scores):
        def __init__(self, claims: Sequence[Claim], *rest: Any) -> None:
            seen.extend(claim.source.id for claim in claims)
            super().__init__(claims, *rest)

    monkeypatch.setattr(opinions, "Scores", Noting)
    kept(store, told("70", "crew", "Committee", f"news of {NAMES}"))
    assert first in seen


def test_claims_without_documents_are_asked_for_nothing(store: Store):
    with store.reading() as session:
        assert claim_queries.documents_of(session, []) == {}
