"""Ordinary texts of other people: how often the checker cries wolf.

`python -m tests.bench "ordinary texts"` takes reports, lives, interviews, travel guides, textbooks, speeches and court
records from the treebanks, each by itself and in twenties, and counts the conflicts. They are about different matters,
and people hardly ever contradict themselves in print, so that nearly every conflict is false. A newcomer's mistake:
counting false alarms only where documents were written to disagree.
"""

from __future__ import annotations

from pathlib import Path

from registry.steps.check.examine import conflict_pairs, examine
from registry.steps.match.examples import claims_of_text, texts
from tests.bench.quality import SHARED, Figures

TREES = SHARED / "treebank"
TOGETHER = 20


def measure(folder: Path = TREES) -> Figures | None:
    """How many documents and claims there are, and the conflicts inside one document and between two."""
    if not folder.exists():
        return None
    documents = [
        one for file in sorted(folder.glob("*.conllu.gz")) if "newslike" not in file.name for one in texts(file)
    ]
    read = [claims_of_text(name, text) for name, text in documents]
    # Every so many documents: those of one sort stand next to each other.
    step = -(-len(read) // TOGETHER)
    dealt = [read[at::step] for at in range(step)]
    inside = sum(len(conflict_pairs(examine(claims))) for claims in read)
    between = [
        pair
        for some in dealt
        for pair in conflict_pairs(examine([claim for claims in some for claim in claims]))
        if pair.left.source.id != pair.right.source.id
    ]
    return {
        "documents": len(read),
        "claims": sum(map(len, read)),
        "conflicts inside one document": inside,
        "conflicts between two documents": len(between),
    }
