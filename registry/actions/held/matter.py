"""What a draft is about as a whole, and which stored claims answer its own among all that is told of that matter.

A newcomer's mistake: looking a claim up by its own keys alone. "It employs 650" names nobody, and what a sentence
is about is often only assumed; the documents that the draft as a whole is about hold the figure all the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from registry.actions.filing.kindred import akin, beside
from registry.actions.rows import to_claim
from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.steps.check.pairing import closest
from registry.steps.check.scores import Scores, families
from registry.steps.lint.naming import name_two, said
from registry.steps.match.about import kindred as kindred_things
from registry.steps.match.entities import Same, compare
from registry.steps.match.keys import wide_keys
from registry.steps.match.kinship import Kin, kin
from registry.steps.match.profile import profile
from registry.steps.match.weigh import STRANGE_AMONG_MANY, Match
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import documents as document_queries
from registry.store.queries import search
from registry.store.queries.claims import ClaimRow

Pair = tuple[int, int]
LEAST = 3
DOCUMENTS, LEADING, BESIDE = 10, 3, 4
LIKELY, AHEAD = 0.5, 0.2
FEW, EQUAL = 4, 2


class Answer(NamedTuple):
    """A stored claim that may answer one of a draft, and how it matches."""

    row: ClaimRow
    match: Match


class Matter(NamedTuple):
    """What is told of the matter of a draft: what may answer each of its claims, all that its documents claim, how
    likely two of them are of one matter, and what each is about."""

    answers: Mapping[int, Sequence[Answer]] = MappingProxyType({})
    told: tuple[tuple[ClaimRow, Claim], ...] = ()
    between: Callable[[str, str], float] = lambda one, two: 0.0
    family: Mapping[str, Kin] = MappingProxyType({})


NONE = Matter()


class Drafted(Scores):
    """The chances of pairs of a draft's claims and stored ones. A document is as akin to the draft as one that is akin
    to both: what it calls by other names, that one may call by those of the draft."""

    def __init__(self, claims: Sequence[Claim], pairs: Sequence[Pair], draft: Kin, stored: Mapping[str, Kin]) -> None:
        self.stored = stored.keys()
        self.through: dict[str, float] = {}
        sentences = {claim.source.id: draft for claim in claims if claim.source.id not in stored}
        super().__init__(claims, pairs, [], STRANGE_AMONG_MANY, {**sentences, **stored})

    def akin(self, one: int, two: int) -> float:
        """How likely a document is of the matter of the draft; the claim of the draft comes first."""
        draft, other = self.profiles[one].document, self.profiles[two].document
        if other not in self.through:
            ways = (min(self.between(draft, each), self.between(each, other)) for each in self.stored)
            self.through[other] = max(ways, default=0.0)
        return self.through[other]


def answers(session: ReadSession, claims: Sequence[Claim], met: Mapping[int, Sequence[ClaimRow]]) -> Matter:
    """How the claims of a draft match those of the documents of its matter; `met` are those that each met by its own
    keys."""
    rows = of_matter(session, claims, met) if len(claims) >= LEAST else []
    told, first = [to_claim(row) for row in rows], len(claims)
    every = [*map(by_sentence, claims), *told]
    pairs = alike(every, first)
    family = families(told)
    scores = Drafted(every, pairs, kin(claims), family)
    found: dict[int, list[Answer]] = defaultdict(list)
    for one, two in pairs:
        found[one].append(Answer(rows[two - first], judged(scores, one, two)))
    best = {at: clearest(claims[at], some) for at, some in found.items()}
    return Matter(best, tuple(zip(rows, told, strict=True)), scores.between, family)


def judged(scores: Scores, one: int, two: int) -> Match:
    """How two claims match among their rivals."""
    chance = scores.of(one, two)
    sure = chance > 0 and chance >= scores.needed(one, two)
    return Match(chance, sure or (None if chance >= scores.weights.suggest else False), ())


def clearest(claim: Claim, answers: Sequence[Answer]) -> list[Answer]:
    """Answers, the best of them made sure where it is far ahead of all others and about whom the sentence names."""
    best, *others = sorted(answers, key=lambda one: (-one.match.score, one.row.id))
    if best.match.same and name_strangers(claim, to_claim(best.row)):
        best = best._replace(match=replace(best.match, same=None))
    if best.match.same and any(has_other_figure(claim, to_claim(best.row), to_claim(one.row)) for one in others):
        best = best._replace(match=replace(best.match, same=None))
    alone = all(one.match.score <= best.match.score - AHEAD for one in others)
    if alone and best.match.same is None and best.match.score >= LIKELY and name_one(claim, to_claim(best.row)):
        best = best._replace(match=replace(best.match, same=True))
    return [best, *others]


def has_other_figure(claim: Claim, best: Claim, other: Claim) -> bool:
    """Whether another document gives the draft's very figure, which the best does not, for much the same by another
    name: a "budget" where the draft has a "cost"."""
    said, held, told = (one.assertion.value for one in (claim, best, other))
    if not (isinstance(said, Quantity) and isinstance(held, Quantity) and isinstance(told, Quantity)):
        return False
    same = said.unit != "count" and (said.low, said.high, said.unit) == (told.low, told.high, told.unit)
    return same and not said.meets(held) and bool(kindred_things(profile(claim).named, profile(other).named))


def name_strangers(claim: Claim, other: Claim) -> bool:
    """Whether two sentences name what they are about, and these are two, neither of which the other sentence names."""
    one, two = claim.assertion.subject, other.assertion.subject
    if one is None or two is None or not name_two(claim, other):
        return False
    return not (said(one.label, other.sentence.exact) or said(two.label, claim.sentence.exact))


def name_one(claim: Claim, other: Claim) -> bool:
    """Whether both are about one name, which both sentences have."""
    one, two = claim.assertion.subject, other.assertion.subject
    if one is None or two is None or compare(one.label, two.label) is not Same.YES:
        return False
    return one.label[:1].isupper() and said(one.label, claim.sentence.exact) and said(two.label, other.sentence.exact)


def of_matter(session: ReadSession, claims: Sequence[Claim], met: Mapping[int, Sequence[ClaimRow]]) -> list[ClaimRow]:
    """The claims of the documents most likely of a draft's matter: of those that are akin to it or name what it is
    about, those that several ways lead to first, of those that name what the first of these are about, and of the few
    that have the names and rare words of these: a draft has seldom enough of them itself."""
    subjects = [claim.assertion.subject.label for claim in claims if claim.assertion.subject]
    asked = [most_common(subjects)]
    ways = (akin(met, len(claims), DOCUMENTS), beside(session, claims, DOCUMENTS), named(session, asked[0]))
    known = [name for name, _ in Counter(name for way in ways for name in way).most_common()]
    first = known[:DOCUMENTS]
    rows = _standing(session, first)
    for document in first[:LEADING]:
        label = most_common(
            [row.record["subject"]["label"] for row in rows if row.document_id == document and row.record["subject"]]
        )
        if label[:1].isupper() and label not in asked:
            asked.append(label)
            known += named(session, label)
    more = [name for name in list(dict.fromkeys(known))[:DOCUMENTS] if name not in first]
    more += _beside_first(session, rows, [*first, *more])
    return [*rows, *_standing(session, more)] if more else rows


def _beside_first(session: ReadSession, rows: Sequence[ClaimRow], known: Sequence[str]) -> list[str]:
    """The few documents that have most landmarks in common with those that come first, without the known ones."""
    told = [[to_claim(row) for row in rows if row.document_id == document] for document in known[:LEADING]]
    ways = [beside(session, claims, BESIDE) for claims in told if claims]
    found = Counter(name for way in ways for name in way if name not in known)
    return [name for name, _ in found.most_common(BESIDE)]


def _standing(session: ReadSession, documents: Sequence[str]) -> list[ClaimRow]:
    """The claims of some documents that have not been retired."""
    return [row for row in claim_queries.claims_of_documents(session, documents) if row.retired_at is None]


def most_common(labels: Sequence[str]) -> str:
    """What stands most often in a list, the first of several; empty for none."""
    return next((label for label, _ in Counter(labels).most_common(1)), "")


def named(session: ReadSession, words: str) -> list[str]:
    """The newest documents that have all of some words."""
    versions = [ref for _, ref in search.numbered(session, "document", words, before=None, limit=DOCUMENTS)]
    return [row.id for row in document_queries.documents_of_versions(session, versions).values()]


def alike(claims: Sequence[Claim], first: int, few: int = FEW) -> list[Pair]:
    """Pairs of the claims before `first` and those behind it: each with the `few` that have most in common with it, and
    with those that give its very figure."""
    filed: dict[str, set[int]] = defaultdict(set)
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at in range(first, len(claims)):
        for key in wide_keys(claims[at]):
            filed[key].add(at)
        if figure := measured(claims[at]):
            same[figure].append(at)
    those = set(range(first, len(claims)))
    return [
        (at, one)
        for at in range(first)
        for one in sorted({*closest(claims[at], filed, those)[:few], *same[measured(claims[at])][:EQUAL]})
    ]


def measured(claim: Claim) -> tuple[object, ...]:
    """What a claim measures something at; empty where it only counts: a count may be of anything."""
    value = claim.assertion.value
    known = isinstance(value, Quantity) and value.unit != "count" and value.single
    return (value.low, value.unit) if isinstance(value, Quantity) and known else ()


def by_sentence(claim: Claim) -> Claim:
    """A claim of a draft as if its sentence stood alone: a draft may ask one thing twice, and what it says elsewhere is
    no rival."""
    return replace(claim, source=replace(claim.source, id=f"{claim.source.id} {claim.sentence.start}"))
