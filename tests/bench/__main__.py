"""`make bench`: measure, write the figures to `scores.json` and refresh the tables of docs/quality.md."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from registry import __version__
from tests.bench import lint_drafts, quality, speed

ROOT = Path(__file__).resolve().parents[2]
SCORES = Path(__file__).with_name("scores.json")
PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- figures: begin (make bench writes what is between) -->", "<!-- figures: end -->"


def main() -> int:
    """Measure what can be measured here; what cannot keeps its last figures."""
    scores = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    drafts = {
        "lint drafts": lint_drafts.measure,
        "lint drafts, other subjects": lint_drafts.measure_others,
        "lint drafts, clusters": lint_drafts.measure_clusters,
        "lint drafts, unseen": lint_drafts.measure_unseen,
        "lint drafts, fresh": lint_drafts.measure_fresh,
    }
    for name, measure in {**quality.MEASURES, **drafts, "speed": speed.measure}.items():
        figures = measure()
        if figures is None:
            print(f"{name}: the material is not here, the last figures stand", file=sys.stderr)
            continue
        day = datetime.now(UTC).date().isoformat()
        scores[name] = {"day": day, "version": __version__, "figures": figures}
        print(f"{name}: {figures}", file=sys.stderr, flush=True)
        SCORES.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    refresh(scores)
    return 0


def refresh(scores: dict[str, Any]) -> None:
    """Put the tables into the page, between its two marks."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n\n{table(scores)}\n{END}{after}", encoding="utf-8")


def table(scores: dict[str, Any]) -> str:
    """A row a figure."""
    lines = ["| measured on | figure | | day | version |", "|---|---|--:|---|---|"]
    for name, score in scores.items():
        for figure, number in score["figures"].items():
            lines.append(f"| {name} | {figure} | {number} | {score['day']} | {score['version']} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
