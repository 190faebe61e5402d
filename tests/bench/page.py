"""The tables of docs/quality.md: sets that are measured in the same way stand in one table, all else in a last one.

A newcomer's mistake: writing between the marks by hand. The next `make bench` writes over it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parents[2] / "docs" / "quality.md"
BEGIN, END = "<!-- figures: begin (make bench writes what is between) -->", "<!-- figures: end -->"
# What the names of a family's sets have in common, and what the set is called whose name is nothing else.
FAMILIES = {"Document clusters": ("document clusters", "shared"), "Lint": ("lint drafts", "seeds")}
Scores = Mapping[str, Any]


def refresh(scores: Scores) -> None:
    """Put the tables into the page, between its two marks."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n\n{tables(scores)}\n{END}{after}", encoding="utf-8")


def tables(scores: Scores) -> str:
    """A table for each family of sets, and one for the rest."""
    parts, rest = [], dict(scores)
    for title, (common, alone) in FAMILIES.items():
        sets = {label(name, common, alone): rest.pop(name) for name in scores if common in name}
        parts.append(f"### {title}\n\n{family(sets)}")
    return "\n".join([*parts, f"### Everything else\n\n{plain(rest)}"])


def label(name: str, common: str, alone: str) -> str:
    """What tells a set from the others of its family.

    >>> label("lint drafts, blind", "lint drafts", "seeds"), label("document clusters", "document clusters", "shared")
    ('blind', 'shared')
    """
    return name.replace(common, "").strip(", ") or alone


def family(sets: Scores) -> str:
    """Sets and figures against each other, what there is more of from top to bottom."""
    figures = list(dict.fromkeys(figure for score in sets.values() for figure in score["figures"]))
    if len(sets) > len(figures):
        rows = [[name, *(told(score, figure) for figure in figures)] for name, score in sets.items()]
        return written(["set", *figures], rows) + measured(sets)
    rows = [[figure, *(told(score, figure) for score in sets.values())] for figure in figures]
    return written(["figure", *sets], rows) + measured(sets)


def plain(scores: Scores) -> str:
    """A row a figure."""
    rows = [
        [name, figure, str(number)] for name, score in scores.items() for figure, number in score["figures"].items()
    ]
    return written(["measured on", "figure", ""], rows) + measured(scores)


def told(score: Mapping[str, Any], figure: str) -> str:
    """A figure of a set, nothing where it was not measured."""
    return str(score["figures"].get(figure, ""))


def written(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; its last columns hold figures."""
    words = 2 if head[-1] == "" else 1
    marks = "---|" * words + "--:|" * (len(head) - words)
    return "\n".join([f"| {' | '.join(head)} |", f"|{marks}", *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def measured(scores: Scores) -> str:
    """When, and with which version, the figures were measured."""
    days: dict[str, list[str]] = {}
    for name, score in scores.items():
        days.setdefault(f"{score['day']} with version {score['version']}", []).append(name)
    if len(days) == 1:
        return f"\nMeasured on {next(iter(days))}.\n"
    return "\n" + "; ".join(f"{', '.join(names)}: measured on {day}" for day, names in days.items()) + ".\n"
