"""One-line makers of claims. `said("155 m")` is a claim of its own document; words say the rest."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count

from registry.model.assertion import Assertion, Behaviour, Claim, Kind, Scope, Status
from registry.model.document import Source
from registry.model.moment import Moment, Precision
from registry.model.quantity import Quantity
from registry.model.span import Sentence, Span
from registry.model.term import Term
from registry.steps.recognise import recognise
from registry.steps.segment import blocks

NUMBERS = count(1)


def term(name):
    return Term(name.lower(), name) if name else None


def day(text):
    return date.fromisoformat(text) if text else None


def quarter(year, number):
    low = date(year, 3 * number - 2, 1)
    return Moment(low, date(year, 3 * number, 30), Precision.QUARTER)


def year(number):
    return Moment(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def said(words, sentence=None, *, where=None, on=None, what=None, of=None, by=None, verb=None, **more):
    """A claim whose value the recogniser reads from `words` in `sentence`."""
    text = sentence or f"It was {words} at that time."
    whole = Sentence(0, len(text), blocks(text)[0])
    mentions = recognise(text, [whole], published=day(on), language="en")[0]
    at = text.index(words)
    mention = next(m for m in mentions if m.start < at + len(words) and at < m.end)
    value, kind = more.pop("value", mention.value), more.pop("kind", mention.kind)
    scope = Scope(
        as_of=more.pop("as_of", None),
        as_of_from="stated",
        period=more.pop("period", None),
        place=more.pop("place", None),
        qualifiers=more.pop("qualifiers", ()),
    )
    assertion = Assertion(
        kind=kind,
        value=value,
        subject=term(of),
        attribute=term(what),
        head=what.split()[-1] if what else None,
        verb=verb,
        scope=scope,
        asserted_by=term(by),
        status=more.pop("status", Status.ACTUAL),
        direction=mention.direction,
        behaviour=more.pop("behaviour", Behaviour.STATE),
        topic=more.pop("topic", of),
        notes=more.pop("notes", mention.notes),
    )
    source = Source(where or f"document {next(NUMBERS)}", more.pop("title", None), None, day(on))
    shift = more.pop("shift", 0)
    assert not more, more
    span = Span(mention.start + shift, mention.end + shift, text[mention.start : mention.end])
    return Claim(source, span, Span(shift, shift + len(text), text), assertion)


def holds(office, person, *, where=None, on=None):
    """A claim that a person holds an office."""
    text = f"{person} is {office}."
    at = text.index(office)
    assertion = Assertion(
        Kind.ROLE, term(office), subject=term(person), attribute=term("office"), behaviour=Behaviour.STATE
    )
    source = Source(where or f"document {next(NUMBERS)}", None, None, day(on))
    return Claim(source, Span(at, at + len(office), office), Span(0, len(text), text), assertion)


def exactly(number, unit="count", **more):
    """A quantity of one figure."""
    return Quantity(Decimal(number), Decimal(number), unit, **more)
