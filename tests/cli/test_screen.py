"""A terminal shows what documents say, and does nothing that they say."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from registry.cli.screen import screened, tame

ROOT = Path(__file__).resolve().parents[2]
PAGE = """<html><body><main><p>The canal \x1b]52;c;cHduZWQ=\x07has 17 locks and 31 \x9b8mbridges\u202e, the board of the
canal said on Monday.</p></main></body></html>"""


def terminal(*words: str) -> str:
    """What a terminal receives of a command."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "registry", *words], cwd=ROOT, stdout=theirs, stderr=theirs):
        os.close(theirs)
        found = b""
        while True:
            try:
                piece = os.read(ours, 65_536)
            except OSError:
                piece = b""
            if not piece:
                os.close(ours)
                return found.decode()
            found += piece


def test_a_document_gives_no_commands_to_a_terminal(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    told = terminal("extract", str(page))
    assert "17" in told
    assert r"\x1b]52;c;" in told
    assert not set(told) & {"\x1b", "\x07", "\x9b", "\u202e"}


@pytest.mark.parametrize(
    "text", ["plain", "a\tb\n", "Zürich 東京 😀 👩‍👩‍👧", "\x1b[1;31mred\x1b[0m", "\x1b[32mINFO\x1b[0m"]
)
def test_words_and_our_own_colours_stay(text):
    assert tame(text) == text


@pytest.mark.parametrize(
    "text", ["\x1b[8mhidden", "\x1b[30mblack", "\x1b[2J", "\x1bc", "\r", "\x08", "\x9d0;title\x9c", "\x7f"]
)
def test_everything_else_is_shown_by_its_code(text):
    assert tame(text).isprintable()


def test_a_file_gets_the_words_as_they_are(tmp_path):
    with (tmp_path / "out").open("w", encoding="ascii") as file:
        assert isinstance(file, io.TextIOWrapper)
        print("\x1b[2J é", file=screened(file))
    assert (tmp_path / "out").read_text("utf-8") == "\x1b[2J é\n"
