"""On which day a value holds: the date of its clause, of the table's heading, of the list's opening line.

A newcomer's mistake: taking every date of a sentence for the date of its figures. A date counts where a preposition
ties it to the figure's clause; "since 1850" and "the law of 2010" do not date a figure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from registry.model.assertion import Kind, Mention
from registry.model.moment import Bound, Moment, Precision
from registry.model.span import BlockKind
from registry.steps.assemble.dating.headings import QUARTER, period_in
from registry.steps.assemble.spot import Spot
from registry.steps.cues import cued
from registry.steps.resolve.words import words
from registry.steps.segment.dates import first_date

PARTS = "|".join(sorted(words()["scope.parts"]))
DATED = re.compile(
    r"\b(?:by|as of|as at|at|in|on|until|during|for|through|from|of|end of|ended|ending|to)(?: the)?"  # the preposition
    rf"(?: (?:{PARTS})(?: of)?)*,?\s*$",  # "the evening of"
    re.I,
)
UNDATED = re.compile(r"\b(?:since|after|before|from)\s*(?:the )?$", re.I)
OWN = re.compile(r"(?:by|until|as of|as at|through)\b", re.I)
STANDS = re.compile(r"\b(?:as of|as at|by|at the end of|at the close of|(?:at|by) (?:the )?end of)(?: the)?\s*$", re.I)
SHEET = cued(
    r"\b(?:as (?:of|at)|status(?: on| at)?|covering|(?:reporting|covered) period:?"
    r"|by (?:the )?|(?:year|months?|weeks?|quarter|period) (?:to|ended|ending))\b\W*$",
    re.I,
)
APART = re.compile(r"\b(?:while|whereas|but|after|since|when|than|against|compared|versus|up from|down from)\b")
OF_OTHER = re.compile(r"\b(?:from|against|versus|than) (?:about |some |nearly )?(?:[€$£]|US\$)?\d")
BRACKETED = re.compile(r"(?: [a-z]+){0,3} \((?:in |as of |at )?")
WHEN = re.compile(r",? (?:when|in which|on which)\b[^.;,]{0,80}$")
ASIDE = re.compile(r", (?:who|which|whose|where|when|\w+ed|built|born|begun|set up|made)\b[^,;]{0,60}$")
AS_OF = re.compile(r"\W*as (?:of|at)\b", re.I)
# "By the evening of 23 July they had counted 95" at the head of a report gives the day of the whole.
EVENING = re.compile(r"\W*by (?:the )?(?:morning|noon|midday|afternoon|evening|night|midnight) (?:of|on)\b", re.I)
COVERING = re.compile(r"\b(?:covering|(?:reporting|covered) period)\b", re.I)
NEAR, LEAD, FRESH = 4, 3, timedelta(days=14)
DECEMBER, HALF_YEAR, REACH, TOP, FAR = 12, 180, 400, 8, 40
YEAR_ENDED = re.compile(r"\byear ended (?:[A-Z][a-z]+ \d+, |\d+ [A-Z][a-z]+ )?(20\d\d)\b")
RELATIVE = re.compile(r", (?:where|who|whom|whose|which|the (?:first|last|latest) of (?:them|whom|which))\b")
BY_THEN = re.compile(
    r"\bby (?:the )?(?:end|close|start|beginning|middle|late|early|mid|then|now|(?:19|20)\d\d"
    rf"|(?:\d+(?:st|nd|rd|th)? )?(?:{'|'.join(sorted(words()['scope.calendar']))}))\b",
    re.I,
)
CLOSED = re.compile(r"\byear (?:ended|ending|to) (?:on )?(?P<day>[^.;\n]{6,24})", re.I)
YEAR_END = cued(r"\b(?:year-end|year end|(?:close|end)(?:d)?(?: of)? the year)\b", re.I)
SITUATION = re.compile(r"\b(?:situation (?:report|update)|sitrep|status|so far|as of|as at)\b", re.I)
# Years that a figure is only held against, as in "nearly as many as in the record year of 2019 came".
COMPARED = re.compile(r"\b(?:as|than|like|unlike) in(?: the)?(?: [a-z]+){0,2}(?: year)?(?: of)? $")


def stated(spot: Spot, heading: str) -> Moment | None:
    """The date that the text states for a figure, the nearest first."""
    return (
        when_date(spot)
        or clause_date(spot)
        or row_date(spot, heading)
        or year_end(spot)
        or headed(spot, heading)
        or listed(spot)
        or told_before(spot)
    )


def when_date(spot: Spot) -> Moment | None:
    """The date that a clause with "when" opens on: "the worst since 1986, when 56 died"."""
    for mention in dates_of(spot):
        between = spot.page.folded[mention.end : spot.mention.start]
        if mention.end <= spot.mention.start and WHEN.match(between):
            return capped(mention.value, spot)
    return None


def clause_date(spot: Spot) -> Moment | None:
    """The date that the figure's clause names for it."""
    near = sorted(dates_of(spot), key=lambda mention: abs(mention.start - spot.mention.start))
    for mention in near:
        if ties(spot, mention) and same_clause(spot, mention) and not ahead(spot, mention):
            return capped(mention.value, spot)
    return None


def strongly(spot: Spot) -> Moment | None:
    """The day that "as of", "by" or "at the end of" names for a sum or a share, which else has none."""
    near = sorted(dates_of(spot), key=lambda mention: abs(mention.start - spot.mention.start))
    for mention in near:
        before = spot.page.folded[spot.sentence.start : mention.start].replace("\n", " ")
        own = spot.page.folded[mention.start : mention.end].lower()
        said = STANDS.search(before) is not None or own.startswith(("end of", "the end of", "as of", "as at", "by "))
        bound = isinstance(mention.value, Moment) and mention.value.bound in (Bound.BEFORE, Bound.AFTER, Bound.EARLIEST)
        if said and not bound and same_clause(spot, mention) and not ahead(spot, mention):
            return capped(mention.value, spot)
    return year_end(spot) if re.search(r"\b[Aa]t (?:the )?(?:year|month|quarter)[ -]end\b", spot.words) else None


def by_then(spot: Spot) -> bool:
    """Whether the sentence sums up until a day: "by the end of May it had paid 9 million"."""
    return BY_THEN.search(spot.words) is not None


def ties(spot: Spot, mention: Mention) -> bool:
    """Whether a preposition before a date, or in its own words, ties it to a figure."""
    value, folded = mention.value, spot.page.folded
    if not isinstance(value, Moment) or value.bound in (Bound.BEFORE, Bound.AFTER, Bound.SINCE, Bound.EARLIEST):
        return False
    before = folded[spot.sentence.start : mention.start].replace("\n", " ")
    if mention.end <= spot.mention.start and COMPARED.search(before):
        return False
    own = OWN.match(folded[mention.start : mention.end]) is not None
    if (
        spot.counts
        and spot.mention.end <= mention.start
        and BRACKETED.fullmatch(folded, spot.mention.end, mention.start)
    ):
        return folded[mention.end : mention.end + 1] == ")"  # "212,000 visitors (2019)"
    return own or (DATED.search(before) is not None and UNDATED.search(before) is None)


def ahead(spot: Spot, mention: Mention) -> bool:
    """Whether a date is still to come on the day of the document."""
    value, known = mention.value, spot.page.source.published
    return isinstance(value, Moment) and known is not None and value.low > known


def capped(value: object, spot: Spot) -> Moment | None:
    """A date without its clock and not after the document's own."""
    if not isinstance(value, Moment):
        return None
    known, value = spot.page.source.published, replace(value, bound=Bound.NONE)
    if value.clock or value.precision is Precision.TIME:
        value = Moment(value.low, value.high)
    if known and value.low <= known < value.high and value.high - value.low > timedelta(days=1):
        return Moment(value.low, known, value.precision)
    return value


def dates_of(spot: Spot) -> list[Mention]:
    """The other dates of the sentence."""
    return [
        mention
        for mention in spot.page.mentions[spot.number][:300]
        if mention.kind is Kind.DATE and mention is not spot.mention and isinstance(mention.value, Moment)
    ]


def same_clause(spot: Spot, mention: Mention) -> bool:
    """Whether a date and the figure share a clause, as far as the marks between them tell."""
    left, right = sorted((mention, spot.mention), key=lambda one: one.start)
    between = spot.page.folded[left.end : right.start]
    if left is mention and between.startswith(",") and ASIDE.search(spot.page.folded[spot.sentence.start : left.start]):
        return False  # ", founded in 1953, has 46 members"
    if right is mention and re.search(r"\([^()]*\w[^()]*$", between):
        return False  # what a bracket says has a date of its own
    if right is mention and RELATIVE.search(between):
        return False
    if right is mention and OF_OTHER.search(between):
        return False  # "fell to 117 million from 188 million in 2022"
    return ";" not in between and not APART.search(between) and len(between) < 160


def row_date(spot: Spot, heading: str) -> Moment | None:
    """The day that a row's label names, in the year of the column: "Staff, 30 June"."""
    cells = spot.sentence.block.cells
    if not cells:
        return None
    found = (one.value for one in dates_of(spot) if one.end <= cells[0][1])
    told = [one for one in found if isinstance(one, Moment)]
    value = next((one for one in told if one.precision is Precision.DAY or is_bracketed(spot, one)), None)
    over = period_in(heading) if heading else None
    if value is None or over is None:
        return capped(value, spot) if value is not None else None
    try:
        return Moment.on(value.high.replace(year=over.high.year))
    except ValueError:
        return None


def is_bracketed(spot: Spot, value: Moment) -> bool:
    """Whether a row's label gives a year in brackets: "Visitors (2019)"."""
    label = spot.page.folded[slice(*spot.sentence.block.cells[0])]
    return value.precision is Precision.YEAR and label.rstrip().endswith(f"({value.low.year})")


def year_end(spot: Spot) -> Moment | None:
    """The last day of the year that a text closes: "at year-end", "we ended the year with"."""
    known = spot.page.source.published
    if known is None or not YEAR_END.search(spot.words):
        return None
    told = CLOSED.search(f"{spot.page.source.title or ''} {spot.page.folded[:REACH]}")
    if told and (day := first_date(told["day"])):
        return Moment.on(day)
    return Moment.on(date(known.year if known.month == DECEMBER else known.year - 1, 12, 31))


def headed(spot: Spot, heading: str) -> Moment | None:
    """The period that a table's heading names: "Q4 2023", "2022"."""
    return period_in(heading, spot.page.source.published) if heading else None


def reported(spot: Spot) -> Moment | None:
    """The quarter or year that the whole document reports on."""
    known = spot.page.source.published
    said = f"{spot.page.source.title or ''} {spot.page.folded[:REACH]}"
    found = period_in(said) if QUARTER.search(said) else None
    ended = YEAR_ENDED.search(said)
    if found is None and ended:
        found = Moment(date(int(ended.group(1)), 1, 1), date(int(ended.group(1)), 12, 31), Precision.YEAR)
    return found if found and known and found.high <= known and (known - found.high).days < HALF_YEAR else None


def listed(spot: Spot) -> Moment | None:
    """The date in the line that opens a list or heads a table, or at the top of a status sheet."""
    if spot.sentence.block.kind not in (BlockKind.ITEM, BlockKind.ROW):
        return None
    page, at = spot.page, spot.number
    while at > max(0, spot.number - FAR) and page.sentences[at].block.kind in (BlockKind.ITEM, BlockKind.ROW):
        at -= 1
    part = page.sentences[at]
    opening = page.folded[part.start : part.end].rstrip()
    opens = opening.endswith(":") or part.block.kind in (BlockKind.HEADING, BlockKind.CAPTION)
    found = sheet_date(spot, at, sure=not opens) if len(opening) < REACH else None
    return found or next((one for place in range(min(TOP, at)) if (one := sheet_date(spot, place, sure=True))), None)


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
    told = opening_day(spot) if spot.counts else None
    return told if told and timedelta(0) < known - told.high <= FRESH else Moment.on(known)


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
    if spot.sentence.block.kind not in (BlockKind.ITEM, BlockKind.ROW) or not told:
        return False
    return SITUATION.search(f"{spot.page.source.title or ''} {spot.page.folded[:REACH]}") is not None
