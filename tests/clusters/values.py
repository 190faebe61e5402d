"""The values that marks state: read from plain words, or spelled out by the annotator.

Nothing here is shared with the engine: what measures it must not make its mistakes.
"""

import calendar
import re
from typing import Any

SCALES = {"K": 1_000, "M": 1_000_000, "B": 1_000_000_000}

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
WORDS = {word: number for number, word in enumerate((ONES + " seventeen eighteen nineteen").split())}
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS |= {word: 10 * n for n, word in enumerate(TENS.split(), 2)}
ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
SCALE_WORDS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
SCALE_WORDS |= {"m": 1_000_000, "bn": 1_000_000_000, "k": 1_000}
MONTHS = [name for name in calendar.month_name if name]
UNITS = {
    "percent": "% percent|per cent",
    "percentage point": "percentage points?|points?",
    "USD": "$ dollars?",
    "EUR": "€ euros?",
    "GBP": "£ pounds?",
    "km": "km kilomet(?:re|er)s?",
    "m": "metres?|meters?",
    "mi": "miles?",
    "ft": "ft feet|foot",
    "ha": "ha hectares?",
    "acre": "acres?",
    "km2": "km2 square kilomet(?:re|er)s?",
    "mi2": "square miles?",
    "kg": "kg kilograms?",
    "lb": "lb pounds",
    "km/h": "km/h kilomet(?:re|er)s (?:an|per) hour",
    "mph": "mph miles (?:an|per) hour",
    "minute": "minutes?",
    "hour": "hours?",
    "day": "days?",
    "week": "weeks?",
    "month": "months?",
    "year": "years?",
}
APPROX = r"about|around|some|nearly|almost|roughly|approximately|close to|just under|an estimated|estimated"
LEAST = r"more than|over|at least|upwards of|above"
MOST = r"up to|fewer than|less than|within|no more than|under|below|at most"
NUMERAL = "|".join(sorted(WORDS, reverse=True))
NUMBER = rf"\d[\d,]*(?:\.\d+)?|(?:(?:{NUMERAL})(?:-(?:{NUMERAL}))?)|a(?= (?:hundred|thousand|million))"
QUANTITY = re.compile(
    rf"(?:(?P<approx>{APPROX})\s+|(?P<least>{LEAST})\s+|(?P<most>{MOST})\s+)?(?P<sign>[$€£])?(?P<number>{NUMBER})"
    rf"(?:[\s-]?(?P<scale>{'|'.join(SCALE_WORDS)})\b)?(?P<plus>\+)?(?:[\s-]?(?P<unit>[%a-z].*))?",
    re.IGNORECASE,
)
DAY = rf"(?:(?P<d1>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<d2>\d{{1,2}})(?!\d))?(?:,? (?P<year>\d{{4}}))?"

Json = dict[str, Any]
Value = tuple[Any, Any, str, bool]


class MarkupError(ValueError):
    """A source file says something that cannot be understood."""


def number(text: str) -> int | float:
    """Read "12", "1,200", "3.5", "7K" or a numeral in words.

    >>> number("1,200"), number("3.5M"), number("twenty-two")
    (1200, 3500000, 22)
    """
    factor = SCALES.get(text[-1], 1)
    bare = text.rstrip("KMB").replace(",", "")
    if not bare[:1].isdigit() and bare[:1] != "-":
        return sum(WORDS[part] for part in bare.lower().split("-")) if bare.lower() != "a" else 1
    return whole(float(bare) * factor)


def whole(value: float) -> int | float:
    """Rid a product of the noise of floats."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def unit_of(words: str) -> str:
    """The unit's name for the words or the sign at a number.

    >>> unit_of("per cent"), unit_of("km"), unit_of("$")
    ('percent', 'km', 'USD')
    """
    for name, pattern in UNITS.items():
        sign, _, rest = pattern.partition(" ") if not pattern.startswith("percentage") else ("", "", pattern)
        if words in (sign, name) or re.fullmatch(rf"{pattern}|{rest}", words, re.IGNORECASE):
            return name
    raise MarkupError(f"unknown unit {words!r}") if words else MarkupError("no unit")


def read_quantity(words: str) -> Value:
    """The value that plain words state.

    >>> read_quantity("more than $1.5 million")
    (1500000, None, 'USD', False)
    >>> read_quantity("about six kilometres")
    (6, 6, 'km', True)
    >>> read_quantity("7.5 m")[0::2], read_quantity("€7.5 m")[0::2]
    ((7.5, 'm'), (7500000, 'EUR'))
    """
    match = QUANTITY.fullmatch(" ".join(words.split()))
    if not match:
        raise MarkupError(f"cannot read the value of {words!r}")
    scale = (match["scale"] or "").lower()
    metres = scale == "m" and not match["sign"]
    exact = whole(number(match["number"]) * (1 if metres else SCALE_WORDS.get(scale, 1)))
    low = None if match["most"] else exact
    high = None if match["least"] or match["plus"] else exact
    said = match["sign"] or match["unit"] or ("metres" if metres else "")
    return low, high, unit_of(said) if said else "count", bool(match["approx"])


def read_date(words: str, year: str) -> Value | None:
    """The day or month that words name, else None.

    >>> read_date("14 March", "2024")
    ('2024-03-14', '2024-03-14', 'date', False)
    """
    match = re.fullmatch(DAY, words)
    if not match:
        return None
    day = match["d1"] or match["d2"]
    month = f"{match['year'] or year}-{MONTHS.index(match['month']) + 1:02}"
    return (*date_ends(f"{month}-{int(day):02}" if day else month), "date", False)


def date_ends(iso: str) -> tuple[str, str]:
    """The first and last day of a year, month or day.

    >>> date_ends("2024-02")
    ('2024-02-01', '2024-02-29')
    """
    if len(iso) == len("2024"):
        return f"{iso}-01-01", f"{iso}-12-31"
    if len(iso) == len("2024-02"):
        last = calendar.monthrange(int(iso[:4]), int(iso[5:]))[1]
        return f"{iso}-01", f"{iso}-{last:02}"
    return iso, iso


def explicit(text: str) -> Value:
    """The value that the markup spells out.

    >>> explicit("~1.2M USD"), explicit("..5%"), explicit("2024-03")[0]
    ((1200000, 1200000, 'USD', True), (None, 5, 'percent', False), '2024-03-01')
    """
    bare, _, unit = text.lstrip("~").partition(" ")
    low, dots, high = bare.partition("..")
    if unit == "date" or re.fullmatch(r"\d{4}-\d\d.*", low or high):
        ends = (date_ends(low)[0] if low else None, date_ends(high if dots else low)[1] if high or not dots else None)
        return (*ends, "datetime" if "T" in bare else "date", text.startswith("~"))
    if "%" in bare:
        unit, low, high = "percent", low.rstrip("%"), high.rstrip("%")
    first = number(low) if low else None
    last = first if not dots else number(high) if high else None
    return first, last, unit or "count", text.startswith("~")


def value_of(words: str, text: str, published: str) -> Json:
    """The gold value of a claim: spelled out, a role or event, or read from its words."""
    named = re.fullmatch(r"(role|event):(.+)", text)
    if named:
        return {"low": None, "high": None, "unit": named[1], "approx": False, "label": named[2]}
    read = explicit(text) if text else read_date(words, published[:4]) or read_quantity(words)
    return dict(zip(("low", "high", "unit", "approx"), read, strict=True))


def kind_of(value: Json) -> str:
    """The kind of claim that a value makes."""
    unit = value["unit"]
    known = {"percent": "percent", "date": "date", "datetime": "date", "rank": "ordinal"}
    known |= {name: name for name in ("role", "event", "ordinal", "fraction", "count")}
    if None not in (value["low"], value["high"]) and value["low"] != value["high"] and known.get(unit) != "date":
        return "range"
    return "money" if re.fullmatch("[A-Z]{3}", unit) else known.get(unit, "measure")
