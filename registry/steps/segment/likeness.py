"""How much a line looks like page furniture, from its form and place: named features with weights that a file holds.

Lists of phrases know the pages that were seen; a menu, a price list or an address of another page is known by how it
is built and where it stands. A newcomer's mistake: asking it about running text. Only short blocks are asked about.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from registry.model.span import Block, BlockKind
from registry.steps.kept import toml
from registry.steps.segment.dates import first_date

DATA = Path(__file__).parents[1] / "data"
WORD = re.compile(r"[^\W\d_][\w'’-]*")
NUMBER = re.compile(r"\d[\d.,]*")
FORMS: dict[str, re.Pattern[str]] = {
    "mail or address": re.compile(r"@\w|https?://|www\.|\b\w+\.(?:com|org|net|example|invalid)\b"),
    "phone": re.compile(r"\+\d[\d ()-]{6,}|\b0\d{2,4}[ /-]\d[\d ]{3,}|\b\d{3}[ -]\d{3,4}\b(?![,.]\d)"),
    "bars": re.compile(r" [|·•»›>←→] | / "),
    "key": re.compile(r"^\W*[A-Z][\w' -]{1,30}:\s"),
    # A counter; behind a figure stands the one of the year before: "a dividend of 3.25 a share (3.00)".
    "brackets": re.compile(r"^\D*\(\d[\d,.]*\)|\(\w{2,4}, [\d.]+ [KM]B"),
    "hours": re.compile(
        r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:days?)?\b[ :,–-].{0,12}\d"
        r"|\b\d{1,2}-\d{1,2} ?(?:[ap]\.?m|h\b)"
    ),
    "clock": re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b"),
    "year": re.compile(r"\b(?:19|20)\d\d\b"),
    "code": re.compile(
        r"\b(?=\w*\d)(?=\w*[A-Z])[A-Z0-9]+[-/][A-Z0-9/-]+|\b[A-Z]{2,}\d+|\b\d+/\d{2,}|\bno\.? ?\d|#\d|\b\d{6,}\b", re.I
    ),
    "sign": re.compile(r"[©®★☆▶►✓←→↑]"),
    "question": re.compile(r"\?\s*$"),
    "quote": re.compile(r"[\"“”]"),
    "you": re.compile(r"\b(?!US\b)(?i:you|your|us|our)\b"),  # not the country
    "i": re.compile(r"\b(?:I|my|me)\b"),
    "money": re.compile(r"[$€£]\s?\d|\b\d[\d.,]* ?(?:euros?|dollars?|kr)\b"),
    "percent": re.compile(r"%|\bper ?cent\b"),
    "unit": re.compile(r"\d ?(?:km|m|kg|t|mm|cm|ha|MW|litres?|metres?|miles?|tonnes?|hours?|years?|days?|months?)\b"),
}
CLOSERS = ' )"”’'
SPEC = re.compile(
    r"[A-Z][^\d:]{2,40}:?(?: - [a-z ]+)? [^\W\d_]*[$€£]?\d[\d.,]*"
    r"(?: ?[^\W\d_%°²³/]{1,12}(?:[/²³2]\w*)?| ?[%°]\w?)?(?: \([^()]*\))?"
)
LEADERS = re.compile(r"\.{4,}|\t| {3,}|\|.*\|.*\|")
FACT = re.compile(
    r"\W*(?:status|as (?:of|at)|period|dated?|decided|signed|adopted|opened|founded|start(?:ed)?|end(?:ed)?|built|born"
    r"|died|total)\b",
    re.I,
)
# A line of a fact sheet: "$5.1 million received (28 per cent)". No price and no counter is told in millions of money.
TALLY = re.compile(
    r"(?:[A-Z]{2,3} ?)?[$€£] ?\d[\d.,]* ?(?:million|billion|bn|m|mn)\b(?: [a-z]+){1,5}(?: \([^()]{2,40}\))?"
)
MONEY = "$€£ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ASKED_NOT = frozenset({BlockKind.ROW, BlockKind.FURNITURE, BlockKind.QUOTE})
TRADE = frozenset({"mail or address", "phone", "bars", "brackets", "hours", "sign"})
LENGTHS = (2, 4, 7, 11, 16, 24)
SURE, LONGEST, FEW, SENTENCE, TITLE, GAP, MANY = 0.8, 170, 4, 3, 3, 8, 3


class Place(NamedTuple):
    """Where a block stands: how many blocks from the top and the end, and what stands beside it."""

    above: int
    below: int
    opened: bool
    closed: bool
    before: str
    after: str


@lru_cache(maxsize=1)
def lists() -> dict[str, frozenset[str]]:
    """The words of the trade: of desks, shops and sites, and what they ask of readers."""
    return {name: frozenset(words) for name, words in table().items() if isinstance(words, list)}


@lru_cache(maxsize=1)
def plain() -> dict[str, frozenset[str]]:
    """The small words and the verbs that running text is full of."""
    return {name: frozenset(words) for name, words in table()["plain"].items()}


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The table of words."""
    return toml((DATA / "furniture.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature, as fitted."""
    found: dict[str, float] = json.loads((DATA / "furniture.json").read_text(encoding="utf-8"))
    return found


def features(line: str, kind: BlockKind, place: Place, known: Counter[str]) -> frozenset[str]:
    """The named features of a line at its place; `known` are the words of the whole document."""
    words = WORD.findall(line)
    low = [word.lower() for word in words]
    return frozenset({*of_form(line, kind, low), *of_words(words, low, known), *of_place(place)})


def of_form(line: str, kind: BlockKind, low: Sequence[str]) -> Iterator[str]:
    """Signs and shape."""
    yield f"item {kind is BlockKind.ITEM:d}"
    if SPEC.fullmatch(line.strip()):
        yield "spec"
    yield f"words {sum(len(low) > limit for limit in LENGTHS)}"
    yield "ends stop" if line.rstrip(CLOSERS).endswith((".", "!")) else "ends other"
    numbers = len(NUMBER.findall(line))
    yield f"numbers {min(numbers, 4)}"
    yield f"dense {min(4, int(6 * numbers / (len(low) + numbers + 1)))}"
    for name, pattern in FORMS.items():
        if pattern.search(line):
            yield name
    first = line[:1]
    yield "opens " + (
        "digit" if first.isdigit() else "small" if first.islower() else "capital" if first.isalpha() else "sign"
    )


def of_words(words: Sequence[str], low: Sequence[str], known: Counter[str]) -> Iterator[str]:
    """What sort of words, and whether the document has them elsewhere."""
    small = sum(word in plain()["small"] for word in low)
    yield f"small {min(4, int(8 * small / max(1, len(low))))}"
    verbs = any(word in plain()["verbs"] or (len(word) > 4 and word.endswith("ed")) for word in low)
    yield f"verb {verbs:d}"
    names = sum(word[0].isupper() for word in words[1:])
    yield f"capitals {min(4, int(5 * names / max(1, len(words) - 1)))}"
    for name, trade in lists().items():
        hits = sum(word in trade for word in low)
        if hits:
            yield f"{name} {min(hits, 3)}"
    if low and low[0] in lists()["asks"]:
        yield "asks first"
    own = [word for word in set(low) if len(word) > 3 and word not in plain()["small"]]
    again = sum(known[word] > low.count(word) for word in own)
    yield f"again {min(4, int(5 * again / max(1, len(own)))) if own else 'none'}"


def of_place(place: Place) -> Iterator[str]:
    """Where a line stands."""
    yield f"top {min(place.above, 4)}"
    yield f"end {min(place.below, 4)}"
    yield f"text before {place.opened:d} after {not place.closed:d}"
    yield f"before {place.before}"
    yield f"after {place.after}"


def is_asked(line: str, kind: BlockKind, place: Place) -> bool:
    """Whether a line may be furniture by its likeness: short, with a figure, and no title, row, fact or sentence."""
    if kind in ASKED_NOT or len(line) > LONGEST or LEADERS.search(line) or not any(map(str.isdigit, line)):
        return False
    if line[0] in MONEY and TALLY.fullmatch(line):
        return False
    if (place.above == 0 and kind is BlockKind.HEADING) or FACT.match(line) or FORMS["i"].search(line):
        return False
    heads = kind is BlockKind.HEADING and (not place.opened or place.after == "text")
    if heads and (is_title(line) or (not place.opened and tells(line))):
        return False
    sentence = line.rstrip(CLOSERS).endswith((".", "!", "?")) and line.count(" ") >= SENTENCE
    if sentence or "\n" in line or FORMS["quote"].search(line):
        return has_sign(line) or FORMS["code"].search(line) is not None
    plain = (
        SPEC.fullmatch(line.strip()) is not None
        or FORMS["key"].match(line) is not None
        or not (place.opened or place.before == "furniture")
    )
    return not plain or is_of_trade(line)


def is_title(line: str) -> bool:
    """Whether a line reads like a title: some words, not all of them names, and none of desks, shops and sites."""
    words = WORD.findall(line)
    return len(words) >= TITLE and any(word.islower() and len(word) > 3 for word in words) and not is_of_trade(line)


def tells(line: str) -> bool:
    """Whether a line above the text has no sign and no word of desks, shops and sites but such as titles have."""
    words = WORD.findall(line)
    if len(words) < TITLE or not any(word.islower() and len(word) > TITLE for word in words):
        return False
    hits = {word.lower() for word in words if any(word.lower() in trade for trade in lists().values())}
    signs = has_sign(line) or any(FORMS[name].search(line) for name in ("code", "clock")) or first_date(line)
    return not signs and len(hits) < MANY and hits <= plain()["common"]


def is_of_trade(line: str) -> bool:
    """Whether a line has a word or a sign of desks, shops and sites."""
    words = {word.lower() for word in WORD.findall(line)}
    return has_sign(line) or any(not words.isdisjoint(trade) for trade in lists().values())


def has_sign(line: str) -> bool:
    """Whether a line has an address, a number to call, bars between labels, hours of opening or the like."""
    return any(pattern.search(line) for name, pattern in FORMS.items() if name in TRADE)


def places(found: Sequence[Block], text: str) -> Iterator[Place]:
    """The places of the blocks of a document."""
    running = [number for number, block in enumerate(found) if is_text(block, text)]
    first, last = (running[0], running[-1]) if running else (len(found), -1)
    sorts = ["edge", *(sort_of(block, text) for block in found), "edge"]
    for number in range(len(found)):
        below = len(found) - 1 - number
        yield Place(number, below, number > first, number > last, sorts[number], sorts[number + 2])


def is_text(block: Block, text: str) -> bool:
    """Whether a block is running text."""
    words = text[block.start : block.end]
    return block.kind is BlockKind.PROSE and len(words) > 90 and words.rstrip(CLOSERS).endswith((".", "!", "?"))


def sort_of(block: Block, text: str) -> str:
    """The sort of a neighbour."""
    if block.kind is BlockKind.PROSE:
        return "text" if is_text(block, text) else "line"
    return block.kind.value


class Margin:
    """What of a document may be beside its text; nothing where there is no running text to be beside of."""

    def __init__(self, text: str, found: Sequence[Block]) -> None:
        self.text, self.found = text, found
        self.places: dict[tuple[int, int], Place] | None = None
        self.known: Counter[str] = Counter()

    def holds(self, start: int, end: int, block: Block) -> bool:
        """Whether a line or a sentence of a block is most likely furniture."""
        if end - start > LONGEST or block.kind in ASKED_NOT:
            return False
        if self.text[max(0, start - GAP) : start].rstrip().endswith("?"):
            return False  # it answers a question
        place, line = self.place(block), self.text[start:end]
        if place is None or not is_asked(line, block.kind, place):
            return False
        self.known = self.known or Counter(word.lower() for word in WORD.findall(self.text))
        if not place.opened and self.titles(line):
            return False
        return chance(features(line, block.kind, place, self.known)) >= SURE

    def titles(self, line: str) -> bool:
        """Whether a line above the text has the text's words, as a title in capitals has, and no sign of a desk's."""
        words = [word.lower() for word in WORD.findall(line)]
        own = {word for word in words if len(word) > TITLE and word not in plain()["small"]}
        again = sum(self.known[word] > words.count(word) for word in own)
        return len(words) > FEW and 2 * again >= max(len(own), MANY) and not (has_sign(line) or first_date(line))

    def place(self, block: Block) -> Place | None:
        """Where a block stands; nothing in running text, or where there is none."""
        if self.places is None:
            running = any(is_text(one, self.text) for one in self.found) and len(self.found) >= FEW
            known = zip(self.found, places(self.found, self.text), strict=True) if running else ()
            self.places = {(one.start, one.end): place for one, place in known if not is_text(one, self.text)}
        return self.places.get((block.start, block.end))


def chance(found: frozenset[str], of: Mapping[str, float] | None = None) -> float:
    """How likely it is that a line with these features is furniture, from 0 to 1."""
    known = of or weights()
    total = known["bias"] + sum(known.get(name, 0.0) for name in found)
    return 1 / (1 + math.exp(-total))
