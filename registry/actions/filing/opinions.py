"""What the machine thinks of new facts and those most like them: one fact, two, or for a person to say.

A pair is weighed among its rivals, as `claims check` does it, so all claims of the documents most akin are looked at.
A newcomer's mistake: keeping only what joins. What speaks against two facts keeps a third from joining both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import combinations, islice
from typing import Any, NamedTuple

from registry.actions import concepts
from registry.actions.filing.candidates import PER_CLAIM, nearest
from registry.actions.filing.kindred import kindred
from registry.actions.rows import stated_key, to_claim
from registry.model.assertion import Claim
from registry.steps import check
from registry.steps.check.pairing import inside, paired
from registry.steps.check.scores import Scores
from registry.steps.match.thresholds import demanded, doubted, open_ended
from registry.steps.match.weigh import COPIED, STRANGE_AMONG_MANY
from registry.store import ReadSession, WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries.claims import ClaimRow

Pair = tuple[str, str]
Place = tuple[int, int]
Link = dict[str, Any]
New = tuple[Claim, str, Iterable[str]]
Either = ReadSession | WriteSession
MANY = 66
# How much more it takes for figures that differ or agree by an open end: some of the documents with rivals of the pair
# have yet to come.
MORE = 0.05
# What two facts need at least whose documents are not surely about one matter: a large registry offers each claim many
# of other matters, and some agree with it by chance.
ONE_MATTER, AGREEING, DIFFERING = 0.95, 0.7, 0.75
RANK = {True: 2, False: 1, None: 0}


class Scene(NamedTuple):
    """What new claims are held against: they and the others, the fact of each, the rows of the others, which pairs are
    weighed and which agree."""

    claims: list[Claim]
    facts: list[str]
    others: list[ClaimRow]
    pairs: list[Place]
    agree: list[Place]

    @property
    def seen(self) -> set[str]:
        """The ids of the others."""
        return {row.id for row in self.others}


class Opinions(NamedTuple):
    """What was thought of a scene, the clusters that claims were about to join, and the other claims of those."""

    links: dict[Pair, Link]
    joined: set[str]
    more: list[ClaimRow]


class Weighed(NamedTuple):
    """What was weighed before a transaction began, by which engine and lessons, and what came of it; whether the new
    claims are `clean`, so that nothing in their document contradicts itself."""

    scene: Scene
    engine: str
    found: Opinions
    clean: bool

    def holds(self, session: Either, scene: Scene, own: set[str]) -> bool:
        """Whether the same would come of it now."""
        if self.scene != scene or self.engine != concepts.engine(session):
            return False
        return not self.found.joined or self.found.more == siblings(session, self.found.joined, scene.seen | own)


WEIGHED: ContextVar[Weighed | None] = ContextVar("weighed", default=None)


@contextmanager
def having(weighed: Weighed | None) -> Iterator[None]:
    """Use what was weighed beforehand in a block, as far as it still holds."""
    token = WEIGHED.set(weighed)
    try:
        yield
    finally:
        WEIGHED.reset(token)


def opinions_on(session: WriteSession, claims: Sequence[New], own: set[str]) -> dict[Pair, Link]:
    """The opinions on the facts of some new claims, each given with its fact and its keys; `own` are their ids."""
    scene, before = _scene(session, claims, own), WEIGHED.get()
    if before is not None and before.holds(session, scene, own):
        return before.found.links
    return _weigh(session, scene, own).links


def weigh(session: Either, claims: Sequence[New], own: set[str]) -> Weighed:
    """The same before a transaction begins, to be used in it."""
    scene = _scene(session, claims, own)
    clean = not check.within([claim for claim, _, _ in claims])
    return Weighed(scene, concepts.engine(session), _weigh(session, scene, own), clean)


def clean(session: Either, claims: Sequence[Claim]) -> bool:
    """Whether nothing in the document of some claims contradicts itself, as was found beforehand or is found now."""
    before = WEIGHED.get()
    if before is None or before.engine != concepts.engine(session) or before.scene.claims[: len(claims)] != claims:
        return not check.within(claims)
    return before.clean


def _scene(session: Either, claims: Sequence[New], own: set[str]) -> Scene:
    """What some new claims are held against."""
    new = [claim for claim, _, _ in claims]
    found = nearest(session, {at: keys for at, (_, _, keys) in enumerate(claims)}, about=dict(enumerate(new)))
    whole = kindred(session, new, found)
    rows = {row.id: row for some in found.values() for row in some}
    rows |= {row.id: row for row in claim_queries.claims_of_documents(session, whole)}
    others = [row for name, row in sorted(rows.items()) if name not in own and row.retired_at is None]
    place = {row.id: at for at, row in enumerate(others, len(new))}
    met = {at: {place[row.id] for row in some if row.id in place} for at, some in found.items()}
    common = [place[row.id] for row in others if row.document_id in whole]
    every = [*new, *map(to_claim, others)]
    pairs = paired(every, met, common, PER_CLAIM) | inside(every, range(len(new)))
    facts = [*(fact for _, fact, _ in claims), *(row.fact_key for row in others)]
    agree = list(agreeing(others, len(new)))
    return Scene(every, facts, others, sorted(pairs), agree)


def _weigh(session: Either, scene: Scene, own: set[str]) -> Opinions:
    """The opinions that follow; where claims come to facts of what may be another matter, all claims of those count."""
    every, facts, others, pairs, agree = scene
    scores, new = Scores(every, pairs, agree, STRANGE_AMONG_MANY), len(every) - len(others)
    joined = {(one, others[two - new].cluster) for one, two in unsure(scores, pairs) if one < new <= two}
    clusters = {cluster for _, cluster in joined}
    more = siblings(session, clusters, own | scene.seen) if joined else []
    if more:
        beside = {
            (one, at) for at, row in enumerate(more, len(every)) for one, cluster in joined if row.cluster == cluster
        }
        pairs = sorted(beside.union(pairs))
        others, facts = [*others, *more], [*facts, *(row.fact_key for row in more)]
        scores = Scores([*every, *map(to_claim, more)], pairs, list(agreeing(others, new)), STRANGE_AMONG_MANY)
    return Opinions(strongest(scores, facts, pairs), clusters, more)


def unsure(scores: Scores, pairs: Iterable[Place]) -> list[Place]:
    """The pairs that would be one fact although their documents are not surely about one matter."""
    near = [pair for pair in pairs if scores.akin(*pair) < ONE_MATTER]
    return [pair for pair in near if (told := opinion(scores, *pair)) and told["same"]]


def siblings(session: Either, clusters: set[str], seen: Collection[str]) -> list[ClaimRow]:
    """The other claims of some facts: what joins one of them comes to stand beside all."""
    return [row for row in claim_queries.claims_of_clusters(session, sorted(clusters)) if row.id not in seen]


def agreeing(rows: Sequence[ClaimRow], first: int) -> Iterator[tuple[int, int]]:
    """The pairs of claims, by position from `first` on, that are of one fact already and state the same value."""
    filed: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, row in enumerate(rows, first):
        filed[row.cluster, stated_key(row)].append(at)
    for some in filed.values():
        yield from islice(combinations(some, 2), MANY)


def weighed(
    claims: Sequence[Claim],
    facts: Sequence[str],
    pairs: Sequence[tuple[int, int]],
    known: Collection[tuple[int, int]] | None = None,
) -> dict[Pair, Link]:
    """The opinions on the facts of pairs of claims; `known` are pairs of one fact that agree."""
    return strongest(Scores(claims, pairs, known, STRANGE_AMONG_MANY), facts, pairs)


def strongest(scores: Scores, facts: Sequence[str], pairs: Iterable[Place]) -> dict[Pair, Link]:
    """The opinions on the facts of pairs of claims by position, the strongest where several claims answer one."""
    best = dict[Pair, Link]()
    for one, two in pairs:
        if facts[one] == facts[two]:
            continue
        pair = min(facts[one], facts[two]), max(facts[one], facts[two])
        told = opinion(scores, one, two)
        if told and (pair not in best or strength(best[pair]) < strength(told)):
            best[pair] = {"left_fact": pair[0], "right_fact": pair[1], **told}
    return {
        pair: {**told, "reasons": reasons(scores, told.pop("of"), same=told["same"])} for pair, told in best.items()
    }


def opinion(scores: Scores, one: int, two: int) -> Link | None:
    """The opinion on two claims; None where nothing can be said."""
    likely, left, right = scores.of(one, two), scores.profiles[one], scores.profiles[two]
    if not likely or doubted(left, right):
        same: bool | None = False
    elif likely >= needed(scores, one, two):
        same = True
    elif scores.excluded(one, two):
        same = False
    elif likely >= scores.weights.suggest:
        same = None
    else:
        return None
    return {"score": round(likely, 4), "same": same, "of": (one, two)}


def needed(scores: Scores, one: int, two: int) -> float:
    """From which chance on two facts are one."""
    meet = scores.meets(one, two)
    told = demanded(scores.profiles[one], scores.profiles[two], scores.weights, meet=meet, many=True)
    if scores.akin(one, two) < ONE_MATTER:
        told = max(told, AGREEING if meet else DIFFERING - MORE)
    agree = meet and not open_ended(scores.profiles[one], scores.profiles[two])
    return told if agree else min(COPIED, told + MORE)


def reasons(scores: Scores, of: tuple[int, int], *, same: bool | None) -> list[str]:
    """What speaks for two claims being of one fact, where they are: nobody is shown why others are kept apart."""
    return list(scores.reasons(*of)) if same else []


def strength(link: Mapping[str, Any]) -> tuple[int, float]:
    """The order of opinions on two facts: that they are one, that they are not, that a person may say."""
    return RANK[link["same"]], link["score"]
