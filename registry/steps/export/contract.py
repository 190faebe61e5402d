"""Claims, findings and answers in the shape of the measuring contract: one JSON object a line.

A newcomer's mistake: renaming a key. Keys may be added; the rest is a promise to other programs.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from registry.model.assertion import Claim, Value
from registry.model.finding import Answer, Pair
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.record import plain
from registry.model.span import Span
from registry.model.term import Term
from registry.steps.match import question

Line = dict[str, Any]
SPELLED = {"nmi": "nautical mile", "ly": "light-year", "um": "micrometre", "ug": "µg"}  # ours that need telling


def of_claim(claim: Claim) -> Line:
    """A claim as a line of `claims extract`."""
    said = claim.assertion
    return {
        "document": claim.source.id,
        "kind": said.kind.value,
        "span": of_span(claim.span),
        "sentence": of_sentence(claim.sentence),
        "value": of_value(said.value, said.kind.value) | {"direction": said.direction},
        "attribute": said.attribute.key if said.attribute else None,
        "subject": said.subject.label if said.subject else None,
        "asserted_by": said.asserted_by.label if said.asserted_by else None,
        "as_of": day(said.scope.as_of),
        "status": said.status.value,
        "checkworthy": round(claim.checkworthy, 4),
        "trace": list(claim.trace),
    }


def of_span(span: Span) -> Line:
    """A span with its context."""
    return {
        "start": span.start,
        "end": span.end,
        "exact": span.exact,
        "prefix": span.prefix,
        "suffix": span.suffix,
    }


def of_sentence(span: Span) -> Line:
    """The sentence a claim stands in."""
    return {"start": span.start, "end": span.end, "exact": span.exact}


def of_value(value: Value, kind: str) -> Line:
    """A value; dates and clocks are ISO strings, roles and events carry their words as label."""
    if isinstance(value, Quantity):
        ends = {"low": plain(value.low), "high": plain(value.high)}
        base = {"base": value.base} if value.base else {}
        return {**ends, "unit": unit(value.unit), "approx": value.approx, "label": None, **base}
    if isinstance(value, Term):
        return {"low": None, "high": None, "unit": kind, "approx": False, "label": value.label}
    if value.clock:
        clock = value.clock.isoformat(timespec="seconds" if value.clock.second else "minutes")
        return {"low": clock, "high": clock, "unit": "datetime", "approx": False, "label": None}
    first, last = value.meant()
    return {"low": iso(first), "high": iso(last), "unit": "date", "approx": False, "label": None}


def unit(name: str) -> str:
    """A unit as other programs know it: "light-year", "µg/m3".

    >>> unit("ug/m3"), unit("km")
    ('µg/m3', 'km')
    """
    return "/".join(SPELLED.get(part, part) for part in name.split("/"))


def iso(moment: date | None) -> str | None:
    """An ISO date; the ends of time stand for an open end."""
    return None if moment in (None, date.min, date.max) else moment.isoformat()


def day(moment: Moment | None) -> str | None:
    """The last day a moment covers: a value given for 2024 holds at the end of it."""
    return iso(moment.high) if moment else None


def of_pair(pair: Pair, name: str | None) -> Line:
    """A finding as a line of `claims check`; `name` is the id of the set the documents came in."""
    found = pair.finding
    return {
        "set": name,
        "kind": found.relation.value,
        "rule": found.rule,
        "severity": found.severity.value,
        "detail": found.detail,
        "fact": pair.fact_key,
        "question": question([pair.left, pair.right]),
        "left": of_claim(pair.left),
        "right": of_claim(pair.right),
    }


def of_answer(name: str, answer: Answer) -> Line:
    """An answer as a line of `claims compare`."""
    left, right = (of_claim(side) if side else None for side in (answer.left, answer.right))
    return {"id": name, "relation": answer.relation, "detail": answer.detail, "left": left, "right": right}
