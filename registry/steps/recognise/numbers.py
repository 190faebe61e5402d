"""Numbers in digits and in words, and both together: "1.28 million", "five and a half million", "a quarter of a billion".

A newcomer's mistake: treating "and" as a part of every number. It joins only after a hundred or more, or before a half.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from registry.steps.recognise.line import Line
from registry.steps.recognise.numerals import numeral
from registry.steps.recognise.tables import Language
from registry.steps.recognise.tokens import Tokens

ONE = Decimal(1)
GLYPHS = {
    **{"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5)},
    **{"⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)},
}
BOUNDARY = 1000
MOST_DIGITS = 2


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
    trace: list[str] = field(default_factory=list)


def read_number(line: Line, at: int) -> Number | None:
    """The number that starts here, with its scale words."""
    tokens, language = line.tokens, line.about.language
    if tokens.is_number(at):
        found = in_digits(line, at)
        return found and with_scale(line, found)
    word = tokens.word(at)
    if word in GLYPHS:
        return Number(at + 1, share(GLYPHS[word]), digits=True, trace=[f"fraction: {word}"])
    if (
        word in language.starts
        or word in language.words["article"] | language.words["half"] | language.words["several"]
    ):
        return in_words(tokens, at, language)
    return None


def share(parts: tuple[int, int]) -> Decimal:
    """A fraction as a decimal."""
    return Decimal(parts[0]) / Decimal(parts[1])


def in_digits(line: Line, at: int) -> Number | None:
    """Digits, groups with spaces included, and a fraction after them ("11¼", "2 1/2")."""
    tokens = line.tokens
    text, end = spaced(line, at)
    found = numeral(text, line.about.style.decimal)
    if found is None:
        return None
    step = found.step if found.step != 1 else Decimal(0)
    number = Number(end, found.value, step, digits=True, grouped=found.grouped or end > at + 1)
    number.trace.append(f"digits: {text} -> {found.value}")
    glyph = tokens.word(end)
    if glyph in GLYPHS:
        return plus(number, share(GLYPHS[glyph]), end + 1, glyph)
    return _power(tokens, number) or _slashed(tokens, number) or number


def _power(tokens: Tokens, number: Number) -> Number | None:
    """A power of ten after a number: "1.3x10^6", "1.99×10−30", "1e10"."""
    at, mark = number.end, tokens.word(number.end)
    if mark == "e" and tokens.touches(at) and tokens.touches(at + 1):
        here = at + 1
    elif mark in ("x", "×", "*") and tokens.word(at + 1) == "10":
        here = at + 3 if tokens.word(at + 2) == "^" else at + 2
        if not (tokens.word(at + 2) in ("^", "-") or tokens.word(here) == "-"):
            return None
    else:
        return None
    minus = tokens.word(here) == "-"
    here = here + 1 if minus or tokens.word(here) == "+" else here
    digits = tokens.written(here)
    if not (tokens.is_number(here) and digits.isdigit() and len(digits) <= MOST_DIGITS):
        return None
    factor = Decimal(1).scaleb(-int(digits) if minus else int(digits))
    number.value, number.step, number.end, number.scaled = (
        number.value * factor,
        (number.step or ONE) * factor,
        here + 1,
        True,
    )
    number.trace.append(f"scale: power of ten = {factor:f}")
    return number


def _slashed(tokens: Tokens, number: Number) -> Number | None:
    """A fraction with a slash after a whole number: "2 1/4"."""
    at = number.end
    if number.step or tokens.word(at + 1) != "/" or not tokens.is_number(at) or not tokens.is_number(at + 2):
        return None
    top, bottom = tokens.raw[at], tokens.raw[at + 2]
    glued = tokens.touches(at + 1) and tokens.touches(at + 2) and tokens.word(at + 3) != "/"
    if not glued or not (top.isdigit() and bottom.isdigit() and len(bottom) <= 2) or not 0 < int(top) < int(bottom):
        return None
    return plus(number, share((int(top), int(bottom))), at + 3, f"{top}/{bottom}")


def plus(number: Number, part: Decimal, end: int, words: str) -> Number:
    """A number and a fraction after it."""
    number.value += part * (number.step if number.scaled else ONE)
    number.step, number.end = Decimal("0.01") if not number.scaled else number.step, end
    number.trace.append(f"plus a fraction: {words}")
    return number


def spaced(line: Line, at: int) -> tuple[str, int]:
    """The digits from here on, joined over the spaces between groups of three: "1 234 567"."""
    tokens, end, text = line.tokens, at + 1, line.tokens.raw[at]
    if not (text.isdigit() and len(text) <= 3 and text[0] != "0") or tokens.word(at - 1) in line.about.language.months:
        return text, end
    while tokens.is_number(end) and _is_group(line, end):
        text, end = text + tokens.raw[end], end + 1
    return text, end


def _is_group(line: Line, at: int) -> bool:
    """Whether a token is a further group of three digits."""
    tokens = line.tokens
    head = tokens.raw[at].partition(line.about.style.decimal)[0]
    gap = tokens.starts[at] - tokens.ends[at - 1]
    return len(head) == 3 and head.isdigit() and gap == 1 and line.about.text[tokens.ends[at - 1]] not in "\t\n\r"


def with_scale(line: Line, number: Number) -> Number:
    """A number in digits times the scale word after it: "1.28 million", "3bn", "4 hundred"."""
    tokens, language = line.tokens, line.about.language
    word, end = tokens.word(number.end), number.end
    if language.words["and"] and (half := _and_half(tokens, end, language)):
        number = plus(number, half[0], half[1], "and a half")
        word, end = tokens.word(number.end), number.end
    if tokens.hyphen(end) and tokens.word(end + 1) in language.scales:
        end, word = end + 1, tokens.word(end + 1)
    if word in language.scales:
        number = scaled(number, language.scales[word], end + 1, word)
        while tokens.word(number.end) in language.words["of"] and tokens.word(number.end + 1) in language.scales:
            word = tokens.word(number.end + 1)
            number = scaled(number, language.scales[word], number.end + 2, word)
        if half := _and_half(tokens, number.end, language):
            return plus(number, half[0], half[1], "and a half")
        return _further(line, _tail(line, number) if word == "hundred" else number)
    return number


def _tail(line: Line, number: Number) -> Number:
    """What is under a hundred after digits and "hundred": "3 hundred and 21"."""
    tokens, language = line.tokens, line.about.language
    at = number.end + 1 if tokens.word(number.end) in language.words["and"] else 0
    digits = tokens.written(at) if at and tokens.is_number(at) else ""
    small = (Decimal(digits), at + 1) if digits.isdigit() and len(digits) <= MOST_DIGITS else None
    small = small or (_below_hundred(tokens, at, language) if at else None)
    if small:
        number.value, number.end, number.step = number.value + small[0], small[1], Decimal(0)
        number.trace.append(f"further: {small[0]}")
    return number


def _further(line: Line, number: Number) -> Number:
    """More of a number after its scale word: "5 million 300 thousand"."""
    tokens, language = line.tokens, line.about.language
    at = number.end
    word = tokens.word(at + 1)
    if not (tokens.is_number(at) and tokens.raw[at].isdigit() and word in language.scales):
        return number
    factor = Decimal(language.scales[word])
    if len(tokens.raw[at]) > 3 or factor >= number.step:
        return number
    number.value, number.step, number.end = number.value + Decimal(tokens.raw[at]) * factor, factor, at + 2
    number.trace.append(f"further: {Decimal(tokens.raw[at]) * factor}")
    return _tail(line, number) if word == "hundred" else number


def scaled(number: Number, factor: int, end: int, word: str) -> Number:
    """A number times a scale."""
    step = number.step or ONE
    number.value, number.step, number.end, number.scaled = number.value * factor, step * factor, end, True
    number.trace.append(f"scale: {word} = {factor}")
    return number


def _and_half(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int] | None:
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
        _vague(tokens, at, language)
        or _half_of(tokens, at, language)
        or _several(tokens, at, language)
        or _plain(tokens, at, language)
    )


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


def _plain(tokens: Tokens, at: int, language: Language) -> Number | None:
    """A spelled-out number."""
    start, total, group, seen, step = at, Decimal(0), Decimal(0), False, Decimal(0)
    if tokens.word(at) in language.words["article"] and tokens.word(at) not in language.numbers:
        if tokens.word(at + 1) not in language.scales or tokens.word(at + 1).endswith("s"):
            return None
        group, at, seen = ONE, at + 1, True
    while True:
        here = _join(tokens, at, language, after_big=total > 0 or group >= language.hundred) if seen else at
        half = _and_half(tokens, at, language) if seen else None
        small = None if half else _below_hundred(tokens, here, language)
        if (
            small
            and (not seen or group % 100 == 0 and (group or total))
            and (at == start or group == 0 or group >= 100)
        ):
            group, at, seen = group + small[0], small[1], True
            continue
        if half:
            group, at, step = group + half[0], half[1], Decimal("0.01")
            if total:
                group = group - half[0] + half[0] * _last_scale(tokens, start, half[1], language)
            continue
        word, here = tokens.word(here), here
        factor = language.scales.get(word, 0)
        if not factor or not (seen or word == "hundred" or factor == 1000 and language.code != "en"):
            break
        if word.endswith("s") and language.code == "en" and seen and not group:
            break
        if factor < BOUNDARY:
            group = (group or ONE) * factor if group < factor or factor == 12 else group
        elif total and total < factor:
            total, group = (total + group) * factor, Decimal(0)
        else:
            total, group = total + (group or ONE) * factor, Decimal(0)
        at, seen, step = here + 1, True, (step or ONE) * factor if factor >= BOUNDARY else step
    if not seen or at == start:
        return None
    value = total + group
    if decimals := _point(tokens, at, language):
        value, at, step, group = value + decimals[0], decimals[1], decimals[2], Decimal("0.1")
    words = " ".join(tokens.low[start:at])
    exact = group != 0 and group == int(group)
    return Number(
        at, value, Decimal(0) if exact else step, bool(step) and not exact, trace=[f"number words: {words} -> {value}"]
    )


def _point(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int, Decimal] | None:
    """Decimals in words, "point zero three": their value, the index after them and their step."""
    if tokens.word(at) not in language.words["point"]:
        return None
    digits, at = "", at + 1
    while len(digits) < BOUNDARY // 100 and 0 <= language.numbers.get(tokens.word(at), -1) < 10:
        digits, at = digits + str(language.numbers[tokens.word(at)]), at + 1
    return (Decimal(f"0.{digits}"), at, Decimal(1).scaleb(-len(digits))) if digits else None


def _last_scale(tokens: Tokens, start: int, end: int, language: Language) -> int:
    """The scale word last said, for "trois millions et demi"."""
    return next((language.scales[word] for word in reversed(tokens.low[start:end]) if word in language.scales), 1)


def _join(tokens: Tokens, at: int, language: Language, *, after_big: bool) -> int:
    """The index after a hyphen, or after "and" where it can go on."""
    if tokens.hyphen(at):
        return at + 1
    if after_big and tokens.word(at) in language.words["and"] and _below_hundred(tokens, at + 1, language):
        return at + 1
    return at


def _below_hundred(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int] | None:
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
        if 0 < unit < 10 or 10 <= unit < 20 and value in (60, 80)
        else (Decimal(value), end)
    )


def _hyphenated(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int] | None:
    """Words of the tables that carry hyphens themselves ("dix-sept")."""
    if language.code != "fr" or not tokens.hyphen(at + 1):
        return None
    for length in (5, 3):
        word = "".join(tokens.low[at : at + length])
        value = language.numbers.get(word) or language.tens.get(word)
        if value:
            end = at + length
            unit = language.numbers.get(tokens.word(end + 1), 0) if tokens.hyphen(end) else 0
            return (Decimal(value + unit), end + 2) if unit and word in language.tens else (Decimal(value), end)
    return None
