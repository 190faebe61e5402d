"""Which day a figure gets: the one that the text gives it, else that of its document where it holds for that.

A newcomer's mistake: dating everything. Only what may change has a day; a flow has a period, and an act is what it was.
"""

from __future__ import annotations

import re
from datetime import timedelta

from registry.model.assertion import Behaviour, Kind, Status
from registry.model.moment import Moment, Precision
from registry.steps.assemble.dating import likely
from registry.steps.assemble.dating.behaviour import (
    happened,
    is_beside,
    is_changing,
    is_dated,
    may_change,
    parts,
    passes,
    stands,
)
from registry.steps.assemble.dating.foreseen import is_foreseen
from registry.steps.assemble.dating.framing import dates_event, long_ago, only_frames
from registry.steps.assemble.dating.likely import Told, is_over
from registry.steps.assemble.dating.rules import by_then, headed, strongly
from registry.steps.assemble.dating.sheets import is_sheet, is_told_above, published
from registry.steps.assemble.dating.standing import has_become, says_now
from registry.steps.assemble.spot import Spot
from registry.steps.resolve.words import words

MONTH = timedelta(days=31)
CLOSING = re.compile(
    r"\b(?:end of (?:the )?(?:period|year|quarter|month)|(?:period|year|quarter|month)[ -]end)\b", re.I
)


def held_at(spot: Spot, told: Told) -> tuple[Moment | None, str]:
    """The day on which a value holds, and how it is known: the text says so, or it is that of the document."""
    if (own := tied(spot, told)) is not None:
        return own, "stated"
    if (day := published(spot)) is None:
        return None, "document"
    told = told._replace(ruled=is_ruled(spot, told), past=is_past(spot, told), before=likely.noted(spot, told.name))
    told = told._replace(sure=is_sure(spot, told))
    if is_barred(spot, told):
        holds = False
    elif spot.page.abroad is None:
        holds = likely.holds(likely.traits(spot, told)) or told.sure
    else:
        holds = told.ruled or told.sure
    return (day if holds else None), "document"


def tied(spot: Spot, told: Told) -> Moment | None:
    """The day that the text gives a figure that is so already."""
    if not is_so(told):
        return None
    name, behaves, said, heading = told.name, told.behaves, told.said, told.heading
    ties = said is not None and (
        is_told_above(spot, said, heading)
        or (behaves is not Behaviour.FIXED and is_dated_by(spot, name, said, behaves, heading))
    )
    return arrived(spot, said if ties else held_on(spot, behaves))


def is_so(told: Told) -> bool:
    """Whether a figure is told as one that is or was so, or a count that news revise as one that is not."""
    so = told.status in (Status.ACTUAL, Status.RETRACTED)
    return so or (told.status is Status.NEGATED and is_changing(told.name))


def is_barred(spot: Spot, told: Told) -> bool:
    """Whether a figure cannot have the day of its document at all: what is past, settled or only thought of, and what
    came in over a time."""
    if is_so(told):
        return told.past or passes(spot, told.name) or (is_over(spot, told.name) and not told.ruled)
    return told.status is not Status.PLANNED


def is_sure(spot: Spot, told: Told) -> bool:
    """Whether a figure is told as one of now: in a sheet that says how things stand, or in "it runs six works"."""
    return is_so(told) and not told.past and (is_sheet(spot) or (told.ruled and stands(spot)))


def is_ruled(spot: Spot, told: Told) -> bool:
    """Whether the rules give a figure the day of its document."""
    name, behaves = told.name, told.behaves
    if not is_so(told):
        return told.status is Status.PLANNED and is_foreseen(spot, name)
    return is_dated(spot, name, behaves) or (told.said is None and may_change(spot, name, behaves))


def arrived(spot: Spot, day: Moment | None) -> Moment | None:
    """The day on which a value holds that is so already: not one after the document's own."""
    known = spot.page.source.published
    if day is None or known is None or day.high <= known:
        return day
    return Moment.on(known) if spot.counts else day


def held_on(spot: Spot, behaves: Behaviour) -> Moment | None:
    """The day on which a sum or a share held, where the words tie it to one: "at the end of May debt was"."""
    if (
        behaves is not Behaviour.FIXED
        or spot.mention.kind not in (Kind.MONEY, Kind.PERCENT, Kind.MEASURE)
        or spot.is_time
    ):
        return None
    ended = not happened(spot) or by_then(spot)
    found = strongly(spot) if ended and not spot.mention.direction else None
    return found if found and found.precision in (Precision.DAY, Precision.TIME, Precision.MONTH) else None


def is_dated_by(spot: Spot, name: str, said: Moment, behaves: Behaviour, heading: str) -> bool:
    """Whether a stated date is that of a count; the year of an old disaster is when it happened."""
    if is_old(spot, said) and behaves is Behaviour.TOTAL:
        return False
    if heading and (said.precision is not Precision.DAY or said == headed(spot, heading)):
        return is_changing(name) or closes(spot)
    if is_settled(spot, name):
        return False
    if behaves is Behaviour.TOTAL and by_then(spot):
        return True
    if behaves is Behaviour.TOTAL and dates_event(spot, said):
        return False
    if not heading and only_frames(spot, said):
        return False
    if behaves is Behaviour.STATE and not spot.sentence.block.cells and not is_changing(name) and is_beside(spot):
        return False
    return is_changing(name) or (behaves is Behaviour.STATE and (not happened(spot) or by_then(spot)))


def is_settled(spot: Spot, name: str) -> bool:
    """Whether a figure is a length of time, or a count that an occasion settles: "on 4 May 9,000 marchers came"."""
    if spot.is_time:
        return not is_changing(name)
    return bool(set(parts(name)[-1:]) & words()["behaviour.settled"]) and not by_then(spot)


def is_past(spot: Spot, told: Told) -> bool:
    """Whether a figure is of a time that is over, or stands in the column of another time than the document's."""
    said = told.said
    if not is_so(told):
        return False
    if said is not None and headed(spot, told.heading) is not None:
        return True
    past = said is not None and (is_old(spot, said) if told.behaves is Behaviour.TOTAL else only_frames(spot, said))
    return (past or long_ago(spot)) and not has_become(spot) and not says_now(spot)


def closes(spot: Spot) -> bool:
    """Whether the row of a figure is of the end of the period above it: "Employees at end of period"."""
    return bool(spot.sentence.block.cells) and CLOSING.search(spot.words) is not None


def is_old(spot: Spot, said: Moment) -> bool:
    """Whether a date lies so far back that the document only recalls it."""
    known = spot.page.source.published
    if known is None:
        return False
    month = said.precision is Precision.MONTH and known - said.high > MONTH and happened(spot)
    return month or (said.precision is Precision.YEAR and said.high.year < known.year - 1)
