"""Where a sentence stands on its page, whom it speaks to, and what it shares with the running text: named features.

A newcomer's mistake: counting every word of papers, shops and sites. A text about a strike at a paper is full of them;
they tell something only where the rest of the text has them not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from registry.model.span import BlockKind
from registry.steps.segment.likeness import CLOSERS, FORMS, NUMBER, WORD, lists, plain, table
from registry.steps.segment.page import Page, Place, names_of, stem_of, stems_of

PERSONS: dict[str, re.Pattern[str]] = {
    "you": re.compile(r"\b(?:you|yours?|you['’](?:ve|re|ll))\b", re.I),
    "we": re.compile(r"\b(?:(?!US\b)(?i:we|us|ours?|we['’](?:re|ve)))\b"),  # not the country
    "i": re.compile(r"\b(?:I|I['’](?:m|ve)|me|my)\b"),
    "said": re.compile(r"\b(?:said|says?|told|according|reported|announced|added|estimates?|expects?)\b"),
    "itself": re.compile(
        r"\b(?:this|our|the) (?:page|article|story|site|website|newsletter|podcast|episode|app|blog|post|issue|edition"
        r"|bulletin|text|release|leaflet|document|letter|column|show|series|channel|map|list)\b",
        re.I,
    ),
}
OTHERWISE = frozenset({"you", "i", "quote", "question"})  # forms that are told by the persons, or that say nothing here
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|says?|said|rose|fell|took"
    r"|makes?|made|became|gave|gives?|came|comes?|went|goes|won|lost|began|found|put|paid|pays|led|held|holds?|kept|sold"
    r"|bought|saw|told|costs?|stands?|stood|\w{3,}ed)\b"
)
PAST = re.compile(
    r"\b(?:was|were|had|said|rose|fell|took|made|became|gave|came|went|won|lost|began|found|put|paid|led|held|kept|sold"
    r"|bought|saw|told|cost|\w{3,}ed)\b"
)
PRESENT = re.compile(r"\b(?:is|are|has|have|do|can|may|must|apply|\w{3,}s)\b")
GOES_ON = re.compile(
    r"[\"“'(]*(?:The|It|Its|He|His|She|Her|They|Their|But|And|In|On|At|By|Of|Among|After|Before|Since|About|Some|Another"
    r"|Both|One|That|These|Those|This|Each|Only|There|More)\b"
)
LABEL = re.compile(r"[A-Z][\w' ]{1,24}:\s")
QUOTES = re.compile(r"[\"“”«»]")
LENGTHS = (2, 4, 7, 11, 16, 24, 32)
THIRDS = (0.01, 0.34, 0.67)
PARTS = (0.01, 0.2, 0.34, 0.5, 0.75)


def features(page: Page, place: Place) -> frozenset[str]:
    """The named features of a sentence."""
    line, zone = place.line, page.zone(place.block)[:4]
    words = WORD.findall(line)
    return frozenset(
        {
            *of_place(page, place),
            *of_matter(page, place, zone, words),
            *of_persons(line, zone, words),
            *of_form(line, zone, words),
        }
    )


def of_place(page: Page, place: Place) -> Iterator[str]:
    """Where a sentence stands and what stands beside it."""
    at, blocks = place.block, page.blocks
    kind = blocks[at].kind
    yield f"kind {BlockKind.PROSE if kind is BlockKind.FURNITURE else kind}"
    if kind is BlockKind.HEADING:
        yield "heading"
        if page.zone(at) == "head":
            yield "title" if at >= page.title else "above title"
    yield f"zone {page.zone(at)}"
    yield f"top {min(at, 3)}"
    yield f"end {min(len(blocks) - 1 - at, 4)}"
    yield f"before {page.sort(at - 1)}"
    yield f"after {page.sort(at + 1)}"
    mates = page.mates[at]
    yield f"sentences {min(len(mates), 4)}"
    yield "alone" if len(mates) == 1 else "opens" if place.number == 0 else "closes" if place is mates[-1] else "inside"
    if any(mate.part.block.kind is BlockKind.FURNITURE for mate in mates if mate is not place):
        yield "beside furniture"
    near = [blocks[n] for n in (at - 2, at - 1, at + 1, at + 2) if 0 <= n < len(blocks)]
    yield f"near furniture {min(2, sum(block.kind is BlockKind.FURNITURE for block in near))}"


def of_matter(page: Page, place: Place, zone: str, words: Sequence[str]) -> Iterator[str]:
    """What a sentence shares with the running text, and which words of the trade it has that the text has not."""
    at, stems = place.block, stems_of(place.line)
    shared = sum(page.has(stem, at) for stem in stems)
    part = grade(shared / len(stems), PARTS) if stems else "none"
    yield from (f"shares {part}", f"{zone} shares {part}", f"shared {min(shared, 4)}")
    again = sum(page.wide[stem] > 1 for stem in stems)
    yield f"again {grade(again / len(stems), THIRDS) if stems else 'none'}"
    names = names_of(place.line)
    yield f"names {min(2, sum(page.has(name, at) for name in names))}"
    if any(name in page.margin and name not in page.core for name in names):
        yield "name of furniture"
    whole = page.held[at]
    held = sum(page.has(stem, at) for stem in whole)
    yield f"{zone} block shares {grade(held / len(whole), PARTS[:4]) if whole else 'none'}"
    low = [word.lower() for word in words]
    for name, trade in fields().items():
        if hits := sum(word in trade and not page.has(stem_of(word), at) for word in low):
            yield f"{name} {min(hits, 2)}"
    for name, trade in lists().items():
        if hits := sum(map(trade.__contains__, low)):
            yield f"{name} {min(hits, 2)}"
    fresh = sum(word in trades() and not page.has(stem_of(word), at) for word in low)
    yield from (f"fresh {min(fresh, 4)}", f"{zone} fresh {min(fresh, 3)}", f"fresh {min(fresh, 2)} shares {part}")
    yield f"dense trade {min(4, int(8 * fresh / max(1, len(low))))}"
    yield f"fresh {min(fresh, 2)} past {PAST.search(place.line) is not None:d} stop {stops(place.line):d}"


def of_persons(line: str, zone: str, words: Sequence[str]) -> Iterator[str]:
    """Whom a sentence speaks to and of."""
    said = [name for name, pattern in PERSONS.items() if pattern.search(line)]
    yield from said
    yield from (f"{zone} {name}" for name in said)
    if QUOTES.search(line):
        yield "quote"
        if not {"you", "we", "i"}.isdisjoint(said):
            yield "quoted person"
    if first_word(line) in lists()["asks"]:
        yield from ("asks first", f"{zone} asks first")
    if GOES_ON.match(line):
        yield "goes on"
    if line.rstrip(CLOSERS).endswith("?"):
        yield "question"
    if line.endswith("!"):
        yield "shout"


def of_form(line: str, zone: str, words: Sequence[str]) -> Iterator[str]:
    """Signs, tense and shape."""
    past, stop = PAST.search(line) is not None, stops(line)
    form = f"finite {FINITE.search(line) is not None:d} stop {stop:d}"
    yield from (form, f"{zone} {form}")
    if past:
        yield from ("past", f"{zone} past")
    elif PRESENT.search(line):
        yield f"{zone} present"
    if LABEL.match(line):
        yield f"{zone} label"
    yield f"words {grade(len(words), LENGTHS)}"
    numbers = len(NUMBER.findall(line))
    yield from (f"numbers {min(numbers, 4)}", f"dense {min(4, int(6 * numbers / (len(words) + numbers + 1)))}")
    yield from (name for name, pattern in FORMS.items() if name not in OTHERWISE and pattern.search(line))
    first = line[:1]
    opens = "digit" if first.isdigit() else "small" if first.islower() else "capital" if first.isalpha() else "sign"
    yield f"opens {opens}"
    yield f"small {min(4, int(8 * sum(word.lower() in plain()['small'] for word in words) / max(1, len(words))))}"
    yield f"capitals {min(4, int(5 * sum(word[0].isupper() for word in words[1:]) / max(1, len(words) - 1)))}"


def grade(share: float, steps: Sequence[float]) -> int:
    """How many steps a figure reaches."""
    return sum(share >= step for step in steps)


def stops(line: str) -> bool:
    """Whether a line ends like a sentence."""
    return line.rstrip(CLOSERS).endswith((".", "!", "…"))


def first_word(line: str) -> str:
    """The word that a line opens with, in small letters; empty where a sign stands first."""
    word = WORD.match(line)
    return word[0].lower() if word else ""


@lru_cache(maxsize=1)
def fields() -> dict[str, frozenset[str]]:
    """More words of papers, of what readers are asked, of places and days, tickers, programs and notices."""
    return {name: frozenset(words) for name, words in table()["fields"].items()}


@lru_cache(maxsize=1)
def trades() -> frozenset[str]:
    """All words of the trade."""
    return frozenset().union(*fields().values(), *lists().values()) - plain()["small"]
