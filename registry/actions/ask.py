"""Say what the registry holds about a text: each assertion in it is looked up and compared.

A newcomer's mistake: taking "not found" for "wrong". The registry only knows what its documents say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from registry.actions import lookup
from registry.actions.nearest import nearest
from registry.actions.rows import to_claim
from registry.actions.sides import Group
from registry.actions.views import Answer, Asked, ClaimView, FactRow, Held, Outcome
from registry.actions.wholes import Whole, claim_view, fact_row, since, wholes
from registry.errors import InvalidValue
from registry.model.assertion import Assertion, Claim
from registry.model.document import Reading, Source
from registry.model.finding import Relation
from registry.model.span import Span
from registry.steps import check, match
from registry.store import ReadSession
from registry.store.queries import facts as fact_queries

LONGEST = 20_000
PER_CLAIM = 24
NEAREST = 5
SHOWN = 10
RANK = (Outcome.CONTRADICTED, Outcome.OUTDATED, Outcome.DISPUTED, Outcome.SUPPORTED, Outcome.NOT_FOUND)
COMMON = re.compile(
    r"an?|and|are|as|at|be|been|by|did|do|does|for|from|had|has|have|how|in|is|its?|many|much|of|on|or|that|the|their|"
    r"there|these|this|to|was|were|what|when|where|which|who|will|with"
)
UNKNOWN = "The registry holds no fact about this."


class Best(NamedTuple):
    """The fact that an assertion is about, as far as the matcher can tell."""

    cluster: str
    reasons: tuple[str, ...]
    score: float


def read(text: str, *, published: date | None = None, model: str | None = None) -> tuple[Claim, ...]:
    """The assertions of a text; slow, and without a session. Raises `InvalidValue` for a text that is too long."""
    from registry.actions.ingest import extracted

    if len(text) > LONGEST:
        raise InvalidValue(f"The text has {len(text):,} characters; {LONGEST:,} are the limit. Ask about a part of it.")
    if not text.strip():
        return ()
    source = Source("asked", published=published)
    return extracted(Reading(text, "text/plain", "given/1", published=published), source, model)


def ask(session: ReadSession, text: str, claims: tuple[Claim, ...] | None = None) -> Asked:
    """What the registry says to each assertion of a text, or to a question without one."""
    told = read(text) if claims is None else claims
    best = [best_fact(session, claim) for claim in told]
    found = wholes(session, {one.cluster for one in best if one})
    answers = [answer(claim, one, found) for claim, one in zip(told, best, strict=True)]
    near = _near(session, text)
    if not any(one.fact for one in answers) and near and "?" in text:
        answers = [_to_question(session, near[0].id), *answers]
    answers.sort(key=lambda one: RANK.index(one.outcome))
    used = {one.fact.id for one in answers if one.fact}
    return Asked(text, tuple(answers), tuple(row for row in near if row.id not in used))


def _near(session: ReadSession, text: str) -> list[FactRow]:
    """Facts whose questions share the most telling words with a text; of equals, those that ask in the same way."""
    words = telling(text)
    found = lookup.find_facts(session, " ".join(words)[: lookup.LONGEST_QUERY], every=False, limit=4 * NEAREST)
    shared = {row.id: len(words & telling(row.question)) for row in found}
    rows = [row for row in found if shared[row.id]]
    rows.sort(key=lambda row: (-shared[row.id], opening(row.question) != opening(text)))
    return rows[:NEAREST]


def telling(text: str) -> set[str]:
    """The words of a text that say what it is about, without a plural's ending.

    >>> sorted(telling("How many bridges does Alder have?"))
    ['alder', 'bridge']
    """
    words = re.findall(r"[^\W\d_]{2,}", text.lower())
    return {word.removesuffix("s") if len(word) > 3 else word for word in words if not COMMON.fullmatch(word)}


def opening(question: str) -> str:
    """How a question asks: "how many", "when"."""
    words = question.lower().split()
    return " ".join(words[: 2 if words[:1] == ["how"] else 1])


def best_fact(session: ReadSession, claim: Claim) -> Best | None:
    """The fact that an assertion answers: the same question for sure, else the best of those that share a key."""
    known = fact_queries.facts_by_key(session, [match.fact_key(claim)])
    same = [Best(fact.cluster, ("the same question",), 1.0) for fact in known.values() if fact.n]
    if same:
        return same[0]
    rows = nearest(session, {0: match.keys(claim)}, about={0: claim}, most=PER_CLAIM)[0]
    scored = [(match.score(claim, to_claim(row)), row) for row in rows]
    sure = [Best(row.cluster, opinion.reasons, opinion.score) for opinion, row in scored if opinion.same]
    return max(sure, key=lambda one: one.score, default=None)


def answer(claim: Claim, best: Best | None, found: Mapping[str, Whole]) -> Answer:
    """What the registry says to an assertion."""
    whole = found.get(best.cluster) if best else None
    if best is None or whole is None or not whole.groups:
        return Answer(Outcome.NOT_FOUND, UNKNOWN, claim.assertion, claim.span, None, None, (), (), ())
    relations = {name: check.judge(claim, other) for name, other in whole.claims.items()}
    against = [name for name, said in relations.items() if said.relation.is_conflict]
    agreeing = [name for name in relations if name not in against]
    outcome = _outcome(whole, relations[against[0]].relation if against else None, agreeing, against)
    return _answer(
        whole, outcome, claim.assertion, span=claim.span, agreeing=agreeing, against=against, why=best.reasons
    )


def _outcome(whole: Whole, worst: Relation | None, agreeing: list[str], against: list[str]) -> Outcome:
    """The verdict: what the registry holds outranks what single claims say."""
    labels = whole.label_of
    if whole.standing.held is Held.DISPUTED:
        return Outcome.DISPUTED if agreeing else Outcome.CONTRADICTED
    held = whole.standing.value
    if any(labels.get(name) == held for name in agreeing):
        return Outcome.SUPPORTED
    if not against:
        return Outcome.SUPPORTED
    changes = whole.conflict is not None and whole.conflict.kind is Relation.CHANGE_OVER_TIME
    if worst is Relation.CHANGE_OVER_TIME or (agreeing and changes):
        return Outcome.OUTDATED
    return Outcome.CONTRADICTED


def _answer(
    whole: Whole,
    outcome: Outcome,
    asked: Assertion | None,
    *,
    span: Span | None,
    agreeing: list[str],
    against: list[str],
    why: tuple[str, ...],
) -> Answer:
    """An answer with its claims."""
    return Answer(
        outcome=outcome,
        detail=_detail(whole, outcome, question=asked is None),
        asked=asked,
        span=span,
        fact=fact_row(whole),
        value=whole.standing.value,
        supporting=_views(whole, agreeing),
        opposing=_views(whole, against),
        why=why,
    )


def _views(whole: Whole, names: list[str]) -> tuple[ClaimView, ...]:
    """Claims as they are shown: first those that state the value held, the most worth checking first."""
    labels, held = whole.label_of, whole.standing.value
    rows = [whole.rows[name] for name in names]
    rows.sort(key=lambda row: (labels.get(row.id) != held, -row.checkworthy, row.id))
    return tuple(claim_view(row, whole) for row in rows[:SHOWN])


def _detail(whole: Whole, outcome: Outcome, *, question: bool) -> str:
    """One sentence for a reader."""
    held, words = whole.standing.value, whole.standing.words
    if held is None:
        return f"The registry holds this as {words}."
    day = since(whole, held)
    when = f" since at the latest {day.day} {day:%B %Y}" if day and (question or outcome is Outcome.OUTDATED) else ""
    told = {
        Outcome.SUPPORTED: f"The registry holds {held}{when}" if question else "The registry agrees",
        Outcome.OUTDATED: f"This is out of date; the registry holds {held}{when}",
        Outcome.CONTRADICTED: f"The registry holds {held}",
        Outcome.DISPUTED: "Sources disagree",
    }
    return f"{told[outcome]} ({words})."


def _to_question(session: ReadSession, fact_id: str) -> Answer:
    """What the registry holds about the fact that a question is about."""
    known = fact_queries.fact_by_id(session, fact_id)
    assert known is not None
    whole = wholes(session, [known.cluster])[known.cluster]
    outcome = Outcome.DISPUTED if whole.standing.held is Held.DISPUTED else Outcome.SUPPORTED
    groups: tuple[Group, ...] = whole.groups
    held = whole.standing.value
    agreeing = [claim for group in groups for claim in group.claims if held in (None, group.label)]
    against = [claim for group in groups for claim in group.claims if held not in (None, group.label)]
    why = ("the words of the question",)
    return _answer(whole, outcome, None, span=None, agreeing=agreeing, against=against, why=why)
