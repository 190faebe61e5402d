"""What an evidence pack says about itself: which words stand where in which of its files, and what else it holds.

A newcomer's mistake: believing it. `actions.verify` holds every line against the files.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from registry.model.citation import Citation


class Evidence(NamedTuple):
    """A claim in a pack: its citation, and the files with the bytes and the text of its source."""

    side: int
    label: str
    citation: Citation
    original: str
    text: str


class Manifest(NamedTuple):
    """A pack: the fact, what is held about it, and the evidence."""

    fact_id: str
    question: str
    standing: str
    permalink: str
    made_at: datetime
    evidence: tuple[Evidence, ...]
