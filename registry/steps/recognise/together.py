"""What values say about each other: shared units, restatements in brackets, ages.

A newcomer's mistake: doing this while reading. Only with all values of a sentence in hand is "62 to 64 years" clear.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Kind
from registry.model.span import BlockKind
from registry.steps.recognise import readings
from registry.steps.recognise.bases import mark_bases
from registry.steps.recognise.line import Draft, Line, between
from registry.steps.recognise.merging import merge
from registry.steps.recognise.numbers.ranges import scale_of
from registry.steps.recognise.tables import cues, units

STATED = cues("together_stated")
WHOLE = cues("together_whole")
FRAMING = cues("together_framing")
LINKS = cues("together_links")
UNSHARED = frozenset(("date", "datetime", "fraction", "ratio", "ordinal", "rank"))
TRUST = frozenset(("ci", "cri", "confidence", "credible"))
RATIO_LINKS = frozenset(("of", "was", "is", "at", ":", "about", "only"))
NO_DOERS = cues("together_no_doers")
KINDS = frozenset(
    ("captain", "pilot", "suspect", "victim", "nurse", "judge", "guard", "mayor", "priest", "coach", "accused")
)
LASTING = frozenset(("previous", "last", "next", "first", "past", "preceding", "following"))
COMPARING = frozenset(("from", "against", "than", "with", "to"))
JOINS = frozenset(("and", ",", "et", "und", "y", ", and"))
HUNDREDTH = Decimal("0.01")


def is_level_of_trust(line: Line, draft: Draft) -> bool:
    """Whether a percentage only says how sure an interval is: "95% CI", "95 per cent confidence"."""
    return draft.kind is Kind.PERCENT and line.tokens.word(draft.end) in TRUST


def settle(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a line after they have seen each other."""
    share_intervals(line, drafts)
    drafts = [draft for draft in drafts if "void" not in draft.notes and not is_level_of_trust(line, draft)]
    drafts = merge(line, drafts)
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


def share_intervals(line: Line, drafts: list[Draft]) -> None:
    """An interval of confidence has the unit of the estimate that lies in it: "78% (95% CI 74-82)"."""
    for at, (trust, right) in enumerate(pairwise(drafts)):
        if right.kind is not Kind.RANGE or right.unit != "count" or not is_level_of_trust(line, trust):
            continue
        inside = (one for one in reversed(drafts[:at]) if lies_in(one, right))
        estimate = next((one for one in inside if one.unit not in UNSHARED - {"ratio"} | {"count"}), None)
        if estimate is not None:
            right.unit = estimate.unit
            right.trace.append(f"unit shared: {estimate.unit}")


def lies_in(one: Draft, whole: Draft) -> bool:
    """Whether a figure lies in a range, whatever their units."""
    if one.low is None or one.low != one.high or whole.low is None or whole.high is None:
        return False
    return whole.low <= one.low <= whole.high


NOT_NOUNS = cues("together_not_nouns") | {""}


def carry_unit(line: Line, left: Draft, draft: Draft) -> None:
    """A bare scaled or decimal number without noun takes the unit before it: "against the 9.5 billion"."""
    tokens, after = line.tokens, line.tokens.word(draft.end)
    if not draft.bare or left.unit in ("count", "date", "datetime", "ordinal", "rank", "fraction", "ratio", "percent"):
        return
    here = left.end <= draft.start and draft.start - left.end < 60 and left.start < draft.start
    alike = left.low and draft.low and Decimal("0.2") < abs(draft.low / left.low) < 5 and left is not draft
    if (left is line.about.measure and not alike) or (not here and left is not line.about.measure):
        return
    if tokens.word(draft.start - 1) == "a" and left.unit == "magnitude" and draft.step:
        after = ""
    nounless = after == "" or not tokens.is_word(draft.end) or after in NOT_NOUNS or after.endswith("ed")
    nounless = nounless or tokens.word(draft.end + 2) in (
        "earlier",
        "before",
        "ago",
    )  # "from 1.1 billion six months earlier"
    money = left.kind is Kind.MONEY or (left.kind is Kind.RANGE and units().dimension.get(left.unit) is None)
    sized = (
        draft.scaled and left.scaled
        if money
        else (bool(draft.step) and not draft.scaled)
        or (draft.scaled and left.scaled and tokens.word(draft.start - 1) in COMPARING)
        or (tokens.word(draft.start - 1) == "the" and after.endswith("ed"))
    )
    if nounless and sized:
        draft.unit, draft.kind = left.unit, Kind.MONEY if money else Kind.MEASURE
        draft.trace.append(f"unit carried from the value before: {left.unit}")


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


def share_units(line: Line, drafts: list[Draft]) -> None:
    """Numbers in a list take the unit that only the last one names: "1.45, 1.29 and 1.27 °C", "93 and 108 million"."""
    for right, left in zip(reversed(drafts[1:]), reversed(drafts[:-1]), strict=True):
        if not left.bare or left.low is None or not _linked(line, left, right) or not _lends(right):
            continue
        if left.scaled and right.kind is Kind.PERCENT:
            continue  # "304 million, 8 percent fewer than last year"
        if "(" in between(line, left, right) and (told := _told_before(drafts, left, right)):
            left.unit, left.kind = told, Kind.MONEY
            left.trace.append(f"unit carried from the value before: {told}")
        elif right.unit != "count" and left.end <= right.start:
            left.unit, left.kind = right.unit, right.kind if right.kind is not Kind.RANGE else Kind.MEASURE
            left.trace.append(f"unit shared: {right.unit}")
            share_hundredths(left, right)
        if right.scaled and not left.scaled and right.low is not None:
            scale = scale_of(right)
            left.low, left.high = left.low * scale, None if left.high is None else left.high * scale
            left.step, left.scaled = (left.step or Decimal(1)) * scale, True
            left.trace.append(f"scale shared: {scale}")


def share_hundredths(left: Draft, right: Draft) -> None:
    """A figure beside one in hundredths is told in hundredths, too: "from 25.1 to 24.3 pence"."""
    told = next((step for step in right.trace if step.startswith("hundredths")), "")
    if told and left.low is not None:
        left.low, left.high = left.low * HUNDREDTH, None if left.high is None else left.high * HUNDREDTH
        left.step = left.step * HUNDREDTH if left.step else HUNDREDTH
        left.trace.append(told)


def _told_before(drafts: list[Draft], left: Draft, right: Draft) -> str:
    """The currency of the last sum before a bare one that brackets restate in another: "from €880 to 803 million
    ($893 million)"."""
    sums = [one.unit for one in drafts if one.kind is Kind.MONEY and one.end <= left.start]
    return sums[-1] if right.kind is Kind.MONEY and left.scaled and sums and sums[-1] != right.unit else ""


def share_whole(line: Line, drafts: list[Draft]) -> None:
    """A part of a measured whole has its unit: "six of the previous 40 hours", "2 of the $48 million"."""
    for left, right in pairwise(drafts):
        words = between(line, left, right)
        of = words[:2] == ["of", "the"] and (len(words) == 2 or (len(words) == 3 and words[2] in LASTING))
        whole = right.kind in (Kind.MEASURE, Kind.MONEY) and right.single and "compound" not in right.notes
        if not (of and whole and left.bare and left.single) or left.low is None or right.low is None:
            continue
        timed = units().dimension.get(right.unit) == "time" and len(words) == 3
        if (timed or right.kind is Kind.MONEY) and left.low <= right.low:
            left.unit, left.kind = right.unit, right.kind
            left.trace.append(f"unit shared: {right.unit}")


def _linked(line: Line, left: Draft, right: Draft) -> bool:
    """Whether two figures stand in one list."""
    words = between(line, left, right)
    if not words or words == [",", "or"] or not all(word in JOINS or word in LINKS for word in words):
        return False
    if "(" in words and right.kind is Kind.PERCENT:
        return False
    return "by" not in words or units().dimension.get(right.unit) == "length"


def _lends(right: Draft) -> bool:
    """Whether a figure has a unit or a scale that those before it can share."""
    if right.unit in UNSHARED or "compound" in right.notes or (right.kind is Kind.RANGE and right.unit == "count"):
        return False
    return right.unit != "count" or right.scaled


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
        of = words[:1] == ["of"] and (len(words) == 1 or (len(words) == 2 and words[1] in WHOLE))
        counts = left.kind is right.kind is Kind.COUNT and left.unit == right.unit == "count"
        if of and counts and left.single and right.single and (left.low or 0) <= (right.low or 0):
            left.notes.append("share_of")
            left.trace.append(f"share: of the {right.low} after it")


def mark_framing(line: Line, drafts: list[Draft]) -> None:
    """A duration that only opens a sentence or a title frames what follows: "Two years on", "One year of war"."""
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


def mark_age(line: Line, draft: Draft) -> None:
    """A bare number after a name and a comma, or after "aged", is an age in years."""
    tokens, language = line.tokens, line.about.language
    ranged = draft.kind is Kind.RANGE and draft.unit == "count" and draft.low is not None and 0 <= draft.low < 110
    if ranged and any(word in language.ages for word in tokens.low[max(0, draft.start - 3) : draft.start]):
        draft.unit = "year"
        draft.trace.append("unit: an age -> year")
    if not draft.bare or draft.scaled or draft.low is None or not 0 < draft.low < 120 or draft.low != int(draft.low):
        return
    before = tokens.low[max(0, draft.start - 3) : draft.start]
    stated = any(word in language.ages for word in before) and not tokens.is_word(draft.end)
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
    now = tokens.low[max(0, draft.start - 2) : draft.start] in ([",", "now"], [",", "then"])
    told = draft.start >= 2 and tokens.word(draft.start - 1) == "," == tokens.word(draft.end) and 15 < draft.low < 100
    told = told and tokens.is_number(draft.start) and of_person(line, draft.start - 2)
    if stated or named or told or (now and draft.low > 11 and tokens.word(draft.end) in (",", ".", ";", ")")):
        draft.unit, draft.kind = "year", Kind.MEASURE
        draft.trace.append("unit: an age -> year")
