"""Sentences -> mentions: every number, date, unit and comparator, with the steps that turned the words into values.

    tokens, line  a sentence as digits, words and signs   tables      what words and units mean
    numbers/      numbers in digits and in words          dates/      dates, times and the spans between them
    quantities    sign, currency, number, scale, unit     comparators more than, nearly, or more
    measures, whole, scales, coins   units, "3bn", kroner bases       per 100,000, a year
    merging, together, readings   what values say about each other    directions   rises and falls
    sharing                       units that figures lend each other
    rows          tables                                  labels, codes, idioms, marks, series   no quantities
    scan          the walk through a sentence             replay      from a trace back to the figure

A newcomer's mistake: one regular expression for it all. The tables in `steps/data` know the words, the scanner
knows the grammar; both are linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice

from registry.model.assertion import Kind, Mention
from registry.model.quantity import Quantity
from registry.model.span import BlockKind, Sentence
from registry.steps.fold import fold
from registry.steps.recognise import directions, labels, rows, together
from registry.steps.recognise.coins import coins
from registry.steps.recognise.dates.numeric import day_first
from registry.steps.recognise.dollars import dollar, signed
from registry.steps.recognise.line import Context, Draft, Line
from registry.steps.recognise.numbers.numerals import Style, decimal_mark
from registry.steps.recognise.numbers.scales import in_millions
from registry.steps.recognise.pounds import are_weights
from registry.steps.recognise.replay import replay
from registry.steps.recognise.scan import drafts_of
from registry.steps.recognise.tables import language as tables_of
from registry.steps.recognise.tokens import Tokens

__all__ = ["recognise", "replay"]

LONGEST = 20_000
MOST = 2_000
WARMING = ("warming", "pre-industrial", "preindustrial", "anomal", "hottest year", "warmest year", "réchauffement")
DOTTED = re.compile(r"\b\d{1,2}\.[0-5]\d\s?(?:[ap]\.?m\b|in the (?:morning|afternoon|evening)|o'clock|at night)")
EURO = re.compile(r"\u20ac|\beuros?\b|\beur\b")
STATED = re.compile(r"[.!] ")
LABEL = re.compile(r"[A-Z][A-Z .'&-]{1,40}: ")
ASKED = re.compile(r"(?:Q|Question)\b")
HUNDREDS = re.compile(r"number words: (?:an? |one |two |three |four |five |six |seven |eight |nine )?hundred -> ")
# What an encyclopaedia shows: references in brackets, or its name above the text.
MARKS, MARKED = re.compile(r"[\w.,;)\"”]\[\d{1,3}\]"), 2
ENCYCLOPEDIA, OPENING = re.compile(r"\b\w*(?:pedia|pédia|pædia|paedia)\b"), 300
ROUND_DIGITS = 2
ROUND_ZEROS = 3


def recognise(
    text: str,
    sentences: Sequence[Sentence],
    *,
    published: date | None,
    language: str | None,
    publisher: str | None = None,
    semicolons: bool = False,
) -> list[tuple[Mention, ...]]:
    """The mentions of each sentence, in order; offsets count in the whole text."""
    about = context(text, published, language, publisher, semicolons=semicolons)
    return [tuple(islice(mentions_of(sentence, about), MOST)) for sentence in sentences]


def context(
    text: str,
    published: date | None,
    language: str | None,
    publisher: str | None = None,
    *,
    semicolons: bool = False,
) -> Context:
    """What the whole document says about how its values are written."""
    folded = fold(text)
    low = folded[:200_000].lower()
    style = Style(decimal_mark(folded, language, semicolons=semicolons), day_first(folded, language))
    dollars = dollar(f"{low}\n{publisher or ''}".lower())
    degrees = "degF" if low.count("fahrenheit") + low.count("°f") > low.count("celsius") + low.count("°c") else "degC"
    return Context(
        *(text, folded, tables_of(language), style, published),
        weight_pounds=are_weights(low),
        millions=in_millions(low),
        degrees=degrees,
        warming=any(word in low for word in WARMING),
        dollar=dollars,
        cent="EUR" if EURO.search(low) and "$" not in low and "dollar" not in low else dollars,
        money=money(low, dollars),
        coins=coins(low) | signed(low, dollars),
        dotted=DOTTED.search(low) is not None,
        looks_back=len(MARKS.findall(folded[:200_000])) >= MARKED
        or ENCYCLOPEDIA.search(f"{low[:OPENING]}\n{publisher or ''}".lower()) is not None,
    )


def money(low: str, dollars: str) -> str:
    """The currency in which a text tells its sums: that of its signs and words; none where it names none."""
    if "£" in low or "sterling" in low:
        return "GBP"
    if "$" in low or "dollar" in low:
        return dollars
    return "EUR" if EURO.search(low) else ""


def mentions_of(sentence: Sentence, about: Context) -> Iterator[Mention]:
    """The mentions of one sentence."""
    heading = sentence.block.kind is BlockKind.HEADING and bool(about.folded[sentence.end :].strip())
    words = about.folded[sentence.start : sentence.end] if heading else ""
    asked = sentence.start + asks(words) if heading and not is_turn(words, about.folded) else 0
    if asked >= sentence.end > sentence.start:
        return
    row = sentence.block.kind is BlockKind.ROW and bool(sentence.block.cells)
    if not row:
        about.caption = rows.caption(about.folded[sentence.start : sentence.end][: rows.CAPTION + 1])
        about.above = (0, ("", 1))
    for start, end in cells(sentence) if row else parts(about.text, sentence.start, sentence.end):
        line = Line(Tokens(about.folded, start, end), about, sentence)
        for draft in read(line, start, end, row=row):
            if line.tokens.starts[draft.start] >= asked:
                yield mention(line, draft)
    if row:
        rows.note_row(sentence.block, about)


def read(line: Line, start: int, end: int, *, row: bool) -> list[Draft]:
    """What a line or a cell of a row says, in order."""
    about = line.about
    labels.mask(line, about.folded, start, end)
    drafts = together.settle(line, drafts_of(line))
    directions.mark_directions(line, drafts)
    if row:
        return rows.of_cells(line, drafts)
    if about.caption == ("", 1):
        about.caption = rows.of_sum(line, drafts)
    return drafts


def asks(heading: str) -> int:
    """How much of a heading only asks, which states nothing; a question put to somebody is part of the text.

    >>> asks("Nine dead or ten? What we know"), asks("Nine dead. Why?"), asks("Who pays?")
    (17, 0, 9)
    """
    question, mark, rest = heading.rpartition("?")
    if not mark or STATED.search(question) or ASKED.match(heading):
        return 0
    return len(heading) if not rest.strip(" \"')") else len(question) + 1


def is_turn(heading: str, folded: str) -> bool:
    """Whether a heading is what somebody asks whose label opens several lines: "HOST: They fined you 30,000?"."""
    label = LABEL.match(heading)
    return label is not None and folded.count(f"\n{label.group()}") > 1


def cells(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The cells of a table row; each is read by itself."""
    for start, end in sentence.block.cells:
        if sentence.start <= start < end <= sentence.end and end - start <= LONGEST:
            yield start, end


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A very long sentence in pieces, cut at a space where there is one."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield start, cut
        start = cut
    yield start, end


def mention(line: Line, draft: Draft) -> Mention:
    """A draft as a mention with offsets and a value of the model."""
    start, end = line.tokens.starts[draft.start], line.tokens.ends[draft.end - 1]
    value = draft.moment or quantity(draft)
    return Mention(start, end, draft.kind, value, draft.direction, draft.noun, tuple(draft.notes), tuple(draft.trace))


def quantity(draft: Draft) -> Quantity:
    """The interval and unit that a draft has come to."""
    single = draft.low if draft.low is not None else draft.high
    exact = draft.kind is Kind.COUNT and not draft.scaled and (single is None or single == int(single))
    vague = draft.approx and not draft.lean and draft.low is not None and draft.high is None
    step = Decimal(0) if exact or draft.kind is Kind.ORDINAL else draft.step
    return Quantity(
        *(draft.low, draft.high, draft.unit),
        approx=draft.approx,
        lean=draft.lean,
        strict=draft.strict,
        quantum=step,
        base=draft.base,
        round=max(roundness(single), hundreds(draft.trace))
        if not draft.scaled and not vague and draft.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE)
        else Decimal(0),
    )


def hundreds(trace: Sequence[str]) -> Decimal:
    """A hundred where a number is only so many hundreds in words, as people round: "three hundred"."""
    return Decimal(100) if any(HUNDREDS.match(step) for step in trace) else Decimal(0)


def roundness(value: Decimal | None) -> Decimal:
    """The size of the last significant digit of a round whole number, else 0.

    >>> roundness(Decimal(70000)), roundness(Decimal(1234)), roundness(Decimal(125000))
    (Decimal('10000'), Decimal('0'), Decimal('0'))
    """
    if value is None or value != value.to_integral_value() or not value:
        return Decimal(0)
    digits = format(abs(value), "f").partition(".")[0]
    significant = digits.rstrip("0")
    zeros = len(digits) - len(significant)
    return Decimal(10) ** zeros if len(significant) <= ROUND_DIGITS and zeros >= ROUND_ZEROS else Decimal(0)
