"""Merge two facts, take claims out of a fact, and undo either. People's words on which claims answer one question.

For pages and programs: `merge(session, left, right, ...)`, `split(session, fact_id, claims, ...)` and
`undo(session, number, ...)`; each answers with a `Deed` whose number undoes it. What is said survives new versions,
new engines and rechecks. A newcomer's mistake: splitting by value. Claims that differ in value are what a fact is for;
split those that answer another question.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise, product
from typing import Any, NamedTuple

from registry.actions import audit, teaching
from registry.actions.facts import settle
from registry.actions.filing import judgements, refiling, regroup
from registry.actions.filing.judgements import saying
from registry.actions.identity import content_id
from registry.errors import InvalidValue, NotFound
from registry.store import WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import history
from registry.store.queries.claims import ClaimRow
from registry.store.queries.facts import FactRow
from registry.store.tables import Same

MERGE, SPLIT, UNDO = "merge", "split", "undo grouping"
MOST = 200


class Deed(NamedTuple):
    """What was done: the number that undoes it, the id of the fact that came of it, how many conflicts are new."""

    number: int
    fact: str
    conflicts: int


def merge(session: WriteSession, left: str, right: str, *, reviewer: str, reason: str = "") -> Deed:
    """Say that two facts, by id, are one; the next document that words it like either is filed there too."""
    who = saying(reviewer, reason)
    one, other = (_fact(session, name) for name in (left, right))
    if one.cluster == other.cluster:
        raise InvalidValue("These are one fact already; name two.")
    rows = [next(iter(claim_queries.claims_of_clusters(session, [fact.cluster])), None) for fact in (one, other)]
    said = [judgements.judge(session, one.fact_key, other.fact_key, Same.YES, who)]
    conflicts = _refold(session, (one.fact_key, other.fact_key), who.at)
    if rows[0] and rows[1]:
        teaching.learn(session, rows[0], rows[1], same=True, reviewer=reviewer, reason=reason or "two facts are one")
    return _done(
        session, audit.Deed(reviewer, MERGE, left, who.at), one.fact_key, conflicts, judgements=said, reason=reason
    )


def split(session: WriteSession, fact_id: str, claims: Sequence[str], *, reviewer: str, reason: str = "") -> Deed:
    """Say that some claims of a fact answer another question than the rest; they become a fact of their own."""
    who, fact = saying(reviewer, reason), _fact(session, fact_id)
    rows = _chosen(session, fact.cluster, claims)
    live = claim_queries.live_of_cluster(session, fact.cluster)
    rest = sorted({key for name, key in live.items() if name not in {row.id for row in rows}})
    if not rest:
        raise InvalidValue("These are all claims of the fact; leave at least one.")
    shared = [row for row in rows if row.fact_key in rest]
    new = content_id("split", *sorted(row.id for row in shared))[:24]
    off = sorted({*(row.fact_key for row in rows if row.fact_key not in rest), *([new] if shared else [])})
    apart = [judgements.judge(session, *pair, Same.NO, who) for pair in list(product(off, rest))[:MOST]]
    apart += [judgements.judge(session, *pair, Same.YES, who) for pair in pairwise(off)]
    moved = [judgements.place(session, row, new, who) for row in shared]
    conflicts = refiling.refile(session, shared, who.at) + _refold(session, [*off, *rest], who.at)
    deed = audit.Deed(reviewer, SPLIT, fact_id, who.at)
    return _done(session, deed, off[0], conflicts, judgements=apart, amendments=moved, reason=reason)


def undo(session: WriteSession, number: int, *, reviewer: str, reason: str = "") -> Deed:
    """Take a merge or a split back; what held before it holds again. Raises `AlreadyDecided` where something else was
    said about the same claims in the meantime."""
    event = history.event(session, number) if abs(number) < 2**62 else None
    if event is None or event.action not in (MERGE, SPLIT):
        raise NotFound(f"There is no merge or split {number}; look at the history.")
    who = saying(reviewer, reason)
    rows = [judgements.unplace(session, one, who) for one in event.detail["amendments"]]
    keys = [key for one in event.detail["judgements"] for key in judgements.unjudge(session, one, who)]
    conflicts = refiling.refile(session, [row for row in rows if row], who.at) + _refold(session, keys, who.at)
    deed = audit.Deed(reviewer, UNDO, event.subject_id, who.at)
    return _done(session, deed, _fact(session, event.subject_id).fact_key, conflicts, undone=number, reason=reason)


def _fact(session: WriteSession, fact_id: str) -> FactRow:
    """A fact by its id."""
    found = fact_queries.fact_by_id(session, fact_id)
    if found is None:
        raise NotFound(f"There is no fact {fact_id[:80]!r}; look for it with a search.")
    return found


def _chosen(session: WriteSession, cluster: str, claims: Sequence[str]) -> list[ClaimRow]:
    """The claims of a fact that are to leave it."""
    rows = claim_queries.claims_by_id(session, claims)
    if not claims:
        raise InvalidValue("Name the claims that answer another question.")
    for name in claims:
        if name not in rows or rows[name].cluster != cluster or rows[name].retired_at is not None:
            raise NotFound(f"The fact has no claim {name[:80]!r} that stands; look at its page.")
    return [rows[name] for name in dict.fromkeys(claims)]


def _refold(session: WriteSession, keys: Iterable[str], at: datetime) -> int:
    """Fold the clusters of some facts anew, with all that could join them, and look at their conflicts."""
    reach = fact_queries.within_reach(session, sorted(set(keys)))
    leads = {fact.cluster for fact in fact_queries.facts_by_key(session, reach).values()}
    held = fact_queries.locked(session, [fact.fact_key for fact in fact_queries.members(session, leads)])
    return settle.settle(session, regroup(session, [fact.fact_key for fact in held]), at)


def _done(session: WriteSession, deed: audit.Deed, key: str, conflicts: int, **said: Any) -> Deed:
    """Note what was done; the number of the note is what undoes it."""
    told = {"judgements": [], "amendments": [], **said}
    number = audit.note(session, deed, conflicts=conflicts, **told)
    fact = fact_queries.facts_by_key(session, [key])[key]
    return Deed(number, fact_queries.facts_by_key(session, [fact.cluster])[fact.cluster].id, conflicts)
