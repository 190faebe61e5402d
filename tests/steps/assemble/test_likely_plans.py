"""Which figures are of what is to be, as trees weigh it: what they may say, and how they are grown."""

from __future__ import annotations

import json
from random import Random

import pytest

from registry.model.assertion import Status
from registry.steps.assemble import fit_status
from registry.steps.assemble.fit_status import GROWTH, Row, rows
from registry.steps.assemble.status import likely
from registry.steps.assemble.status.likely import FEW, TRAITS
from registry.steps.trees import planted, summed
from tests.steps.reading import claims as read

REPORT = (
    "The mill burnt down on Monday. It had 40 looms, 12 sheds and 310 workers. The fire took three hours. "
    "Nine engines came. The owners will not rebuild it: 18 of the looms were older than the roof."
)


def made(count):
    """Traits of made-up figures, the same on every run."""
    chance = Random(7)
    return [tuple(chance.choice((0.0, 1.0, chance.uniform(0, 60))) for _ in TRAITS) for _ in range(count)]


def states(text, published="2030-02-01"):
    return {claim.span.exact: claim.assertion.status for claim in read(text, published)}


def test_the_word_of_the_rules_never_speaks_against_a_plan():
    moved = False
    for traits in made(60):
        odds = [summed(likely.default(), (value, *traits[1:])) for value in (0.0, 1.0)]
        assert odds[0] <= odds[1]
        moved |= odds[0] < odds[1]
    assert moved


@pytest.mark.parametrize("odds", [9.0, -9.0])
def test_trees_say_whether_a_figure_among_others_is_planned(monkeypatch, odds):
    monkeypatch.setattr(likely, "summed", lambda _trees, _traits: odds)
    wanted = Status.PLANNED if odds > 0 else Status.ACTUAL
    assert {state for exact, state in states(REPORT).items() if exact != "Monday"} == {wanted}


def test_a_few_figures_are_what_the_rules_call_them(monkeypatch):
    monkeypatch.setattr(likely, "summed", lambda _trees, _traits: 9.0)
    assert states("The mill had 40 looms and 310 workers.") == {"40": Status.ACTUAL, "310": Status.ACTUAL}


def test_nobody_knows_what_is_ahead_of_a_document_without_a_day(monkeypatch):
    monkeypatch.setattr(likely, "summed", lambda _trees, _traits: 9.0)
    assert states(REPORT, None)["40"] is Status.ACTUAL


@pytest.mark.parametrize(
    ("sentence", "exact", "state"),
    [
        ("It did not employ 70 dyers.", "70", Status.NEGATED),
        ("If it were rebuilt, it would have cost 26 million euros.", "26 million euros", Status.HYPOTHETICAL),
    ],
)
def test_what_is_denied_or_supposed_stays_so_whatever_trees_say(monkeypatch, sentence, exact, state):
    monkeypatch.setattr(likely, "summed", lambda _trees, _traits: 9.0)
    assert states(f"{REPORT} {sentence}")[exact] is state


def test_the_figures_beside_one_are_among_its_traits():
    claims = [claim for claim in read(REPORT) if claim.assertion.kind.value not in ("role", "event")]
    told = [*likely.around(claims)]
    assert len(told) == len(claims) >= FEW
    assert {len(one) for one in told} == {len(likely.OTHERS)}
    first = likely.around(claims[:1])
    assert next(first) == (0.5, 0.5, 0.5, 0.5, -1.0, -1.0, -1.0, -1.0, -1.0)


def test_annotated_figures_become_rows(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "meta.json").write_text(json.dumps({"a.txt": {"title": "Mill", "published": "2030-02-01"}}))
    notes = [
        {"doc": "a.txt", "kind": "count", "text": one, "start": at, "end": at + len(one), "status": state}
        for one, state in (("40", "actual"), ("310", "planned"))
        for at in [REPORT.index(one)]
    ]
    (tmp_path / "gold.json").write_text(json.dumps({"claims": notes}))
    assert [row.planned for row in rows(tmp_path)] == [False, True]


def test_trees_are_grown_and_written(tmp_path, monkeypatch):
    monkeypatch.setattr(fit_status, "TREES", 5)
    monkeypatch.setitem(GROWTH, "min_data_in_leaf", 2)
    monkeypatch.setattr(fit_status, "rows", lambda _folder: [Row(traits, traits[2] > 0) for traits in made(80)])
    (tmp_path / "mill").mkdir()
    (tmp_path / "mill" / "gold.json").write_text("{}")
    monkeypatch.setattr("sys.argv", ["fit_status", str(tmp_path), "--write", str(tmp_path / "status.json")])
    fit_status.main()
    told = json.loads((tmp_path / "status.json").read_text(encoding="utf-8"))
    assert (tuple(told["traits"]), len(planted(told["trees"]))) == (TRAITS, 5)


def test_a_file_of_other_traits_is_refused(monkeypatch):
    monkeypatch.setattr(likely, "TRAITS", (*TRAITS, "more"))
    likely.default.cache_clear()
    with pytest.raises(ValueError, match="fit_status"):
        likely.default()
    likely.default.cache_clear()
