"""Vetoes for results of contests: two runners, a heat and a final, a broken record and a later run, two ranks.

A newcomer's mistake: trusting figures that lie close. Two runners of one race finish within a breath of each other.
"""

from __future__ import annotations

import re

from registry.steps import values
from registry.steps.match.entities import Same, bare, compare, full_name, proper
from registry.steps.match.profile import Profile
from registry.steps.match.words import content, stems
from registry.steps.resolve import looks_personal

HEAT = re.compile(
    r"\b(?:semi-?finals?|quarter-?finals?|(?:opening |first |second |qualifying )heats?|heats|qualifying|qualifiers?"
    r"|preliminary|(?:first|second|opening) round|warm-up|training|practice)\b",
    re.I,
)
DECIDED = re.compile(
    r"\b(?:(?:gold|silver|bronze)(?: medal)?|medals?|titles?|champions?|crown|podium|(?<!semi-)(?<!semi)(?<!quarter-)"
    r"final|came (?:in )?(?:second|third|fourth|last)|won)\b",
    re.I,
)
FORMER = re.compile(
    r"\b(?:previous|former|old|existing|then|earlier) (?:[a-z0-9-]+ ){0,3}?(?:record|best|mark)s?\b[^.;]{0,30}$"
    r"|\b(?:record|best|mark)s? (?:before|until|till|up to) (?:that|then|now|this|today)\b[^.;\d]{0,20}$"
    r"|\b(?:smash|beat|br[eo]k|better|shatter|improv|lower|eclips|surpass)[a-z]* (?:on )?"
    r"(?:his|her|their|the|its|[a-z'’]+s) (?:own )?(?:[a-z0-9-]+ ){0,3}(?:record|best|mark)s?(?: time)?(?: of)?$",
    re.I,
)
# "the closest she came to her own record was" calls no record what follows.
RECORD = re.compile(r"(?<!own )(?<!to her )(?<!to his )(?<!to the )(?<!than the )\b(?:records?|bests?|marks?)\b", re.I)
CLOSEST = re.compile(r"\b(?:closest|nearest)\b[^.;]{0,40} to (?:[a-z'’]+ ){1,3}?(?:record|best|mark)\b")
NEW = re.compile(
    r"\b(?:new|(?:sw[au]m|r[au]n|rode|ridden|set|clocked|skied|rowed|skated) (?:an?|the|his|her))"
    r" (?:[a-z0-9-]+ ){0,3}(?:record|best|mark)\b"
)
MARK = re.compile(r"-? ?(?:mark|point|checkpoint|split|stage|post)\b")
SCORE = stems("score")
TIMES, RUN = ("time",), ("time", "length")
COPIED = 0.75
RANKS = ("rank", "ordinal")


def other_runner(left: Profile, right: Profile) -> str | None:
    """They are the times of two people."""
    if left.dimension not in TIMES or not left.subject or not right.subject or agrees(left, right):
        return None
    if not all(full_name(name) and looks_personal(name) for name in (left.subject, right.subject)):
        return None
    if compare(left.subject, right.subject) is not Same.NO:
        return None
    return f"one is of {left.subject}, one of {right.subject}"


def other_side(left: Profile, right: Profile) -> str | None:
    """One is the higher score of a game, the other the lower one."""
    both = {seen.attribute[:1] for seen in (left, right) if seen.attribute[1:] == SCORE}
    return "one is the score of who won, the other of who lost" if len(both) > 1 else None


def only_mark(left: Profile, right: Profile) -> str | None:
    """Only one is a mark on the way: "crossed the 40-kilometre mark"."""
    if left.dimension not in RUN:
        return None
    one, two = (bool(MARK.match(seen.frame[1])) for seen in (left, right))
    return "only one is a mark on the way" if one != two and not agrees(left, right) else None


def other_heat(left: Profile, right: Profile) -> str | None:
    """One comes from a heat or a semi-final, the other from what decided a title."""
    if left.dimension not in RUN or agrees(left, right):
        return None
    one, two = (bool(HEAT.search(told(seen))) for seen in (left, right))
    other = right if one else left
    return "only one comes from a heat" if one != two and DECIDED.search(told(other)) else None


def former_record(left: Profile, right: Profile) -> str | None:
    """One is the record that was broken, the other no record."""
    if agrees(left, right):
        return None
    near = [bool(CLOSEST.search(seen.frame[0])) for seen in (left, right)]
    if near[0] != near[1]:
        return "only one is how close a later one came to a record"
    one, two = (bool(FORMER.search(seen.frame[0])) for seen in (left, right))
    if one == two:
        return None
    other = right if one else left
    kept = RECORD.search(other.frame[0][-40:]) and not NEW.search(other.frame[0][-60:])
    return None if kept else "only one is an earlier record"


def other_rank(left: Profile, right: Profile) -> str | None:
    """Two ranks are of two things, in sentences that are not nearly the same."""
    if left.dimension not in RANKS or not left.subject or not right.subject or agrees(left, right):
        return None
    if len(left.sentence & right.sentence) >= COPIED * min(len(left.sentence), len(right.sentence)):
        return None
    if not all(content(seen.subject or "") <= seen.sentence for seen in (left, right)):
        return None  # what a sentence is about without naming it is no more than likely
    shared = bare(left.subject) & bare(right.subject)
    mine, theirs = (proper(name) - shared for name in (left.subject, right.subject))
    if compare(left.subject, right.subject) is Same.YES or not (mine and theirs):
        return None
    return f"one is the place of {left.subject}, the other of {right.subject}"


def agrees(left: Profile, right: Profile) -> bool:
    """Whether the two figures can both be true."""
    return bool(values.compare(left.value, right.value).meets)


def told(seen: Profile) -> str:
    """The words around a figure."""
    return f"{seen.frame[0]} {seen.frame[1]}"
