"""What parts two different figures for sure, and two figures that agree only perhaps.

A newcomer's mistake: taking words for more certain than figures. A reader mistakes what is counted more often than how
much, and two documents seldom give one odd figure for two things.
"""

from __future__ import annotations

from registry.steps.match import confusions, times, vetoes
from registry.steps.match.figures import same_figure
from registry.steps.match.profile import Profile
from registry.steps.match.saying import SILENT, Said, Veto


def agreed(left: Profile, right: Profile) -> bool:
    """Whether both state the same figure."""
    return same_figure(left, right).value > 0


def doubted(left: Profile, right: Profile, *asked: Veto) -> Said:
    """The first reason against two figures that agree."""
    if not agreed(left, right):
        return SILENT
    why = next((why for veto in asked if (why := veto(left, right))), None)
    return Said(1.0, why) if why else SILENT


def doubtful_thing(left: Profile, right: Profile) -> Said:
    """Figures that agree are said of things that are easily confused."""
    return doubted(left, right, confusions.confused_acts, confusions.confused_things)


def doubtful_period(left: Profile, right: Profile) -> Said:
    """Figures that agree are said of different periods."""
    return doubted(left, right, times.other_period)


def doubtful_owner(left: Profile, right: Profile) -> Said:
    """Figures that agree are said of different people."""
    return doubted(left, right, vetoes.other_person)
