"""Sentences beside the matter of a text: to its reader, of its paper, of things that nothing else in it speaks of.

How likely that is comes from the features of `cohesion.py` with weights that a file holds; only what no pattern and no
likeness of short lines knows is asked about.

A newcomer's mistake: asking about titles, rows and what stands in the midst of running text. What speaks of the matter
often shares no word with the rest, so only the edges are asked about, and sentences that address somebody.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from registry.model.span import Block, BlockKind, Sentence
from registry.steps.fragments import TO_TWELVE
from registry.steps.segment.cohesion import LABEL, PERSONS, features, first_word
from registry.steps.segment.likeness import DATA, FORMS, LEADERS, SPEC, WORD, chance, is_of_trade, lists
from registry.steps.segment.page import TITLE, Page, Place

SURE, TOLD = 0.8, 0.96  # what a whole sentence tells is not given up lightly
FIGURE = re.compile(
    rf"\d|\b(?:{TO_TWELVE}|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|hundreds?|thousands?|millions?|dozens?|half|third|quarter|first|second|once|twice|none|no)\b",
    re.IGNORECASE,
)
SPEAKS_OUT = frozenset({"you", "we", "itself", "asks first", "mail or address", "phone"})
OF_SOMEBODY = re.compile(r"[\"“'(]*(?:He|She|They|It|His|Her|Their|Its)\b")
FACT = re.compile(
    r"\W*(?:status|[\w ]+: [\w ]+: [\d.,]+ |as (?:of|at)|period|dated?|decided|signed|adopted|opened|founded"
    r"|start(?:ed)?|end(?:ed)?|built|born|died|total|an earlier version|corrections?|clarification"
    r"|updated?|vote|result|notes? (?:to|for) editors(?!.*(?:@|\d{3}[ -]\d{3})))\b",
    re.I,
)
ASKED_NOT = frozenset({BlockKind.ROW, BlockKind.CAPTION, BlockKind.QUOTE, BlockKind.FURNITURE})
ADDRESSED = frozenset({"mail or address", "code", "bars"})
SIGNS = frozenset({"clock", "code", "bars", "sign", "hours", "near furniture 2"})
LONGEST = 400


def marked(text: str, blocks: Sequence[Block], parts: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, those beside the matter in a block of furniture."""
    page = Page(text, blocks, parts)
    return [
        replace(place.part, block=replace(place.part.block, kind=BlockKind.FURNITURE))
        if is_beside(page, place)
        else place.part
        for place in page.places
    ]


def is_beside(page: Page, place: Place) -> bool:
    """Whether a sentence with a figure most likely stands beside the matter."""
    if not page.running or not is_open(page, place):
        return False
    found = features(page, place)
    return is_asked(page, place, found) and chance(found, weights()) >= needed(place.line, found)


def is_open(page: Page, place: Place) -> bool:
    """Whether a sentence has a figure, and its place and form do not settle that it belongs to the text."""
    line, kind = place.line, place.part.block.kind
    if kind in ASKED_NOT or len(line) > LONGEST or FIGURE.search(line) is None or broken(line) or page.is_turn(place):
        return False
    inside = page.zone(place.block) in ("text first", "text in") or page.is_answer(place)
    return not inside or addresses(line)


def needed(line: str, found: frozenset[str]) -> float:
    """How sure one must be: more of a whole sentence of the text that addresses nobody."""
    whole = line.rstrip('"”’)').endswith((".", "?", "!")) and len(WORD.findall(line)) > TITLE
    return TOLD if whole and "near furniture 2" not in found and not addresses(line) else SURE


def addresses(line: str) -> bool:
    """Whether a sentence in running text speaks to somebody or of its paper, or gives an address."""
    out = any(PERSONS[name].search(line) for name in ("you", "we", "itself"))
    out = out or any(FORMS[name].search(line) for name in ("mail or address", "phone"))
    return out or first_word(line) in lists()["asks"]


def broken(line: str) -> bool:
    """Whether a line is a piece of a longer one or of a table, a labelled fact, or of somebody named before."""
    piece = "\n" in line or line.endswith((";", ",")) or LEADERS.search(line) is not None
    return piece or FACT.match(line) is not None or OF_SOMEBODY.match(line) is not None


def is_asked(page: Page, place: Place, found: frozenset[str]) -> bool:
    """Whether a sentence may be beside the matter: no title, no line of facts, nothing that tells in running text."""
    line, zone = place.line, page.zone(place.block)
    words = WORD.findall(line)
    titled = len(words) > TITLE and (line.isupper() or any(word.islower() and len(word) > TITLE for word in words))
    small = line[:1].islower() and ADDRESSED.isdisjoint(found)
    below = zone == "head" and page.heads[:1] < [place.block]  # a line below a title may be the desk's
    titles = "title" in found or (titled and "heading" in found and "after text" in found)
    if small or (titles and not below):
        return False
    fact = SPEC.fullmatch(line.rstrip(".")) and not is_of_trade(line) and (":" in line or "fresh 0" in found)
    if "fresh 0" in found and SIGNS.isdisjoint(found):
        fact = fact or LABEL.match(line) is not None or ("kind item" in found and len(words) < TITLE)
    if fact:
        return False
    if ("i" in found and "you" not in found) or ("question" in found and SPEAKS_OUT.isdisjoint(found)):
        return False
    bare = "fresh 0" in found and (SIGNS.isdisjoint(found) or (titled and "heading" in found))
    if zone == "head" and bare and (len(words) > TITLE or (below and "title" in found and SIGNS.isdisjoint(found))):
        return False
    return not zone.startswith("text") or zone == "text last" or not SPEAKS_OUT.isdisjoint(found)


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The weight of each feature, as fitted."""
    found: dict[str, float] = json.loads((DATA / "beside.json").read_text(encoding="utf-8"))
    return found
