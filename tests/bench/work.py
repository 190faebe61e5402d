"""How much work reading is, as a count that does not depend on the machine: calls and searches a kilobyte of prose.

A newcomer's mistake: counting the first pass. It compiles patterns and loads tables, which is counted as the start.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from registry.model.document import Reading, Source
from registry.steps.extract import extract

CORPUS = Path(__file__).resolve().parents[2] / "seeds" / "corpus"


class Work(NamedTuple):
    """What reading a kilobyte takes: calls of Python's functions, and uses of patterns."""

    calls: float
    searches: float


def measure() -> Work:
    """The work of reading the seed corpus, whose patterns and words are known already."""
    pages = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.md"))]
    calls = searches = 0

    def count(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal calls, searches
        calls += event == "call"
        searches += event == "c_call" and isinstance(getattr(called, "__self__", None), re.Pattern)

    read(pages)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(pages)
    finally:
        sys.setprofile(before)
    size = sum(len(page.encode()) for page in pages) / 1024
    return Work(calls / size, searches / size)


def read(pages: list[str]) -> None:
    """Read some pages."""
    for page in pages:
        extract(Reading(page, "text/plain", "given"), Source("page"))
