"""A stretch of text as tokens: digits with their marks, words, and single signs.

A newcomer's mistake: expecting "118km" to be one token. Digits and letters are always apart; `touches` says whether a
space stands between two tokens.
"""

from __future__ import annotations

import re
from enum import IntEnum

TOKEN = re.compile(
    r"""
      (?P<number>\d+(?:[.,']\d+)*                 # digits, with marks between digits
                |(?<![\w.])\.\d+(?![\w.]*\.))         # .08
    | (?P<word>(?:[^\W\d_]\.){2,}                 # a.m., U.S.
              |[^\W\d_]+                          # a run of letters
              |(?<=\w)'s(?![^\W_]))               # the possessive
    | (?P<sign>[^\s])                             # anything else, one by one
    """,
    re.VERBOSE,
)


class Sort(IntEnum):
    """What a token is; MASKED ones are parts of addresses, codes and labels and never read."""

    NUMBER = 1
    WORD = 2
    SIGN = 3
    MASKED = 4


class Tokens:
    """The tokens of a stretch of folded text, as parallel lists; `low` in lower case, `raw` as written."""

    __slots__ = ("ends", "low", "raw", "size", "sorts", "starts")

    def __init__(self, folded: str, start: int, end: int) -> None:
        self.sorts: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.raw: list[str] = []
        for match in TOKEN.finditer(folded, start, end):
            self.sorts.append(match.lastindex or 0)
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.raw.append(match.group())
        self.low = [word.lower() for word in self.raw]
        self.size = len(self.raw)

    def word(self, at: int) -> str:
        """The token in lower case, "" outside."""
        return self.low[at] if 0 <= at < self.size else ""

    def written(self, at: int) -> str:
        """The token as written, "" outside."""
        return self.raw[at] if 0 <= at < self.size else ""

    def is_number(self, at: int) -> bool:
        """Whether the token is made of digits."""
        return 0 <= at < self.size and self.sorts[at] == Sort.NUMBER

    def is_word(self, at: int) -> bool:
        """Whether the token is made of letters."""
        return 0 <= at < self.size and self.sorts[at] == Sort.WORD

    def touches(self, at: int) -> bool:
        """Whether no space stands between a token and the one before it."""
        return 0 < at < self.size and self.ends[at - 1] == self.starts[at]

    def hyphen(self, at: int) -> bool:
        """Whether the token is a hyphen that joins its neighbours."""
        return self.word(at) == "-" and self.touches(at) and self.touches(at + 1)

    def matches(self, at: int, words: tuple[str, ...]) -> bool:
        """Whether these words stand from here on."""
        return self.low[at] == words[0] and tuple(self.low[at : at + len(words)]) == words if at < self.size else False


def words_of(phrase: str) -> list[str]:
    """The tokens of a phrase of the tables."""
    return [match.group() for match in TOKEN.finditer(phrase)]
