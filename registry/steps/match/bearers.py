"""Whose of two figures of one sentence a figure is, where the name stands beside it: "she polled 4,120 votes and Mr Orr
3,980", "4,120 votes against 3,980 for Ida Orr".

A newcomer's mistake: the subject of the verb. The second figure of such a sentence has its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from registry.model.assertion import Claim, Kind

TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Sen|Rep|Judge)\.? )?"
NAME = r"(?P<who>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})"
# "..., and Mr Orr 3,980"
SECOND = re.compile(rf"\d[^.;]*?(?:,|;| and| while| but| against| to)(?: the)? {TITLE}{NAME},? (?:(?:on|with|had) )?$")
# "3,980 for the Liberal Ida Orr"
BEHIND = re.compile(rf"^ (?:[a-z]+ )?for (?:the [A-Z][\w-]+ )?{TITLE}{NAME}")
FIRST = re.compile(
    rf"^\W*{TITLE}{NAME}(?:, [^,\d]{{3,60}},)? (?:[a-z]+ly )?"
    r"(?:polled|received|won|got|took|secured|scored|had|has|earned|gained|ran|threw|jumped|finished (?:with|on)"
    r"|ended (?:with|on)) (?:(?:about|some|only|just) )?$"
)
REACH = 200  # how far the figure of the other one may stand, in characters
COUNTED = frozenset((Kind.COUNT, Kind.PERCENT, Kind.MONEY, Kind.MEASURE))


class Bearer(NamedTuple):
    """Whose figure it is, and whether it is the second one of its sentence, which the verb does not name."""

    name: str = ""
    second: bool = False


def bearer(claim: Claim) -> Bearer:
    """Whose figure a claim is by the name beside it; nobody's where none stands there."""
    if claim.assertion.kind not in COUNTED:
        return Bearer()
    line, start = claim.sentence.exact, max(0, claim.span.start - claim.sentence.start)
    before, after = (
        " ".join(f"{line[:start]}|".split())[:-1],
        " ".join(f"|{line[start + len(claim.span.exact) :]}".split())[1:],
    )
    if second := SECOND.search(before, max(0, len(before) - REACH)):
        return Bearer(second["who"], second=True)
    if first := FIRST.search(before):
        return Bearer(first["who"])
    behind = BEHIND.match(after)
    return Bearer(behind["who"], second=True) if behind and re.search(r"\d", before) else Bearer()
