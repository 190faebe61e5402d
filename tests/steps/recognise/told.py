"""A mention in one line, for tables of cases: "[about 5 km] ~5 km", "[before 2021] ..2020-12-31 date"."""

from __future__ import annotations

from registry.model.assertion import Mention
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.record import plain


def told(text: str, mention: Mention) -> str:
    """The words of a mention, its ends, its unit and what else sets it apart."""
    more = [mention.direction or "", *(f"({note})" for note in mention.notes)]
    return " ".join([f"[{text[mention.start : mention.end]}]", value(mention), *(word for word in more if word)])


def value(mention: Mention) -> str:
    """The ends of a value and its unit."""
    said = mention.value
    if isinstance(said, Moment):
        return moment(said)
    assert isinstance(said, Quantity)
    low, high = (plain(end if end is None else round(end, 6)) for end in (said.low, said.high))
    sign = "~" if said.approx else ""
    return f"{sign}{low if low == high else between(low, high)} {said.unit}{said.per}"


def between(low: str | None, high: str | None) -> str:
    """Two ends, an open one left out."""
    return f"{low or ''}..{high or ''}"


def moment(said: Moment) -> str:
    """The days that a date allows, or its clock."""
    if said.clock:
        return f"{said.clock.isoformat(timespec='minutes')} datetime"
    low, high = (end.isoformat() if end else "" for end in said.meant())
    return f"{low if low == high else between(low, high)} date{f' {said.bound}' if said.bound else ''}"
