"""Ordinary texts of other people: how often the checker cries wolf.

`python -m tests.bench "ordinary texts"` takes reports, lives, interviews, travel guides, textbooks, speeches and court
records from the treebanks, each by itself and in twenties, and counts the conflicts. They are about different matters,
and people hardly ever contradict themselves in print, so that nearly every conflict is false. A newcomer's mistake:
counting false alarms only where documents were written to disagree.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from registry.cli.documents import typed
from registry.steps.check.examine import conflict_pairs, examine
from registry.steps.extract import extract_each
from tests.bench.quality import SHARED, Figures

TREES = SHARED / "treebank"
SORTS = ("news", "bio", "interview", "voyage", "textbook", "speech", "court")
TOGETHER = 20
NAME, PARAGRAPH, TEXT = "# newdoc id = ", "# newpar", "# text = "


def measure(folder: Path = TREES) -> Figures | None:
    """How many documents and claims there are, and the conflicts inside one document and between two."""
    if not folder.exists():
        return None
    texts = [one for file in sorted(folder.glob("*.conllu.gz")) if "newslike" not in file.name for one in told(file)]
    read = [[claim for some in extract_each([typed(text, name, {})]) for claim in some] for name, text in texts]
    # Every seventh document and so on: those of one sort stand next to each other.
    step = -(-len(read) // TOGETHER)
    dealt = [read[at::step] for at in range(step)]
    inside = sum(len(conflict_pairs(examine(claims))) for claims in read)
    between = [
        pair
        for documents in dealt
        for pair in conflict_pairs(examine([claim for claims in documents for claim in claims]))
        if pair.left.source.id != pair.right.source.id
    ]
    return {
        "documents": len(read),
        "claims": sum(map(len, read)),
        "conflicts inside one document": inside,
        "conflicts between two documents": len(between),
    }


def told(file: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of the documents of some sorts in a treebank."""
    name, parts = "", list[str]()
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(NAME):
                if wanted(name):
                    yield name, "".join(parts).strip()
                name, parts = line.removeprefix(NAME).strip(), []
            elif line.startswith(PARAGRAPH):
                parts.append("\n\n")
            elif line.startswith(TEXT):
                parts.append(line.removeprefix(TEXT).strip() + " ")
    if wanted(name):
        yield name, "".join(parts).strip()


def wanted(name: str) -> bool:
    """Whether a document is of a sort that states facts ("GUM_news_...")."""
    _, _, rest = name.partition("GUM_")
    return rest.partition("_")[0] in SORTS
