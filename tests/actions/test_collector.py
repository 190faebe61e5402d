"""The collector of cycles rests while one document is kept, and never longer."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from registry.actions.ingest import keep
from registry.actions.ingest.collector import MOST, uncollected
from registry.store import Store
from tests.actions.makers import document, said


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_the_collector_rests_while_a_document_is_kept(store: Store, monkeypatch: pytest.MonkeyPatch):
    seen: list[str] = []
    monkeypatch.setattr(gc, "disable", lambda: seen.append("rests"))
    monkeypatch.setattr(gc, "enable", lambda: seen.append("collects"))
    with store.writing() as session:
        keep(session, document(said("12", "bridge", subject="Arden")))
    assert seen == ["rests", "collects"]


def test_it_collects_again_after_a_failure():
    with pytest.raises(ValueError, match="broken"), uncollected(1):
        raise ValueError("broken")
    assert gc.isenabled()
    with uncollected(1):
        assert not gc.isenabled()


def test_a_second_document_neither_holds_it_nor_lets_it_go():
    with uncollected(1):
        with uncollected(1):
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_for_a_long_document_it_goes_on():
    with uncollected(MOST + 1):
        assert gc.isenabled()


def test_whoever_turned_it_off_finds_it_off():
    gc.disable()
    with uncollected(1):
        pass
    assert not gc.isenabled()
