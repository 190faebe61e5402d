"""What a draft could say instead: the registry's value in the draft's own style.

A newcomer's mistake: calling a fix safe because it is right. It is safe where the number alone changes: no comparator
goes, no plural or article has to follow, nobody's quoted words are touched.
"""

from __future__ import annotations

import re
from decimal import Decimal

from registry.model.assertion import Claim, Kind
from registry.model.moment import MONTHS, Moment, Precision
from registry.model.quantity import Quantity
from registry.model.span import Span
from registry.steps import units
from registry.steps.lint import numbers
from registry.steps.lint.problem import Fix, Side

_NAMES = re.compile(r"\b(?:" + "|".join(f"{month}|{month[:3]}\\.?" for month in MONTHS) + r")(?!\w)")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b(?!\d)")
_YEAR = re.compile(r"\b[12]\d{3}\b")
_LOOSENED = re.compile(r"\bor (?:more|fewer|less|so|over)\b|plus\b|\+|-odd\b|-something\b|-ish\b", re.IGNORECASE)
_SIGNS = ("$", "€", "£", "¥")
_ARTICLE = re.compile(r"\ban?[ \u00a0-]$", re.IGNORECASE)


def fix(claim: Claim, side: Side, *, quoted: bool = False) -> Fix | None:
    """New words for those of a claim, so that they state the value of a side; None where the registry has no words."""
    said, held = claim.assertion.value, side.value
    if isinstance(said, Quantity) and isinstance(held, Quantity):
        return _number(claim, said, held, side.label, quoted=quoted)
    if isinstance(said, Moment) and isinstance(held, Moment):
        text = dated(claim.span.exact, held) or side.label
        return Fix(claim.span.start, claim.span.end, text)
    return None if claim.assertion.kind is Kind.EVENT else Fix(claim.span.start, claim.span.end, side.label)


def _number(claim: Claim, said: Quantity, held: Quantity, label: str, *, quoted: bool) -> Fix:
    """New words for a number."""
    span, stated = claim.span, _stated(said)
    target = _in_unit(held, said.unit) if held.single else None
    found = numbers.figure(span.exact, stated) if stated is not None and target is not None else None
    text = numbers.like(found, target) if found and target is not None else None
    if found is None or text is None or target is None or stated is None:
        return Fix(span.start, span.end, label)
    if _loose(said):
        return _bared(span, found, text) or Fix(span.start, span.end, label)
    bare = not _loose(held) and held.unit == said.unit and not quoted and claim.assertion.asserted_by is None
    safe = bare and _alone(claim, stated, target, found)
    return Fix(span.start + found.start, span.start + found.end, text, safe=safe)


def _stated(said: Quantity) -> Decimal | None:
    """The one number that the words state; None where they state two."""
    ends = {end for end in (said.low, said.high) if end is not None}
    return ends.pop() if len(ends) == 1 else None


def _bared(span: Span, found: numbers.Figure, text: str) -> Fix | None:
    """A number without the words before it that loosen it; None where others follow it."""
    if _LOOSENED.search(span.exact[found.end :]):
        return None
    sign = span.exact[found.start - 1 : found.start]
    return Fix(span.start, span.start + found.end, (sign if sign in _SIGNS else "") + text)


def _loose(value: Quantity) -> bool:
    """Whether words around the number say that it is not exact."""
    return value.approx or value.strict or value.lean != 0 or not value.single


def _in_unit(held: Quantity, unit: str) -> Decimal | None:
    """The number of a value in the draft's unit, as precise as it was; None where it measures another thing."""
    if held.low is None or held.unit == unit:
        return held.low
    if not units.convertible(held.unit, unit):
        return None
    low = units.convert(held, unit).low
    digits = max(2, len(held.low.normalize().as_tuple().digits))
    return None if low is None else Decimal(format(low, f".{digits}g"))


def _alone(claim: Claim, old: Decimal, new: Decimal, found: numbers.Figure) -> bool:
    """Whether nothing but the number has to change: no plural, no article, no ordinal ending."""
    rest = claim.span.exact[found.end :]
    before = (claim.span.prefix + claim.span.exact)[: len(claim.span.prefix) + found.start]
    turns = claim.assertion.kind is Kind.COUNT and (old == 1) != (new == 1)
    return not (turns or _ARTICLE.search(before) or rest[:1].isalpha() or claim.assertion.kind is Kind.ORDINAL)


def dated(exact: str, held: Moment) -> str | None:
    """A day, month or year written as other words write theirs; None where they are written in another way.

    >>> from datetime import date
    >>> dated("July 10, 2012", Moment.on(date(2013, 3, 4)))
    'March 4, 2013'
    """
    if held.open:
        return None
    if held.precision is Precision.DAY and re.fullmatch(r"\d{4}-\d{2}-\d{2}", exact):
        return held.low.isoformat()
    name, year = _NAMES.search(exact), _YEAR.search(exact)
    day = next((one for one in _DAY.finditer(exact)), None)
    if (name is None and not (year and exact.strip() == year.group())) or (day and not _precise(held, Precision.DAY)):
        return None
    if name and not _precise(held, Precision.MONTH):
        return None
    changes = [(name, _month(name, held)), (day, str(held.low.day)), (year, str(held.low.year))]
    parts = sorted(((one.span(), text) for one, text in changes if one), reverse=True)
    for (start, end), text in parts:
        exact = exact[:start] + text + exact[end:]
    return exact


def _precise(held: Moment, needed: Precision) -> bool:
    """Whether a moment is known to the day, or to the month."""
    fine = (
        (Precision.DAY, Precision.TIME) if needed is Precision.DAY else (Precision.DAY, Precision.TIME, Precision.MONTH)
    )
    return held.precision in fine


def _month(name: re.Match[str] | None, held: Moment) -> str:
    """The month's name, short where the model is."""
    month = MONTHS[held.low.month - 1]
    return month[:3] if name and len(name.group().rstrip(".")) == 3 and name.group() != "May" else month


def proposal(text: str, sentence: Span, change: Fix | None) -> str | None:
    """The sentence with a change made, on one line."""
    if change is None or not (sentence.start <= change.start and change.end <= sentence.end):
        return None
    told = text[sentence.start : change.start] + change.text + text[change.end : sentence.end]
    return " ".join(told.split())


def apply(text: str, changes: list[Fix]) -> tuple[str, int]:
    """The text with every safe change made, and how many were; of changes that overlap the first is made."""
    made, at, done = [], 0, 0
    for change in sorted((one for one in changes if one.safe), key=lambda one: (one.start, one.end)):
        if change.start >= at:
            made += [text[at : change.start], change.text]
            at, done = change.end, done + 1
    return "".join([*made, text[at:]]), done
