"""Mentions that make no claim: they say when another figure holds, head a column or a report, number a model, or date a
credit.

A newcomer's mistake: leaving out every quarter. "Sales of the third quarter" has one that only frames the sales; "to be
completed in the third quarter" tells what is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from registry.model.assertion import Kind, Mention
from registry.model.moment import Moment, Precision
from registry.model.span import BlockKind
from registry.steps.assemble.attribute.works import made
from registry.steps.assemble.spot import Page, Spot
from registry.steps.resolve.words import words

CREDIT = re.compile(r"^[\W_]*(?:[A-Z][\w'&.-]*|of|for|the|and)(?: (?:[A-Z][\w'&.-]*|of|for|the|and|de|du)){1,7},\s*$")
SCALES = frozenset({"thousands", "millions", "billions", "hundreds", "thousand", "million", "billion"})
NUMERAL = re.compile(r"\d{1,2}|[A-Z][a-z]{2,8}|[IVX]{1,4}")
LAST_NAME = re.compile(r"\b([A-Z][\w'-]+) $")
CLASSES = re.compile(r"\s*[,;]\s*(?:and |or )?|\s+(?:and|or)\s+(?=[<>\u2264\u2265\d])")
CLASS = re.compile(
    r"(?:[<>\u2264\u2265]=?|under|over|up to|none|never|0\b)|\d[\d.,]*\s*(?:[-\u2013/+]|to\b|or\b|and\b)", re.I
)
CODED = re.compile(
    r"\W*(?:ean|gtin|bar ?codes?|isbn|issn|sku|upc|asin|doi|(?:post|zip)(?:al)? ?codes?|postcodes?|phone"
    r"|tel(?:ephone)?|fax|(?:order|article|item|part|batch|lot|serial|catalogue|case|file|reference|ref|phone|mobile"
    r"|room|account|product|model|registration|flight|licence|license)\.?"
    r" (?:no\.?|nos\.?|number|codes?|ids?)|ids?|ref\.?)"
    r"(?: ?\([^()]*\))?\W*",
    re.I,
)
QUOTED = re.compile(r"\((?:[A-Z]{2,6}: ?)?[A-Z]{2,5}(?:\.[A-Z]{1,2})? $")
NEAR = 20
DESK = re.compile(
    r"\((?:\d(?:st|nd|rd|th) (?:lead|update|write-?thru)|(?:lead|update|write-?thru|recasts|adds|corrects)\b)[^()]*\)",
    re.I,
)
OPEN = re.compile(r"[<>\u2264\u2265+]|\b(?:under|over|or (?:more|less|fewer|older|above|below|over))\b", re.I)
FEWEST = 3
LONGEST = 50_000
REACH, TITLE, FEWEST_CELLS = 90, 80, 2
PERIOD = re.compile(
    r"(?:(?:the|for|financial|fiscal|full|half|business|first|second|third|fourth|six|nine|three|twelve|\d{1,2})[ -])*"
    r"(?:year|half|quarter|months|weeks)[ -](?:to|ended|ending|up to) (?:\w+ ){0,2}[\w,. ]*\d{4}$",
    re.I,
)
_CLOCK = r"\d{1,2}(?:[:.h]\d\d)?(?: ?[ap]\.?m\.?)?"
HOURS = re.compile(rf"(?:from |between )?{_CLOCK} ?(?:-|\u2013|\u2014|to|until|till|and) ?{_CLOCK}(?: h| hours)?", re.I)
TO_BE_DONE = re.compile(
    r"\b(?:complet(?:e|ed|ion)|clos(?:es?|ed|ing)|(?:re)?open(?:s|ed|ing)?|start(?:s|ed|ing)?|beg[iu]ns?|finish(?:ed)?"
    r"|comes?|launch(?:ed)?|deliver(?:ed|y|ies)?|end|concluded?|due|ready|service|effect|follow|arrive|held|decided?|operational"
    r"|in operation|on the market|finali[sz]ed|signed|shipp?(?:ed|ing)?)\b[^.;:,\d%$\u20ac\u00a3]{0,50}"
    r"\b(?:in|by|during|for|until|before)(?: the)?(?: end of| middle of| start of)?(?: the)? $"
    r"|\b(?:planned|expected|scheduled|slated|foreseen|due|likely|fixed|put (?:back|off)|pushed back|postponed|delayed)"
    r" (?:for|in|by|to|until)(?: the)? $"
    r"|(?:^|; ?)\W*[A-Za-z][^:;.\d]{2,60}:(?: the)? $"
)


def is_marker(page: Page, number: int, mention: Mention) -> bool:
    """Whether a mention of a sentence marks something else."""
    frames = labels(mention) and not awaited(page, number, mention) and made(page, number, mention) is None
    if frames or heads(page, number, mention) or is_model(page, mention) or is_coded(page, number, mention):
        return True
    return is_class(page, number, mention) or is_period(page, number, mention)


def labels(mention: Mention) -> bool:
    """Whether a mention only says when another figure holds: a weekday, a quarter, "this year"."""
    value = mention.value
    if "label" in mention.notes or "weekday" in mention.notes:
        return True
    if not isinstance(value, Moment):
        return False
    wide = value.precision in (Precision.YEAR, Precision.PERIOD, Precision.QUARTER)
    return value.precision is Precision.QUARTER or (wide and "relative" in mention.notes)


def awaited(page: Page, number: int, mention: Mention) -> bool:
    """Whether a coming quarter tells when something is to be done, and is no period of a figure."""
    value, known = mention.value, page.source.published
    if not isinstance(value, Moment) or known is None or value.low <= known or "weekday" in mention.notes:
        return False
    before = page.folded[max(page.sentences[number].start, mention.start - REACH) : mention.start]
    return TO_BE_DONE.search(before) is not None


def heads(page: Page, number: int, mention: Mention) -> bool:
    """Whether a mention only names a table's column, or the scale of a row: "3 May, 18:00", "Visits (thousands)"."""
    block = page.sentences[number].block
    if block.kind is not BlockKind.ROW:
        return False
    if page.folded[mention.start - 1 : mention.start] == "(" and page.folded[mention.end : mention.end + 1] == ")":
        return "vague" in mention.notes or page.folded[mention.start : mention.end].lower() in SCALES
    if mention.kind is not Kind.DATE or number + 1 >= len(page.sentences):
        return False
    words_ = page.folded[mention.start : mention.end]
    return any(words_ in header for header in page.sentences[number + 1].block.headers)


def is_coded(page: Page, number: int, mention: Mention) -> bool:
    """Whether a figure stands in a column of codes or numbers to call, behind the sign of a share, "(NWD 118.20)", or
    in the bracket of a desk, "(2nd lead)"."""
    part = page.sentences[number]
    if part.block.headers:
        at = next((n for n, (start, end) in enumerate(part.block.cells) if start <= mention.start < end), None)
        return at is not None and at < len(part.block.headers) and CODED.fullmatch(part.block.headers[at]) is not None
    if mention.kind is Kind.COUNT and QUOTED.search(page.folded, max(part.start, mention.start - NEAR), mention.start):
        priced = "." in page.folded[mention.start : mention.end]  # "(SNP 43, Labour 37)" are seats
        return priced and page.folded[mention.end : mention.end + 1] in ("", ")", ",", " ")
    return part.block.kind is BlockKind.HEADING and any(
        hit.start() <= mention.start < hit.end() for hit in DESK.finditer(page.folded, part.start, part.end)
    )


def is_class(page: Page, number: int, mention: Mention) -> bool:
    """Whether a figure bounds one of the classes of a scale in brackets: "by levels of intake (<1, 1-3, >=4 cups)"."""
    part, folded = page.sentences[number], page.folded
    opened = folded.rfind("(", part.start, mention.start + 1)
    closed = folded.find(")", mention.end, part.end) if opened >= 0 else -1
    if closed < 0 or folded.find(")", opened, mention.start) >= 0:
        return False
    items = [item for item in CLASSES.split(folded[opened + 1 : closed]) if item]
    return (
        len(items) >= FEWEST
        and all(CLASS.match(item) for item in items)
        and any(OPEN.search(item) for item in (items[0], items[-1]))
    )


def is_period(page: Page, number: int, mention: Mention) -> bool:
    """Whether a mention only says of when all the figures of a report, a table or a row are: "Year to 30 June 2024"."""
    part = page.sentences[number]
    line = page.folded[part.start : part.end].strip()
    if part.block.kind is BlockKind.ROW:
        return mention.kind is Kind.DATE and is_time_of_row(page, part.block.cells, mention)
    if part.block.kind not in (BlockKind.HEADING, BlockKind.CAPTION) or len(line) > TITLE:
        return False
    if PERIOD.match(line) and page.mentions[number][-1].end == part.start + len(line):
        return True
    below = number + 1 < len(page.sentences) and page.sentences[number + 1].block.kind is BlockKind.ROW
    ends = mention.kind is Kind.DATE and mention.end >= part.start + len(line.rstrip(" :.)"))
    return below and ends and page.folded[part.start : mention.start].endswith((", ", "("))


def is_time_of_row(page: Page, cells: Sequence[tuple[int, int]], mention: Mention) -> bool:
    """Whether a row begins with nothing but the time that its figures are of: "11:42 to 12:30", "May 2024"."""
    if len(cells) < FEWEST_CELLS or mention.start >= cells[0][1]:
        return False
    first, rest = page.folded[slice(*cells[0])].strip(), page.folded[cells[1][0] : cells[-1][1]]
    if not any(map(str.isdigit, rest)):
        return False
    whole = page.folded[mention.start : mention.end] == first and not any(map(str.isalpha, rest))
    return whole or HOURS.fullmatch(first) is not None


def is_model(page: Page, mention: Mention) -> bool:
    """Whether a small number belongs to a name that recurs with it and is no common word: "Kepler 2", "Unity Two"."""
    words_ = page.folded[mention.start : mention.end]
    if mention.kind is not Kind.COUNT or not NUMERAL.fullmatch(words_):
        return False
    before = LAST_NAME.search(page.folded, max(0, mention.start - 40), mention.start)
    if before is None or before[1].lower() in words()["scope.calendar"]:
        return False
    name, opening = before[1], page.folded[:LONGEST]
    if (name, words_) not in page.models:
        often = len(re.findall(rf"\b{re.escape(name)} {re.escape(words_)}\b", opening, re.I)) > 1
        page.models[name, words_] = often and re.search(rf"\b{re.escape(name.lower())}\b", opening) is None
    return page.models[name, words_]


def credits(place: Spot) -> bool:
    """Whether a date only says when something was published: "Harbour Press, 12 May 2024"."""
    if place.mention.kind is not Kind.DATE or place.after().strip(" .)*_"):
        return False
    verbs = any(token.is_verb for token in place.tree.tokens) if place.tree else False
    return not verbs and CREDIT.match(place.before()) is not None
