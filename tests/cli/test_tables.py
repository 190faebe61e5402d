"""What people see of the stateless commands on a terminal: what is asked, and values as people write them."""

from __future__ import annotations

import json

import pytest

from registry.cli import main
from registry.cli.output import value

OLD = "Brightmart was founded in 1994. Brightmart employs 12,400 people."
NEW = "Brightmart was founded in 1996. Brightmart employs 13,100 people."


@pytest.fixture
def folder(tmp_path):
    """Two documents that disagree."""
    for name, text in (("one.txt", OLD), ("two.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path)


def test_a_table_of_conflicts_says_what_each_is_about(folder, capsys):
    assert main(["check", folder, "--format", "table"]) == 1
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["kind", "severity", "question", "left", "right", "detail"]
    (staff,) = (row for row in rows if "12,400" in row)
    assert "people" in staff
    assert "Brightmart" in staff


def test_a_finding_gives_its_question_to_programs(folder, capsys):
    main(["check", folder, "--format", "jsonl"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(line["question"].endswith("?") for line in found)


def test_where_a_folder_lies_makes_no_difference(tmp_path, capsys):
    told = "The hall seats 900 people. Repairs cost 3.1 million euros, and the roof cost 1.2 million euros."
    found = []
    for place in ("a", "z/later"):
        (tmp_path / place).mkdir(parents=True)
        for name, text in (("one.txt", told), ("two.txt", told.replace("900", "940").replace("1.2", "1.4"))):
            (tmp_path / place / name).write_text(text, encoding="utf-8")
        main(["check", str(tmp_path / place), "--all", "--format", "jsonl"])
        found.append(capsys.readouterr().out.replace(str(tmp_path / place), ""))
    assert '"contradiction"' in found[0]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("low", "high", "unit", "shown"),
    [
        ("1994-01-01", "1994-12-31", "date", "1994"),
        ("2024-02-01", "2024-02-29", "date", "2024-02"),
        ("2024-02-01", "2024-02-28", "date", "2024-02-01 to 2024-02-28"),
        ("2024-01-01", "2024-02-29", "date", "2024-01-01 to 2024-02-29"),
        ("725000000", "725000000", "GBP", "725,000,000 GBP"),
        ("1994", "1994", "count", "1994"),
        ("12500.75", None, "count", "≥ 12,500.75"),
        (None, "-30000", "count", "≤ -30,000"),
    ],
)
def test_values_in_a_table_are_written_for_people(low, high, unit, shown):
    assert value({"label": None, "approx": False, "low": low, "high": high, "unit": unit}) == shown
