"""Values, dates and voices in the words that a reviewer reads.

A newcomer's mistake: showing a value as the registry compares it. Show what the document wrote.
"""

from __future__ import annotations

from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.steps.phrases import capital, day, listed, number
from registry.steps.phrases import spoken as moment

__all__ = ["capital", "day", "listed", "moment", "name", "number", "voice", "words"]


def words(claim: Claim) -> str:
    """The value as it was written, on one line, with what it counts by where the words do not hold it."""
    value, exact = claim.assertion.value, " ".join(claim.span.exact.split())
    return exact + value.per if isinstance(value, Quantity) and "per " not in exact else exact


def name(claim: Claim) -> str:
    """The document in words."""
    return claim.source.publisher or claim.source.title or claim.source.id


def voice(claim: Claim) -> str:
    """Who says so: the speaker, as quoted by the document, or the document, with its date."""
    said = claim.assertion.asserted_by
    dated = f" ({day(claim.source.published)})" if claim.source.published else ""
    return f"{said.label}, quoted by {name(claim)}{dated}," if said else f"{name(claim)}{dated}"
