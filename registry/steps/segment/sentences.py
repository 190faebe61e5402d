"""Sentences inside blocks. nupunkt finds them; two small rules mend what its legal training makes it miss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from registry.model.span import Block, BlockKind, Sentence
from registry.steps.fragments import MONTHS
from registry.steps.kept import compiled
from registry.steps.segment.beside import marked
from registry.steps.segment.blocks import MARKER
from registry.steps.segment.furniture import is_aside
from registry.steps.segment.likeness import Margin

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

_ASIDES = frozenset({BlockKind.PROSE, BlockKind.ITEM, BlockKind.QUOTE})
_SHORT = 130
_NUMERAL = compiled(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]")
_WHOLE = frozenset({BlockKind.HEADING, BlockKind.ROW, BlockKind.FURNITURE})
_ABBREVIATIONS = (
    "adm|amb|approx|apr|assoc|asst|aug|ave|bros|brig|calif|capt|cf|cmdr|co|col|comdr|corp|cpl|dec|dept|dist|dr|ed"
    "|eds|eq|est|etc|ext|feb|fig|figs|fri|ft|gen|gov|govt|hon|inc|jan|jr|jul|jun|lieut|lt|ltd|maj|mar|max|messrs"
    "|min|mme|mr|mrs|ms|mt|mon|no|nos|nov|oct|op|par|pp|pres|prof|pvt|rep|reps|rev|sat|sec|sen|sens|sept|sgt|sgts"
    "|sr|st|ste|sun|supt|thu|thurs|tue|tues|univ|vol|vols|vs|wed|ariz|ark|colo|conn|del|fla|ill|ind|kan|mass|mich"
    "|minn|miss|neb|nev|okla|ore|penn|tenn|tex|va|vt|wash|wis|wyo|ont|que|art|arts"
)
_STOP = compiled(
    rf"""(?P<mark>[.?!])["'”’)\]]*(?:\[[a-z\d]{{1,3}}\])*(?P<gap>
        \s+(?=["'“‘(\[]?[^\W_a-zß-öø-ÿ])
      | (?=(?!(?:Com|Org|Net|Co)\b)[A-Z][a-z]+,?\s            # a note between the two was taken out: "of it.The court"
        |\d{{1,2}}\s{MONTHS}\b)
    )""",
    re.VERBOSE,
)
_GLUED = compiled(r"(?:(?!www)[^\W\d_]{3}|\d{2}|/\d|[%)])\Z")
_NOTES = compiled(r"(?:\[[a-z\d]{1,3}\])+(?=\s)")  # "[2][3] The next sentence": notes of the one before
_ENDING = compiled(
    rf"""
    (?: (?<!\w)(?!(?i:{_ABBREVIATIONS})\Z)[^\W\d_]{{2,}}    # a word that is no abbreviation
      | [\d%)\]] | \d\s?[CFKWtmgl] | °\s?[CFK]                  # a figure, a bracket, degrees
    )\Z
    """,
    re.VERBOSE,
)
_CLOCK_OR_STATE = compiled(r"\b(?:[ap]\.m|[A-Z]\.[A-Z])\Z")
_OPENER = compiled(
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen"
    r"|Nineteen|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety|Dozens|Hundreds|Thousands|Police|Officials|Nobody"
    r"|The|A|An|By|In|On|At|It|He|She|They|We|But|And|Some|About|More|There|This|That|When|After|Before|Its|His|Her)\b"
)
_TAIL = 24
_UNFINISHED = compiled(
    r"(?:\b(?i:gen|gov|sen|rep|lt|col|maj|capt|sgt|adm|prof|dr|mr|mrs|ms|mme|st|jan|feb|mar|apr|aug|sept?|oct|nov|dec|nos?|figs?|vs|approx|pp"
    r"|mio|mrd|tsd|bzw|ca)"
    r"|(?<![\d°])(?<![\d°]\s)\b[A-Z])\.$"
)
_GRADED = compiled(r"\b[Tt]he \d\.$")  # "in the 2. Bundesliga", not "the oldest of the 12. Rescuers"
_DAY = compiled(r"(?<!\d)\d{1,2}\.\s*$")
_GERMAN_MONTH = compiled(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Quartal)\b"
)


def sentences(text: str, blocks: Sequence[Block]) -> list[Sentence]:
    """The sentences, headings, items and rows of a text, in order; those of furniture are marked by their block."""
    return marked(text, blocks, known(text, blocks))


def known(text: str, blocks: Sequence[Block]) -> list[Sentence]:
    """The sentences, those marked that a pattern or the likeness of short lines knows to be furniture."""
    margin = Margin(text, blocks)
    return [placed(text, block, start, end, margin) for block in blocks for start, end in parts(text, block)]


def placed(text: str, block: Block, start: int, end: int, margin: Margin) -> Sentence:
    """A sentence in its block; one that is nothing but page furniture stands in a block of that kind."""
    aside = block.kind in _ASIDES and end - start < _SHORT and is_aside(text[start:end])
    if aside or margin.holds(start, end, block):
        return Sentence(start, end, replace(block, kind=BlockKind.FURNITURE))
    return Sentence(start, end, block)


def parts(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The places of a block's sentences."""
    start, end = _bare(text, block)
    if start >= end:
        return
    if block.kind in _WHOLE:
        yield start, end
        return
    for first, last in split(text[start:end], start):
        if not _NUMERAL.fullmatch(text[first:last]):
            yield first, last


def _bare(text: str, block: Block) -> tuple[int, int]:
    """A block's place without list marker and surrounding blanks."""
    raw = text[block.start : block.end]
    left = len(raw) - len(raw.lstrip())
    if block.kind in (BlockKind.ITEM, BlockKind.HEADING) and (marker := MARKER.match(raw, left)):
        left = marker.end()
    return block.start + left, block.start + len(raw.rstrip())


def split(words: str, offset: int = 0) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, as places counted from `offset`."""
    pending: tuple[int, int] | None = None
    for start, end in (piece for span in _punkt().span_tokenize(words) for piece in _mended(words, *span)):
        if pending and _belongs(words, pending, start):
            pending = (pending[0], end)
            continue
        if pending and (notes := _NOTES.match(words, start, end)):
            pending = (pending[0], notes.end())
            start = next(_tight(words, notes.end(), end))[0]
        if pending:
            yield pending[0] + offset, pending[1] + offset
        pending = (start, end)
    if pending:
        yield pending[0] + offset, pending[1] + offset


def _belongs(words: str, before: tuple[int, int], start: int) -> bool:
    """Whether a piece goes on with the one before: after an abbreviation, or with a small letter."""
    if _UNFINISHED.search(words, max(before[0], before[1] - 12), before[1]):
        return True
    if _DAY.search(words, max(before[0], before[1] - 4), before[1]) and _GERMAN_MONTH.match(words, start):
        return True
    if _GRADED.search(words, max(before[0], before[1] - 8), before[1]):
        return True
    return words[start].islower() or words[start] in ",;)"


def _mended(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, split where a word before a full stop was mistaken for an abbreviation."""
    for found in _STOP.finditer(words, start, end):
        if found.end() < end and _is_end(words, found):
            yield from _tight(words, start, found.start("gap"))
            start = found.end("gap")
    yield from _tight(words, start, end)


def _is_end(words: str, found: re.Match[str]) -> bool:
    """Whether a full stop before a capital ends a sentence."""
    if found["mark"] != "." and found["gap"]:
        return True
    tail = words[max(0, found.start() - _TAIL) : found.start()]
    if not found["gap"]:
        return _GLUED.search(tail) is not None and _ENDING.search(tail) is not None
    if _CLOCK_OR_STATE.search(tail):
        return _OPENER.match(words, found.end()) is not None
    return not words[found.end()].isdigit() and _ENDING.search(tail) is not None


def _tight(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A place without the blanks around it, if anything is left."""
    raw = words[start:end]
    if raw.strip():
        yield start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())


@cache
def _punkt() -> PunktSentenceTokenizer:
    """nupunkt's model, loaded once."""
    from nupunkt import load_default_model

    return load_default_model()
