"""A place that names another's rank: what is "above the sixth best" is not the sixth.

A newcomer's mistake: taking every "after the third" for one. "After the third round" says when, and is a figure of its
own; a rank has a superlative behind it.
"""

from __future__ import annotations

import re

from registry.model.assertion import Claim, Kind
from registry.model.finding import Finding, Relation, Severity
from registry.steps.check.wording import voice, words

BEYOND = re.compile(r"\b(?:above|below|behind|ahead of|after|before|over|under|beneath) (?:the |an? )?$", re.IGNORECASE)
RANK = re.compile(r"^[\s-]+(?:best|worst|most|least|[a-z]{3,}est)\b", re.IGNORECASE)


def relative_rank(left: Claim, right: Claim) -> Finding | None:
    """One gives a rank, the other says only that it stands above or below another one."""
    told = [beyond(claim) for claim in (left, right)]
    if any(claim.assertion.kind is not Kind.ORDINAL for claim in (left, right)) or told[0] == told[1]:
        return None
    loose, firm = (left, right) if told[0] else (right, left)
    detail = f"{voice(firm)} says {words(firm)}; {voice(loose)} only names what stands beside it, {words(loose)}."
    return Finding(Relation.COMPATIBLE, "relative_rank", detail, Severity.LOW)


def beyond(claim: Claim) -> bool:
    """Whether a rank is that of something else, above or below which the sentence puts its subject."""
    start = claim.span.start - claim.sentence.start
    text = claim.sentence.exact
    return bool(BEYOND.search(text[:start]) and RANK.match(text[start + len(claim.span.exact) :]))
