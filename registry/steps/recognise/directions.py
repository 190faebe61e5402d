"""Which figures are the amount of a rise or fall: "fell by 5 %", "rose 5 % to 120 from 114", "up 3 points".

A newcomer's mistake: giving the level a direction too. "To 120" and "from 114" say where it went, not how far.
"""

from __future__ import annotations

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.tables import cues

WINDOW = 7
LEVELS = frozenset(("to", "from", "at", "of", "in", "since", "on", "than"))
AMOUNTS = frozenset(
    ("by", "another", "further", "nearly", "almost", "about", "around", "some", "over", "under", "roughly")
)
PARTICLES = cues("directions_particles")
STOPS = frozenset((".", ";", ":", "(", ")", "but", "while", "which", "who", "that", "when", "after"))
AFTER = frozenset(
    (
        "up",
        "down",
        "higher",
        "lower",
        "increase",
        "decrease",
        "decline",
        "rise",
        "fall",
        "drop",
        "gain",
        "growth",
        "reduction",
        "jump",
        "surge",
        "cut",
    )
)


def mark_directions(line: Line, drafts: list[Draft]) -> None:
    """Give each amount of change its direction."""
    for index, draft in enumerate(drafts):
        if draft.kind in (Kind.DATE, Kind.ORDINAL) or draft.unit in ("year", "month", "day", "week", "hour", "minute"):
            continue
        floor = drafts[index - 1].end if index else 0
        way = _before(line, draft, floor, drafts[index - 1] if index else None) or _after(line, draft)
        if way:
            draft.direction = way
            draft.trace.append(f"direction: {way}")


def _before(line: Line, draft: Draft, floor: int, left: Draft | None) -> str | None:
    """The direction that the words before an amount give."""
    tokens, ways = line.tokens, line.about.language.directions
    if draft.kind is Kind.PERCENT and draft.low is not None and draft.low < 0:
        return "down"
    word = tokens.word(draft.start - 1)
    if word in LEVELS and not (word == "of" and _noun_of(line, draft)):
        return None
    if (
        left
        and left.direction
        and tokens.word(draft.start - 1) == "or"
        and draft.start - left.end <= 4
        and draft.kind is not left.kind
    ):
        return left.direction
    for at in range(draft.start - 1, max(floor, draft.start - WINDOW) - 1, -1):
        word = tokens.low[at]
        if word in STOPS:
            return None
        if word == "up" and tokens.word(at - 1) in PARTICLES:
            return None
        if word in ways:
            return ways[word] if _governs(line, at, draft) else None
    return None


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
    if apart[-1] == "by" or apart == ["of"]:
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
