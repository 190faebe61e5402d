"""The question that claims of one fact answer, in words.

A newcomer's mistake: showing a fact by its key. People read questions.
"""

from __future__ import annotations

from calendar import month_name
from collections import Counter
from collections.abc import Sequence

from registry.model.assertion import Claim, Kind
from registry.model.moment import Moment, Precision
from registry.steps import units
from registry.steps.match import concepts
from registry.steps.match.profile import profile

HUMAN = {
    "death": "How many people died{of}{when}?",
    "injury": "How many people were injured{of}{when}?",
    "missing": "How many people were missing{of}{when}?",
    "evacuation": "How many people were evacuated{of}{when}?",
    "affected": "How many people were affected{by}{when}?",
    "rescued": "How many people were rescued{of}{when}?",
    "arrest": "How many people were arrested{of}{when}?",
    "member_state": "How many states are members of {whose}?",
    "population": "How many people live in {whose}?",
    "demonstrator": "How many people demonstrated{of}{when}?",
    "employee": "How many people work for {whose}?",
}
QUARTERS = ("first", "second", "third", "fourth")


def question(claims: Sequence[Claim]) -> str:
    """The question that these claims answer."""
    claim = spokesman(claims)
    said, whose = claim.assertion, subject(claims)
    if said.kind is Kind.ROLE:
        return f"What office does {whose or 'this person'} hold?"
    if said.kind is Kind.EVENT:
        return f"What did {whose or 'they'} do: {attribute(claims)}?"
    if isinstance(said.value, Moment):
        return f"When was {attribute(claims)}{of(whose)}?"
    return (
        counted(claims, whose) if said.kind in (Kind.COUNT, Kind.RANGE) and is_count(claim) else measured(claims, whose)
    )


def spokesman(claims: Sequence[Claim]) -> Claim:
    """The claim that says most clearly what it is about."""
    return max(claims, key=lambda c: (bool(c.assertion.subject), bool(profile(c).named), c.checkworthy, c.source.id))


def is_count(claim: Claim) -> bool:
    """Whether things are counted."""
    return profile(claim).dimension == "count"


def counted(claims: Sequence[Claim], whose: str) -> str:
    """The question for a count."""
    claim = spokesman(claims)
    named, when = profile(claim).named, period(claim)
    for concept, form in HUMAN.items():
        if named == {concept} and (whose or "{whose}" not in form):
            place = claim.assertion.scope.place
            where = f" in {place}" if place else f" in {whose}" if whose else ""
            return form.format(of=where, by=f" by {whose}" if whose else where, when=when, whose=whose)
    return f"How many {plural(attribute(claims))}{of(whose, ' were there for ', ' are there')}{when}?"


def measured(claims: Sequence[Claim], whose: str) -> str:
    """The question for a measure, an amount or a share."""
    claim, when = spokesman(claims), period(spokesman(claims))
    direction = claim.assertion.direction
    if direction:
        return f"By how much did {attribute(claims)}{of(whose)} {'rise' if direction == 'up' else 'fall'}{when}?"
    if profile(claim).dimension == "share":
        return f"What share is {attribute(claims)}{of(whose)}{when}?"
    if units.dimension(getattr(claim.assertion.value, "unit", "")) == "long time":
        return f"How long is {attribute(claims)}{of(whose)}{when}?"
    return f"What is the {attribute(claims)}{of(whose)}{when}?"


def of(whose: str, joint: str = " of ", missing: str = "") -> str:
    """Whose it is, as an ending."""
    return f"{joint}{whose}" if whose else missing


def subject(claims: Sequence[Claim]) -> str:
    """The longest of the most frequent names of what the claims are about."""
    told = Counter(c.assertion.subject.label for c in claims if c.assertion.subject)
    return max(told, key=lambda name: (told[name], len(name), name), default="")


def attribute(claims: Sequence[Claim]) -> str:
    """What is counted or measured, in the words used most often."""
    told = Counter(c.assertion.attribute.label for c in claims if c.assertion.attribute)
    if told:
        return max(told, key=lambda name: (told[name], -len(name), name))
    named = sorted(profile(claims[0]).named)
    return concepts.default().label[named[0]] if named else claims[0].assertion.head or "this figure"


def plural(phrase: str) -> str:
    """An English noun phrase in the plural.

    >>> plural("member country"), plural("person"), plural("arrests")
    ('member countries', 'people', 'arrests')
    """
    head, last = phrase.rpartition(" ")[::2]
    known = {"person": "people", "man": "men", "woman": "women", "child": "children"}
    if last in known:
        word = known[last]
    elif last.endswith("s"):
        word = last if not last.endswith("ss") else last + "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        word = last[:-1] + "ies"
    else:
        word = last + ("es" if last.endswith(("x", "ch", "sh")) else "s")
    return f"{head} {word}".strip()


def period(claim: Claim) -> str:
    """The period of a claim as an ending."""
    moment = claim.assertion.scope.period
    return f" in {spoken(moment)}" if moment else ""


def spoken(moment: Moment) -> str:
    """A period in words."""
    low = moment.low
    if moment.precision is Precision.YEAR:
        return str(low.year)
    if moment.precision is Precision.QUARTER:
        return f"the {QUARTERS[(low.month - 1) // 3]} quarter of {low.year}"
    if moment.precision is Precision.MONTH:
        return f"{month_name[low.month]} {low.year}"
    if moment.low == moment.high:
        return f"{low.day} {month_name[low.month]} {low.year}"
    return f"the time from {low.day} {month_name[low.month]} {low.year} to {spoken(Moment.on(moment.high))}"
