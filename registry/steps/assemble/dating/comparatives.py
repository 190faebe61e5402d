"""The figure of an earlier time that accounts give in brackets behind that of now: "58 million (2024: 52 million)".

A newcomer's mistake: any bracket. "62 m (203 ft)" converts, "40 boats (12 of them lost)" counts a part.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind, Mention
from registry.model.moment import Moment
from registry.model.span import BlockKind
from registry.steps import values
from registry.steps.assemble.dating.headings import period_in
from registry.steps.assemble.spot import Spot
from registry.steps.cues import cued

REACH = 60
TOLD = cued(  # "58 million (first half of 2024: 52 million)"
    r"\((?P<when>[^():;]{2,40}?):\s*(?:(?:an? )?[a-z]+ of )?$"
)
PRIOR = re.compile(
    r"\b(?:prior|previous|preceding|last)[ -]?(?:year|period|quarter|month)\b|\byear (?:ago|earlier)\b", re.I
)
LINES = (BlockKind.ITEM, BlockKind.ROW)


def compared(spot: Spot) -> str | None:
    """What the bracket around a figure says of when it held, where it only compares; "" where it says nothing."""
    if spot.mention.kind is Kind.DATE:
        return None
    before = spot.before()[-REACH:]
    if "(" in before and (told := TOLD.search(before)):
        when = told["when"]
        return when if behind_figure(spot, before[: told.start()]) and is_past(spot, when) else None
    alone = before.endswith("(") and spot.after().startswith(")") and spot.sentence.block.kind in LINES
    return "" if alone and repeats(spot) else None


def behind_figure(spot: Spot, before: str) -> bool:
    """Whether a bracket stands right behind another figure of the sentence."""
    end = spot.mention.start - (len(spot.before()) - spot.before().rfind("("))
    return before.endswith(" ") and any(one.end == end - 1 for one in spot.page.mentions[spot.number])


def is_past(spot: Spot, when: str) -> bool:
    """Whether words name an earlier time."""
    if PRIOR.search(when):
        return True
    period, known = period_in(when), spot.page.source.published
    return period is not None and (known is None or period.high.year < known.year or period.high < known)


def repeats(spot: Spot) -> bool:
    """Whether a figure alone in brackets is of the sort of the one before it, and no conversion of it."""
    last = next((one for one in reversed(spot.page.mentions[spot.number]) if one.end == spot.mention.start - 2), None)
    return last is not None and alike(last, spot.mention)


def alike(one: Mention, two: Mention) -> bool:
    """Whether two figures are of one unit and differ."""
    if isinstance(one.value, Moment) or isinstance(two.value, Moment) or one.kind is not two.kind:
        return False
    units = {getattr(each.value, "unit", None) for each in (one, two)}
    return len(units) == 1 and values.compare(one.value, two.value).meets is False
