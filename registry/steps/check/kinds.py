"""How likely a difference is an error, a change over time or a matter of two sources, by what stands around it.

The rules say first what a difference is. Where dates and speakers are read in part only, as in most texts, they lean
on what they have not got; so fitted weights (`data/kinds.toml`, `tests/bench/kinds.py`) of named features may overrule
them where these clearly say otherwise. A newcomer's mistake: letting them make a conflict. Whether there is one is for
the rules alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from registry.model.assertion import Behaviour, Claim, Kind, Status
from registry.model.finding import Relation
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.term import Term
from registry.steps.check import timing
from registry.steps.check.cues import DISPUTING, MOVED, OPEN, PROVISIONAL, RESTATED, WE
from registry.steps.check.rules import planned, provisional, restated, tells_change, told_moved
from registry.steps.check.slips import transposed
from registry.steps.check.voices import own_voice, two_voices
from registry.steps.match.entities import Same, compare
from registry.steps.match.moved import moved_on
from registry.steps.match.profile import profile
from registry.steps.recognise.tables import read

KINDS = (Relation.CONTRADICTION, Relation.CHANGE_OVER_TIME, Relation.DISPUTED_ATTRIBUTION)
CLEARLY = math.log(1.5)
CLOSE, FAR = 0.03, 0.5
WEEK = 7
Weights = Mapping[str, Sequence[float]]


def likeliest(left: Claim, right: Claim, told: Relation, table: Weights | None = None) -> Relation:
    """The kind of a conflict: what the rules told, unless another possible one is clearly likelier."""
    if told not in KINDS:
        return told
    odds = dict(zip(KINDS, weighed(features(left, right), table or weights()), strict=True))
    best = max((kind for kind in KINDS if kind is told or possible(kind, left, right)), key=lambda kind: odds[kind])
    return told if held(told, best, left, right) or odds[best] - odds[told] <= CLEARLY else best


def held(told: Relation, best: Relation, left: Claim, right: Claim) -> bool:
    """Whether a change rests on more than dates, on words or on how such figures behave, so that weights count for
    nothing. A total that grows is one whoever counts; a slip of the pen never is."""
    if told is not Relation.CHANGE_OVER_TIME or transposed(left, right):
        return False
    if timing.bygone(left) != timing.bygone(right) or moved_on(profile(left), profile(right)):
        return True
    behaviour, last = timing.behaviour(left, right), timing.later(left, right)[1]
    if behaviour is Behaviour.TOTAL and (timing.grows(left, right) or told_moved(left, right)):
        return True
    known = behaviour is Behaviour.STATE and bool(timing.known(left, right))
    said = restated(left, right) or provisional(left, right) or tells_change(last) or planned(left, right)
    return best is Relation.CONTRADICTION and (known or said or isinstance(last.assertion.value, Term))


def possible(kind: Relation, left: Claim, right: Claim) -> bool:
    """Whether a conflict can be of a kind at all: a change has two times, and a matter of sources has sources."""
    if kind is Relation.CHANGE_OVER_TIME:
        return timing.apart(left, right)
    if kind is Relation.DISPUTED_ATTRIBUTION:
        voiced = any(profile(claim).speaker for claim in (left, right)) or (own_voice(left) and own_voice(right))
        return bool(voiced) and not isinstance(left.assertion.value, Term)
    return True


@cache
def weights() -> Weights:
    """What each feature says for each kind."""
    return read("kinds.toml")


def weighed(told: Mapping[str, float], table: Weights) -> list[float]:
    """The log odds of the kinds."""
    return [
        table["bias"][at] + sum(table[name][at] * value for name, value in told.items() if value)
        for at in range(len(KINDS))
    ]


def features(left: Claim, right: Claim) -> dict[str, float]:
    """What the kind is worked out from, by name; the order of the two does not matter."""
    told = {**times(left, right), **voices(left, right), **figures(left, right), **words(left, right)}
    return {name: float(value) for name, value in told.items()}


def times(left: Claim, right: Claim) -> dict[str, float]:
    """What is known of when both hold, and whether it may change."""
    behaviour, apart = timing.behaviour(left, right), timing.apart(left, right)
    stated = sum(timing.stated(claim) for claim in (left, right))
    undated = sum(claim.assertion.scope.as_of is None or timing.lent(claim) for claim in (left, right))
    told = [claim.source.published for claim in (left, right)]
    days = abs((told[0] - told[1]).days) if told[0] and told[1] else 0
    total = apart and behaviour is Behaviour.TOTAL
    return {
        "fixed": behaviour is Behaviour.FIXED,
        "total": behaviour is Behaviour.TOTAL,
        "moving_state": apart and behaviour is Behaviour.STATE and bool(timing.known(left, right)),
        "grows": total and timing.grows(left, right),
        "shrinks": total and not timing.grows(left, right),
        "both_dated_apart": apart and stated == 2,
        "one_dated_apart": apart and stated == 1,
        "documents_apart": apart and not stated,
        "same_date_stated": not apart and stated == 2,
        "undated": undated == 2,
        "one_undated": undated == 1,
        "days_between": math.log1p(days) / WEEK,
        "published_at_once": told[0] is not None and told[0] == told[1],
    }


def voices(left: Claim, right: Claim) -> dict[str, float]:
    """What is known of who says so."""
    one, two = (profile(claim).speaker for claim in timing.later(left, right))
    return {
        "two_voices": two_voices(left, right),
        "nobody_quoted": not one and not two,
        "one_voice": bool(one and two) and compare(one or "", two or "") is Same.YES,
        "first_quoted": bool(one and not two),
        "last_quoted": bool(two and not one),
        "one_document": left.source.id == right.source.id,
    }


def figures(left: Claim, right: Claim) -> dict[str, float]:
    """What kind of figures they are, and how far apart."""
    one, two = left.assertion.value, right.assertion.value
    kind, apart = left.assertion.kind, 0.0
    quantities = isinstance(one, Quantity) and isinstance(two, Quantity)
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        low, high = sorted((abs(timing.edge(one)), abs(timing.edge(two))))
        apart = (high - low) / high if high else 0.0
    return {
        "date": isinstance(one, Moment),
        "office": isinstance(one, Term),
        "count": kind is Kind.COUNT,
        "money": kind is Kind.MONEY,
        "close": quantities and apart < CLOSE,
        "far": apart > FAR,
        "bound": any(isinstance(value, Quantity) and not value.single for value in (one, two)) and quantities,
        "transposed": transposed(left, right),
        "planned": all(claim.assertion.status is Status.PLANNED for claim in (left, right)),
    }


def words(left: Claim, right: Claim) -> dict[str, float]:
    """What the sentences say themselves of their figures."""
    first, last = (claim.sentence.exact for claim in timing.later(left, right))
    return {
        "moved": bool(MOVED.search(last)),
        "provisional": bool(PROVISIONAL.search(first)),
        "open": bool(OPEN.search(first)),
        "restated": any(RESTATED.search(text) for text in (first, last)),
        "disputing": any(DISPUTING.search(text) for text in (first, last)),
        "we": any(WE.search(text) for text in (first, last)),
    }
