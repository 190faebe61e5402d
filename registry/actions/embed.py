"""What a page carries for aggregators of checked facts."""

from __future__ import annotations

from registry.actions import reviews
from registry.steps.export import claimreview
from registry.store import ReadSession


def claim_review(session: ReadSession, fact_id: str, *, site: str) -> str:
    """The reviews of a fact as a script element of JSON-LD, empty where no person has decided."""
    found = reviews.reviews(session, fact_id, site=site)
    return claimreview.script(found) if found else ""
