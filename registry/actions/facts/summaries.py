"""The summary of a fact: how many claims it has, and the ends that tell whether all of them agree.

A newcomer's mistake: counting anew whenever a document comes. What is new is added to what is known; only where claims
left a fact are those that stayed looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from registry.actions.rows import is_plain, to_claim
from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.store import WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries.facts import FactRow


class Summary(NamedTuple):
    """What the claims of a fact come to: while `max_low <= min_high` all of them agree."""

    n: int = 0
    max_low: Decimal | None = None
    min_high: Decimal | None = None
    unit: str | None = None
    simple: bool = True


EMPTY = Summary()


def add_up(session: WriteSession, new: Mapping[str, Sequence[Claim]], at: datetime) -> None:
    """Bring the summaries of facts up to date with their new claims."""
    if not new:
        return
    facts = fact_queries.facts_by_key(session, new)
    upkeep.summarise(session, [_row(key, summed(_of(facts[key]), some), at) for key, some in sorted(new.items())])


def count_again(session: WriteSession, keys: Sequence[str], at: datetime) -> None:
    """Write the summaries of facts that lost claims anew."""
    left = upkeep.claims_left(session, keys)
    claims: dict[str, list[Claim]] = {key: [] for key in keys}
    facts = fact_queries.facts_by_key(session, keys)
    for row in claim_queries.claims_of_facts(session, sorted(facts)):
        claims[row.fact_key].append(to_claim(row))
    found = {key: summed(EMPTY, claims[key])._replace(n=left.get(key, 0)) for key in sorted(facts)}
    upkeep.summarise(session, [_row(key, one, at) for key, one in found.items()])


def _of(fact: FactRow) -> Summary:
    """The summary that a fact has."""
    return Summary(fact.n, fact.max_low, fact.min_high, fact.unit, fact.simple)


def _row(fact_key: str, found: Summary, at: datetime) -> dict[str, Any]:
    """The summary of a fact as it is written."""
    return {"fact_key": fact_key, **found._asdict(), "changed_at": at}


def summed(known: Summary, claims: Sequence[Claim]) -> Summary:
    """A summary with some more claims."""
    values = [claim.assertion.value for claim in claims]
    numbers = [value for value in values if isinstance(value, Quantity)]
    meant = [value.meant() for value in numbers]
    units = {value.unit for value in numbers} | ({known.unit} if known.unit else set())
    plain = all(is_plain(claim.assertion) for claim in claims)
    return Summary(
        n=known.n + len(claims),
        max_low=_most(max, known.max_low, (one.low for one in meant)),
        min_high=_most(min, known.min_high, (one.high for one in meant)),
        unit=min(units, default=None),
        simple=known.simple and plain and len(units) <= 1,
    )


def _most(choose: Any, known: Decimal | None, more: Iterable[Decimal | None]) -> Decimal | None:
    """The largest or smallest end; None, an open end, says nothing."""
    values = [value for value in (known, *more) if value is not None]
    return choose(values) if values else None


def agrees(facts: Sequence[FactRow]) -> bool:
    """Whether the summaries of the facts of a cluster say that all of their claims agree."""
    if not all(fact.simple for fact in facts) or len({fact.unit for fact in facts if fact.n}) > 1:
        return False
    low = _most(max, None, (fact.max_low for fact in facts))
    high = _most(min, None, (fact.min_high for fact in facts))
    if low is None or high is None:
        return True
    return low < high or (low == high and facts[0].unit == "count")
