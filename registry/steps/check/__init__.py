"""What the claims of a fact say to each other: pairs, sides, the one conflict, and contradictions inside a document.

    judge       two claims of one fact: by rules, with timing, voices, offices, ranks, plans, unexplained; edited,
                once, bounds and cues know special cases, kinds says how likely each sort of conflict is, findings
                puts it in words
    sides       all claims of a fact: witnesses who count once, telling the reason in a sentence or two
    examine     many documents without a registry: pairing, scores and alike weigh, matters says which are of one
                matter; order, chains, copies, answered and leftover look at the pairs among others
    acts        what was done: deeds that exclude each other, two holders of one office
    within      one document against itself, a module a sort of sum: ages, apiece (with priced), ballots, bases, clocks,
                columns (with tables), conversions (with compounds), crosswise, differences, drawn, durations, excesses,
                growths, headlines, leavings, multiples, parts (with lists, limits, opposites, rests), percents,
                periods, persons, rates, retorts (with tellers), shares, splits, summed, tallies
    relation    two short texts: align their figures; entail, slips
    said, wording, shapes        a claim's own words, words for a reviewer, what is answered

A newcomer's mistake: flagging a difference. Dates, bounds, rounding, plans and corrections explain most of them.
"""

from __future__ import annotations

from registry.steps.check.examine import conflict_pairs, examine
from registry.steps.check.judge import judge
from registry.steps.check.relation import relation
from registry.steps.check.shapes import Answer, Dispute, Pair, Side, Witness
from registry.steps.check.sides import dispute, sides
from registry.steps.check.telling import Count, counted_anew
from registry.steps.check.within import within

__all__ = [
    "Answer",
    "Count",
    "Dispute",
    "Pair",
    "Side",
    "Witness",
    "conflict_pairs",
    "counted_anew",
    "dispute",
    "examine",
    "judge",
    "relation",
    "sides",
    "within",
]
