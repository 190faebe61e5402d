"""Ratios in two numbers: "a ratio of 3:1", "outnumbered by 3 to 1", "a leverage of about six to one".

A newcomer's mistake: any "to" between two numbers. Votes, games and ranges have one, too; the words beside it must
speak of a ratio.
"""

from __future__ import annotations

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line, Number
from registry.steps.recognise.numbers.digits import read_number
from registry.steps.recognise.tokens import Tokens

ENOUGH = 1000
ODDS = 7
RATIOS = frozenset(("ratio", "ratios", "odds", "outnumber", "outnumbered", "outnumbering"))
PLAYED = frozenset(("vote", "votes", "score", "win", "defeat", "result", "loss", "victory", "lead"))


def odds(line: Line, at: int) -> Draft | None:
    """A ratio in two numbers: "a ratio of 3:1", "outnumbered by 3 to 1", "a two-to-one margin"."""
    tokens, first = line.tokens, read_number(line, at)
    if first is None or first.scaled or not 0 < first.value < ENOUGH:
        return None
    here = first.end + 1 if tokens.hyphen(first.end) else first.end
    if tokens.word(here) not in (":", "to"):
        return None
    here = here + 2 if tokens.hyphen(here + 1) else here + 1
    second = read_number(line, here) if here < tokens.size else None
    near = tokens.low[max(0, at - ODDS) : at] + tokens.low[here + 1 : here + 3]
    if second is None or second.scaled or not 0 < second.value < ENOUGH:
        return None
    if RATIOS.isdisjoint(near) and not _to_one(tokens, at, first, second):
        return None
    value, words = first.value / second.value, " ".join(tokens.low[at : second.end])
    return Draft(at, second.end, Kind.MEASURE, value, value, "ratio", trace=[f"multiple: {words} -> {value:.10g}"])


def _to_one(tokens: Tokens, at: int, first: Number, second: Number) -> bool:
    """Whether so many come to one: "a leverage of about six to one"; votes and games end so, too."""
    here = at - 2 if tokens.word(at - 1) in ("about", "nearly", "almost", "some", "roughly") else at - 1
    played = not PLAYED.isdisjoint(tokens.low[max(0, here - ODDS) : here])
    return first.value > second.value == 1 and tokens.word(here) == "of" and not played
