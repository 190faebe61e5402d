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

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("CLAIMS_SHARED", ROOT.parent / "shared"))
CLAIMS = f"{sys.executable} -m registry"

Figures = dict[str, float]

CORPUS = {
    "extract.span.f1": "places found, F1",
    "extract.value.f1": "places and values, F1",
    "conflict.precision": "conflicts, precision",
    "conflict.recall": "conflicts, recall",
    "group.precision": "same fact, precision",
    "group.recall": "same fact, recall",
}
SETS = {
    "news quantities": ("newsquant", "newsquant/dev.jsonl"),
    "document pairs": ("docpairs", "vitaminc_docpairs/dev.jsonl"),
    "document pairs, hard": ("docpairs", "vitaminc_docpairs/hard.dev.jsonl"),
    "news inference": ("pairs", "equate/NewsNLI.dev.jsonl"),
    "quantity inference": ("pairs", "equate/RTE_Quant.dev.jsonl"),
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
    figures: Figures = json.loads(done.stdout)["figures"]["all"]
    return {name: value for name, value in figures.items() if value is not None}


def corpus() -> Figures | None:
    """The seven clusters of documents."""
    figures = scored("corpus", SHARED / "corpus")
    return figures and {label: figures[name] for name, label in CORPUS.items() if name in figures}


def external(command: str, path: str) -> Figures | None:
    """An external set, its main figures."""
    figures = scored(command, SHARED / "bench" / path)
    if figures is None:
        return None
    main = {name: value for name, value in figures.items() if name.count(".") < 2 and name.endswith(TOLD)}
    return dict(list(main.items())[:MOST])


MEASURES: dict[str, Callable[[], Figures | None]] = {
    "document clusters": corpus,
    **{name: partial(external, command, path) for name, (command, path) in SETS.items()},
}
