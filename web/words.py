"""How values, counts and nouns read on a page.

A newcomer's mistake: formatting in a template; a reader would then meet the same figure in two shapes.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

from registry.model.assertion import Assertion, Kind, Value
from registry.model.moment import MONTHS
from registry.model.quantity import Quantity
from registry.model.record import plain
from registry.model.term import Term
from web import days

THIN = "\u202f"
SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
SHOWN_UNITS = {
    "count": "",
    "fraction": "",
    "ratio": "",
    "rank": "",
    "ordinal": "",
    "percent": "%",
    "percentage point": "percentage points",
    "acre": "acres",
    "km2": "km²",
    "mi2": "sq mi",
    "mi": "miles",
    "gal": "gallons",
    "degC": "°C",
    "degF": "°F",
    "degC_diff": "°C",
    "degF_diff": "°F",
    "magnitude": "magnitude",
}
PLURALS = {"person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet", "life": "lives"}
UNCHANGED = ("people", "men", "women", "children", "staff", "personnel", "police", "aircraft", "series", "species")
BEHIND = re.compile(
    r"\s(?:of|in|at|on|for|with|without|by|from|to|per|under|over|against|who|that|which|an?|each|every)\s"
)
PARTICIPLE = re.compile(r"[^s\W]s \w+(?:ed|en|wn)$")
COUNTED_UNITS = ("minute", "hour", "day", "week", "month", "year")


def grouped(number: Decimal) -> str:
    """A number with thin spaces between thousands, from five digits on.

    >>> grouped(Decimal("1280000")), grouped(Decimal("1500")), grouped(Decimal("-12345.60"))
    ('1\u202f280\u202f000', '1500', '−12\u202f345.6')
    """
    digits = plain(number) or "0"
    whole, point, rest = digits.removeprefix("-").partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", THIN)
    return ("−" if digits.startswith("-") else "") + whole + point + rest


def scaled(number: Decimal) -> str:
    """A large round number in words: 1280000 is "1.28 million", 1234567 stays in digits."""
    for size, name in SCALES:
        if abs(number) >= size and (number / size * 1000) % 1 == 0:
            return f"{grouped(number / size)} {name}"
    return grouped(number)


def measured(quantity: Quantity) -> str:
    """A quantity in words: "more than 120", "about 1500", "5 to 17 months", "$1.2 million"."""
    low, high, unit = quantity.low, quantity.high, quantity.unit
    if low is None and high is None:
        return "some"
    if low is not None and high is not None and low != high:
        return _about(quantity) + with_unit(f"{scaled(low)} to {scaled(high)}", unit)
    figure = low if low is not None else high
    assert figure is not None
    if unit == "fraction":
        return _bound(quantity) + parted(figure)
    return _bound(quantity) + with_unit(scaled(figure), unit, one=abs(figure) == 1)


def parted(number: Decimal) -> str:
    """A share as people write it: one third is "1/3", other shares have four places.

    >>> parted(Decimal(1) / 3), parted(Decimal("0.75")), parted(Decimal("0.12345678"))
    ('1/3', '3/4', '0.1235')
    """
    near = Fraction(number).limit_denominator(20)
    if near.denominator > 1 and abs(Fraction(number) - near) < Fraction(1, 10**9):
        return f"{near.numerator}/{near.denominator}"
    return grouped(round(number, 4))


def _bound(quantity: Quantity) -> str:
    """What stands before a single figure."""
    if quantity.high is None:
        return "more than " if quantity.strict else "at least "
    if quantity.low is None:
        return "less than " if quantity.strict else "at most "
    return {-1: "nearly ", 1: "just over "}.get(quantity.lean, _about(quantity))


def _about(quantity: Quantity) -> str:
    """ "about " where the words say so."""
    return "about " if quantity.approx else ""


def with_unit(figure: str, unit: str, *, one: bool = False) -> str:
    """A figure and its unit as a person writes them."""
    if unit in SIGNS:
        return SIGNS[unit] + figure
    if len(unit) == 3 and unit.isupper():
        return f"{unit} {figure}"
    if unit in COUNTED_UNITS and not one:
        return f"{figure}\u00a0{unit}s"
    shown = SHOWN_UNITS.get(unit, unit)
    return f"{figure}\u00a0{shown}" if shown else figure


def worded(value: Value) -> str:
    """Any value as a reader meets it."""
    if isinstance(value, Quantity):
        return measured(value) + value.per
    if isinstance(value, Term):
        return value.label
    return days.moment(value)


def number(count: int) -> str:
    """A whole number, its thousands grouped."""
    return grouped(Decimal(count))


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A count and its noun: "1 source", "3 sources", "no sources"."""
    shown = grouped(Decimal(number)) if number else "no"
    return f"{shown} {noun if number == 1 else plural or noun + 's'}"


def kept(number: int, given: int) -> str:
    """What became of the documents that were given: "2 of 3 documents kept", "Neither document was kept"."""
    if number == given:
        return f"{counted(number, 'document').capitalize()} kept"
    if not number:
        return {1: "The document was not kept", 2: "Neither document was kept"}.get(
            given, f"None of {given} documents was kept"
        )
    return f"{number} of {given} documents kept"


def times(number: int) -> str:
    """How often: "once", "twice", "7 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{grouped(Decimal(number))} times")


def noun(said: Assertion) -> str:
    """What is counted, as it stands after its number: "124 member states", "1 judge"."""
    if said.attribute is None:
        return ""
    label, value = said.attribute.label, said.value
    if said.kind is not Kind.COUNT or not isinstance(value, Quantity) or value.low == value.high == 1:
        return label
    return plural(label)


def plural(label: str) -> str:
    """A noun phrase in the plural, its head before any "of" or "in"; what is plural already stays.

    >>> plural("member state"), plural("member country"), plural("judge of the court"), plural("states parties")
    ('member states', 'member countries', 'judges of the court', 'states parties')
    >>> plural("trams ordered"), plural("émigré"), plural("больница")
    ('trams ordered', 'émigrés', 'больница')
    """
    if PARTICIPLE.search(label):
        return label
    found = BEHIND.search(label)
    cut = found.start() if found else len(label)
    front, space, word = label[:cut].rpartition(" ")
    return front + space + _plural(word) + label[cut:]


def _plural(word: str) -> str:
    low = word.casefold()
    if (
        not (low.isalpha() and "LATIN" in unicodedata.name(low[-1], ""))
        or low in UNCHANGED
        or (low.endswith("s") and not low.endswith(("ss", "us", "is")))
    ):
        return word
    if low in PLURALS:
        return PLURALS[low]
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if low.endswith(("s", "x", "z", "ch", "sh")) else "s")


def ago(then: datetime, now: datetime | None = None) -> str:
    """How long ago something happened, roughly: "just now", "5 minutes ago", "3 days ago", else its day."""
    seconds = ((now or datetime.now(UTC)) - then).total_seconds()
    if seconds < 60:
        return "just now"
    if seconds < 3600:
        return counted(int(seconds // 60), "minute") + " ago"
    if seconds < 86400:
        return counted(int(seconds // 3600), "hour") + " ago"
    return counted(int(seconds // 86400), "day") + " ago" if seconds < 30 * 86400 else days.day(then.date())


def inside(label: str) -> str:
    """A value as it stands inside a sentence: "About 1,510" began one of its own, a month keeps its capital.

    >>> inside("About 1,510"), inside("May 2024"), inside("A350"), inside("Sunday 4 May")
    ('about 1,510', 'May 2024', 'A350', 'Sunday 4 May')
    """
    first = re.match(r"([A-Z][a-z]+)\.? [^\w]*\d", label)
    if not first or first[1].endswith("day") or first[1] in (*days.MONTHS, *MONTHS, "Sept"):
        return label
    return label[0].lower() + label[1:]


def sized(count: int) -> str:
    """A number of bytes: "812 bytes", "14 kB", "2.3 MB"."""
    if count < 1000:
        return counted(count, "byte")
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB".replace(".0", "")
