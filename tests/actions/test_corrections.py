"""Corrected readings: what a person says outranks the engine, also when it reads the words again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text

from registry.actions import corrections, lookup
from registry.actions.corrections import Change, Corrected
from registry.actions.ingest import Prepared, keep
from registry.actions.recheck import recheck
from registry.actions.views import ClaimView
from registry.errors import AlreadyDecided, InvalidValue, NotFound, Refused
from registry.model.quantity import Quantity
from registry.store import Store
from registry.store.writes import on
from tests.actions.makers import add, document, said

PAPER, OTHER = "Harbour Post", "Valley Times"


def claims(store: Store) -> list[ClaimView]:
    """Every claim that stands."""
    with store.reading() as session:
        return list(lookup.claims(session).items)


def by(store: Store, publisher: str) -> ClaimView:
    """The claim that stands in a paper."""
    return next(one for one in claims(store) if one.source.publisher == publisher)


def figure(view: ClaimView) -> str:
    """The value of a claim."""
    assert isinstance(view.assertion.value, Quantity)
    return str(view.assertion.value.low)


def correct(store: Store, claim: str, reviewer: str = "Ada", **change: str) -> Corrected:
    """A correction with a reason."""
    with store.writing() as session:
        return corrections.correct(session, claim, Change(**change), reviewer=reviewer, reason="a digit was lost")


def open_conflicts(store: Store) -> list[str]:
    """The queue."""
    with store.reading() as session:
        return [row.id for row in lookup.conflicts(session).items]


@pytest.fixture
def wrong(store: Store) -> ClaimView:
    """A claim of the Valley Times that was read as 14, against 12 in the Harbour Post."""
    add(store, said("12"), publisher=PAPER)
    add(store, said("14"), publisher=OTHER)
    assert len(open_conflicts(store)) == 1
    return by(store, OTHER)


def test_a_corrected_reading_takes_the_place_of_the_wrong_one_with_its_words_and_who_said_so(store, wrong):
    told = correct(store, wrong.id, value="12")
    now = by(store, OTHER)
    assert (now.id, told.replaced, figure(now)) == (told.claim, wrong.id, "12")
    assert now.span == wrong.span
    assert now.trace[-1] == "corrected by Ada: a digit was lost"
    assert open_conflicts(store) == []
    with store.reading() as session:
        assert lookup.claim(session, wrong.id).retired_at is not None
        assert [one.reviewer for one in corrections.history(session, told.claim)] == ["Ada"]


def test_undoing_a_correction_brings_the_reading_and_its_conflict_back(store, wrong):
    told = correct(store, wrong.id, value="12")
    with store.writing() as session:
        back = corrections.undo(session, told.number, reviewer="Bob")
    assert back.claim == wrong.id == by(store, OTHER).id
    assert len(open_conflicts(store)) == 1


def test_undoing_a_second_correction_brings_the_first_one_back(store, wrong):
    first = correct(store, wrong.id, value="12")
    second = correct(store, first.claim, value="13")
    assert figure(by(store, OTHER)) == "13"
    with pytest.raises(AlreadyDecided), store.writing() as session:
        corrections.undo(session, first.number, reviewer="Bob")
    with store.writing() as session:
        corrections.undo(session, second.number, reviewer="Bob")
    assert figure(by(store, OTHER)) == "12"


def paper(number: str = "14") -> Prepared:
    """The article of the Valley Times as the engine reads it."""
    return document(said(number), url="https://valley.example/bridges", publisher=OTHER)


def test_a_correction_survives_the_same_words_in_a_new_version_and_a_version_that_comes_back(store: Store):
    with store.writing() as session:
        keep(session, paper())
    told = correct(store, by(store, OTHER).id, value="13")
    more = document(said("14"), said("3", "school"), url="https://valley.example/bridges", publisher=OTHER)
    with store.writing() as session:
        keep(session, more)
    assert sorted(map(figure, claims(store))) == ["13", "3"]
    with store.writing() as session:
        keep(session, paper())
    assert [(one.id, figure(one)) for one in claims(store)] == [(told.claim, "13")]


@pytest.mark.parametrize("found", [True, False])
def test_a_correction_survives_an_engine_that_reads_the_words_anew_or_not_at_all(store: Store, found):
    with store.writing() as session:
        kept = keep(session, paper())
    correct(store, by(store, OTHER).id, value="13", attribute="foot bridge")
    with store.writing() as session:
        recheck(session, kept.version_id, paper().claims if found else ())
    (now,) = claims(store)
    assert (figure(now), now.assertion.attribute.key) == ("13", "foot bridge")


def test_other_words_in_a_new_version_are_read_as_they_are(store: Store):
    with store.writing() as session:
        keep(session, paper())
    correct(store, by(store, OTHER).id, value="13")
    with store.writing() as session:
        keep(session, paper("15"))
    assert [figure(one) for one in claims(store)] == ["15"]


def test_subject_day_and_status_can_be_corrected(store, wrong):
    told = correct(store, wrong.id, subject="Northtown", as_of="2023-05-01", status="planned")
    with store.reading() as session:
        now = lookup.claim(session, told.claim)
    assert now.assertion.subject.label == "Northtown"
    assert now.assertion.scope.as_of.low == date(2023, 5, 1)
    assert now.assertion.status == "planned"
    assert now.fact_id != wrong.fact_id
    assert open_conflicts(store) == []


def strike(store: Store, claim: str) -> Corrected:
    """Words that are no claim."""
    with store.writing() as session:
        return corrections.strike(session, claim, reviewer="Ada", reason="a caption")


def test_words_that_are_no_claim_leave_and_stay_away_from_every_later_reading(store: Store):
    with store.writing() as session:
        kept = keep(session, paper())
    add(store, said("12"), publisher=PAPER)
    assert len(open_conflicts(store)) == 1
    struck = strike(store, by(store, OTHER).id)
    assert [one.source.publisher for one in claims(store)] == [PAPER]
    assert open_conflicts(store) == []
    with store.writing() as session:
        recheck(session, kept.version_id, paper().claims)
    more = document(said("14"), said("3", "school"), url="https://valley.example/bridges", publisher=OTHER)
    with store.writing() as session:
        keep(session, more)
    assert sorted(map(figure, claims(store))) == ["12", "3"]
    with store.reading() as session:
        assert [(one.struck, one.reason) for one in corrections.history(session, struck.claim)] == [(True, "a caption")]


def test_words_that_are_a_claim_after_all_come_back_as_they_were_last_read(store, wrong):
    struck = strike(store, wrong.id)
    with store.writing() as session:
        back = corrections.undo(session, struck.number, reviewer="Bob")
    assert back.claim == wrong.id == by(store, OTHER).id
    assert len(open_conflicts(store)) == 1
    told = correct(store, wrong.id, value="13")
    struck = strike(store, told.claim)
    assert [one.source.publisher for one in claims(store)] == [PAPER]
    with store.writing() as session:
        corrections.undo(session, struck.number, reviewer="Bob")
    assert figure(by(store, OTHER)) == "13"
    with pytest.raises(AlreadyDecided), store.writing() as session:
        corrections.undo(session, struck.number, reviewer="Bob")


def test_a_speaker_can_be_named_and_cleared(store, wrong):
    told = correct(store, wrong.id, speaker="The Mayor")
    assert by(store, OTHER).assertion.asserted_by.label == "The Mayor"
    correct(store, told.claim, speaker="")
    assert by(store, OTHER).assertion.asserted_by is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"value": "14"}, "already"),
        ({"value": "many words and no figure"}, "not one value"),
        ({"as_of": "15 bridges"}, "no date"),
        ({"status": "certain"}, "no status"),
        ({"subject": "x" * 300}, "longer than"),
    ],
)
def test_a_correction_that_means_nothing_is_refused(store, wrong, change, words):
    with pytest.raises(InvalidValue, match=words):
        correct(store, wrong.id, **change)


def test_unknown_and_retired_claims_are_not_corrected(store, wrong):
    with pytest.raises(NotFound):
        correct(store, "nothing", value="3")
    correct(store, wrong.id, value="12")
    with pytest.raises(Refused, match="retired"):
        correct(store, wrong.id, value="11")


def test_a_bare_number_keeps_the_unit_of_the_reading(store: Store):
    sentence, assertion = said("14")
    length = replace(assertion, value=Quantity(Decimal("14"), Decimal("14"), "m"))
    add(store, (sentence, length), publisher=OTHER)
    told = correct(store, by(store, OTHER).id, value="16.5")
    with store.reading() as session:
        assert lookup.claim(session, told.claim).assertion.value.unit == "m"


def test_a_claim_that_comes_back_is_found_by_its_keys_though_its_fact_had_lost_them(store: Store):
    add(store, said("12"), publisher=PAPER)
    claim, asked = by(store, PAPER), text("SELECT key, fact_key FROM claim_key ORDER BY key")
    with store.writing() as session:
        filed = on(session).execute(asked).all()
        told = corrections.strike(session, claim.id, reviewer="Ada", reason="a caption")
        on(session).execute(text("DELETE FROM claim_key"))  # as where a newer engine files all others elsewhere
    with store.writing() as session:
        corrections.undo(session, told.number, reviewer="Ada")
        assert on(session).execute(asked).all() == filed
