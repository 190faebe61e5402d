"""The old value of a reported change: "rose from 115 to 121", "up from 31 percent", "€48 million in the prior year".

A newcomer's mistake: holding it against current values. It was true before, and the text says so.
"""

from __future__ import annotations

import re
from datetime import timedelta

from registry.model.assertion import Kind
from registry.model.moment import Moment
from registry.steps.assemble.dating.comparatives import compared
from registry.steps.assemble.dating.headings import period_in
from registry.steps.assemble.spot import Spot
from registry.steps.cues import cued
from registry.steps.recognise.dates.calendar import of_year

BEFORE = cued(
    r"\b(?:up|down|changed?|unchanged) from(?: the)?(?: previous(?:ly)?| earlier)?\s*$"  # up from 31 percent
    r"|\b(?:compared|in comparison) (?:with|to)(?: the)?\s*$"  # compared with 40
    r"|\b(?:more|less|fewer|higher|lower) than the\s*$"  # more than the 40
    r"|(?:,\s*against|\bversus|\bvs\.?)(?: the)?\s*$"  # , against 40
    r"|\b(?:previous|former|old|earlier) (?:record|high|low|best|figure|estimate|value|target|level|rate|price|budget)"
    r"(?: (?:was|of|stood at))?\s*$"  # the old record of 40
    r"|\b(?:previously|formerly)\s*$",  # previously 40
    re.I,
)
ENDS = (  # how words that BEFORE finds can end: looking there first spares most searches
    *("from", "the", "previous", "previously", "formerly", "earlier", "with", "to", "against", "versus", "vs", "vs."),
    *("record", "high", "low", "best", "figure", "estimate", "value", "target", "level", "rate", "price", "budget"),
    *("was", "of", "at"),
)
MOVED = re.compile(
    r"\b(?:rose|risen|rise|rises|fell|fallen|fall|falls|grew|grown|grow|grows|increased?|increases|decreased?|dropped"
    r"|climbed|jumped|declined?|declines|went|gone|raised?|raises|cut|cuts|lowered|lifted|widened|narrowed|shrank"
    r"|shrunk|improved|expanded|deepened|lengthened|shortened|enlarged|changed|upgraded|downgraded|boosted|trimmed|revised|reduced?|doubled|tripled|moved|slipped|up|down|extended|brought|halved|slashed|trebled|quadrupled|scaled|eased|slowed|cooled|edged|swelled|narrowed)\b(?:[^.;]|\.(?=\d))*\bfrom\s*$",
    re.I,
)
AFTER = cued(
    r"^(?:(?!\b(?:than|up on|down on|compared|against|(?:after|from)(?= [\d€$£])) )[^.;,]){0,30}?"
    r"\b(?:(?:in|of|for|during) the (?:prior|previous|preceding) (?:year|quarter|month|week|season)"
    r"|a (?:year|month|week|decade) (?:earlier|before|ago)|the (?:year|month|week|season) before)\b",
    re.I,
)
BRACKETED = re.compile(
    r"\b(?:than|after|against|from|on) (?:last (?:year|quarter|month|week|season)|a year (?:ago|before))\s\($", re.I
)
FOLLOWED = re.compile(
    r"^(?: [\w-]+){0,2} (?:in (?:19|20)\d\d|last (?:year|quarter|month|season)|a year (?:earlier|before|ago)"
    r"|the year before)\b",
    re.I,
)
YEAR = re.compile(r"^[\w\s-]{0,24}?\b(?:in|of|for) ((?:19|20)\d\d)\b")
BYGONE = ("last", "previous", "outgoing", "old", "former")
LAST_ONE = re.compile(
    rf"\b[Ii]n the (?:{'|'.join(BYGONE)}) (?:one|parliament|house|assembly|council|chamber|legislature)\b"
    r"[^.;\d]{0,60}$"
)
EARLIER = re.compile(r"\b(?:(?:prior|previous|preceding) year|a year (?:earlier|before|ago)|the year before)\b", re.I)
DAYS = re.compile(
    r"^[^.;,]{0,24}?\b(the|an?|one|two|three|four|five|six) (day|week|fortnight)s? (?:earlier|before|ago)\b", re.I
)
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
LENGTHS = {"day": 1, "week": 7, "fortnight": 14}
RIVAL = re.compile(r" (?:votes )?for (?:the |its )?[A-Za-z]")  # "46%, against 12,808 for the Blue candidate"
OTHER = re.compile(
    r" (?!(?:in|a|an|the|at|last|this|for|on|per|million|points?|by)\b)(?P<what>[a-z]{3,}s)\b[^.;]{0,20}(?:[.;,]|$)"
)
REACH, CROWD = 60, 100


def of_year_before(spot: Spot) -> bool:
    """Whether a bare figure in brackets is that of the year before: "Proposed dividend NOK 6.15 per share (5.40)"."""
    carried = any(step.startswith("unit carried from the value before") for step in spot.mention.trace)
    return carried and spot.before().endswith("(") and spot.after().startswith(")")


def is_previous(spot: Spot) -> bool:
    """Whether a value is the one that the text says was true before."""
    if spot.mention.kind is Kind.DATE or spot.mention.direction:
        return False
    if compared(spot) is not None or of_year_before(spot):
        return True
    before, after = spot.before()[-2 * REACH :], spot.after()[: 2 * REACH]
    last = before.rstrip().lower()
    if last.endswith("against") and (RIVAL.match(after) or of_others(before, after)):
        return False  # "2,300 flats were finished, against 2,800 houses"
    if last.endswith("from") and MOVED.search(before):
        return re.match(r"[^.;]{0,60}?\bto\b|\s*(?:$|[.,;)])|.{0,30}\b(?:in|a)\b", after) is not None
    if (
        last.endswith(", after")
        and spot.mention.kind in (Kind.COUNT, Kind.MONEY, Kind.PERCENT)
        and FOLLOWED.match(after)
    ):
        return True  # "admitted 5,450, after 5,720 in 2023"
    if last.endswith("(") and BRACKETED.search(before) is not None:
        return True  # "fewer than last year (4,975)"
    told = last.endswith(ENDS) and BEFORE.search(before) is not None and spot.unit != "ratio"
    return (
        told
        or AFTER.match(after) is not None
        or (any(f"n the {word} " in before for word in BYGONE) and LAST_ONE.search(before) is not None)
    )


def of_others(before: str, after: str) -> bool:
    """Whether a figure behind "against" counts other things than the one before: "40 flats, against 50 houses"."""
    hit = OTHER.match(after)
    return hit is not None and f" {hit['what']} " not in before and AFTER.match(after) is None


def earlier(spot: Spot) -> Moment | None:
    """When a previous value held, where the text says so."""
    if (when := compared(spot)) and (period := period_in(when)):
        return period
    after = spot.after()[:REACH]
    for mention in spot.page.mentions[spot.number][:CROWD]:
        between = spot.page.folded[spot.mention.end : mention.start]
        if isinstance(mention.value, Moment) and re.fullmatch(r"\s+(?:in|of|for|at|on)\s+(?:the )?", between):
            return mention.value
    year = YEAR.match(after)
    if year:
        return of_year(int(year.group(1)))
    known = spot.page.source.published
    if known and (days := DAYS.match(after)):
        return Moment.on(known - timedelta(days=LENGTHS[days.group(2).lower()] * COUNTS.get(days.group(1).lower(), 1)))
    return of_year(known.year - 2 if known.month <= 3 else known.year - 1) if known and EARLIER.search(after) else None
