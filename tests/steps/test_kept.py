"""What is kept between two starts of the program: compiled patterns, cues and tables."""

from __future__ import annotations

import errno
import marshal
import re

import pytest

from registry.steps import kept
from registry.steps.kept import Shelf, coded, compiled, toml

WORDS = (
    r"\b(?:no\s+longer|never)\b",
    r"(?i)Straße|\u0130stanbul",
    r"(?P<low>\d+)(?:\s*[-\u2013]\s*(?P<high>\d+))?",
    r"""(?x) [A-Z]\w+  # a name
        (?=\s said)""",
)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A file of the test's own."""
    path = tmp_path / "cache" / "one.kept"
    monkeypatch.setattr(kept, "place", lambda: path)
    kept.shelf.cache_clear()
    yield path
    kept.shelf.cache_clear()


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.VERBOSE | re.IGNORECASE, re.ASCII])
@pytest.mark.parametrize("words", WORDS)
def test_a_pattern_is_what_python_compiles_made_anew_and_kept(file, words, flags):
    if words.startswith("(?P") and flags & re.VERBOSE:
        flags = re.IGNORECASE
    made = compiled(words, flags)
    kept.shelf().write()
    kept.shelf.cache_clear()
    again = compiled(words, flags)
    assert made == again == re.compile(words, flags)
    assert made.groupindex == again.groupindex == re.compile(words, flags).groupindex
    assert made.pattern == again.pattern == words


def test_a_pattern_is_compiled_once(file, monkeypatch):
    compiled(WORDS[0])
    kept.shelf().write()
    kept.shelf.cache_clear()
    monkeypatch.setattr(kept, "coded", None)
    assert compiled(WORDS[0]).search("no longer")


def test_a_pattern_that_is_none_is_refused_as_by_python(file):
    with pytest.raises(re.error):
        compiled(r"(unclosed and long enough")


def test_a_table_is_a_new_object_each_time(file):
    one = toml('words = ["a"]')
    one["words"].append("b")
    assert toml('words = ["a"]') == {"words": ["a"]}


@pytest.mark.parametrize(
    "spoilt", [b"", b"nonsense", marshal.dumps(7), marshal.dumps(("another form", {})), b"\xfb" * 9]
)
def test_a_spoilt_file_is_as_good_as_none(file, spoilt):
    file.parent.mkdir()
    file.write_bytes(spoilt)
    assert compiled(WORDS[0]) == re.compile(WORDS[0])


def test_spoilt_code_is_compiled_anew(file):
    code, *others = coded(WORDS[0], 0)
    shelf = kept.shelf()
    compiled(WORDS[0])
    for key in shelf.held:
        shelf.held[key] = marshal.dumps((code[:8] + b"\xff\xff\0\0" + code[12:], *others))
    assert compiled(WORDS[0]) == re.compile(WORDS[0])


def test_a_file_of_somebody_else_is_left_alone(file, monkeypatch):
    compiled(WORDS[0])
    kept.shelf().write()
    monkeypatch.setattr("os.geteuid", lambda: 4711)
    assert Shelf(file).held == {}


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path):
    (tmp_path / "file").write_text("no folder")
    shelf = Shelf(tmp_path / "file" / "one.kept")
    assert shelf.kept("sort", "source", lambda: 5) == 5
    shelf.write()
    assert Shelf(None).kept("sort", "source", lambda: 5) == 5


def test_a_full_disk_leaves_no_half_file_behind(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    shelf = Shelf(tmp_path / "one.kept")
    shelf.kept("sort", "source", lambda: 5)
    monkeypatch.setattr("os.replace", full)
    shelf.write()
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_uses_is_given_up_when_there_is_much(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 2)
    path = tmp_path / "one.kept"
    for start in range(4):
        shelf = Shelf(path)
        shelf.kept("sort", str(start), lambda: 5)
        shelf.write()
    assert len(Shelf(path).held) <= 2


def test_without_a_home_nothing_is_kept(monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("pathlib.Path.home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    assert kept.place() is None


def test_an_unknown_python_compiles_as_usual(monkeypatch):
    monkeypatch.setattr(kept, "machine", None)
    assert compiled(WORDS[0]) == re.compile(WORDS[0])
