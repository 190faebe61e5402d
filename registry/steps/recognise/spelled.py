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


def in_words(tokens: Tokens, at: int, language: Language) -> Number | None:
    """A number in words, "one hundred and twenty-five" to "half a trillion"."""
    return (
        _rounded(tokens, at, language)
        or _vague(tokens, at, language)
        or _half_of(tokens, at, language)
        or _several(tokens, at, language)
        or _plain(tokens, at, language)
    )


def _rounded(tokens: Tokens, at: int, language: Language) -> Number | None:
    """A rounded number that is a noun: "une centaine", "una veintena"."""
    here = at + 1 if tokens.word(at) in language.words["article"] else at
    value = language.rounded.get(tokens.word(here), 0)
    if not value or here == at:
        return None
    trace = [f"number words: {tokens.low[here]} -> {value}", "comparator: about"]
    return Number(here + 1, Decimal(value), about=True, trace=trace)


def _vague(tokens: Tokens, at: int, language: Language) -> Number | None:
    """An approximate plural: "dozens", "hundreds of thousands"."""
    word = tokens.word(at)
    if word not in language.words["vague"]:
        return None
    value = Decimal(language.vague.get(word) or 0) or Decimal(language.scales.get(word, 0))
    value = value * 2 if value == 12 else value
    number = Number(at + 1, value, vague=True, trace=[f"approximate plural: {word} -> at least {value}"])
    while tokens.word(number.end) in language.words["of"] and tokens.word(number.end + 1) in language.scales:
        word = tokens.word(number.end + 1)
        number.value, number.end = number.value * language.scales[word], number.end + 2
        number.trace.append(f"scale: {word}")
    if word == "tens" and number.end == at + 1:
        return None
    return number if number.value else None


def _half_of(tokens: Tokens, at: int, language: Language) -> Number | None:
    """A part of a scale: "half a million", "a quarter of a billion", "three quarters of a million"."""
    start, part = at, Decimal(0)
    at = at + 1 if tokens.word(at) in language.words["article"] else at
    if tokens.word(at) in language.words["half"]:
        part, at = Decimal("0.5"), at + 1
    elif top := 1 if at > start or tokens.word(at) == "quarter" else language.numbers.get(tokens.word(at), 0):
        at = at if at > start or tokens.word(at) == "quarter" else at + 1
        at = at + 1 if tokens.hyphen(at) else at
        bottom = language.denominators.get(tokens.word(at), 0)
        part, at = (share((top, bottom)) if top < bottom else part), at + 1
    at = at + 1 if tokens.hyphen(at) else at
    at = at + 1 if tokens.word(at) in language.words["of"] else at
    at = at + 1 if tokens.word(at) in language.words["article"] else at
    factor = language.scales.get(tokens.word(at), 0)
    if not part or not factor:
        return None
    words = " ".join(tokens.low[start : at + 1])
    return Number(
        at + 1,
        part * factor,
        part * factor if factor > 12 else Decimal(0),
        factor > 12,
        trace=[f"part of a scale: {words}"],
    )


def _several(tokens: Tokens, at: int, language: Language) -> Number | None:
    """ "Several hundred", "a few thousand": at least that, and not exact."""
    start = at
    at = at + 1 if tokens.word(at) in language.words["article"] else at
    factor = language.scales.get(tokens.word(at + 1), 0)
    if tokens.word(at) not in language.words["several"] or not factor:
        return None
    words = " ".join(tokens.low[start : at + 2])
    return Number(at + 2, Decimal(factor), vague=True, trace=[f"approximate plural: {words} -> at least {factor}"])


@dataclass(slots=True)
class Sum:
    """A spelled-out number so far: what is complete up to a scale word, and the group being read."""

    at: int
    total: Decimal = Decimal(0)
    group: Decimal = Decimal(0)
    seen: bool = False
    step: Decimal = Decimal(0)
    parted: bool = False


def _plain(tokens: Tokens, at: int, language: Language) -> Number | None:
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
    alone = word == "hundred" or (factor == BOUNDARY and language.code != "en")
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
