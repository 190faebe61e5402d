"""How numbers, units and dates are read, on the recognisers' set: in scope, out of scope, language by language.

`python -m tests.bench.recognizers` prints a table; `--show KIND` also the cases in scope that fail.
A newcomer's mistake: asking for the set's own spans. Ours hold the comparator, theirs "from"; they must overlap.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from registry.model.assertion import Kind, Mention
from registry.model.moment import Bound, Moment
from registry.model.quantity import Quantity
from registry.model.span import Block, Sentence
from registry.steps.recognise import recognise
from registry.steps.recognise.tables import units
from tests.bench.scope import DATES, Row, kind_of, reason

SET = Path(__file__).resolve().parents[3] / "shared" / "bench" / "recognizers_text"
CODES = {"English": "en", "French": "fr", "German": "de", "Spanish": "es"}
REFERENCE = "2016-11-07T00:00:00"
KINDS = {
    "number": (Kind.COUNT, Kind.FRACTION, Kind.RANGE, Kind.MEASURE),
    "percentage": (Kind.PERCENT, Kind.RANGE),
    "currency": (Kind.MONEY, Kind.RANGE),
    "ordinal": (Kind.ORDINAL,),
}
SECONDS = {"s": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2592000, "year": 31536000}
BOUNDS = ("before", "after", "since", "until")
END = re.compile(r"\bend of\b")
AGO = re.compile(r"\b(?:months?|years?) ago\b")
CLOSE = Decimal("0.000001")


def rows(name: str) -> Iterator[Row]:
    """The cases of a file."""
    with (SET / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def mentions(row: Row) -> list[Mention]:
    """What we read in a case."""
    text = row["input"]
    said = (row.get("context") or {}).get("ReferenceDateTime") or REFERENCE
    sentence = Sentence(0, len(text), Block(0, len(text)))
    return list(recognise(text, [sentence], published=date.fromisoformat(said[:10]), language=CODES[row["lang"]])[0])


def overlaps(mention: Mention, item: dict[str, Any]) -> bool:
    """Whether a mention stands where an item is expected."""
    if item["start"] is None:
        return True
    end = item["end"] if item["end"] is not None else item["start"] + len(item["text"])
    return bool(mention.start < max(end, item["start"] + 1) and item["start"] < mention.end)


def right(mention: Mention, item: dict[str, Any]) -> bool:
    """Whether a mention has the value that is expected."""
    kind, solved = kind_of(item), item.get("resolution") or {}
    if isinstance(mention.value, Moment):
        last = END.search(item["text"]) is not None and mention.value.low == mention.value.high
        if last and kind in DATES and any(closes(mention.value, wanted) for wanted in wanted_moments(solved)):
            return True
        whole = AGO.search(item["text"]) is not None
        return kind in DATES and any(
            same_moment(mention.value, wanted) or (whole and within(mention.value, wanted))
            for wanted in wanted_moments(solved)
        )
    if kind in DATES or not isinstance(mention.value, Quantity):
        return False
    if kind == "duration":
        return any(same_duration(mention.value, wanted) for wanted in wanted_moments(solved))
    if kind == "numberrange":
        return same_range(mention.value, str(solved["value"]))
    hundredths = str(solved.get("unit")) in ("Cent", "Pence") and mention.value.unit not in ("count", "cent")
    return same_number(mention.value, solved.get("value"), Decimal("0.01") if hundredths else Decimal(1))


def within(value: Moment, wanted: dict[str, Any]) -> bool:
    """Whether the day wanted lies in ours: "two years ago" is a year to us, a day to the set."""
    said = str(wanted.get("value") or wanted.get("date") or "")
    return len(said) == 10 and value.low <= day_of(said) <= value.high


def closes(value: Moment, wanted: dict[str, Any]) -> bool:
    """Whether our day ends the span wanted: "the end of 2000" is its last day to us, its last months to the set."""
    high = wanted.get("end") or wanted.get("endDate")
    return bool(high) and not value.open and day_of(str(high)) - value.high == timedelta(days=1)


def wanted_moments(solved: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The readings that the set allows: of the past or of the future, any of a list."""
    yield from solved.get("values") or ()
    for name in ("FutureResolution", "PastResolution"):
        if solved.get(name):
            yield solved[name]


def same_moment(value: Moment, wanted: dict[str, Any]) -> bool:
    """Whether a moment is the one wanted; the set's ranges end on the day after."""
    low, high = (wanted.get(a) or wanted.get(b) for a, b in (("start", "startDate"), ("end", "endDate")))
    if low and high:
        return near(value.low, day_of(low), 0) and ends_like(value.high, day_of(high))
    if value.bound or wanted.get("Mod", "").partition("-")[0] in BOUNDS:
        return same_bound(value, wanted)
    said = wanted.get("value") or wanted.get("dateTime") or wanted.get("date") or wanted.get("time") or ""
    if value.clock and len(said) > 10:
        return f"{value.clock:%Y-%m-%d %H:%M:%S}" == said
    if value.clock and ":" in said:
        return f"{value.clock:%H:%M:%S}" == said
    if len(said) != 10:
        return False
    swapped = f"{said[:4]}-{said[8:]}-{said[5:7]}"
    return value.low == value.high and value.low.isoformat() in (said, swapped)


def same_bound(value: Moment, wanted: dict[str, Any]) -> bool:
    """Whether a date with an open end is the one wanted; "since 2011" and "until 2011" keep the year to us."""
    first, last = value.meant()
    low, high = wanted.get("start"), wanted.get("end")
    if low and high:
        return first is not None and last is not None and near(first, day_of(low), 0) and ends_like(last, day_of(high))
    first = None if value.bound is Bound.UNTIL else first
    last = None if value.bound is Bound.SINCE else last
    if low:
        return last is None and first is not None and (first - day_of(low)).days in (0, value.bound is Bound.AFTER)
    if not high or first is not None or last is None:
        return False
    return (day_of(high) - last).days in (0, 1) or day_of(high) == value.low


def day_of(words: str) -> date:
    """The day of an ISO date or time."""
    return date.fromisoformat(words[:10])


def near(one: date, two: date, days: int) -> bool:
    """Whether two days are the same, or start the same century (we count from 1901, the set from 1900)."""
    return abs((one - two).days) <= days or (two.year % 100 == 0 and one == date(two.year + 1, 1, 1))


def ends_like(ours: date, theirs: date) -> bool:
    """Whether a range ends as the set's: it names the day after, or the first day of the last month or year."""
    if ours in (theirs, theirs - timedelta(days=1)) or (theirs.year % 100 == 0 and ours == date(theirs.year, 12, 31)):
        return True
    month = theirs.day == 1 and (ours.year, ours.month) == (theirs.year, theirs.month)
    return month or ((theirs.month, theirs.day) == (1, 1) and ours == date(theirs.year, 12, 31))


def same_duration(value: Quantity, wanted: dict[str, Any]) -> bool:
    """Whether a duration is the one wanted, in seconds."""
    said = wanted.get("duration") or wanted.get("value")
    single = value.low if value.low is not None else value.high
    if said is None or single is None or value.unit not in SECONDS:
        return False
    return abs(single * SECONDS[value.unit] - Decimal(str(said))) <= abs(Decimal(str(said))) / 50


def same_range(value: Quantity, wanted: str) -> bool:
    """Whether a range has the ends wanted."""
    low, high = (Decimal(end) if end else None for end in wanted.strip("[]()").split(","))
    return value.low == low and value.high == high


def same_number(value: Quantity, wanted: Any, part: Decimal) -> bool:
    """Whether a single value is the number wanted, or that part of it (we keep cents as parts of their currency)."""
    try:
        number = part * Decimal(str(wanted).rstrip("%").replace(",", "."))
    except InvalidOperation:
        return False
    single = value.low if value.low is not None else value.high
    return single is not None and abs(single - number) <= max(abs(number) * CLOSE, CLOSE)


def judged(row: Row) -> tuple[str | None, bool]:
    """Why a case is out of scope, and whether all that is expected in scope is read and nothing of its kind besides."""
    reasons = [reason(row, item) for item in row["expected"]]
    if row["expected"] and all(reasons):
        return reasons[0], False
    found = mentions(row)
    wanted = [item for item, why in zip(row["expected"], reasons, strict=True) if why is None]
    good = all(any(overlaps(mention, item) and right(mention, item) for mention in found) for item in wanted)
    return None, good and (bool(row["expected"]) or not any(of_kind(mention, row) for mention in found))


def of_kind(mention: Mention, row: Row) -> bool:
    """Whether a mention is of the kind that a case without expectations rules out."""
    if row["entity"] == "DateTime":
        return mention.kind is Kind.DATE
    if row["model"] in ("NumberModel", "NumberRangeModel"):
        return isinstance(mention.value, Quantity) and mention.value.unit in ("count", "fraction")
    wanted = {"PercentModel": "percentage", "CurrencyModel": "currency", "OrdinalModel": "ordinal"}.get(row["model"])
    if wanted:
        return mention.kind in KINDS[wanted][:1]
    return mention.kind is Kind.MEASURE and isinstance(mention.value, Quantity) and bool(_dimension(mention.value.unit))


def _dimension(unit: str) -> str:
    """What a unit measures."""
    return units().dimension.get(unit, "")


def measured(name: str, languages: frozenset[str]) -> tuple[Counter[tuple[str, str]], Counter[str], list[str]]:
    """Hits and counts of a file by model, the reasons for what is out of scope, and what fails."""
    score: Counter[tuple[str, str]] = Counter()
    out: Counter[str] = Counter()
    failed = []
    for row in rows(name):
        if row["lang"] not in languages:
            continue
        why, good = judged(row)
        out.update([why] if why else [])
        score.update([(row["model"], "out" if why else "in"), *([(row["model"], "right")] if good else [])])
        if not why and not good:
            failed.append(shown(row))
    return score, out, failed


def shown(row: Row) -> str:
    """A case that fails, in a line."""
    expected = "; ".join(f"{item['text']} = {json.dumps(item.get('resolution'))[:140]}" for item in row["expected"])
    ours = "; ".join(f"{row['input'][m.start : m.end]} = {m.value}" for m in mentions(row))
    return f"{row['model']}: {row['input'][:110]}\n    wanted {expected or 'nothing'}\n    read {ours or 'nothing'}"


def table(title: str, score: Counter[tuple[str, str]]) -> Iterator[str]:
    """The figures of a file, a line a model."""
    yield f"| {title} | cases | out of scope | in scope | right | share |"
    yield "|---|--:|--:|--:|--:|--:|"
    models = sorted({model for model, _ in score})
    for model in [*models, "all"]:
        inside, out, good = (
            sum(count for (name, slot), count in score.items() if slot == key and model in (name, "all"))
            for key in ("in", "out", "right")
        )
        yield f"| {model} | {inside + out} | {out} | {inside} | {good} | {100 * good / inside if inside else 0:.1f} |"


FILES = (
    ("English numbers", "number_english.jsonl", "English"),
    ("English dates", "datetime_english.jsonl", "English"),
    ("French numbers", "number_other_languages.jsonl", "French"),
    ("German numbers", "number_other_languages.jsonl", "German"),
    ("Spanish numbers", "number_other_languages.jsonl", "Spanish"),
    ("French dates", "datetime_french.jsonl", "French"),
    ("German dates", "datetime_german.jsonl", "German"),
    ("Spanish dates", "datetime_spanish.jsonl", "Spanish"),
)


def main(arguments: list[str]) -> int:
    """Print the tables; `--show TITLE` also what fails there."""
    if not SET.exists():
        print("The set is not here.", file=sys.stderr)
        return 1
    wanted = arguments[1] if arguments[:1] == ["--show"] else ""
    for title, name, language in FILES:
        if wanted and title != wanted:
            continue
        score, out, failed = measured(name, frozenset((language,)))
        print("\n".join(table(title, score)))
        print("\n".join(f"  {count:4} {why}" for why, count in out.most_common()), end="\n\n")
        if wanted:
            print("\n".join(failed))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
