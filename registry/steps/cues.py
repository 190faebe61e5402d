r"""Patterns that look first whether a text has one of the words without which they cannot match: a *cue*.

Most sentences lack the cues of most rules, and looking a word up takes a twentieth of a search. The cues of a pattern
are found in the pattern itself, so that they cannot fall behind it: `cued(r"\b(?:no longer|never)\b")` needs "longer"
or "never". A pattern that can match without any word has none and is simply searched. A pattern is compiled when a
text has a cue for the first time.

A newcomer's mistake: cues for a pattern that takes less than the look. They pay from about five microseconds on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from registry.steps.kept import compiled, kept

try:
    parser: Any = import_module("re._parser")
except ImportError:  # another Python: patterns have no cues then, and are searched
    parser = None

WRITTEN = Path(__file__).stat().st_mtime_ns  # cues are kept until this module changes
# In the strings of a pattern: an edge of a word, and a sign that belongs to none.
EDGE, GAP = "\0", "\1"
MOST = 96
ODD = ("\u0130", "\u0131", "\u017f")  # what `re.I` takes for i and s and `lower` does not
PLAIN = bytes(sign if chr(sign).isalnum() or sign == 95 else 32 for sign in range(128)) + b" " * 128
PIECES = re.compile(r"[^\0\1]+")
WHOLE = re.compile(r"(?<=[^a-z0-9_])[a-z0-9_]+(?=[^a-z0-9_])")
COMMON = frozenset(
    ("the", "and", "of", "in", "is", "was", "to", "an", "for", "by", "at", "on", "has", "had", "as", "be", "are", "it")
)


class Cues(NamedTuple):
    """Whole words and parts of words, one of which stands in whatever a pattern matches."""

    words: frozenset[bytes]
    parts: tuple[str, ...]

    def stand_in(self, text: str) -> bool:
        """Whether a text has one of them; also where nothing can be said of it."""
        low, said, odd = seen(text)
        if not self.words.isdisjoint(said):
            return True
        for part in self.parts:
            if part in low:
                return True
        return odd

    @property
    def weight(self) -> float:
        """How often they stand in sentences, roughly; what is looked up one by one costs besides."""
        common = sum(0.3 if word.decode() in COMMON else 8.0 ** -len(word) for word in self.words)
        return common + sum(6.0 ** -len(part.strip()) for part in self.parts) + len(self.parts) / 200


@lru_cache(maxsize=64)
def seen(text: str) -> tuple[str, frozenset[bytes], bool]:
    """A text in small letters, its words, and whether it has signs that such letters hide."""
    low = text.lower()
    return low, words_of(low), not text.isascii() and any(sign in text for sign in ODD)


def words_of(low: str) -> frozenset[bytes]:
    """The words of a text in small letters; signs that are not of ASCII part them.

    >>> sorted(words_of("no longer 5 caf\u00e9s"))
    [b'5', b'caf', b'longer', b'no', b's']
    """
    return frozenset(low.encode("ascii", "replace").translate(PLAIN).split())


class Part(NamedTuple):
    """What is known of a part of a pattern: the strings it stands for where they are few, otherwise its cues."""

    strings: set[str] | None
    cues: Cues | None = None


class Cued:
    """A pattern with its cues, which is used as a compiled pattern is."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return compiled(self.pattern, self.flags)

    @cached_property
    def cues(self) -> Cues | None:
        """What a text must have."""
        source = f"{WRITTEN} {int(self.flags)}\0{self.pattern}"
        words, parts = kept("cues", source, lambda: told(cues_of(self.pattern, self.flags)))
        return Cues(words, parts) if words or parts else None

    def may_match(self, text: str) -> bool:
        """Whether a text has a cue."""
        cues = self.cues
        return cues is None or cues.stand_in(text)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match."""
        if end is None:
            return self.compiled.search(text, start) if self.may_match(text) else None
        # Only the stretch is looked at: a slice from the beginning would make long documents slow.
        return self.compiled.search(text, start, end) if self.may_match(text[start:end]) else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match that begins at a place."""
        return self.compiled.match(text, start) if self.may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match that is the whole text."""
        return self.compiled.fullmatch(text) if self.may_match(text) else None

    def sub(self, given: str, text: str) -> str:
        """The text with something else for each match."""
        return self.compiled.sub(given, text) if self.may_match(text) else text

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in order."""
        return self.compiled.finditer(text) if self.may_match(text) else iter(())


def cued(pattern: str, flags: int = 0) -> Cued:
    """A pattern that is searched only in texts that have one of its cues."""
    return Cued(pattern, flags)


def told(cues: Cues | None) -> tuple[frozenset[bytes], tuple[str, ...]]:
    """Cues as they are kept: nothing of either sort where there are none."""
    return (cues.words, cues.parts) if cues else (frozenset(), ())


def cues_of(pattern: str, flags: int = 0) -> Cues | None:
    r"""The cues of a pattern; nothing where it can match without any.

    >>> cues_of(r"\b(?:no longer|never)\b").words == {b"longer", b"never"}
    True
    >>> cues_of(r"pre-?paid \d+").parts, cues_of(r"\w+ \d*")
    (('prepaid',), None)
    """
    return needed(sequence(parser.parse(pattern, int(flags)))) if parser is not None else None


def needed(part: Part) -> Cues | None:
    """The cues of a part of a pattern."""
    return part.cues if part.strings is None else chosen(part.strings)


def sequence(parts: Iterable[tuple[Any, Any]]) -> Part:
    """A sequence: its strings, or the rarest cues of a run of parts whose strings are few, or of one that has many."""
    runs: set[str] = {""}
    found: list[Cues | None] = []
    for name, argument in parts:
        strings, cues = single(str(name), argument)
        if strings is None:
            found += [chosen(runs), cues]
            runs = {""}
        elif len(runs) * len(strings) <= MOST:
            runs = {one + two for one, two in product(runs, strings)}
        else:
            found.append(chosen(beside(runs, strings)))
            runs = behind(runs, strings)
    if not found:
        return Part(runs)
    found.append(chosen(runs))
    return Part(None, min(filter(None, found), key=lambda cues: cues.weight, default=None))


def beside(runs: set[str], strings: set[str]) -> set[str]:
    """Runs with the word's edge at their end, if all that follows begins without a letter."""
    return {run + EDGE for run in runs} if all(bounds(string[:1]) for string in strings) else runs


def behind(runs: set[str], strings: set[str]) -> set[str]:
    """Strings with the word's edge before them, if all that goes before ends without a letter."""
    return {EDGE + string for string in strings} if all(bounds(run[-1:]) for run in runs) else strings


def bounds(sign: str) -> bool:
    """Whether a word ends or begins at a sign."""
    return bool(sign) and not (sign.isalnum() or sign == "_")


def single(name: str, argument: Any) -> Part:
    """One part of a pattern, by what the parser of patterns calls it."""
    if name == "LITERAL":
        return Part(signs([argument]))
    if name == "IN":
        return Part(of_set(argument))
    if name == "AT":
        return Part({"" if "NON" in str(argument) else EDGE})
    if name == "ASSERT":
        cues = needed(sequence(argument[1]))
        return Part(None, cues) if cues else Part({""})
    if name == "ASSERT_NOT":
        return Part({EDGE if is_edge(argument[1]) else ""})
    if name == "SUBPATTERN":
        return sequence(argument[3])
    if name == "BRANCH":
        return choice([sequence(way) for way in argument[1]])
    return repeated(*argument) if name.endswith("REPEAT") else Part(None)


def choice(ways: Sequence[Part]) -> Part:
    """One of several ways."""
    listed = [way.strings for way in ways if way.strings is not None]
    union = set().union(*listed)
    if len(listed) == len(ways) and len(union) <= MOST:
        return Part(union)
    known = [cues for way in ways if (cues := needed(way)) is not None]
    if len(known) < len(ways):
        return Part(None)
    words = frozenset[bytes]().union(*(cues.words for cues in known))
    return Part(None, Cues(words, shortest(part for cues in known for part in cues.parts)))


def repeated(least: int, most: int, inner: Iterable[tuple[Any, Any]]) -> Part:
    """A repetition; many blanks are as good as one."""
    part = sequence(inner)
    if part.strings is None or (most != 1 and part.strings != {GAP}):
        return Part(None, needed(part) if least else None)
    return part if least else Part({"", *part.strings})


def of_set(argument: Sequence[tuple[Any, Any]]) -> set[str] | None:
    """The signs of a set in brackets, or that it is of signs that belong to no word."""
    codes: list[int] = []
    for name, value in argument:
        if str(name) == "CATEGORY" and str(value) in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD"):
            codes.append(32)
        elif str(name) == "LITERAL":
            codes.append(value)
        elif str(name) == "RANGE" and value[1] - value[0] < 6:
            codes.extend(range(value[0], value[1] + 1))
        else:
            return None
    if all(not (chr(code).isalnum() or code == 95) for code in codes):
        return {GAP}
    return signs(codes) if len(codes) < 7 and argument[0][0] != "CATEGORY" else None


def signs(codes: Iterable[int]) -> set[str] | None:
    """Signs in small letters; of those beyond ASCII nothing is said but that they belong to no word."""
    low = {chr(code).lower() for code in codes}
    if all(one.isascii() for one in low):
        return low
    return {GAP} if not any(one.isalnum() for one in low) else None


def is_edge(parts: Sequence[tuple[Any, Any]]) -> bool:
    """Whether what must not stand somewhere is any sign of a word."""
    if len(parts) != 1 or str(parts[0][0]) != "IN":
        return False
    signs_of = [str(value) for name, value in parts[0][1] if str(name) == "CATEGORY"]
    return "CATEGORY_WORD" in signs_of and str(parts[0][1][0][0]) != "NEGATE"


def chosen(strings: Iterable[str]) -> Cues | None:
    """A cue for each of some strings; nothing where one of them has none."""
    words, parts = set(), []
    for string in strings:
        whole = max(WHOLE.findall(string), key=worth, default="")
        part = max((piece.strip() for piece in PIECES.findall(string)), key=len, default="")
        if whole and (len(whole) > 2 or len(part) < 4):
            words.add(whole.encode())
        elif len(part) > 1:
            parts.append(part)
        else:
            return None
    return Cues(frozenset(words), shortest(parts))


def worth(word: str) -> int:
    """How much a word says, by its length."""
    return 0 if word in COMMON else len(word)


def shortest(parts: Iterable[str]) -> tuple[str, ...]:
    """Parts without those that contain another."""
    kept: list[str] = []
    for part in sorted(set(parts), key=lambda part: (len(part), part)):
        if not any(short in part for short in kept):
            kept.append(part)
    return tuple(kept)
