"""Assertions as plain JSON values and back, without loss. Decimals and dates travel as strings."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from registry.model.assertion import Assertion, Behaviour, Kind, Scope, Status, Value
from registry.model.moment import Bound, Moment, Precision
from registry.model.quantity import Quantity
from registry.model.term import Term

Record = dict[str, Any]


def plain(number: Decimal | None) -> str | None:
    """A decimal as digits, without exponent and without trailing zeros: Decimal("1.20E+6") is "1200000"."""
    if number is None:
        return None
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def number(text: str | None) -> Decimal | None:
    """The decimal of a string."""
    return None if text is None else Decimal(text)


def of_moment(moment: Moment | None) -> Record | None:
    """A moment as a record."""
    if moment is None:
        return None
    exact = "seconds" if moment.clock and moment.clock.second else "minutes"
    clock = moment.clock.isoformat(timespec=exact) if moment.clock else None
    return {
        "low": moment.low.isoformat(),
        "high": moment.high.isoformat(),
        "precision": moment.precision,
        "clock": clock,
        **({"bound": moment.bound.value} if moment.bound else {}),
    }


def to_moment(record: Record | None) -> Moment | None:
    """The moment of a record."""
    if record is None:
        return None
    clock = datetime.fromisoformat(record["clock"]) if record.get("clock") else None
    low, high = date.fromisoformat(record["low"]), date.fromisoformat(record["high"])
    return Moment(low, high, Precision(record["precision"]), clock, Bound(record.get("bound", "")))


def of_term(term: Term | None) -> Record | None:
    """A term as a record."""
    return None if term is None else {"key": term.key, "label": term.label}


def to_term(record: Record | None) -> Term | None:
    """The term of a record."""
    return None if record is None else Term(record["key"], record["label"])


def of_value(value: Value) -> Record:
    """A value as a record with its type."""
    if isinstance(value, Moment):
        return {"type": "moment", **(of_moment(value) or {})}
    if isinstance(value, Term):
        return {"type": "term", **(of_term(value) or {})}
    return {
        "type": "quantity",
        "low": plain(value.low),
        "high": plain(value.high),
        "unit": value.unit,
        "approx": value.approx,
        "lean": value.lean,
        "strict": value.strict,
        "quantum": plain(value.quantum),
        "round": plain(value.round),
        **({"base": value.base} if value.base else {}),
    }


def to_value(record: Record) -> Value:
    """The value of a record."""
    if record["type"] == "moment":
        moment = to_moment(record)
        assert moment is not None
        return moment
    if record["type"] == "term":
        return Term(record["key"], record["label"])
    return Quantity(
        number(record["low"]),
        number(record["high"]),
        record["unit"],
        approx=record["approx"],
        lean=record["lean"],
        strict=record["strict"],
        quantum=Decimal(record["quantum"]),
        round=Decimal(record["round"]),
        base=record.get("base", ""),
    )


def of_scope(scope: Scope) -> Record:
    """A scope as a record."""
    return {
        "as_of": of_moment(scope.as_of),
        "as_of_from": scope.as_of_from,
        "period": of_moment(scope.period),
        "place": scope.place,
        "qualifiers": list(scope.qualifiers),
    }


def to_scope(record: Record) -> Scope:
    """The scope of a record."""
    return Scope(
        to_moment(record["as_of"]),
        record["as_of_from"],
        to_moment(record["period"]),
        record["place"],
        tuple(record["qualifiers"]),
    )


def of_assertion(assertion: Assertion) -> Record:
    """An assertion as a record."""
    return {
        "kind": assertion.kind,
        "value": of_value(assertion.value),
        "subject": of_term(assertion.subject),
        "attribute": of_term(assertion.attribute),
        "head": assertion.head,
        "verb": assertion.verb,
        "scope": of_scope(assertion.scope),
        "asserted_by": of_term(assertion.asserted_by),
        "status": assertion.status,
        "direction": assertion.direction,
        "behaviour": assertion.behaviour,
        "context": list(assertion.context),
        "topic": assertion.topic,
        "notes": list(assertion.notes),
    }


def to_assertion(record: Record) -> Assertion:
    """The assertion of a record."""
    return Assertion(
        kind=Kind(record["kind"]),
        value=to_value(record["value"]),
        subject=to_term(record["subject"]),
        attribute=to_term(record["attribute"]),
        head=record["head"],
        verb=record["verb"],
        scope=to_scope(record["scope"]),
        asserted_by=to_term(record["asserted_by"]),
        status=Status(record["status"]),
        direction=record["direction"],
        behaviour=Behaviour(record["behaviour"]),
        context=tuple(record["context"]),
        topic=record["topic"],
        notes=tuple(record["notes"]),
    )
