"""Single sentences of other people: what a number counts, and whether a sentence states a fact.

A newcomer's mistake: counting only numbers that became a claim. A number without one is a noun not found.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from registry.cli.documents import typed
from registry.model.assertion import Claim
from registry.steps.assemble import fit
from registry.steps.extract import extract_each
from tests.bench.quality import SHARED, Figures

TREES = SHARED / "bench" / "ud_nummod"
SPEECHES = SHARED / "bench" / "policlaim" / "dev.jsonl"
NOUNS = ("NOUN", "PROPN")


def counted(folder: Path = TREES) -> Figures | None:
    """Of numbers that count a noun in annotated trees: those with a claim, and of those the share that counts it."""
    if not folder.exists():
        return None
    figures: Figures = {}
    for file in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        read = extract_each(typed(row["text"], row["id"], {}) for row in rows)
        found = [over(number, claims) for row, claims in zip(rows, read, strict=True) for number in nouns(row)]
        named = [number_and_claim for number_and_claim in found if number_and_claim[1] is not None]
        name = file.stem.split(".")[0]
        figures[f"{name}: read as a claim"] = percent(len(named), len(found))
        figures[f"{name}: noun right in those"] = percent(sum(is_right(*one) for one in named), len(named))
    return figures


def nouns(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The numbers of a sentence that count a noun."""
    return [number for number in row["nummods"] if number["head_upos"] in NOUNS]


def over(number: dict[str, Any], claims: Sequence[Claim]) -> tuple[dict[str, Any], Claim | None]:
    """A number with the claim that covers it."""
    start, end = number["num_span"]
    return number, next((one for one in claims if one.span.start < end and start < one.span.end), None)


def is_right(number: dict[str, Any], claim: Claim | None) -> bool:
    """Whether a claim counts a number's noun: by its lemma in the attribute, or as a unit inside the claim's words."""
    assert claim is not None
    label = claim.assertion.attribute.label.lower() if claim.assertion.attribute else ""
    inside = claim.span.start <= number["head_span"][0] < claim.span.end
    return inside or number["head_lemma"].lower() in label or number["head"].lower() in label.split()


def stated(path: Path = SPEECHES) -> Figures | None:
    """Whether a sentence states a fact that can be checked, each speech left out of the fit once."""
    if not path.exists():
        return None
    data = fit.rows(path)
    return {"f1": round(100 * fit.f1(fit.left_out(data)), 2), "sentences": len(data)}


def percent(some: int, every: int) -> float:
    """A share in percent."""
    return round(100 * some / max(1, every), 1)
