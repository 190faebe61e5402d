"""Numbers that their heading or their bracket marks as none: "Dispatch 6, from the coast", "Nordex (NDX 12.35)".

A newcomer's mistake: a bracket with letters alone. "(GBR 10.23)" is a time, "(EUR 12.50)" a price; what a share costs
stands in a sentence of companies, or behind two codes.
"""

from __future__ import annotations

from registry.model.span import BlockKind
from registry.steps.recognise.line import Line, Number
from registry.steps.recognise.tables import cues, currencies

QUOTED = cues("labels_quoted")
NO_PARTS = cues("labels_no_parts")
PARTED = frozenset((":", ",", "-", "\u2013", "\u2014", "|", "\u00b7"))
FEW, DAYS, THOUSAND = 5, 366, 1000


def is_marked(line: Line, at: int, number: Number) -> bool:
    """Whether digits are a quoted share or a part that a heading numbers."""
    return quotes_share(line, at, number) if number.step else scales(line, at, number) or numbers_part(line, at, number)


def scales(line: Line, at: int, number: Number) -> bool:
    """Whether a thousand is the scale of a column: "Area (1,000 ha)"."""
    block = line.sentence.block
    headed = block.kind is BlockKind.ROW and not block.headers and line.tokens.word(at - 1) == "("
    return headed and number.value == THOUSAND and line.tokens.word(number.end) != ")"


def numbers_part(line: Line, at: int, number: Number) -> bool:
    """Whether a heading opens with a part and its number: "Dispatch 6, from the coast", "Fact card 3: the law"."""
    tokens, after = line.tokens, line.tokens.word(number.end)
    if line.sentence.block.kind is not BlockKind.HEADING or not 0 < at < FEW or number.grouped or number.scaled:
        return False
    if number.value > DAYS or not (number.end == tokens.size or after in PARTED) or tokens.written(0)[:1].islower():
        return False
    if (number.end == tokens.size and at == 1) or (tokens.touches(number.end) and tokens.is_number(number.end + 1)):
        return False  # "Dead 14" is as likely, and "beat City 3-1" a result
    part = tokens.word(at - 1)
    return all(map(tokens.is_word, range(at))) and not part.endswith(("s", "ed", "ing")) and part not in NO_PARTS


def quotes_share(line: Line, at: int, number: Number) -> bool:
    """Whether a decimal is what a share costs, behind the letters of its company: "Nordex (NDX 12.35)"."""
    tokens, here = line.tokens, at - 1
    while here > at - 6 and (
        tokens.word(here) in (":", ",") or (tokens.is_word(here) and tokens.written(here).isupper())
    ):
        here -= 1
    if here == at - 1 and not tokens.written(at - 2)[:1].isupper():
        return False  # "SEK 6.15 per share (5.40)" gives that of the year before
    letters = tokens.written(at - 1) if tokens.is_word(at - 1) else tokens.written(at - 2)
    if tokens.word(here) != "(" or tokens.word(number.end) not in (")", ",") or letters in currencies().codes:
        return False
    return here < at - 3 or not QUOTED.isdisjoint(tokens.low)
