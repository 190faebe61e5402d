"""What a reader of values sees: the tokens of one sentence with the document's language, style and date.

A `Draft` is a mention while it is being read; token indexes, end exclusive. It becomes a `Mention` at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timezone
from decimal import Decimal

from registry.model.assertion import Kind
from registry.model.moment import Moment
from registry.model.span import Sentence
from registry.steps.recognise.numbers.numerals import Style
from registry.steps.recognise.tables import Language, Phrases
from registry.steps.recognise.tokens import Tokens

BEGINNING = 200


@dataclass(slots=True)
class Context:
    """What is known about the whole document; `money` is the currency of its sums, `coins` tells whose the currencies
    are that several countries call alike, `millions` are the figures that "m" scales though they are no sums, `last` is
    the end of the last day it named, or of the date of its beginning, `near` that of any date, and its place,
    `month` whether that one is a month or a day, `day` the last day, `today` whether it named its own, `looks_back`
    whether it tells of what is long past, `caption` the currency and scale that the line above a table gives,
    `above` how far its last row is set in and what that row says of its figures."""

    text: str
    folded: str
    language: Language
    style: Style
    published: date | None
    weight_pounds: bool = False
    millions: tuple[Decimal, ...] = ()
    degrees: str = "degC"
    warming: bool = False
    dollar: str = "USD"
    cent: str = "USD"
    money: str = ""
    coins: Mapping[str, str] = field(default_factory=dict)
    dotted: bool = False
    looks_back: bool = False
    entries: bool | None = None
    last: date | None = None
    near: tuple[date, int] | None = None
    month: bool = False
    day: date | None = None
    today: bool = False
    measure: Draft | None = None
    zone: timezone | None = None
    caption: tuple[str, int] = ("", 1)
    above: tuple[int, tuple[str, int]] = (0, ("", 1))

    def note(self, day: date, at: int, *, exact: bool, month: bool = True) -> None:
        """Keep a date for those without a year; a month or a year lends its own to its paragraph only, unless it opens
        the text."""
        self.near, self.month = (day, at), month
        if exact or at < BEGINNING:
            self.last = day

    def lent(self, at: int) -> date | None:
        """The date that lends its year to one at a place."""
        if self.near is not None and "\n\n" not in self.folded[self.near[1] : at]:
            return self.near[0]
        return self.last


@dataclass(slots=True)
class Number:
    """A number: `step` is one unit of its last written digit, 0 where it is a plain whole number."""

    end: int
    value: Decimal
    step: Decimal = Decimal(0)
    scaled: bool = False
    vague: bool = False
    digits: bool = False
    grouped: bool = False
    about: bool = False
    trace: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """One sentence, or a part of a very long one."""

    tokens: Tokens
    about: Context
    sentence: Sentence
    label_end: int = -1
    numbers: dict[int, Number | None] = field(default_factory=dict)
    dated: Draft | None = None


@dataclass(slots=True)
class Draft:
    """A value being read."""

    start: int
    end: int
    kind: Kind = Kind.COUNT
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = "count"
    step: Decimal = Decimal(0)
    approx: bool = False
    lean: int = 0
    strict: bool = False
    scaled: bool = False
    moment: Moment | None = None
    base: str = ""
    direction: str | None = None
    noun: tuple[int, int] | None = None
    notes: list[str] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """Whether it is a number without a unit."""
        return self.unit == "count" and self.moment is None and self.kind is Kind.COUNT and not self.notes

    @property
    def single(self) -> bool:
        """Whether it is one figure."""
        return self.low is not None and self.low == self.high


def find(tokens: Tokens, at: int, phrases: Phrases) -> tuple[str, int] | None:
    """The longest phrase that starts here: its name and the index after it."""
    for words, name in phrases.get(tokens.word(at), ()):
        if tokens.matches(at, words):
            return name, at + len(words)
    return None


def find_before(tokens: Tokens, at: int, phrases: Phrases, floor: int) -> tuple[str, int] | None:
    """The longest phrase that ends just before here: its name and its first index."""
    for words, name in phrases.get(tokens.word(at - 1), ()):
        first = at - len(words)
        if first >= floor and tokens.matches(first, words):
            return name, first
    return None


def between(line: Line, left: Draft, right: Draft) -> list[str]:
    """The tokens between two drafts, at most four."""
    return line.tokens.low[left.end : right.start] if right.start - left.end <= 4 else ["", "", "", "", ""]
