"""Which claims of a side say again what another has said. A newcomer's mistake: hiding them; they are marked."""

from __future__ import annotations

from registry.actions.views import ClaimView, SideView
from registry.model.assertion import Claim
from registry.steps.check.witnesses import witnesses

MOST = 60


def copies(side: SideView) -> dict[str, str]:
    """The claims of a side that add no independent voice, each with the reason; of a long side the first ones."""
    pairs = [(_claim(view), view.id) for view in side.claims[:MOST]]
    names = {id(claim): name for claim, name in pairs}
    found = witnesses([claim for claim, _ in pairs])
    return {names[id(again)]: each.why or "" for each in found for again in each.claims[1:]}


def _claim(view: ClaimView) -> Claim:
    """A claim as the steps know it."""
    return Claim(view.source, view.span, view.sentence, view.assertion, view.checkworthy, view.trace, view.extractor)
