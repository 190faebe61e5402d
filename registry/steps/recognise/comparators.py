"""Comparators and approximators on both sides of a number: "more than 120", "120 or more", "nearly", "some".

A newcomer's mistake: taking "over" or "about" wherever it stands. They count only right before the number.
"""

from __future__ import annotations

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line, find, find_before
from registry.steps.recognise.tables import cues

TALK = cues("comparators_talk")
MOST = 2
TIMES = frozenset(("s", "minute", "hour", "day", "week", "month", "year"))
NEGATIONS = frozenset(("not", "never", "cannot", "nor", "t"))
GOING, LEVELS = cues("comparators_going"), cues("comparators_levels")
CREEPING = cues("comparators_creeping")
BRINGING = cues("comparators_bringing")
ENDS = frozenset(("", ".", "!", "?"))
ADDING, NEXT = frozenset(("add", "adds", "added", "adding")), 4
OPENING = frozenset(("open", "opens", "opened", "opening"))
MODALS = frozenset(("will", "would", "could", "may", "might", "can", "to"))
SHARED = frozenset(("to", "per", "for", "on"))
TOTALS = cues("comparators_totals")
NEAR = 8
STANDS, FAR = frozenset(("is", "was", "are", "were", "been")), 16
LIKENED = frozenset((",", "is", "was", "are", "were", "-", "\u2013"))
MORE_THAN = cues("comparators_over")
MARGIN = 8
HARDLY, HANDFUL = frozenset(("just", "slightly", "little", "well", "for")), 10
SPREADING = cues("comparators_spreading")


def take(line: Line, draft: Draft, floor: int) -> Draft:
    """A draft with the comparators around it; `floor` is the first token that is free."""
    after(line, draft)
    before(line, draft, floor)
    return draft


def before(line: Line, draft: Draft, floor: int) -> None:
    """Take the comparators before a draft."""
    for _ in range(MOST):
        found = find_before(line.tokens, draft.start, line.about.language.before, floor)
        if not found or not fits(line, draft, *found):
            return
        if moved(line, draft, found[1]) or equals(line, draft, found[1]):
            return
        name, draft.start = found
        if name == "strict_low" and line.tokens.word(draft.start).startswith("exceed") and denied(line, draft.start):
            name = "high"
        apply(draft, name, " ".join(line.tokens.low[found[1] : found[1] + 3]))


def moved(line: Line, draft: Draft, at: int) -> bool:
    """Whether "as much as" tells how far something rose or fell at its most: "fell as much as 9 percent"."""
    tokens = line.tokens
    if tokens.low[at : at + 2] == ["up", "to"] and (tokens.word(at - 1) in CREEPING or is_up(line, draft, at)):
        return True  # "is forecast to edge up to 4.3%" names the level
    if tokens.low[at : at + 2] == ["up", "to"] and goes_up(tokens.low[max(0, at - NEAR) : at]):
        return True
    if tokens.low[at : at + 2] == ["up", "to"] and sums(line, draft, at):
        return True
    if tokens.low[at : at + 2] == ["up", "to"] and raised(tokens.low[max(0, at - NEAR) : at]):
        return True
    return tokens.low[at : at + 3] == ["as", "much", "as"] and tokens.word(at - 1) in line.about.language.directions


def sums(line: Line, draft: Draft, at: int) -> bool:
    """Whether "up to" ends a verb: "the costs add up to €4m", "opened up to one market"; not "adds up to 40 jobs" nor
    "could add up to €30 per month"."""
    tokens = line.tokens
    if draft.bare:
        return draft.low == draft.high == 1 and not draft.scaled and tokens.word(at - 1) in OPENING
    summed = draft.kind is Kind.MONEY and tokens.word(at - 1) in ADDING and tokens.word(at - 2) not in MODALS
    return summed and SHARED.isdisjoint(tokens.low[draft.end : draft.end + NEXT])


def raised(words: list[str]) -> bool:
    """Whether the words before "up to" move a total: "bringing the official body count up to 14" names the level."""
    verb = next((place for place, word in enumerate(words) if word in BRINGING), None)
    return verb is not None and not TOTALS.isdisjoint(words[verb:]) and "," not in words[verb:]


def goes_up(words: list[str]) -> bool:
    """Whether a price or a pay goes up to a level: "the minimum fare goes up to 3.20", not "fines go up to 500"."""
    verb = next((place for place, word in enumerate(words) if word in GOING), None)
    return verb is not None and verb >= len(words) - 2 and not LEVELS.isdisjoint(words[:verb])


def is_up(line: Line, draft: Draft, at: int) -> bool:
    """Whether something is up to a level from another: "income was up to $8bn from $7bn", "revised up to 8 from 7"."""
    tokens = line.tokens
    if tokens.word(draft.end) == "from" and not tokens.written(draft.end + 1)[:1].isalpha():
        return True
    if tokens.word(at - 1) in ("now", "already") and tokens.word(at - 2) in STANDS:
        return draft.bare and tokens.is_word(draft.end)  # "is now up to 57 cases"
    return tokens.word(at - 1) in STANDS and "from" in tokens.low[at + 3 : at + FAR]


def equals(line: Line, draft: Draft, at: int) -> bool:
    """Whether "as much as" likens an amount to a number of things: "60 hectares, as much as 87 football pitches"."""
    tokens = line.tokens
    likened = tokens.low[at : at + 3] == ["as", "much", "as"] and tokens.word(at - 1) in LIKENED
    return likened and draft.bare and tokens.is_word(draft.end)


def denied(line: Line, at: int) -> bool:
    """Whether a word is denied: "may not exceed"."""
    return not NEGATIONS.isdisjoint(line.tokens.low[max(0, at - 2) : at])


def fits(line: Line, draft: Draft, name: str, at: int) -> bool:
    """Whether a comparator can stand here: "within" wants a measure, "every" a duration."""
    word = line.tokens.word(draft.start - 1)
    if word == "within":
        return not draft.bare
    if word == "of" and line.tokens.word(draft.start - 2) in ("maximum", "minimum"):
        return draft.bare
    if word == "every":
        return draft.unit in TIMES
    if word == "over" and draft.unit in TIMES and line.tokens.word(at - 1) not in MORE_THAN and at == draft.start - 1:
        return at == 0 and line.tokens.word(draft.end) in ENDS  # "Over 40 years." is a whole answer
    if word == "past":
        return draft.kind is Kind.MONEY or draft.scaled
    if word in ("about", "over", "under", ">") and bound(line, draft, word, at):
        return False
    if word == "." and line.tokens.ends[at] + 1 < line.tokens.starts[draft.start] - 1:
        return False
    return draft.high == draft.low or name in ("about", "exact", "nearly")


def quoted(line: Line, at: int) -> bool:
    """Whether an angle opens a line of a quoted mail or of a list and compares nothing."""
    start = line.tokens.starts[at]
    return not start or line.about.folded[max(0, start - MARGIN) : start].rstrip(" ").endswith(("\n", ">"))


def bound(line: Line, draft: Draft, word: str, at: int) -> bool:
    """Whether "about", "over" or "under" belongs to what stands before it ("talks about", "handed over"), or an angle
    opens its line."""
    if word == ">":
        return quoted(line, draft.start - 1)
    before = line.tokens.word(at - 1)
    if word == "over" and at == draft.start - 1 and (before in SPREADING or (few(draft) and before not in HARDLY)):
        return True
    return before in TALK


def few(draft: Draft) -> bool:
    """Whether a handful of things is counted, which nobody calls over four: "a dispute over four boats"."""
    low = draft.low or 0
    return draft.bare and not draft.scaled and draft.single and 0 < low <= HANDFUL and not low % 1


def after(line: Line, draft: Draft) -> None:
    """Take a comparator after a draft."""
    found = find(line.tokens, draft.end, line.about.language.after)
    if not found or not draft.single:
        return
    name, end = found
    word = line.tokens.word(draft.end)
    if word == "-" and not line.tokens.hyphen(draft.end):
        return
    if word in ("+", "odd", "plus") and word != "odd" and not line.tokens.touches(draft.end) and word != "plus":
        return
    if word == "plus" and (not line.tokens.is_word(end) or draft.kind is Kind.MONEY):
        return  # "412 million euros plus interest" is a sum
    if word == "+" and line.tokens.touches(end) and line.tokens.is_number(end):
        return
    if (
        line.tokens.word(end) in ("than", "or", "a")
        or line.tokens.is_number(end)
        or line.tokens.word(end) in line.about.language.numbers
    ):
        return
    draft.end = end
    apply(draft, name, " ".join(line.tokens.low[draft.end - 2 : draft.end]))


def apply(draft: Draft, name: str, words: str) -> None:
    """Let a comparator open or loosen the interval."""
    draft.trace.append(f"comparator: {name}")
    if name == "about":
        draft.approx = True
    elif name == "nearly":
        draft.approx, draft.lean = True, -1
    elif name == "just_over":
        draft.approx, draft.lean, draft.high = True, 1, None
    elif name in ("strict_low", "low"):
        draft.high, draft.strict = None, name == "strict_low"
    elif name in ("strict_high", "high"):
        draft.low, draft.strict = None, name == "strict_high"
