"""A sentence as a dependency tree whose tokens know their place in the document.

A newcomer's mistake: counting in the parser's text. Runs of blanks are one blank there; `start` and `end` of a token
count in the document.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Token:
    """A word with its tag (Penn), relation (Universal Dependencies), head and place in the document."""

    index: int
    text: str
    lemma: str
    tag: str
    dep: str
    start: int
    end: int
    low: str = field(init=False, repr=False)
    head: Token = field(init=False, repr=False)
    children: list[Token] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.low = self.text.lower()  # the rules ask for it a dozen times a word

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun or a name."""
        return self.tag.startswith("NN")

    @property
    def is_name(self) -> bool:
        """Whether it is a proper noun."""
        return self.tag.startswith("NNP")

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb in any form."""
        return self.tag.startswith("VB")

    @property
    def is_root(self) -> bool:
        """Whether nothing governs it."""
        return self.head is self

    def of(self, *relations: str) -> list[Token]:
        """The children with one of these relations, in order."""
        return [child for child in self.children if child.dep in relations]

    def first(self, *relations: str) -> Token | None:
        """The first child with one of these relations."""
        for child in self.children:
            if child.dep in relations:
                return child
        return None

    def word(self, relation: str) -> str:
        """The lower-case word of the first child with this relation, or nothing."""
        child = self.first(relation)
        return child.low if child else ""

    def subtree(self) -> Iterator[Token]:
        """It and everything below it."""
        stack = [self]
        while stack:
            token = stack.pop()
            yield token
            stack.extend(token.children)

    def ancestors(self) -> Iterator[Token]:
        """What governs it, what governs that, up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token


class Tree:
    """The tokens of one sentence, in order."""

    __slots__ = ("_starts", "tokens")

    def __init__(self, tokens: Sequence[Token], heads: Iterable[int]) -> None:
        self.tokens = tuple(tokens)
        self._starts = [token.start for token in tokens]
        for token, head in zip(tokens, heads, strict=True):
            token.head = tokens[head]
            if head != token.index:
                tokens[head].children.append(token)

    @property
    def root(self) -> Token | None:
        """The token that nothing governs."""
        return next((token for token in self.tokens if token.is_root), None)

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens that share a character with `[start, end)`."""
        return [token for token in self.tokens if token.start < end and start < token.end]

    def top(self, start: int, end: int) -> Token | None:
        """The token of a span that governs the others: the one whose head stands outside."""
        inside = self.within(start, end)
        outer = [token for token in inside if token.is_root or not (start < token.head.end and token.head.start < end)]
        return next((token for token in outer if token.dep not in ("punct", "case", "advmod", "fixed")), None) or (
            outer[0] if outer else None
        )

    def after_place(self, place: int) -> Token | None:
        """The first token that stands at a place or behind it."""
        at = bisect_left(self._starts, place)
        return self.tokens[at] if at < len(self.tokens) else None

    def before_place(self, place: int) -> Token | None:
        """The last token that begins before a place."""
        at = bisect_left(self._starts, place)
        return self.tokens[at - 1] if at else None

    def before(self, token: Token) -> Token | None:
        """The token to the left."""
        return self.tokens[token.index - 1] if token.index else None

    def after(self, token: Token) -> Token | None:
        """The token to the right."""
        return self.tokens[token.index + 1] if token.index + 1 < len(self.tokens) else None
