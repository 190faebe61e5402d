"""Which dates only say when something was so, and give its figure no day.

A newcomer's mistake: the year of every count. "In 2022 there were 57" is settled; "by the end of 2022 there were" was
counted then, and may be counted anew.
"""

from __future__ import annotations

import re
from datetime import timedelta

from registry.model.moment import Moment, Precision
from registry.steps.assemble.dating.clauses import dates_of
from registry.steps.assemble.dating.rules import by_then
from registry.steps.assemble.dating.standing import has_moved
from registry.steps.assemble.spot import Spot, verb_of
from registry.steps.cues import cued
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

SUMS_UP = cued(
    r"\b(?:as (?:of|at)|until|till|up to|(?:end|close|start|beginning) of|(?:year|month|quarter|half)[ -]end"
    r"|(?:closed?|ended?) the year)\b",
    re.I,
)
LATELY = timedelta(days=7)
REACH, YEARS = 120, 2
WHEN = cued(r"(?:^\W*|[,;(] |\b(?:and|but|that) )(?:when|as|after|before|until|at the time)\b[^.;]{0,80}$", re.I)
# "the explosion at our works on", "the crash of": the word that a date hangs on, with what stands between.
HANGS_ON = re.compile(
    r"(?=\b(?P<thing>[a-z]+)(?: (?:at|in|near|off|outside) [^,.;:]{1,60}?)? (?:on|of|last)(?: the)? ?$)"
)


def dates_event(spot: Spot, said: Moment) -> bool:
    """Whether a date is that of what happened and not that of the count: "the crash of 11 May has killed 12"."""
    if SUMS_UP.search(spot.words):
        return False
    for one in dates_of(spot):
        if isinstance(one.value, Moment) and one.value.low == said.low:
            before = spot.page.folded[max(spot.sentence.start, one.start - REACH) : one.start].replace("\n", " ")
            if any(singular(hung["thing"]) in words()["nouns.event"] for hung in HANGS_ON.finditer(before)):
                return True
    return False


def long_ago(spot: Spot) -> bool:
    """Whether a past clause follows one that says when, years ago: "when the port opened in 1988 it employed 900"."""
    known, verb = spot.page.source.published, verb_of(spot.node)
    if known is None or verb is None or verb.tag != "VBD":
        return False
    for one in dates_of(spot):
        old = isinstance(one.value, Moment) and known.year - one.value.high.year >= YEARS
        before = spot.page.folded[spot.sentence.start : one.start].replace("\n", " ")
        if old and one.end <= spot.mention.start and WHEN.search(before):
            return ";" not in spot.page.folded[one.end : spot.mention.start]
    return False


def only_frames(spot: Spot, said: Moment) -> bool:
    """Whether a date says when a count was so, and not until when it was made: "in 2022", "on 5 May" long after."""
    if (
        not spot.counts
        or spot.sentence.block.cells
        or not dates_of(spot)
        or by_then(spot)
        or SUMS_UP.search(spot.words)
    ):
        return False
    if said.precision in (Precision.YEAR, Precision.QUARTER, Precision.PERIOD):
        return True
    known, verb = spot.page.source.published, verb_of(spot.node)
    stands = verb is not None and (verb.lemma in words()["behaviour.stative"] or verb.tag in ("JJ", "VBG"))
    stands = stands and not is_outcome(verb)
    if said.precision is Precision.MONTH:
        return not stands
    late = known is not None and known - said.high > LATELY
    done = verb is not None and (verb.tag == "VBD" or is_outcome(verb)) and not has_moved(spot)  # "40 sailed on 4 May"
    return (done or not stands) if late else (done and not stands)


def is_outcome(verb: Token | None) -> bool:
    """Whether a participle tells what came of something: "the boat sank on Sunday, killing 21"."""
    if verb is None or verb.tag != "VBG" or verb.lemma in words()["behaviour.stative"]:
        return False
    return verb.dep in ("advcl", "acl", "conj") and not verb.of("aux", "nsubj", "mark")
