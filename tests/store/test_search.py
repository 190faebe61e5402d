"""Full text finds what has the words, the best first, however common some of the words are."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from registry.store import Store
from registry.store.queries import search
from registry.store.queries.search import Entry, find, in_dispute, within
from registry.store.writes import is_sqlite, on

FEW = 8


@pytest.fixture
def filled(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A registry where `bridge` is common, and only the newest few matches are looked at."""
    monkeypatch.setattr(search, "COMMON", FEW)
    monkeypatch.setattr(search, "RANKED", FEW)
    old = [Entry("claim", "rare", "the lighthouse by the bridge"), Entry("fact", "asked", "which lighthouse")]
    entries = [Entry("claim", f"c{at:02}", f"the bridge of town {at}") for at in range(30)]
    entries += [Entry("conflict", within(f"f{at:02}", "c"), f"how long is the bridge of town {at}") for at in range(30)]
    with store.writing() as session:
        search.index(session, [*old, *entries])
        if not is_sqlite(session):
            on(session).execute(text("ANALYZE entry"))
    return store


def test_a_common_word_finds_the_newest(filled: Store):
    with filled.reading() as session:
        assert in_dispute(session, "bridge") == ([f"f{at}" for at in range(29, 29 - FEW, -1)], True)
        assert set(find(session, "claim", "bridge")) == {f"c{at}" for at in range(29, 29 - FEW, -1)}


def test_a_rare_word_among_common_ones_is_found_however_old_it_is(filled: Store):
    with filled.reading() as session:
        assert find(session, "claim", "bridge lighthouse") == ["rare"]
        assert find(session, "fact", "lighthouse") == ["asked"]
        assert find(session, "claim", "bridge lighthouse", every=False) == ["rare"]


def test_kinds_are_told_apart_and_a_query_without_words_finds_nothing(filled: Store):
    with filled.reading() as session:
        assert (
            find(session, "document", "bridge") == find(session, "claim", "") == find(session, "fact", "bridge") == []
        )
        assert in_dispute(session, "???") == ([], False)
        assert in_dispute(session, "town 11") == (["f11"], False)


def test_operators_and_quotes_are_words(filled: Store):
    with filled.reading() as session:
        assert find(session, "claim", 'lighthouse" AND "pebble') == []
        assert find(session, "claim", "NEAR(lighthouse bridge)") == []


def test_what_has_more_of_the_words_comes_first(store: Store):
    texts = {"both": "mill and quay", "one": "mill and tower and square and market", "other": "quay in the south"}
    with store.writing() as session:
        search.index(session, [Entry("claim", name, words) for name, words in texts.items()])
    with store.reading() as session:
        found = find(session, "claim", "mill quay", every=False)
    assert found[0] == "both"
    assert set(found) == set(texts)


def test_a_reading_session_asks_for_the_same_words_once_and_a_writing_one_each_time(filled: Store, monkeypatch):
    asked = []
    for name in ("_best_sqlite", "_best_postgresql"):
        real = getattr(search, name)

        def counting(*told, real=real, **options):
            asked.append(told[1:])
            return real(*told, **options)

        monkeypatch.setattr(search, name, counting)
    with filled.reading() as session:
        assert (
            find(session, "claim", "lighthouse", limit=1)
            == find(session, "claim", "lighthouse", every=False)
            == ["rare"]
        )
        assert search.best(session, "claim", "bridge").bounded
        assert not search.best(session, "claim", "lighthouse").bounded
        assert len(asked) == 2
        for at in range(search.REMEMBERED):
            find(session, "claim", f"pebble {at}")
        find(session, "claim", "lighthouse")
        assert len(asked) == 3 + search.REMEMBERED
        assert len(session.info["found"]) == search.REMEMBERED
    with filled.writing() as writing:
        assert find(writing, "claim", "lamp") == []
        search.index(writing, [Entry("claim", "new", "a lamp")])
        assert find(writing, "claim", "lamp") == ["new"]
