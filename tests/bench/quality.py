"""The measuring contract on annotated sets: `extract`, `check` and `compare` against a scorer that knows the answers.

The sets and the scorer are not part of the project; `CLAIMS_SHARED` names the folder that holds them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.clusters.build import build

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("CLAIMS_SHARED", ROOT.parent / "shared"))
CLUSTERS = ROOT / "tests" / "clusters"
CLAIMS = f"{sys.executable} -m registry"

Figures = dict[str, float]

CORPUS = {
    "extract.span.f1": "places found, F1",
    "extract.value.f1": "places and values, F1",
    "extract.roles": "offices and events found",
    "accuracy.unit": "unit right",
    "accuracy.kind": "kind right",
    "accuracy.attribute": "attribute right",
    "accuracy.subject": "subject right",
    "accuracy.status": "status right",
    "accuracy.as_of": "date right, or rightly none",
    "accuracy.as_of (set)": "date right, where there is one",
    "accuracy.asserted_by (set)": "speaker right, where there is one",
    "conflict.precision": "conflicts, precision",
    "conflict.recall": "conflicts, recall",
    "conflict.kind": "conflicts, kind right in those found",
    "group.precision": "same fact, precision",
    "group.recall": "same fact, recall",
}
SETS = {
    "news quantities": ("newsquant", "newsquant/dev.jsonl"),
    "document pairs": ("docpairs", "vitaminc_docpairs/dev.jsonl"),
    "document pairs, hard": ("docpairs", "vitaminc_docpairs/hard.dev.jsonl"),
    "news inference": ("pairs", "equate/NewsNLI.dev.jsonl"),
    "quantity inference": ("pairs", "equate/RTE_Quant.dev.jsonl"),
    "claims and evidence": ("pairs", "vitaminc_numeric/claim_evidence.dev.jsonl"),
}
TOLD = ("f1", "accuracy", "precision", "recall")
MOST = 8


def scored(command: str, path: Path) -> Figures | None:
    """All figures that the scorer gives for a set; None where the set is missing."""
    if not path.exists():
        return None
    done = subprocess.run(
        [sys.executable, str(SHARED / "tools" / "score.py"), command, str(path), "--claims", CLAIMS, "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.stdout:
        print(done.stderr, file=sys.stderr)
        return None
    told = json.loads(done.stdout)["figures"]
    figures: Figures = told.get("all") or told["micro"]
    return {name: value for name, value in figures.items() if value is not None}


def corpus(folder: Path = SHARED / "corpus") -> Figures | None:
    """A folder of clusters of documents."""
    figures = scored("corpus", folder)
    return figures and {label: figures[name] for name, label in CORPUS.items() if name in figures}


def own(sources: Path = CLUSTERS) -> Figures | None:
    """The project's own clusters; only the scorer is needed from elsewhere."""
    if not (SHARED / "tools" / "score.py").exists():
        return None
    with TemporaryDirectory() as folder:
        for file in sorted(sources.glob("*.txt")):
            build(file, Path(folder))
        return corpus(Path(folder))


def external(command: str, path: str) -> Figures | None:
    """An external set, its main figures."""
    figures = scored(command, SHARED / "bench" / path)
    if figures is None:
        return None
    main = {name: value for name, value in figures.items() if name.count(".") < 2 and name.endswith(TOLD)}
    if any(name.startswith("value+") for name in main):
        return {name: value for name, value in main.items() if name.endswith(".f1")}
    return dict(list(main.items())[:MOST])


MEASURES: dict[str, Callable[[], Figures | None]] = {
    "document clusters": corpus,
    "own document clusters": own,
    "held-out document clusters": partial(own, CLUSTERS / "held_out"),
    **{name: partial(external, command, path) for name, (command, path) in SETS.items()},
}
