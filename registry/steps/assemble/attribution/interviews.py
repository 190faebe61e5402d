"""Who answers in an interview whose lines name nobody: paragraphs of questions, and between them what one person says.

A newcomer's mistake: every page of questions. A page of advice asks "How do I apply?" and no person answers; an
interview asks "you", is answered in "I" or "we", and names above its first question who is heard.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from registry.model.span import BlockKind
from registry.steps.assemble.spot import Page
from registry.steps.resolve import looks_personal

FEWEST, LONGEST = 3, 400
KINDS = (BlockKind.HEADING, BlockKind.PROSE, BlockKind.QUOTE)
YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.I)
OWN = re.compile(r"\b(?:I|we|my|our|me|us)\b|\b(?:I|we)'", re.I)
NOTE = re.compile(
    r"[(\[*_]|(?:The|This|Our) (?:interview|conversation|talk)\b|Interview(?:ed by|er)?\b|Questions? by\b|Read more\b"
)
NAME = r"(?P<who>[A-Z][\w'-]+(?: (?:[A-Z][\w'-]+|van|von|de|der|di|al|bin|da)){0,3} [A-Z][\w'-]+)"
TITLES = (
    re.compile(rf"^\W*{NAME}: [\"'“‘]"),  # Ana Ruiz: "We will rebuild it"
    re.compile(
        rf"[\"'”’][,:]? (?:says |said )?{NAME}(?: (?:on|about|tells|says|explains)\b|\s*$)"
    ),  # "...": Ana Ruiz on the bridge
    re.compile(
        rf"\b(?i:interview|q ?& ?a|talk|conversation|questions?)(?: with| for| to|:) (?:[\w'-]+ ){{0,4}}?{NAME}"
    ),
)


class Passage(NamedTuple):
    """A block of a page: its first sentence and the one after its last, and its words."""

    first: int
    end: int
    words: str

    @property
    def asks(self) -> bool:
        """Whether a passage is a question."""
        return self.words.endswith("?") and len(self.words) < LONGEST and not self.words.startswith('"')


def interviewed(page: Page) -> tuple[str, list[Passage]]:
    """Who answers the questions of an interview, and the passages in which that is done; none where it is none."""
    found = passages(page) if not page.turns and page.folded.count("?\n") >= FEWEST else []
    first = next((at for at, one in enumerate(found) if one.asks), len(found))
    asked, answers = parted(found[first:])
    own = sum(OWN.search(one.words) is not None for one in answers)
    if min(len(asked), len(answers)) < FEWEST or 3 * own < len(answers):
        return "", []
    who = person(page, found[first].first) if any(YOU.search(one.words) for one in asked) else None
    return (who, answers) if who else ("", [])


def passages(page: Page) -> list[Passage]:
    """The blocks of a page that are its text."""
    found: list[Passage] = []
    at = 0
    while at < len(page.sentences):
        block, end = page.sentences[at].block, at + 1
        while end < len(page.sentences) and page.sentences[end].block is block:
            end += 1
        words = page.folded[page.sentences[at].start : page.sentences[end - 1].end].strip()
        if block.kind in KINDS:
            found.append(Passage(at, end, words))
        at = end
    return found


def parted(found: list[Passage]) -> tuple[list[Passage], list[Passage]]:
    """The questions and the answers; where they take turns, every other passage is one, though it be no question."""
    asked, told = found[::2], found[1::2]
    turned = not any(one.asks and one.words.count(" ") < 20 for one in told)
    if turned and 2 * sum(one.asks for one in asked) > len(asked):
        return asked, told
    spoken = [one for one in found if not one.asks and not NOTE.match(one.words)]
    return [one for one in found if one.asks], spoken


def person(page: Page, number: int) -> str | None:
    """Whom the title or the lines above the first question say is heard; else the only person named there."""
    top = page.folded[: page.sentences[number].start]
    lines = [page.source.title or "", *(line.strip() for line in top.split("\n") if line.strip())]
    for pattern in TITLES:
        for line in lines:
            hit = pattern.search(line)
            if hit is not None and looks_personal(name := page.story.expand(hit["who"])):
                return name
    names = {name for place, name in page.story.people if place < len(top)}
    return names.pop() if len(names) == 1 else None
