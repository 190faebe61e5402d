"""The walk through a sentence: at each token the readers in order, the first to read wins.

A newcomer's mistake: looking far ahead or back. Each reader sees a bounded number of tokens: the walk is linear.
"""

from __future__ import annotations

from datetime import timedelta

from registry.model.moment import Precision
from registry.model.span import BlockKind
from registry.steps.recognise.dates.feasts import OPENERS, read_feast
from registry.steps.recognise.dates.numeric import numeric
from registry.steps.recognise.dates.openends import bounded
from registry.steps.recognise.dates.periods import read_period
from registry.steps.recognise.dates.quarters import SEASONS
from registry.steps.recognise.dates.relative import WHICH, read_relative
from registry.steps.recognise.dates.stamps import read_stamp
from registry.steps.recognise.dates.times import read_time
from registry.steps.recognise.dates.weeks import read_week
from registry.steps.recognise.dates.written import read_date
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.measures import LETTERS
from registry.steps.recognise.numbers.digits import GLYPHS
from registry.steps.recognise.numbers.ordinals import read_ordinal
from registry.steps.recognise.numbers.plainly import OPENERS as SMALL
from registry.steps.recognise.numbers.plainly import read_plainly
from registry.steps.recognise.quantities import MAGNITUDES, read_quantity
from registry.steps.recognise.tables import Language, cues, currencies, units
from registry.steps.recognise.tokens import Sort, Tokens

ABOUT = cues("scan_about")
SIGNS = frozenset(("-", "+", "±", *GLYPHS, *currencies().signs))
MORE = cues("scan_more")
ROMANS = cues("scan_romans")
_KNOWN: dict[str, frozenset[str]] = {}
_AFTER: dict[str, frozenset[str]] = {}


def starters(language: Language) -> frozenset[str]:
    """Every word at which something can begin."""
    if language.code not in _KNOWN:
        table = currencies()
        words = language.words
        _KNOWN[language.code] = frozenset(
            set(language.starts)
            | set().union(*(words[name] for name in ("article", "half", "minus", "several", "ranked")))
            | {
                *language.months,
                *language.weekdays,
                *language.relative,
                *language.superlatives,
                *language.decades,
                *language.ago,
                *language.spans,
            }
            | (OPENERS | SMALL | SEASONS.keys() | {"number"} if language.code == "en" else frozenset())
            | {*WHICH, *MORE, *table.dollars, *GLYPHS, *map(str.lower, LETTERS)}
            | {code.lower() for code in table.codes}
            | {word.lower() for word in MAGNITUDES}
            | (ROMANS if language.code != "en" else frozenset())
        )
    return _KNOWN[language.code]


def after_article(language: Language) -> frozenset[str]:
    """Every word with which "a" can begin a value: "a million", "a third", "a year ago"; all in other languages."""
    if language.code not in _AFTER:
        words = language.words
        named = (*language.scales, *language.denominators, *language.multiples, *language.rounded, *language.vague)
        sets = set().union(words["half"], words["several"], named, units().forms, currencies().names, ("couple",))
        _AFTER[language.code] = frozenset(sets) if language.code == "en" else frozenset()
    return _AFTER[language.code]


def begins(tokens: Tokens, at: int, language: Language, known: frozenset[str]) -> bool:
    """Whether something can begin at a token."""
    sort, word = tokens.sorts[at], tokens.low[at]
    if sort == Sort.NUMBER:
        return True
    if sort != Sort.WORD or word not in known:
        return sort == Sort.SIGN and word in SIGNS
    if word in ("a", "an") and language.code == "en":
        dollars = tokens.word(at + 1) == "$" and tokens.touches(at + 1)  # those of Australia: "A$640 million"
        return dollars or tokens.word(at + 1) in after_article(language)
    return True


YEAR_DIGITS, FEWEST = 4, 10
TELLING = frozenset((BlockKind.PROSE, BlockKind.ITEM, BlockKind.QUOTE))


def drafts_of(line: Line) -> list[Draft]:
    """Everything that is read in a line, in order."""
    tokens, language = line.tokens, line.about.language
    known, found, at, floor = starters(language), list[Draft](), 0, 0
    while at < tokens.size:
        if begins(tokens, at, language, known):
            draft = read_at(line, at, floor)
            if draft is not None:
                found.append(draft)
                if draft.moment is not None:
                    line.dated = draft
                    if draft.moment.low == draft.moment.high or is_night(line, draft):
                        line.about.day = draft.moment.low
                        line.about.today |= draft.moment.low == line.about.published and tells(line)
                at = floor = draft.end
                continue
            at = max(at + 1, skipped(line, at))
            continue
        at += 1
    return found


def is_night(line: Line, draft: Draft) -> bool:
    """Whether a period is a night, a day and the next one: "in the night of 9 to 10 November"."""
    moment, before = draft.moment, line.tokens.low[max(0, draft.start - 3) : draft.start + 1]
    two = moment is not None and moment.precision is Precision.PERIOD and moment.high - moment.low == timedelta(days=1)
    return two and "night" in before


def tells(line: Line) -> bool:
    """Whether a line tells something, and does not only date the document: "Radio Norport, Thursday, 14 March 2030"."""
    return line.sentence.block.kind in TELLING and line.tokens.size >= FEWEST


def skipped(line: Line, at: int) -> int:
    """The index after a label's number, so that its parts are not read again."""
    return line.label_end if line.label_end > at else at + 1


def read_at(line: Line, at: int, floor: int) -> Draft | None:
    """What begins at a token: a date, a time, a period, an ordinal or a quantity."""
    if line.tokens.word(at) == "-" and (read_stamp(line, at + 1) or numeric(line, at + 1)):
        return None
    if line.tokens.size == 1 and len(line.tokens.raw[at]) < YEAR_DIGITS:
        return read_quantity(line, at, floor)  # a small number by itself is no date; tables have thousands
    for read in (read_feast, read_stamp, read_week, read_date, read_time, read_period, read_relative, read_ordinal):
        draft = read(line, at)
        if draft is not None:
            return bounded(line, around(line, draft, floor), floor)
    return read_quantity(line, at, floor) or read_plainly(line, at)


def around(line: Line, draft: Draft, floor: int) -> Draft:
    """A date with the approximation before it ("about 12:30 p.m."); its value stays."""
    tokens = line.tokens
    if draft.unit == "datetime" and draft.start > floor and tokens.word(draft.start - 1) in ABOUT:
        draft.start -= 1
        draft.notes.append("about")
    return draft
