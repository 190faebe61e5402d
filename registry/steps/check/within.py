"""Contradictions inside one document that go across facts: conversions, totals and their parts, shares and figures,
delays and their dates, headlines and their texts, tables and their totals, sources and the bare
figures that answer them.

A newcomer's mistake: adding up whatever stands in one sentence. Parts must say that they are parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from registry.model.assertion import Claim
from registry.steps.check.ages import wrong_ages
from registry.steps.check.apiece import wrong_products
from registry.steps.check.ballots import wrong_ballots
from registry.steps.check.bases import wrong_bases
from registry.steps.check.clocks import wrong_clocks
from registry.steps.check.columns import wrong_columns
from registry.steps.check.compounds import wrong_compounds
from registry.steps.check.conversions import wrong_conversions
from registry.steps.check.crosswise import wrong_lines
from registry.steps.check.differences import wrong_differences
from registry.steps.check.drawn import wrong_drawn
from registry.steps.check.durations import wrong_durations
from registry.steps.check.excesses import wrong_excesses
from registry.steps.check.growths import wrong_growths
from registry.steps.check.headlines import wrong_headlines
from registry.steps.check.leavings import wrong_leavings
from registry.steps.check.limits import wrong_limits
from registry.steps.check.multiples import wrong_multiples
from registry.steps.check.order import ordered
from registry.steps.check.parts import wrong_totals
from registry.steps.check.percents import wrong_percents
from registry.steps.check.periods import wrong_periods
from registry.steps.check.persons import wrong_persons
from registry.steps.check.priced import wrong_worth
from registry.steps.check.rates import wrong_rates
from registry.steps.check.retorts import wrong_retorts
from registry.steps.check.shapes import Pair
from registry.steps.check.shares import wrong_shares
from registry.steps.check.splits import wrong_splits
from registry.steps.check.summed import wrong_sums
from registry.steps.check.tallies import wrong_tallies

CHECKS: tuple[Callable[[Sequence[Claim]], Iterator[Pair]], ...] = (
    wrong_conversions,
    wrong_compounds,
    wrong_totals,
    wrong_limits,
    wrong_splits,
    wrong_sums,
    wrong_ballots,
    wrong_persons,
    wrong_drawn,
    wrong_columns,
    wrong_lines,
    wrong_tallies,
    wrong_shares,
    wrong_bases,
    wrong_percents,
    wrong_rates,
    wrong_growths,
    wrong_differences,
    wrong_excesses,
    wrong_leavings,
    wrong_multiples,
    wrong_durations,
    wrong_clocks,
    wrong_ages,
    wrong_products,
    wrong_worth,
    wrong_periods,
    wrong_headlines,
    wrong_retorts,
)


def within(claims: Sequence[Claim]) -> list[Pair]:
    """The contradictions inside each document."""
    documents: dict[str, list[Claim]] = defaultdict(list)
    for claim in ordered(claims):
        documents[claim.source.id].append(claim)
    every = (pair for own in documents.values() for check in CHECKS for pair in check(own))
    told = {(pair.finding.rule, id(pair.left), id(pair.right)): pair for pair in every}
    return list(told.values())
