"""What the registry holds about claims that somebody makes: the one way to a verdict, for questions and for drafts.

    wanted      what a claim is looked up by          known       what is held about a fact, in the linter's terms
    matter      what a draft is about, and which claims of that matter answer its own
    background  what documents of the matter tell besides: offices, figures, names
    beside      who speaks against a figure by the figures beside it     unfigured  by the words around it

A newcomer's mistake: judging in two places. `ask` and `lint` both look up here, and both let `steps.lint.weigh` judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from registry.actions import concepts
from registry.actions.facts import past
from registry.actions.facts.wholes import Whole, wholes
from registry.actions.filing.candidates import nearest
from registry.actions.held import matter
from registry.actions.held.background import NONE, Background, background, informed, witness
from registry.actions.held.beside import beside_neighbours
from registry.actions.held.known import known_of
from registry.actions.held.matter import Answer, Matter, answers
from registry.actions.held.unfigured import leading
from registry.actions.held.wanted import names_and_noun, own_words, wide
from registry.actions.rows import to_claim
from registry.model.assertion import Claim
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps import match
from registry.steps.ask.doubts import HAVE
from registry.steps.lint.alongside import held_by
from registry.steps.lint.gather import LIKELY, gathered, scored
from registry.steps.lint.led import held_instead
from registry.steps.lint.naming import apart, names
from registry.steps.lint.problem import Known, Near
from registry.steps.lint.slips import slip
from registry.steps.match import Match, taught
from registry.steps.match.profile import profile
from registry.steps.match.words import stems
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import search
from registry.store.queries.claims import ClaimRow

PER_CLAIM = 16
AT_ONCE = 200
NEAREST = 3
FACTS, AMONG_ALL = 3, 6
SURE = "the same question"
BY_WORDS = 60
FEW = 12
SAME_ACT = 0.85
DATE = frozenset(stems("date"))


class Place(NamedTuple):
    """Where a claim belongs: the facts it is about, the best first, why so, claims that come close, how those of its
    draft's matter match it, and what else is told of that matter."""

    clusters: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    near: tuple[ClaimRow, ...] = ()
    matches: Mapping[str, Match] = MappingProxyType({})
    matter: Matter = matter.NONE


class Looked(NamedTuple):
    """What is held about a claim, the facts that say so, the best first, and why these."""

    known: Known
    facts: tuple[Whole, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def fact(self) -> Whole | None:
        """The fact that speaks."""
        mine = (one for one in self.facts if self.known.link.endswith(f"/{one.lead.id}"))
        return next(mine, self.facts[0] if self.facts else None)


def looked_up(
    session: ReadSession, claims: Sequence[Claim], site: str = "", *, at: datetime | None = None, draft: bool = False
) -> list[Looked]:
    """What the registry holds about the fact of each claim, or held at a moment; the claims of a `draft` are about one
    matter, whose documents are all looked at."""
    with lessons(session, at):
        found = places(session, claims, at, draft=draft)
        around = background(found[0].matter if found else matter.NONE, site)
        facts = all_of(session, {name for one in found for name in one.clusters}, at)
        told = {name: known_of(fact, site) for name, fact in facts.items()}
        looked = [_looked(claim, one, facts, told, around) for claim, one in zip(claims, found, strict=True)]
        if not around.figures:
            return looked
        return _led(session, claims, found, _alongside(session, claims, found, looked, around), around)


def _alongside(
    session: ReadSession, claims: Sequence[Claim], found: Sequence[Place], looked: list[Looked], around: Background
) -> list[Looked]:
    """What is held about claims, for those that nothing is known of by what stands beside their neighbours' figures."""
    known = [one.known for one in looked]
    against = beside_neighbours(claims, [place.matches for place in found], known, around)
    facts = wholes(session, {one.fact for one in against.values()}) if against else {}
    for number, one in against.items():
        fact = facts.get(one.fact)
        told = held_by(one, known_of(fact, around.site), claims[number]) if fact else None
        if fact and told:
            looked[number] = Looked(told, (fact,), ("the same figures stand beside it",))
    return looked


def _led(
    session: ReadSession, claims: Sequence[Claim], found: Sequence[Place], looked: list[Looked], around: Background
) -> list[Looked]:
    """What is held about claims, for those whose words alone lead to another figure than the draft's."""
    known = [one.known for one in looked]
    ways = leading(claims, known, found[0].matter, around)
    facts = wholes(session, {one.others[0].fact for one in ways.values() if not one.later})
    for number, way in ways.items():
        fact = facts.get(way.others[0].fact)
        told = held_instead(claims[number], known[number], way, known_of(fact, around.site) if fact else None)
        if told:
            looked[number] = looked[number]._replace(known=told)
    return looked


def lessons(session: ReadSession, at: datetime | None) -> AbstractContextManager[None]:
    """Match with what people taught about words, now or until a moment."""
    return taught.using(concepts.taught(session) if at is None else past.taught_then(session, at))


def all_of(session: ReadSession, clusters: Iterable[str], at: datetime | None) -> dict[str, Whole]:
    """Some facts with everything about them, now or at a moment."""
    return wholes(session, clusters) if at is None else past.wholes_then(session, clusters, at)


def _looked(
    claim: Claim, place: Place, facts: Mapping[str, Whole], told: Mapping[str, Known], around: Background
) -> Looked:
    """What is held about one claim."""
    names = [name for name in place.clusters if name in told and told[name].sides]
    if not names:
        near = Known(near=tuple(_near(row, around.site) for row in place.near))
        return Looked(informed(claim, near, (), around))
    held = [_weighed(told[name], place.matches, around) for name in names]
    known = informed(claim, gathered(claim, held), held, around)
    return Looked(known, tuple(facts[name] for name in names), place.why)


def _weighed(known: Known, matches: Mapping[str, Match], around: Background) -> Known:
    """What is held about a fact, each witness with how it matches the claim in question, where that is known, and with
    the names in its document and matter."""
    if not matches:
        return known
    sides = (
        replace(
            side,
            witnesses=tuple(
                replace(
                    one,
                    match=matches.get(one.id),
                    named=around.named.get(one.claim.source.id, NONE),
                    common=around.common.get(one.claim.source.id, NONE),
                )
                for one in side.witnesses
            ),
        )
        for side in known.sides
    )
    return replace(known, sides=tuple(sides))


def places(
    session: ReadSession, claims: Sequence[Claim], at: datetime | None = None, *, draft: bool = False
) -> list[Place]:
    """The facts that each claim answers: the same question for sure first, then those that it matches."""
    keys = [match.fact_key(claim) for claim in claims]
    wanted = sorted(set(keys))
    facts = fact_queries.facts_by_key(session, wanted) if at is None else past.facts_then(session, wanted, at)
    same = {key: fact.cluster for key, fact in facts.items() if fact.n}
    found: list[Place] = []
    for start in range(0, len(claims), AT_ONCE):
        found += _searched(session, claims[start : start + AT_ONCE], at, draft=draft)
    if at is None:
        found = _by_words(session, claims, found)
    return [_with(one, same.get(key)) for key, one in zip(keys, found, strict=True)]


def _by_words(session: ReadSession, claims: Sequence[Claim], found: list[Place]) -> list[Place]:
    """The places, those that no key led to found by the words of the sentence, or by its names and its noun."""
    lost = [number for number, one in enumerate(found) if not one.clusters]
    for number in lost[:BY_WORDS]:
        asked = (query for query in (own_words(claims[number]), names_and_noun(claims[number])) if query)
        places = (_place(claims[number], _worded(session, query)) for query in asked)
        found[number] = next((place for place in places if place.clusters), found[number])
    return found


def _worded(session: ReadSession, query: str) -> list[ClaimRow]:
    """The newest claims that stand whose sentences have every word of a query."""
    ids = [ref for _, ref in search.numbered(session, "claim", query, before=None, limit=FEW)]
    return [row for row in claim_queries.claims_by_id(session, ids).values() if row.retired_at is None]


def _with(place: Place, cluster: str | None) -> Place:
    """A place, with the fact of the very same question before the others."""
    if cluster is None:
        return place
    why = (SURE, *place.why) if place.clusters[:1] in ((), (cluster,)) else (SURE,)
    return place._replace(clusters=tuple(dict.fromkeys((cluster, *place.clusters))), why=why)


def _searched(session: ReadSession, claims: Sequence[Claim], at: datetime | None, *, draft: bool) -> list[Place]:
    """The places of claims by the keys they share with stored ones, and for those of a draft by its matter."""
    wanted = {number: wide(match.keys(claim)) for number, claim in enumerate(claims)}
    if at is None:
        found = nearest(session, wanted, about=dict(enumerate(claims)), most=PER_CLAIM)
    else:
        found = past.nearest_then(session, wanted, at, most=PER_CLAIM)
    told = answers(session, claims, found) if draft and at is None else matter.NONE
    return [
        _place(claim, found[number], told.answers.get(number, ()))._replace(matter=told)
        for number, claim in enumerate(claims)
    ]


def _place(claim: Claim, rows: Sequence[ClaimRow], answers: Sequence[Answer] = ()) -> Place:
    """The facts that a claim is about, the best first, or those it comes close to by its number."""
    matches = {one.row.id: one.match for one in answers}
    every = {row.id: row for row in (*rows, *(one.row for one in answers))}
    told = [(row, to_claim(row)) for row in every.values()]
    judged = [(matches.get(row.id) or scored(claim, other), row, other) for row, other in told]
    sure = [
        (opinion.score, row.cluster, opinion.reasons)
        for opinion, row, other in judged
        if opinion.same or (opinion.same is None and open_still(claim, other, opinion.score))
    ]
    sure.sort(reverse=True)
    clusters = tuple(dict.fromkeys(name for _, name, _ in sure))[: FACTS if not matches else AMONG_ALL]
    close = [(opinion.score, row.id, row) for opinion, row, other in judged if _same_number(claim, other)]
    why = sure[0][2] if sure else ()
    return Place(clusters, why, tuple(row for *_, row in sorted(close, reverse=True)[:NEAREST]), matches)


def open_still(claim: Claim, other: Claim, score: float) -> bool:
    """Whether what the matcher leaves open is enough for a draft: two dates of one act, two digits exchanged."""
    return same_act(claim, other, score) or (score >= LIKELY and slip(claim, other))


def same_act(claim: Claim, other: Claim, score: float) -> bool:
    """Whether two dates are likely of one act: a text dates many acts, so that the matcher wants to be surer of dates
    than of anything else; the same act under the same names is enough for a draft."""
    one, two = claim.assertion, other.assertion
    if score < SAME_ACT or not (isinstance(one.value, Moment) and isinstance(two.value, Moment)):
        return False
    said = (one.verb if one.verb not in HAVE else None, one.attribute and one.attribute.label)
    acts = [set(stems(words)) - DATE for words in said if words]
    if not any(act and act <= profile(other).sentence for act in acts):
        return False
    return bool(names(claim)) and not apart(claim, other)


def _same_number(claim: Claim, other: Claim) -> bool:
    """Whether two claims state the same number, whatever the unit."""
    one, two = claim.assertion.value, other.assertion.value
    return isinstance(one, Quantity) and isinstance(two, Quantity) and (one.low, one.high) == (two.low, two.high)


def _near(row: ClaimRow, site: str) -> Near:
    """A stored claim that a draft's claim is close to."""
    return Near(row.question, f"{site}/facts/{row.fact_id}", witness(row, to_claim(row), site))
