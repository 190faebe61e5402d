"""Keep the claims of a version: rows, keys, facts, words to be found by, conflicts.

A newcomer's mistake: keeping claims before `filing.file` has locked their facts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from registry.actions import concepts, filing, findable
from registry.actions.amendments import amended
from registry.actions.concepts import ENGINE
from registry.actions.facts import settle, summaries
from registry.actions.filing import following
from registry.actions.filing.kindred import landmark_keys
from registry.actions.rows import of_claim, to_claim
from registry.model.assertion import Claim
from registry.model.span import Span
from registry.steps import match
from registry.steps.match import taught
from registry.steps.match.distinct import distinct
from registry.store import ReadSession, WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import search
from registry.store.queries.candidates import number_of
from registry.store.queries.claims import Placed
from registry.store.writes import keep_all, keep_unknown

Either = ReadSession | WriteSession
__all__ = ["ENGINE", "file_of", "filed_of", "keep_claims", "keep_filed"]


class Moved(NamedTuple):
    """A claim that is filed under another fact than before."""

    filed: filing.Filed
    left: str


def keep_claims(
    session: WriteSession,
    version_id: str,
    claims: Sequence[Claim],
    at: datetime,
    gone: Sequence[str] = (),
    *,
    new: bool = False,
) -> int:
    """Keep the claims of a version under their facts; how many conflicts are new. `gone` are facts that lost claims; of
    a `new` version nothing is kept yet, and nothing is looked for."""
    filed = filed_of(session, version_id, claims, at, whole=new)
    return keep_filed(session, version_id, filed, at, gone, new=new)


def filed_of(
    session: Either, version_id: str, claims: Sequence[Claim], at: datetime, *, whole: bool = False
) -> list[filing.Filed]:
    """Claims as people left them, with the facts they answer in the words that people taught; see `amended`."""
    with taught.using(concepts.taught(session)):
        told = amended(session, version_id, claims, whole=whole)
        rest = [] if whole else _rest(session, version_id, {one.claim.span for one in told})
        every = [one.claim for one in told] + rest
        own = distinct(every, [match.fact_key(claim) for claim in every])
        keys = dict(zip(map(id, every), following.followed(session, every, own), strict=True))
        found = [file_of(one.claim, version_id, at, one.place or keys[id(one.claim)]) for one in told]
    return list({one.row["id"]: one for one in found}.values())


def _rest(session: Either, version_id: str, given: set[Span]) -> list[Claim]:
    """The claims of a version that stand at other words than some."""
    rows = claim_queries.claims_of_version(session, version_id, retired=False)
    return [claim for claim in map(to_claim, rows) if claim.span not in given]


def keep_filed(
    session: WriteSession,
    version_id: str,
    filed: Sequence[filing.Filed],
    at: datetime,
    gone: Sequence[str] = (),
    *,
    new: bool = False,
) -> int:
    """Keep claims that are filed: new ones, those that come back and those that belong elsewhere now. Of a `new`
    version they are all there is."""
    with taught.using(concepts.taught(session)):
        known = {} if new else claim_queries.places(session, [one.row["id"] for one in filed])
        lost = _keep(session, filed, known, at, gone)
        conflicts = settle.settle(session, lost, at)
        own = {one.row["id"]: one.claim for one in filed} if new else None
        return conflicts + settle.check_within(session, version_id, at, own)


def _keep(
    session: WriteSession,
    filed: Sequence[filing.Filed],
    known: Mapping[str, Placed],
    at: datetime,
    gone: Sequence[str],
) -> list[str]:
    """Keep rows, keys and words; the clusters that the claims came to. `known` are those that are kept already."""
    moved = [Moved(one, place.fact_key) for one, place in _known(filed, known) if place.fact_key != one.fact_key]
    back = [one for one, place in _known(filed, known) if place.retired_at is not None]
    touched = {*gone, *(one.left for one in moved), *(one.fact_key for one in back)}
    asked = {key: match.question(claims) for key, claims in _by_fact(filed).items()}
    leads, facts = filing.file(session, filed, asked, at, touched)
    upkeep.move(session, [(one.filed.row["id"], one.left, one.filed.fact_key) for one in moved])
    upkeep.retire(session, [one.row["id"] for one in back], None)
    new = {row_id for _fact, row_id in keep_unknown(session, "claim", _rows(filed, known))}
    fresh = [one for one in filed if one.row["id"] in new]
    found = [*fresh, *(one.filed for one in moved), *back]  # a fact may have lost its keys while a claim was retired
    keep_all(session, "claim_key", [*_keys(found, at), *_landmarks(filed, at)])
    leads = _leave(session, moved, leads, at)
    if touched:
        summaries.count_again(session, sorted({*touched, *(one.fact_key for one in filed)}), at)
    else:
        summaries.add_up(session, _by_fact([one for one in fresh if one.fact_key not in facts]), at)
    search.index(session, findable.entries(fresh, asked, facts=facts, moved=[one.filed for one in moved]))
    return leads


def _known(filed: Sequence[filing.Filed], known: Mapping[str, Placed]) -> list[tuple[filing.Filed, Placed]]:
    """The claims that are kept already, each with where it is filed."""
    return [(one, known[one.row["id"]]) for one in filed if one.row["id"] in known]


def _rows(filed: Sequence[filing.Filed], known: Mapping[str, Placed]) -> list[Mapping[str, object]]:
    """The rows of the claims that are not kept yet."""
    return [one.row for one in filed if one.row["id"] not in known]


def _leave(session: WriteSession, moved: Sequence[Moved], leads: list[str], at: datetime) -> list[str]:
    """Let facts be found by the claims they still have, no longer by those that left; a fact that none is left of joins
    no others. The clusters that come of it."""
    if not moved:
        return leads
    upkeep.forget_keys(session, [(number_of(key), one.left) for one in moved for key in one.filed.keys])
    facts = sorted({one.left for one in moved})
    stay = claim_queries.claims_of_facts(session, facts)
    left = [filing.Filed(to_claim(row), {"id": row.id}, row.fact_key, match.keys(to_claim(row))) for row in stay]
    keep_all(session, "claim_key", _keys(left, at))
    empty = [key for key in facts if key not in {one.fact_key for one in left}]
    return filing.let_go(session, empty, leads) if empty else leads


def file_of(claim: Claim, version_id: str, at: datetime, place: str | None = None) -> filing.Filed:
    """A claim with its row, its fact and the keys it is found by; `place` is the fact where a person filed it."""
    fact_key = place or match.fact_key(claim)
    return filing.Filed(claim, of_claim(claim, version_id, fact_key, at), fact_key, tuple(match.keys(claim)))


def _keys(filed: Sequence[filing.Filed], at: datetime) -> list[dict[str, object]]:
    """The blocking keys of facts, in an order that every transaction shares."""
    found = {(number_of(key), one.fact_key): one.row["id"] for one in reversed(filed) for key in one.keys}
    return [
        {"key": key, "fact_key": fact_key, "claim_id": claim_id, "found_at": at}
        for (key, fact_key), claim_id in sorted(found.items())
    ]


def _landmarks(filed: Sequence[filing.Filed], at: datetime) -> list[dict[str, object]]:
    """The keys by which the document of some claims is found; the first of them stands for it."""
    if not filed:
        return []
    claim_id, document = min(str(one.row["id"]) for one in filed), filed[0].claim.source.id
    numbers = sorted(map(number_of, landmark_keys([one.claim for one in filed])))
    return [{"key": number, "fact_key": document, "claim_id": claim_id, "found_at": at} for number in numbers]


def _by_fact(filed: Sequence[filing.Filed]) -> dict[str, list[Claim]]:
    """Claims by the fact they answer."""
    found: dict[str, list[Claim]] = {}
    for one in filed:
        found.setdefault(one.fact_key, []).append(one.claim)
    return found
