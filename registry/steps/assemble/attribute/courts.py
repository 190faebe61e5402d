"""Times that courts give or take: hours of unpaid work, a sentence that is suspended, what a jury took for its verdict.

A newcomer's mistake: the years right behind "suspended for". They are no sentence but how long it hangs over somebody.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Attribute, Spot

UNPAID = re.compile(
    r" (?:of )?(?:(?:un|non-)paid (?:community )?(?:work|labour|labor|service)"
    r"|(?:community|public) (?:service|work|payback)|charitable work|voluntary work)\b"
)
SUSPENDED = re.compile(
    r"(?:['\u2019]s?)?(?: in (?:prison|jail|custody)| (?:of )?(?:imprisonment|prison|jail|custody))?"
    r"(?:, (?:which (?:was|were|is) )?suspended\b| suspended (?:prison |jail )?(?:sentence|term)\b| suspended for\b)"
)
JURY = re.compile(
    r"\bjur(?:y|ors)\b[^.;]{0,40}\b(?:retired|out|deliberat\w+|considered|debated)\b[^.;,]{0,24}$"
    r"|\b(?:retired|deliberat\w+)\b[^.;,]{0,16}$"
)
JURY_TOOK = re.compile(r"\bjur(?:y|ors)\b[^.;,]{0,24}\b(?:took|needed|spent)\b[^.;,]{0,20}$")
TO_A_VERDICT = re.compile(
    r"[^.;,]{0,20} (?:to (?:convict|acquit|find|reach|return|decide|deliver|agree)\b|deliberating|considering)"
)
SENTENCES = frozenset({"day", "week", "month", "year"})


def in_court(spot: Spot) -> Attribute | None:
    """A sentence that is no prison, or how long a jury was out: "180 hours of community service"."""
    if spot.mention.kind not in (Kind.MEASURE, Kind.RANGE):
        return None
    if spot.unit == "hour" and UNPAID.match(spot.after()):
        return Attribute("unpaid work", None, "penalty")
    if spot.unit in SENTENCES and SUSPENDED.match(spot.after()):
        return Attribute("suspended sentence", None, "penalty")
    return Attribute("deliberation", None, "penalty") if is_deliberation(spot) else None


def is_deliberation(spot: Spot) -> bool:
    """Whether a time is the one that a jury took: "the jury was out for six hours", "took four hours to convict"."""
    if spot.unit not in ("hour", "minute", "day") or "jur" not in spot.words.lower():
        return False
    before = spot.before()
    return bool(JURY.search(before) or (JURY_TOOK.search(before) and TO_A_VERDICT.match(spot.after())))
