"""How often the linter is right about drafts as journalists write them: whole pieces of prose, their figures marked.

`lint_whole.txt` has the documents of six matters, all kept in one registry, and a draft about each. A figure is marked
with what should be said of it, `[186|contradicted]`; whatever is flagged beside the marks counts as a false alarm. Run
it with `python -m tests.bench.lint_whole`; `--show` prints what came out otherwise. A newcomer's mistake: writing a
draft as a list of questions. Here a sentence has several figures, and often nothing says what it is about.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from registry.actions import ingest, lint
from registry.actions.ingest import Given
from registry.model.document import Reading
from registry.steps.lint.problem import Options, Report
from registry.store import Store, open_store
from registry.store.migrations import migrate
from seeds.load import ACTOR
from tests.bench.lint_drafts import CALLED, Judged, figures, report

TEXTS = Path(__file__).with_suffix(".txt")
PART = re.compile(r"^#(doc|draft) (.+)\n((?:(?!#doc |#draft ).*\n)*)", re.MULTILINE)
MARK = re.compile(r"\[(?P<figure>[^\]|]+)\|(?P<gold>\w+)\]")
FALSE = ("contradicted", "outdated")


class Mark(NamedTuple):
    """A figure of a draft and what should be said of it."""

    start: int
    end: int
    gold: str


def measure() -> dict[str, float | int]:
    """The figures of all drafts."""
    with tempfile.TemporaryDirectory() as folder:
        return figures(list(judge(filled(f"sqlite:///{folder}/whole.sqlite"))))


def filled(database: str) -> Store:
    """A registry with all documents in it."""
    migrate(database)
    store = open_store(database)
    for kind, head, text in PART.findall(TEXTS.read_text(encoding="utf-8")):
        if kind == "doc":
            title, publisher, day = (part.strip() for part in head.split("|"))
            given = Given(None, title, publisher, date.fromisoformat(day), "en")
            prepared = ingest.prepare_text(text, given=given)
            with store.writing() as session:
                ingest.keep(session, prepared, actor=ACTOR)
    return store


def judge(store: Store) -> Iterator[Judged]:
    """Every marked figure with what the linter says about it, and every alarm beside the marks."""
    for kind, head, marked in PART.findall(TEXTS.read_text(encoding="utf-8")):
        if kind == "draft":
            text, marks = unmarked(f"# {head}\n\n{marked}")
            reading = Reading(text, "text/markdown", "given/1", language="en")
            claims = lint.read(reading, Options())
            with store.reading() as session:
                found = lint.lint(session, reading, claims, Options())
            yield from told(found, marks)


def unmarked(marked: str) -> tuple[str, list[Mark]]:
    """A draft without its marks, and where they were."""
    text, marks, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        marks.append(Mark(len(text), len(text) + len(found["figure"]), found["gold"]))
        text, at = text + found["figure"], found.end()
    return text + marked[at:], marks


def told(found: Report, marks: list[Mark]) -> Iterator[Judged]:
    """What was said about the figures of a draft."""
    left = list(found.problems)
    for mark in marks:
        hit = [one for one in found.problems if one.span.start < mark.end and mark.start < one.span.end]
        left = [one for one in left if one not in hit]
        said = CALLED.get(hit[0].rule, hit[0].rule) if hit else "none"
        sentence = found.text[found.text.rfind("\n", 0, mark.start) + 1 : mark.end]
        yield Judged(sentence[-120:], found.text[mark.start : mark.end], "marked", mark.gold, said)
    for one in left:
        if CALLED.get(one.rule) in FALSE:
            yield Judged(one.sentence.exact, one.span.exact, "beside the marks", "none", CALLED[one.rule])


def main(arguments: list[str]) -> int:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        found = list(judge(filled(f"sqlite:///{folder}/whole.sqlite")))
    report("whole drafts", found, show="--show" in arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
