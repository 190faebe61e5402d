"""A veto for two measures of a thing: how high it is is not how long it is, nor how fast it went how fast it may.

A newcomer's mistake: asking what the measures are called. A writer's "height of the column" may be its length; but who
says "high" behind one figure and "long" behind the other means two.
"""

from __future__ import annotations

import re

from registry.steps.match.profile import Profile

LIMIT = "speed_limit"
BEHIND = re.compile(
    r"^[ -]?(?:(?P<height>high|tall|above sea level)|(?P<length>long|in length)|(?P<width>wide|broad|across|in width"
    r"|in diameter)|(?P<depth>deep|below the surface|underground)|(?P<thickness>thick)|(?P<distance>away|from))\b"
)


SPACED = re.compile(r"^ ?apart\b")
SPACING = re.compile(r"\b(?:spac(?:ed|ing)|intervals?|at every)\b[^.;:\d]{0,30}$")


def other_extent(left: Profile, right: Profile) -> str | None:
    """One says how high, the other how long, wide or deep something is; or only one is how fast one may go."""
    if left.dimension == right.dimension == "speed" and (LIMIT in left.things) != (LIMIT in right.things):
        return "only one is a speed limit"
    if left.dimension != "length" or right.dimension != "length":
        return None
    if is_spacing(left) != is_spacing(right):
        return "only one is how far things of a sort stand apart"
    one, two = (BEHIND.match(seen.frame[1]) for seen in (left, right))
    if one is None or two is None or one.lastgroup == two.lastgroup:
        return None
    return f"one is a {one.lastgroup}, the other a {two.lastgroup}"


def is_spacing(seen: Profile) -> bool:
    """Whether a length says how far things of a sort stand from each other: "masts 30 miles apart"."""
    return bool(SPACED.match(seen.frame[1]) or SPACING.search(seen.frame[0]))
