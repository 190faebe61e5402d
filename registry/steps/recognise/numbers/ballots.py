"""The sides of a ballot in two figures with a dash: "voted 17-14", "a 5-4 ruling".

A newcomer's mistake: a range. Each side is a count of its own; what is said of ages, games and laws is no ballot.
"""

from __future__ import annotations

from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.tables import cues
from registry.steps.recognise.tokens import Tokens

VOTED, VOTES, SCORES = cues("ballots_verbs"), cues("ballots_nouns"), cues("quantities_scores")
GOES_ON, CHAMBERS, CLEARING = cues("ballots_after"), cues("ballots_chambers"), cues("ballots_clearing")
LAWS = frozenset(("bill", "law", "measure", "motion", "amendment", "it", "act", "budget", "resolution"))
DASHES = frozenset(("-", "\u2013"))
LOST = frozenset(("fell", "lost", "threw", "thrown", "turned", "pass", "passes", "rejects"))
LONGEST, NEAR, FAR, FRONT = 3, 6, 9, 24


def is_side(line: Line, draft: Draft) -> bool:
    """Whether a number is one side of a ballot."""
    if not draft.bare or draft.end != draft.start + 1:
        return False
    pair = sides(line.tokens, draft.start)
    return pair is not None and is_ballot(line.tokens, *pair)


def are_sides(line: Line, left: Draft, right: Draft) -> bool:
    """Whether "to" joins the sides of a ballot, behind a clause that tells how it went: "the plan fell, 36 to 43"."""
    tokens, after = line.tokens, line.tokens.word(right.end)
    before = tokens.word(left.start - 1)
    apart = left.bare and right.bare and before in (",", "(", "by")
    ended = not after or not tokens.is_word(right.end) or after in GOES_ON
    told = VOTED if before == "by" else VOTED | LOST
    return apart and ended and not told.isdisjoint(tokens.low[max(0, left.start - FAR) : left.start])


def sides(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The two numbers that a dash joins, one of which stands here; nothing where more dashes follow."""
    first = at if joined(tokens, at + 1) else at - 2
    if first < 0 or not joined(tokens, first + 1) or joined(tokens, first - 1) or joined(tokens, first + 3):
        return None
    written = (tokens.written(first), tokens.written(first + 2))
    return (first, first + 2) if all(one.isdigit() and len(one) <= LONGEST for one in written) else None


def joined(tokens: Tokens, dash: int) -> bool:
    """Whether a dash joins two numbers."""
    touching = tokens.word(dash) in DASHES and tokens.touches(dash) and tokens.touches(dash + 1)
    return touching and tokens.is_number(dash - 1) and tokens.is_number(dash + 1)


def is_ballot(tokens: Tokens, first: int, last: int) -> bool:
    """Whether two figures are the sides of a ballot."""
    after = tokens.word(last + 1)
    if after in VOTES:
        return True
    near = tokens.low[max(0, first - NEAR) : first]
    ended = not after or not tokens.is_word(last + 1) or after in GOES_ON
    if not ended or any(word in SCORES for word in near):
        return False
    leads = int(tokens.written(first)) >= int(tokens.written(last))
    if tokens.word(first - 1) in VOTED or (leads and any(word in VOTED | VOTES for word in near)):
        return True
    front = tokens.low[max(0, first - FRONT) : first]
    clears = not CLEARING.isdisjoint(near) and not CHAMBERS.isdisjoint(near)
    # "and the Senate 23-17", behind what was passed or cleared before
    again = (
        tokens.word(first - 1) in CHAMBERS and not (VOTED | CLEARING).isdisjoint(front) and not LAWS.isdisjoint(front)
    )
    return leads and (clears or again)
