"""Numbers in a table take scale and unit from the heading of their column or the label of their row.

A newcomer's mistake: reading a row as a sentence. "602" under "Monthly users (m)" is 602,000,000.
"""

from __future__ import annotations

import re
from decimal import Decimal

from registry.model.assertion import Kind
from registry.steps.fold import fold
from registry.steps.recognise.line import Draft, Line, find
from registry.steps.recognise.tables import cues, currencies, units
from registry.steps.recognise.tokens import Tokens

BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]|,\s*([^,]{1,30})$")
SCALES = {"m": 10**6, "mn": 10**6, "million": 10**6, "millions": 10**6, "mio": 10**6, "bn": 10**9, "billion": 10**9}
SCALES |= {"billions": 10**9, "k": 1000, "thousand": 1000, "thousands": 1000, "'000": 1000, "000s": 1000, "000": 1000}
SCALES |= {"b": 10**9, "tn": 10**12, "trillion": 10**12, "mrd": 10**9, "md": 10**9}
CAPTION = 160
MONEYED = re.compile(
    r"(?<!\d )(?<![\w.])(?:[€$£¥]|[A-Z]{3})(?:\s|,\s)?(?:k|m|mn|bn|tn|thousands?|millions?|billions?|trillions?)"
    r"(?=\s*(?:$|[,;:.(]\s*|[)\]]))"
)
SHARES = re.compile(r"(?:,|\bin|[(\[])\s*(?:%|per ?cent\b)(?=\s*(?:$|[,;:)\]]))", re.I)
TOLD = re.compile(r"\b(?:[Ii]n|[Aa]mounts?|[Ff]igures) ((?:[^\W\d]|[€$£])[\w€$£]*(?: [\w€$£]+){0,3})\s*[.):]?\s*$")


def head_of(words: str) -> tuple[str, int]:
    """The unit and the scale that a heading gives: "Revenue (EUR m)" is ("EUR", 1000000)."""
    folded = fold(words)[:200]
    parts = [match.group(1) or match.group(2) for match in BRACKETS.finditer(folded)]
    unit, scale = "", 1
    for part in [*parts, folded if not parts else ""]:
        found = _read(part, whole=not parts)
        unit, scale = unit or found[0], scale if scale != 1 else found[1]
    return unit, scale


def _read(part: str, *, whole: bool) -> tuple[str, int]:
    """The unit and scale in some words of a heading."""
    tokens, unit, scale, table = Tokens(part, 0, len(part)), "", 1, currencies()
    for at in range(tokens.size):
        written = tokens.raw[at]
        if not unit and (code := table.signs.get(written) or table.codes.get(written)):
            unit = code
        elif not unit and (money := find(tokens, at, table.names)) and not whole:
            unit = money[0]
        elif tokens.low[at] in SCALES and (not whole or len(tokens.low[at]) > 2 or unit):
            scale = SCALES[tokens.low[at]]
        elif (
            not unit
            and (found := find(tokens, at, units().forms))
            and (not whole or written == "%" or tokens.low[at] == "percent")
        ):
            unit = found[0]
    return unit, scale


def of_table(line: Line) -> tuple[str, int]:
    """The unit and scale of a whole table: of its corner, "Key figures (€ million)", or of the line above it."""
    headers = line.sentence.block.headers
    corner = caption(headers[0]) if headers else ("", 1)
    return corner if corner != ("", 1) else line.about.caption


def caption(words: str) -> tuple[str, int]:
    """The currency and scale that the corner of a table or the line above it gives.

    >>> caption("Results (EUR million)"), caption("All amounts in millions of euros"), caption("Results in Lund")
    (('EUR', 1000000), ('EUR', 1000000), ('', 1))
    >>> caption("£m"), caption("Table 2. Exports, EUR, billion (p = provisional)"), caption("Prices, change in %")
    (('GBP', 1000000), ('EUR', 1000000000), ('percent', 1))
    >>> caption("It cost him 3 EUR m"), caption("It paid £5m, he said")
    (('', 1), ('', 1))
    """
    folded = fold(words)
    if len(folded) > CAPTION:
        return "", 1
    if told := MONEYED.search(folded):
        unit, scale = _read(told.group(), whole=True)
        return (unit, scale) if unit and scale != 1 else ("", 1)
    if SHARES.search(folded) and not folded.rstrip().endswith((".", "!", "?")):
        return "percent", 1
    bracketed = BRACKETS.search(folded) is not None
    hit = None if bracketed else TOLD.search(folded)
    unit, scale = head_of(folded) if bracketed else _read(hit.group(1), whole=False) if hit else ("", 1)
    return (unit, scale) if scale != 1 and not units().dimension.get(unit) else ("", 1)


def of_cells(line: Line, drafts: list[Draft]) -> None:
    """Give the bare numbers of a table row what their heading says, or what the row's label says."""
    block = line.sentence.block
    label, whole = "", of_table(line)
    for index, (start, end) in enumerate(block.cells):
        words = line.about.text[start:end]
        if index == 0:
            label = words
        header = block.headers[index] if index < len(block.headers) else ""
        inside = [draft for draft in drafts if start <= line.tokens.starts[draft.start] < end]
        for draft in inside if index else []:
            column, row = head_of(header) if header else ("", 1), head_of(label)
            own = column != ("", 1) or row[0] or counts(label)
            _give(draft, column if own else whole, row)


def counts(label: str) -> bool:
    """Whether a row's label names things that are counted, whatever the unit of the table is."""
    return not cues("rows_counted").isdisjoint(re.findall(r"[a-z]+", label.lower()))


def _give(draft: Draft, column: tuple[str, int], row: tuple[str, int]) -> None:
    """Give a bare number a unit and a scale."""
    unit, scale = row[0] or column[0], row[1] if row[1] != 1 else column[1]
    if draft.moment is not None or draft.kind not in (Kind.COUNT, Kind.RANGE, Kind.MONEY) or draft.scaled:
        return
    if scale != 1:
        draft.low = None if draft.low is None else draft.low * scale
        draft.high = None if draft.high is None else draft.high * scale
        draft.step = (draft.step or Decimal(1)) * scale
        draft.scaled = True
        draft.trace.append(f"scale of the heading: {scale}")
    if unit and draft.unit == "count":
        dimension = units().dimension.get(unit, "")
        draft.unit = (
            f"{unit}_diff" if unit in ("degC", "degF") and draft.low is not None and abs(draft.low) < 6 else unit
        )
        if draft.kind is not Kind.RANGE:
            draft.kind = Kind.PERCENT if dimension == "share" else Kind.MEASURE if dimension else Kind.MONEY
        draft.trace.append(f"unit of the heading: {unit}")
