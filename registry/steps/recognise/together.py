"""What values say about each other: merged durations, shared units, restatements in brackets, ages, degrees, clocks.

A newcomer's mistake: doing this while reading. Only with all values of a sentence in hand is "62 to 64 years" clear.
"""

from __future__ import annotations

from datetime import timedelta, timezone
from decimal import Decimal

from registry.model.assertion import Kind
from registry.model.moment import Moment
from registry.steps.recognise.line import Context, Draft, Line
from registry.steps.recognise.tables import units

WARM = Decimal(8)
WINDOW = 7
JOINS = frozenset(("and", ",", "et", "und", "y", ", and"))
NAMES = frozenset((",", ".", "who", ";", "and"))
TWELVE_HOURS = 15


def settle(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a line after they have seen each other."""
    drafts = merge_durations(line, [draft for draft in drafts if "void" not in draft.notes])
    share_units(line, drafts)
    mark_conversions(line, drafts)
    for draft in drafts:
        mark_age(line, draft)
    last = line.about.measure
    for draft in drafts:
        if last is not None:
            carry_unit(line, last, draft)
        last = draft if "conversion" not in draft.notes else last
    measured = [draft for draft in drafts if 0 < draft.step < 1 and not draft.scaled and draft.kind is Kind.MEASURE]
    line.about.measure = measured[0] if measured else line.about.measure
    for draft in drafts:
        plain_durations(draft)
        mark_factor(line, draft)
    settle_degrees(line, drafts)
    settle_clocks(line.about, drafts)
    return drafts


def between(line: Line, left: Draft, right: Draft) -> list[str]:
    """The tokens between two drafts, at most four."""
    return line.tokens.low[left.end : right.start] if right.start - left.end <= 4 else ["", "", "", "", ""]


def merge_durations(line: Line, drafts: list[Draft]) -> list[Draft]:
    """ "11 years and three months" as 135 months, "5 ft 2 in", "13 dollars and 45 cents"."""
    merged: list[Draft] = []
    for draft in drafts:
        if merged and (whole := _whole(line, merged[-1], draft)):
            merged[-1] = whole
        else:
            merged.append(draft)
    return merged


def _whole(line: Line, left: Draft, right: Draft) -> Draft | None:
    """Two parts of one duration or sum as one draft."""
    words = between(line, left, right)
    if (
        left.low is None
        and left.high is not None
        and right.high is None
        and right.low is not None
        and words in (["and"], ["but"])
    ):
        return _bounded(right, left, end=right.end)
    if (
        left.low is not None
        and left.high is None
        and right.low is None
        and right.high is not None
        and words in (["and"], ["but"], ["and", "but"])
    ):
        return _bounded(left, right)
    if left.low is None or right.low is None or not right.single or words not in ([], ["and"], [","], [",", "and"]):
        return None
    if "compound" in left.notes or left.low != left.high and left.high is not None:
        return None
    if left.unit == right.unit and left.kind is Kind.MONEY and right.trace[-1].startswith("hundredths") and left.single:
        return _joined(left, right, left.low + right.low, left.unit)
    cents = (
        right.bare
        and left.kind is Kind.MONEY
        and not left.scaled
        and not left.step
        and right.low < 100
        and not line.tokens.is_word(right.end)
    )
    if (
        cents
        and words in ([], ["and"])
        and left.single
        and left.trace[-1].startswith("currency")
        and line.tokens.is_word(left.end - 1)
    ):
        return _joined(left, right, left.low + right.low / 100, left.unit)
    if left.unit == "ft" and (right.unit == "in" or right.bare and line.tokens.word(right.end) == "in" and words == []):
        right.end += right.unit != "in"
        return _joined(left, right, left.low + right.low / 12, "ft")
    table = units().durations
    one, two = table.get(left.unit), table.get(right.unit)
    if not one or not two or left.unit == right.unit or one["factor"] <= two["factor"] and one["base"] == two["base"]:
        return None
    order = ("s", "minute", "hour", "day", "week", "month", "year")
    if left.unit not in order or right.unit not in order or order.index(left.unit) <= order.index(right.unit):
        return None
    if one["base"] == two["base"]:
        unit = two["base"] if two["base"] != "s" or right.unit == "s" else "minute"
        scale = Decimal(two["factor"]) if unit == right.unit else Decimal(60) if unit == "minute" else Decimal(1)
        scale = Decimal(1) if unit == two["base"] else scale
        return _joined(left, right, (left.low * one["factor"] + right.low * two["factor"]) / scale, unit)
    return None


def _bounded(left: Draft, right: Draft, end: int = 0) -> Draft | None:
    """ "More than 10 and less than 20" as a range."""
    if right.high is None or left.low is None or left.low >= right.high or left.unit not in ("count", right.unit):
        return None
    left.start, end = min(left.start, right.start), end or right.end
    left.end, left.high, left.unit, left.kind, left.strict = end, right.high, right.unit, Kind.RANGE, False
    left.trace = [*left.trace, "and", *right.trace]
    return left


def _joined(left: Draft, right: Draft, value: Decimal, unit: str) -> Draft:
    """Two drafts as one value."""
    left.end, left.unit, left.low = right.end, unit, value
    left.high = None if left.high is None else value
    left.trace = [*left.trace, *right.trace, f"together: {value} {unit}"]
    return left


NOT_NOUNS = frozenset(
    "in from to on at a the more less agreed and or of by for per than you above below higher lower warmer cooler that was is we had has as".split()
) | {""}


def carry_unit(line: Line, left: Draft, draft: Draft) -> None:
    """A bare scaled or decimal number takes the unit of the value before it where no noun follows: "against the 14.8 billion"."""
    tokens, after = line.tokens, line.tokens.word(draft.end)
    if not draft.bare or left.unit in ("count", "date", "datetime", "ordinal", "rank", "fraction", "ratio", "percent"):
        return
    here = left.end <= draft.start and draft.start - left.end < 60 and left.start < draft.start
    alike = left.low and draft.low and Decimal("0.2") < abs(draft.low / left.low) < 5 and left is not draft
    if left is line.about.measure and not alike or not here and left is not line.about.measure:
        return
    if tokens.word(draft.start - 1) == "a" and left.unit == "magnitude" and draft.step:
        after = ""
    nounless = after == "" or not tokens.is_word(draft.end) or after in NOT_NOUNS or after.endswith("ed")
    money = left.kind is Kind.MONEY or left.kind is Kind.RANGE and units().dimension.get(left.unit) is None
    sized = (
        draft.scaled and left.scaled
        if money
        else bool(draft.step) and not draft.scaled or tokens.word(draft.start - 1) == "the" and after.endswith("ed")
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
    """ "A factor of nine" is a ratio."""
    tokens = line.tokens
    if draft.bare and any(
        tuple(tokens.low[at : at + 2]) == ("factor", "of") for at in range(max(0, draft.start - 2), draft.start)
    ):
        draft.unit, draft.kind = "ratio", Kind.MEASURE
        draft.trace.append("unit: a factor -> ratio")


def share_units(line: Line, drafts: list[Draft]) -> None:
    """Numbers in a list take the unit that only the last one names: "1.45, 1.29 and 1.27 °C", "93 and 108 million"."""
    for right, left in zip(reversed(drafts[1:]), reversed(drafts[:-1]), strict=True):
        words = between(line, left, right)
        linked = (
            bool(words)
            and words != [",", "or"]
            and all(word in JOINS or word in ("or", "±", "(", "to", "from", "/") for word in words)
        )
        if (
            not linked
            or not left.bare
            or left.low is None
            or right.unit in ("date", "datetime", "fraction", "ratio", "ordinal", "rank")
        ):
            continue
        if "compound" in right.notes or right.kind is Kind.RANGE and right.unit == "count":
            continue
        if right.unit != "count" and (left.end <= right.start):
            left.unit, left.kind = right.unit, right.kind if right.kind is not Kind.RANGE else Kind.MEASURE
            left.trace.append(f"unit shared: {right.unit}")
        elif not right.scaled:
            continue
        if right.scaled and not left.scaled and right.low is not None:
            from registry.steps.recognise.ranges import scale_of

            scale = scale_of(right)
            left.low, left.high = left.low * scale, None if left.high is None else left.high * scale
            left.step, left.scaled = (left.step or Decimal(1)) * scale, True
            left.trace.append(f"scale shared: {scale}")


def mark_conversions(line: Line, drafts: list[Draft]) -> None:
    """A measure in brackets after one of its dimension restates it."""
    dimension = units().dimension
    for left, right in zip(drafts, drafts[1:], strict=False):
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
    stated = (
        stated
        or "age" in tokens.low[max(0, draft.start - 6) : draft.start]
        and tokens.word(draft.start - 1) in ("to", "from", "at", "of", "is", "was")
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
    if stated or named:
        draft.unit, draft.kind = "year", Kind.MEASURE
        draft.trace.append("unit: an age -> year")


def settle_degrees(line: Line, drafts: list[Draft]) -> None:
    """Plain degrees get the document's scale; a rise or an anomaly is a difference of temperature."""
    known = None
    for draft in drafts:
        if draft.unit == "deg":
            draft.unit = line.about.degrees
            draft.trace.append(f"degrees: as elsewhere in the document -> {draft.unit}")
        if draft.unit not in ("degC", "degF"):
            continue
        if "conversion" not in draft.notes:
            line.about.degrees = draft.unit
        if _difference(line, draft, known):
            draft.unit += "_diff"
            draft.trace.append("difference: a rise, an anomaly or a limit, not a reading")
        known = draft


def _difference(line: Line, draft: Draft, known: Draft | None) -> bool:
    """Whether a temperature is a difference."""
    if "conversion" in draft.notes and known is not None:
        return known.unit.endswith("_diff")
    words, tokens = line.about.language.differences, line.tokens
    near = tokens.low[draft.end : draft.end + WINDOW] + tokens.low[max(0, draft.start - WINDOW) : draft.start]
    value = draft.low if draft.low is not None else draft.high
    small = value is not None and abs(value) <= WARM
    cued = any(word in words for word in near) or tokens.word(draft.start - 1) == "by"
    after = tokens.low[draft.end : draft.end + 4]
    strong = (
        any(word in ("above", "warmer", "cooler", "hotter", "colder") for word in after)
        and "average" in tokens.low[draft.end : draft.end + 12]
    )
    strong = strong or after[:1] == ["of"] and len(after) > 1 and after[1] in words
    return strong or small and (cued or line.about.warming)


def settle_clocks(about: Context, drafts: list[Draft]) -> None:
    """A local time restated with a zone shows the local zone: "7:45 a.m. (2345 GMT Sunday)"."""
    for draft in drafts:
        local = draft.moment.clock if draft.moment else None
        if about.zone and local and local.tzinfo is None and draft.moment:
            stamped = local.replace(tzinfo=about.zone)
            draft.moment = Moment(draft.moment.low, draft.moment.high, draft.moment.precision, stamped)
            draft.trace.append(f"zone: as of the times before, {stamped:%z}")
    for left, right in zip(drafts, drafts[1:], strict=False):
        one, two = (draft.moment.clock if draft.moment else None for draft in (left, right))
        if (
            one is None
            or two is None
            or left.moment is None
            or right.start - left.end > 6
            or (one.tzinfo is None) == (two.tzinfo is None)
        ):
            continue
        naive, zoned, draft = (one, two, left) if one.tzinfo is None else (two, one, right)
        offset = naive - zoned.astimezone(timezone.utc).replace(tzinfo=None)
        if abs(offset) < timedelta(hours=TWELVE_HOURS) and offset.seconds % 900 == 0 and draft.moment:
            about.zone = timezone(offset)
            clock = naive.replace(tzinfo=about.zone)
            draft.moment = Moment(draft.moment.low, draft.moment.high, draft.moment.precision, clock)
            draft.trace.append(f"zone: from the time restated beside it, {clock:%z}")
