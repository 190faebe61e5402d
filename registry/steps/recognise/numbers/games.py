"""The two sides of a game's result: "won 3-1", "a 2-0 victory", "lead the rivals by 66-63".

A newcomer's mistake: taking each pair of figures with a dash for a result. Sets, rounds and judges' cards come in
rows; without a word for winning, losing or leading close by, a pair is a range, a law or a line-up.
"""

from __future__ import annotations

from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.numbers.ballots import sides
from registry.steps.recognise.tables import cues
from registry.steps.recognise.tokens import Sort, Tokens

BEFORE, AFTER, BEHIND = cues("games_before"), cues("games_after"), cues("games_behind")
GOES_ON = cues("ballots_after")
NEAR, CLOSE = 8, 3
HIGHEST = 200


def as_score(line: Line, draft: Draft) -> Draft | None:
    """A number as the points, goals or wins of one side, if it is that."""
    if not draft.bare or draft.end != draft.start + 1 or line.about.language.code != "en":
        return None
    pair = sides(line.tokens, draft.start)
    if pair is None or not is_result(line.tokens, *pair):
        return None
    first, last = (int(line.tokens.written(at)) for at in pair)
    own = first if draft.start == pair[0] else last
    which = "level" if first == last else "higher" if own == max(first, last) else "lower"
    draft.notes.append(f"score {which}")
    draft.trace.append(f"result: {first}-{last}, the {which} figure")
    return draft


def is_result(tokens: Tokens, first: int, last: int) -> bool:
    """Whether two figures are the result of a game, the only one of its sentence."""
    if max(int(tokens.written(first)), int(tokens.written(last))) > HIGHEST or many(tokens, first):
        return False
    if not AFTER.isdisjoint(tokens.low[last + 1 : last + 1 + CLOSE]):
        return True
    before, after = set(tokens.low[max(0, first - NEAR) : first]), tokens.word(last + 1)
    leads = int(tokens.written(first)) >= int(tokens.written(last))
    ended = not tokens.is_word(last + 1) or after in GOES_ON
    return ended and not before.isdisjoint(BEFORE | BEHIND if leads else BEHIND)


def many(tokens: Tokens, first: int) -> bool:
    """Whether a sentence has more pairs of figures than one."""
    dashes = (at for at in range(1, tokens.size - 1) if tokens.sorts[at] == Sort.SIGN and at != first + 1)
    return any(sides(tokens, at - 1) is not None for at in dashes if tokens.is_number(at - 1))
