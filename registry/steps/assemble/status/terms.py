"""Terms that hold now though they end one day, and figures that are planned by the word beside them.

A newcomer's mistake: taking the end of a contract for a plan. "Her contract runs until 2031" is so today; what has been
set aside for a hall, "the planned ten" and what is two months away are to come.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Spot
from registry.steps.cues import cued

TERM = cued(
    r"\b(?:contracts?|leases?|tenanc(?:y|ies)|licen[cs]es?|terms?|agreements?|deals?|mandates?|permits?|concessions?|franchises?"
    r"|accreditations?|sponsorships?)\b[^.;:]{0,45}?\b(?:until|till|through|up to|to)(?: the)?(?: end of| start of"
    r"| summer of| (?:spring|summer|autumn|winter))? $",
    re.I,
)
MODAL = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|can|if|plans?|wants?|hopes?|extend(?:ed|ing)?|renew(?:ed)?)\b", re.I
)
BASE = re.compile(
    r"\bcompared (?:with|to) (?:the |only |just |about |some |around )?(?:current |present |existing )?$", re.I
)
OUTLOOK = re.compile(r"\b(?:previous|earlier|forecast|expected|planned|target|budgeted)\b", re.I)
RESERVED = cued(r"\b(?:set(?:s|ting)? aside|earmark(?:s|ed|ing)?|ring-?fenced)\b", re.I)
# "4 million has been set aside", "4 million that the council set aside", not "paid 4 million and has set aside a room"
RESERVED_BEHIND = re.compile(
    r"[^.;]{0,60}?\b(?:been|was|were|is|are|be|being|(?:that|which) [^.;,]{2,40})"
    r" (?:set aside|earmarked|ring-?fenced)\b|[^.;]{0,20}?,? (?:set aside|earmarked|ring-?fenced) (?:for|to)\b",
    re.I,
)
BOOKED = re.compile(r"\b(?:quarter|half-year|provisions?|charges?|lawsuits?|claims|results?)\b", re.I)
MEANT = re.compile(
    r"\b(?:the|its|their|his|her|a|of) (?:originally |initially )?(?:planned|scheduled|intended|projected) $", re.I
)
AWAY = re.compile(r" (?:away|from now|to go)\b(?! from\b)")
TO_BE = re.compile(r"\b(?:will|shall|is to|are to|is going to|are going to)\b")
GONE = re.compile(r"\b(?:was|were|had)\b", re.I)


def in_force(spot: Spot) -> bool:
    """Whether a date ends something that holds now, or a figure is what a plan is compared with."""
    before = spot.before()
    if spot.mention.kind is Kind.DATE:
        return TERM.search(before) is not None and MODAL.search(before) is None
    return BASE.search(before) is not None and OUTLOOK.search(before[-40:] + spot.after()[:30]) is None


def reserved(spot: Spot) -> bool:
    """Whether the words beside a figure make it planned."""
    before, after = spot.before(), spot.after()
    if MEANT.search(before) or (spot.is_time and AWAY.match(after) and not GONE.search(before)):
        return True
    laid = RESERVED.search(before) or RESERVED_BEHIND.match(after)
    if spot.is_money and laid and not BOOKED.search(spot.words):
        return ";" not in before
    return enumerated(spot)


def enumerated(spot: Spot) -> bool:
    """Whether a figure is listed behind the colon of what will be: "There will be 12 stalls: seven for fish, five"."""
    head, mark, listed = spot.before().rpartition(": ")
    if not mark or TO_BE.search(head) is None or not any(map(str.isdigit, head)) or '"' in head:
        return False
    last = spot.mention.start - len(listed)
    inside = spot.tree.within(last, spot.mention.start) if spot.tree else []
    return not any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in inside)
