"""Times of day and running times: "6:15 a.m.", "2215 GMT Friday", "a quarter to eight", "2:00:35".

A newcomer's mistake: giving a time the writer's zone. Without a zone in the words a clock is local to the story.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

from registry.model.assertion import Kind
from registry.model.moment import Moment, Precision
from registry.steps.recognise.line import Draft, Line, find

LATE = 24
BESIDE = frozenset((",", "at", "@", "à", "um", "a", "las", "-", "–", "around", "about", "by"))
HALVES = {"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12, "noon": 12, "uhr": 0}
PASSED = {"past": 1, "after": 1, "to": -1, "before": -1}
SAID_AFTER = frozenset(("in", "on", "o", "a", "p", "am", "pm", "a.m.", "p.m."))
PARTS = {
    ("in", "the", "morning"): 0,
    ("in", "the", "afternoon"): 12,
    ("in", "the", "evening"): 12,
    ("at", "night"): 12,
    ("of", "the", "clock"): 0,
}
LEADS = frozenset(
    (
        "at",
        "by",
        "until",
        "till",
        "from",
        "about",
        "around",
        "before",
        "after",
        "since",
        "past",
        "was",
        "is",
        "said",
        ",",
    )
)
ZONES = ("utc", "gmt", "local")


def read_time(line: Line, at: int) -> Draft | None:
    """The time of day or running time that starts here, or None."""
    tokens = line.tokens
    if tokens.is_number(at):
        return _running(line, at) or _clock(line, at) or (_spoken(line, at) if _is_said(line, at) else None)
    return _spoken(line, at)


def _is_said(line: Line, at: int) -> bool:
    """Whether digits count minutes past an hour: "15 past seven"."""
    return "past" in (line.tokens.word(at + 1), line.tokens.word(at + 2))


def _running(line: Line, at: int) -> Draft | None:
    """A running time in hours, minutes and seconds: "2:00:35"."""
    tokens = line.tokens
    joined = (
        all(tokens.touches(here) for here in range(at + 1, at + 5))
        and tokens.word(at + 1) == tokens.word(at + 3) == ":"
    )
    parts = [tokens.written(here) for here in (at, at + 2, at + 4)]
    if (
        not joined
        or (tokens.touches(at) and tokens.word(at - 1) == ":")
        or not all(part.isdigit() and len(part) <= 2 for part in parts)
    ):
        return None
    hours, minutes, seconds = (int(part) for part in parts)
    if minutes > 59 or seconds > 59:
        return None
    if (_day_beside(line, at) or (tokens.word(at - 2) in ("-", "/") and tokens.is_number(at - 1))) and hours < LATE:
        zone = find(tokens, at + 5, line.about.language.zones)
        return _timed(line, at, at + 5, time(hours, minutes, seconds), zone)
    half, end = _half(line, at + 5)
    if half is not None and 1 <= hours <= 12:
        zone = find(tokens, end, line.about.language.zones)
        return _timed(line, at, end, time(hours % 12 + half, minutes, seconds), zone)
    value = Decimal(hours * 3600 + minutes * 60 + seconds)
    return Draft(at, at + 5, Kind.MEASURE, value, value, "s", trace=[f"running time: {':'.join(parts)} -> {value} s"])


def _clock(line: Line, at: int) -> Draft | None:
    """A time in digits."""
    tokens, raw = line.tokens, line.tokens.raw[at]
    if tokens.touches(at) and tokens.word(at - 1) in (":", "$", "£", "€", "-", "/"):
        return None
    hour, minute, end, sure = _digits(line, at)
    if hour < 0:
        return None
    half, after = _half(line, end)
    if half is None and hour <= 12 and tokens.word(at - 1) in LEADS:
        half, after = _part_of_day(line, end)
    if half is not None:
        hour, end, sure = hour % 12 + half if 1 <= hour <= 12 else LATE, after, True
    zone = find(tokens, end, line.about.language.zones)
    if not sure and tokens.word(end) == "o" and tokens.word(end + 2) == "clock":
        end, sure = end + 3, True
    if not sure and tokens.word(end) == "oclock":
        end, sure = end + 1, True
    if tokens.word(end) in ("uhr", "heures"):
        end, sure = end + 1, True
    sure = sure or bool(zone and len(raw) == 4)
    if not sure or hour >= LATE or minute > 59:
        return None
    return _timed(line, at, end, time(hour, minute), zone)


def _digits(line: Line, at: int) -> tuple[int, int, int, bool]:
    """Hour, minute, the index after them, and whether the form alone makes a time of them; hour -1 for none."""
    tokens, raw = line.tokens, line.tokens.raw[at]
    if (
        raw.isdigit()
        and len(raw) <= 2
        and tokens.word(at + 1) == ":"
        and tokens.touches(at + 1)
        and tokens.touches(at + 2)
    ):
        minute = tokens.written(at + 2)
        if not (minute.isdigit() and len(minute) == 2) or (tokens.word(at + 3) == ":" and tokens.touches(at + 3)):
            return -1, 0, at, False
        return int(raw), int(minute), at + 3, True
    if raw.isdigit() and len(raw) <= 2 and tokens.word(at + 1) == "h" and line.about.language.code == "fr":
        minute = tokens.written(at + 2)
        if minute.isdigit() and len(minute) == 2:
            return int(raw), int(minute), at + 3, True
    if raw.isdigit() and len(raw) == 4 and find(tokens, at + 1, line.about.language.zones):
        return int(raw[:2]), int(raw[2:]), at + 1, False
    head, mark, tail = raw.partition(".")
    if head.isdigit() and len(head) <= 2 and (not mark or (tail.isdigit() and len(tail) == 2)):
        return int(head), int(tail or 0), at + 1, False
    return -1, 0, at, False


def _half(line: Line, at: int) -> tuple[int | None, int]:
    """Which half of the day follows, and the index after it."""
    tokens, word = line.tokens, line.tokens.word(at)
    if word in ("a", "p") and tokens.word(at + 1) == "." and tokens.word(at + 2) == "m":
        return (0 if word == "a" else 12), at + 3
    return (HALVES[word], at + 1) if word in HALVES and word not in ("noon", "uhr") else (None, at)


def _part_of_day(line: Line, at: int) -> tuple[int | None, int]:
    """Which half of the day "in the morning" or "at night" names, and the index after it."""
    for words, half in PARTS.items():
        if tuple(line.tokens.low[at : at + len(words)]) == words:
            return half, at + len(words)
    return None, at


def _spoken(line: Line, at: int) -> Draft | None:
    """ "A quarter to eight", "half past six", "ten past nine", "noon"."""
    tokens, numbers, start = line.tokens, line.about.language.numbers, at
    if line.about.language.code != "en":
        return None
    if numbers.get(tokens.word(at), LATE) <= 12 and tokens.low[at + 1 : at + 4] == ["o", "'", "clock"]:
        return _timed(line, at, at + 4, time(numbers[tokens.word(at)] % LATE), None)
    if tokens.word(at - 1) in LEADS and 1 <= (plain := numbers.get(tokens.word(at), 0)) <= 12:
        half, end = _part_of_day(line, at + 1)
        if half is not None:
            return _timed(line, at, end, time(plain % 12 + half), None)
    at = at + 1 if tokens.word(at) == "a" else at
    minutes, here = _minutes(line, at)
    passed, hour = PASSED.get(tokens.word(here)), _hour(line, here + 1)
    if passed is None or not hour or not minutes or tokens.word(here) in ("after", "before"):
        return None
    told = here > at + 1 and tokens.word(start - 1) in LEADS - {"from"}
    if (
        not told
        and tokens.word(at) not in ("quarter", "half")
        and (tokens.word(here) == "to" or (tokens.is_word(here + 2) and tokens.word(here + 2) not in SAID_AFTER))
    ):
        return None
    after = tokens.word(here + 2)
    if after in line.about.language.scales or after in ("percent", "per", "years", "minutes", "days"):
        return None
    total = (hour * 60 + passed * minutes) % (12 * 60)
    end = here + 5 if tokens.low[here + 2 : here + 5] == ["o", "'", "clock"] else here + 2
    half, end = _half(line, end)
    if half is None:
        half, end = _part_of_day(line, end)
    clock = time(total // 60 % 12 + half, total % 60) if half is not None else time(total // 60, total % 60)
    draft = _timed(line, start, end, clock, None)
    if draft:
        draft.notes.append("spoken")
    return draft


def _minutes(line: Line, at: int) -> tuple[int, int]:
    """The minutes before "past" or "to", and the index after them; 0 for none."""
    tokens, language = line.tokens, line.about.language
    word, digits = tokens.word(at), tokens.written(at)
    if word == "three" and tokens.word(at + 1) == "quarters":
        return 45, at + 2
    minutes = {"quarter": 15, "half": 30}.get(word) or language.numbers.get(word, 0) or language.tens.get(word, 0)
    if tokens.is_number(at) and digits.isdigit() and len(digits) <= 2:
        minutes = int(digits)
    here = at + 2 if tokens.word(at + 1) in ("minutes", "minute", "min") else at + 1
    return (minutes, here) if 0 < minutes < 60 else (0, here)


def _hour(line: Line, at: int) -> int:
    """The hour of a spoken time, 0 for none."""
    tokens, digits = line.tokens, line.tokens.written(at)
    hour = line.about.language.numbers.get(tokens.word(at), 0)
    if tokens.is_number(at) and digits.isdigit() and len(digits) <= 2:
        hour = int(digits)
    return hour if 1 <= hour <= 12 else 0


def _timed(line: Line, at: int, end: int, clock: time, zone: tuple[str, int] | None) -> Draft | None:
    """A time on the day that the words or the document give."""
    tokens, offset = line.tokens, None
    if zone:
        offset, end = zone
    day, end, how = _day(line, at, end)
    if day is None:
        line.label_end = end
        return Draft(at, end, Kind.DATE, notes=["void"])
    moment = datetime.combine(day, clock, tzinfo=_zone(offset))
    told = clock.isoformat()[: 8 if clock.second else 5]
    trace = [f"time: {' '.join(tokens.low[at:end])} -> {told}", how, *([f"zone: {offset}"] if offset else [])]
    return Draft(at, end, Kind.DATE, unit="datetime", moment=Moment(day, day, Precision.TIME, moment), trace=trace)


def _zone(offset: str | None) -> timezone | None:
    """A fixed zone of its offset, "+05:30"."""
    if offset is None:
        return None
    hours, minutes = int(offset[:3]), int(offset[4:])
    return timezone(timedelta(hours=hours, minutes=-minutes if hours < 0 else minutes))


def _day(line: Line, at: int, end: int) -> tuple[date | None, int, str]:
    """The day of a time: a date or weekday after it, else the document's own."""
    from registry.steps.recognise.dates import read_date
    from registry.steps.recognise.relative import read_relative

    tokens = line.tokens
    if beside := _day_beside(line, at):
        return beside, end, f"day from the date before: {beside}"
    here = end + 1 if tokens.word(end) in ("on", ",", "le", "am") else end
    for read in (read_date, read_relative):
        found = read(line, here) if here < tokens.size and tokens.word(here) not in ("a", "the") else None
        if found and found.moment and found.moment.low == found.moment.high:
            return found.moment.low, found.end, f"day from the words: {found.moment.low}"
    if before := _day_before(line, at):
        return before, end, f"day from the words before: {before}"
    published = line.about.published
    return published, end, f"day from the document's date: {published}"


def _day_beside(line: Line, at: int) -> date | None:
    """The day that stands right before a time: "23 April 2022, 14:55", "tomorrow at 10 a.m."."""
    draft = line.dated
    if draft is None or draft.moment is None or draft.moment.low != draft.moment.high or draft.moment.clock:
        return None
    between = line.tokens.low[draft.end : at] if 0 <= at - draft.end <= 3 else ["?"]
    return draft.moment.low if all(word in BESIDE for word in between) else None


def _day_before(line: Line, at: int) -> date | None:
    """A weekday or date shortly before a time, in the same sentence."""
    from registry.steps.recognise.relative import read_relative

    for here in range(at - 1, max(-1, at - 5), -1):
        if line.tokens.word(here) in line.about.language.weekdays or line.tokens.word(here) in (
            "yesterday",
            "tomorrow",
        ):
            found = read_relative(line, here)
            return found.moment.low if found and found.moment else None
    return None
