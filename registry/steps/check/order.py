"""An order of claims that does not depend on how they came in.

A newcomer's mistake: sorting by hash. Hashes of strings differ from run to run.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from registry.model.assertion import Claim


def place(claim: Claim) -> tuple[date, str, int, int, str, str]:
    """The place of a claim in the order: by the date of its document, then by where it stands."""
    said = claim.assertion
    attribute = said.attribute.key if said.attribute else ""
    published = claim.source.published or date.min
    return published, claim.source.id, claim.span.start, claim.span.end, said.kind.value, attribute


def arranged(left: Claim, right: Claim) -> tuple[Claim, Claim]:
    """Two claims in order."""
    return (right, left) if place(right) < place(left) else (left, right)


def ordered(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in order."""
    return sorted(claims, key=place)
