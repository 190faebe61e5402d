"""Whose figure it is, where it holds and when: subjects, topics, places, names, periods.

A newcomer's mistake: taking two names for two things. Most are two names of one.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from registry.steps.match.entities import Same, compare, short_for
from registry.steps.match.profile import Profile
from registry.steps.match.saying import SILENT, Said, marked
from registry.steps.match.words import content

NAMED = 2


def same_subject(left: Profile, right: Profile) -> Said:
    """Both are about the same body, person, place or event."""
    if not left.subject or not right.subject:
        return SILENT
    if compare(left.subject, right.subject) is Same.YES:
        return Said(1.0, f"both are about {left.subject}")
    shared = content(left.subject) & content(right.subject)
    return Said(0.4, "their subjects have similar names") if shared else SILENT


def other_subject(left: Profile, right: Profile) -> Said:
    """They are about different bodies, persons, places or events."""
    if not left.subject or not right.subject or compare(left.subject, right.subject) is not Same.NO:
        return SILENT
    mine, theirs = content(left.subject), content(right.subject)
    if (mine - theirs) & (right.sentence | right.context) or (theirs - mine) & left.sentence:
        return Said(0.3, f"one is about {left.subject}, the other about {right.subject}")
    return Said(1.0, f"one is about {left.subject}, the other about {right.subject}")


def same_topic(left: Profile, right: Profile) -> Said:
    """The documents are about the same topic."""
    if not left.topic or not right.topic:
        return SILENT
    if compare(left.topic, right.topic) is Same.YES:
        return Said(1.0, f"both documents are about {left.topic}")
    likeness = fuzz.token_set_ratio(left.topic.lower(), right.topic.lower()) / 100
    return Said(likeness) if likeness > 0.5 else Said(-0.5, "the documents are about different topics")


def same_place(left: Profile, right: Profile) -> Said:
    """Both hold for the same place."""
    if left.place and right.place and compare(left.place, right.place) is Same.YES:
        return Said(1.0, f"both hold for {left.place}")
    return SILENT


def one_place(left: Profile, right: Profile) -> Said:
    """Only one is limited to a place."""
    if bool(left.place) == bool(right.place):
        return SILENT
    place, other = (left.place, right) if left.place else (right.place, left)
    assert place is not None
    known = content(place) <= (other.sentence | content(other.subject or "") | content(other.topic or ""))
    return SILENT if known else Said(1.0, f"only one holds for {place}")


def same_period(left: Profile, right: Profile) -> Said:
    """Both are for the same period."""
    if left.period and right.period and left.period == right.period:
        return Said(1.0, "both are for the same period")
    return SILENT


def one_period(left: Profile, right: Profile) -> Said:
    """Only one names a period."""
    return Said(1.0, "only one names a period") if bool(left.period) != bool(right.period) else SILENT


def other_names(left: Profile, right: Profile) -> Said:
    """A name stands close to one figure and is nowhere near the other."""
    one, two = strangers(left, right), strangers(right, left)
    if not one and not two:
        return SILENT
    both = bool(one) and bool(two)
    return Said(1.0 if both else 0.5, f"only one mentions {marked(one | two)}")


def strangers(seen: Profile, other: Profile) -> frozenset[str]:
    """The names close to a figure that the other claim does not know."""
    known = other.sentence | content(other.subject or "") | content(other.topic or "") | content(other.place or "")
    own = content(seen.topic or "") | content(seen.subject or "") | seen.voice
    return frozenset(name for name in seen.near.names - own if name not in known)


def other_days(left: Profile, right: Profile) -> Said:
    """The sentences mention different days."""
    return disjoint(left.near.days, right.near.days, "they mention different days")


def other_years(left: Profile, right: Profile) -> Said:
    """The sentences mention different years."""
    return disjoint(left.near.years, right.near.years, "they mention different years")


def other_spans(left: Profile, right: Profile) -> Said:
    """The sentences speak of different quarters, halves or years."""
    one, two = left.near.spans, right.near.spans
    if one and two:
        return disjoint(one, two, "they are for different periods")
    return Said(0.4, "only one speaks of a quarter or a whole year") if one != two else SILENT


def disjoint(one: frozenset[str], two: frozenset[str], why: str) -> Said:
    """Something is said on both sides and nothing of it is the same."""
    return Said(1.0, why) if one and two and not one & two else SILENT


def one_past(left: Profile, right: Profile) -> Said:
    """One figure is given as the earlier one, for comparison."""
    return (
        Said(1.0, "only one is an earlier figure, given for comparison")
        if left.near.past != right.near.past
        else SILENT
    )


def other_topic(left: Profile, right: Profile) -> Said:
    """Nothing that names the subject of the one document names that of the other."""
    one, two = about(left), about(right)
    if not one or not two or one & (two | right.sentence) or two & left.sentence:
        return SILENT
    if any(short_for(mine, other) for mine in told(left) for other in told(right)):
        return SILENT
    return Said(1.0, "the documents are about different things")


def about(seen: Profile) -> frozenset[str]:
    """The words that name what a document and a claim are about."""
    return frozenset(word for name in told(seen) for word in content(name))


def told(seen: Profile) -> list[str]:
    """The names of what a document and a claim are about."""
    return [name for name in (seen.subject, seen.topic, seen.title) if name]


def same_names(left: Profile, right: Profile) -> Said:
    """Both sentences mention the same names."""
    one, two = mentioned(left), mentioned(right)
    shared = one & two
    if not shared:
        return SILENT
    return Said(len(shared) / min(len(one), len(two)), f"both mention {marked(shared)}")


def strange_names(left: Profile, right: Profile) -> Said:
    """Both sentences mention names, and none is in both."""
    one, two = mentioned(left), mentioned(right)
    if min(len(one), len(two)) < NAMED or one & two or left.document == right.document:
        return SILENT
    return Said(1.0, "they mention different names")


def other_agent(left: Profile, right: Profile) -> Said:
    """The sentences open with the names of two things."""
    if not left.agent or not right.agent or compare(left.agent, right.agent) is not Same.NO:
        return SILENT
    known = content(left.agent) & right.sentence or content(right.agent) & left.sentence
    return SILENT if known else Said(1.0, f"one sentence begins with {left.agent}, the other with {right.agent}")


def mentioned(seen: Profile) -> frozenset[str]:
    """The names in the sentence of a figure and of what it is about, without who says so."""
    told = content(seen.subject or "") | content(seen.place or "") if seen.subject != seen.topic else frozenset()
    return (seen.names | told) - seen.voice


def other_moment(left: Profile, right: Profile) -> Said:
    """Both say for when they hold, and the times differ."""
    one, two = left.as_of, right.as_of
    if not one or not two or one.meets(two):
        return SILENT
    return Said(1.0, "they are given for different times")


def one_bygone(left: Profile, right: Profile) -> Said:
    """Only one speaks of a year long past."""
    one, two = bygone(left), bygone(right)
    if bool(one) == bool(two):
        return SILENT
    return Said(1.0, f"only one speaks of {', '.join(sorted(one | two))}")


def bygone(seen: Profile) -> frozenset[str]:
    """The years in a sentence that lie two years or more before its document."""
    if seen.day is None:
        return frozenset()
    return frozenset(year for year in seen.near.years if int(year) <= seen.day.year - 2)
