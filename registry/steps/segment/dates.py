"""How a full date and a time of day look in a line that holds nothing else; reading their values is done elsewhere."""

from __future__ import annotations

import re
from datetime import date

from registry.steps.kept import compiled

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier januar jänner enero ene",
            "february feb février februar febrero",
            "march mar mars märz marzo",
            "april apr avril abril abr",
            "may mai mayo",
            "june jun juin juni junio",
            "july jul juillet juli julio",
            "august aug août agosto",
            "september sept sep septembre septiembre",
            "october oct octobre oktober okt octubre",
            "november nov novembre noviembre",
            "december dec décembre dezember dez diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
DATE = rf"""(?:{_WEEKDAY}(?:
    (?P<iso>\d{{4}}-\d\d-\d\d)
  | (?:le\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?(?P<month>{_MONTH})\b
      \.?,?\s+(?:de\s+)?(?P<year>\d{{4}})
  | (?P<month_us>{_MONTH})\b\.?\s+(?P<day_us>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year_us>\d{{4}})
  | (?P<a>\d{{1,2}})[./](?P<b>\d{{1,2}})[./](?P<year_n>\d{{4}})
))"""
SHORT = rf"(?:(?:{_MONTH})\b\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTH})\b\.?)"
NAMELESS = re.sub(r"\(\?P<\w+>", "(?:", DATE)
CLOCK = r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:gmt|utc|bst|cet|cest|e[sd]?t|p[sd]?t|z))?)"
_PERIOD = compiled(
    rf"""
    (?:(?:as\s(?:of|at)|on|at|by|in|end(?:\sof)?|to|until|year(?:\s(?:to|ended))?|since)\s)*
    (?:
        (?:fy|cy|q[1-4]|[1-4]q|h[12]|[12]h)[\s-]?(?:'?\d\d|(?:19|20)\d\d(?:\s?[/-]\s?\d\d)?)
      | (?:19|20)\d\d(?:\s?[/\u2013-]\s?(?:\d\d|(?:19|20)\d\d))?
      | (?:{_MONTH})\b\.?(?:\s?-\s?(?:{_MONTH})\b\.?)?(?:\s(?:19|20)\d\d)?
      | (?:first|second|third|fourth|last)\s(?:half|quarter)(?:\s(?:of\s)?(?:19|20)\d\d)?
      | {SHORT}(?:,?\s{CLOCK})? | {CLOCK} | {NAMELESS}(?:,?\s{CLOCK})?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DATE = compiled(DATE, re.VERBOSE | re.IGNORECASE)
_ONLY = compiled(rf"(?:{NAMELESS}|{_WEEKDAY}{SHORT})(?:,?\s*(?:at\s+|-\s+)?{CLOCK})?", re.VERBOSE | re.IGNORECASE)


def is_period(cell: str) -> bool:
    """Whether a table's cell names a time: "3 May, 06:00", "FY 2024", "Dec 2023", "2022-23", "as of 30 June".

    >>> is_period("Q1 2024"), is_period("first half"), is_period("12.5")
    (True, True, False)
    """
    return bool(cell.strip()) and (_PERIOD.fullmatch(cell.strip(" .()*")) is not None or is_date(cell))


def is_date(line: str) -> bool:
    """Whether a line is a date, perhaps with a time of day, and nothing else."""
    return _ONLY.fullmatch(line.strip(" .|")) is not None


def first_date(line: str, *, month_first: bool | None = None) -> date | None:
    """The first full date in a line; of 3/4/2020 nobody can tell the month, unless the country is known."""
    found = _DATE.search(line)
    if found is None:
        return None
    try:
        return _value(found, month_first=month_first)
    except ValueError:
        return None


def _value(found: re.Match[str], *, month_first: bool | None) -> date | None:
    """The day that a match names."""
    if found["iso"]:
        return date.fromisoformat(found["iso"])
    if found["month"]:
        return date(int(found["year"]), _MONTHS[found["month"].lower()], int(found["day"]))
    if found["month_us"]:
        return date(int(found["year_us"]), _MONTHS[found["month_us"].lower()], int(found["day_us"]))
    first, second, year = int(found["a"]), int(found["b"]), int(found["year_n"])
    if first <= 12 and second <= 12 and first != second:
        if month_first is None:
            return None
        return date(year, first, second) if month_first else date(year, second, first)
    return date(year, first, second) if second > 12 else date(year, second, first)
