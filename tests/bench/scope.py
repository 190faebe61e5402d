"""Which cases of the recognisers' set are none of ours, and why: one rule a reason, the first that fits.

The set was written for bots that take orders and set alarms. docs/reading.md says the same in words.
A newcomer's mistake: moving a case here because it fails. A rule names a form of words, never a case.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Row = dict[str, Any]
Rule = Callable[[str, str, str, dict[str, Any]], bool]

COMPOUND = r"\b(?:hundred|thousand|twenty|thirty|million|billion)s?[- ](?:and[- ])?(?:\w+[- ])?(?:firsts?|\w+[fnxr]ths?|\w+ieths?|\w+ionths?)\b"
DAY = r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*,?"
NTH = r"(?:first|second|third|thirty|thirtieth|\w+th|\w+day|twenty \w+)"
CHAT = r"\d/\d+ ?(?:-|to)|\b(?:19|20)\d\d,? ?(?:[/-] ?)?(?:\d{1,2}\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)|\d ?- ?\d{4}|[a-z]{3}/\d|\bmonth\b|~|\b\d0 ?'?s\b|eoy|eom"
SEASONS = r"\b(?:spring|summer|autumn|fall|winter)\b"
DAYPARTS = r"\b(?:morning|afternoon|evening|night|noon|midnight|midday|dawn|lunch\w*|dinner\w*|mealtime|tonight|tonite|eod)\b"
PARTS = r"\b(?:matin|soir|soirée|midi|nuit|mañana|tarde|noche|morgens?|mittags?|abends?|nachts?|vormittags?|nachmittags?)\b"
NOW = r"\b(?:now|asap|soon|recently|right away|as soon as|immediately|for the time being|at the moment)\b"
OPEN = r"\b(?:before|after|since|until|till|by|prior|later|earlier|starting|onwards?|from now|no later|as of|and later|or later)\b"
AHEAD = r"\b(?:in|within|from|after|before|hence|ago|later|next|coming|upcoming|following|past|previous|last|rest|remaining|this|current|same|each|few|several)\b"
WEEKS = r"\b(?:week|weeks|ww|weekend|weekends|fortnight|to date|ytd|mtd|half of|decade|decades|sprint)\b"
SPAN = r"\b(?:the|a|an|one|\w+)?\s*(?:day|days|week|month|year|quarters?|minutes?|hours?|mins?|hrs?|secs?|seconds?|years|months)\b"
FEASTS = r"(?:christmas|easter|thanksgiving|new year|halloween|valentine|eve\b|day of|\w+'?s?'? day\b|friday of|monday of|ramadan|eid|yuandan|noel)"
CLOCK = r"\d:\d\d|\b\d{1,2}\s?[ap]\.?m\b|o'?\s?clock|half past|quarter"


def reason(row: Row, item: dict[str, Any]) -> str | None:
    """Why an expected item is none of ours, None where it is."""
    words, whole = item["text"].lower(), row["input"].strip().lower()
    kind, solved = kind_of(item), item.get("resolution") or {}
    for text, rule in RULES.items():
        if rule(kind, words, whole, solved):
            return text
    return None


def kind_of(item: dict[str, Any]) -> str:
    """What is expected: a number, a date, a duration and so on."""
    said = item["type"] or ((item.get("resolution") or {}).get("values") or [{}])[0].get("type") or ""
    return str(said).removeprefix("datetimeV2.")


def _bare(words: str, whole: str) -> bool:
    """Whether the words are the whole input."""
    return words.strip(" .!?") == whole.strip(" .!?")


def _relative(words: str) -> bool:
    """Whether a distance counts from the moment of speaking in a way that a text read later does not."""
    return bool(re.search(AHEAD, words)) and bool(re.search(SPAN + "|" + WEEKS, words))


def _no_month(words: str) -> bool:
    """Whether only a day of no month is named."""
    return re.fullmatch(rf"(?:the |on |a |{DAY} (?:the )?)*(?:\d{{1,2}}(?:st|nd|rd|th)?|{NTH})", words) is not None


RULES: dict[str, Rule] = {
    "recurrences (every day, weekly)": lambda kind, w, i, s: kind == "set",
    "time zones by themselves": lambda kind, w, i, s: kind == "timezone",
    "appointments: spans of clock time": lambda kind, w, i, s: kind in ("timerange", "datetimerange"),
    "words relative to the list being shown (the previous one)": lambda kind, w, i, s: kind == "ordinal.relative",
    "an ordinal with nothing it counts": lambda kind, w, i, s: kind == "ordinal" and _bare(w, i),
    "a unit or currency without a number": lambda kind, w, i, s: str(s.get("value", "")) in ("None", "null"),
    "digits of dates, addresses and codes": lambda kind, w, i, s: (
        kind == "number" and bool(re.search(r"\d[./]\d+[./]\d|\+\d-\d|\b[a-z]{2,}-\d", i))
    ),
    "arithmetic (1.1^23, three twenty-firsts)": lambda kind, w, i, s: (
        kind == "number" and bool(re.search(r"\^|" + COMPOUND, w))
    ),
    "first, and ordinals as adverbs": lambda kind, w, i, s: kind == "ordinal" and w == "first",
    "text cut into tokens (0 . 6)": lambda kind, w, i, s: bool(re.search(r"\d [.,/] \d|\w - \w", w)),
    "ranges of one value (equal to 6000)": lambda kind, w, i, s: kind == "numberrange" and "equal" in w,
    "parts of a day": lambda kind, w, i, s: kind in DATES and bool(re.search(DAYPARTS + "|" + PARTS, w)),
    "now, soon, as soon as possible": lambda kind, w, i, s: kind in DATES and bool(re.search(NOW, w)),
    "named days and feasts": lambda kind, w, i, s: kind in DATES and bool(re.search(FEASTS, w)),
    "clock times as spoken to an alarm (eight forty)": lambda kind, w, i, s: (
        kind in ("time", "datetime") and not re.search(CLOCK, w)
    ),
    "days that do not exist (Feb 30)": lambda kind, w, i, s: "not resolved" in str(s) or "0001-01-01" in str(s),
    "seasons (the set gives no days either)": lambda kind, w, i, s: bool(re.search(SEASONS, w)),
    "spans that end today": lambda kind, w, i, s: (
        kind == "daterange" and bool(re.search(r"\b(?:today|tomorrow|yesterday|tmrw)\b", w))
    ),
    "the year or month of speaking": lambda kind, w, i, s: re.fullmatch(r"the (?:year|month|week|quarter)", w) is not None,
    "a day of no month (on the 15th)": lambda kind, w, i, s: kind in DATES and _no_month(w),
    "shorthand of chats (Oct-2, Oct2, 4-22, 1.1)": lambda kind, w, i, s: (
        kind == "date" and re.search(r"[a-z]{3}[-/]?\d|^\d{1,2}[-./]\d{1,2}$|\d[a-z]{3,}|\d[-/][a-z]{3}|,\d", w) is not None
    ),
    "ranges and months in chat notation (10/25 to 01/25, 2016 November)": lambda kind, w, i, s: (
        kind == "daterange" and bool(re.search(CHAT, w))
    ),
    "units in one letter (3Y, 2W)": lambda kind, w, i, s: kind == "duration" and bool(re.fullmatch(r"\d+ ?[a-z]", w)),
    "open ends (before March, since 2012)": lambda kind, w, i, s: kind == "daterange" and bool(re.search(OPEN, w)),
    "weeks, weekends and halves by number or place": lambda kind, w, i, s: (
        kind == "daterange" and bool(re.search(WEEKS, w)) and not re.search(r"\b\d{1,2} \w+ \d{4}", w)
    ),
    "distances from the moment of speaking (in 3 days)": lambda kind, w, i, s: (
        kind in ("date", "daterange", "datetime") and _relative(w) and not _kept(w)
    ),
    "durations without a number (a few hours, all day)": lambda kind, w, i, s: (
        kind == "duration" and not re.search(r"\d|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|half", w)
    ),
}
DATES = frozenset(("date", "daterange", "datetime", "time"))


def _kept(words: str) -> bool:
    """The relative dates that news and reports use, which are ours."""
    return (
        re.fullmatch(r"(?:last|next|this) (?:week|month|year|quarter|\w+day)|(?:\w+) (?:days?|weeks?|months?|years?) ago", words)
        is not None
    )
