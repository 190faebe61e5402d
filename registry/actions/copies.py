"""Which claims of a side say again what another has said, and why the others count for themselves.

A newcomer's mistake: hiding copies; they are marked.
"""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz

from registry.actions.views import ClaimView, SideView
from registry.model.assertion import Claim
from registry.steps.check.witnesses import COPY, witnesses

MOST = 60


class Voices(NamedTuple):
    """Claims by their ids: why each adds no independent voice, or why it adds one."""

    again: dict[str, str]
    apart: dict[str, str]


def copies(side: SideView) -> dict[str, str]:
    """The claims of a side that add no independent voice, each with the reason; of a long side the first ones."""
    return voices(side).again


def voices(side: SideView) -> Voices:
    """Why each claim of a side counts for itself or does not; alone, it needs no reason."""
    pairs = [(_claim(view), view.id) for view in side.claims[:MOST]]
    names = {id(claim): name for claim, name in pairs}
    found = witnesses([claim for claim, _ in pairs])
    again = {names[id(other)]: each.why or "" for each in found for other in each.claims[1:]}
    firsts = [each.claims[0] for each in found]
    apart = {names[id(one)]: separate(one, [other for other in firsts if other is not one]) for one in firsts}
    return Voices(again, apart if len(firsts) > 1 else {})


def separate(claim: Claim, others: list[Claim]) -> str:
    """Why a claim is a voice of its own, held against the most alike of some others."""
    if not others:
        return ""
    near = max(others, key=lambda other: fuzz.ratio(claim.sentence.exact, other.sentence.exact))
    alike = round(fuzz.ratio(claim.sentence.exact, near.sentence.exact))
    words = "other words" if alike < COPY else "words too few to tell a copy"
    return f"{_whose(claim, near)}, {words} ({alike}\u00a0% alike)"


def _whose(claim: Claim, near: Claim) -> str:
    """How a claim's origin differs from another's."""
    said, other = claim.assertion.asserted_by, near.assertion.asserted_by
    if said and other and said.label != other.label:
        return "another speaker"
    if claim.source.publisher and near.source.publisher and claim.source.publisher != near.source.publisher:
        return "another publisher"
    return "another document"


def _claim(view: ClaimView) -> Claim:
    """A claim as the steps know it."""
    return Claim(view.source, view.span, view.sentence, view.assertion, view.checkworthy, view.trace, view.extractor)
