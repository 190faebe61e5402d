"""Drafts of our own held against documents of our own, from the text to the report."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import pytest

from registry.actions import ingest, lint, lookup, review
from registry.actions.ingest import Given
from registry.actions.views import ConflictFilter
from registry.cli import main
from registry.cli.opening import settings
from registry.model.document import Reading
from registry.model.finding import Verdict
from registry.steps.lint.problem import Options, Report
from registry.store import Store

DOCUMENTS = (
    (
        "https://board.example/2021",
        "Marlow Harbour Board",
        date(2021, 3, 1),
        "The Marlow Harbour Board has 12 members.",
    ),
    (
        "https://board.example/2024",
        "Marlow Harbour Board",
        date(2024, 6, 1),
        "The Marlow Harbour Board has 14 members. The Marlow lighthouse is 61 metres high. "
        "“We will not close the harbour before the last boat is safe”, said Anna Berg, who chairs the board.",
    ),
    ("https://news.example/a", "Marlow News", date(2024, 6, 3), "The Marlow Harbour Board has 14 members."),
)
RIGHT = "The Marlow Harbour Board has 14 members."
WRONG = "The Marlow Harbour Board has 19 members."
OLD = "The Marlow Harbour Board has 12 members."


@cache
def prepared(url: str, publisher: str, day: date, text: str) -> ingest.Prepared:
    return ingest.prepare_text(
        text, given=Given(url=url, publisher=publisher, published=day, title=f"{publisher} {day}")
    )


@pytest.fixture
def filled(store: Store) -> Store:
    for told in DOCUMENTS:
        with store.writing() as session:
            ingest.keep(session, prepared(*told))
    return store


def linted(store: Store, text: str, options: Options | None = None) -> Report:
    reading = Reading(text, "text/markdown", "given/1")
    claims = lint.read(reading, options)
    with store.reading() as session:
        return lint.lint(session, reading, claims, options, site="https://reg.example")


def rules(store: Store, text: str, options: Options | None = None) -> list[str]:
    return [problem.rule for problem in linted(store, text, options).problems]


def test_a_wrong_figure_is_found_with_sources_wording_and_a_citation(filled):
    problem = linted(filled, f"# Notes\n\n{WRONG}\n").problems[0]
    assert problem.rule == "FACT001"
    assert problem.proposal == RIGHT
    assert {one.name for one in problem.sources} == {"Marlow Harbour Board", "Marlow News"}
    assert problem.citation is not None
    assert problem.citation.startswith("[^")
    assert problem.link is not None
    assert problem.link.startswith("https://reg.example/facts/")


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        "The Marlow Harbour Board has more than ten members.",
        "In March 2021 the Marlow Harbour Board had 12 members.",
        "The lighthouse of Elmsby is 48 metres high.",
        "The Marlow lighthouse is 61 metres high.",
        "The Marlow Harbour Board does not have 19 members.",
        f"```\n{WRONG}\n```",
        f"<!-- {WRONG} -->",
        f"---\nsummary: {WRONG}\n---\n\nNothing else.",
    ],
)
def test_what_is_right_or_not_said_is_left_alone(filled, text):
    assert rules(filled, text) == []


def test_an_old_figure_is_out_of_date_unless_the_day_is_given(filled):
    assert rules(filled, OLD) == ["FACT002"]
    assert rules(filled, OLD, Options(as_of=date(2021, 4, 1))) == []


def test_a_disputed_figure_is_told_until_somebody_settles_it(filled):
    other = prepared(
        "https://pier.example/a", "Pier Weekly", date(2024, 6, 2), "The Marlow lighthouse is 72 metres high."
    )
    with filled.writing() as session:
        ingest.keep(session, other)
    text = "The Marlow lighthouse is 61 metres high."
    assert rules(filled, text) == ["FACT003"]
    with filled.reading() as session:
        rows = lookup.conflicts(session, ConflictFilter()).items
        views = [lookup.conflict(session, row.id) for row in rows]
    view = next(one for one in views if any("72" in side.label for side in one.sides))
    right = next(side.number for side in view.sides if "72" in side.label)
    with filled.writing() as session:
        review.decide(session, view.row.id, verdict=Verdict.SIDE, side=right, reason="Measured.", reviewer="r")
    problem = linted(filled, text).problems[0]
    assert (problem.rule, problem.held) == ("FACT001", "72 metres")


def test_a_quotation_that_was_changed_is_found(filled):
    text = "“We will never close the harbour before the last boat is safe”, she said."
    problem = linted(filled, text).problems[0]
    assert problem.rule == "FACT005"
    assert problem.held == "We will not close the harbour before the last boat is safe"
    assert rules(filled, text.replace("never", "not")) == []


def test_an_unknown_figure_is_told_only_where_that_is_asked_for(filled):
    text = "The ferry carries 240 passengers."
    assert rules(filled, text) == []
    assert rules(filled, text, Options(unsupported=True)) == ["FACT004"]


def test_an_empty_registry_says_nothing(store):
    assert rules(store, WRONG) == []


def test_saying_a_thing_twenty_times_asks_the_database_as_often_as_saying_it_thrice(filled):
    from sqlalchemy import event

    asked: list[str] = []
    event.listen(filled.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    linted(filled, "\n\n".join([WRONG] * 3))
    few, asked[:] = len(asked), []
    linted(filled, "\n\n".join([WRONG] * 20))
    assert len(asked) <= few + 2


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["lint", *arguments])
    return code, capsys.readouterr().out


@pytest.fixture
def desk(filled, tmp_path, monkeypatch):
    """The registry as the command line's own, and a draft with a wrong figure."""
    monkeypatch.setenv("CLAIMS_DATABASE", filled.engine.url.render_as_string(hide_password=False))
    settings.cache_clear()
    (tmp_path / "draft.md").write_text(f"# Notes\n\n{WRONG}\n", encoding="utf-8")
    yield tmp_path
    settings.cache_clear()


def test_the_command_exits_with_one_where_something_is_wrong(desk, capsys):
    code, out = run(capsys, str(desk / "draft.md"), "--format", "line")
    assert code == 1
    assert "Claims.FACT001" in out


def test_the_fail_level_decides_about_the_exit_status(desk, capsys):
    (desk / "draft.md").write_text(OLD, encoding="utf-8")
    assert run(capsys, str(desk / "draft.md"))[0] == 0
    assert run(capsys, str(desk / "draft.md"), "--fail-level", "warning")[0] == 1


def test_a_fix_writes_the_number_and_nothing_else(desk, capsys):
    file = desk / "draft.md"
    file.write_bytes(b"\xef\xbb\xbf# Notes\r\n\r\n" + WRONG.encode() + b"\r\n")
    assert run(capsys, "--fix", str(file))[0] == 0
    assert file.read_bytes() == b"\xef\xbb\xbf# Notes\r\n\r\n" + RIGHT.encode() + b"\r\n"


def test_a_page_is_read_without_its_code_and_its_quotes(desk, capsys):
    file = desk / "draft.html"
    words = "The harbour is busy all year and many of the people who work there have done so since they were young."
    hidden = f"<pre>{WRONG}</pre><blockquote>{WRONG.replace('19', '21')}</blockquote>"
    file.write_text(f"<html><body><article><h1>Notes</h1><p>{words} {RIGHT}</p>{hidden}</article></body></html>")
    assert run(capsys, str(file), "--format", "line") == (0, "")
    assert "not 21" in run(capsys, str(file), "--format", "line", "--quotes")[1]


def test_a_baseline_silences_what_is_known_and_nothing_new(desk, capsys):
    file, base = desk / "draft.md", desk / "base.json"
    assert run(capsys, str(file), "--baseline", str(base), "--write-baseline")[0] == 0
    assert json.loads(base.read_text())["version"] == 1
    assert run(capsys, str(file), "--baseline", str(base))[0] == 0
    file.write_text(f"New.\n\n{WRONG}\n\nThe Marlow lighthouse is 80 metres high.\n", encoding="utf-8")
    code, out = run(capsys, str(file), "--baseline", str(base), "--format", "line")
    assert code == 1
    assert "61 metres" in out
    assert " 14 " not in out


def test_a_draft_from_standard_input_goes_by_its_name(desk, capsys, monkeypatch):
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    code, out = run(capsys, "--stdin", "--stdin-filename", "notes/a.md", "--format", "json")
    assert code == 1
    assert list(json.loads(out)) == ["notes/a.md"]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["draft.md", "--stdin"],
        ["draft.md", "--stdin-filename", "a.md"],
        ["draft.md", "--write-baseline"],
        ["--stdin", "--fix"],
        ["draft.md", "--as-of", "soon"],
        ["draft.md", "--baseline", "missing.json"],
        ["draft.md", "--registry", "missing.sqlite"],
        ["draft.md", "--registry", "draft.md"],
        ["missing.md"],
    ],
)
def test_wrong_usage_and_a_missing_registry_are_exit_status_two(desk, capsys, monkeypatch, arguments):
    monkeypatch.chdir(desk)
    assert run(capsys, *arguments)[0] == 2
    assert not (desk / "missing.sqlite").exists()


def test_an_unreadable_draft_is_named_and_the_others_are_done(desk, capsys):
    (desk / "empty.md").write_text("", encoding="utf-8")
    code = main(["lint", str(desk / "empty.md"), str(desk / "draft.md"), "--format", "line"])
    told = capsys.readouterr()
    assert code == 2
    assert "empty.md" in told.err
    assert "Claims.FACT001" in told.out


def test_a_quotation_with_other_small_words_is_found(filled):
    changed = "“We will never close the harbour before the last boat is in”, said Anna Berg."
    assert rules(filled, changed) == ["FACT005"]


def test_an_amount_in_another_currency_is_a_mismatch(store):
    told = "The new pier of Marlow cost 212 million euros."
    with store.writing() as session:
        ingest.keep(session, prepared("https://pier.example/", "Marlow News", date(2024, 6, 1), told))
    assert rules(store, "The new pier of Marlow cost 212 million dollars.") == ["FACT006"]
    assert rules(store, told) == []


GROWN = (
    ("Fell Post", date(2026, 3, 14), "Fire at Orrin sawmill", "The fire injured 57 people, the hospital said."),
    (
        "Northern Wire",
        date(2026, 3, 15),
        "Evacuations grow after Skelby fire",
        "Police said 240 residents were evacuated. "
        "The number of people injured in the fire at the Orrin sawmill rose to 61.",
    ),
    (
        "Daily Lantern",
        date(2026, 3, 17),
        "Skelby fire: what we know",
        "The fire at the Orrin sawmill injured 63 people. By Monday evening 310 residents had been evacuated.",
    ),
)


@pytest.mark.parametrize("old", ["57", "61"])
def test_what_a_growing_figure_was_is_out_of_date_by_whatever_name_its_documents_call_the_matter(store, old):
    for publisher, day, title, text in GROWN:
        told = ingest.prepare_text(f"# {title}\n\n{text}\n", given=Given(None, title, publisher, day, "en"))
        with store.writing() as session:
            ingest.keep(session, told)
    (problem,) = linted(store, f"The fire at the Orrin sawmill in Skelby injured {old} people.").problems
    assert problem.rule == "FACT002"
    assert problem.held == "63"
