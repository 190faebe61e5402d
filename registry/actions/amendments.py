"""What people changed about claims, put in the place of what the engine reads: corrected readings, other facts.

Words are found again by their place in the version; in another version, by the sentence they stand in. A newcomer's
mistake: changing the claim's row. The reading stays as it was made and is retired; the corrected claim is another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from registry.actions.rows import claim_id, to_claim
from registry.model import record
from registry.model.assertion import Claim
from registry.store import ReadSession, WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import measures
from registry.store.queries.claims import ClaimRow
from registry.store.queries.measures import AmendmentRow
from registry.store.tables import READINGS, Amended

PERSON = "person/1"
Either = ReadSession | WriteSession


class Amending(NamedTuple):
    """A claim as people left it, and the fact they filed it under, if they said."""

    claim: Claim
    place: str | None = None


def amended(session: Either, version_id: str, claims: Sequence[Claim], *, whole: bool = False) -> list[Amending]:
    """Claims of a version with all that people changed about them, without those that they said are none. Where they
    are the `whole` of it, what a person corrected is among them even if the engine no longer finds it."""
    found = [Amending(claim) for claim in claims]
    for row in measures.amendments(session, {claim.source.id for claim in claims} or {_document(session, version_id)}):
        at = place_of(row, version_id, [one.claim for one in found])
        if at is not None and row.kind is Amended.NONE:
            del found[at]
        elif at is not None:
            found[at] = changed(found[at], row)
        elif whole and row.kind is Amended.READING and row.record and row.version_id == version_id:
            found += [changed(Amending(claim), row) for claim in _lost(session, row)]
    return found


def _document(session: Either, version_id: str) -> str:
    """The document of a version, where no claim tells it."""
    from registry.store.queries import documents

    row = documents.version(session, version_id)
    return row.document_id if row else ""


def _lost(session: Either, row: AmendmentRow) -> list[Claim]:
    """The claim that a person corrected and the engine no longer finds."""
    return [to_claim(claim) for claim in claim_queries.claims_by_id(session, [row.claim_id]).values()]


def place_of(row: AmendmentRow, version_id: str, claims: Sequence[Claim]) -> int | None:
    """Which of some claims an amendment is about: the one at the same words, else the only one that shares some."""
    touched = [at for at, claim in enumerate(claims) if touches(row, version_id, claim)]
    exact = [at for at in touched if _words(claims[at], version_id == row.version_id) == _own(row, version_id)]
    named = [at for at in exact if claim_id(version_id, claims[at]) == row.claim_id]
    if named or exact:
        return (named or exact)[0]
    return touched[0] if len(touched) == 1 else None


def touches(row: AmendmentRow, version_id: str, claim: Claim) -> bool:
    """Whether a claim stands at the words of an amendment, or some of them."""
    if row.version_id != version_id and claim.sentence.exact != row.sentence:
        return False
    (start, end), (first, last) = _words(claim, version_id == row.version_id), _own(row, version_id)
    return start < last and first < end


def overruled(row: ClaimRow, said: Sequence[AmendmentRow]) -> bool:
    """Whether a claim is not what its words were read as, by the last of some corrections about them; `said` are the
    corrections of its document, the oldest first."""
    claim = to_claim(row)
    last = {
        one.claim_id: one
        for one in said
        if one.kind in READINGS and _of_chain(one, row) and touches(one, row.version_id, claim)
    }
    return bool(last) and not any(_gives(one, claim) for one in last.values())


def _of_chain(one: AmendmentRow, row: ClaimRow) -> bool:
    """Whether a claim can be one that a correction began with or made; its own version may have others at the words."""
    return row.version_id != one.version_id or row.id == one.claim_id or row.extractor == PERSON


def _gives(one: AmendmentRow, claim: Claim) -> bool:
    """Whether a claim is what a correction leaves: its own reading, or the engine's where it takes one back."""
    if one.kind is Amended.NONE:
        return False
    given = record.to_assertion(one.record) if one.record else None
    return claim.extractor != PERSON if given is None else claim.assertion == given


def _words(claim: Claim, whole: bool) -> tuple[int, int]:  # noqa: FBT001
    """Where the words of a claim are: in the whole text, or in their sentence."""
    before = 0 if whole else claim.sentence.start
    return claim.span.start - before, claim.span.end - before


def _own(row: AmendmentRow, version_id: str) -> tuple[int, int]:
    """Where the words of an amendment are, counted in the same way."""
    before = 0 if row.version_id == version_id else row.sentence_start
    return row.start - before, row.end - before


def changed(one: Amending, row: AmendmentRow) -> Amending:
    """A claim as an amendment leaves it; the trace says who changed it."""
    if row.kind is Amended.PLACE:
        return one._replace(place=row.place)
    said = record.to_assertion(row.record) if row.record else one.claim.assertion
    if said == one.claim.assertion:
        return one
    told = f"corrected by {row.reviewer}: {row.reason}" if row.reason else f"corrected by {row.reviewer}"
    trace = (*one.claim.trace, told)
    return one._replace(claim=replace(one.claim, assertion=said, trace=trace, extractor=PERSON))
