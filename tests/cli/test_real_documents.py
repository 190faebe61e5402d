"""Five real documents about one court: the change in its members is flagged, and nothing that wastes time."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from registry.cli import main

ICC = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "icc"
READ = ("124", "125", "382", "33", "27", "five", "more than 120", "more than 16", "six", "two", "one-third")


@pytest.fixture
def icc() -> str:
    """The folder of the documents; they are not part of the project."""
    if not ICC.is_dir() and os.environ.get("CI") != "true":
        pytest.skip("the evaluation corpus is not here")
    return str(ICC)


@pytest.mark.corpus
def test_the_members_are_flagged_and_little_else(icc, capsys):
    assert main(["check", icc, "--format", "jsonl"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    figures = [row for row in found if row["left"]["kind"] != "role"]
    assert [{row[side]["span"]["exact"] for side in ("left", "right")} for row in figures] == [{"124", "125"}]
    assert figures[0]["kind"] == "change_over_time"
    assert all(row["left"]["kind"] == row["right"]["kind"] == "role" for row in found if row not in figures)
    assert len(found) <= 2


@pytest.mark.corpus
def test_every_figure_that_matters_is_read(icc, capsys):
    assert main(["extract", icc, "--format", "jsonl"]) == 0
    read = [json.loads(line)["span"]["exact"] for line in capsys.readouterr().out.splitlines()]
    assert [words for words in READ if words not in read] == []
    assert read.count("125") == 3
