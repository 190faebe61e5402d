"""How often the linter finds a changed figure in a whole document, held against the other documents of its cluster.

Run it with `python -m tests.bench.lint_changed OWN`, where OWN is what `tests.clusters.build` wrote. Of every second
document, every second figure on which the documents agree has two digits swapped; nothing of the document itself
speaks. A newcomer's mistake: comparing with the sets of short sentences. Whole documents are much harder.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

from registry.actions import held, lint
from registry.actions.filing.candidates import nearest as closest
from registry.actions.held import known
from registry.actions.rows import to_claim
from registry.model.document import Reading
from registry.steps.lint.problem import Options, Report
from registry.store import Store
from tests.bench.lint_drafts import clustered, percent

Gold = dict[str, Any]
COUNTED = ("count", "measure", "money", "percent")
NUMBER = re.compile(r"\D{0,4}\d[\d.,]*")


def swapped(words: str) -> str | None:
    """Words with the first two different digits in each other's place; None where there are none.

    >>> swapped("1,250 people")
    '2,150 people'
    """
    digits = list(re.finditer(r"\d", words))
    for one, two in pairwise(digits):
        if one.group() != two.group() and not (one is digits[0] and two.group() == "0"):
            return (
                f"{words[: one.start()]}{two.group()}{words[one.end() : two.start()]}{one.group()}{words[two.end() :]}"
            )
    return None


def agreed(claims: Sequence[Gold], document: str) -> list[list[Gold]]:
    """The claims of each fact that this document and others state, all with one exact value."""
    facts: dict[str, list[Gold]] = {}
    for claim in (one for one in claims if one["fact"] is not None):
        facts.setdefault(claim["fact"], []).append(claim)
    shared = [
        some
        for _, some in sorted(facts.items())
        if document in (docs := {one["doc"] for one in some}) and len(docs) > 1
    ]
    return [some for some in shared if len({json.dumps(one["value"]) for one in some}) == 1 and exact(some[0])]


def exact(claim: Gold) -> bool:
    """Whether a claim states one figure, as it is."""
    value = claim["value"]
    return claim["status"] == "actual" and not value.get("approx") and value["low"] == value["high"]


def changed(text: str, claims: Sequence[Gold]) -> str:
    """The text with these figures changed."""
    for one in claims:
        text = text[: one["start"]] + str(swapped(one["text"])) + text[one["end"] :]
    return text


def can_change(claims: Sequence[Gold]) -> bool:
    """Whether all of these are written in digits that can be swapped."""
    return all(one["kind"] in COUNTED and NUMBER.match(one["text"]) and swapped(one["text"]) for one in claims)


def report(store: Store, text: str, told: Mapping[str, str]) -> Report:
    """What the linter says to a document whose own claims are held back."""
    own = (told["publisher"], told["title"])
    look, sides = closest, known._sides

    def nearest(*given: Any, **more: Any) -> Any:
        found = look(*given, **more)
        return {
            name: [row for row in rows if (row.publisher, to_claim(row).source.title) != own]
            for name, rows in found.items()
        }

    def others(*given: Any) -> Iterator[Any]:
        for side in sides(*given):
            left = tuple(one for one in side.witnesses if (one.claim.source.publisher, one.claim.source.title) != own)
            if left:
                yield replace(side, witnesses=left)

    day = date.fromisoformat(told["published"])
    reading = Reading(
        text, "text/plain", "given/1", title=told["title"], publisher=told["publisher"], published=day, language="en"
    )
    claims = lint.read(reading, Options())
    with patch.object(held, "nearest", nearest), patch.object(known, "_sides", others), store.reading() as session:
        return lint.lint(session, reading, claims, Options())


def flagged(found: Report, claim: Gold) -> bool:
    """Whether a figure is called wrong."""
    return any(
        one.rule == "FACT001" and one.span.start < claim["end"] and claim["start"] < one.span.end
        for one in found.problems
    )


def counted(store: Store, folder: Path) -> Counter[tuple[bool, bool]]:
    """Of the figures of a cluster that documents agree on: whether changed, and whether called wrong."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["claims"]
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    found: Counter[tuple[bool, bool]] = Counter()
    for name in sorted(meta)[::2]:
        if meta[name].get("language", "en") != "en" or not name.endswith(".txt"):
            continue  # what is annotated on a page has no place in its file
        facts = [[one for one in some if one["doc"] == name] for some in agreed(gold, name)]
        wrong = [one for some in facts[::2] if can_change(some) for one in some]
        said = report(store, changed((folder / name).read_text(encoding="utf-8"), wrong), meta[name])
        for one in (one for some in facts for one in some):
            found[one in wrong, flagged(said, one)] += 1
    return found


def measure(own: Path) -> dict[str, float | int]:
    """The figures of all clusters in a folder."""
    found: Counter[tuple[bool, bool]] = Counter()
    with tempfile.TemporaryDirectory() as place:
        store = clustered(f"sqlite:///{place}/clusters.sqlite")
        for gold in sorted(own.glob("*/gold.json")):
            found += counted(store, gold.parent)
        store.close()
    right, false = found[True, True], found[False, True]
    return {
        "changed figures": right + found[True, False],
        "contradicted, precision %": percent(right, right + false),
        "contradicted, recall %": percent(right, right + found[True, False]),
    }


if __name__ == "__main__":
    for figure, value in measure(Path(sys.argv[1])).items():
        print(f"{figure}: {value}")
