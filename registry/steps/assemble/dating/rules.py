"""On which day a value holds: the date of its clause, of the table's heading, of the list's opening line.

A newcomer's mistake: taking what stands nearest. The clause is asked first, then row and column, and the head of the
document only where neither says anything.
"""

from __future__ import annotations

import re
from datetime import date

from registry.model.moment import Bound, Moment, Precision
from registry.steps.assemble.dating.clauses import ahead, capped, clause_date, dates_of, same_clause, when_date
from registry.steps.assemble.dating.headings import DECEMBER, QUARTER, period_in
from registry.steps.assemble.dating.sheets import REACH, column_day, listed, told_before
from registry.steps.assemble.spot import Spot
from registry.steps.cues import cued
from registry.steps.resolve.words import words
from registry.steps.segment.dates import first_date

AT_DAY = re.compile(r"\b[Aa]t(?: the)?\s*$")
STANDS = re.compile(
    r"\b(?:as of|as at|by|up to|through|at the end of|at the close of|(?:at|by) (?:the )?end of)(?: the)?\s*$", re.I
)
HALF_YEAR = 180
YEAR_ENDED = re.compile(r"\byear ended (?:[A-Z][a-z]+ \d+, |\d+ [A-Z][a-z]+ )?(20\d\d)\b")
BY_THEN = re.compile(
    r"\b(?:at the end of (?=the year|(?:19|20)\d\d|(?-i:[A-Z]))"
    r"|(?:by|through|up to) (?:the )?(?:end|close|start|beginning|middle|late|early|mid|then|now|(?:19|20)\d\d"
    rf"|(?:\d+(?:st|nd|rd|th)? )?(?:{'|'.join(sorted(words()['scope.calendar']))}))\b)",
    re.I,
)
CLOSED = re.compile(r"\byear (?:ended|ending|to) (?:on )?(?P<day>[^.;\n]{6,24})", re.I)
YEAR_END = cued(r"\b(?:year-end|year end|(?:close|end)(?:d)?(?: of)? the year)\b", re.I)


def stated(spot: Spot, heading: str) -> Moment | None:
    """The date that the text states for a figure, the nearest first."""
    return (
        when_date(spot)
        or clause_date(spot)
        or row_date(spot, heading)
        or year_end(spot)
        or (column_day(spot, heading) if heading else None)
        or headed(spot, heading)
        or listed(spot)
        or told_before(spot)
    )


def strongly(spot: Spot) -> Moment | None:
    """The day that "as of", "by" or "at the end of" names for a sum or a share, which else has none."""
    near = sorted(dates_of(spot), key=lambda mention: abs(mention.start - spot.mention.start))
    for mention in near:
        before = spot.page.folded[spot.sentence.start : mention.start].replace("\n", " ")
        own = spot.page.folded[mention.start : mention.end].lower()
        said = STANDS.search(before) is not None or own.startswith(("end of", "the end of", "as of", "as at", "by "))
        day = isinstance(mention.value, Moment) and mention.value.precision is Precision.DAY
        said = said or (day and AT_DAY.search(before) is not None)  # "the balance at 30 April was"
        bound = isinstance(mention.value, Moment) and mention.value.bound in (Bound.BEFORE, Bound.AFTER, Bound.EARLIEST)
        if said and not bound and same_clause(spot, mention) and not ahead(spot, mention):
            return capped(mention.value, spot)
    return year_end(spot) if re.search(r"\b[Aa]t (?:the )?(?:year|month|quarter)[ -]end\b", spot.words) else None


def by_then(spot: Spot) -> bool:
    """Whether the sentence sums up until a day: "by the end of May it had paid 9 million"."""
    return BY_THEN.search(spot.words) is not None


def row_date(spot: Spot, heading: str) -> Moment | None:
    """The day that a row's label names, in the year of the column: "Staff, 30 June"."""
    cells = spot.sentence.block.cells
    if not cells:
        return None
    found = (one.value for one in dates_of(spot) if one.end <= cells[0][1])
    told = [one for one in found if isinstance(one, Moment)]
    value = next((one for one in told if one.precision is Precision.DAY or is_bracketed(spot, one)), None)
    over = period_in(heading) if heading else None
    if value is None or over is None or value.precision is Precision.YEAR:
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
