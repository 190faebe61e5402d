"""Taking in documents: once, concurrently, again with other bytes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from registry.actions import lookup
from registry.actions.copies import copies as copies_of
from registry.actions.identity import content_id, digest_of, uri_key
from registry.actions.ingest import Given, Prepared, addresses, keep, prepare, prepare_text, read_text, with_claims
from registry.actions.views import ClaimFilter, ConflictFilter
from registry.errors import InvalidValue, TooLarge, Unreadable
from registry.model.assertion import Behaviour
from registry.model.finding import Relation
from registry.store import Store
from registry.store.writes import on
from tests.actions.makers import add, document, said

LATER = date(2025, 1, 16)
EVERY = ConflictFilter(state=None)


def snapshot(store: Store) -> dict[str, list[str]]:
    """Every row of every table that follows from documents."""
    names = ("document", "document_alias", "blob", "document_version", "fact", "claim", "claim_key", "conflict", "link")
    with store.reading() as session:
        rows = {name: on(session).execute(text(f"SELECT * FROM {name}")).all() for name in names}
    return {name: sorted(repr(row) for row in found) for name, found in rows.items()}


def test_taking_in_a_document_keeps_its_claims_with_their_words(store: Store):
    done = add(store, said("12"), said("3", "tunnel"))
    assert (done.created, done.claims, done.conflicts) == (True, 2, 0)
    with store.reading() as session:
        page = lookup.text(session, done.version_id)
    assert [claim.span.exact for claim in page.claims] == ["12", "3"]
    assert all(claim.span.holds_in(page.text) for claim in page.claims)
    assert page.claims[0].standing.words == "one source, undisputed"


def test_taking_in_a_document_twice_changes_nothing(store: Store):
    first = add(store, said("12"))
    before = snapshot(store)
    again = add(store, said("12"))
    assert (again.created, again.version_id, again.claims) == (False, first.version_id, 1)
    assert snapshot(store) == before


def test_the_same_bytes_under_another_address_are_another_address_of_the_document(store: Store):
    first = add(store, said("12"), url="https://one.example/a")
    again = add(store, said("12"), url="https://two.example/b")
    assert (again.created, again.document_id) == (False, first.document_id)
    changed = add(store, said("13"), url="https://two.example/b")
    assert (changed.document_id, changed.replaced) == (first.document_id, first.version_id)


def test_other_bytes_at_the_same_address_retire_the_claims_of_the_older_version(store: Store):
    first = add(store, said("12"), url="https://one.example/a?utm_source=mail#top")
    second = add(store, said("13"), url="https://ONE.example/a")
    assert (second.document_id, second.replaced, second.conflicts) == (first.document_id, first.version_id, 0)
    with store.reading() as session:
        live = lookup.claims(session, ClaimFilter(document_id=first.document_id)).items
        every = lookup.claims(session, ClaimFilter(document_id=first.document_id, retired=True)).items
        versions = lookup.document(session, first.document_id).versions
    assert [claim.span.exact for claim in live] == ["13"]
    assert sorted(claim.span.exact for claim in every) == ["12", "13"]
    assert [version.newest for version in versions] == [True, False]
    old = next(claim for claim in every if claim.span.exact == "12")
    assert old.standing.held.value == "withdrawn"


def test_a_document_that_goes_back_to_older_words_shows_them_again(store: Store):
    first = add(store, said("12"), url="https://one.example/a")
    add(store, said("13"), url="https://one.example/a")
    back = add(store, said("12"), url="https://one.example/a")
    assert (back.created, back.version_id) == (False, first.version_id)
    with store.reading() as session:
        assert [claim.span.exact for claim in lookup.claims(session).items] == ["12"]
        assert lookup.document(session, first.document_id).document.version_id == first.version_id


def test_two_values_for_one_fact_are_one_conflict_with_two_sides(store: Store):
    add(store, said("12"), publisher="Harbour Post")
    done = add(store, said("14"), publisher="Valley Times")
    assert done.conflicts == 1
    with store.reading() as session:
        (row,) = lookup.conflicts(session).items
        whole = lookup.conflict(session, row.id)
    assert row.kind is Relation.CONTRADICTION
    assert sorted(side.label.split()[0] for side in row.sides) == ["12", "14"]
    assert all(claim.span.exact in side.label for side in whole.sides for claim in side.claims)


def test_a_new_witness_adds_no_conflict_and_a_new_value_continues_the_one_before(store: Store):
    add(store, said("12"), publisher="Harbour Post")
    add(store, said("14"), publisher="Valley Times")
    with store.reading() as session:
        (first,) = lookup.conflicts(session, EVERY).items
    assert add(store, said("14"), publisher="Hill Gazette").conflicts == 0
    with store.reading() as session:
        (same,) = lookup.conflicts(session, EVERY).items
    assert (same.id, same.found_at) == (first.id, first.found_at)
    assert sum(side.sources for side in same.sides) == 3
    assert add(store, said("15"), publisher="Coast Daily").conflicts == 1
    with store.reading() as session:
        (newest,) = lookup.conflicts(session, EVERY).items
        assert lookup.conflict(session, newest.id).follows == first.id
        assert lookup.conflict(session, first.id).followed_by == newest.id
    assert len(newest.sides) == 3


def test_a_conflict_whose_claims_are_gone_leaves_the_queue(store: Store):
    add(store, said("12"), url="https://one.example/a")
    add(store, said("14"), url="https://two.example/a")
    add(store, said("12"), url="https://two.example/a", publisher="Corrected")
    with store.reading() as session:
        assert lookup.conflicts(session, EVERY).items == ()
        (row,) = lookup.facts(session).items
    assert row.standing.words == "undisputed, 2 sources, 2 independent"


def test_a_change_over_time_is_told_as_one(store: Store):
    add(store, said("12"), publisher="Harbour Post")
    add(store, said("14", day=LATER), publisher="Valley Times")
    with store.reading() as session:
        (row,) = lookup.conflicts(session).items
        claims = {claim.span.exact: claim for claim in lookup.claims(session).items}
    assert row.kind is Relation.CHANGE_OVER_TIME
    assert claims["12"].standing.words.startswith("out of date: now 14")
    assert claims["14"].standing.held.value == "undisputed"


@pytest.mark.parametrize("noun", ["bridge", "tram stop"])
def test_many_ingests_of_one_fact_find_every_value(store: Store, noun: str):
    values = [str(number) for number in range(101, 109)]

    def one(value: str) -> None:
        add(store, said(value, noun, behaviour=Behaviour.FIXED), publisher=f"Paper {value}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(one, values))
    with store.reading() as session:
        (row,) = lookup.conflicts(session, EVERY).items
        counts = lookup.counts(session)
    assert sorted(side.label.split()[0] for side in row.sides) == values
    assert (counts.documents, counts.claims, counts.facts, counts.open) == (8, 8, 1, 1)


def test_a_failure_halfway_leaves_nothing(store: Store):
    before = snapshot(store)

    def broken() -> None:
        with store.writing() as session:
            keep(session, document(said("12")))
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        broken()
    assert snapshot(store) == before


@pytest.mark.parametrize(
    ("given", "told", "uri", "others"),
    [
        ("https://a.example/x#y", None, "https://a.example/x", ()),
        ("https://a.example/x?id=1", "https://a.example/x", "https://a.example/x", ("https://a.example/x?id=1",)),
        ("https://a.example/x", "https://bank.example/", "https://a.example/x", ()),
        (None, "https://a.example/x", "https://a.example/x", ()),
        (None, None, "urn:sha256:00", ()),
    ],
)
def test_a_page_may_name_its_address_only_on_its_own_host(given, told, uri, others):
    assert addresses(given, told, "00") == (uri, others)


def test_an_address_that_is_none_is_refused():
    with pytest.raises(InvalidValue, match="https"):
        addresses("example dot org", None, "00")


@pytest.mark.parametrize("data", [b"", b"   \n"])
def test_an_empty_document_is_refused(data: bytes):
    with pytest.raises(Unreadable):
        prepare(data, name="empty.txt")


def test_too_large_a_document_is_refused():
    with pytest.raises(TooLarge, match="limit"):
        prepare(b"x" * 101, max_bytes=100)
    with pytest.raises(TooLarge, match="limit"):
        prepare_text("x" * 101, max_bytes=100)


def test_half_characters_are_refused():
    with pytest.raises(Unreadable):
        prepare_text("A half \ud800 character.")


def test_what_is_given_outranks_what_the_text_says():
    ready = prepare_text("Rivertown has 12 bridges.", given=Given(title="Bridges", publisher="Harbour Post"))
    assert (ready.source.title, ready.source.publisher) == ("Bridges", "Harbour Post")
    assert all(claim.span.holds_in(ready.reading.text) for claim in ready.claims)


def test_a_text_that_is_pasted_has_the_title_and_date_that_a_file_of_it_would_have():
    text = "Bridge reopens after two years\n\n12 May 2024\n\nThe bridge at Norsund is 212 metres long."
    pasted, file = prepare_text(text), prepare(text.encode(), name="bridge.txt")
    assert pasted.source.title == "Bridge reopens after two years"
    assert (pasted.source.title, pasted.source.published) == (file.source.title, file.source.published)
    assert [claim.span for claim in pasted.claims] == [claim.span for claim in file.claims]


def test_a_conflict_asks_what_its_fact_asks(store: Store):
    add(store, said("12"), publisher="Harbour Post")
    add(store, said("14"), publisher="Valley Times")
    add(store, said("14"), publisher="Hill Gazette")
    with store.reading() as session:
        (row,) = lookup.conflicts(session).items
        assert row.question == lookup.fact(session, row.fact_id).row.question


def test_a_fact_that_forty_documents_state_is_one_conflict_that_counts_them_all(store: Store):
    for number in range(40):
        add(store, said("12" if number % 4 else "14"), publisher=f"Paper {number}")
    with store.reading() as session:
        (row,) = lookup.conflicts(session).items
        (fact,) = lookup.facts(session).items
    assert {side.label: side.sources for side in row.sides} == {"12": 30, "14": 10}
    assert "30 documents (31 May 2024) say 12; ten documents (31 May 2024) say 14" in row.detail
    assert {side.label: (side.sources, side.independent) for side in fact.values} == {"12": (30, 30), "14": (10, 10)}


WIRE = (
    "Officials said on Tuesday that work on the last of the crossings had ended. The town council of Rivertown had"
    " asked for a report in the spring, and engineers spent the summer going from pier to pier with lamps and rope."
)
OWN = (
    "Our reporter walked along the river from the mill to the old customs house. Nobody she met could say who had paid"
    " for the newest of them, though several remembered the day on which the ribbon was cut by a visiting minister."
)


def repeated(words: str, number: int) -> Prepared:
    """A document with a claim and some other words."""
    made = document(said("12"), publisher=f"Paper {number}")
    text = f"{made.reading.text} {words} Page {number}."
    data = f"{text}{number}".encode()
    digest = digest_of(data)
    uri = f"urn:sha256:{digest}"
    source = replace(made.source, id=content_id("document", uri_key(uri)))
    return replace(made, uri=uri, digest=digest, data=data, reading=replace(made.reading, text=text), source=source)


@pytest.mark.parametrize("copies", [3, 20])
def test_documents_that_repeat_one_text_are_one_witness_and_say_why(store: Store, copies: int):
    for number, words in enumerate([WIRE] * copies + [OWN]):
        with store.writing() as session:
            keep(session, repeated(words, number))
    with store.reading() as session:
        (fact,) = lookup.facts(session).items
        (side,) = lookup.fact(session, fact.id).sides
    assert (side.sources, side.independent) == (copies + 1, 2)
    assert any("repeats the other" in why for why in copies_of(side).values())


def test_documents_read_together_have_the_claims_that_each_has_alone():
    texts = [
        f"The mill of {town} ground {number} sacks." for town, number in (("Arden", 12), ("Brome", 30), ("Cul", 7))
    ]
    alone = [prepare_text(one) for one in texts]
    assert list(with_claims(map(read_text, texts))) == alone
    assert all(one.claims for one in alone)


def test_few_documents_are_read_ahead_of_their_claims():
    asked = []

    def given() -> Iterator[Prepared]:
        for number in range(100):
            asked.append(number)
            yield read_text(f"The mill ground {number + 2} sacks. " + "It stood by the river then. " * 200)

    next(with_claims(given()))
    assert len(asked) < 50
