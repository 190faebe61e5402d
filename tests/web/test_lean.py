"""That sheets and scripts lose no word on their way."""

from __future__ import annotations

import re

import pytest

from web.lean import COMMENT, LEAN, script, sheet
from web.rendering import STATIC

FILES = [file for file in sorted(STATIC.iterdir()) if file.suffix in LEAN]
STRINGS = re.compile(r'"[^"\n]*"')


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_is_sent_says_what_was_written(file):
    text = file.read_text(encoding="utf-8")
    sent = LEAN[file.suffix](text)
    bare = COMMENT.sub("", text) if file.suffix == ".css" else re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    assert len(sent) < 0.93 * len(text)
    assert STRINGS.findall(sent) == STRINGS.findall(bare)
    assert re.sub(r"[\s;]", "", sent) == re.sub(
        r"[\s;]", "", re.sub(r"(?<![\w.])0(?=\.\d)", "", bare) if file.suffix == ".css" else bare
    )
    # A string over several lines would lose its indent.
    assert not any(line.count("`") % 2 for line in text.splitlines())


def test_space_that_means_something_stays():
    rule = ".a :is(b, c) > d { width: calc(1rem + 2px); margin: 0 -0.5px 10.5px }"
    assert sheet(rule) == ".a :is(b,c)>d{width:calc(1rem + 2px);margin:0 -.5px 10.5px}"
    assert sheet('a::before { content: " <" attr(href) }') == 'a::before{content:" <" attr(href)}'
    assert script("// why\n  if (a) {\n\n    b();  // here\n  }\n") == "if (a) {\nb();  // here\n}"


def test_they_are_sent_so(client):
    answer = client.get("/static/frame.css")
    assert answer.headers["content-type"].startswith("text/css")
    assert answer.text == sheet((STATIC / "frame.css").read_text(encoding="utf-8"))
    assert client.get("/static/keys.js").headers["content-type"].startswith("text/javascript")
    assert client.get("/static/icon.svg").text.startswith("<svg")
