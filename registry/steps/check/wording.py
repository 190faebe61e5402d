"""Values, dates and voices in the words that a reviewer reads.

A newcomer's mistake: showing a value as the registry compares it. Show what the document wrote.
"""

from __future__ import annotations

from registry.model.assertion import Claim
from registry.steps.phrases import capital, day, listed, number
from registry.steps.phrases import spoken as moment

__all__ = ["capital", "day", "listed", "moment", "name", "number", "voice", "words"]


def words(claim: Claim) -> str:
    """The value as it was written, on one line."""
    return " ".join(claim.span.exact.split())


def name(claim: Claim) -> str:
    """The document in words."""
    return claim.source.publisher or claim.source.title or claim.source.id


def voice(claim: Claim) -> str:
    """Who says so: the speaker, as quoted by the document, or the document, with its date."""
    said = claim.assertion.asserted_by
    dated = f" ({day(claim.source.published)})" if claim.source.published else ""
    return f"{said.label}, quoted by {name(claim)}{dated}," if said else f"{name(claim)}{dated}"
