"""Numbers in a table take scale and unit from the heading of their column or the label of their row.

A newcomer's mistake: reading a row as a sentence. "602" under "Monthly users (m)" is 602,000,000.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from registry.model.assertion import Kind
from registry.model.span import Block
from registry.steps.cues import cued
from registry.steps.fold import fold
from registry.steps.recognise.line import Context, Draft, Line, find
from registry.steps.recognise.numbers.ranges import scale_of
from registry.steps.recognise.tables import cues, currencies, units
from registry.steps.recognise.tokens import Tokens

BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]|(?<!\d),\s*([^,]{1,30})$")
SCALES = {"m": 10**6, "mn": 10**6, "million": 10**6, "millions": 10**6, "mio": 10**6, "bn": 10**9, "billion": 10**9}
SCALES |= {"billions": 10**9, "k": 1000, "thousand": 1000, "thousands": 1000, "'000": 1000, "000s": 1000, "000": 1000}
SCALES |= {"lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7}
SCALES |= {"b": 10**9, "tn": 10**12, "trillion": 10**12, "mrd": 10**9, "md": 10**9}
CAPTION = 160
MONEYED = re.compile(
    r"(?<!\d )(?<![\w.])(?:[A-Z]{0,2}\$|[€£¥]|[A-Z]{3})(?:\s|,\s)?"
    r"(?:k|m|mn|bn|tn|thousands?|millions?|billions?|trillions?)"
    r"(?=\s*(?:$|[,;:.(]\s*|[)\]]))"
)
SHARES = re.compile(r"(?:,|\bin|[(\[])\s*(?:%|per ?cent\b)(?=\s*(?:$|[,;:)\]]|and\b|with\b))", re.I)
PART = re.compile(r"(?:of (?:which|these|this|that|whom)|thereof|incl(?:uding|\.)|among (?:them|these))\b", re.I)
NUMBERED = re.compile(r"(?:rank(?:ing)?|no|nr|pos(?:ition)?|place|\#)\.?", re.I)
BRACKETED = SCALES | dict.fromkeys(("1,000", "1000", "1'000"), 1000)  # "Area (1,000 ha)"
CASED = frozenset(("t", "C", "F", "W", "MW", "kN", "Mt", "Gt", "kt", "kts", "L"))
# What is measured in metres, and what in knots: "Height (m)", "Wind (kt)"; revenue is in millions, emissions by weight.
LONG = cued(
    r"""\b(?i:distances?|heights?|lengths?|widths?|breadths?|depths?|altitudes?|elevations?|prominence|radius|diameters?
      |clearance|thickness|spans?|draughts?|circumference|perimeter|tall(?:est)?|deep(?:est)?|high(?:est)?\ point
      |low(?:est)?\ point|wid(?:e|est)|longest|water\ levels?|tides?|waves?|storm\ surges?|contours?
      |(?:long|high|triple)\ jump|pole\ vault|shot\ put|discus|javelin
      |länge|höhe|breite|tiefe|durchmesser|spannweite|hauteur|longueur|largeur|profondeur|diamètre|altura|longitud
      |anchura|profundidad|diámetro)\b""",
    re.VERBOSE,
)
PAID = cued(r"(?i:debt|loan|revenue|income|cost|price|sales|market|cash|budget|spending)")
FAST = cued(r"(?i:speed|wind|gust|velocity)")
NUMERAL = re.compile(r"\d[\d.,]*")
SUMMED, SUMMED_DIGITS = 1_500, 3
UNIT_ALONE = re.compile(
    r"[(\[]\s*(?:[A-Z]{0,2}\$|[€£¥%]|[A-Z]{3}|mm|cm|km|kg|tonnes|t|ha|km2|km²|°[CF]|MW|GWh|hours|minutes)\s*[)\]]"
)
TOLD = cued(r"\b(?:[Ii]n|[Aa]mounts?|[Ff]igures) ((?:[^\W\d]|[€$£])[\w€$£]*(?: [\w€$£]+){0,3})\s*[.):]?\s*$")


def head_of(words: str) -> tuple[str, int]:
    """The unit and the scale that a heading gives: "Revenue (EUR m)" is ("EUR", 1000000).

    >>> head_of("Harvest (million t)"), head_of("Yield (t/ha)"), head_of("Loans (Rs crore)")
    (('t', 1000000), ('t', 1), ('INR', 10000000))
    """
    folded = fold(words)[:200]
    parts = [match.group(1) or match.group(2) for match in BRACKETS.finditer(folded)]
    unit, scale = "", 1
    for part in [*parts, folded if not parts else ""]:
        found = _read(part, whole=not parts)
        unit, scale = unit or found[0], scale if scale != 1 else found[1]
    if "m" in parts and not unit and LONG.search(folded) and not PAID.search(folded):
        return "m", 1
    return ("", 1) if unit == "knot" and not FAST.search(folded) else (unit, scale)


def _read(part: str, *, whole: bool) -> tuple[str, int]:
    """The unit and scale in some words of a heading."""
    tokens, unit, scale, table = Tokens(part, 0, len(part)), "", 1, currencies()
    counted_by = not whole and "/" in tokens.low  # "t/ha"; "km/h" is found before it ends
    for at in range(tokens.low.index("/") if counted_by else tokens.size):
        written = tokens.raw[at]
        if not unit and (code := dollars(tokens, at) or table.signs.get(written) or table.codes.get(written)):
            unit = code
        elif not unit and (money := find(tokens, at, table.names)) and not whole:
            unit = money[0]
        elif (
            tokens.low[at] in (SCALES if whole else BRACKETED)
            and tokens.word(at - 1) != "per"
            and (not whole or len(tokens.low[at]) > 2 or unit)
        ):
            scale = BRACKETED[tokens.low[at]]
        elif not unit and tokens.low[at] in units().multiples:
            unit, scale = units().multiples[tokens.low[at]]
        elif not unit and not whole and written in CASED and is_alone(tokens, at):
            unit = units().cased[written]
        elif (
            not unit
            and (found := find(tokens, at, units().forms))
            and (not whole or written == "%" or tokens.low[at] == "percent")
        ):
            unit = found[0]
    return unit, scale


def dollars(tokens: Tokens, at: int) -> str:
    """The currency of a dollar sign with the letters of its country before it, from these on: "A$ million"."""
    sign = at if tokens.word(at) == "$" else at + 1
    joined = tokens.word(sign) == "$" and tokens.touches(sign)
    return currencies().dollars.get(tokens.word(sign - 1), "") if joined else ""


def is_alone(tokens: Tokens, at: int) -> bool:
    """Whether a letter is all of a bracket but for a scale before it or what it counts by: "(million t)", "(t/ha)"."""
    before = all(tokens.low[here] in BRACKETED for here in range(at))
    return before and tokens.word(at + 1) in ("", "/", "per")


def of_column(header: str) -> tuple[str, int]:
    """The unit and scale of a column: of its heading, which may be nothing but a unit, "Km"."""
    found = head_of(header) if header else ("", 1)
    return found if found != ("", 1) else (only_unit(header), 1)


def only_unit(words: str) -> str:
    """The unit that some words name if they say nothing else; a "second" may be the next after the first, and
    games are "won"."""
    tokens = Tokens(words, 0, min(len(words), CAPTION))
    lone = tokens.size == 1 and len(tokens.low[0]) == 1 and tokens.low[0].isalpha()  # "L" of games that were lost
    if not tokens.size or lone or tokens.low[0] in ("second", "an", "won"):
        return ""
    found = find(tokens, 0, units().forms) or find(tokens, 0, currencies().names)
    return found[0] if found and found[1] == tokens.size else ""


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
    >>> caption("It cost him 3 EUR m"), caption("It paid £5m, he said"), caption("It drew 90,000, 610,000 in all")
    (('', 1), ('', 1), ('', 1))
    >>> caption("Prize money (€)"), caption("Rain in Lund (mm)"), caption("Change in % and 95% CI")
    (('EUR', 1), ('mm', 1), ('percent', 1))
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
    if unit and scale == 1 and bracketed and UNIT_ALONE.search(folded):
        return unit, 1
    return (unit, scale) if scale != 1 and not units().dimension.get(unit) else ("", 1)


def of_sum(line: Line, drafts: list[Draft]) -> tuple[str, int]:
    """The unit and scale of the sum that a table under a sentence is the account of.

    "It expects EUR 1,280 million, as follows:" stands over rows in millions, if one of them is 1,280.
    """
    about, sentence = line.about, line.sentence
    sums = [draft for draft in drafts if draft.kind in (Kind.MONEY, Kind.MEASURE) and draft.single]
    if not sums or not about.folded[sentence.start : sentence.end].rstrip().endswith(":"):
        return "", 1
    written = line.tokens.raw[sums[-1].start : sums[-1].end]
    number = next((word for word in written if word[0].isdigit()), "")
    rows = about.folded[sentence.end : sentence.end + SUMMED]
    if len(number) < SUMMED_DIGITS or not re.search(rf"\s{re.escape(number)}\s*$", rows, re.M):
        return "", 1
    return sums[-1].unit, int(scale_of(sums[-1])) if sums[-1].scaled else 1


def is_part(block: Block, about: Context) -> bool:
    """Whether a row is a part of the one above it: it says so, or is set in."""
    return PART.match(about.folded, block.start) is not None or inset(block, about) > about.above[0]


def inset(block: Block, about: Context) -> int:
    """How far a row is set in."""
    return block.start - 1 - about.folded.rfind("\n", 0, block.start)


def row_head(block: Block, about: Context) -> tuple[str, int]:
    """The unit and scale of a row: of its label, or of the row that it is a part of."""
    label = about.text[slice(*block.cells[0])]
    own = head_of(label)
    return about.above[1] if own == ("", 1) and not counts(label) and is_part(block, about) else own


def note_row(block: Block, about: Context) -> None:
    """Keep what a row says of its figures, for those that are parts of it."""
    head = row_head(block, about)
    depth = about.above[0] if PART.match(about.folded, block.start) else inset(block, about)
    about.above = depth, head


def numbers_rows(block: Block, index: int) -> bool:
    """Whether a column only numbers or names the rows: its heading says so, or it is the first of a table with more."""
    heading = block.headers[index].strip() if index < len(block.headers) else ""
    if heading.lower() == "no" and any(other.strip().lower() == "yes" for other in block.headers):
        return False  # those who said so
    return bool(heading) and (NUMBERED.fullmatch(heading) is not None or (index == 0 and len(block.cells) > 1))


def of_cells(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The numbers of a cell with what heading and label say of them; none that only name a row."""
    block, whole = line.sentence.block, of_table(line)
    row = row_head(block, line.about)
    for index, (start, end) in enumerate(block.cells):
        header = block.headers[index] if index < len(block.headers) else ""
        inside = [draft for draft in drafts if start <= line.tokens.starts[draft.start] < end]
        named = index or NUMERAL.fullmatch(line.about.text, start, end) is not None
        if inside and named and numbers_rows(block, index):
            return [draft for draft in drafts if not draft.bare]
        if index == 0 and names_band(line.about.text, block):
            drafts = [draft for draft in drafts if draft not in inside or not is_band(draft)]
        for draft in inside if index else []:
            column = of_column(header)
            own = column != ("", 1) or row[0] or counts(line.about.text[slice(*block.cells[0])])
            _give(draft, column if own else whole, row, line.about.coins)
    return drafts


def names_band(text: str, block: Block) -> bool:
    """Whether the cells behind the first of a row hold figures, so that it names whom or what they are of."""
    return any(NUMERAL.search(text, start, end) for start, end in block.cells[1:])


def is_band(draft: Draft) -> bool:
    """Whether a figure bounds a group: "0-4 years", "65 and over", "under 5"."""
    return draft.moment is None and (draft.kind is Kind.RANGE or draft.low is None or draft.high is None)


def counts(label: str) -> bool:
    """Whether a row's label names things that are counted, whatever the unit of the table is."""
    return not cues("rows_counted").isdisjoint(re.findall(r"[a-z]+", label.lower()))


def _give(draft: Draft, column: tuple[str, int], row: tuple[str, int], coins: Mapping[str, str]) -> None:
    """Give a bare number a unit and a scale; where a "$" is of another country, the heading's is so, too."""
    unit, scale = row[0] or column[0], row[1] if row[1] != 1 else column[1]
    unit = coins.get("$", unit) if unit == "USD" else unit
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
        if not draft.step and dimension not in ("", "time", "data"):
            draft.step = Decimal(1)  # as behind a figure of prose: "46 km" may be 46.3
        draft.trace.append(f"unit of the heading: {unit}")
