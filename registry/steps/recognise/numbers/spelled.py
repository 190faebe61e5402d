"""Numbers in words, "one hundred and twenty-five" to "half a trillion".

A newcomer's mistake: treating "and" as a part of every number. It joins only after a hundred or more, or before a half.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from registry.steps.recognise.line import Number
from registry.steps.recognise.tables import Language
from registry.steps.recognise.tokens import Tokens

ONE = Decimal(1)
BOUNDARY = 1000
MOST_TOKENS = 64


def share(parts: tuple[int, int]) -> Decimal:
    """A fraction as a decimal."""
    return Decimal(parts[0]) / Decimal(parts[1])


def and_half(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int] | None:
    """A half, a third or three quarters after "and": its size and the index after it."""
    at = at + 1 if tokens.hyphen(at) else at
    if tokens.word(at) not in language.words["and"]:
        return None
    at += 1
    at = at + 1 if tokens.hyphen(at) else at
    if tokens.word(at) in language.words["half"]:
        return Decimal("0.5"), at + 1
    top = 1 if tokens.word(at) in language.words["article"] else language.numbers.get(tokens.word(at), 0)
    at += 2 if tokens.hyphen(at + 1) else 1
    bottom = language.denominators.get(tokens.word(at), 0)
    return (share((top, bottom)), at + 1) if 0 < top < bottom else None


@dataclass(slots=True)
class Sum:
    """A spelled-out number so far: what is complete up to a scale word, and the group being read."""

    at: int
    total: Decimal = Decimal(0)
    group: Decimal = Decimal(0)
    seen: bool = False
    step: Decimal = Decimal(0)
    parted: bool = False


def plain(tokens: Tokens, at: int, language: Language) -> Number | None:
    """A spelled-out number."""
    start, said = at, Sum(at)
    if tokens.word(at) in language.words["article"] and tokens.word(at) not in language.numbers:
        if tokens.word(at + 1) not in language.scales or tokens.word(at + 1).endswith("s"):
            return None
        said = Sum(at + 1, group=ONE, seen=True)
    while (
        _half_more(tokens, said, start, language)
        or _small_more(tokens, said, language)
        or _scale_more(tokens, said, language)
    ):
        pass
    if not said.seen or said.at == start:
        return None
    return _summed(tokens, start, said, language)


def _summed(tokens: Tokens, start: int, said: Sum, language: Language) -> Number:
    """The number that was said, with decimals after "point"."""
    value, exact = said.total + said.group, not said.parted and said.group != 0
    if decimals := _point(tokens, said.at, language):
        value, said.at, said.step = value + decimals[0], decimals[1], decimals[2]
        exact = False
        factor = language.scales.get(tokens.word(said.at), 0)
        if factor >= BOUNDARY and not tokens.word(said.at).endswith("s"):
            value, said.at, said.step = value * factor, said.at + 1, said.step * factor
    words, step = " ".join(tokens.low[start : said.at]), Decimal(0) if exact else said.step
    return Number(said.at, value, step, bool(step), trace=[f"number words: {words} -> {value}"])


def _half_more(tokens: Tokens, said: Sum, start: int, language: Language) -> bool:
    """Add a half or another fraction after "and"."""
    half = and_half(tokens, said.at, language) if said.seen else None
    if half and said.total and tokens.word(half[1]) in language.scales:
        return False
    if half:
        factor = _last_scale(tokens, start, half[1], language) if said.total else 1
        said.group, said.at, said.step = said.group + half[0] * factor, half[1], Decimal("0.01") * factor
        said.parted = True
    return half is not None


def _small_more(tokens: Tokens, said: Sum, language: Language) -> bool:
    """Add what is under a hundred."""
    after_big = said.total > 0 or said.group >= language.hundred
    here = _join(tokens, said.at, language, after_big=after_big) if said.seen else said.at
    open_group = said.group % 100 == 0 and (said.group or said.total)
    small = below_hundred(tokens, here, language) if not said.seen or open_group else None
    if small:
        said.group, said.at, said.seen = said.group + small[0], small[1], True
    return small is not None


def _scale_more(tokens: Tokens, said: Sum, language: Language) -> bool:
    """Multiply by a scale word."""
    after_big = said.total > 0 or said.group >= language.hundred
    here = _join(tokens, said.at, language, after_big=after_big) if said.seen else said.at
    word = tokens.word(here)
    factor = language.scales.get(word, 0)
    alone = word == "hundred" or (factor in (100, BOUNDARY) and language.code != "en" and not word.endswith("s"))
    alone = alone and tokens.word(here - 1) not in language.words["percent"]
    plural = word.endswith("s") and language.code == "en" and said.seen and not said.group
    if not factor or plural or not (said.seen or alone):
        return False
    if factor < BOUNDARY:
        said.group = (said.group or ONE) * factor if said.group < factor or factor == 12 else said.group
    elif said.total and said.total < factor:
        said.total, said.group = (said.total + said.group) * factor, Decimal(0)
    else:
        said.total, said.group = said.total + (said.group or ONE) * factor, Decimal(0)
    said.step = (said.step or ONE) * factor if factor >= BOUNDARY else said.step
    said.at, said.seen = here + 1, True
    return said.at < MOST_TOKENS + here


def _point(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int, Decimal] | None:
    """Decimals in words, "point zero three": their value, the index after them and their step."""
    if tokens.word(at) not in language.words["point"]:
        return None
    digits, at = "", at + 1
    while len(digits) < BOUNDARY // 100 and 0 <= language.numbers.get(tokens.word(at), -1) < 10:
        digits, at = digits + str(language.numbers[tokens.word(at)]), at + 1
    if not digits and (pair := below_hundred(tokens, at, language)):
        digits, at = f"{pair[0]:f}", pair[1]
    return (Decimal(f"0.{digits}"), at, Decimal(1).scaleb(-len(digits))) if digits else None


def _last_scale(tokens: Tokens, start: int, end: int, language: Language) -> int:
    """The scale word last said, for "trois millions et demi"."""
    return next((language.scales[word] for word in reversed(tokens.low[start:end]) if word in language.scales), 1)


def _join(tokens: Tokens, at: int, language: Language, *, after_big: bool) -> int:
    """The index after a hyphen, or after "and" where it can go on."""
    if tokens.hyphen(at):
        return at + 1
    if after_big and tokens.word(at) in language.words["and"] and below_hundred(tokens, at + 1, language):
        return at + 1
    return at


def below_hundred(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int] | None:
    """A number under a hundred: "seven", "forty", "twenty-five", "quatre-vingt-dix"."""
    if compound := _hyphenated(tokens, at, language):
        return compound
    word = tokens.word(at)
    if word in language.numbers:
        return Decimal(language.numbers[word]), at + 1
    if word not in language.tens:
        return None
    value, end = language.tens[word], at + 1
    here = end + 1 if tokens.hyphen(end) else end
    here = here + 1 if language.code != "en" and tokens.word(here) in language.words["and"] else here
    here = here + 1 if here > end + 1 and tokens.hyphen(here) else here
    unit = language.numbers.get(tokens.word(here), 0)
    return (
        (Decimal(value + unit), here + 1)
        if 0 < unit < 10 or (10 <= unit < 20 and value in (60, 80))
        else (Decimal(value), end)
    )


def _hyphenated(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int] | None:
    """Words of the tables that carry hyphens themselves ("dix-sept")."""
    if language.code != "fr" or not tokens.hyphen(at + 1):
        return None
    for length in (5, 3):
        if at + length > tokens.size:
            continue
        word = "".join(tokens.low[at : at + length])
        value = language.numbers.get(word) or language.tens.get(word)
        if value:
            end = at + length
            unit = language.numbers.get(tokens.word(end + 1), 0) if tokens.hyphen(end) else 0
            return (Decimal(value + unit), end + 2) if unit and word in language.tens else (Decimal(value), end)
    return None
