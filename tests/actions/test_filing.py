"""Which facts of a registry are one, whatever the order in which the documents came."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from time import process_time

import pytest
from sqlalchemy import select

from registry.actions import lookup
from registry.actions.filing.clusters import clusters
from registry.actions.ingest import Given, keep, prepare_text
from registry.actions.views import ConflictFilter
from registry.model.quantity import Quantity
from registry.store import Store, open_store
from registry.store.migrations import migrate
from registry.store.writes import on, table
from tests.actions.makers import add, said

TITLE = "Marrow Bay ferry accident"
TEXTS = (
    "The accident at Marrow Bay killed 14 people and injured 61. Of the 262 people on board, 187 were rescued.",
    "Sixteen people lost their lives in the accident at Marrow Bay; 61 were injured. The ferry had 262 people aboard.",
    "The ferry sank in Marrow Bay on 12 April 2024. It carried 226 people, 22 of them crew.",
)


def filled(store: Store, texts):
    for text in texts:
        given = Given(
            f"https://paper.example/{TEXTS.index(text)}", TITLE, f"Paper {TEXTS.index(text)}", date(2024, 4, 13)
        )
        with store.writing() as session:
            keep(session, prepare_text(text, given=given))
    with store.reading() as session:
        found = lookup.conflicts(session, ConflictFilter(state=None))
    return sorted((row.kind.value, tuple(sorted(side.label for side in row.sides))) for row in found.items)


def test_the_order_in_which_documents_come_makes_no_difference(tmp_path):
    found = []
    for name, texts in (("one", TEXTS), ("other", TEXTS[::-1]), ("third", (TEXTS[1], TEXTS[2], TEXTS[0]))):
        database = f"sqlite:///{tmp_path}/{name}.sqlite"
        migrate(database)
        found.append(filled(open_store(database), texts))
    assert found[0] == found[1] == found[2]
    assert found[0]


def test_a_new_fact_is_written_once_with_its_cluster_and_its_summary(store: Store):
    filled(store, TEXTS[::-1])
    fact, claim = table("fact"), table("claim")
    with store.reading() as session:
        facts = list(on(session).execute(select(fact)))
        keys = list(on(session).execute(select(claim.c.fact_key)).scalars())
        left = set(on(session).execute(select(table("fact_before").c.fact_key)).scalars())
    assert {one.fact_key: one.n for one in facts} == Counter(keys)
    assert {one.fact_key for one in facts if one.cluster != one.fact_key} - left  # which nobody ever saw elsewhere


def test_what_one_document_counts_apart_is_no_conflict(store: Store):
    text = "Of 821 patients, 412 patients were given the drug and 409 patients were given nothing."
    with store.writing() as session:
        keep(session, prepare_text(text, given=Given(None, "A trial in Tarn", "Journal", date(2024, 4, 13))))
    with store.reading() as session:
        assert not lookup.conflicts(session, ConflictFilter()).items


@pytest.mark.parametrize(
    ("against", "joined"),
    [(("a", "c", 0.1, False), False), (("a", "c", 0.3, None), True), (("a", "c", 0.9, True), True)],
    ids=["kept apart", "unsure", "the same"],
)
def test_what_speaks_against_two_facts_keeps_a_third_from_joining_both(against, joined):
    links = [("a", "b", 0.9, True), ("b", "c", 0.8, True), against]
    assert (clusters("abc", links, [], [])["c"] == "a") is joined


def test_a_person_outranks_the_machine():
    links = [("a", "b", 0.9, True), ("b", "c", 0.8, True), ("a", "c", 0.1, False)]
    assert set(clusters("abc", links, [("a", "c")], []).values()) == {"a"}
    assert clusters("abc", links, [], [("a", "b")])["b"] == "b"


def test_a_bound_that_was_edited_in_a_copy_comes_into_the_queue(store: Store):
    for least, paper in (("120", "Harbour Post"), ("130", "Valley Times")):
        _, told = said(least)
        bound = replace(told, value=Quantity(Decimal(least), None, "count"))
        add(store, (f"The old town of Rivertown has at least {least} bridges over its river.", bound), publisher=paper)
    with store.reading() as session:
        assert [row.rule for row in lookup.conflicts(session).items] == ["edited_bound"]


def test_a_thousand_facts_that_are_one_are_folded_at_once():
    keys = [f"k{number:04}" for number in range(1000)]
    links = [(keys[one], keys[two], 0.9, True) for two in range(1000) for one in range(max(0, two - 16), two)]
    started = process_time()
    assert set(clusters(keys, links, [], []).values()) == {keys[0]}
    assert process_time() - started < 3  # 0.03; it took ten seconds when every link inside a group was held against it
