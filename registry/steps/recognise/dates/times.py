"""Times of day and running times: "6:15 a.m.", "2215 GMT Friday", "a quarter to eight", "2:00:35".

A newcomer's mistake: giving a time the writer's zone. Without a zone in the words a clock is local to the story.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

from registry.model.assertion import Kind
from registry.model.moment import Moment, Precision
from registry.model.span import BlockKind
from registry.steps.fragments import MONTHS
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.spoken import LATE, LEADS, half_of, part_of_day, spoken
from registry.steps.recognise.line import Draft, Line, find
from registry.steps.recognise.tables import cues
from registry.steps.recognise.tokens import Tokens

HOURS = 24
JOINING = frozenset(("to", "and", "until", "till", "-", "\u2013", "or"))
OPEN, NEARBY, NOON = frozenset(("open", "opens", "polls", "hours", "daily")), 10, 12
RACED = frozenset(("in", "of", "ran", "rode", "swam", "clocked", "was", ":"))
BESIDE = frozenset((",", "at", "@", "à", "um", "a", "las", "-", "–", "around", "about", "by"))

# What tells that a clock belongs to a day gone by, which the text has named.
PAST, WILL = cues("times_past"), cues("times_coming")
DEEDS, MARKET = cues("times_deeds"), cues("times_market")
DAYS = re.compile(
    rf"\b(?:(?P<day>[0-3]?\d) (?P<month>{MONTHS})|(?P<before>{MONTHS}) (?P<after>[0-3]?\d)),? "
    r"(?P<year>(?:19|20)\d\d)\b"
)
FAR, SHORTEST, CLAUSE = 50_000, 4, 6
FULL = re.compile(r"[0-2]\d\.[0-5]\d")
HUNDREDTHS, MINUTES = re.compile(r"[0-5]\d\.\d{1,3}"), re.compile(r"\d|[1-5]\d")  # "1:05.44"
HOURED = re.compile(r"[0-2]?\d\.[0-5]\d")


def read_time(line: Line, at: int) -> Draft | None:
    """The time of day or running time that starts here, or None."""
    tokens = line.tokens
    if tokens.is_number(at):
        return _running(line, at) or _clock(line, at) or (_spoken(line, at) if _is_said(line, at) else None)
    return _spoken(line, at)


def _is_said(line: Line, at: int) -> bool:
    """Whether digits count minutes past or to an hour: "15 past seven", "13 minutes to eleven"."""
    after = line.tokens.low[at + 1 : at + 3]
    return "past" in after or after == ["minutes", "to"]


def _running(line: Line, at: int) -> Draft | None:
    """A running time in hours, minutes and seconds: "2:00:35"."""
    tokens = line.tokens
    joined = (
        all(tokens.touches(here) for here in range(at + 1, at + 5))
        and tokens.word(at + 1) == tokens.word(at + 3) == ":"
    )
    parts = [tokens.written(here) for here in (at, at + 2, at + 4)]
    if not joined and (race := _race(line, at)):
        return race
    if (
        not joined
        or (tokens.touches(at) and tokens.word(at - 1) == ":")
        or not all(part.isdigit() and len(part) <= 2 for part in parts)
    ):
        return None
    hours, minutes, seconds = (int(part) for part in parts)
    if minutes > 59 or seconds > 59:
        return None
    beside = _day_beside(line, at) or (tokens.word(at - 2) in ("-", "/") and tokens.is_number(at - 1))
    if (beside or (len(parts[0]) == 2 and tokens.word(at - 1) == "at")) and hours < LATE:  # "stopped at 07:42:10"
        zone = find(tokens, at + 5, line.about.language.zones)
        return _timed(line, at, at + 5, time(hours, minutes, seconds), zone)
    half, end = half_of(line, at + 5)
    if half is not None and 1 <= hours <= 12:
        zone = find(tokens, end, line.about.language.zones)
        return _timed(line, at, end, time(hours % 12 + half, minutes, seconds), zone)
    value = Decimal(hours * 3600 + minutes * 60 + seconds)
    return Draft(at, at + 5, Kind.MEASURE, value, value, "s", trace=[f"running time: {':'.join(parts)} -> {value} s"])


def _race(line: Line, at: int) -> Draft | None:
    """A running time in minutes and seconds, where no clock shows so many hours: "in 34:12"."""
    tokens, parts = line.tokens, [line.tokens.written(here) for here in (at, at + 2)]
    glued = tokens.word(at + 1) == ":" and tokens.touches(at + 1) and tokens.touches(at + 2)
    if glued and HUNDREDTHS.fullmatch(parts[1]) and MINUTES.fullmatch(parts[0]) and not tokens.hyphen(at - 1):
        exact = Decimal(parts[0]) * 60 + Decimal(parts[1])
        told, finest = f"running time: {':'.join(parts)} -> {exact} s", parts[1].index(".") + 1 - len(parts[1])
        return Draft(at, at + 3, Kind.MEASURE, exact, exact, "s", Decimal(1).scaleb(finest), trace=[told])
    if not glued or not all(part.isdigit() and len(part) == 2 for part in parts) or tokens.word(at + 3) == ":":
        return None
    minutes, seconds = (int(part) for part in parts)
    if minutes <= HOURS or seconds > 59 or tokens.word(at - 1) not in RACED:
        return None
    value = Decimal(minutes * 60 + seconds)
    return Draft(at, at + 3, Kind.MEASURE, value, value, "s", trace=[f"running time: {':'.join(parts)} -> {value} s"])


def _clock(line: Line, at: int) -> Draft | None:
    """A time in digits."""
    tokens, raw = line.tokens, line.tokens.raw[at]
    if tokens.touches(at) and tokens.word(at - 1) in (":", "$", "£", "€", "-", "/"):
        return None
    hour, minute, end, sure = _digits(line, at)
    if hour < 0:
        return None
    half, after = half_of(line, end)
    if half is None and hour <= 12 and tokens.word(at - 1) in LEADS:
        half, after = part_of_day(line, end)
    if half is None and sure and 1 <= hour <= 12:
        half, after = shared_half(line, hour, end), end
    if half is not None:
        hour, end, sure = hour % 12 + half if 1 <= hour <= 12 else LATE, after, True
    end, sure = _oclock(line, end, sure=sure)
    zone = find(tokens, end, line.about.language.zones)
    sure = sure or bool(zone and len(raw) == 4) or _is_dotted(line, at, end)
    if not sure or hour >= LATE or minute > 59:
        return None
    return _timed(line, at, end, time(hour, minute), zone)


def shared_half(line: Line, hour: int, at: int) -> int | None:
    """The half of the day that a time has from the one behind it: "between 5:30 and 6 pm", "from 9:30 to 5 pm"."""
    tokens = line.tokens
    if tokens.word(at) not in JOINING or not tokens.is_number(at + 1):
        return None
    if not OPEN.isdisjoint(tokens.low[max(0, at - NEARBY) : at]) and hour < NOON:
        return None  # "open from 8:00 to 9 pm" is open all day
    last, _, end, _ = _digits(line, at + 1)
    half = half_of(line, end)[0] if 1 <= last <= 12 else None
    return half if half is None or hour % 12 <= last % 12 else (half + 12) % 24


def _is_dotted(line: Line, at: int, end: int) -> bool:
    """Whether "5.12" is a time: the document writes its times so, and a word leads to it that a clause ends with."""
    tokens, raw = line.tokens, line.tokens.raw[at]
    led = line.about.dotted and raw[-3:-2] == "." and tokens.word(at - 1) in LEADS - {"was", "is", ","}
    if end == at + 1 and FULL.fullmatch(raw) and tokens.word(at - 1) in LEADS and (raw[0] == "0" or named(tokens, end)):
        return True  # "hit rocks at 05.35 local time"
    if end == at + 1 and HOURED.fullmatch(raw) and tokens.low[max(0, at - 2) : at] == ["it", "was"]:
        return tokens.word(end) == "when"  # "It was 11.40 when the alarm was raised"
    ends = end == at + 1 and (not tokens.is_word(end) or tokens.word(end) in ("and", "on", "but", "when", "from"))
    opens = at == 1 and tokens.low[0] == "at" and tokens.word(end) in ("the", "a", "he", "she", "they", "we", "it")
    return (ends and (led or tells_when(tokens, at))) or (opens and end == at + 1 and tells_when(tokens, at))


def tells_when(tokens: Tokens, at: int) -> bool:
    """Whether "10.15" is a time by its clause: "At 10.15, the lights went out", "the last walked out at 10.15"."""
    if HOURED.fullmatch(tokens.raw[at]) is None or not MARKET.isdisjoint(tokens.low):
        return False
    if tokens.word(at - 1) == "at" and (at == 1 or (tokens.word(at + 1) == "," and tokens.word(at - 2) == ",")):
        return True
    led = tokens.word(at - 1) in LEADS - {"was", "is", ",", "said", "past"} and tokens.raw[at][-1] in "05"
    return led and not DEEDS.isdisjoint(tokens.low[max(0, at - CLAUSE) : at - 1])


def named(tokens: Tokens, end: int) -> bool:
    """Whether a word for the time follows: "21.35 local time"."""
    return tokens.low[end : end + 2] == ["local", "time"] or tokens.word(end) in ("hrs", "hours")


def _oclock(line: Line, end: int, *, sure: bool) -> tuple[int, bool]:
    """The index after "o'clock" or "Uhr", and whether a time is sure now."""
    tokens = line.tokens
    if not sure and tokens.word(end) == "o" and tokens.word(end + 2) == "clock":
        return end + 3, True
    if (not sure and tokens.word(end) == "oclock") or tokens.word(end) in ("uhr", "heures"):
        return end + 1, True
    return end, sure


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


def _spoken(line: Line, at: int) -> Draft | None:
    """A time as it is said; English only."""
    said = spoken(line, at) if line.about.language.code == "en" else None
    zone = find(line.tokens, said[0], line.about.language.zones) if said else None
    draft = _timed(line, at, said[0], said[1], zone) if said else None
    if draft and line.tokens.word(said[0] - 1 if said else at) != "clock":
        draft.notes.append("spoken")
    return draft


def _timed(line: Line, at: int, end: int, clock: time, zone: tuple[str, int] | None) -> Draft | None:
    """A time on the day that the words or the document give."""
    tokens, offset = line.tokens, None
    if tokens.low[end : end + 3] in (["and", "a", "half"], ["and", "a", "quarter"]):
        return None  # "they started at four and a half"
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
    from registry.steps.recognise.dates.relative import read_relative
    from registry.steps.recognise.dates.written import read_date

    tokens = line.tokens
    if beside := _day_beside(line, at):
        return beside, end, f"day from the date before: {beside}"
    here = end + 1 if tokens.word(end) in ("on", ",", "le", "am") else end
    if tokens.low[here : here + 3] in (["the", "next", "day"], ["the", "following", "day"]):
        here += 1  # "the next day" is read from its second word on
    for read in (read_date, read_relative):
        found = read(line, here) if here < tokens.size and tokens.word(here) not in ("a", "the") else None
        if found and found.moment and found.moment.low == found.moment.high:
            return found.moment.low, found.end, f"day from the words: {found.moment.low}"
    if before := _day_before(line, at):
        return before, end, f"day from the words before: {before}"
    published, told = line.about.published, None if line.about.today and not line.about.looks_back else line.about.day
    if published is None and (told := told or _day_named(line)):
        return told, end, f"day from a date of the text: {told}"
    if told and published and told < published and is_past(line, at):
        return told, end, f"day named before: {told}"
    return published, end, f"day from the document's date: {published}"


def is_past(line: Line, at: int) -> bool:
    """Whether a time is of something that is over: its sentence says so, or it opens a row of a timeline."""
    words = line.tokens.low
    if not WILL.isdisjoint(words):
        return False
    row = at == 0 and line.sentence.block.kind is BlockKind.ROW
    return row or not PAST.isdisjoint(words) or any(word.endswith("ed") and len(word) > SHORTEST for word in words)


def _day_named(line: Line) -> date | None:
    """The first day with its year that an English text without a date names anywhere."""
    hit = DAYS.search(line.about.folded, 0, FAR) if line.about.language.code == "en" else None
    if hit is None:
        return None
    month = line.about.language.months[(hit["month"] or hit["before"]).lower()]
    return calendar.day(int(hit["year"]), month, int(hit["day"] or hit["after"]))


def _day_beside(line: Line, at: int) -> date | None:
    """The day that stands right before a time: "23 April 2022, 14:55", "tomorrow at 10 a.m."."""
    draft = line.dated
    if draft is None or draft.moment is None or draft.moment.low != draft.moment.high or draft.moment.clock:
        return None
    between = line.tokens.low[draft.end : at] if 0 <= at - draft.end <= 3 else ["?"]
    return draft.moment.low if all(word in BESIDE for word in between) else None


def _day_before(line: Line, at: int) -> date | None:
    """A weekday or date shortly before a time, in the same sentence."""
    from registry.steps.recognise.dates.relative import read_relative

    for here in range(at - 1, max(-1, at - 5), -1):
        if line.tokens.word(here) in line.about.language.weekdays or line.tokens.word(here) in (
            "yesterday",
            "tomorrow",
        ):
            found = read_relative(line, here)
            return found.moment.low if found and found.moment else None
    return None
