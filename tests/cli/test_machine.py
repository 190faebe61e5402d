"""What the machine refuses: a full disk, no database, a folder that is empty; one line, and no trace of the program."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from registry.cli.opening import settings
from registry.steps import extract as steps
from registry.steps.assemble import assemble

FINE = "The ICC has 124 member states.\n"


def one_line(err: str, *says: str) -> bool:
    return len(err.splitlines()) == 1 and err.startswith("claims: ") and all(word in err for word in says)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    made = tmp_path / "draft.txt"
    made.write_text(FINE)
    return made


def test_a_full_disk_under_the_output_is_a_line(draft):
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "registry", "extract", str(draft)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert one_line(done.stderr, "the output", "No space left")


@pytest.mark.parametrize("kind", ["text", "folder"])
def test_what_is_no_database_is_a_line(claims, tmp_path, draft, monkeypatch, kind):
    monkeypatch.setenv("CLAIMS_DATABASE", f"sqlite:///{draft if kind == 'text' else tmp_path}")
    settings.cache_clear()
    code, _, err = claims("conflicts")
    assert code == 2
    assert one_line(err, "database", "CLAIMS_DATABASE")


def test_a_database_whose_disk_is_full_is_a_line(claims, draft, monkeypatch):
    def full(*given, **known):
        raise OperationalError("COMMIT", {}, Exception("database or disk is full"))

    monkeypatch.setattr("registry.actions.ingest.keep", full)
    code, _, err = claims("add", draft)
    assert code == 2
    assert one_line(err, "database or disk is full")


def test_an_export_into_a_folder_that_is_not_there_is_a_line(claims, tmp_path):
    code, _, err = claims("export", tmp_path / "none" / "x.sqlite")
    assert code == 2
    assert one_line(err, "there is no folder")


def test_a_baseline_in_a_folder_that_is_not_there_is_a_line(claims, tmp_path, draft):
    claims("migrate")
    code, _, err = claims("lint", draft, "--write-baseline", "--baseline", tmp_path / "none" / "b.json")
    assert code == 2
    assert one_line(err, "b.json", "name another")


def test_a_port_beyond_the_last_is_refused(claims, monkeypatch):
    monkeypatch.setenv("CLAIMS_PORT", "8000")  # `serve` writes it for its workers; the test puts it back
    code, _, err = claims("serve", "--port", "99999")
    assert code == 2
    assert one_line(err, "65535")


@pytest.mark.parametrize("verb", ["extract", "check", "add", "lint"])
def test_a_folder_without_documents_is_said_and_is_no_failure(claims, tmp_path, verb):
    claims("migrate")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "draft.txt").write_text(FINE)
    code, _, err = claims(verb, tmp_path)
    assert code == 0
    assert one_line(err, "no document in this folder")


@pytest.mark.parametrize("verb", ["extract", "check", "add", "lint"])
def test_an_empty_path_is_not_the_folder_one_is_in(claims, draft, monkeypatch, verb):
    claims("migrate")
    monkeypatch.chdir(draft.parent)
    code, _, err = claims(verb, "")
    assert code == 2
    assert one_line(err, "no path")


@pytest.mark.parametrize("verb", ["extract", "lint"])
def test_an_address_where_files_are_read_says_who_fetches(claims, verb):
    claims("migrate")
    code, _, err = claims(verb, "https://a.example/x")
    assert code == 2
    assert one_line(err, "claims add")


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize(("verb", "shows"), [("extract", '"124"'), ("check", ""), ("add", "1 claim  0 conflicts")])
def test_a_hyphen_reads_standard_input(claims, monkeypatch, verb, shows):
    given(monkeypatch, FINE.encode())
    code, out, _ = claims(verb, "-")
    assert code == 0
    assert shows in out


@pytest.mark.parametrize("verb", ["extract", "add", "ask"])
def test_standard_input_that_is_no_text_is_a_line(claims, monkeypatch, verb):
    given(monkeypatch, b"\xff\xfe\xfa 124 members")
    code, _, err = claims(verb, "-")
    assert code == 2
    assert one_line(err, "UTF-8")


def test_to_ask_nothing_is_refused(claims):
    code, _, err = claims("ask", "  ")
    assert code == 2
    assert one_line(err, "nothing to ask")


@pytest.mark.parametrize("limit", ["0", "-3", "x"])
def test_a_limit_is_one_or_more(claims, limit):
    with pytest.raises(SystemExit) as stop:
        claims("conflicts", "--limit", limit)
    assert stop.value.code == 2


def failing(text, *known, **more):
    return assemble(text, *known, **more) if "lizard" not in text else 1 // 0


def test_a_draft_on_which_a_rule_fails_is_named_and_the_others_are_held_against_the_registry(
    claims, tmp_path, monkeypatch
):
    monkeypatch.setattr(steps, "assemble", failing)
    claims("migrate")
    (tmp_path / "a.md").write_text("The zoo keeps 12 lizards.\n")
    (tmp_path / "b.md").write_text(FINE)
    code, out, err = claims("lint", tmp_path)
    assert code == 2
    assert "1 file checked" in out
    assert one_line(err, "a.md", "ZeroDivisionError")


def test_a_version_on_which_a_rule_fails_is_named_and_the_others_are_rechecked(claims, tmp_path, monkeypatch):
    for name, text in (("a.md", "The zoo keeps 12 lizards.\n"), ("b.md", FINE)):
        (tmp_path / name).write_text(text)
    assert claims("add", tmp_path)[0] == 0
    monkeypatch.setattr(steps, "assemble", failing)
    code, out, err = claims("recheck", "--all")
    assert code == 2
    assert "2 versions rechecked" in out
    assert one_line(err, "ZeroDivisionError")


def test_a_pack_does_not_take_the_place_of_a_device(claims, tmp_path):
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    code, _, err = claims("pack", "nothing", "-o", fifo)
    assert code == 2
    assert one_line(err, "no ordinary file")
    assert fifo.is_fifo()


def test_a_server_that_is_told_to_stop_waits_for_no_long_work():
    busy = "threading.Thread(target=time.sleep, args=(60,)).start()"
    script = f"import threading, time; from registry.cli.opening import leave; {busy}; leave()"
    subprocess.run([sys.executable, "-c", script], check=True, timeout=50)
