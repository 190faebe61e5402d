"""Dates as machines write them: "20240305", "Tue Mar 5 14:07:22 2024".

A newcomer's mistake: reading eight digits as twenty million. Where they make a day of our times they are one.
"""

from __future__ import annotations

from datetime import datetime, time

from registry.model.assertion import Kind
from registry.model.moment import Moment, Precision
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.dateparts import date_draft, day_number, is_year, month_number
from registry.steps.recognise.line import Draft, Line, find
from registry.steps.recognise.tables import currencies, units

FIRST, LAST = 1900, 2099


def read_stamp(line: Line, at: int) -> Draft | None:
    """The machine's date that starts here, or None."""
    if line.tokens.is_number(at):
        return _compact(line, at)
    return _unix(line, at) if line.tokens.word(at) in line.about.language.weekdays else None


def _compact(line: Line, at: int) -> Draft | None:
    """Eight digits: "20240305"."""
    tokens, raw = line.tokens, line.tokens.raw[at]
    if len(raw) != 8 or not raw.isascii() or not raw.isdigit() or not FIRST <= int(raw[:4]) <= LAST:
        return None
    joined = (tokens.touches(at) and tokens.word(at - 1) not in ("(", "-", "_", "[", '"')) or (
        tokens.touches(at + 1) and tokens.is_word(at + 1)
    )
    counted = find(tokens, at + 1, units().forms) or tokens.written(at + 1) in currencies().signs
    day = calendar.day(int(raw[:4]), int(raw[4:6]), int(raw[6:]))
    if joined or counted or day is None or tokens.word(at - 1) in currencies().signs:
        return None
    return date_draft(at, at + 1, Moment.on(day), f"digits of a day: {raw} -> {day}")


def _unix(line: Line, at: int) -> Draft | None:
    """Weekday, month, day, clock and year."""
    tokens = line.tokens
    month = month_number(line, at + 1)
    number = day_number(line, month[1]) if month else None
    if month is None or number is None or tokens.word(number[1] + 1) != ":":
        return None
    here, parts = number[1], list[int]()
    while len(parts) < 3 and tokens.is_number(here) and tokens.raw[here].isdigit() and len(tokens.raw[here]) == 2:
        parts.append(int(tokens.raw[here]))
        here += 2 if tokens.word(here + 1) == ":" else 1
    zone = find(tokens, here, line.about.language.zones)
    here = zone[1] if zone else here
    if not is_year(line, here) or len(parts) < 2 or parts[0] > 23 or max(parts[1:]) > 59:
        return None
    day = calendar.day(int(tokens.raw[here]), month[0], number[0])
    if day is None:
        return None
    clock = datetime.combine(day, time(parts[0], parts[1], parts[2] if len(parts) > 2 else 0))
    if zone:
        clock = datetime.fromisoformat(f"{clock.isoformat()}{zone[0]}")
    moment = Moment(day, day, Precision.TIME, clock)
    return Draft(at, here + 1, Kind.DATE, unit="datetime", moment=moment, trace=[f"stamp: {clock.isoformat()}"])
