"""Numbers in digits: "1.36 million", "11¼", "3 hundred and 21", "1.99×10−30"; words go to `spelled`.

A newcomer's mistake: reading a number twice. `read_number` keeps what it found at each token of the line.
"""

from __future__ import annotations

from decimal import Decimal

from registry.steps.recognise.line import Line, Number
from registry.steps.recognise.numbers.numerals import numeral
from registry.steps.recognise.numbers.spelled import ONE, and_half, below_hundred, share
from registry.steps.recognise.numbers.vague import in_words
from registry.steps.recognise.tokens import Tokens

GLYPHS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
MOST_DIGITS = 2
GROUPS = 7


def read_number(line: Line, at: int) -> Number | None:
    """The number that starts here, with its scale words; each is read once."""
    if at not in line.numbers:
        line.numbers[at] = _read(line, at)
    return line.numbers[at]


def _read(line: Line, at: int) -> Number | None:
    """The number that starts here, read anew."""
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
    added = part * (number.step if number.scaled else ONE)
    number.value += added
    number.step, number.end = Decimal("0.01") if not number.scaled else number.step, end
    number.trace.append(f"plus a fraction: {words} = {added}")
    return number


def spaced(line: Line, at: int) -> tuple[str, int]:
    """The digits from here on, joined over the spaces between groups of three: "1 234 567"."""
    tokens, end, text = line.tokens, at + 1, line.tokens.raw[at]
    if not (text.isdigit() and len(text) <= 3 and text[0] != "0") or tokens.word(at - 1) in line.about.language.months:
        return text, end
    while end < at + GROUPS and tokens.is_number(end) and _is_group(line, end):
        text, end = text + tokens.raw[end], end + 1
    return text, end


def _is_group(line: Line, at: int) -> bool:
    """Whether a token is a further group of three digits."""
    tokens = line.tokens
    head = tokens.raw[at].partition(line.about.style.decimal)[0]
    gap = tokens.starts[at] - tokens.ends[at - 1]
    return len(head) == 3 and head.isdigit() and gap == 1 and line.about.text[tokens.ends[at - 1]] not in "\t\n\r"


def with_scale(line: Line, number: Number) -> Number:
    """A number in digits times the scale word after it: "1.36 million", "3bn", "4 hundred"."""
    tokens, language = line.tokens, line.about.language
    word, end = tokens.word(number.end), number.end
    if language.words["and"] and (half := and_half(tokens, end, language)):
        number = plus(number, half[0], half[1], "and a half")
        word, end = tokens.word(number.end), number.end
    if tokens.hyphen(end) and tokens.word(end + 1) in language.scales:
        end, word = end + 1, tokens.word(end + 1)
    if word in language.scales and (language.scales[word] != 100 or language.code == "en"):
        number = scaled(number, language.scales[word], end + 1, word)
        if language.scales[word] == 1000 and language.scales.get(tokens.word(number.end), 0) > 1000:
            word = tokens.word(number.end)
            number = scaled(number, language.scales[word], number.end + 1, word)
        while tokens.word(number.end) in language.words["of"] and tokens.word(number.end + 1) in language.scales:
            word = tokens.word(number.end + 1)
            number = scaled(number, language.scales[word], number.end + 2, word)
        if half := and_half(tokens, number.end, language):
            return plus(number, half[0], half[1], "and a half")
        return _further(line, _tail(line, number) if word == "hundred" else number)
    return number


def _tail(line: Line, number: Number) -> Number:
    """What is under a hundred after digits and "hundred": "3 hundred and 21"."""
    tokens, language = line.tokens, line.about.language
    at = number.end + 1 if tokens.word(number.end) in language.words["and"] else 0
    digits = tokens.written(at) if at and tokens.is_number(at) else ""
    small = (Decimal(digits), at + 1) if digits.isdigit() and len(digits) <= MOST_DIGITS else None
    small = small or (below_hundred(tokens, at, language) if at else None)
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
