"""Values of one fact in one way of writing: "six" beside "33" is 6, "81.000" beside "700,000" is 81 000, and "96" below
a column's "Length (m)" is 96 m.

A newcomer's mistake: writing every value anew. What a document wrote in English digits stays: it is what one looks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from registry.actions.views import ConflictRow, ConflictView, DecisionView, FactRow, FactView, SideRow, SideView
from registry.model.assertion import Value
from registry.model.quantity import Quantity
from web import words

Labels = Mapping[str, str]
Labelled = TypeVar("Labelled", SideRow, SideView, DecisionView)
FIGURE = re.compile(r"\d{1,3}(?:[,.\u202f\u00a0 ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
SIZES = tuple(Decimal(10) ** power for power in (0, 3, 6, 9, 12))
BARE = re.compile(rf"[-+\u2212]?(?:{FIGURE.pattern})")
UNITLESS = ("", "count", "magnitude")
SIZED = re.compile(r"\d\s*[a-z]", re.IGNORECASE)
ENGLISH = str.maketrans("", "", ",\u202f\u00a0 ")
OTHER = str.maketrans(",", ".", ".\u202f\u00a0 ")
AGAIN = re.compile(r" \(no\. \d+\)$")
# In the sentences of the registry a value follows one of these, and counts of documents are written out.
BEFORE = r"(?:(?<=\bsay )|(?<=\bsays )|(?<=\bholds )|(?<=\bor )|(?<=\band )|(?<=\bat )|(?<=: )|(?<=, ))"
AFTER = r"(?!\w|[.,]\d| of them\b| documents?\b| sources?\b| independent\b)"


def label(given: str, value: Value | None) -> str:
    """A value's label: as it was written, where that is in English digits, else in ours. A side may be named after one
    claim and valued by another that agrees; what does not fit its value stays as it was written."""
    if not isinstance(value, Quantity):
        return given
    written = AGAIN.sub("", given)
    if any(each.isdigit() for each in written):
        ours = _bare(written, value) or (not _reads(written, value, ENGLISH) and _reads(written, value, OTHER))
    else:
        ours = value.low is not None and value.low == value.high
    return words.worded(value) + given[len(written) :] if ours else given


def _bare(written: str, value: Quantity) -> bool:
    """Whether a label is digits alone, and the unit of its value stands elsewhere: at the head of a column, or once for
    several figures."""
    bare = value.unit not in UNITLESS and BARE.fullmatch(written) is not None
    return bare and _reads(written, value, ENGLISH, SIZES)


def _reads(
    written: str, value: Quantity, signs: dict[int, int | None], scales: tuple[Decimal, ...] = SIZES[:1]
) -> bool:
    """Whether the digits of a label, read with some signs for thousands and decimals, are an end of its value."""
    found = {read for each in FIGURE.findall(written) if (read := _number(each.translate(signs))) is not None}
    sizes = SIZES if SIZED.search(written) else scales
    ends = {abs(end) for end in (value.low, value.high) if end is not None}
    return any(number * size in ends for number in found for size in sizes)


def _number(digits: str) -> Decimal | None:
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


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
    return row._replace(sides=_named(row.sides, found), detail=said(row.detail, found))


def of_conflict(view: ConflictView) -> ConflictView:
    """A conflict on the desk."""
    found = labels(view.sides)
    sides, decisions = _named(view.sides, found), _named(view.decisions, found)
    return view._replace(row=of_row(view.row), sides=sides, decisions=decisions)


def of_fact_row(row: FactRow) -> FactRow:
    """A fact in a list."""
    found = labels(row.values)
    held = found.get(row.standing.value or "", row.standing.value)
    standing = row.standing._replace(value=held, words=said(row.standing.words, found))
    return row._replace(values=_named(row.values, found), standing=standing)


def of_fact(view: FactView) -> FactView:
    """A fact in full."""
    found = labels(view.sides)
    sides, decisions = _named(view.sides, found), _named(view.decisions, found)
    return view._replace(row=of_fact_row(view.row), sides=sides, decisions=decisions)


def _named(given: Iterable[Labelled], found: Labels) -> tuple[Labelled, ...]:
    """Sides or decisions with their labels as they are shown."""
    return tuple(each._replace(label=found.get(each.label or "", each.label)) for each in given)
