"""A mention in its sentence: the token it hangs on, the noun it counts, the verb that governs it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from registry.model.assertion import Kind, Mention, Status
from registry.model.document import Source
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.span import Sentence
from registry.steps.assemble.roles.roles import Role
from registry.steps.parse.tree import Token, Tree
from registry.steps.resolve import Story
from registry.steps.resolve.foreign import Foreign
from registry.steps.resolve.words import words
from registry.steps.segment.talks import Turn

REACH = 2_000
CURRENCY = 3  # letters of its code


@dataclass(slots=True)
class Attribute:
    """The name of what is counted, the token that names it, if one does, and the rule that found it."""

    name: str
    anchor: Token | None = None
    how: str = ""


@dataclass(slots=True)
class Measured:
    """A figure with a unit: the sentence it stands in, the mention, and what it measures."""

    number: int
    mention: Mention
    found: Attribute | None


@dataclass(slots=True)
class Page:
    """A document on its way to claims."""

    text: str
    folded: str
    source: Source
    story: Story
    sentences: Sequence[Sentence]
    mentions: Sequence[Sequence[Mention]]
    trees: Sequence[Tree | None]
    last: tuple[int, Attribute] | None = None
    tallies: list[tuple[int, float, Attribute]] = field(default_factory=list)
    counts: list[tuple[float, Attribute]] = field(default_factory=list)
    sizes: list[tuple[int, str, float, Attribute]] = field(default_factory=list)
    voice: tuple[int, str] | None = None
    said: int = 0
    roles: Sequence[Sequence[Role]] = ()
    holders: dict[str, set[str]] = field(default_factory=dict)
    unsaid: set[tuple[int, int]] = field(default_factory=set)
    quoted: set[int] = field(default_factory=set)
    spoken: dict[int, str] = field(default_factory=dict)
    turns: dict[int, Turn] = field(default_factory=dict)
    models: dict[tuple[str, str], bool] = field(default_factory=dict)
    currency: str = ""
    sole: str | None = None
    coin: str | None = None
    centre: tuple[int, str] | None = None
    measured: list[Measured] = field(default_factory=list)
    against: tuple[int, Measured] | None = None
    latest: tuple[int, Attribute] | None = None
    recent: dict[str, tuple[int, Attribute]] = field(default_factory=dict)
    values: dict[tuple[str, str], Attribute] = field(default_factory=dict)
    abroad: Foreign | None = None
    sums: list[tuple[int, bool]] | None = None
    changes: str | None = None
    pending: dict[str, int] | None = None
    marches: bool | None = None
    begins: bool | None = None
    recalled: tuple[int, str] | None = None
    captions: dict[int, str | None] = field(default_factory=dict)
    called: dict[str, list[str]] | None = None
    fates: dict[str, tuple[int, Status]] = field(default_factory=dict)
    told: dict[str, int] = field(default_factory=dict)
    reference: Moment | Literal[False] | None = None
    outlook: tuple[float, ...] | None = None
    leaning: tuple[int, Any] = (-1, None)
    weighed: dict[tuple[int, int], tuple[float, ...]] = field(default_factory=dict)
    _line: tuple[int, str] = (-1, "")

    def line(self, number: int) -> str:
        """The words of a sentence on one line; one string for all its mentions, so that it is known again."""
        if self._line[0] != number:
            part = self.sentences[number]
            end = min(part.end, part.start + REACH)
            self._line = number, self.folded[part.start : end].replace("\n", " ")
        return self._line[1]

    def number_of(self, place: int) -> int:
        """The number of the sentence that a place stands in."""
        return bisect_right(self.sentences, place, key=lambda part: part.start) - 1

    def holder(self, office: str) -> str | None:
        """The person who is known to hold an office, where there is one only."""
        people = self.holders.get(office.lower().split(" of ")[0].split(" ")[-1], set())
        return next(iter(people)) if len(people) == 1 else None


@dataclass(slots=True)
class Spot:
    """One mention of a page; `node` is the token of its span that governs the others.

    The words of the sentence, and those before and after the mention, are on one line.
    """

    page: Page
    number: int
    mention: Mention
    node: Token | None
    words: str = field(init=False, repr=False)
    _before: str = field(init=False, repr=False)
    _after: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        sentence, mention, folded = self.sentence, self.mention, self.page.folded
        self.words = self.page.line(self.number)
        first = max(sentence.start, mention.start - REACH)
        self._before = folded[first : mention.start].replace("\n", " ")
        self._after = folded[mention.end : min(sentence.end, mention.end + REACH)].replace("\n", " ")

    @property
    def sentence(self) -> Sentence:
        """The sentence the mention stands in."""
        return self.page.sentences[self.number]

    @property
    def tree(self) -> Tree | None:
        """The tree of the sentence."""
        return self.page.trees[self.number]

    @property
    def unit(self) -> str:
        """The unit of the value; nothing for dates and names."""
        return self.mention.value.unit if isinstance(self.mention.value, Quantity) else ""

    @property
    def counts(self) -> bool:
        """Whether things are counted here, not measured."""
        return self.mention.kind in (Kind.COUNT, Kind.FRACTION, Kind.ORDINAL) or self.unit == "count"

    @property
    def is_time(self) -> bool:
        """Whether it is a length of time or an age: neither far nor deep, and counted anew by nobody."""
        return words().dimension.get(self.unit) == "duration"

    @property
    def is_money(self) -> bool:
        """Whether a figure is a sum, or lies between two: "£4 million to £6 million"."""
        kind, unit = self.mention.kind, self.unit
        return kind is Kind.MONEY or (kind is Kind.RANGE and len(unit) == CURRENCY and unit.isupper())

    def before(self) -> str:
        """What the sentence says before the mention."""
        return self._before

    def after(self) -> str:
        """What the sentence says after the mention."""
        return self._after

    def holds(self, token: Token) -> bool:
        """Whether a token stands within the mention."""
        return token.start < self.mention.end and self.mention.start < token.end


def is_name(page: Page, token: Token) -> bool:
    """Whether a token is a name, or stands within one that the document knows."""
    if token.is_name:
        return True
    known = page.story.name_at(token.start) if token.text[:1].isupper() else None
    return known is not None and " " in known and known in page.story.names


def spot(page: Page, number: int, mention: Mention) -> Spot:
    """A mention with its token."""
    tree = page.trees[number]
    return Spot(page, number, mention, tree.top(mention.start, mention.end) if tree else None)


def verb_of(token: Token | None) -> Token | None:
    """The verb, or the predicate noun or adjective, of the clause a token stands in."""
    if token is None:
        return None
    at = token
    for _ in range(12):
        if at.is_verb or at.first("cop") or at.first("nsubj", "nsubj:pass"):
            return at
        if at.is_root:
            return at if at.is_verb else None
        at = at.head
    return None


def subject_of(verb: Token | None) -> Token | None:
    """The grammatical subject of a verb; a verb that follows "and" shares that of the first."""
    at = verb
    for _ in range(4):
        if at is None:
            return None
        found = at.first("nsubj", "nsubj:pass", "csubj")
        if found is not None:
            return antecedent(found)
        if (at.word("mark") == "to" or foreseen(at)) and (thing := brought(at)) is not None:
            return thing
        if at.dep == "acl" and at.word("mark") == "to":
            at = verb_of(at.head)
            continue
        if at.dep in ("acl:relcl", "acl") and at.head.is_noun:
            return at.head
        at = at.head if at.dep in ("conj", "xcomp", "advcl") and not at.is_root else None
    return None


def foreseen(verb: Token) -> bool:
    """Whether a verb tells what somebody sees coming: "sees joblessness topping out at 6.6%"."""
    return verb.tag == "VBG" and verb.dep == "xcomp" and verb.head.lemma in ("see", "expect", "forecast", "foresee")


def brought(verb: Token) -> Token | None:
    """What is expected or made to do something: "expects the bill to reach £20bn"."""
    above = verb.head
    if above.is_noun and above.dep == "obj" and above.head.lemma in words()["linking.causes"]:
        return above
    thing = above.first("obj") if above.lemma in words()["linking.causes"] else None
    return thing if thing is not None and thing.index < verb.index and thing.is_noun else None


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.low in ("which", "who", "that", "whom") and token.head.dep == "acl:relcl":
        noun = token.head.head
        return noun if noun.is_noun or noun.is_root or noun.tag != "CD" else noun.head  # "Hale, 51, who has"
    return token


def topmost(last: Token) -> Token:
    """The noun that a phrase ending here is about: "the toll from a blaze at a club in Varna"."""
    at = last
    while at.dep in ("nmod", "compound", "flat") and at.head.is_noun and at.head.start < at.start:
        at = at.head
    return at


def climb(token: Token) -> Token:
    """The first of the things a token is listed with."""
    at = token
    for _ in range(8):
        if at.dep not in ("conj", "appos") or at.is_root or (at.head.is_verb and not at.is_verb):
            break
        at = at.head
    return at
