"""For when, where and whom a value holds.

A newcomer's mistake: dating everything. Only what may change has a day; a flow has a period, and an act is what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from registry.model.assertion import Behaviour, Kind, Scope, Status
from registry.model.moment import Moment, Precision
from registry.steps.assemble.dating.behaviour import happened
from registry.steps.assemble.dating.holding import held_at
from registry.steps.assemble.dating.likely import Told
from registry.steps.assemble.dating.previous import earlier, is_previous
from registry.steps.assemble.dating.rules import reported, stated
from registry.steps.assemble.spot import Spot, subject_of, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase
from registry.steps.resolve.words import words

BASE = re.compile(
    r"\b(?:above|below|than|against|relative to|compared (?:with|to))\b[^.;:,]{0,60}?"  # above the
    r"(?:(?P<old>pre-?industrial|1850)|(?P<years>(?:19|20)\d\d\s*(?:to|-|\u2013|and)\s*(?:19|20)\d\d)"
    r"|(?P<century>(?:20th|twentieth)[ -]century))",
    re.I,
)
NAMED = r"([A-Z][\w-]+(?: [A-Z][\w-]+)*)"
BEHIND = re.compile(rf"[^\d.;:]{{0,40}}?\bin {NAMED}")  # before another figure
ELSEWHERE = re.compile(r"[ a-z]{0,20}\bin (?:other|the (?:other|rest|remaining))\b")
ALL = re.compile(r" (?:[a-z]+ ){0,2}(?:worldwide|globally|around the (?:world|globe))\b")
PARTS = re.compile(r";|, (?:of (?:which|whom|these|them)|including)\b")  # "1,000 cases, of which 421 in Holm"
BY = r"(?:(?:neighbou?ring|nearby|adjacent) )?"
WITHIN, AHEAD = re.compile(rf"\bin {BY}{NAMED}"), re.compile(rf"\b[Ii]n {BY}{NAMED}")
REQUESTS = frozenset({"ask", "apply", "request", "seek", "demand", "petition", "bid"})
UNDER = re.compile(
    r"\s+[a-z-]+(?: (?:are|were|is|remain|now))*\s+(?:under|awaiting|pending)\s+"  # situations are under
    rf"((?:[a-z]+ )?(?:{'|'.join(sorted(words()['scope.activities']))}))\b"
)
HAVING = re.compile(
    r"(?:^\W*|[;,] |\b(?:while|whereas|and|but|that) )([A-Z][\w.'-]+(?: (?:and |of |the )?[A-Z][\w.'-]+){0,4}) "
    r"(?:$|(?:has|have|had)(?: (?:so far|now))?\b|(?:reports?|reported|records?|recorded|confirm(?:s|ed)|registered"
    r"|logged|declared"
    r"|sees?|saw|accounts? for|accounted for|counts?|counted|suffered|is (?:currently |now )?the country)\b)"
)
QUALIFIERS = words()["scope.qualifiers"]


def scope(spot: Spot, name: str, behaves: Behaviour, status: Status, heading: str = "") -> Scope:
    """When, where and for whom the value of a mention holds."""
    place, narrow = place_of(spot), qualifiers(spot, name)
    if is_previous(spot):
        before = earlier(spot)
        old = before if before is not None and before.precision is Precision.DAY else None
        return Scope(old, "stated" if old else None, before, place, narrow)
    said = stated(spot, heading)
    said = said or (reported(spot) if behaves is Behaviour.STATE and spot.counts else None)
    as_of, known = held_at(spot, Told(name, behaves, status, said, heading))
    period = None if as_of and known == "stated" and behaves is Behaviour.STATE else period_of(spot, said)
    return Scope(as_of, known if as_of else None, period, place, narrow)


def period_of(spot: Spot, said: Moment | None) -> Moment | None:
    """The quarter or year that a flow is measured over."""
    wide = (Precision.YEAR, Precision.QUARTER, Precision.MONTH, Precision.PERIOD)
    return said if said and (said.precision in wide or happened(spot)) else None


def place_of(spot: Spot) -> str | None:
    """The place that narrows the figure: "in Paris", "in New York"."""
    after = spot.after()
    if ELSEWHERE.match(after) or ALL.match(after):
        return None
    behind = BEHIND.match(after) or WITHIN.search(PARTS.split(after[:80])[0])
    ahead = AHEAD.search(spot.before()) if ";" not in spot.before() else last_place(spot.before())
    hit = behind or ahead
    if not hit or hit.group(1).split()[0].lower() in MONTHS:
        return having(spot) or reporting(spot)
    return hit.group(1)


def last_place(before: str) -> re.Match[str] | None:
    """The place of the last clause that names one: "in Norland, 103 cases; in Sudland, 29"."""
    clauses = (AHEAD.search(clause) for clause in reversed(before.split(";")))
    return next((hit for hit in clauses if hit), None)


def reporting(spot: Spot) -> str | None:
    """The place that reports or has something: "Norland reported 14 cases"; the heading above, where it is a place."""
    who = subject_of(verb_of(spot.node)) if spot.counts else None
    name = spot.page.story.name_at(who.start) if who is not None and who.is_name else None
    return name if name in spot.page.story.placed and name != spot.page.story.topic else None


def having(spot: Spot) -> str | None:
    """The country that has what is counted: "Mali reported 2,415 cases", "Togo is the country with the most"; also
    where the verb is left out: "and Togo six"."""
    if not spot.counts:
        return None
    found = [hit[1] for hit in HAVING.finditer(spot.before()) if hit[1].lower() in words()["places.countries"]]
    return found[-1] if found else None


MONTHS = words()["scope.calendar"]


def qualifiers(spot: Spot, name: str) -> tuple[str, ...]:
    """The words that change what is counted, sorted."""
    said = {word for word in re.findall(r"[a-z][a-z-]+", name.lower()) if word in QUALIFIERS}
    node: Token | None = spot.node
    dated = spot.mention.kind is Kind.DATE  # "the third quarter" is not limited by "third"
    for _ in range(2):
        if node is None:
            break
        said |= {
            child.low
            for child in node.children
            if child.low in QUALIFIERS
            and child.dep in ("amod", "advmod", "compound", "acl")
            and not (dated and spot.holds(child))
        }
        said |= set(states_of(node)) if node is not spot.node else set()
        node = None if node.is_root else node.head
    if is_requested(spot):
        said.add("requested")
    going = UNDER.match(spot.after())
    return tuple(sorted(said | baseline(spot) | ({going.group(1)} if going else set())))


def is_requested(spot: Spot) -> bool:
    """Whether things are only asked for: "applied for five warrants"."""
    node = spot.node if spot.node is None or spot.node.dep != "nummod" else spot.node.head
    if node is None or node.is_root or node.head.lemma not in REQUESTS:
        return False
    return node.dep == "obj" or (node.dep == "obl" and node.word("case") == "for")


def states_of(noun: Token) -> Iterator[str]:
    """What things are under or in: "situations under investigation", "preliminary examinations in ten situations"."""
    if not noun.is_noun or noun.is_name:
        return
    for child in noun.of("nmod"):
        if child.word("case") in ("under", "awaiting", "pending") and child.lemma in words()["scope.activities"]:
            yield noun_phrase(child)
    if noun.dep == "nmod" and noun.word("case") == "in" and noun.head.lemma in words()["scope.activities"]:
        yield noun_phrase(noun.head)
    if noun.dep == "obl" and noun.word("case") == "in":
        done = noun.head.first("obj")
        if done is not None and done.lemma in words()["scope.activities"] and done.first("nummod") is None:
            yield noun_phrase(done)


def baseline(spot: Spot) -> set[str]:
    """What a difference is measured against: "above the 1991-2020 average", "warmer than before industry"."""
    if spot.counts or spot.unit == "percent":
        return set()
    hit = BASE.search(spot.after()[:110]) or BASE.search(spot.before()[-110:])
    if not hit:
        return set()
    if hit.group("old"):
        return {"pre-industrial"}
    return {re.sub(r"\s*(?:to|-|\u2013|and)\s*", "-", hit.group("years") or hit.group("century")).lower()}
