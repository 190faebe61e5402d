"""Part the claims of one fact that a person calls two, and bring them together again.

Facts with keys of their own are kept apart by a judgement. Claims that share a key are moved besides: the claims of a
side are filed under a fact of its own. A newcomer's mistake: looking for the key in the claims that were moved. It is
that of the fact they are in now; what a decision moved is known by the reason of its amendments.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from registry.actions.filing import judgements
from registry.actions.filing.judgements import Saying
from registry.actions.identity import content_id
from registry.store import WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import measures
from registry.store.queries.claims import ClaimRow
from registry.store.tables import Amended

Sides = Sequence[Sequence[ClaimRow]]


class Parted(NamedTuple):
    """For each side the facts that it belongs to, and the claims that are to be filed anew."""

    keys: list[set[str]]
    moved: list[ClaimRow]


def part(session: WriteSession, conflict_id: str, sides: Sides, who: Saying) -> Parted:
    """Say that the claims of sides that share a key belong to facts of their own."""
    taken: set[str] = set()
    found, moved = list[set[str]](), list[ClaimRow]()
    for at, rows in enumerate(sides):
        shared = [row for row in rows if row.fact_key in taken and row.retired_at is None]
        new = content_id("parted", conflict_id, str(at))[:24]
        for row in shared:
            judgements.place(session, row, new, who)
        moved += shared
        keys = {row.fact_key for row in rows} - taken
        found.append(keys | {new} if shared else keys)
        taken |= keys
    return Parted(found, moved)


def join(session: WriteSession, sides: Sides, decisions: Sequence[int], who: Saying) -> list[ClaimRow]:
    """Take back where claims were filed by some decisions; they and what followed them are to be filed anew."""
    reasons = {told(number) for number in decisions}
    documents = {row.document_id for rows in sides for row in rows}
    said = [one for one in measures.amendments(session, documents) if one.kind is Amended.PLACE and one.place]
    ours = [one for one in said if one.reason in reasons]
    followed = claim_queries.claims_of_facts(session, sorted({one.place for one in ours if one.place}))
    back = [row for one in ours if (row := judgements.unplace(session, one.id, who))]
    return list({row.id: row for row in (*back, *followed) if row.retired_at is None}.values())


def told(decision: int) -> str:
    """How what a decision moved says why."""
    return f"decision {decision}"


def rows_of(session: WriteSession, sides: Sequence[Sequence[str]]) -> list[list[ClaimRow]]:
    """The claims of sides that are kept, given by their ids."""
    rows = claim_queries.claims_by_id(session, [name for side in sides for name in side])
    return [[rows[name] for name in side if name in rows] for side in sides]
