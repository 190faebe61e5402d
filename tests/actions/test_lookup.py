"""Reading: lists with cursors, search, questions, citations."""

from __future__ import annotations

from datetime import date

import pytest

from registry.actions import lookup
from registry.actions.ask import ask, read
from registry.actions.cite import citation
from registry.actions.ingest import preview
from registry.actions.recheck import recheck
from registry.actions.review import decide
from registry.actions.views import ClaimFilter, ConflictFilter, Found, Outcome
from registry.errors import InvalidValue, NotFound
from registry.model.finding import Severity, State, Verdict
from registry.store import Store
from tests.actions.makers import add, document, said

LATER = date(2025, 1, 16)


@pytest.fixture
def towns(store: Store) -> Store:
    """A registry with five towns, and two papers that differ about each."""
    for number, town in enumerate(["Alder", "Birch", "Cedar", "Elm", "Fir"], 11):
        add(store, said(str(number), subject=town), publisher="Harbour Post")
        add(store, said(str(number + 30), subject=town), publisher=f"{town} Times")
    return store


@pytest.mark.parametrize("name", ["documents", "claims", "facts", "conflicts"])
def test_pages_show_every_row_once(towns: Store, name: str):
    question, seen, cursor = getattr(lookup, name), [], None
    with towns.reading() as session:
        whole = [row.id for row in question(session).items]
        while True:
            page = question(session, cursor=cursor, limit=2)
            seen += [row.id for row in page.items]
            cursor = page.next
            if cursor is None:
                break
    assert seen == whole
    assert len(set(seen)) == len(seen) >= 5


@pytest.mark.parametrize("cursor", ["", "x", "!!", "W10", "WyJhIiwiYiJd", "W251bGwsbnVsbF0"])
@pytest.mark.parametrize("name", ["documents", "claims", "facts", "conflicts"])
def test_a_cursor_that_is_not_ours_is_refused(store: Store, name: str, cursor: str):
    with store.reading() as session, pytest.raises(InvalidValue, match="cursor"):
        getattr(lookup, name)(session, cursor=cursor)


def test_the_queue_can_be_narrowed_and_counts_what_each_choice_leaves(towns: Store):
    with towns.reading() as session:
        found = lookup.facets(session)
        elm = lookup.conflicts(session, ConflictFilter(publisher="Elm Times")).items
        birch = lookup.conflicts(session, ConflictFilter(subject="Birch")).items
        none = lookup.conflicts(session, ConflictFilter(state=State.DECIDED)).items
        severity = elm[0].severity
        every = lookup.conflicts(session, ConflictFilter(severity=Severity(severity))).items
    numbers = {(facet.name, facet.value): facet.number for facet in found}
    assert numbers["publisher", "Harbour Post"] == 5
    assert numbers["publisher", "Elm Times"] == 1
    assert numbers["state", "open"] == 5
    assert numbers["subject", "Elm"] == 1
    assert [len(rows) for rows in (elm, birch, none, every)] == [1, 1, 0, 5]


def test_a_conflict_knows_its_neighbours_in_the_queue(towns: Store):
    with towns.reading() as session:
        rows = lookup.conflicts(session).items
        views = [lookup.conflict(session, row.id) for row in rows]
    assert [view.next for view in views] == [*(row.id for row in rows[1:]), None]
    assert [view.previous for view in views] == [None, *(row.id for row in rows[:-1])]


def test_a_conflict_is_found_by_its_question_and_by_every_sentence_of_it(towns: Store):
    def found(words: str) -> list[str]:
        with towns.reading() as session:
            return [row.question for row in lookup.conflicts(session, ConflictFilter(words=words)).items]

    assert found("elm") == found("elm 14") == found("how many bridges elm 44") == ["How many bridges does Elm have?"]
    assert len(found("bridges")) == 5
    sentence, assertion = said("14", subject="Elm")
    assert found("viaducts") == []
    add(towns, (f"{sentence[:-1]} and viaducts.", assertion), publisher="Elm Weekly")
    add(towns, (f"{sentence[:-1]} and tunnels.", assertion), publisher="Elm Daily")
    assert found("viaducts") == found("elm tunnels") == ["How many bridges does Elm have?"]


def test_claims_are_found_by_words_and_by_value(towns: Store):
    with towns.reading() as session:
        assert [one.span.exact for one in lookup.claims(session, ClaimFilter(value="43")).items] == ["43"]
        assert len(lookup.claims(session, ClaimFilter(subject="Elm", attribute="bridge")).items) == 2
        assert lookup.claims(session, ClaimFilter(fact_id="nothing")).items == ()
        with pytest.raises(InvalidValue):
            lookup.claims(session, ClaimFilter(value="many"))


def test_search_finds_claims_facts_and_documents(towns: Store):
    with towns.reading() as session:
        found = lookup.search(session, "Cedar bridges")
        assert {claim.source.publisher for claim in found.claims} == {"Harbour Post", "Cedar Times"}
        assert len(found.facts) == 1
        assert len(found.documents) == 2
        assert not found.bounded
        assert lookup.search(session, "lighthouse") == Found((), (), (), bounded=False)


@pytest.mark.parametrize("told_often", ["Birch", "Elm"])
def test_the_fact_that_most_documents_speak_of_stands_first(towns: Store, told_often: str):
    add(towns, said("12", subject=told_often), publisher="Valley Herald")
    with towns.reading() as session:
        first, *others = lookup.search(session, "bridges").facts
    assert told_often in first.question
    assert len(others) == 4


@pytest.mark.parametrize(
    "words", ['"', "AND", "kind : claim", "a* NEAR(b)", "'; DROP TABLE claim; --", "é & | !", "\x00", ""]
)
def test_a_query_is_only_words(towns: Store, words: str):
    with towns.reading() as session:
        lookup.search(session, words)


def test_too_long_a_query_is_refused(store: Store):
    with store.reading() as session, pytest.raises(InvalidValue, match="Shorten"):
        lookup.search(session, "x" * 100_000)
    with pytest.raises(InvalidValue, match="limit"):
        read("x" * 100_000)


@pytest.mark.parametrize("name", ["document", "version", "text", "original", "claim", "fact", "conflict"])
def test_an_unknown_id_is_not_found(store: Store, name: str):
    with store.reading() as session, pytest.raises(NotFound, match="There is no"):
        getattr(lookup, name)(session, "0" * 32)


def test_the_bytes_come_back_as_they_were(store: Store):
    done = add(store, said("12"))
    with store.reading() as session:
        row, data = lookup.original(session, done.version_id)
    assert data == document(said("12")).data
    assert row.size == len(data)


def test_weeks_are_counted(towns: Store):
    with towns.reading() as session:
        row = lookup.conflicts(session).items[0]
    with towns.writing() as session:
        decide(session, row.id, verdict=Verdict.SIDE, side=1, reviewer="Ada")
    with towns.reading() as session:
        assert lookup.weeks(session)[-1][1:] == (5, 1)
        assert len(lookup.weeks(session, 4)) == 4


def test_asking_tells_support_contradiction_and_what_is_out_of_date(store: Store):
    add(store, said("12", subject="Alder"))
    add(store, said("20", "tunnel", subject="Alder"))
    add(store, said("22", "tunnel", subject="Alder", day=LATER), publisher="Valley Times")

    def outcome(*saying) -> Outcome:
        with store.reading() as session:
            return ask(session, "", document(saying[0]).claims).answers[0].outcome

    assert outcome(said("12", subject="Alder")) is Outcome.SUPPORTED
    assert outcome(said("17", subject="Alder")) is Outcome.CONTRADICTED
    assert outcome(said("20", "tunnel", subject="Alder", day=LATER)) is Outcome.OUTDATED
    assert outcome(said("22", "tunnel", subject="Alder", day=LATER)) is Outcome.SUPPORTED
    assert outcome(said("5", "lighthouse", subject="Zorn")) is Outcome.NOT_FOUND


def test_a_question_finds_its_fact(store: Store):
    add(store, said("12", subject="Alder"))
    with store.reading() as session:
        told = ask(session, "How many bridges does Alder have?", ())
    assert told.answers[0].outcome is Outcome.SUPPORTED
    assert told.answers[0].value is not None
    assert told.answers[0].value.startswith("12")


def test_a_dry_run_tells_what_would_conflict_and_keeps_nothing(store: Store):
    add(store, said("12"))
    with store.reading() as session:
        told = preview(session, document(said("14"), said("3", "tunnel"), publisher="Valley Times"))
        assert lookup.counts(session).documents == 1
    assert [claim.outcome for claim in told.claims] == [Outcome.CONTRADICTED, Outcome.NOT_FOUND]
    assert told.known is None


def test_a_citation_carries_quote_hash_and_standing(store: Store):
    done = add(store, said("12"), url="https://paper.example/bridges", publisher="Harbour Post")
    with store.reading() as session:
        claim = lookup.claims(session).items[0]
        told = citation(session, claim.id, site="https://registry.example/")
    assert (told.span.exact, told.sentence) == ("12", "Rivertown has 12 bridges.")
    assert told.digest == claim.digest
    assert told.standing == "one source, undisputed"
    assert told.permalink == f"https://registry.example/claims/{claim.id}"
    assert told.archive is not None
    assert done.version_id in told.archive
    assert told.deep_link is not None
    assert told.deep_link.startswith("https://paper.example/bridges#:~:text=")


def test_rechecking_retires_what_is_no_longer_found_and_keeps_what_is_new(store: Store):
    done = add(store, said("12"), said("3", "tunnel"))
    ready = document(said("12"), said("3", "tunnel"))
    with store.writing() as session:
        same = recheck(session, done.version_id, ready.claims)
        fewer = recheck(session, done.version_id, ready.claims[:1])
        back = recheck(session, done.version_id, ready.claims)
    assert [one[1:3] for one in (same, fewer, back)] == [(0, 0), (0, 1), (1, 0)]
