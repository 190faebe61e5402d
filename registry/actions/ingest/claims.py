"""Keep the claims of a version: rows, keys, facts, words to be found by, conflicts.

A newcomer's mistake: keeping claims before `filing.file` has locked their facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from registry import __version__
from registry.actions import filing, settle
from registry.actions.rows import of_claim
from registry.model import record
from registry.model.assertion import Claim
from registry.steps import match
from registry.store import WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import search
from registry.store.queries.candidates import number_of
from registry.store.writes import keep as keep_rows

ENGINE = __version__


def keep_claims(
    session: WriteSession, version_id: str, claims: Sequence[Claim], at: datetime, gone: Sequence[str] = ()
) -> int:
    """Keep the claims of a version under their facts; how many conflicts are new. `gone` are facts that lost claims."""
    filed = [file_of(claim, version_id, at) for claim in claims]
    filed = list({one.row["id"]: one for one in filed}.values())
    leads = filing.file(session, filed, at, gone)
    new = {row_id for _fact, row_id in keep_rows(session, "claim", [one.row for one in filed])}
    filed = [one for one in filed if one.row["id"] in new]
    keep_rows(session, "claim_key", _keys(filed, at))
    if gone:
        settle.count_again(session, sorted({*gone, *(one.fact_key for one in filed)}), at)
    else:
        settle.add_up(session, _by_fact(filed), at)
    search.index(session, _entries(filed))
    conflicts = settle.settle(session, leads, at)
    rows = claim_queries.claims_of_version(session, version_id, retired=False)
    return conflicts + settle.check_within(session, rows, at)


def file_of(claim: Claim, version_id: str, at: datetime) -> filing.Filed:
    """A claim with its row, its fact and the keys it is found by."""
    fact_key = match.fact_key(claim)
    return filing.Filed(claim, of_claim(claim, version_id, fact_key, at), fact_key, tuple(match.keys(claim)))


def _keys(filed: Sequence[filing.Filed], at: datetime) -> list[dict[str, object]]:
    """The blocking keys of facts, in an order that every transaction shares."""
    found = {(number_of(key), one.fact_key): one.row["id"] for one in reversed(filed) for key in one.keys}
    return [
        {"key": key, "fact_key": fact_key, "claim_id": claim_id, "found_at": at}
        for (key, fact_key), claim_id in sorted(found.items())
    ]


def _by_fact(filed: Sequence[filing.Filed]) -> dict[str, list[Claim]]:
    """Claims by the fact they answer."""
    found: dict[str, list[Claim]] = {}
    for one in filed:
        found.setdefault(one.fact_key, []).append(one.claim)
    return found


def _entries(filed: Sequence[filing.Filed]) -> list[search.Entry]:
    """What claims and their facts are found by: their sentence, their words, and plain digits of the value."""
    entries: list[search.Entry] = []
    for one in filed:
        said, row = one.claim.assertion, one.row
        terms = [term.label for term in (said.subject, said.attribute, said.asserted_by) if term]
        digits = {text for value in (row["low"], row["high"]) if (text := record.plain(value))}
        words = [row["sentence"], *terms, said.topic or "", *sorted(digits)]
        entries.append(search.Entry("claim", row["id"], " ".join(words)))
    for fact_key, claims in sorted(_by_fact(filed).items()):
        entries.append(search.Entry("fact", fact_key, match.question(claims) + " " + (claims[0].assertion.topic or "")))
    return entries
