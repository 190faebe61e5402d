"""Acts that two documents tell in ways that exclude each other: acquitted and convicted, who beat whom, two buyers.

A newcomer's mistake: opposite verbs alone. A bill is rejected one year and approved in the next, a man is convicted of
one thing and acquitted of another, and one chamber says yes where the other says no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from registry.model.assertion import BY, TO, Claim, Kind, Status
from registry.model.finding import Finding, Pair, Relation, Severity
from registry.model.term import Term
from registry.steps.assemble.roles.offices import tables
from registry.steps.check.wording import voice
from registry.steps.match import fact_key
from registry.steps.match.entities import Same, compare
from registry.steps.match.words import content

DAYS = 31
TOLD = (Status.ACTUAL, Status.NEGATED)
YET = re.compile(r"\b(?:yet|still|so far|until)\b")
DATED = re.compile(
    r"\b(?:(?:1[89]|20)\d\d|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
OF = re.compile(r"\s(?:of|on) (?P<what>(?:[a-z][\w'-]* ?){1,5})")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
AGAIN = re.compile(
    r"\b(?:on appeal|appeals? (?:court|judges?)|court of appeals?"
    r"|appealed|retrial|retried|again|earlier|later|previous\w*|partly|counts?|amended|revised"
    r"|overturn\w*|quash\w*|second|initially|originally|at first)\b",
    re.IGNORECASE,
)


def opposed_deeds(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Two documents tell one act with opposite ends, with doer and object changed, or of two doers."""
    deeds = [claim for claim in claims if told(claim)]
    for left, right in combinations(deeds, 2):
        if left.source.id == right.source.id or not one_time(left, right):
            continue
        if (why := excluded(left, right)) and not knows_both(left, right, deeds):
            yield Pair(left, right, finding(left, right, why), f"{fact_key(left)} {fact_key(right)}")


def told(claim: Claim) -> bool:
    """Whether a claim is an act that took place or did not, with its object."""
    said = claim.assertion
    return said.kind is Kind.EVENT and said.verb != "cause" and said.status in TOLD and bool(thing(claim))


def excluded(left: Claim, right: Claim) -> str | None:
    """Which rule two acts break, if they cannot both have taken place."""
    one, two = verb(left), verb(right)
    if left.assertion.status is not right.assertion.status:
        return "denied_act" if one == two and one_thing(left, right) and denied(left, right) else None
    if left.assertion.status is Status.NEGATED:
        return None
    if one != two:
        opposed = frozenset((one, two)) in opposites() and one_thing(left, right)
        return "opposite_outcomes" if opposed and one_round(left, right) else None
    if one in listed("turning") and turned(left, right):
        return "doer_and_object"
    if one in listed("once") and proud(doer(left)) and proud(doer(right)) and proud(thing(left)):
        return "two_doers" if one_thing(left, right) and two_doers(left, right) else None
    return None


def verb(claim: Claim) -> str:
    """The verb of an act; verbs that say the same are one."""
    told_by = claim.assertion.verb or ""
    return str(tables()["deeds"]["same"].get(told_by, told_by))


def denied(left: Claim, right: Claim) -> bool:
    """Whether one text says that an act took place and one of the same days that it did not; it may do so yet."""
    if two_doers(left, right) or any(YET.search(claim.sentence.exact) for claim in (left, right)):
        return False
    one, two = left.source.published, right.source.published
    return abs((one - two).days) <= 1 if one and two else one is two


def one_round(left: Claim, right: Claim) -> bool:
    """Whether one body may be meant, at one time and in one matter; of two that decide either has its say."""
    if two_doers(left, right) or two_matters(left, right):
        return False
    one, two = doer(left), doer(right)
    deciding = frozenset(tables()["events"]["deciding"])
    return not (deciding & {verb(left), verb(right)} and one and two) or compare(one, two) is Same.YES


def one_thing(left: Claim, right: Claim) -> bool:
    """Whether two acts are done to one person, body or paper, which has a name."""
    one, two = thing(left), thing(right)
    return proud(one) and proud(two) and compare(one, two) is Same.YES


def two_doers(left: Claim, right: Claim) -> bool:
    """Whether both acts have a doer with a name, and these are two."""
    one, two = doer(left), doer(right)
    return proud(one) and proud(two) and compare(one, two) is Same.NO


def turned(left: Claim, right: Claim) -> bool:
    """Whether who does it in one text is whom it is done to in the other."""
    pairs = ((doer(left), thing(right)), (thing(left), doer(right)))
    return all(proud(one) and proud(two) and compare(one, two) is Same.YES for one, two in pairs)


def two_matters(left: Claim, right: Claim) -> bool:
    """Whether somebody is judged for two different things, as far as the sentences tell, or in a second round."""
    if any(AGAIN.search(claim.sentence.exact) for claim in (left, right)):
        return True
    one, two = matter(left), matter(right)
    return bool(one and two) and one.isdisjoint(two)


def matter(claim: Claim) -> frozenset[str]:
    """The words for what somebody is judged for: "acquitted of forgery"."""
    after = claim.sentence.exact[claim.span.start - claim.sentence.start + len(claim.span.exact) :]
    hit = OF.search(after)
    return content(hit["what"]) if hit else frozenset()


def one_time(left: Claim, right: Claim) -> bool:
    """Whether two acts may be of one time: the days that both sentences name are not all different, and their
    documents are of about one day."""
    one, two = (frozenset(DATED.findall(claim.sentence.exact)) for claim in (left, right))
    if (one and two and one.isdisjoint(two)) or bygone(left, right) or bygone(right, left):
        return False
    first, last = left.source.published, right.source.published
    near = abs((first - last).days) <= DAYS if first and last else True
    return near or bool(one & two)


def bygone(claim: Claim, other: Claim) -> bool:
    """Whether an act is told of a year before that of the other document, whose sentence names none."""
    years = [int(year) for year in YEAR.findall(claim.sentence.exact)]
    day = other.source.published
    return bool(years and day and max(years) < day.year) and not YEAR.search(other.sentence.exact)


def knows_both(left: Claim, right: Claim, deeds: Sequence[Claim]) -> bool:
    """Whether one of the two documents tells both acts of its own, one after the other."""
    for claim, other in ((left, right), (right, left)):
        own = (one for one in deeds if one.source.id == claim.source.id and one is not claim)
        if any(verb(one) == verb(other) and one_thing(one, other) for one in own):
            return True
    return False


def finding(left: Claim, right: Claim, rule: str) -> Finding:
    """What a reviewer is told of two acts."""
    detail = f"{voice(left)} says that {said(left)}; {voice(right)} says that {said(right)}: both cannot have happened."
    return Finding(Relation.CONTRADICTION, rule, detail, Severity.HIGH)


def said(claim: Claim) -> str:
    """An act in words."""
    value = claim.assertion.value
    return value.label if isinstance(value, Term) else claim.span.exact


def doer(claim: Claim) -> str:
    """Who did it, as it was read."""
    return noted(claim, BY)


def thing(claim: Claim) -> str:
    """To whom or what it was done; who resigns does it to nobody else."""
    return noted(claim, TO) or (noted(claim, BY) if claim.assertion.verb in listed("own") else "")


def noted(claim: Claim, mark: str) -> str:
    """What a note of a claim says behind its mark."""
    return next((note.removeprefix(mark) for note in claim.assertion.notes if note.startswith(mark)), "")


def proud(words: str) -> bool:
    """Whether words have a name in them."""
    return any(word[:1].isupper() for word in words.split())


@lru_cache(maxsize=1)
def opposites() -> frozenset[frozenset[str]]:
    """Pairs of verbs of which only one can be true of a thing."""
    return frozenset(frozenset(pair.split()) for pair in tables()["deeds"]["opposed"])


@lru_cache(maxsize=4)
def listed(name: str) -> frozenset[str]:
    """A list of verbs."""
    return frozenset(tables()["deeds"][name])
