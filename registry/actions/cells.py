"""How alike a spreadsheet's cell and a fact are: words, days and figures.

A newcomer's mistake: taking figures for words. 124 and 125 share two letters of three and nothing else.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from rapidfuzz import fuzz

WORD = re.compile(r"\w+(?:[.,]\d+)*")
FUNCTION = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "by", "did", "do", "does", "for", "from", "had", "has", "have"),
        *("how", "in", "is", "it", "its", "many", "much", "of", "on", "or", "that", "the", "their", "there", "to"),
        *("was", "were", "what", "when", "where", "which", "who", "whose", "will", "with"),
    )
)


def likeness(words: str, question: str) -> float:
    """How much of a cell stands in a question and the other way round, from 0 to 100."""
    if words.strip().casefold() == question.strip().casefold():
        return 100.0
    asked, told = content(words), content(question)
    if not asked or not told:
        return float(fuzz.ratio(words.casefold(), question.casefold())) * 0.9
    covered = sum(max(nearness(one, other) for other in told) for one in asked) / len(asked)
    backward = sum(max(nearness(one, other) for other in asked) for one in told) / len(told)
    return min(99.0, 0.75 * covered + 0.25 * backward)


def content(words: str) -> list[str]:
    """The words that carry a meaning, without their plural."""
    found = [match.group().casefold() for match in WORD.finditer(words)]
    return [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in found if word not in FUNCTION]


def nearness(one: str, other: str) -> float:
    """How alike two words are; figures are the same or not."""
    if one == other:
        return 100.0
    ratio = 0.0 if one[:1].isdigit() or other[:1].isdigit() else float(fuzz.ratio(one, other))
    return ratio if ratio >= 75 else 0.0


def day_of(words: str) -> date | None:
    """The day that an ISO date, month or year names: the last one of it."""
    told = words.strip()[:10]
    for ending in ("", "-28", "-12-31"):
        try:
            return date.fromisoformat(told + ending)
        except ValueError:
            continue
    return None


def states(label: str, value: str) -> bool:
    """Whether a value's label is this value, or has this number in it."""
    if label.casefold() == value.strip().casefold():
        return True
    number = figure(value)
    return number is not None and number in {figure(match.group()) for match in WORD.finditer(label)}


def figure(words: str) -> Decimal | None:
    """A number, where words are one."""
    try:
        found = Decimal(words.replace(",", "").strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < 300 else None
