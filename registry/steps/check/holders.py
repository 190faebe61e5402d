"""Two people to whom two documents give one office at one time.

A newcomer's mistake: taking everybody with one title for rivals. Two companies have two chief executives, a ministry
has several deputies, and of two holders one may have followed the other; only an office of which a body has one, told
of the same body, in documents of about one day and without a word of a change, is held against itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from registry.model.assertion import Claim, Kind, Status
from registry.model.finding import Finding, Pair, Relation, Severity
from registry.model.term import Term
from registry.steps.assemble.roles.offices import office_words
from registry.steps.check.offices import begun, ended
from registry.steps.check.wording import voice
from registry.steps.match import fact_key
from registry.steps.match.entities import Same, compare, full_name, parts
from registry.steps.match.handles import sharing
from registry.steps.posts import alone, post
from registry.steps.resolve import looks_personal

# Words of a change of hands, or of another time than that of the document.
MOVED = re.compile(
    r"\b(?:former\w*|then|ex|late|outgoing|incoming|new|newly|next|previous\w*|once|retired|acting|interim|until|since"
    r"|was|were|had|became|becomes|will|appoint\w*|elected|elects?|named|sworn|inaugurat\w+|succe\w+|replac\w+"
    r"|predecessor|took over|takes over|steps? down|stepped down|resign\w*|sack\w*|dismiss\w*|years? ago|in those days"
    r"|at the time|founder|co-\w+|(?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)
AROUND = 60
DAYS = 31


def rival_holders(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Two documents give one office of one body to two people, and neither tells of a change."""
    by_office: dict[str, list[Claim]] = defaultdict(list)
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.source.id].append(claim)
        if held_now(claim):
            by_office[post(label(claim)).office].append(claim)
    for group in by_office.values():
        for one, two in sharing([body(claim) for claim in group]):
            left, right = group[one], group[two]
            if left.source.id != right.source.id and rivals(left, right, by_document):
                yield Pair(left, right, finding(left, right), f"{fact_key(left)} {fact_key(right)}")


def held_now(claim: Claim) -> bool:
    """Whether somebody with a full name is said to hold an office of which a named body has one."""
    said = claim.assertion
    if said.kind is not Kind.ROLE or said.status is not Status.ACTUAL or said.subject is None:
        return False
    if post(label(claim)).office not in alone() or not body(claim):
        return False
    if full_name(said.subject.label) is None or not looks_personal(said.subject.label):
        return False
    at = claim.span.start - claim.sentence.start
    near = claim.sentence.exact[max(0, at - AROUND) : at + len(claim.span.exact) + AROUND]
    return not (ended(claim) or begun(claim) or MOVED.search(near))


def rivals(left: Claim, right: Claim, by_document: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether two claims give one office to two people at one time."""
    one, two = post(label(left)), post(label(right))
    if one.office != two.office or one.sort != two.sort or compare(body(left), body(right)) is not Same.YES:
        return False
    if not near_in_time(left, right) or compare(name(left), name(right)) is not Same.NO:
        return False
    return not (knows(left, right, by_document) or knows(right, left, by_document))


def near_in_time(left: Claim, right: Claim) -> bool:
    """Whether two documents are of about one day, or neither has one."""
    one, two = left.source.published, right.source.published
    return abs((one - two).days) <= DAYS if one and two else one is two


def knows(claim: Claim, other: Claim, by_document: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether the document of a claim names the other holder, too, and so knows of both."""
    last = parts(name(other))[-1]
    own = by_document[claim.source.id]
    return any(re.search(rf"\b{re.escape(last)}\b", one.sentence.exact) for one in own)


def finding(left: Claim, right: Claim) -> Finding:
    """What a reviewer is told of two holders."""
    detail = (
        f"{voice(left)} names {name(left)} as {label(left)}; {voice(right)} names {name(right)} as {label(right)}: "
        "the office has one holder at a time."
    )
    return Finding(Relation.CONTRADICTION, "two_holders", detail, Severity.HIGH)


def label(claim: Claim) -> str:
    """The words of an office."""
    value = claim.assertion.value
    return value.label if isinstance(value, Term) else claim.span.exact


def name(claim: Claim) -> str:
    """Who holds it."""
    return claim.assertion.subject.label if claim.assertion.subject else ""


def body(claim: Claim) -> str:
    """The body that an office is of, if it is named behind it or before it."""
    front, _, of = label(claim).partition(" of ")
    named = " ".join(word for word in front.split()[:-1] if word[:1].isupper() and word.lower() not in office_words())
    return of if any(word[:1].isupper() for word in of.split()) else named
