"""Abbreviated scales after digits: "3bn", "1.2m", "$5 m".

A newcomer's mistake: reading "m" always as million. Touching money it is; before "long" or "above" it is metres.
"""

from __future__ import annotations

import re
from decimal import Decimal

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line, find
from registry.steps.recognise.tables import cues, currencies
from registry.steps.recognise.tokens import Tokens

METRES = cues("measures_metres")
NEAR = 30
COUNTED = re.compile(r"\b(\d{1,4}(?:\.\d+)?)m (?:t\b|people\b|(?!met[er]{2}s|hurdles|races)[a-z]{3,}s\b)")
MEASURED = frozenset(("t", "ha", "kg", "mt", "l", "hl", "acres", "tonnes", "tons"))
TIMES = 3  # how far a figure may be from one that is surely in millions
THOUSAND = 1000
BEHIND_GRAND = cues("scales_behind_grand")
BIG = ("million", "billion", "bn", "millions")
_SMALL = cues("measures_small")
AGAINST = frozenset(("from", "to", "against", "than", "with", "and", "versus"))


def in_millions(low: str) -> tuple[Decimal, ...]:
    """The figures that a text in small letters tells in millions of things: "183.7m guests"."""
    return tuple(dict.fromkeys(map(Decimal, COUNTED.findall(low))))


def short_scale(line: Line, draft: Draft, *, digits: bool) -> None:
    """An abbreviated scale that touches the digits or stands with money: "3bn", "1.2m", "$5 m"."""
    tokens, at = line.tokens, draft.end
    word = tokens.word(at)
    factor = line.about.language.short_scales.get(word)
    if not factor or not digits or draft.scaled or draft.low is None:
        return
    money = draft.kind is Kind.MONEY or bool(find(tokens, at + 1, currencies().names)) or _sign(tokens, at + 1)
    touching = tokens.touches(at)
    if not (money or touching or (len(word) > 1 and word not in ("mm", "tr"))) or not _scale_letter(
        line, draft, word, money
    ):
        return
    times(draft, factor, at + 1, word)
    point = tokens.word(at + 1) == "." and tokens.touches(at + 1)
    known = f"{word}." in line.about.language.short_scales and tokens.is_word(at + 2)
    if point and (known or (len(word) == 3 and find(tokens, at + 2, currencies().names))):
        draft.end += 1


def grand(line: Line, draft: Draft) -> None:
    """Thousands of money as people call them: "ninety grand", "two grand for the roof", not "two grand pianos"."""
    tokens, at = line.tokens, draft.end
    if tokens.written(at) != "grand" or draft.low is None or draft.low >= THOUSAND:
        return
    if line.about.language.code != "en" or (tokens.is_word(at + 1) and tokens.word(at + 1) not in BEHIND_GRAND):
        return
    if tokens.word(at + 1) == "," and tokens.is_word(at + 2) and tokens.word(at + 2) not in BEHIND_GRAND:
        return  # "one grand, two uprights"
    times(draft, THOUSAND, at + 1, "grand")
    if draft.kind is not Kind.MONEY and line.about.money:
        draft.kind, draft.unit = Kind.MONEY, line.about.money
        draft.trace.append(f"currency: grand -> {draft.unit}")


def times(draft: Draft, factor: int, end: int, word: str) -> None:
    """Scale a draft."""
    draft.low = None if draft.low is None else draft.low * factor
    draft.high = None if draft.high is None else draft.high * factor
    draft.step, draft.scaled, draft.end = (draft.step or Decimal(1)) * factor, True, end
    draft.trace.append(f"scale: {word} = {factor}")


def _sign(tokens: Tokens, at: int) -> bool:
    """Whether a currency sign or code stands here."""
    return tokens.written(at) in currencies().signs or tokens.written(at) in currencies().codes


def _scale_letter(line: Line, draft: Draft, word: str, money: bool) -> bool:  # noqa: FBT001
    """Whether a letter after digits is a scale and no unit."""
    tokens, at = line.tokens, draft.end
    follows = tokens.word(at + 1)
    if word == "mm":
        return money
    if word == "m" and tokens.written(at) == "m" and not money:
        if tokens.word(draft.start - 1) in AGAINST and _was_million(tokens, draft.start):
            return True
        assert draft.low is not None
        if follows in MEASURED:
            return True  # "117.5m t of wheat", "3.1m ha"
        if not tokens.is_word(at + 1) or follows in _SMALL:
            told = any(name in tokens.low[max(0, at - NEAR) : at + NEAR] for name in BIG)
            return told or any(one < draft.low * TIMES and draft.low < one * TIMES for one in line.about.millions)
        return (
            follows not in METRES
            and tokens.is_word(at + 1)
            and (follows == "of" or (len(follows) > 2 and follows not in _SMALL))
        )
    if word in ("t", "b", "tr") and not money:
        return word == "b" and (tokens.is_word(at + 1) or bool(draft.step))
    return True


def _was_million(tokens: Tokens, before: int) -> bool:
    """Whether a figure shortly before is in millions of something: "1.6m hectares, up from 1.5m"."""
    return any(
        tokens.word(at) == "m"
        and tokens.touches(at)
        and tokens.is_number(at - 1)
        and tokens.is_word(at + 1)
        and len(tokens.word(at + 1)) > 2
        and tokens.word(at + 1) not in METRES
        and tokens.word(at + 1) not in _SMALL
        for at in range(max(1, before - NEAR), before)
    )
