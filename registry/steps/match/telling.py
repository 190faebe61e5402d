"""How much the words around two figures tell: rare words say more than common ones, and the verb more than its object.

A newcomer's mistake: counting shared words. "People" and "year" stand around half of all figures.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from registry.steps.fragments import TO_TWELVE
from registry.steps.match.about import concept_weights, kindred, one_thing
from registry.steps.match.figures import FEW, magnitude
from registry.steps.match.profile import Profile
from registry.steps.match.saying import SILENT, Said, marked
from registry.steps.match.words import content, rarity

CLOSE = 0.2
ENOUGH = 1.5
TOP = 400
SHOWN = 3
MISSED = 4
REPORTED = 3
LARGE = 3.5
OF = re.compile(
    rf"""\b(?:\d[\d,.]*|{TO_TWELVE}|\w+teen|\w+ty(?:-\w+)?
        |half|most|all|none|some|both|part|share|percent|per\ cent|%|thirds?|quarters?)
        \ (?:out\ )?of\ (?:(?:the|its|their|his|her|all|a|an|[\w-]+['’]s?)\ )*$  # four of the ..., half of all ...
    """,
    re.IGNORECASE | re.VERBOSE,
)


def own_words(seen: Profile) -> frozenset[str]:
    """The words that name what the document or its speaker is; they stand everywhere in it."""
    return content(seen.topic or "") | content(seen.title or "") | seen.voice


def rare_words(left: Profile, right: Profile) -> Said:
    """Both figures stand close to the same rare words."""
    shared = shared_words(left, right)
    if not shared:
        return SILENT
    best = sorted(shared, key=lambda word: (-shared[word], word))[:SHOWN]
    return Said(min(1.0, sum(shared.values()) / ENOUGH), f"the same words stand beside both: {marked(best)}")


def shared_words(left: Profile, right: Profile) -> dict[str, float]:
    """The words close to both figures beside those of the topics, by how rare and how close they are."""
    one, two = dict(left.near.words), dict(right.near.words)
    usual = own_words(left) | own_words(right) | left.figures | right.figures
    return {
        word: math.sqrt(one[word] * two[word]) * rarity(word) for word in one.keys() & two.keys() if word not in usual
    }


def few_of_nothing(left: Profile, right: Profile) -> Said:
    """Two counts of nothing that both name; any text has many small ones, and fewer large ones."""
    if left.dimension != "count" or left.value == right.value or one_thing(left, right):
        return SILENT
    kin = 0.5 if kindred(left.core, right.core) else 1.0  # "23 vehicles", "26 cars"
    small = kin * min(1.0, (LARGE - max(map(magnitude, (left.value, right.value)))) / (LARGE - FEW))
    told = "both are small numbers, and the texts count nothing by the same name" if small == 1 else ""
    return Said(small, told) if small > 0 else SILENT


def missed_words(left: Profile, right: Profile) -> Said:
    """Rare words stand close to one figure and nowhere in the other sentence."""
    lost = [missing(mine, other) for mine, other in ((left, right), (right, left))]
    if not any(lost):
        return SILENT
    best = sorted({**lost[0], **lost[1]}.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]
    weight = sum(sum(one.values()) for one in lost) / MISSED
    return Said(min(1.0, weight), f"only one has close by {marked(word for word, _ in best)}")


def missing(seen: Profile, other: Profile) -> dict[str, float]:
    """The words close to one figure that the other sentence does not have, by how rare and close they are."""
    known = other.sentence | own_words(seen) | other.modifiers | other.heads | content(other.subject or "") | seen.asked
    return {word: weight * rarity(word) for word, weight in seen.near.words if weight >= CLOSE and word not in known}


def unlike_heads(left: Profile, right: Profile) -> Said:
    """They count things that neither the words nor the concepts connect."""
    if not left.heads or not right.heads or left.heads & right.heads or left.named & right.named:
        return SILENT
    if kindred(left.named | left.core, right.named | right.core):
        return SILENT
    one, two = concept_weights(left), concept_weights(right)
    known = left.heads & right.sentence or right.heads & left.sentence or left.core & right.core
    known = known or left.named & two.keys() or right.named & one.keys()
    rare = min(rarity(min(left.heads)), rarity(min(right.heads)))
    return (
        SILENT if known else Said(0.4 + 0.6 * rare, f"one counts {marked(left.heads)}, the other {marked(right.heads)}")
    )


def same_verb(left: Profile, right: Profile) -> Said:
    """The same verb is said of both."""
    if not left.verb or left.verb != right.verb:
        return SILENT
    return Said(0.3 + 0.7 * rarity(left.verb), f"both texts use the word ‹{left.verb}›")


def other_verb(left: Profile, right: Profile) -> Said:
    """Different verbs are said of the two."""
    if not left.verb or not right.verb or left.verb == right.verb:
        return SILENT
    if left.verb in right.sentence or right.verb in left.sentence:
        return SILENT
    return Said(min(rarity(left.verb), rarity(right.verb)), f"one text says ‹{left.verb}›, the other ‹{right.verb}›")


def one_whole(left: Profile, right: Profile) -> Said:
    """One figure is the whole of which another is a part ("four of 11")."""
    one, two = whole(left.frame[0]), whole(right.frame[0])
    return Said(1.0, "only one is a total that a part is taken of") if one != two else SILENT


def both_whole(left: Profile, right: Profile) -> Said:
    """Both figures are wholes of which others are parts."""
    one, two = whole(left.frame[0]), whole(right.frame[0])
    return Said(1.0, "both are totals that a part is taken of") if one and two else SILENT


@lru_cache(maxsize=20_000)
def whole(before: str) -> bool:
    """Whether the words before a figure take a part of it."""
    return OF.search(f"{before} ") is not None


def both_lead(left: Profile, right: Profile) -> Said:
    """Both figures stand at the head of their documents."""
    if left.document == right.document:
        return SILENT
    depth = max(left.sentence_start, right.sentence_start)
    return Said(1.0 - depth / TOP, "both stand at the top of their documents") if depth < TOP else SILENT


def one_other_day(left: Profile, right: Profile) -> Said:
    """A day stands close to one figure that is neither told nor lived by the other document."""
    for mine, other in ((left, right), (right, left)):
        for day in mine.near.close_days:
            if day in other.near.days or near_day(day, mine) or near_day(day, other):
                continue
            return Said(1.0, "only one is given with that day")
    return SILENT


def near_day(day: str, seen: Profile) -> bool:
    """Whether a day of the year is about the day of a document."""
    if seen.day is None:
        return False
    month, date = map(int, day.split("-"))
    return abs((month - seen.day.month) * 30 + date - seen.day.day) % 360 <= REPORTED


def one_close_year(left: Profile, right: Profile) -> Said:
    """A year stands close to one figure that the other sentence and its document are not from."""
    for mine, other in ((left, right), (right, left)):
        known = other.near.years | {str(seen.day.year) for seen in (mine, other) if seen.day}
        if mine.near.close_years - known:
            return Said(1.0, f"only one is given with the year {', '.join(sorted(mine.near.close_years - known))}")
    return SILENT
