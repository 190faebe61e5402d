"""Units and scales that figures of a sentence lend each other: "1.45, 1.29 and 1.27 °C", "78% (95% CI 74-82)".

A newcomer's mistake: lending across whatever stands between. Only what a list, a whole or a comparison joins is of one
unit; "304 million, 8 percent fewer" are two.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line, between
from registry.steps.recognise.numbers.ranges import scale_of
from registry.steps.recognise.tables import cues, units

LINKS = cues("together_links")
UNSHARED = frozenset(("date", "datetime", "fraction", "ratio", "ordinal", "rank"))
TRUST = frozenset(("ci", "cri", "confidence", "credible"))
LASTING = frozenset(("previous", "last", "next", "first", "past", "preceding", "following"))
COMPARING = frozenset(("from", "against", "than", "with", "to"))
SPANS, LONG = frozenset(("from", "between")), 9
VERBS = frozenset(("is", "are", "was", "were", "has", "have", "had"))
JOINS = frozenset(("and", ",", "et", "und", "y", ", and"))
SCALED = 10_000  # "by 412,000 to 3.4 million": what is in thousands already is not in millions
SMALLEST, LARGEST = Decimal("0.2"), 5
HUNDRED = 100
HUNDREDTH = Decimal("0.01")


def is_level_of_trust(line: Line, draft: Draft) -> bool:
    """Whether a percentage only says how sure an interval is: "95% CI", "95 per cent confidence"."""
    return draft.kind is Kind.PERCENT and line.tokens.word(draft.end) in TRUST


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


# Verbs that have a count of their own behind them: "the bus takes 14".
HAVING = frozenset(
    {"has", "have", "had", "is", "are", "was", "were", "takes", "took", "carries", "carried", "holds", "held", "seats"}
    | {"got", "won", "lost", "needs", "employs", "runs", "hired", "killed", "injured", "hurt", "owns", "bought", "sold"}
    | {"scored", "made", "built", "opened", "closed", "found", "left", "saved", "counts", "numbers"}
    | {"to", "of", "in", "at", "by"}
)
OWNERS, GAP = frozenset(("the", "its", "their", "his", "her", "our")), 6
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
    if nounless and (sized or gapped(line, draft)):
        draft.unit, draft.kind = left.unit, Kind.MONEY if money else Kind.MEASURE
        draft.trace.append(f"unit carried from the value before: {left.unit}")


def gapped(line: Line, draft: Draft) -> bool:
    """Whether a number ends a clause that leaves its verb out: "the city measured 64 decibels, the residents 71"."""
    tokens = line.tokens
    if tokens.word(draft.end) not in ("", ".", ";", ",") or tokens.word(draft.start - 1) in HAVING:
        return False
    for place in range(draft.start - 1, max(-1, draft.start - GAP), -1):
        if tokens.word(place) in OWNERS:
            return place < draft.start - 1 and tokens.word(place - 1) in (",", ";", "and", "while", "but")
        if not tokens.is_word(place) and tokens.word(place) != "'":
            return False
    return False


def share_units(line: Line, drafts: list[Draft]) -> None:
    """Numbers in a list take the unit that only the last one names: "1.45, 1.29 and 1.27 °C", "93 and 108 million"."""
    for right, left in zip(reversed(drafts[1:]), reversed(drafts[:-1]), strict=True):
        if not left.bare or left.low is None or not _linked(line, left, right) or not _lends(right):
            continue
        many = left.scaled or (left.low > HUNDRED and between(line, left, right) in ([","], ["or"]))
        if many and right.kind is Kind.PERCENT:
            continue  # "304 million, 8 percent fewer than last year", "5,700 or 23 percent more"
        if "(" in between(line, left, right) and (told := _told_before(drafts, left, right)):
            left.unit, left.kind = told, Kind.MONEY
            left.trace.append(f"unit carried from the value before: {told}")
        elif right.unit != "count" and left.end <= right.start:
            left.unit, left.kind = right.unit, right.kind if right.kind is not Kind.RANGE else Kind.MEASURE
            left.trace.append(f"unit shared: {right.unit}")
            share_hundredths(left, right)
        if right.scaled and not left.scaled and right.low is not None and left.low < SCALED:
            scale = scale_of(right)
            if scale == 1:
                continue  # "from eight to six and a half"
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


def share_earlier(line: Line, drafts: list[Draft]) -> None:
    """A bare figure in brackets behind a sum or a share is that of the year before: "4.20 kroner per share (3.85)"."""
    for left, right in pairwise(drafts):
        words = between(line, left, right)
        behind = words == ["("] or (len(words) == 3 and words[0] in ("per", "a") and words[2] == "(")
        if not (behind and right.bare and right.single and line.tokens.word(right.end) == ")"):
            continue
        if left.kind not in (Kind.MONEY, Kind.PERCENT) or not left.single or not left.low or not right.low:
            continue
        scale = scale_of(left) if left.scaled and not right.scaled else 1
        if not SMALLEST < right.low * scale / left.low < LARGEST:
            continue
        right.unit, right.kind = left.unit, left.kind
        right.low, right.high = right.low * scale, None if right.high is None else right.high * scale
        right.step, right.scaled = (right.step or Decimal(1)) * scale, left.scaled
        right.trace.append(f"unit carried from the value before: {left.unit}")


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
    if (
        line.tokens.word(left.end) == "("
        and line.tokens.word(left.start - 1) in SPANS
        and right.start - left.end <= LONG
    ):
        words = line.tokens.low[left.end : right.start]
        words = words[words.index(")") + 1 :] if ")" in words else words  # "from 74 (the bank) to 81 percent"
    if words == [",", "and"] and line.tokens.word(left.start - 1) in VERBS and line.tokens.word(right.end) in VERBS:
        return False  # "their age is 47, and 31 per cent are women"
    if not words or words == [",", "or"] or not all(word in JOINS or word in LINKS for word in words):
        return False
    if "(" in words and right.kind is Kind.PERCENT:
        return False
    if words == [","] and right.approx and not left.approx:
        return False  # "a town of 8,300, about 140 km from the sea"
    return "by" not in words or units().dimension.get(right.unit) == "length"


def _lends(right: Draft) -> bool:
    """Whether a figure has a unit or a scale that those before it can share."""
    if right.unit in UNSHARED or "compound" in right.notes or (right.kind is Kind.RANGE and right.unit == "count"):
        return False
    return right.unit != "count" or right.scaled
