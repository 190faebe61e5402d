"""Values, dates and voices in the words that a reviewer reads.

A newcomer's mistake: showing a value as the registry compares it. Show what the document wrote.
"""

from __future__ import annotations

from registry.model.assertion import Claim, Value
from registry.model.moment import Moment
from registry.model.record import plain
from registry.model.term import Term
from registry.steps.phrases import capital, day, inside, listed, named, number
from registry.steps.phrases import spoken as moment

PERSON = "person/"
BARE = ("count", "fraction", "ratio", "rank", "ordinal")

__all__ = ["capital", "day", "listed", "moment", "name", "number", "quoted", "stating", "valued", "voice", "words"]


def words(claim: Claim) -> str:
    """The value as it was written, on one line; where a person read it differently, as they say it is."""
    if claim.extractor.startswith(PERSON):
        return valued(claim.assertion.value)
    return " ".join(claim.span.exact.split())


def valued(value: Value) -> str:
    """A value in words of our own: "46 m", "at least 12", "May 2024"."""
    if isinstance(value, Term):
        return value.label
    if isinstance(value, Moment):
        return moment(value)
    low, high = (None if end is None else f"{plain(end)}" for end in (value.low, value.high))
    figure = low if low == high else f"{low} to {high}"
    figure = f"at least {low}" if high is None else f"at most {high}" if low is None else f"{figure}"
    return figure if value.unit in BARE else f"{figure} {value.unit}"


def stating(claim: Claim) -> str:
    """The value as it was written, with the time that the text states: "31 as of 1 April 2024", "44 for 2023"."""
    scope = claim.assertion.scope
    if scope.as_of is None or scope.as_of_from != "stated" or isinstance(claim.assertion.value, Moment):
        return inside(words(claim))
    link = "as of" if scope.as_of.low == scope.as_of.high else "for"
    return f"{inside(words(claim))} {link} {moment(scope.as_of)}"


def name(claim: Claim) -> str:
    """The document in words: its publisher, or its title in quotes, without the names of sites that stand behind it."""
    source = claim.source
    return source.name if source.publisher or not source.headline else quoted(source.headline)


def quoted(text: str) -> str:
    """A text in quotation marks."""
    return f"\u201c{text}\u201d"


def voice(claim: Claim) -> str:
    """Who says so: the document with its date, and whom it quotes. The document is one, so that "says" always fits."""
    said = claim.assertion.asserted_by
    dated = f" ({day(claim.source.published)})" if claim.source.published else ""
    return f"{name(claim)}{dated}, quoting {named(said.label)}," if said else f"{name(claim)}{dated}"
