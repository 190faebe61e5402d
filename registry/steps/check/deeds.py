"""Acts that two documents tell in ways that exclude each other: acquitted and convicted, who beat whom, two buyers.

A newcomer's mistake: opposite verbs alone. A bill is rejected one year and approved in the next, a man is convicted of
one thing and acquitted of another, and one chamber says yes where the other says no.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from registry.model.assertion import Claim
from registry.model.finding import Finding, Pair, Relation, Severity
from registry.steps.assemble.roles.offices import tables
from registry.steps.check.acts import Act, acts, listed, opposites, proud, said, worth
from registry.steps.check.wording import voice
from registry.steps.match import fact_key
from registry.steps.match.entities import Same, compare
from registry.steps.match.words import content

DAYS = 31
YET = re.compile(r"\b(?:yet|still|so far|until)\b")
OF = re.compile(r"\s(?:of|on) (?P<what>(?:[a-z][\w'-]* ?){1,5})")
AGAIN = re.compile(
    r"\b(?:on appeal|appeals? (?:court|judges?)|court of appeals?"
    r"|appealed|retrial|retried|again|earlier|later|previous\w*|partly|counts?|amended|revised"
    r"|overturn\w*|quash\w*|second|initially|originally|at first)\b",
    re.IGNORECASE,
)


def opposed_deeds(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Two documents tell one act with opposite ends, with doer and object changed, or of two doers."""
    found = acts(claims)
    by_document: dict[str, list[Act]] = defaultdict(list)
    for one in found:
        by_document[one.claim.source.id].append(one)
    for left, right in worth(found):
        if left.claim.source.id == right.claim.source.id or not one_time(left, right):
            continue
        if (why := excluded(left, right)) and not knows_both(left, right, by_document):
            key = f"{fact_key(left.claim)} {fact_key(right.claim)}"
            yield Pair(left.claim, right.claim, finding(left, right, why), key)


def excluded(left: Act, right: Act) -> str | None:
    """Which rule two acts break, if they cannot both have taken place."""
    one, two = left.verb, right.verb
    if left.denied is not right.denied:
        return "denied_act" if one == two and one_thing(left, right) and denied(left, right) else None
    if left.denied:
        return None
    if one != two:
        opposed = two in opposites().get(one, ()) and one_thing(left, right)
        return "opposite_outcomes" if opposed and one_round(left, right) else None
    if one in listed("turning") and turned(left, right):
        return "doer_and_object"
    if one in listed("once") and proud(left.doer) and proud(right.doer) and proud(left.thing):
        return "two_doers" if one_thing(left, right) and two_doers(left, right) else None
    return None


def denied(left: Act, right: Act) -> bool:
    """Whether one text says that an act took place and one of the same days that it did not; it may do so yet."""
    if two_doers(left, right) or any(YET.search(one.claim.sentence.exact) for one in (left, right)):
        return False
    one, two = left.published, right.published
    return abs((one - two).days) <= 1 if one and two else one is two


def one_round(left: Act, right: Act) -> bool:
    """Whether one body may be meant, at one time and in one matter; of two that decide either has its say."""
    if two_doers(left, right) or two_matters(left, right):
        return False
    deciding = frozenset(tables()["events"]["deciding"])
    both = left.doer and right.doer
    return not (deciding & {left.verb, right.verb} and both) or compare(left.doer, right.doer) is Same.YES


def one_thing(left: Act, right: Act) -> bool:
    """Whether two acts are done to one person, body or paper, which has a name."""
    return proud(left.thing) and proud(right.thing) and compare(left.thing, right.thing) is Same.YES


def two_doers(left: Act, right: Act) -> bool:
    """Whether both acts have a doer with a name, and these are two."""
    return proud(left.doer) and proud(right.doer) and compare(left.doer, right.doer) is Same.NO


def turned(left: Act, right: Act) -> bool:
    """Whether who does it in one text is whom it is done to in the other."""
    pairs = ((left.doer, right.thing), (left.thing, right.doer))
    return all(proud(one) and proud(two) and compare(one, two) is Same.YES for one, two in pairs)


def two_matters(left: Act, right: Act) -> bool:
    """Whether somebody is judged for two different things, as far as the sentences tell, or in a second round."""
    if any(AGAIN.search(one.claim.sentence.exact) for one in (left, right)):
        return True
    one, two = matter(left.claim), matter(right.claim)
    return bool(one and two) and one.isdisjoint(two)


def matter(claim: Claim) -> frozenset[str]:
    """The words for what somebody is judged for: "acquitted of forgery"."""
    after = claim.sentence.exact[claim.span.start - claim.sentence.start + len(claim.span.exact) :]
    hit = OF.search(after)
    return content(hit["what"]) if hit else frozenset()


def one_time(left: Act, right: Act) -> bool:
    """Whether two acts may be of one time: the days that both sentences name are not all different, and their
    documents are of about one day."""
    one, two = left.days, right.days
    if (one and two and one.isdisjoint(two)) or bygone(left, right) or bygone(right, left):
        return False
    first, last = left.published, right.published
    near = abs((first - last).days) <= DAYS if first and last else True
    return near or bool(one & two)


def bygone(one: Act, other: Act) -> bool:
    """Whether an act is told of a year before that of the other document, whose sentence names none."""
    day = other.published
    return bool(one.years and day and max(one.years) < day.year) and not other.years


def knows_both(left: Act, right: Act, by_document: Mapping[str, Sequence[Act]]) -> bool:
    """Whether one of the two documents tells both acts of its own, one after the other."""
    for one, other in ((left, right), (right, left)):
        own = (act for act in by_document[one.claim.source.id] if act is not one)
        if any(act.verb == other.verb and one_thing(act, other) for act in own):
            return True
    return False


def finding(left: Act, right: Act, rule: str) -> Finding:
    """What a reviewer is told of two acts."""
    one, two = (f"{voice(act.claim)} says that {said(act)}" for act in (left, right))
    return Finding(Relation.CONTRADICTION, rule, f"{one}; {two}: both cannot have happened.", Severity.HIGH)
