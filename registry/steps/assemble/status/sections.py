"""What a text sets out of what is to come below a heading or in a list: "What the bill provides", "Opening: May 2027".

A newcomer's mistake: asking for a verb of the future. A provision is told in the present ("Two inspectors examine it"),
a project in no tense at all ("Capacity: 900 tonnes"); that neither is there yet is said once, by the heading
or by the day on which work begins. What lies in the ground, and who builds, is there today.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.model.moment import Moment
from registry.model.span import BlockKind
from registry.steps.assemble.spot import Page, Spot, verb_of
from registry.steps.assemble.status.announcing import LAWS, TEXTS, is_past, things

FORESEEN = re.compile(
    r"^\W*(?:[1-9]\d?\.? )?(?:what|how) (?:the|this|its) (?:new |draft )?(?P<thing>[a-z]+)"
    r" (?P<verb>will|would|provides?|says?|foresees?|contains?|proposes?|means)\b",
    re.I,
)
AHEAD = frozenset({"will", "would"})
BEGINS = re.compile(
    r"^\W*(?:planned |expected |scheduled )?(?:start|beginning|commencement|completion|opening|commissioning"
    r"|construction|first [a-z]+)\b[^:\d]{0,40}: ",
    re.I,
)
PRESENT = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:resources?|reserves?|deposit|concession|licen[cs]e|site|area|owners?|ownership|shareholders?"
    r"|sales|revenues?|profits?|turnover|employees|staff|workforce|founded|population|inhabitants|distance|altitude"
    r"|elevation|location|consent|approv\w+|votes?|investors?|existing|current|today|already)\b",
    re.I,
)
GONE = re.compile(
    r"\b(?:so far|to date|already|spent|until now|today|currently|since|was|were|had|has|have been)\b", re.I
)
REACH = 40


def set_out(spot: Spot) -> bool:
    """Whether a figure belongs to what a heading or a list sets out of something that is to come."""
    if spot.mention.kind in (Kind.DATE, Kind.ORDINAL) or spot.page.abroad:
        return False
    return (is_provision(spot) or is_of_project(spot)) and GONE.search(spot.words) is None


def is_provision(spot: Spot) -> bool:
    """Whether a sentence stands below a heading that says what a bill provides, or what a thing will be."""
    heading = "" if spot.sentence.block.kind is BlockKind.HEADING else heading_of(spot.page, spot.number)
    asks = "hat " in heading or "ow " in heading
    found = FORESEEN.match(heading) if asks else None
    verb = verb_of(spot.node) if found else None
    if found is None or (verb is not None and is_past(verb)):
        return False
    known = things(spot.page)
    text = found["thing"].lower()
    return text in known or (found["verb"].lower() in AHEAD and text in LAWS | TEXTS)


def heading_of(page: Page, number: int) -> str:
    """The heading that a sentence stands below."""
    for before in range(number - 1, max(-1, number - REACH), -1):
        part = page.sentences[before]
        if part.block.kind is BlockKind.HEADING:
            return page.folded[part.start : part.end].strip()
    return ""


def is_of_project(spot: Spot) -> bool:
    """Whether an item without a verb stands in lists of which one tells on which coming day work begins."""
    if spot.sentence.block.kind is not BlockKind.ITEM or not begins(spot.page) or PRESENT.match(spot.words):
        return False
    tokens = spot.tree.tokens if spot.tree else ()
    return bool(tokens) and not any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in tokens)


def begins(page: Page) -> bool:
    """Whether an item of a list gives a coming day on which what the text is about begins."""
    if page.begins is None:
        known = page.source.published
        page.begins = known is not None and any(
            part.block.kind is BlockKind.ITEM
            and any(isinstance(one.value, Moment) and one.value.low > known for one in page.mentions[number][:REACH])
            and BEGINS.match(page.folded[part.start : part.end]) is not None
            for number, part in enumerate(page.sentences)
        )
    return page.begins
