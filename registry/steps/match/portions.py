"""What two figures are a part of: one of what the other counts, or two parts that exclude each other.

A newcomer's mistake: to part "the dead" from "dead in the region" by the word alone. A modifier excludes only another
of its own table.
"""

from __future__ import annotations

from registry.steps import values
from registry.steps.match import concepts
from registry.steps.match.profile import Profile
from registry.steps.match.saying import marked

BESIDE = 0.6
EXCLUSIVE = frozenset(("side", "sex", "pay", "sector", "size", "extreme", "certainty"))
SHARE = "share"


def opposed(one: tuple[str, str] | None, two: tuple[str, str] | None) -> bool:
    """Whether two modifiers are of one group and different."""
    return one is not None and two is not None and one[0] == two[0] and one[1] != two[1]


def part_of_it(left: Profile, right: Profile) -> str | None:
    """One is a part of what the other counts."""
    if bool(left.near.part) == bool(right.near.part) or values.compare(left.value, right.value).meets:
        return None
    if SHARE in left.core & right.core and left.heads == right.heads and left.modifiers == right.modifiers:
        return None  # "17 percent of all exports", "14 percent of exports"
    part, whole = (left, right) if left.near.part else (right, left)
    itself = part.dimension == "count" and not any(part.near.part)  # "690 of them"
    if itself and (part.core & whole.core or part.heads & whole.heads):
        return "one is a part of what the other counts"
    of = concepts.named(part.near.part)
    if part.acts & whole.acts and not of.concepts & whole.acts:
        return None  # "four of the 47 patients have died", "three patients have died"
    if of.concepts & whole.core or (set(of.rest) & whole.heads and not of.concepts):
        return f"one is a part of what the other counts ({marked(part.near.part)})"
    return None


def exclusive(seen: Profile) -> set[str]:
    """The words beside a figure of which one excludes another ("nationwide", "regional")."""
    table = concepts.default().modifiers
    near = {word for word, weight in seen.near.words if weight >= BESIDE} | seen.modifiers | set(seen.label.split())
    return {word for word in near if word in table and table[word][0] in EXCLUSIVE}


def opposed_nearby(left: Profile, right: Profile) -> str | None:
    """Words that exclude each other stand close to the two figures."""
    table = concepts.default().modifiers
    one, two = exclusive(left), exclusive(right)
    for word in sorted(one - two):
        for other in sorted(two - one):
            if opposed(table.get(word), table.get(other)):
                return f"“{table[word][1]}” is not “{table[other][1]}”"
    return None
