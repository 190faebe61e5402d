"""Numbers in the style of a draft: digits or words, grouping, decimals, scale words.

A newcomer's mistake: changing more than the number. "1.2 million" becomes "1.3 million", never "1,300,000".
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DIGITS = re.compile(r"\d+(?:[, '\u00a0\u202f]\d{3})*(?:\.\d+)?")
_MARKS = re.compile("[, '\u00a0\u202f]")
_SCALES = tuple(Decimal(10) ** power for power in (0, 3, 6, 9, 12))
MOST_IN_WORDS = 99


def spelled(number: int) -> str:
    """A number below a hundred in words.

    >>> spelled(41), spelled(7)
    ('forty-one', 'seven')
    """
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


_BY_WORDS = {spelled(number): number for number in range(MOST_IN_WORDS + 1)}
_SPELLED = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(sorted((word.replace("-", "[- ]") for word in _BY_WORDS), key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)


class Figure(NamedTuple):
    """The number within words of a draft: its place, how it is written, and what it is times which scale."""

    start: int
    end: int
    written: str
    number: Decimal
    scale: Decimal = Decimal(1)
    words: bool = False


def figure(exact: str, value: Decimal) -> Figure | None:
    """The number in the words that states a value; None where none does, or several could."""
    found = [*_in_digits(exact), *_in_words(exact)]
    fitting = [
        one._replace(scale=scale) for one in found for scale in _SCALES if one.number and one.number * scale == value
    ] or [one for one in found if one.number == value]
    return fitting[0] if len(fitting) == 1 else None


def _in_digits(exact: str) -> list[Figure]:
    """Numbers in digits."""
    found = [(one, _MARKS.sub("", one.group())) for one in _DIGITS.finditer(exact)]
    return [Figure(one.start(), one.end(), one.group(), Decimal(text)) for one, text in found]


def _in_words(exact: str) -> list[Figure]:
    """Numbers in words."""
    found = [(one, _BY_WORDS[one.group().lower().replace(" ", "-")]) for one in _SPELLED.finditer(exact)]
    return [Figure(one.start(), one.end(), one.group(), Decimal(number), words=True) for one, number in found]


def like(found: Figure, value: Decimal) -> str | None:
    """A value written as a figure was; None where its scale would need more than three decimals.

    >>> like(Figure(0, 3, "124", Decimal(124)), Decimal(125))
    '125'
    """
    number = value / found.scale
    if found.words and number == number.to_integral_value() and 0 <= number <= MOST_IN_WORDS:
        return cased(spelled(int(number)), found.written)
    text = format(number.normalize(), "f")
    if len(text.partition(".")[2]) > 3:
        return None
    return grouped(text, found.written)


def cased(word: str, model: str) -> str:
    """A word with a capital where the model has one."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word.capitalize() if model[:1].isupper() else word


def grouped(text: str, model: str) -> str:
    """Digits with the thousands marked as the model marks them; by commas from 10,000 where it cannot tell."""
    whole, dot, rest = text.partition(".")
    mark = next((char for char in model if char in ",'\u00a0\u202f "), None)
    if mark is None:
        bare = len(re.sub(r"\D.*", "", model)) > 3
        mark = "" if bare or len(whole) < 5 else ","
    return f"{int(whole):,}".replace(",", mark) + dot + rest if mark else text
