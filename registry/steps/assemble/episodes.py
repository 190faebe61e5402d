"""Which of several of a kind a paragraph is about, where it opens with it: "The second expedition lasted 19 days. ...
The cost was 31 million."

A newcomer's mistake: the sentence alone. Those behind the opening one do not say "second" again.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.steps.assemble.spot import Spot

NAMES = re.compile(r"\b[Tt]he (?:second|third|fourth|fifth|sixth) [a-z]")
OPENS = re.compile(
    r"^\W*(?:\d+[.)] )?(?:[Ii]n |[Dd]uring |[Ff]or )?[Tt]he (?P<which>second|third|fourth|fifth|sixth) "
    r"(?P<what>expedition|season|campaign|dig|excavation|mission|voyage|survey|study|trial|inquiry|strike|edition|wave|tour"
    r"|cruise|census|round|phase)\b(?! (?:of|in) (?:the|a|\d))"
)
NEARBY = 4


def episode(spot: Spot) -> str:
    """The one that the paragraph of a figure opens with, in words; "" where it opens with none."""
    parts, folded = spot.page.sentences, spot.page.folded
    if not named(folded):
        return ""
    for number in range(spot.number, max(-1, spot.number - NEARBY - 1), -1):
        found = OPENS.match(folded[parts[number].start : parts[number].end])
        if found:
            return f"{found['which']} {found['what']}"
        if number == 0 or "\n" in folded[parts[number - 1].end : parts[number].start]:
            break
    return ""


@lru_cache(maxsize=8)
def named(text: str) -> bool:
    """Whether a text names the second or a later one of anything; most do not, and are not looked through again."""
    return NAMES.search(text) is not None
