"""Bad input on the command line: one line that says what happened and what to do, the right exit code, nothing kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from registry.actions.ingest import company
from registry.cli.opening import settings
from registry.steps import extract as steps
from registry.steps.assemble import assemble

FINE = "The ICC has 124 member states.\n"


def file(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("rubbish.txt", bytes(range(256)) * 40, "text"),
        ("broken.pdf", b"%PDF-1.7\nnothing more", "PDF"),
        ("wrong.html", "<p>Zürich zählt 434 000 Einwohner.".encode("utf-16-le"), "encoding"),
    ],
)
def test_an_unreadable_file_is_named_and_the_others_are_done(claims, tmp_path, name, data, says):
    file(tmp_path, "fine.txt", FINE)
    bad = file(tmp_path, name, data)
    code, out, err = claims("extract", tmp_path, "--format", "jsonl")
    assert code == 2
    assert [json.loads(line)["span"]["exact"] for line in out.splitlines()] == ["124"]
    assert len(err.splitlines()) == 1
    assert str(bad) in err
    assert says.lower() in err.lower()


@pytest.mark.parametrize("step", ["recognise", "assemble"])
@pytest.mark.parametrize("verb", ["extract", "check"])
def test_a_document_over_which_a_rule_fails_is_named_and_the_others_are_read(claims, tmp_path, monkeypatch, step, verb):
    rule = getattr(steps, step)

    def failing(text, *given, **known):
        if "lizard" in text:
            raise NameError("name 'lizards' is not defined")
        return rule(text, *given, **known)

    monkeypatch.setattr(steps, step, failing)
    file(tmp_path, "a.txt", FINE)
    bad = file(tmp_path, "b.txt", "The zoo keeps 12 lizards.\n")
    file(tmp_path, "c.txt", "The ICC has 125 member states.\n")
    code, out, err = claims(verb, tmp_path, "--format", "jsonl")
    assert code == 2
    assert all(figure in out for figure in ('"124"', '"125"'))
    assert len(err.splitlines()) == 1
    assert f"{bad}: the program failed over it (NameError: name 'lizards' is not defined at test_errors.py:" in err


def test_a_document_over_which_a_rule_fails_is_not_kept_and_the_others_are(claims, tmp_path, monkeypatch):
    rule = assemble

    def failing(text, *given, **known):
        return rule(text, *given, **known) if "lizard" not in text else 1 // 0

    monkeypatch.setattr(steps, "assemble", failing)
    claims("migrate")
    bad = file(tmp_path, "a.txt", "The zoo keeps 12 lizards.\n")
    file(tmp_path, "b.txt", FINE)
    code, out, err = claims("add", tmp_path)
    assert code == 2
    assert len(out.splitlines()) == 1
    assert str(tmp_path / "b.txt") in out
    assert f"{bad}: the program failed over it (ZeroDivisionError" in err


def test_a_mistake_of_the_program_has_not_the_status_of_a_conflict(claims, tmp_path, monkeypatch):
    monkeypatch.setattr("registry.cli.stateless.report", lambda *given: 1 // 0)
    code, out, err = claims("check", file(tmp_path, "a.txt", FINE))
    assert (code, out) == (2, "")
    assert "ZeroDivisionError" in err


def test_a_missing_file_is_named(claims):
    code, _, err = claims("extract", "no/such/file.txt")
    assert code == 2
    assert "no/such/file.txt" in err


def test_a_call_without_input_says_what_is_missing(claims):
    code, _, err = claims("check")
    assert code == 2
    assert "--stdin-jsonl" in err


def test_a_file_over_the_limit_is_refused_unread(claims, tmp_path, monkeypatch):
    big = file(tmp_path, "big.txt", b"a" * 30_000)
    monkeypatch.setenv("CLAIMS_MAX_BYTES", "20000")
    settings.cache_clear()
    code, _, err = claims("add", big)
    assert code == 2
    assert "20,000" in err
    assert "No conflicts" in claims("conflicts")[1]


def test_a_broken_meta_file_is_named(claims, tmp_path):
    file(tmp_path, "fine.txt", FINE)
    file(tmp_path, "meta.json", "{")
    code, _, err = claims("extract", tmp_path)
    assert code == 2
    assert "meta.json" in err


def test_the_same_bytes_twice_are_kept_once_and_it_says_so(claims, tmp_path):
    fine = file(tmp_path, "fine.txt", FINE)
    assert claims("add", fine)[0] == 0
    code, out, _ = claims("add", fine)
    assert code == 0
    assert "nothing was stored" in out


@pytest.mark.parametrize(
    "call",
    [("conflicts", "nothing"), ("decide", "nothing", "1"), ("cite", "nothing"), ("undo", "4711")],
)
def test_an_unknown_id_is_answered_with_a_line(claims, call):
    code, out, err = claims(*call)
    assert code == 1
    assert out == ""
    assert len(err.splitlines()) == 1


def test_a_word_that_is_no_verdict_lists_the_verdicts(claims):
    code, _, err = claims("decide", "anything", "maybe")
    assert code == 2
    assert "not-same-fact" in err


def test_a_query_of_100_kilobytes_is_refused_with_the_limit(claims):
    code, _, err = claims("search", "a " * 50_000)
    assert code == 2
    assert err.startswith("claims: ")


def conflict(claims, folder: Path) -> str:
    """The id of a conflict between two documents."""
    for name, day, count in (("a.txt", "2024-05-31", 124), ("b.txt", "2025-01-16", 125)):
        made = file(folder, name, f"The International Criminal Court has {count} member states.\n")
        assert claims("add", made, "--published", day, "--publisher", name)[0] == 0
    found: str = claims("conflicts")[1].splitlines()[1].split()[0]
    return found


def test_a_second_first_decision_is_refused_and_a_later_one_supersedes(claims, tmp_path):
    found = conflict(claims, tmp_path)
    code, out, _ = claims("decide", found, "time", "--reason", "Armenia joined.")
    assert code == 0
    made = out.split()[-1]
    code, _, err = claims("decide", found, "left")
    assert code == 1
    assert "decided" in err
    assert claims("decide", found, "right", "--supersedes", made)[0] == 0
    assert "side" in claims("conflicts", found)[1]


def test_a_claim_is_cited_with_its_standing(claims, tmp_path):
    found = conflict(claims, tmp_path)
    claim = next(line.split()[0] for line in claims("conflicts", found)[1].splitlines() if line.startswith("   "))
    code, out, _ = claims("cite", claim, "--style", "apa")
    assert code == 0
    assert "member states" in out
    assert claim in out


def test_a_published_date_that_is_none_says_what_a_date_looks_like(claims, tmp_path):
    code, _, err = claims("add", file(tmp_path, "fine.txt", FINE), "--published", "yesterday")
    assert code == 2
    assert "2025-01-16" in err


@pytest.mark.parametrize(("said", "told"), [("2199-12-31", "still to come"), ("0024-05-31", "2025-01-16")])
def test_a_document_is_published_by_today_and_in_a_year_of_four_digits(said, told, claims, tmp_path):
    code, _, err = claims("add", file(tmp_path, "fine.txt", FINE), "--published", said)
    assert code == 2
    assert told in err


def test_the_server_refuses_to_serve_strangers(claims, monkeypatch):
    monkeypatch.setenv("CLAIMS_HOST", "127.0.0.1")  # `serve` writes it for its workers; the test puts it back
    code, _, err = claims("serve", "--host", "0.0.0.0")
    assert code == 2
    assert "127.0.0.1" in err


def piped(verb: str, *lines: object, options: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """The command as another program runs it."""
    given = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    command = [sys.executable, "-m", "registry", verb, *options]
    return subprocess.run(command, input=given, capture_output=True, text=True, env={**os.environ}, check=False)


def test_lines_that_are_no_json_are_named_by_number():
    done = piped("extract", "{", {"id": "x"}, {"id": "y", "text": FINE}, options=("--stdin-jsonl",))
    assert done.returncode == 2
    assert [json.loads(line)["document"] for line in done.stdout.splitlines()] == ["y"]
    assert "line 1" in done.stderr
    assert "'text'" in done.stderr


def test_check_exits_with_1_where_it_finds_a_conflict_and_0_where_none_is():
    told = [("a", "2024-05-31", 124), ("b", "2025-01-16", 125)]
    documents = [
        {"id": name, "text": f"The International Criminal Court has {count} member states.\n", "published": day}
        for name, day, count in told
    ]
    done = piped("check", {"id": "s", "documents": documents}, options=("--stdin-jsonl",))
    assert done.returncode == 1
    (found,) = (json.loads(line) for line in done.stdout.splitlines())
    assert (found["set"], found["kind"]) == ("s", "change_over_time")
    assert piped("check", {"id": "s", "documents": documents[:1]}, options=("--stdin-jsonl",)).returncode == 0


def test_compare_answers_each_line():
    pairs = [("1", "The club has 120 members.", "The club has 80 members."), ("2", "It rained.", "It has 8 legs.")]
    done = piped("compare", *({"id": name, "a": a, "b": b} for name, a, b in pairs))
    assert done.returncode == 0
    answers = {line["id"]: line["relation"] for line in map(json.loads, done.stdout.splitlines())}
    assert answers == {"1": "contradiction", "2": "unrelated"}


def test_a_rule_that_fails_beside_what_is_held_is_told_of_its_document_alone(claims, tmp_path, monkeypatch):
    def failing(session, reading, *given, **known):
        return given[1] if "lizard" not in reading.text else 1 // 0

    monkeypatch.setattr(company, "in_company", failing)
    claims("migrate")
    bad = file(tmp_path, "a.txt", "The zoo keeps 12 lizards.\n")
    file(tmp_path, "b.txt", FINE)
    code, out, err = claims("add", tmp_path)
    assert code == 2
    assert len(out.splitlines()) == 1
    assert f"{bad}: the program failed over it (ZeroDivisionError" in err
