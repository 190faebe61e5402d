"""Temperatures and clocks, which depend on the document: whose degrees, a reading or a difference, which zone.

A newcomer's mistake: converting a difference like a reading. "1.5 °C above" is a difference, and 2.7 °F.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise

from registry.model.moment import Moment, Precision
from registry.steps.recognise.line import Context, Draft, Line
from registry.steps.recognise.tables import cues

WARMER = cues("readings_warmer")
ANGLES = cues("readings_angles")
WARM = Decimal(8)
ASSUMED = "day from the document's date"
WINDOW = 7
WIDEST = 15
TOWN = 5  # the tokens that the place of a dateline may have


def settle_degrees(line: Line, drafts: list[Draft]) -> None:
    """Plain degrees get the document's scale; a rise or an anomaly is a difference of temperature."""
    known = None
    for draft in drafts:
        if draft.unit == "deg" and not _angle(line, draft):
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


def _angle(line: Line, draft: Draft) -> bool:
    """Whether degrees measure an angle."""
    near = line.tokens.low[max(0, draft.start - WINDOW) : draft.start] + line.tokens.low[draft.end : draft.end + 3]
    return any(word in ANGLES for word in near)


def _difference(line: Line, draft: Draft, known: Draft | None) -> bool:
    """Whether a temperature is a difference."""
    if "conversion" in draft.notes and known is not None:
        return known.unit.endswith("_diff")
    words, tokens = line.about.language.differences, line.tokens
    near = tokens.low[draft.end : draft.end + WINDOW] + tokens.low[max(0, draft.start - WINDOW) : draft.start]
    value = draft.low if draft.low is not None else draft.high
    small = value is not None and abs(value) <= WARM
    cued = any(word in words for word in near) or tokens.word(draft.start - 1) == "by"
    cued = cued or tokens.word(draft.start - 1) in line.about.language.directions
    after = tokens.low[draft.end : draft.end + 4]
    strong = any(word in WARMER for word in after) and "average" in tokens.low[draft.end : draft.end + 12]
    strong = strong or (after[:1] == ["of"] and len(after) > 1 and after[1] in words)
    return strong or (small and (cued or line.about.warming))


def settle_days(line: Line, drafts: list[Draft]) -> None:
    """A time without a day of its own is of the one day that its sentence names; a dateline names that of the text."""
    days = [draft for draft in drafts if draft.moment and draft.moment.precision is Precision.DAY]
    named = {draft.moment.low for draft in days if draft.moment and not _is_dateline(line, draft)}
    if len(named) != 1:
        return
    day = named.pop()
    for draft in drafts:
        if draft.moment and draft.moment.clock and any(step.startswith(ASSUMED) for step in draft.trace):
            clock = datetime.combine(day, draft.moment.clock.timetz())
            draft.moment = Moment(day, day, Precision.TIME, clock)
            draft.trace = [step for step in draft.trace if not step.startswith(ASSUMED)]
            draft.trace.append(f"day of the sentence: {day}")


def _is_dateline(line: Line, draft: Draft) -> bool:
    """Whether a date opens the text of its day: "ELMSBY, 20 March 2026 - The fire"."""
    dated = draft.moment is not None and draft.moment.low == line.about.published
    return dated and draft.start <= TOWN and line.tokens.word(draft.end) in ("-", "–", "—")


def settle_clocks(about: Context, drafts: list[Draft]) -> None:
    """A local time restated with a zone shows the local zone: "6:15 a.m. (2215 GMT Friday)"."""
    for draft in drafts:
        local = draft.moment.clock if draft.moment else None
        if about.zone and local and local.tzinfo is None and draft.moment:
            stamped = local.replace(tzinfo=about.zone)
            draft.moment = Moment(draft.moment.low, draft.moment.high, draft.moment.precision, stamped)
            draft.trace.append(f"zone: as of the times before, {stamped:%z}")
    for left, right in pairwise(drafts):
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
        offset = naive - zoned.astimezone(UTC).replace(tzinfo=None)
        if abs(offset) < timedelta(hours=WIDEST) and offset.seconds % 900 == 0 and draft.moment:
            about.zone = timezone(offset)
            clock = naive.replace(tzinfo=about.zone)
            draft.moment = Moment(draft.moment.low, draft.moment.high, draft.moment.precision, clock)
            draft.trace.append(f"zone: from the time restated beside it, {clock:%z}")
