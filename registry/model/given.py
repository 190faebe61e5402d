"""What a person or a program says about a document that they bring, and which day and language they may say.

A newcomer's mistake: believing every day that is one. A year with a digit too few, and a day that is still to come, are
slips of the one who types; a document's claims would hold from then on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from registry.errors import InvalidValue
from registry.model.document import EARLIEST, LATEST

# Where the document comes from it may be tomorrow already.
AHEAD = timedelta(days=1)
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Given:
    """What the person or program who brings a document says about it; it outranks what the bytes say."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None


def day_given(day: date, today: date | None = None) -> date:
    """The day on which somebody says that a document was published. Raises `InvalidValue` for one after tomorrow, and
    for a year that has lost a digit.

    >>> day_given(date(2024, 5, 31)).isoformat(), day_given(date(1086, 1, 1)).year
    ('2024-05-31', 1086)
    """
    latest = (today or datetime.now(UTC).date()) + AHEAD
    if day > latest:
        raise InvalidValue(f"{day.isoformat()} is still to come; give the day on which it was published, or none.")
    return day_that_can_be(day)


def day_that_can_be(day: date) -> date:
    """The same without a look at the clock, for what answers alike on every day."""
    if not EARLIEST <= day.year <= LATEST:
        raise InvalidValue(f"{day.isoformat()} is in the year {day.year}; write its year in full, as in 2024-05-31.")
    return day


def language_given(words: str) -> str:
    """The language that somebody says, as documents tell theirs: without its country. Raises `InvalidValue`.

    >>> language_given("EN"), language_given("pt-BR")
    ('en', 'pt')
    """
    found = TAG.fullmatch(words.strip())
    if found is None:
        raise InvalidValue(f"{words[:40]!r} is no code of a language; give one such as en, de or pt-BR.")
    return found[1].lower()
