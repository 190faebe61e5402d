"""Where a fact comes from: its claims with the versions that make them, and what people decided."""

from __future__ import annotations

from typing import Any

from registry.actions import lookup
from registry.actions.feeds import SAID
from registry.actions.views import ClaimView, DecisionView
from registry.model.finding import Verdict
from registry.steps.export.provenance import Judged, Quoted, graph
from registry.store import ReadSession


def provenance(session: ReadSession, fact_id: str, *, site: str) -> dict[str, Any]:
    """The provenance of a fact as a graph of PROV-O in JSON-LD."""
    view = lookup.fact(session, fact_id)
    quoted = [quoted_of(claim) for side in view.sides for claim in side.claims]
    judged = [judged_of(one) for one in view.decisions]
    return graph(view.row.id, view.row.question, site.rstrip("/"), quoted, judged)


def quoted_of(claim: ClaimView) -> Quoted:
    """A claim as a quotation."""
    return Quoted(
        id=claim.id,
        words=claim.sentence.exact,
        version_id=claim.version_id,
        digest=claim.digest,
        read_at=claim.read_at,
        extractor=claim.extractor,
        retired_at=claim.retired_at,
        source=claim.source,
    )


def judged_of(one: DecisionView) -> Judged:
    """A decision as a verdict."""
    words = SAID[one.verdict].format(label=one.label)
    told = f"{words}: {one.reason}" if one.reason else words
    return Judged(one.id, one.reviewer, told, one.decided_at, one.supersedes, one.verdict is Verdict.UNDONE)
