"""File stored claims anew, without reading their documents again: after a lesson, or where a person moved them.

A newcomer's mistake: keeping the links that older opinions made. Those of the facts that are filed anew are scored
again first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from registry.actions import ingest
from registry.actions.facts import settle
from registry.actions.filing import relinking
from registry.actions.filing.kindred import landmark_keys
from registry.actions.rows import to_claim
from registry.steps import match
from registry.store import WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries.claims import ClaimRow

MOST = 1000


def refile(session: WriteSession, rows: Sequence[ClaimRow], at: datetime) -> int:
    """File claims anew with what is known now; how many conflicts are new."""
    take_turns(session, rows)
    return sum(_refile(session, name, some, at) for name, some in sorted(_by_version(rows).items()))


def take_turns(session: WriteSession, rows: Sequence[ClaimRow]) -> None:
    """Take turns with documents about the same as some claims that are to be filed anew: for all at once, and before
    any fact is locked, as documents do; else the two would wait for each other."""
    upkeep.serialise(session, _keys(_by_version(rows).values()))


def _keys(versions: Iterable[Sequence[ClaimRow]]) -> Iterator[str]:
    """What filing some claims anew takes turns by."""
    for rows in versions:
        claims = [to_claim(row) for row in rows]
        yield from landmark_keys(claims)
        for claim in claims:
            yield from match.keys(claim)


def _by_version(rows: Sequence[ClaimRow]) -> dict[str, list[ClaimRow]]:
    """Claims by the version they stand in."""
    found: dict[str, list[ClaimRow]] = {}
    for row in rows:
        found.setdefault(row.version_id, []).append(row)
    return found


def _refile(session: WriteSession, version_id: str, rows: Sequence[ClaimRow], at: datetime) -> int:
    """File some claims of a version anew."""
    filed = ingest.filed_of(session, version_id, [to_claim(row) for row in rows], at)
    kept = {one.row["id"] for one in filed}
    replaced = [row for row in rows if row.id not in kept]
    upkeep.retire(session, [row.id for row in replaced], at)
    left = sorted({row.fact_key for row in rows})
    found = ingest.keep_filed(session, version_id, filed, at, left)
    settle.drop_within(session, left, {row.id for row in replaced}, at)
    return found


def refile_facts(session: WriteSession, clusters: Sequence[str], at: datetime) -> int:
    """Look again at the machine's opinions about some facts, and file the claims that stand for them anew."""
    keys = [fact.fact_key for fact in fact_queries.members(session, clusters)]
    relinking.rescore(session, fact_queries.links_touching(session, keys)[:MOST], at)
    return refile(session, claim_queries.claims_of_facts(session, keys), at)
