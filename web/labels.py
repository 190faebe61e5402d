"""Values of one fact in one way of writing: "six" beside "33" is 6, "81.000" beside "700,000" is 81 000.

A newcomer's mistake: writing every value anew. What a document wrote in English digits stays: it is what one looks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from registry.actions.views import ConflictRow, ConflictView, FactRow, FactView, SideRow, SideView, Standing
from registry.model.assertion import Value
from registry.model.quantity import Quantity
from web import words

Labels = Mapping[str, str]
FIGURE = re.compile(r"\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?![\d,.]*\d)")
SIZES = tuple(Decimal(10) ** power for power in (0, 2, 3, 6, 9, 12))
AGAIN = re.compile(r" \(no\. \d+\)$")
# In the sentences of the registry a value follows one of these, and counts of documents are written out.
BEFORE = r"(?:(?<=\bsay )|(?<=\bsays )|(?<=\bor )|(?<=\band )|(?<=\bat )|(?<=: )|(?<=, ))"
AFTER = r"(?!\w|[.,]\d| documents?\b| sources?\b| independent\b)"


def label(given: str, value: Value | None) -> str:
    """A value's label: as it was written, where that is in English digits, else in ours."""
    if not isinstance(value, Quantity) or _plain(given, value):
        return given
    again = AGAIN.search(given)
    return words.worded(value) + (again[0] if again else "")


def _plain(given: str, value: Quantity) -> bool:
    """Whether the digits of a label, read as English, are an end of its value."""
    found = {Decimal(re.sub(r"[,\s]", "", each)) for each in FIGURE.findall(AGAIN.sub("", given))}
    ends = {end for end in (value.low, value.high) if end is not None}
    return any(abs(number * size) == abs(end) for number in found for size in SIZES for end in ends)


def labels(sides: Iterable[SideRow | SideView]) -> Labels:
    """How the labels that are written otherwise are shown; two values never look the same."""
    rows = [(side.label, label(side.label, side.value)) for side in sides]
    every = [shown for _, shown in rows]
    return {old: new for old, new in rows if old != new and every.count(new) == 1}


def said(text: str, found: Labels) -> str:
    """A sentence of the registry with its values as they are shown."""
    if not found:
        return text
    names = "|".join(re.escape(each) for each in sorted(found, key=len, reverse=True))
    return re.sub(f"{BEFORE}(?:{names}){AFTER}", lambda match: found[match[0]], text)


def of_row(row: ConflictRow) -> ConflictRow:
    """A conflict in a list."""
    found = labels(row.sides)
    sides = tuple(side._replace(label=found.get(side.label, side.label)) for side in row.sides)
    return row._replace(sides=sides, detail=said(row.detail, found))


def of_conflict(view: ConflictView) -> ConflictView:
    """A conflict on the desk."""
    found = labels(view.sides)
    decisions = tuple(each._replace(label=found.get(each.label or "", each.label)) for each in view.decisions)
    return view._replace(row=of_row(view.row), sides=_sides(view.sides, found), decisions=decisions)


def of_fact_row(row: FactRow) -> FactRow:
    """A fact in a list."""
    found = labels(row.values)
    values = tuple(side._replace(label=found.get(side.label, side.label)) for side in row.values)
    return row._replace(values=values, standing=_standing(row.standing, found))


def of_fact(view: FactView) -> FactView:
    """A fact in full."""
    found = labels(view.sides)
    decisions = tuple(each._replace(label=found.get(each.label or "", each.label)) for each in view.decisions)
    return view._replace(row=of_fact_row(view.row), sides=_sides(view.sides, found), decisions=decisions)


def _sides(sides: Iterable[SideView], found: Labels) -> tuple[SideView, ...]:
    return tuple(side._replace(label=found.get(side.label, side.label)) for side in sides)


def _standing(given: Standing, found: Labels) -> Standing:
    held = found.get(given.value or "", given.value)
    return given._replace(value=held, words=said(given.words, found))
