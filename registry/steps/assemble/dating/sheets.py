"""The day that a line gives for what stands below it: the head of a report, the line that opens a list or a table.

A newcomer's mistake: the day on which a report came out. "By the evening of 6 March", "covering 2 to 11 October" and
"As at 31 March" say of which day its figures are.
"""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import islice

from registry.model.assertion import Kind
from registry.model.moment import Moment, Precision
from registry.model.span import BlockKind
from registry.steps.assemble.captions import top_of
from registry.steps.assemble.dating.clauses import OWN, capped, dates_of
from registry.steps.assemble.dating.headings import period_in
from registry.steps.assemble.spot import Spot
from registry.steps.cues import cued

NEAR, LEAD, FRESH, SEASON = 4, 3, timedelta(days=14), timedelta(days=120)
REACH, TOP, START, FAR = 400, 8, 12, 40

SHEET = cued(
    r"\b(?:as (?:of|at)|status(?: on| at)?|cover(?:ing|s)|(?:reporting|covered) period:?"
    r"|by (?:the )?|(?:year|months?|weeks?|quarter|period) (?:to|ended|ending))\b\W*$",
    re.I,
)
AS_OF = re.compile(r"\W*as (?:of|at)\b", re.I)
# "By the evening of 6 March they had counted 95" at the head of a report gives the day of the whole.
EVENING = re.compile(r"\W*by (?:the )?(?:morning|noon|midday|afternoon|evening|night|midnight) (?:of|on)\b", re.I)
COVERING = re.compile(r"\b(?:cover(?:ing|s)|(?:reporting|covered) period)\b", re.I)
STATUS = re.compile(
    r"\W*(?:(?:the )?(?:situation|status|position|data|figures|information|numbers|state)"
    r"(?: (?:report|update|brief))?,?(?: (?:is|are))?(?: correct)?:? )?(?:as (?:of|at)|status(?: on| at)?)\b",
    re.I,
)
COLUMN = re.compile(r"\W*(?:as (?:of|at)|status|stand|by|au(?= \d)|am(?= \d)|a(?= \d)|al(?= \d))\b", re.I)
TOLD = re.compile(r"\b(?:as (?:of|at)|status|position|situation)(?: (?:on|at))?\b[^.;]{0,40}\d", re.I)
# What a report says of all its figures: "it rests on data as at 31 July", "30 June, the reference date of this audit".
REFERRED = re.compile(
    r"\b(?:data|figures|information|numbers|position|counts|results)\b[^.;:\d]{0,24}"
    r"\b(?:as (?:of|at)|up to|at(?: (?:the )?close of business)?)\W*(?:[A-Z][a-z]+day\W+)?$"
    r"|\b(?:reference|reporting|cut-?off) (?:date|day)\b[^.;\d]{0,24}$"
)
REFERENCE = re.compile(r",? (?:is|was|being|the|our|its)(?: the)? (?:reference|reporting|cut-?off) (?:date|day)\b")
OVER_ALL = (BlockKind.PROSE, BlockKind.HEADING, BlockKind.FURNITURE, BlockKind.ITEM)
LISTED = (BlockKind.ITEM, BlockKind.ROW)
SUMMED = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.RANGE)
HEADLINE = 120
SITUATION = re.compile(r"\b(?:situation (?:report|update)|sitrep|status|so far|as of|as at)\b", re.I)


def listed(spot: Spot) -> Moment | None:
    """The date in the line that opens a list or heads a table, or at the top of a status sheet."""
    if spot.sentence.block.kind not in LISTED:
        return None
    page, at = spot.page, opening_line(spot)
    part = page.sentences[at]
    opening = page.folded[part.start : part.end].rstrip()
    opens = opening.endswith(":") or part.block.kind in (BlockKind.HEADING, BlockKind.CAPTION)
    found = sheet_date(spot, at, sure=not opens) if len(opening) < REACH else None
    return found or next((one for place in range(min(TOP, at)) if (one := sheet_date(spot, place, sure=True))), None)


def opening_line(spot: Spot) -> int:
    """The number of the line above the list or the table of a figure."""
    at = spot.number
    while at > max(0, spot.number - FAR) and spot.page.sentences[at].block.kind in LISTED:
        at -= 1
    return at


def is_told_above(spot: Spot, said: Moment, heading: str) -> bool:
    """Whether the heading of a column, or the line above the table, says that all its figures are of a day.

    A label that names a time of its own, or a figure inside a label, has another.
    """
    cells = spot.sentence.block.cells
    if not cells or spot.is_time or spot.mention.kind not in SUMMED or spot.mention.start < cells[0][1]:
        return False
    if any(one.end <= cells[0][1] for one in dates_of(spot)):
        return False
    if heading and (column_day(spot, heading) == said or is_share_then(spot, said, heading)):
        return True
    part = spot.page.sentences[opening_line(spot)]
    words = " ".join(spot.page.folded[part.start : part.end].split())
    above = part.block.kind in (BlockKind.HEADING, BlockKind.CAPTION) and len(words) < REACH
    return above and TOLD.search(words) is not None and sheet_date(spot, opening_line(spot), sure=True) == said


def is_share_then(spot: Spot, said: Moment, heading: str) -> bool:
    """Whether a share stands in the column of a day or a month: a share is of a time, and no sum over one."""
    told = spot.mention.kind is Kind.PERCENT and said.precision in (Precision.DAY, Precision.MONTH)
    return told and period_in(heading, spot.page.source.published) == said


def column_day(spot: Spot, heading: str) -> Moment | None:
    """The day that a column says its figures are of: "As of Thursday night", "Au 30 juin"."""
    if not COLUMN.match(heading):
        return None
    first = top_of(spot.page, spot.number)
    for number in range(first, max(-1, first - 2), -1):
        for one in spot.page.mentions[number]:
            if spot.page.folded[one.start : one.end] in heading and (day := capped(one.value, spot)):
                return day
    return None


def told_before(spot: Spot) -> Moment | None:
    """The day that an earlier sentence of the paragraph opens with: "As of 5 May 61 were ill. Of these, 22 died."."""
    page, at = spot.page, spot.number
    if spot.sentence.block.kind is not BlockKind.PROSE or dates_of(spot):
        return None
    while at > max(0, spot.number - NEAR) and page.sentences[at].block is spot.sentence.block:
        at -= 1
        part = page.sentences[at]
        if part.block is spot.sentence.block and AS_OF.match(page.folded[part.start : part.end]):
            return sheet_date(spot, at, sure=True)
    return None


def sheet_date(spot: Spot, number: int, *, sure: bool) -> Moment | None:
    """The day, or where it opens a list the time, that a line gives for what follows: "As at 31 March 2024"."""
    page = spot.page
    for one in page.mentions[number]:
        before = page.folded[page.sentences[number].start : one.start]
        own = OWN.match(page.folded[one.start : one.end]) is not None
        narrow = isinstance(one.value, Moment) and one.value.precision in (
            Precision.DAY,
            Precision.TIME,
            Precision.MONTH,
        )
        if isinstance(one.value, Moment) and (own or SHEET.search(before) or (narrow and not sure)):
            return capped(one.value, spot)
    return None


def published(spot: Spot) -> Moment | None:
    """The document's own date, or that of which its head says that its figures are."""
    known = spot.page.source.published
    if known is None:
        return None
    told = reference_day(spot) if spot.mention.kind is not Kind.DATE else None
    if told and timedelta(0) < known - told.high <= SEASON:
        return told
    summed = spot.counts or spot.mention.kind in (Kind.MONEY, Kind.PERCENT)
    sheet = headed_day(spot) if summed and is_sheet(spot) else None
    if sheet and timedelta(0) < known - sheet.high <= SEASON:
        return sheet  # what a sheet lists is of the day at its head, however late it came out
    told = (opening_day(spot) if spot.counts else None) or (headed_day(spot) if summed else None)
    return told if told and timedelta(0) < known - told.high <= FRESH else Moment.on(known)


def reference_day(spot: Spot) -> Moment | None:
    """The day that a document says near its head all its figures are of, asked once a document."""
    page = spot.page
    if page.reference is None:
        found = (day for number in range(min(START, len(page.sentences))) if (day := referred(spot, number)))
        page.reference = next(found, False)
    return page.reference or None


def referred(spot: Spot, number: int) -> Moment | None:
    """The day of which a sentence says that the document's figures are."""
    page, part = spot.page, spot.page.sentences[number]
    if part.block.kind not in OVER_ALL:
        return None
    for one in page.mentions[number]:
        if isinstance(one.value, Moment):
            before = page.folded[part.start : one.start].replace("\n", " ")
            after = page.folded[one.end : part.end].replace("\n", " ")
            if REFERRED.search(before) or REFERENCE.match(after):
                return capped(one.value, spot)
    return None


def headed_day(spot: Spot) -> Moment | None:
    """The day that a heading gives for all that follows, "Situation as of 17 May"."""
    page = spot.page
    for number in range(min(TOP, spot.number)):
        part = page.sentences[number]
        words = page.folded[part.start : part.end]
        if len(words) < HEADLINE and STATUS.match(words) and (found := sheet_date(spot, number, sure=True)):
            return found
    return None


def opening_day(spot: Spot) -> Moment | None:
    """The day that a document says at its head its figures are of: "As of 30 November, 41,000 people had gone back"."""
    page = spot.page
    prose = (at for at in range(min(TOP, spot.number)) if page.sentences[at].block.kind is BlockKind.PROSE)
    for number in islice(prose, LEAD):
        part = page.sentences[number]
        words = page.folded[part.start : part.end]
        if AS_OF.match(words) and (found := sheet_date(spot, number, sure=True)):
            return found
        if EVENING.match(words):
            return next((capped(one.value, spot) for one in page.mentions[number] if one.kind is Kind.DATE), None)
    return covered(spot)


def covered(spot: Spot) -> Moment | None:
    """The last day that a report says at its head it covers: "Update 6, 12 October, covering 2 to 11 October"."""
    page = spot.page
    for number in range(min(TOP, spot.number)):
        part = page.sentences[number]
        found = sheet_date(spot, number, sure=True) if COVERING.search(page.folded[part.start : part.end]) else None
        if found is not None:
            return Moment.on(found.high)
    return None


def is_sheet(spot: Spot) -> bool:
    """Whether a figure stands in a row or an item of a document that tells how things stand."""
    told = spot.counts or spot.mention.kind in (Kind.MONEY, Kind.PERCENT)
    if spot.sentence.block.kind not in LISTED or not told:
        return False
    return SITUATION.search(f"{spot.page.source.title or ''} {spot.page.folded[:REACH]}") is not None
