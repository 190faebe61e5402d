"""Dates with an open end: "before 2021", "after March", "no later than 1 May", "from 2011 onwards", "since", "until".

A newcomer's mistake: opening every date behind "before". "The day before 5 May" is a day, "two years after 2016" a
year; and "since 2011" names the year of a beginning, which is as definite as any other.
"""

from __future__ import annotations

from dataclasses import replace

from registry.model.moment import Bound
from registry.steps.recognise.line import Draft, Line, find, find_before
from registry.steps.recognise.tables import cues, units

ARTICLES = cues("openends_articles")
FOLLOW = cues("openends_follow")
YEARS = cues("openends_years")
NAMED_AFTER = cues("openends_named")
DEFINITE = (Bound.SINCE, Bound.UNTIL)
DENIED = cues("openends_denied")
STOPS = frozenset((",", ";", ":", "but", "because"))
NEAR = 6
SILENT = frozenset(("void", "weekday"))


def bounded(line: Line, draft: Draft, floor: int) -> Draft:
    """A date with the words before or after it that leave one of its ends open."""
    if draft.moment is None or draft.moment.clock or draft.moment.bound or SILENT & set(draft.notes):
        return draft
    return _after(line, draft) or _before(line, draft, floor) or draft


def _after(line: Line, draft: Draft) -> Draft | None:
    """ "2016 or later", "3 May at the latest", "from 2011 onwards"."""
    found = find(line.tokens, draft.end, line.about.language.date_after)
    if found is None or line.tokens.is_number(found[1]):
        return None
    if line.tokens.is_word(found[1]) and line.tokens.word(found[1]) not in FOLLOW:
        return None
    name, draft.end = found
    return _opened(line, draft, Bound(name))


def _before(line: Line, draft: Draft, floor: int) -> Draft | None:
    """ "Before 2021", "after the end of May", "since August", "no later than 1 May"."""
    tokens, start = line.tokens, draft.start
    if tokens.word(start - 1) in YEARS and tokens.word(start - 2) in ARTICLES:
        start -= 1
    start = start - 1 if tokens.word(start - 1) in ARTICLES else start
    found = find_before(tokens, start, line.about.language.date_before, floor)
    if found is None or not _fits(line, draft, found[1], plain=start == draft.start):
        return None
    name, first = found
    if Bound(name) not in DEFINITE:
        draft.start = first
    return _opened(line, draft, Bound(name))


def _fits(line: Line, draft: Draft, first: int, *, plain: bool) -> bool:
    """Whether the words bound the date itself: no distance stands before them, no noun or possessive after it."""
    tokens, after = line.tokens, line.tokens.word(draft.end)
    distance = find(tokens, first - 1, units().forms)
    if (distance and distance[1] == first and tokens.word(first) in NAMED_AFTER) or after in ("'s", "'", "-"):
        return False
    noun = tokens.is_word(draft.end) and tokens.written(draft.end).islower() and not plain
    return not (noun and after not in FOLLOW)


def denied(line: Line, at: int) -> bool:
    """Whether something does not happen before a date: "will not open before 2021"."""
    before = line.tokens.low[max(0, at - NEAR) : at]
    last = max((place for place, word in enumerate(before) if word in STOPS), default=-1)
    return not DENIED.isdisjoint(before[last + 1 :])


def _opened(line: Line, draft: Draft, bound: Bound) -> Draft:
    """The date with its bound."""
    assert draft.moment is not None
    if bound in (Bound.BEFORE, Bound.UNTIL) and denied(line, draft.start):
        bound = Bound.EARLIEST
    if bound is Bound.BEFORE and any(step.startswith("the last day") for step in draft.trace):
        bound = Bound.LATEST
    draft.moment = replace(draft.moment, bound=bound)
    draft.trace.append(f"bound: {bound}")
    return draft
