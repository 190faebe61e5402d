"""Annotated documents that the weights are fitted to."""

from __future__ import annotations

import json
import pickle

from registry.steps.match.examples import examples

FIRST = "The Marlow Wheel has 14 cabins. It cost €3 million."
SECOND = "The Marlow Wheel has 16 cabins. It is 60 metres high."


def row():
    fact = {"relation": "conflict", "a_span": [0, 31], "b_span": [0, 31]}
    return {"id": "wheel", "doc_a": FIRST, "doc_b": SECOND, "facts": [fact]}


def test_the_only_figures_of_a_sort_in_two_aligned_sentences_are_one_fact(tmp_path):
    source = tmp_path / "pairs.jsonl"
    source.write_text(json.dumps(row()) + "\n", encoding="utf-8")
    ((name, claims, facts),) = examples([source])
    told = dict(zip((claim.span.exact for claim in claims), facts, strict=True))
    assert name == "pairs wheel"
    assert told["14"] == told["16"] == "0 count"
    assert told["€3 million"] == ""


def test_what_was_read_once_is_read_from_the_cache(tmp_path):
    source, cache = tmp_path / "pairs.jsonl", tmp_path / "claims"
    source.write_text(json.dumps(row()) + "\n", encoding="utf-8")
    list(examples([source], cache))
    known = pickle.loads(cache.read_bytes())
    cache.write_bytes(pickle.dumps({key: [] for key in known}))
    assert list(examples([source], cache)) == [("pairs wheel", [], [])]


def test_what_an_annotator_passed_over_is_of_no_fact_and_what_may_be_a_claim_is_left_out(tmp_path):
    folder = tmp_path / "wheel"
    folder.mkdir()
    (folder / "one.txt").write_text(FIRST + " " + "It has 3 doors.", encoding="utf-8")
    (folder / "meta.json").write_text(json.dumps({"one.txt": {}}), encoding="utf-8")
    at = FIRST.index("14")
    note = {"doc": "one.txt", "start": at, "end": at + 2, "text": "14", "fact": "cabins"}
    cost = {"doc": "one.txt", "start": FIRST.index("€"), "end": len(FIRST) - 1, "text": "€3 million"}
    (folder / "gold.json").write_text(json.dumps({"claims": [note], "optional": [cost]}), encoding="utf-8")
    ((_, claims, facts),) = examples([tmp_path])
    told = dict(zip((claim.span.exact for claim in claims), facts, strict=True))
    assert told == {"14": "cabins", "€3 million": None, "3": ""}
