"""Labels before figures without a colon: "Yes 1,617 46.3%", "No 53.7% Yes 46.3% Turnout 71.2%".

A newcomer's mistake: the next noun to the right. Where a line opens with a label, each figure belongs to the label
before it.
"""

from __future__ import annotations

import re

from registry.steps.assemble.attribute.labels import shared, titled
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import common_nouns

FIGURE = r"[£$€~]?\d[\d,.]*(?: ?%| per ?cent| million| billion)?"
LABEL = r"[A-Z][A-Za-z'’/-]*(?: (?:or |and |of )?[a-z/-]{2,}){0,3}"
CHAIN = re.compile(rf"\W*(?:{LABEL} {FIGURE}[,;]? )*(?P<label>{LABEL}) $")
ROW = re.compile(rf"\W*(?P<label>{LABEL}) (?:{FIGURE} )$")
FINITE = ("VBZ", "VBD", "VBP", "MD")
GOES_ON = re.compile(rf"^(?:[,;]? {LABEL} {FIGURE}| {FIGURE}\W*$)")
LONGEST = 120
SIDES = frozenset({"yes", "no", "for", "against", "leave", "remain", "aye", "ayes", "nay", "noes", "abstained"})


def chained(spot: Spot) -> Attribute | None:
    """What the label before a figure says, where labels and figures follow each other without a colon."""
    before = spot.before()
    if len(before) > LONGEST or not before.endswith(" "):
        return None
    hit = CHAIN.fullmatch(before)
    row = ROW.fullmatch(before) if hit is None else None
    many = row is not None or any(sign.isdigit() for sign in before) or GOES_ON.match(spot.after())
    hit = hit or row
    if hit is None or not many or tells(spot):
        return None
    label = hit["label"].lower()
    if label in SIDES:
        return Attribute(f"{label} vote", None, "label")
    if not {singular(word) for word in re.split(r"[ /]", label)} & (common_nouns() | {"turnout", "total"}):
        return None
    return Attribute(shared(titled(label), label, spot.mention.kind), None, "label")


def tells(spot: Spot) -> bool:
    """Whether a verb stands right before the figure of a whole sentence: "Set up in 1960, Norwind employs 300."."""
    verb = spot.tree.before_place(spot.mention.start) if spot.tree else None
    return verb is not None and verb.tag in FINITE and spot.words.rstrip().endswith((".", "!", '"'))
