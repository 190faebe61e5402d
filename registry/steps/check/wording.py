"""Values, dates and voices in the words that a reviewer reads.

A newcomer's mistake: showing a value as the registry compares it. Show what the document wrote.
"""

from __future__ import annotations

from calendar import month_name
from collections.abc import Sequence
from datetime import date

from registry.model.assertion import Claim
from registry.model.moment import Moment, Precision

WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def words(claim: Claim) -> str:
    """The value as it was written, on one line."""
    return " ".join(claim.span.exact.split())


def day(when: date) -> str:
    """A day in words."""
    return f"{when.day} {month_name[when.month]} {when.year}"


def moment(when: Moment) -> str:
    """A moment in words, as precise as it was written."""
    if when.precision is Precision.YEAR:
        return str(when.low.year)
    if when.precision is Precision.QUARTER:
        return f"the {('first', 'second', 'third', 'fourth')[(when.low.month - 1) // 3]} quarter of {when.low.year}"
    if when.precision is Precision.MONTH:
        return f"{month_name[when.low.month]} {when.low.year}"
    return day(when.low) if when.low == when.high else f"{day(when.low)} to {day(when.high)}"


def name(claim: Claim) -> str:
    """The document in words."""
    return claim.source.publisher or claim.source.title or claim.source.id


def voice(claim: Claim) -> str:
    """Who says so: the speaker, as quoted by the document, or the document, with its date."""
    said = claim.assertion.asserted_by
    dated = f" ({day(claim.source.published)})" if claim.source.published else ""
    return f"{said.label}, quoted by {name(claim)}{dated}," if said else f"{name(claim)}{dated}"


def number(count: int) -> str:
    """A small number as a word."""
    return WORDS[count] if count < len(WORDS) else str(count)


def listed(parts: Sequence[str]) -> str:
    """Parts in a row: a, b and c."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
