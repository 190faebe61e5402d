"""`make bench`: measure, write the figures to `scores.json` and refresh the tables of docs/quality.md."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from registry import __version__
from tests.bench import lint_drafts, lint_whole, mixed, ordinary, quality, sentences, speed
from tests.bench.page import refresh

SCORES = Path(__file__).with_name("scores.json")

MEASURES: dict[str, Callable[[], dict[str, float] | None]] = {
    **quality.MEASURES,
    "counted nouns": sentences.counted,
    "factual sentences": sentences.stated,
    "documents of many matters": mixed.measure,
    "ordinary texts": ordinary.measure,
    "lint drafts": lint_drafts.measure,
    "lint drafts, other subjects": lint_drafts.measure_others,
    **{
        f"lint drafts, {name}": partial(lint_drafts.measure_clusters, at)
        for name, at in lint_drafts.ABOUT_CLUSTERS.items()
    },
    "lint drafts, blind": partial(lint_drafts.measure_clusters, lint_drafts.BLIND, lint_drafts.HELD_OUT),
    "lint drafts, whole": lint_whole.measure,
    "speed": speed.measure,
}


def main() -> int:
    """Measure what is named, or everything; what cannot be measured here keeps its last figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(MEASURES)}")
    names = parser.parse_args().names or list(MEASURES)
    if unknown := [name for name in names if name not in MEASURES]:
        parser.error(f"not known: {', '.join(unknown)}")
    scores = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    for name in names:
        figures = MEASURES[name]()
        if figures is None:
            print(f"{name}: the material is not here, the last figures stand", file=sys.stderr)
            continue
        day = datetime.now(UTC).date().isoformat()
        scores[name] = {"day": day, "version": __version__, "figures": figures}
        print(f"{name}: {figures}", file=sys.stderr, flush=True)
        SCORES.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    refresh({name: scores[name] for name in MEASURES if name in scores})
    return 0


if __name__ == "__main__":
    sys.exit(main())
