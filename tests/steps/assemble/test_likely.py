"""Which figures have the day of their document, as trees weigh it: what they may say, and how they are grown."""

from __future__ import annotations

import json
from random import Random

import lightgbm
import numpy as np
import pytest

from registry.steps.assemble import fit_days
from registry.steps.assemble.dating import likely
from registry.steps.assemble.dating.likely import SIGNS, TRAITS
from registry.steps.assemble.fit_days import ABOUT, GROWTH, Row, grown, rows
from registry.steps.trees import planted, summed, written
from tests.steps.reading import day_of


def made(count):
    """Traits of made-up figures, the same on every run."""
    chance = Random(7)
    return [tuple(chance.choice((0.0, 1.0, chance.uniform(0, 60))) for _ in TRAITS) for _ in range(count)]


def test_no_sign_of_the_present_speaks_against_it():
    moved = set()
    for traits in made(60):
        for at, name in enumerate(SIGNS):
            odds = [summed(likely.default(), (*traits[:at], value, *traits[at + 1 :])) for value in (0.0, 1.0)]
            assert odds[0] <= odds[1], name
            moved |= {name} if odds[0] < odds[1] else set()
    assert {"dated", "held"} <= moved


@pytest.mark.parametrize("says", [True, False])
def test_a_day_that_the_text_gives_stands_whatever_trees_say(monkeypatch, says):
    monkeypatch.setattr(likely, "holds", lambda _traits: says)
    assert day_of("By 30 June 2029, 480 homes had been completed.", "480") == ("2029-06-30", "stated")


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Two thirds of the members voted, 71 votes to 29.", "71"),
        ("Revenue came to $19 million.", "$19 million"),
        ("It was the worst storm since 1986, when 56 people died.", "56"),
        ("If it rains, 40 tents will be put up.", "40"),
    ],
)
def test_what_is_settled_or_only_thought_of_has_no_day_whatever_trees_say(monkeypatch, text, exact):
    monkeypatch.setattr(likely, "holds", lambda _traits: True)
    assert day_of(text, exact) == (None, None)


@pytest.mark.parametrize("says", [True, False])
def test_what_a_sheet_or_the_present_tells_has_the_documents_day_whatever_trees_say(monkeypatch, says):
    monkeypatch.setattr(likely, "holds", lambda _traits: says)
    assert day_of("The camp holds 720 inmates.", "720") == ("2030-02-01", "document")


@pytest.mark.parametrize(
    ("text", "exact"),
    [("The hall was to cost 18 million euros.", "18 million euros"), ("A dock will open in May.", "May")],
)
def test_of_plans_trees_say_which_are_of_a_day(monkeypatch, text, exact):
    monkeypatch.setattr(likely, "holds", lambda _traits: True)
    assert day_of(text, exact) == ("2030-02-01", "document")
    monkeypatch.setattr(likely, "holds", lambda _traits: False)
    assert day_of(text, exact) == (None, None)


def test_a_sentence_or_two_are_read_as_if_from_within_a_document(monkeypatch):
    asked: list[tuple[float, ...]] = []
    monkeypatch.setattr(likely, "holds", asked.append)
    day_of("The council paid each of the families 9,000 euros.", "9,000 euros")
    day_of("It rained. " * 12 + "The council paid each of the families 9,000 euros.", "9,000 euros")
    places = [tuple(traits[TRAITS.index(one)] for one in ("sentence", "share")) for traits in asked[:1] + asked[-1:]]
    assert places == [likely.MIDST, (12, 12 / 13)]


def test_a_figure_without_a_day_of_its_own_has_the_documents_where_trees_say_so(monkeypatch):
    text = "The council paid each of the families 9,000 euros."
    monkeypatch.setattr(likely, "holds", lambda _traits: True)
    assert day_of(text, "9,000 euros") == ("2030-02-01", "document")
    monkeypatch.setattr(likely, "holds", lambda _traits: False)
    assert day_of(text, "9,000 euros") == (None, None)


def test_annotated_figures_become_rows(tmp_path):
    text = "The fair drew 61 goats. The herd came from 14 farms.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "meta.json").write_text(json.dumps({"a.txt": {"title": "Goats", "published": "2030-02-01"}}))
    notes = [
        {"doc": "a.txt", "kind": "count", "text": one, "start": at, "end": at + len(one), "as_of": day}
        for one, day in (("61", "2030-02-01"), ("14", None))
        for at in [text.index(one)]
    ]
    (tmp_path / "gold.json").write_text(json.dumps({"claims": notes}))
    assert [row.dated for row in rows(tmp_path)] == [True, False]
    assert likely.holds.__name__ == "holds"  # and asks for days as before


def test_trees_are_grown_as_lightgbm_would_say(monkeypatch):
    monkeypatch.setattr(fit_days, "TREES", 20)
    monkeypatch.setitem(GROWTH, "min_data_in_leaf", 2)
    data = [Row(traits, traits[2] > 0) for traits in made(80)]
    told = json.loads(written(ABOUT, TRAITS, grown(data)))
    assert tuple(told["traits"]) == TRAITS
    signs = {"monotone_constraints": [int(name in SIGNS) for name in TRAITS]}
    table = lightgbm.Dataset(np.array([row.traits for row in data]), np.array([float(row.dated) for row in data]))
    model = lightgbm.train(GROWTH | signs, table, 20)
    for traits in made(20):
        wanted = model.predict(np.array([traits]), raw_score=True)[0]
        assert summed(planted(told["trees"]), traits) == pytest.approx(wanted, abs=1e-3)


def test_a_file_of_other_traits_is_refused(monkeypatch):
    monkeypatch.setattr(likely, "TRAITS", (*TRAITS, "more"))
    likely.default.cache_clear()
    with pytest.raises(ValueError, match="fit_days"):
        likely.default()
    likely.default.cache_clear()


def test_the_trees_are_written_where_they_are_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(fit_days, "TREES", 1)
    monkeypatch.setattr(fit_days, "rows", lambda _folder: [Row(traits, traits[2] > 0) for traits in made(80)])
    (tmp_path / "goats").mkdir()
    (tmp_path / "goats" / "gold.json").write_text("{}")
    monkeypatch.setattr("sys.argv", ["fit_days", str(tmp_path), "--write", str(tmp_path / "days.json")])
    fit_days.main()
    assert len(json.loads((tmp_path / "days.json").read_text(encoding="utf-8"))["trees"]) == 1
