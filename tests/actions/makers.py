"""Short makers: claims said in a line, documents that hold them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from registry.actions.identity import content_id, digest_of, uri_key
from registry.actions.ingest import Given, Prepared, keep, prepare_text
from registry.actions.views import Ingested
from registry.model.assertion import Assertion, Behaviour, Claim, Kind, Scope
from registry.model.document import Reading, Source
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.span import Block, Span
from registry.model.term import Term
from registry.store import Store

DAY = date(2024, 5, 31)


def said(
    number: str,
    noun: str = "bridge",
    *,
    subject: str = "Rivertown",
    day: date = DAY,
    behaviour: Behaviour = Behaviour.STATE,
) -> tuple[str, Assertion]:
    """A sentence that states a count, and what it asserts."""
    value = Quantity(Decimal(number), Decimal(number), "count")
    assertion = Assertion(
        kind=Kind.COUNT,
        value=value,
        subject=Term(subject.lower(), subject),
        attribute=Term(noun, noun),
        head=noun.split()[-1],
        verb="have",
        scope=Scope(as_of=Moment.on(day), as_of_from="document"),
        behaviour=behaviour,
        topic=subject,
    )
    return f"{subject} has {number} {noun}s.", assertion


def document(
    *sayings: tuple[str, Assertion], url: str | None = None, publisher: str | None = None, day: date = DAY
) -> Prepared:
    """A document that says some things, a sentence each."""
    text = " ".join(sentence for sentence, _assertion in sayings) or "Nothing to count."
    digest = digest_of(f"{text}{publisher}".encode())
    title = next((one.subject.label for _words, one in sayings if one.subject), None)
    uri = url or f"urn:sha256:{digest}"
    source = Source(content_id("document", uri_key(uri)), title, publisher, day, "en", url)
    claims, at = [], 0
    for sentence, assertion in sayings:
        digits = str(assertion.value.low) if isinstance(assertion.value, Quantity) else sentence
        start = at + sentence.index(digits)
        span = Span.cut(text, start, start + len(digits))
        claims.append(Claim(source, span, Span.cut(text, at, at + len(sentence)), assertion, 0.8, ("read",), "made/1"))
        at += len(sentence) + 1
    reading = Reading(text, "text/html", "made/1", (Block(0, len(text)),))
    return Prepared(uri, digest, f"{text}{publisher}".encode(), reading, source, tuple(claims))


def add(
    store: Store, *sayings: tuple[str, Assertion], url: str | None = None, publisher: str | None = None
) -> Ingested:
    """Take in a document that says some things on one day."""
    day = sayings[0][1].scope.as_of.high if sayings and sayings[0][1].scope.as_of else DAY
    with store.writing() as session:
        return keep(session, document(*sayings, url=url, publisher=publisher, day=day))


def keep_articles(store: Store, articles: Iterable[tuple[str, str, date, str]]) -> Store:
    """A store with English articles in it: of each the title, the publisher, the day and the text."""
    for title, publisher, day, text in articles:
        prepared = prepare_text(text, given=Given(None, title, publisher, day, "en"))
        with store.writing() as session:
            keep(session, prepared)
    return store
