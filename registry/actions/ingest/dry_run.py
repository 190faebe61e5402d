"""What keeping a document would bring, without keeping it."""

from __future__ import annotations

from registry.actions.ingest.prepared import Prepared
from registry.actions.views import Answer, Preview, PreviewClaim
from registry.model.assertion import Claim
from registry.store import ReadSession
from registry.store.queries import documents as document_queries


def preview(session: ReadSession, prepared: Prepared) -> Preview:
    """What keeping a prepared document would bring."""
    from registry.actions.ask import ask

    known = document_queries.version_of_digest(session, prepared.digest)
    found = {id(one.asked): one for one in ask(session, "", prepared.claims).answers}
    claims = tuple(_previewed(claim, found[id(claim.assertion)]) for claim in prepared.claims)
    reading = prepared.reading
    return Preview(prepared.source, prepared.digest, reading.media_type, reading.text, claims, known)


def _previewed(claim: Claim, told: Answer) -> PreviewClaim:
    """A claim of a document that is not kept yet, with what the registry says to it."""
    said = (claim.span, claim.sentence, claim.assertion, claim.checkworthy)
    return PreviewClaim(*said, told.fact, told.outcome, told.detail)
