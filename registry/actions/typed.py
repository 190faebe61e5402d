"""What a person types into the form of a correction, as an assertion: "3.2 million", "May 2024", "Harbour Board".

A newcomer's mistake: a unit of one's own making. A bare number keeps the unit that the reading has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from registry.errors import InvalidValue
from registry.model.assertion import Assertion, Claim, Kind, Mention, Scope, Status, Value
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.span import Block, Sentence
from registry.model.term import Term
from registry.steps.recognise import recognise
from registry.steps.resolve.names import singular

LONGEST = 200
COUNTED = "count"


class Change(NamedTuple):
    """What is wrong about a reading, in words as a person types them; None leaves a part as it is, "" clears it.

    `value` is a figure, date or name; `as_of` a date; `status` one of the words of `Status`; `speaker` who is quoted.
    """

    value: str | None = None
    subject: str | None = None
    attribute: str | None = None
    as_of: str | None = None
    status: str | None = None
    speaker: str | None = None


def changed(claim: Claim, change: Change) -> Assertion:
    """The assertion of a claim as a person corrects it. Raises `InvalidValue` where nothing changes."""
    for words in change:
        if words is not None and len(words) > LONGEST:
            raise InvalidValue(f"{words[:40]!r}... is longer than {LONGEST} characters; shorten it.")
    said = claim.assertion
    parts = (with_value, with_subject, with_attribute, with_day, with_status, with_speaker)
    for words, put in zip(change, parts, strict=True):
        said = said if words is None else put(said, words, claim)
    if said == claim.assertion:
        raise InvalidValue("That is what the registry reads already; say what is wrong.")
    return said


def with_value(said: Assertion, words: str, claim: Claim) -> Assertion:
    """An assertion with another value."""
    kind, value = value_of(words, claim)
    return replace(said, kind=kind, value=value)


def with_subject(said: Assertion, words: str, _claim: Claim) -> Assertion:
    """An assertion about something else."""
    return replace(said, subject=term_of(words))


def with_day(said: Assertion, words: str, claim: Claim) -> Assertion:
    """An assertion that holds for another day."""
    return replace(said, scope=dated(said.scope, words, claim))


def with_status(said: Assertion, words: str, _claim: Claim) -> Assertion:
    """An assertion that is so, planned, denied, supposed or withdrawn."""
    return replace(said, status=status_of(words))


def with_speaker(said: Assertion, words: str, _claim: Claim) -> Assertion:
    """An assertion that somebody else makes; without a name the document itself does."""
    return replace(said, asserted_by=term_of(words))


def value_of(words: str, claim: Claim) -> tuple[Kind, Value]:
    """The kind and value of typed words; a bare number has the unit and the kind of the reading."""
    said = claim.assertion
    if isinstance(said.value, Term):
        if not words.strip():
            raise InvalidValue("Say what the words mean; an empty value means nothing.")
        return said.kind, Term(" ".join(words.lower().split()), " ".join(words.split()))
    mention = mention_of(words, claim)
    if isinstance(mention.value, Quantity) and isinstance(said.value, Quantity) and mention.value.unit == COUNTED:
        return said.kind, replace(mention.value, unit=said.value.unit)
    return mention.kind, mention.value


def mention_of(words: str, claim: Claim) -> Mention:
    """The one value that typed words state."""
    text = " ".join(words.split())
    sentence = Sentence(0, len(text), Block(0, len(text)))
    source = claim.source
    found = recognise(text, [sentence], published=source.published, language=source.language)[0]
    if len(found) != 1:
        raise InvalidValue(f"{words[:LONGEST]!r} is not one value; give a figure with its unit, or a date.")
    return found[0]


def states_value(words: str) -> bool:
    """Whether typed words hold a figure or a date that can be read."""
    text = " ".join(words.split())
    found = recognise(text, [Sentence(0, len(text), Block(0, len(text)))], published=None, language=None)
    return bool(found[0])


def term_of(words: str) -> Term | None:
    """A name."""
    label = " ".join(words.split())
    return Term(label.lower(), label) if label else None


def with_attribute(said: Assertion, words: str, _claim: Claim) -> Assertion:
    """An assertion about something else that is counted or measured; its head is the last word, in the singular."""
    label = " ".join(words.split())
    if not label:
        return replace(said, attribute=None, head=None)
    *before, last = label.lower().split()
    head = singular(last)
    return replace(said, attribute=Term(" ".join((*before, head)), label), head=head)


def dated(scope: Scope, words: str, claim: Claim) -> Scope:
    """A scope with the day a value holds for."""
    if not words.strip():
        return replace(scope, as_of=None, as_of_from=None)
    moment = mention_of(words, claim).value
    if not isinstance(moment, Moment):
        raise InvalidValue(f"{words[:LONGEST]!r} is no date; give one such as 2025-01-16 or May 2024.")
    return replace(scope, as_of=moment, as_of_from="stated")


def status_of(word: str) -> Status:
    """Whether the text says that it is so."""
    try:
        return Status(word.strip().lower())
    except ValueError:
        raise InvalidValue(f"{word[:40]!r} is no status; give one of {', '.join(Status)}.") from None
