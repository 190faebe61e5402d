"""Digits: what "1,234.5", "1.234,5", "1'234" and "81.000" are, in the style of the document.

A newcomer's mistake: reading each number by itself. "1.234" is decided by what the rest of the document does.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

LONGEST = 40
# Each begins with its digit and looks back from there: a pattern that begins with a sign is looked for much faster.
_DOT_DECIMAL = re.compile(
    r"\d(?:(?<![\d.,/]\d)\d{0,2}(?:,\d{3}){0,6}\.\d{1,2}(?![\d.,]*\d)|(?<![\d.,]\d)\d{0,2}(?:,\d{3}){2,6}(?!\d))"
)
_COMMA_DECIMAL = re.compile(
    r"\d(?<![\d.,]\d)\d{0,2}(?:(?:[. ]\d{3}){0,6},\d{1,2}(?![\d.,]*\d)|(?:\.\d{3}){2,6}(?![\d.]))"
)
# What groups nothing: a nought before the mark, or four digits and more behind it.
_UNGROUPED = r"(?<![\d.,])(?:0{mark}\d{{3}}|\d{{1,3}}{mark}\d{{4,12}})(?![\d.,]*\d)"
_DOT_UNGROUPED, _COMMA_UNGROUPED = (re.compile(_UNGROUPED.format(mark=mark)) for mark in (r"\.", ","))
_GROUPED = {mark: re.compile(rf"\d{{1,3}}(?:{mark}\d{{2,3}})*{mark}\d{{3}}", re.ASCII) for mark in (",", r"\.", "'")}
_COUNTED = 100_000


class Style(NamedTuple):
    """How a document writes numbers and numeric dates."""

    decimal: str = "."
    day_first: bool = True


class Numeral(NamedTuple):
    """A number in digits, and one unit of its last digit (1 for whole numbers)."""

    value: Decimal
    step: Decimal
    grouped: bool


def decimal_mark(text: str, language: str | None, *, semicolons: bool = False) -> str:
    """The decimal mark of a document: what its clear cases use, then those that are clear enough, else what its
    language does. A table whose cells semicolons part has its comma for decimals, where its language is not known."""
    sample = text[:_COUNTED]
    for shapes in ((_DOT_DECIMAL, _COMMA_DECIMAL), (_DOT_UNGROUPED, _COMMA_UNGROUPED)):
        dots, commas = (sum(1 for _ in shape.finditer(sample)) for shape in shapes)
        if dots != commas:
            return "." if dots > commas else ","
    if not language:
        return "," if semicolons else "."
    return "," if language[:2] in ("fr", "de", "es") else "."


def numeral(text: str, decimal: str) -> Numeral | None:
    """The number that digits and marks write, None where they write none (a version, a list).

    >>> numeral("1,234.5", ".").value, numeral("81.000", ".").value, numeral("1,28", ".").value
    (Decimal('1234.5'), Decimal('81000'), Decimal('1.28'))
    """
    if len(text) > LONGEST:
        return None
    if text.isdigit():
        return Numeral(Decimal(text), Decimal(1), grouped=False)
    if text[0] == ".":
        return _with_decimals("0", text[1:])
    group = "," if decimal == "." else "."
    head, mark, tail = text.rpartition(decimal)
    if mark and tail.isdigit() and decimal not in head and not _thousands(head, tail):
        whole = _whole(head, group)
        return None if whole is None else _with_decimals(whole, tail)
    if (whole := _whole(text, group) or _whole(text, decimal)) is not None:
        return Numeral(Decimal(whole), Decimal(1), grouped=True)
    head, _, tail = text.partition(group)
    return _with_decimals(head, tail) if head.isdigit() and tail.isdigit() and len(tail) != 3 else None


def _thousands(head: str, tail: str) -> bool:
    """Whether a decimal mark groups here after all: three noughts after a short number, "81.000"."""
    return tail == "000" and head.isdigit() and len(head) <= 3 and head.strip("0") != ""


def _whole(text: str, group: str) -> str | None:
    """The digits of a grouped or plain whole number."""
    if text.isdigit():
        return text
    for mark in (group, "'"):
        if mark in text and _GROUPED[re.escape(mark) if mark == "." else mark].fullmatch(text):
            return text.replace(mark, "")
    return None


def _with_decimals(whole: str, decimals: str) -> Numeral:
    """A number of its whole digits and its decimals."""
    return Numeral(Decimal(f"{whole}.{decimals}"), Decimal(1).scaleb(-len(decimals)), grouped=False)
