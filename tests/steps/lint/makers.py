"""Short makers: a draft's claim in a line, what the registry holds in another."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from registry.model.assertion import Assertion, Behaviour, Claim, Kind, Scope, Status
from registry.model.document import Reading, Source
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.span import Span
from registry.model.term import Term
from registry.steps.lint.problem import Known, Side, Witness

MARKDOWN = "text/markdown"


def figure(low: str | None, unit: str = "count", high: str | None = None, **more) -> Quantity:
    """A quantity; a single figure where one number is given."""
    top = high if high is not None or more.get("strict") else low
    return Quantity(None if low is None else Decimal(low), None if top is None else Decimal(top), unit, **more)


def says(text: str, words: str, value, *, source: Source | None = None, **more) -> Claim:
    """The claim that `words` of a text make; its sentence is the one around them."""
    start = text.index(words)
    left = max((text.rfind(mark, 0, start) + len(mark) for mark in (". ", "\n") if mark in text[:start]), default=0)
    stop = re.compile(r"\.(?=\s|$)").search(text, start + len(words))
    right = stop.end() if stop else len(text)
    scope = Scope(as_of=Moment.on(more["day"]), as_of_from="stated") if "day" in more else Scope()
    noun = more.get("noun", "member")
    said = Assertion(
        kind=more.get("kind", Kind.COUNT),
        value=value,
        subject=Term("harbour board", "Harbour Board"),
        attribute=Term(noun, noun),
        head=noun,
        verb=more.get("verb", "have"),
        scope=more.get("scope", scope),
        asserted_by=Term(more["by"].lower(), more["by"]) if more.get("by") else None,
        status=more.get("status", Status.ACTUAL),
        behaviour=more.get("behaviour", Behaviour.STATE),
    )
    where = source or Source("draft")
    return Claim(where, Span.cut(text, start, start + len(words)), Span.cut(text, left, right), said)


def witness(words: str, value, *, publisher: str = "Harbour News", day: date | None = None, **more) -> Witness:
    """A stored claim: "The harbour board has 14 members." by a publisher on a day."""
    text = more.pop("text", f"The harbour board has {words} members.")
    source = Source(f"doc-{publisher}-{day}", publisher=publisher, published=day, url=more.pop("url", None))
    return Witness(
        f"claim-{publisher}-{day}", says(text, words, value, source=source, **more), "https://reg.example/claims/1"
    )


def side(label: str, value, day: date | None = None, *others: Witness, **more) -> Side:
    """A value and who states it."""
    told = (witness(label, value, day=day, **more), *others)
    return Side(label, value, told, sources=len(told), independent=len(told), first=day, last=day)


def known(*sides: Side, held: str | None = None, **more) -> Known:
    """What the registry holds; by default the value of the only side."""
    label = held if held or len(sides) != 1 else sides[0].label
    return Known(
        "How many members does the harbour board have?",
        "https://reg.example/facts/1",
        "undisputed",
        label,
        sides=sides,
        **more,
    )


def draft(text: str, media_type: str = MARKDOWN) -> Reading:
    """A draft as it was read."""
    return Reading(text, media_type, "given/1")
