"""Which figures are the amount of a rise or fall: "fell by 5 %", "rose 5 % to 120 from 114", "up 3 points".

A newcomer's mistake: giving the level a direction too. "To 120" and "from 114" say where it went, not how far.
"""

from __future__ import annotations

from itertools import pairwise

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.tables import cues

WINDOW = 7
LEVELS = cues("directions_levels")
LIMITS = cues("directions_limits")
AMOUNTS = cues("directions_amounts")
PARTICLES = cues("directions_particles")
STOPS = cues("directions_stops") | {".", ";", ":", "(", ")"}
AFTER = cues("directions_after")
MERELY = frozenset(
    ("just", "only", "about", "around", "some", "nearly", "almost", "roughly", "a", "mere", "further", "another")
)
GROWING = frozenset(("grow", "grows", "grew", "grown", "growing"))  # "grows 40 hectares of rye" is no growth
RAISED = frozenset(("raise", "raises", "raised", "raising"))  # "raised 38 million" is what came in, no rise
REFUSED = frozenset(("turn", "turned", "turning", "turns", "vote", "voted", "votes", "voting"))  # "turned it down"
LANDS = frozenset(("ha", "acre", "t"))
TIMES = frozenset(("year", "month", "week", "day", "hour", "minute"))


def mark_directions(line: Line, drafts: list[Draft]) -> None:
    """Give each amount of change its direction."""
    for index, draft in enumerate(drafts):
        if draft.kind in (Kind.DATE, Kind.ORDINAL) or draft.unit in TIMES:
            continue
        left = drafts[index - 1] if index else None
        way = _shared(line, draft, left) or _before(line, draft, left.end if left else 0) or _after(line, draft)
        if way:
            draft.direction = way
            draft.trace.append(f"direction: {way}")
    mark_either(line, drafts)


def mark_either(line: Line, drafts: list[Draft]) -> None:
    """An amount that a percentage tells once more has its direction: "5,700 or 23 percent more"."""
    for left, right in pairwise(drafts):
        once_more = right.kind is Kind.PERCENT and line.tokens.low[left.end : right.start] == ["or"]
        if once_more and left.direction is None and right.direction and left.kind is not Kind.DATE:
            left.direction = right.direction
            left.trace.append(f"direction: {right.direction}")


def _shared(line: Line, draft: Draft, left: Draft | None) -> str | None:
    """The direction of the figure before: "fell 3,000 or 2 %", "the first was down 3 %, the second by 2 %"."""
    if left is None or left.direction is None or draft.start - left.end > WINDOW:
        return None
    word, apart = line.tokens.word(draft.start - 1), line.tokens.low[left.end : draft.start]
    if word == "or" and len(apart) <= 4 and draft.kind is not left.kind:
        return left.direction
    listed = apart in ([","], ["and"], [",", "and"]) and draft.unit == left.unit != "count"
    if listed and draft.kind is left.kind:
        return left.direction
    told = any(found in line.about.language.directions or found in STOPS for found in apart)
    return left.direction if word == "by" and draft.unit == left.unit and not told else None


def _is_level(line: Line, draft: Draft) -> bool:
    """Whether the words tell a level that was reached, not an amount: "to 120", "fell below 60"."""
    tokens = line.tokens
    word = tokens.word(draft.start - 1)
    if word in LEVELS and not (word == "of" and _noun_of(line, draft)):
        return True
    return not draft.single and tokens.word(draft.start) in LIMITS


def _before(line: Line, draft: Draft, floor: int) -> str | None:
    """The direction that the words before an amount give."""
    tokens, ways = line.tokens, line.about.language.directions
    if draft.kind is Kind.PERCENT and draft.low is not None and draft.low < 0:
        return "down"
    if _is_level(line, draft) or (draft.unit in LANDS and tokens.word(draft.start - 1) in GROWING):
        return None
    for at in range(draft.start - 1, max(floor, draft.start - WINDOW) - 1, -1):
        word = tokens.low[at]
        if word in STOPS:
            return None
        if _moves_nothing(line, at, draft):
            return None
        if word in ways:
            return ways[word] if _governs(line, at, draft) else None
    return None


def _moves_nothing(line: Line, at: int, draft: Draft) -> bool:
    """Whether a word of change tells none here: "took up", "turned down", "raised 38 million"."""
    tokens = line.tokens
    word, left = tokens.low[at], tokens.word(at - 1)
    if word in RAISED:
        return draft.kind is Kind.MONEY and "by" not in tokens.low[at + 1 : draft.start]
    return (word == "up" and left in PARTICLES) or (word == "down" and left in REFUSED)


def _noun_of(line: Line, draft: Draft) -> bool:
    """Whether "of" follows a noun of change: "an increase of 5"."""
    tokens = line.tokens
    return tokens.word(draft.start - 2) in line.about.language.directions


def _governs(line: Line, at: int, draft: Draft) -> bool:
    """Whether a word of change speaks of the amount: right before it, over adverbs, or with "by"."""
    tokens = line.tokens
    apart = tokens.low[at + 1 : draft.start]
    if not apart:
        return True
    if apart[-1] == "by" or apart == ["of"] or (apart[0] == "by" and all(word in MERELY for word in apart[1:])):
        return True
    if draft.kind in (Kind.PERCENT, Kind.RANGE) and len(apart) <= 4:
        return not any(word in LEVELS for word in apart)
    return all(word in AMOUNTS or word.endswith("ly") for word in apart)


def _after(line: Line, draft: Draft) -> str | None:
    """The direction that the words after an amount give: "a 5% increase", "3 points higher"."""
    tokens, ways = line.tokens, line.about.language.directions
    for at in range(draft.end, min(draft.end + 2, tokens.size)):
        word = tokens.low[at]
        if word in AFTER and (draft.kind in (Kind.PERCENT, Kind.MEASURE) or word in ("higher", "lower")):
            return ways.get(word)
        if not tokens.is_word(at):
            return None
    return None
