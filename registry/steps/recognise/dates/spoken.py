"""Times as they are said: "a quarter to eight", "half past six", "eight minutes to two", "twenty to midnight", "four in
the morning", "five-thirty p.m.".

A newcomer's mistake: taking every "ten to five" for a time. Minutes must be named, or a word lead to it.
"""

from __future__ import annotations

from datetime import time

from registry.steps.recognise.line import Line
from registry.steps.recognise.tables import cues

LATE = 24
PARTS = {
    ("in", "the", "morning"): 0,
    ("in", "the", "afternoon"): 12,
    ("in", "the", "evening"): 12,
    ("this", "morning"): 0,
    ("this", "afternoon"): 12,
    ("this", "evening"): 12,
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
HALVES = {"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12, "noon": 12, "uhr": 0}
PASSED = {"past": 1, "after": 1, "to": -1, "before": -1}
GOES_ON = frozenset(("and", "but", "on", "when", "with", "as", "because", "while", "then"))
HOURLY, MARKET = cues("spoken_hourly"), cues("times_market")
TWELVES = {"midnight": 0, "noon": 12, "midday": 12}
FIVES, BETTING = frozenset((5, 10, 20, 25)), frozenset(("vote", "votes", "voted", "beat", "won", "lost", "passed"))
# Behind what is put or kept "at five to ten", that is a range.
MEASURED, MEASURING = cues("spoken_measured"), 8
SPANS = frozenset(("hour", "hours", "second", "seconds", "week", "weeks", "month", "months", "year", "day", "minute"))
SAID_AFTER = frozenset(("in", "on", "o", "a", "p", "am", "pm", "a.m.", "p.m.", "gmt", "utc", "cet", "local"))


def spoken(line: Line, at: int) -> tuple[int, time] | None:
    """The index after a spoken time, and the time: "a quarter to eight", "half past six", "four in the morning"."""
    tokens, numbers = line.tokens, line.about.language.numbers
    if numbers.get(tokens.word(at), LATE) <= 12 and tokens.low[at + 1 : at + 4] == ["o", "'", "clock"]:
        return at + 4, time(numbers[tokens.word(at)] % LATE)
    if tokens.word(at - 1) in LEADS and 1 <= (plain := numbers.get(tokens.word(at), 0)) <= 12:
        half, end = part_of_day(line, at + 1)
        if half is not None:
            return end, time(plain % 12 + half)
        if _strikes(line, at):
            return at + 1, time(plain)
    return _passed(line, at) or _joined(line, at)


def _joined(line: Line, at: int) -> tuple[int, time] | None:
    """An hour and its minutes, joined, where the half of the day is told: "five-thirty a.m."."""
    tokens, language = line.tokens, line.about.language
    hour = language.numbers.get(tokens.word(at), 0)
    if not 1 <= hour <= 12 or not tokens.hyphen(at + 1) or tokens.hyphen(at - 1):
        return None
    minutes, end = _tens(line, at + 2)
    half, after = half_of(line, end)
    if half is None:
        half, after = part_of_day(line, end)
    return (after, time(hour % 12 + half, minutes)) if half is not None and minutes >= 10 else None


def _tens(line: Line, at: int) -> tuple[int, int]:
    """A number below sixty in words, "thirty" or "twenty-five", and the index after it; 0 for none."""
    tokens, language = line.tokens, line.about.language
    tens = language.tens.get(tokens.word(at), 0)
    ones = language.numbers.get(tokens.word(at + 2), 0) if tens and tokens.hyphen(at + 1) else 0
    if 0 < ones < 10:
        return tens + ones, at + 3
    return tens or language.numbers.get(tokens.word(at), 0), at + 1


def _strikes(line: Line, at: int) -> bool:
    """Whether something happens at an hour: "the fair was to open at ten and opened at eleven"."""
    tokens = line.tokens
    if tokens.word(at - 1) != "at" or (tokens.is_word(at + 1) and tokens.word(at + 1) not in GOES_ON):
        return False
    return not HOURLY.isdisjoint(tokens.low[max(0, at - 3) : at - 1])


def _passed(line: Line, start: int) -> tuple[int, time] | None:
    """Minutes past or to an hour."""
    tokens, at = line.tokens, start + 1 if line.tokens.word(start) == "a" else start
    minutes, here = _minutes(line, at)
    passed, hour = PASSED.get(tokens.word(here)), _hour(line, here + 1)
    if (twelve := TWELVES.get(tokens.word(here + 1))) is not None and passed and minutes:
        total = (twelve * 60 + passed * minutes) % (24 * 60)
        return (here + 2, time(total // 60, total % 60)) if _of_twelve(line, start, at, here) else None
    if passed is None or not hour or not minutes or not _is_time(line, start, at, here):
        return None
    total = (hour * 60 + passed * minutes) % (12 * 60)
    noon = 12 if hour == 12 and passed > 0 else 0
    end = here + 5 if tokens.low[here + 2 : here + 5] == ["o", "'", "clock"] else here + 2
    half, end = half_of(line, end)
    if half is None:
        half, end = part_of_day(line, end)
    return end, time(total // 60 % 12 + half, total % 60) if half is not None else time(total // 60 + noon, total % 60)


def _of_twelve(line: Line, start: int, at: int, here: int) -> bool:
    """Whether minutes stand before midnight or noon: "half past midnight", "twenty to midnight", not "from ten to
    midnight"."""
    tokens = line.tokens
    if tokens.word(here) in ("after", "before"):
        return here > at + 1  # "ten minutes after midnight"
    if here > at + 1 or tokens.word(at) in ("quarter", "half"):
        return True
    fives = _tens(line, at)[0] in FIVES and not tokens.is_number(at)
    return fives and tokens.word(start - 1) in LEADS - {"from", ",", "said"}


def _is_time(line: Line, start: int, at: int, here: int) -> bool:
    """Whether "past" or "to" stands in a time: not in "from ten to five" or "ten past records"."""
    tokens, after = line.tokens, line.tokens.word(here + 2)
    if tokens.word(here) in ("after", "before"):
        return False
    led = tokens.word(start - 1) in LEADS - {"from"}
    halved = part_of_day(line, here + 2)[0] is not None or half_of(line, here + 2)[0] is not None
    told = led and (here > at + 1 or halved)
    if here <= at + 3 and _is_five(line, start, at, here):
        return True
    loose = tokens.word(here) == "to" or (tokens.is_word(here + 2) and after not in SAID_AFTER)
    if loose and not told and tokens.word(at) not in ("quarter", "half"):
        return False
    return (
        after not in line.about.language.scales and after not in {"percent", "per", "years", "minutes", "days"} | SPANS
    )


def _is_five(line: Line, start: int, at: int, here: int) -> bool:
    """Whether five, ten, twenty or twenty-five is said to an hour at which something happens: "at twenty to three"."""
    tokens = line.tokens
    minutes, end = _tens(line, at)
    ends = not tokens.is_word(here + 2) or tokens.word(here + 2) in GOES_ON
    told = tokens.word(start - 1) == "at" and end == here and minutes in FIVES and not tokens.is_number(at)
    weighed = not MEASURED.isdisjoint(tokens.low[max(0, start - MEASURING) : start])
    return told and ends and not weighed and tokens.word(here) == "to" and (MARKET | BETTING).isdisjoint(tokens.low)


def part_of_day(line: Line, at: int) -> tuple[int | None, int]:
    """Which half of the day "in the morning" or "at night" names, and the index after it."""
    for words, half in PARTS.items():
        if tuple(line.tokens.low[at : at + len(words)]) == words:
            return half, at + len(words)
    return None, at


def half_of(line: Line, at: int) -> tuple[int | None, int]:
    """Which half of the day follows, and the index after it."""
    tokens, word = line.tokens, line.tokens.word(at)
    if word in ("a", "p") and tokens.word(at + 1) == "." and tokens.word(at + 2) == "m":
        return (0 if word == "a" else 12), at + 3
    return (HALVES[word], at + 1) if word in HALVES and word not in ("noon", "uhr") else (None, at)


def _minutes(line: Line, at: int) -> tuple[int, int]:
    """The minutes before "past" or "to", and the index after them; 0 for none."""
    tokens, language = line.tokens, line.about.language
    word, digits = tokens.word(at), tokens.written(at)
    if word == "three" and tokens.word(at + 1) == "quarters":
        return 45, at + 2
    minutes = {"quarter": 15, "half": 30}.get(word) or language.numbers.get(word, 0) or language.tens.get(word, 0)
    if tokens.hyphen(at + 1) and word in language.tens:
        minutes, end = _tens(line, at)
        return minutes, end + 1 if tokens.word(end) in ("minutes", "minute", "min") else end
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
