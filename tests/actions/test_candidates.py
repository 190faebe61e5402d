"""Of what shares keys with a claim, namesakes are left out before anything is weighed; true partners are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from registry.actions import lookup
from registry.actions.filing import candidates
from registry.actions.filing.candidates import namesakes
from registry.actions.rows import to_claim
from registry.model.assertion import Claim
from registry.steps import match
from registry.store import ReadSession, Store
from registry.store.queries import claims
from registry.store.queries.claims import ClaimRow, claims_by_id
from registry.store.queries.tellings import Telling, tellings
from tests.actions.makers import add, document, said

OTHERS = ("Jonas Berg", "Karin Berg", "Olaf Berg", "Petra Berg", "Sven Berg", "Tove Berg", "Ulla Berg", "Vera Berg")


def filled(store: Store, *subjects: str) -> dict[str, ClaimRow]:
    """A registry where each of some subjects has bridges; its claims by their subjects."""
    for at, subject in enumerate(subjects):
        add(store, said(str(at + 12), subject=subject), publisher=f"Paper {at}")
    with store.reading() as session:
        ids = [view.id for view in lookup.claims(session, limit=100).items]
        return {row.record["subject"]["label"]: row for row in claims_by_id(session, ids).values()}


def told(store: Store, row: ClaimRow) -> Telling:
    """What tells the claim of a row apart."""
    with store.reading() as session:
        return tellings(session, [row.id])[row.id]


def anna() -> Claim:
    """A claim about Anna Berg."""
    (claim,) = document(said("40", subject="Anna Berg"), publisher="Harbour Post").claims
    return claim


def test_what_is_left_out_is_what_the_matcher_would_refuse(store: Store):
    rows = filled(store, *OTHERS, "Anna Berg", "Berg", "Rivertown")
    assert {name for name, row in rows.items() if namesakes(anna(), told(store, row))} == set(OTHERS)
    assert [match.score(anna(), to_claim(rows[name])).same for name in OTHERS] == [False] * len(OTHERS)


def test_a_copy_of_the_sentence_is_weighed_whatever_its_subject_was_taken_for(store: Store):
    row = filled(store, "Jonas Berg")["Jonas Berg"]
    copied = replace(anna(), sentence=to_claim(row).sentence)
    assert namesakes(anna(), told(store, row))
    assert not namesakes(copied, told(store, row))


def test_namesakes_are_told_apart_before_their_claims_are_read(store: Store, monkeypatch: pytest.MonkeyPatch):
    read: list[str] = []

    def counted(session: ReadSession, ids: Iterable[str]) -> dict[str, ClaimRow]:
        found = claims_by_id(session, ids)
        read.extend(row.record["subject"]["label"] for row in found.values())
        return found

    filled(store, "Anna Berg", *OTHERS)
    monkeypatch.setattr(claims, "claims_by_id", counted)
    with store.reading() as session:
        candidates.nearest(session, {0: match.keys(anna())}, about={0: anna()})
    assert read == ["Anna Berg"]


@pytest.mark.parametrize("full", [2, 24])
def test_the_partner_is_found_among_namesakes(store: Store, full: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(candidates, "PER_KEY", full)
    filled(store, "Anna Berg", *OTHERS)
    with store.reading() as session:
        found = candidates.nearest(session, {0: match.keys(anna())}, about={0: anna()})[0]
    assert [row.record["subject"]["label"] for row in found] == ["Anna Berg"]


def test_beyond_the_partner_only_a_few_of_those_that_share_popular_keys_are_looked_at(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    looked: list[str] = []

    def counted(session: ReadSession, ids: Iterable[str]) -> dict[str, Telling]:
        looked.extend(some := sorted(ids))
        return tellings(session, some)

    monkeypatch.setattr(candidates, "PER_KEY", 8)
    monkeypatch.setattr(candidates, "PATIENCE", 3)
    filled(store, *OTHERS, "Anna Berg")
    monkeypatch.setattr(candidates, "tellings", counted)
    with store.reading() as session:
        found = candidates.nearest(session, {0: match.keys(anna())}, about={0: anna()})[0]
    assert [row.record["subject"]["label"] for row in found] == ["Anna Berg"]
    assert len(looked) == len(set(looked)) == 4


def test_whom_a_publisher_speaks_of_as_itself_is_no_namesake(store: Store):
    add(store, said("12", subject="Jonas Berg"), publisher="Jonas Berg")
    add(store, said("13", subject="Jonas Berg"), said("15", "school", subject="Karin Berg"), publisher="Paper")
    with store.reading() as session:
        found = candidates.nearest(session, {0: match.keys(anna())}, about={0: anna()})[0]
    assert [(row.record["subject"]["label"], row.publisher) for row in found] == [("Jonas Berg", "Jonas Berg")]
