"""Who gives a figure, and whether two who differ give it.

A newcomer's mistake: taking every publisher for a source. A newspaper reports; a body that is a party speaks itself.
"""

from __future__ import annotations

from registry.model.assertion import Claim
from registry.steps.match.entities import Same, compare
from registry.steps.match.profile import SPEAKERS, profile
from registry.steps.match.words import stems


def two_voices(left: Claim, right: Claim) -> bool:
    """Whether two sources with different figures are quoted; a body that publishes its own figure speaks for itself."""
    one, two = own_voice(left), own_voice(right)
    if not (profile(left).speaker or profile(right).speaker):
        return False
    return bool(one and two) and compare(one or "", two or "") is not Same.YES


def own_voice(claim: Claim) -> str | None:
    """Who gives the figure: who is quoted, or the body that publishes the document where it is a party itself."""
    publisher = claim.source.publisher or ""
    return profile(claim).speaker or (publisher if set(stems(publisher)) & SPEAKERS else None)


def quoted_apart(left: Claim, right: Claim) -> bool:
    """Whether the two have different speakers, of whom at least one is quoted."""
    one, two = profile(left).speaker, profile(right).speaker
    if not one or not two:
        return bool(left.assertion.asserted_by or right.assertion.asserted_by)
    return compare(one, two) is not Same.YES
