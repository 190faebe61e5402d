"""Whether pounds are a weight or a sum, and stones a weight or stones: "weighs nearly 11 pounds", "three pounds of
saffron", "11 pounds of the rent", "lost two stone", "found 31 stones".

A newcomer's mistake: asking the document only. A text that tells of sums in pounds sterling may weigh a thing as well.
"""

from __future__ import annotations

import re

from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.tables import cues

UNWEIGHED = cues("pounds_unweighed")
CHANGED = frozenset(
    ("lost", "lose", "loses", "losing", "gained", "gain", "gains", "gaining", "shed", "sheds", "shedding")
)
PRICED = frozenset(("a", "an", "per", "each", "every", "on", "to", "by", "sterling"))
LIGHT = 150
HEAVIER = frozenset(("heavier", "lighter", "overweight", "underweight", "heavy"))
REACH = 8
WEIGHTS = re.compile(r"weigh|\blbs\b|kilogram|\bkgs?\b|\bounces?\b|pound-f")  # and not "announced"
TONS = re.compile(r"\btons?\b|\bper square inch\b")
STUFF = re.compile(r"\bpounds of ([a-z]+)")
MASS = r"(?:kilo(?:gram(?:me)?)?s?|kgs?|grams?|g|tonnes?|tons?|t)"
# Tokens of a weight that pounds in brackets restate, or that restates them: "7 tonnes (15,400 pounds)".
RESTATED = re.compile(rf"\d\s*{MASS}\s*(?:\(|, or|or)(?: (?:about|around|some|nearly|over))?$")
RESTATES = re.compile(rf"\( (?:(?:about|around|some|nearly|over) )?[\d.,]*\d {MASS} \)")


def are_weights(low: str) -> bool:
    """Whether pounds are a weight in a text in small letters, where nothing else is said: something is weighed; where
    sums are in dollars, also where a stuff is told in pounds or tons, and no sum stands beside one in dollars."""
    if "\u00a3" in low or "sterling" in low:
        return False
    if WEIGHTS.search(low) is not None:
        return True
    if "$" not in low or "pounds ($" in low:
        return False
    return TONS.search(low) is not None or any(one not in UNWEIGHED for one in STUFF.findall(low))


def weighs(line: Line, draft: Draft, at: int) -> bool:
    """Whether the pounds at a place are a weight: the document tells of weights only, or the words here do; a scaled
    figure is a sum."""
    if draft.scaled:
        return False
    told = weighed(line, draft) or converted(line, draft, at)
    return line.about.weight_pounds or told or of_stuff(line, at + 1) or slimmed(line, draft, at + 1)


def weighed(line: Line, draft: Draft) -> bool:
    """Whether the words before a figure weigh something: "weighs nearly 11 pounds"."""
    before = line.tokens.low[max(0, draft.start - REACH) : draft.start]
    last = max((place for place, word in enumerate(before) if word.startswith("weigh")), default=-1)
    return last >= 0 and "down" not in before[last:] and ";" not in before[last:]


def converted(line: Line, draft: Draft, at: int) -> bool:
    """Whether a weight stands beside pounds in brackets, or before those that are: "7 tonnes (15,400 pounds)"."""
    low = line.tokens.low
    before, behind = low[max(0, draft.start - REACH) : draft.start], low[at + 1 : at + 1 + REACH]
    return bool(RESTATED.search(" ".join(before)) or RESTATES.match(" ".join(behind)))


def in_stones(line: Line, draft: Draft, at: int) -> bool:
    """Whether stones are a weight, not what lies in a field: "weighs 14 stone", "lost two stone", "12 stone 4 lb"."""
    tokens = line.tokens
    before = tokens.low[max(0, draft.start - 3) : draft.start]
    slimmer = not CHANGED.isdisjoint(before) and tokens.word(at) == "stone" and not tokens.is_word(at + 1)
    heavy = tokens.word(at + 1) in HEAVIER or tokens.is_number(at + 1)
    return not draft.scaled and (heavy or slimmer or weighed(line, draft))


def of_stuff(line: Line, at: int) -> bool:
    """Whether what stands behind pounds is heavy, or a stuff that is weighed: "heavier", "of saffron"."""
    tokens = line.tokens
    if tokens.word(at) in HEAVIER:
        return True
    stuff = tokens.word(at + 1)
    return tokens.word(at) == "of" and stuff.isalpha() and tokens.written(at + 1).islower() and stuff not in UNWEIGHED


def slimmed(line: Line, draft: Draft, at: int) -> bool:
    """Whether a body has lost or put on so many pounds, in a document without sums in sterling."""
    if "\u00a3" in line.about.folded or "sterling" in line.about.folded or line.tokens.word(at) in PRICED:
        return False
    before = line.tokens.low[max(0, draft.start - 3) : draft.start]
    return not CHANGED.isdisjoint(before) and (draft.low or LIGHT) < LIGHT
