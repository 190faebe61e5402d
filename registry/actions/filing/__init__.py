"""File claims under facts: find candidates by blocking keys, score them, fold links and judgements into clusters.

    candidates  the facts that a claim could share, by blocking keys     kindred  the documents of its matter
    opinions    what the machine thinks: one fact or two       relinking  opinions formed again by newer steps
    judgements  what people say, and what holds of it          clusters   the fold over both
    grouping    people merge and split facts                   parting    ... or decide that a conflict's sides are two
    following   what repeats a claim that was moved            refiling   stored claims filed anew
    unjoined    why a claim was not joined with those near it

A newcomer's mistake: locking as one goes. Whatever a document touches is found first and locked in one pass, in the
order of the keys; two documents that lock in different orders wait for each other for ever.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from registry.actions import concepts
from registry.actions.facts.summaries import EMPTY, summed
from registry.actions.filing.clusters import clusters
from registry.actions.filing.kindred import landmark_keys
from registry.actions.filing.opinions import Pair, opinions_on, strength
from registry.actions.identity import content_id
from registry.model.assertion import Claim
from registry.store import WriteSession, upkeep
from registry.store.queries import facts as fact_queries
from registry.store.tables import Same
from registry.store.writes import keep_unknown


class Filed(NamedTuple):
    """A new claim, its row, the fact it answers and the keys it is found by."""

    claim: Claim
    row: Mapping[str, Any]
    fact_key: str
    keys: tuple[str, ...]


class Filing(NamedTuple):
    """What filing came to: the clusters that the claims came to, and the facts that are new."""

    leads: list[str]
    new: set[str]


def file(
    session: WriteSession,
    filed: Sequence[Filed],
    asked: Mapping[str, str],
    at: datetime,
    also: Iterable[str] = (),
) -> Filing:
    """Keep the facts of new claims, link them with those that are there, lock them all.

    `asked` are the questions of the facts; `also` names facts that are touched for another reason. A new fact is
    written once, with the cluster and the summary that it comes to.
    """
    beside = landmark_keys([one.claim for one in filed])
    upkeep.serialise(session, {*beside, *(key for one in filed for key in one.keys)})
    links = opinions_on(
        session, [(one.claim, one.fact_key, one.keys) for one in filed], {one.row["id"] for one in filed}
    )
    ours = _by_fact(filed)
    touched = {*ours, *also, *(key for pair in links for key in pair)}
    home = {fact.fact_key: fact.cluster for fact in fact_queries.locked_around(session, touched)}
    unknown = sorted(ours.keys() - home.keys())
    home |= {key: key for key in unknown}
    told = [pair for pair in put_links(session, links) if links[pair]["same"] or home[pair[0]] == home[pair[1]]]
    moved = {home[key] for pair in told for key in pair}
    home |= fold(session, {key: lead for key, lead in home.items() if lead in moved}, set(unknown))
    rows = [_fact(key, [one.claim for one in ours[key]], home[key], asked[key], at) for key in unknown]
    new = {key for (key,) in keep_unknown(session, "fact", rows)}
    if len(new) < len(unknown):  # another brought one of them meanwhile, filed as it stood for itself
        late = [fact.fact_key for fact in fact_queries.locked_around(session, home)]
        return Filing(sorted({*home.values(), *regroup(session, late)}), new)
    return Filing(sorted(set(home.values())), new)


def _by_fact(filed: Sequence[Filed]) -> dict[str, list[Filed]]:
    """New claims by their facts."""
    found: dict[str, list[Filed]] = {}
    for one in filed:
        found.setdefault(one.fact_key, []).append(one)
    return found


def regroup(session: WriteSession, keys: Sequence[str]) -> list[str]:
    """Fold links and judgements about some whole clusters anew; the clusters they come to."""
    now = {key: fact.cluster for key, fact in fact_queries.facts_by_key(session, keys).items()}
    return sorted(set(fold(session, now).values()))


def fold(session: WriteSession, now: Mapping[str, str], unkept: Collection[str] = ()) -> dict[str, str]:
    """The same, with the clusters that the facts have `now`, some of which may be kept only later; where each comes
    to."""
    if not now:
        return {}
    keys = sorted(now)
    links = [
        (link.left_fact, link.right_fact, link.score, link.same) for link in fact_queries.links_among(session, keys)
    ]
    judged = fact_queries.judgements_about(session, keys)
    yes = [(one.left_fact, one.right_fact) for one in judged if one.same is Same.YES]
    no = [(one.left_fact, one.right_fact) for one in judged if one.same is Same.NO]
    folded = clusters(keys, links, yes, no)
    moves = {key: lead for key, lead in folded.items() if now[key] != lead and key not in unkept}
    upkeep.set_clusters(session, moves)
    return folded


def let_go(session: WriteSession, keys: Sequence[str], leads: Sequence[str]) -> list[str]:
    """Drop the machine's opinions about facts that no claim answers any more; what some clusters come to."""
    gone = fact_queries.links_touching(session, keys)
    upkeep.drop_links(session, [(link.left_fact, link.right_fact) for link in gone])
    return regroup(session, [fact.fact_key for fact in fact_queries.members(session, leads)])


def put_links(session: WriteSession, links: Mapping[Pair, Mapping[str, Any]]) -> list[Pair]:
    """Keep opinions on facts: new ones, stronger ones, and those that take the place of an older engine's; the pairs on
    which there is another opinion now."""
    engine = concepts.engine(session) if links else ""
    known = {(row.left_fact, row.right_fact): row for row in fact_queries.links_of(session, list(links))}
    better = {
        pair: row
        for pair, row in links.items()
        if pair not in known or known[pair].engine != engine or strength(known[pair]._asdict()) < strength(row)
    }
    upkeep.put_links(session, [{**better[pair], "engine": engine} for pair in sorted(better)])
    before = {pair: row.same for pair, row in known.items()}
    return [pair for pair, row in sorted(better.items()) if row["same"] is not before.get(pair)]


def _fact(key: str, claims: Sequence[Claim], cluster: str, question: str, at: datetime) -> dict[str, Any]:
    """The row of a fact with the summary of its claims."""
    said = claims[0].assertion
    return {
        "fact_key": key,
        "id": content_id("fact", key),
        "cluster": cluster,
        "label": question,
        "subject": said.subject.key if said.subject else None,
        "attribute": said.attribute.key if said.attribute else None,
        "kind": said.kind,
        **summed(EMPTY, claims)._asdict(),
        "version": 1,
        "changed_at": at,
    }
