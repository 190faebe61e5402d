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

FEWEST, LONGEST, OPENING, NEAR = 3, 400, 600, 24
SAYS_SO = re.compile(r"\b(?:interview(?:ed)?|q ?& ?a|in conversation|questions? (?:to|for))\b", re.I)
ASKER = re.compile(
    r"\b(?:[Ii]nterview(?:er|ed by| by)?|[Tt]ext|[Ww]ords|[Qq]uestions(?: by)?|[Pp]hotos?|[Bb]y)(?: by)?:? $"
)
ADDRESSED = re.compile(
    r"(?:And |So |But )?(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|President|Minister|Mayor|Chancellor|Herr|Frau)\.? "
    r"(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?), "
)
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


def interviewed(page: Page) -> tuple[str, list[Passage], list[Passage]]:
    """Who answers the questions of an interview, the passages in which that is done, and those that ask; none where it
    is none."""
    often = 0 if page.turns else page.folded.count("?\n")
    found = passages(page) if often >= FEWEST - 1 else []
    told = SAYS_SO.search(f"{page.source.title or ''}\n{page.folded[:OPENING]}") is not None
    told = told or any(one.asks and ADDRESSED.match(one.words) for one in found)
    fewest = FEWEST - told
    if often < fewest:
        return "", [], []
    first = next((at for at, one in enumerate(found) if one.asks), len(found))
    asked, answers = parted(found[first:], sure=told)
    own = sum(OWN.search(one.words) is not None for one in answers)
    if min(len(asked), len(answers)) < fewest or 3 * own < len(answers):
        return "", [], []
    named = addressed(page, asked) or person(page, found[first].first)
    who = named if any(YOU.search(one.words) for one in asked) else None
    return (who, answers, asked) if who else ("", [], [])


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


def addressed(page: Page, asked: list[Passage]) -> str | None:
    """Whom a question addresses by name: "Mr Ruiz, how bad was it?"."""
    hits = (ADDRESSED.match(one.words) for one in asked)
    names = (page.story.expand(hit["who"]) for hit in hits if hit is not None)
    return next((name for name in names if looks_personal(name)), None)


def parted(found: list[Passage], *, sure: bool) -> tuple[list[Passage], list[Passage]]:
    """The questions and the answers; where they take turns, every other passage is one, though it be no question."""
    asked, told = found[::2], found[1::2]
    turned = not any(one.asks and one.words.count(" ") < 20 for one in told)
    put = sum(puts(one) if sure else one.asks for one in asked)
    if turned and 2 * put + 2 * sure > len(asked):
        return asked, told
    spoken = [one for one in found if not one.asks and not NOTE.match(one.words)]
    return [one for one in found if one.asks], spoken


def puts(one: Passage) -> bool:
    """Whether a passage asks, or tells whom it speaks to what is said of them: "You stood here and promised it."."""
    return one.asks or (YOU.search(one.words) is not None and OWN.search(one.words) is None)


def person(page: Page, number: int) -> str | None:
    """Whom the title or the lines above the first question, or turn, say is heard; else the only person named there."""
    top = page.folded[: page.sentences[number].start]
    lines = [page.source.title or "", *(line.strip() for line in top.split("\n") if line.strip())]
    for pattern in TITLES:
        for line in lines:
            hit = pattern.search(line)
            if hit is not None and looks_personal(name := page.story.expand(hit["who"])):
                return name
    paper = (page.source.publisher or "").removeprefix("The ")
    people = ((place, name) for place, name in page.story.people if place < len(top) and name != paper)
    names = {name for place, name in people if not ASKER.search(top, max(0, place - NEAR), place)}
    return names.pop() if len(names) == 1 else None
