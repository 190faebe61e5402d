"""Numbers in words that are more than a sum: "dozens", "half a million", "several hundred", "une centaine".

A newcomer's mistake: giving "hundreds" an upper end. It says at least so many, and no more than that.
"""

from __future__ import annotations

from decimal import Decimal

from registry.steps.recognise.line import Number
from registry.steps.recognise.numbers.spelled import plain, share
from registry.steps.recognise.tables import Language
from registry.steps.recognise.tokens import Tokens


def in_words(tokens: Tokens, at: int, language: Language) -> Number | None:
    """A number in words, "one hundred and twenty-five" to "half a trillion"."""
    return (
        _mixed(tokens, at, language)
        or _rounded(tokens, at, language)
        or _vague(tokens, at, language)
        or _half_of(tokens, at, language)
        or _several(tokens, at, language)
        or plain(tokens, at, language)
    )


def _mixed(tokens: Tokens, at: int, language: Language) -> Number | None:
    """A German number and a half in one word, "dreieinhalb Millionen"."""
    head, half, _ = tokens.word(at).partition("einhalb")
    whole = language.numbers.get(head or "eins", 0) if half else 1 if tokens.word(at) == "anderthalb" else 0
    if language.code != "de" or not whole:
        return None
    factor = language.scales.get(tokens.word(at + 1), 0)
    value = (whole + Decimal("0.5")) * (factor or 1)
    trace = [f"number words: {' '.join(tokens.low[at : at + 2])} -> {value}"]
    return Number(at + 2 if factor else at + 1, value, Decimal("0.5") * (factor or 1), bool(factor), trace=trace)


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
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if word not in language.words["vague"] or (after in (")", "") and before in ("(", ",", "in")):
        return None  # "(forecast, thousands)" and "Starts by age, thousands" say what a column counts in
    value = Decimal(language.vague.get(word) or 0) or Decimal(language.scales.get(word, 0))
    value = value * 2 if value == 12 else value
    number = Number(at + 1, value, vague=True, trace=[f"approximate plural: {word} -> at least {value}"])
    while tokens.word(number.end) in language.words["of"] and tokens.word(number.end + 1) in language.scales:
        word = tokens.word(number.end + 1)
        number.value, number.end = number.value * language.scales[word], number.end + 2
        number.trace.append(f"scale: {word} = {language.scales[word]}")
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
        factor / Decimal(10) if factor > 12 else Decimal(0),  # "half a million" is 0.5 million
        factor > 12,
        trace=[f"part of a scale: {words} -> {part * factor}"],
    )


def _several(tokens: Tokens, at: int, language: Language) -> Number | None:
    """ "Several hundred", "a few thousand": at least that, and not exact."""
    start = at
    at = at + 1 if tokens.word(at) in language.words["article"] else at
    if tokens.word(at) == "couple" and at > start:
        here = at + 2 if tokens.word(at + 1) == "of" else at + 1
        factor = language.scales.get(tokens.word(here), 0)
        told = [f"number words: {' '.join(tokens.low[start : here + 1])} -> {2 * factor}", "comparator: about"]
        return Number(here + 1, Decimal(2 * factor), about=True, trace=told) if factor else None
    factor = language.scales.get(tokens.word(at + 1), 0)
    if tokens.word(at) not in language.words["several"] or not factor:
        return None
    words = " ".join(tokens.low[start : at + 2])
    return Number(at + 2, Decimal(factor), vague=True, trace=[f"approximate plural: {words} -> at least {factor}"])
