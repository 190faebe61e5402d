"""What values say about each other: restatements in brackets, parts of a whole, ages; units are lent in `sharing`.

A newcomer's mistake: doing this while reading. Only with all values of a sentence in hand is "62 to 64 years" clear.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Kind
from registry.model.span import BlockKind
from registry.steps.recognise import readings
from registry.steps.recognise.aged import aged
from registry.steps.recognise.bases import mark_bases
from registry.steps.recognise.line import Draft, Line, between
from registry.steps.recognise.merging import merge
from registry.steps.recognise.sharing import (
    carry_unit,
    is_level_of_trust,
    share_earlier,
    share_intervals,
    share_units,
    share_whole,
)
from registry.steps.recognise.tables import cues, units
from registry.steps.recognise.tokens import Tokens

UNTIL = frozenset(("until", "till", "when", "before", "once", "after"))
DYING = frozenset({"die", "dies", "died", "dead", "dying"})  # "builder of bridges, dies at 91"
NOW, BOTH = ([",", "now"], [",", "then"], [",", "both"]), ([",", "both", "just"], [",", "both", "only"])
THEM, BECOME = (
    frozenset(("they", "he", "she", "people", "workers", "you")),
    frozenset(("are", "is", "turn", "turns", "reach")),
)
STATED = cues("together_stated")
TIMES = frozenset(("once", "twice", "thrice"))
WHOLE = cues("together_whole")
FRAMING = cues("together_framing")
RATIO_LINKS = frozenset(("of", "was", "is", "at", ":", "about", "only"))
NO_DOERS = cues("together_no_doers")
KINDS = frozenset(
    ("captain", "pilot", "suspect", "victim", "nurse", "judge", "guard", "mayor", "priest", "coach", "accused")
)


def settle(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a line after they have seen each other."""
    share_intervals(line, drafts)
    drafts = [draft for draft in drafts if "void" not in draft.notes and not is_level_of_trust(line, draft)]
    drafts = merge(line, drafts)
    share_earlier(line, drafts)
    share_units(line, drafts)
    share_whole(line, drafts)
    mark_conversions(line, drafts)
    for draft in drafts:
        mark_age(line, draft)
    for draft in drafts:
        mark_factor(line, draft)
    last = None if line.sentence.block.kind is BlockKind.ROW else line.about.measure
    for draft in drafts:
        if last is not None:
            carry_unit(line, last, draft)
        last = draft if "conversion" not in draft.notes and draft.moment is None else last
    measured = [draft for draft in drafts if 0 < draft.step < 1 and not draft.scaled and draft.kind is Kind.MEASURE]
    line.about.measure = measured[0] if measured else line.about.measure
    for draft in drafts:
        plain_durations(draft)
    mark_shares(line, drafts)
    mark_framing(line, drafts)
    mark_bases(line, drafts)
    readings.settle_degrees(line, drafts)
    readings.settle_days(line, drafts)
    readings.settle_clocks(line.about, drafts)
    return drafts


def plain_durations(draft: Draft) -> None:
    """Decades and centuries in years, fortnights in days."""
    known = units().durations.get(draft.unit)
    if known and draft.unit in ("decade", "century", "fortnight"):
        factor = Decimal(known["factor"])
        draft.low = None if draft.low is None else draft.low * factor
        draft.high = None if draft.high is None else draft.high * factor
        draft.trace.append(f"{draft.unit}: {factor} {known['base']}s")
        draft.unit = known["base"]


def mark_factor(line: Line, draft: Draft) -> None:
    """ "A factor of nine" is a ratio, and so is what a ratio is: "the ratio was 1.3"."""
    low = line.tokens.low[max(0, draft.start - 3) : draft.start]
    factor = any(tuple(low[at : at + 2]) == ("factor", "of") for at in range(max(0, len(low) - 2), len(low)))
    ratio = "ratio" in low and all(word in RATIO_LINKS for word in low[low.index("ratio") + 1 :])
    if draft.bare and (factor or (ratio and draft.step and not draft.scaled)):
        draft.unit, draft.kind = "ratio", Kind.MEASURE
        draft.trace.append(f"unit: a {'factor' if factor else 'ratio'} -> ratio")


def mark_conversions(line: Line, drafts: list[Draft]) -> None:
    """A measure in brackets after one of its dimension restates it."""
    dimension = units().dimension
    for left, right in pairwise(drafts):
        words = between(line, left, right)
        opened = words in (["("], ["[", ""], ["(", "or"], [",", "or"], ["or"], ["(", "about"], ["/"])
        if not opened or left.unit == right.unit:
            continue
        money = left.kind is Kind.MONEY and right.kind is Kind.MONEY
        same = dimension.get(left.unit) == dimension.get(right.unit) and left.unit in dimension
        clocks = left.unit == right.unit == "datetime"
        if money or same or clocks:
            right.notes.append("conversion")
            right.trace.append("conversion: restates the value before it")
            right.approx = right.approx or left.approx  # "around 7,200ft (2,190m)"
            _open_like(left, right)


def _open_like(left: Draft, right: Draft) -> None:
    """A restatement has the open end of what it restates: "more than 100 km (60 miles)"."""
    if left.single or not right.single or left.kind is Kind.RANGE or left.moment or right.moment:
        return
    right.low = None if left.low is None else right.low
    right.high = None if left.high is None else right.high
    right.strict = left.strict
    right.trace.append("open end: as the value before it")


def mark_shares(line: Line, drafts: list[Draft]) -> None:
    """ "25 of the 100 trains": two counts, the second the whole of the first."""
    for left, right in pairwise(drafts):
        words = between(line, left, right)
        words = words[1:] if words[:1] == ["out"] else words
        of = words[:1] == ["of"] and (len(words) == 1 or (len(words) == 2 and words[1] in WHOLE))
        counts = left.kind is right.kind is Kind.COUNT and left.unit == right.unit == "count"
        if of and counts and left.single and right.single and (left.low or 0) <= (right.low or 0):
            left.notes.append("share_of")
            left.trace.append(f"share: of the {right.low} after it")


def mark_framing(line: Line, drafts: list[Draft]) -> None:
    """A duration that only opens a sentence or a title frames what follows: "Two years on", "One year of war"; "six
    weeks later" tells how long it took."""
    for draft in drafts[:1]:
        after = line.tokens.word(draft.end)
        title = line.sentence.block.kind is BlockKind.HEADING
        timed = units().dimension.get(draft.unit) == "time" and "compound" not in draft.notes
        if timed and draft.start == 0 and (after in FRAMING or (title and after == "of")):
            draft.notes.append("label")


def of_person(line: Line, at: int) -> bool:
    """Whether a noun with its article stands for who does something: "the director", "a former cyclist"."""
    tokens, word = line.tokens, line.tokens.word(at)
    doer = len(word) > 5 and word.endswith(("er", "or", "ist", "man", "ian", "ant", "woman")) and word not in NO_DOERS
    doer = doer or word in KINDS
    return doer and not {"the", "a", "an", "his", "her"}.isdisjoint(tokens.low[max(0, at - 2) : at])


def on_label(tokens: Tokens, at: int) -> bool:
    """Whether a number is all that stands behind a label for an age: "Average age of new members: 20.4"."""
    label = tokens.low[max(0, at - 8) : at]
    return label[-1:] == [":"] and "age" in label and "-" not in label[label.index("age") + 1 :]


def comes_of_age(tokens: Tokens, draft: Draft) -> bool:
    """Whether a number is the age up to or from which people do something: "work until they are 68"."""
    before = tokens.low[max(0, draft.start - 3) : draft.start]
    told = len(before) == 3 and before[0] in UNTIL and before[1] in THEM and before[2] in BECOME
    return told and not tokens.is_word(draft.end) and (draft.low or 0) >= 12


def mark_age(line: Line, draft: Draft) -> None:
    """A bare number after a name and a comma, or after "aged", is an age in years."""
    tokens, language = line.tokens, line.about.language
    ranged = draft.kind is Kind.RANGE and draft.unit == "count" and draft.low is not None and 0 <= draft.low < 110
    if ranged and any(word in language.ages for word in tokens.low[max(0, draft.start - 3) : draft.start]):
        draft.unit = "year"
        draft.trace.append("unit: an age -> year")
    if draft.bare and draft.high is not None and "age" in tokens.low[draft.start : draft.end]:
        as_age(draft)  # "under the age of 13"
    if not draft.bare or draft.scaled or draft.low is None or not 0 < draft.low < 120:
        return
    if tokens.word(draft.start) in TIMES:
        return  # "you turned twice"
    if draft.low != int(draft.low) and not on_label(tokens, draft.start):
        return
    before = tokens.low[max(0, draft.start - 3) : draft.start]
    stated = any(word in language.ages for word in before) and not tokens.is_word(draft.end)
    stated = stated or "age" in tokens.low[draft.start : draft.end]  # "under the age of 13"
    stated = stated or (
        "age" in tokens.low[max(0, draft.start - 6) : draft.start] and tokens.word(draft.start - 1) in STATED
    )
    named = (
        draft.start >= 2
        and tokens.word(draft.start - 1) == ","
        and tokens.written(draft.start - 2)[:1].isupper()
        and tokens.word(draft.start - 2) not in language.months
        and tokens.is_number(draft.start)
        and 12 <= draft.low < 111
        and tokens.word(draft.end) in (",", ".", "who", ";")
    )
    now = tokens.low[max(0, draft.start - 2) : draft.start] in NOW or before in BOTH
    told = draft.start >= 2 and tokens.word(draft.start - 1) == "," == tokens.word(draft.end) and 15 < draft.low < 100
    told = told and tokens.is_number(draft.start) and of_person(line, draft.start - 2)
    ended = before[-2:-1] and before[-2] in DYING and before[-1] == "at" and not tokens.is_word(draft.end)
    stated = stated or aged(line, draft.start, draft.end, int(draft.low))
    stated = stated or bool(ended) or on_label(tokens, draft.start) or comes_of_age(tokens, draft)
    if stated or named or told or (now and draft.low > 11 and tokens.word(draft.end) in (",", ".", ";", ")")):
        as_age(draft)


def as_age(draft: Draft) -> None:
    """Let a bare number be an age in years."""
    draft.unit, draft.kind = "year", Kind.MEASURE
    draft.trace.append("unit: an age -> year")
