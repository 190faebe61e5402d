"""What a bare count counts where nothing was counted before it: the things that the sentence before speaks of.

A newcomer's mistake: asking for the tree of that sentence. Sentences without a figure are not parsed; the words that
stand before a plural, or behind it, must do.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

OPENING = re.compile(
    r"^\W*(?:[A-Z][a-z]+ )?(?P<noun>[A-Za-z][a-z]{2,}s)"
    r" (?:are|were|have|had|will|would|can|could|must|may|came|went|stood|lay)\b"
)
TOLD = re.compile(
    r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|my|our|their|his|her|its|your|[Ss]everal|[Mm]any|[Ss]ome|[Aa]ll|other|more|no|few)"
    r" (?:[a-z-]+ )?(?P<noun>[a-z]{3,}s)\b(?! of| that| ago)"
)
OF_THEM = re.compile(r" of (?:them|these|those)\b")


def mentioned(spot: Spot) -> Attribute | None:
    """The plural that the sentence before tells of: "Passengers were left on the quay. Some 220 were put up in the
    school"."""
    leans = OF_THEM.match(spot.after()) or (spot.node is not None and spot.node.dep.startswith("nsubj"))
    if not leans or not spot.number or spot.mention.kind is not Kind.COUNT or spot.sentence.block.cells:
        return None
    part = spot.page.sentences[spot.number - 1]
    if part.block.cells or part.block.start != spot.sentence.block.start:
        return None
    told = spot.page.folded[part.start : part.end]
    for hit in (OPENING.search(told), *TOLD.finditer(told)):
        noun = hit["noun"].lower() if hit is not None else ""
        if noun and is_counted(noun):
            return Attribute(singular(noun), None, "ellipsis")
    return None


def is_counted(noun: str) -> bool:
    """Whether a word is a plural of things that can be counted."""
    one = singular(noun)
    return (
        one != noun
        and noun not in words()["levels.uncounted"]
        and one not in words().dimension
        and one not in words()["nouns.measures"]
    )
