"""The answer to a question without a value: the fact whose claims answer it best, and the facts that come close.

A newcomer's mistake: answering whatever scores most. Below the sure score the nearest facts are named, no answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from registry.actions.ask.answering import SHOWN, UNKNOWN, UNSURE, of_day, of_side, silent, since
from registry.actions.ask.finding import NEAREST, candidates
from registry.actions.ask.leaving import left, said, several
from registry.actions.ask.naming import with_names
from registry.actions.ask.reading import unknown
from registry.actions.cells import likeness
from registry.actions.facts.sides import Group
from registry.actions.facts.wholes import Whole, claim_view, fact_row
from registry.actions.held import all_of, lessons
from registry.actions.rows import to_claim
from registry.actions.views import Answer, ClaimView, Current, FactRow, Held, Outcome
from registry.model.quantity import Quantity
from registry.steps.ask import Fit, Sort, Wish, fit, wish
from registry.steps.ask.asking import meant
from registry.steps.ask.fit import CLOSE, SURE
from registry.steps.phrases import inside
from registry.store import ReadSession
from registry.store.queries.claims import ClaimRow

NEAR_ONLY = "; it holds facts near this."
ALIKE = 95.0
ASKED_SO = 0.7
STALE = 366
WITHIN = re.compile(r"\b(?:in|from|at|within|across) (?:the )?[A-Z]")
DID = re.compile(r"\b(?:did|were|was|has|have)\b.*\b(?!have\b)[a-z]{3,}\b.*\b(?:in|during|by|on)\b", re.IGNORECASE)
LEVEL, LEVEL_THEN = 0.02, 0.1


class Answered(NamedTuple):
    """An answer to a question, and the facts that come close."""

    answer: Answer
    near: tuple[FactRow, ...]


class Scored(NamedTuple):
    """A fact, the claim of it that answers best, and how well."""

    cluster: str
    claim_id: str
    fit: Fit


def answered(
    session: ReadSession, questions: Sequence[str], *, as_of: date | None, at: datetime | None
) -> list[Answered]:
    """What the registry says to each of some questions; they are looked up all at once."""
    if not questions:
        return []
    with lessons(session, at):
        wanted = [wish(question) for question in questions]
        rows = candidates(session, wanted, at)
        _name(session, wanted, rows, at)
        ranked = [_ranked(one, some) for one, some in zip(wanted, rows, strict=True)]
        found = all_of(session, {one.cluster for some in ranked for one in some}, at)
        told = [_answered(one, some, found, as_of) for one, some in zip(wanted, ranked, strict=True)]
        return [_unheard(session, question, one, at) for question, one in zip(questions, told, strict=True)]


def _name(session: ReadSession, wanted: list[Wish], rows: list[list[ClaimRow]], at: datetime | None) -> None:
    """Read questions typed in small letters anew, with the names in them written as names."""
    named = {number: with_names(one.text, rows[number]) for number, one in enumerate(wanted)}
    changed = [number for number, text in named.items() if text != wanted[number].text]
    again = [wish(named[number]) for number in changed]
    for number, one, some in zip(changed, again, candidates(session, again, at) if again else (), strict=True):
        wanted[number], rows[number] = one, list({row.id: row for row in (*some, *rows[number])}.values())


def _unheard(session: ReadSession, question: str, told: Answered, at: datetime | None) -> Answered:
    """An answer, or none where the question has a word that nobody has used: the answer may be about another."""
    fact = told.answer.fact
    if fact is None and told.answer.detail not in (UNKNOWN, UNSURE):
        return told
    word = unknown(session, meant(question), at)
    if word is None:
        return told
    near = (fact, *told.near) if fact else told.near
    detail = f"No source of the registry has the word \u201c{word}\u201d{NEAR_ONLY if near else '.'}"
    return Answered(silent(detail), near)


def _answered(wanted: Wish, ranked: Sequence[Scored], found: Mapping[str, Whole], as_of: date | None) -> Answered:
    """What the registry says to a question, given the facts that could answer it."""
    known = [one for one in ranked if one.cluster in found and found[one.cluster].rows]
    sure = [one for one in known if one.fit.sure]
    day = as_of or (wanted.when.high if wanted.when and wanted.sort is not Sort.DATE else None)
    gone = {one.cluster: left(wanted, found[one.cluster], one.claim_id, day) for one in sure}
    still = [one for one in sure if gone[one.cluster] is None and not _beside(wanted, found[one.cluster], one)]
    best = _best(still, found, day)
    over = next((claim for claim in gone.values() if claim), None) if best is None else None
    fitting = [claim for one in still if (claim := found[one.cluster].claims.get(one.claim_id))]
    unclear = said(over) if over else several(wanted, fitting)
    every = tuple(fact_row(found[one.cluster]) for one in known)
    if unclear:
        return Answered(silent(unclear), every)
    if best is not None and day is not None and _before(wanted, found[best.cluster], day):
        return Answered(silent(_earliest(found[best.cluster], day)), every)
    if best is not None and day is not None and as_of is None and _is_past(wanted, found[best.cluster], day):
        return Answered(silent(_told(found[best.cluster], wanted, best, day).detail), every)
    near = tuple(fact_row(found[one.cluster]) for one in known if best is None or one.cluster != best.cluster)
    if best is None:
        part = next((one for one in known if one.fit.part), None)
        told = _in_part(found[part.cluster], part) if part else UNSURE if near else UNKNOWN
        return Answered(silent(told), near)
    return Answered(_told(found[best.cluster], wanted, best, day), near)


def _in_part(whole: Whole, part: Scored) -> str:
    """What is said where all that is held counts some of what is asked for."""
    claim = whole.claims.get(part.claim_id)
    if claim is None:
        return UNSURE
    return f"The registry holds no count of all of them. This one is of a part: \u201c{claim.sentence.exact}\u201d"


def _before(wanted: Wish, whole: Whole, day: date) -> bool:
    """Whether a day lies long before everything that is stated of a fact; a year that its claims name is of what they
    are about."""
    days = [group.first for group in whole.groups]
    if not days or None in days or min(one for one in days if one) <= day + timedelta(STALE):
        return False
    texts = (text for one in whole.claims.values() for text in (one.sentence.exact, one.source.title or ""))
    return not any(str(day.year) in text for text in texts)


def _earliest(whole: Whole, day: date) -> str:
    """What is said about a day before everything that is known."""
    group = whole.groups[0]
    told = f"{group.first.day} {group.first:%B %Y}" if group.first else "later"
    return (
        f"The registry knows no value of {day.day} {day:%B %Y} or before; "
        f"the earliest it knows is {inside(group.label)}, of {told}."
    )


def _ranked(wanted: Wish, rows: Sequence[ClaimRow]) -> list[Scored]:
    """The facts that could answer, the best first."""
    best: dict[str, Scored] = {}
    for row in rows:
        found = _fitted(wanted, row)
        known = best.get(row.cluster)
        if found.score >= CLOSE and (known is None or found.score > known.fit.score):
            best[row.cluster] = Scored(row.cluster, row.id, found)
    ranked = sorted(best.values(), key=lambda one: (-one.fit.score, one.cluster))
    return ranked[:NEAREST]


def _fitted(wanted: Wish, row: ClaimRow) -> Fit:
    """How well a claim answers; a question that is asked as the fact's own is answered by it."""
    found = fit(wanted, to_claim(row))
    if found.score < SURE and likeness(wanted.text, row.question) >= ALIKE:
        return Fit(ASKED_SO, ("the fact asks the same question", *found.reasons))
    return found


def _best(sure: Sequence[Scored], found: Mapping[str, Whole], day: date | None) -> Scored | None:
    """The fact to answer with: of those that answer about as well, the one of the latest day and the most sources, or
    the one stated closest to the day that is asked about."""
    if not sure:
        return None
    level = [one for one in sure if one.fit.score >= sure[0].fit.score - (LEVEL if day is None else LEVEL_THEN)]
    if day is not None:
        return min(level, key=lambda one: _away(found[one.cluster], day))
    return max(level, key=lambda one: (_last(found[one.cluster]), found[one.cluster].standing.independent))


def _beside(wanted: Wish, whole: Whole, best: Scored) -> bool:
    """Whether nobody who states the value held answers the question: then what answers, a bound ("more than 16") or a
    part ("eight situations, all in Africa"), and what is held may be about different things."""
    claim, label = whole.claims.get(best.claim_id), whole.standing.value
    if claim is None or label is None:
        return False
    value = claim.assertion.value
    bound = isinstance(value, Quantity) and (value.low is None or value.high is None)
    if not bound and not (wanted.when is None and WITHIN.search(wanted.text)):
        return False
    held = [whole.claims[name] for group in whole.groups if group.label == label for name in group.claims]
    return claim not in held and max((fit(wanted, one).score for one in held), default=1.0) < SURE


def _away(whole: Whole, day: date) -> tuple[bool, int]:
    """How far from a day a fact is stated; what is stated only later comes last."""
    spans = [(group.first, group.last) for group in whole.groups if group.first and group.last]
    before = [max(0, (day - last).days) for first, last in spans if first <= day]
    after = [(first - day).days for first, _ in spans if first > day]
    return not before, min(before or after, default=date.max.toordinal())


def _last(whole: Whole) -> date:
    """The last day that a fact is stated for."""
    return max((group.last for group in whole.groups if group.last), default=date.min)


def _told(whole: Whole, wanted: Wish, best: Scored, day: date | None) -> Answer:
    """What the registry holds about the fact that a question is about."""
    held = _named(whole, best) if wanted.sort is Sort.PERSON else _held(whole, day)
    outcome = Outcome.DISPUTED if whole.standing.held is Held.DISPUTED and held is None else Outcome.SUPPORTED
    named = wanted.sort is Sort.PERSON or held is None
    mine = [group for group in whole.groups if named or (held and group.label == held.label)]
    others = [group for group in whole.groups if group not in mine]
    return Answer(
        outcome=outcome,
        detail=_detail(whole, wanted, best, held, day),
        asked=None,
        span=None,
        fact=fact_row(whole),
        value=held.label if held else None,
        supporting=_views(whole, mine),
        opposing=_views(whole, others),
        why=best.fit.reasons,
        current=held,
    )


def _held(whole: Whole, day: date | None) -> Current | None:
    """The value that is held, or that held on a day: the one stated for it, else the last one stated before."""
    if day is not None and len(whole.groups) > 1:
        before = [group for group in whole.groups if group.first and group.first <= day]
        within = [group for group in before if group.last and day <= group.last]
        chosen = (within or before)[-1:] or list(whole.groups)[:1]
        if chosen:
            return of_side(chosen[0])
    label, standing = whole.standing.value, whole.standing
    group = next((one for one in whole.groups if one.label == label), None)
    if group is not None:
        return of_side(group)
    return Current(label, None, None, None, standing.sources, standing.independent) if label else None


def _is_stale(wanted: Wish, held: Current, day: date) -> bool:
    """Whether a value was stated for the last time before the days that are asked about, and years may lie between."""
    since = wanted.when.low if wanted.when else day
    return held.last is not None and (since - held.last).days > STALE


def _is_past(wanted: Wish, whole: Whole, day: date) -> bool:
    """Whether what is held was told of long before the days asked about, and is of what happened then: how many were
    issued in one year says nothing about another."""
    held = _held(whole, day)
    return held is not None and not wanted.whole and _is_stale(wanted, held, day) and bool(DID.search(wanted.text))


def _named(whole: Whole, best: Scored) -> Current | None:
    """Who it is: the person that the claim gives the office to."""
    held, claim = _held(whole, None), whole.claims.get(best.claim_id)
    if claim is None or claim.assertion.subject is None:
        return held
    group = next((one for one in whole.groups if best.claim_id in one.claims), None)
    told = of_side(group) if group else held
    return told._replace(label=claim.assertion.subject.label) if told else None


def _views(whole: Whole, groups: Sequence[Group]) -> tuple[ClaimView, ...]:
    """Claims as they are shown, the latest value first."""
    names = [name for group in reversed(groups) for name in group.claims]
    return tuple(claim_view(whole.rows[name], whole) for name in names if name in whole.rows)[:SHOWN]


def _detail(whole: Whole, wanted: Wish, best: Scored, held: Current | None, day: date | None) -> str:
    """One sentence for a reader."""
    words = whole.standing.words
    if held is None:
        return f"The registry holds this as {words}."
    if wanted.sort is Sort.PERSON:
        office = whole.claims[best.claim_id].span.exact if best.claim_id in whole.claims else ""
        return f"The registry holds {held.label}, {office}{since(held)} ({words})."
    if day is not None and _is_stale(wanted, held, day):
        last = f"{held.last.day} {held.last:%B %Y}" if held.last else "an earlier day"
        return f"The registry knows no value of {day.day} {day:%B %Y}; the last before it is {held.label}, of {last}."
    if day is not None and held.first is not None and held.first > day and len(whole.groups) > 1:
        return _earliest(whole, day)
    if day is not None and held.label != whole.standing.value:
        now = f"the registry now holds {whole.standing.value}" if whole.standing.value else f"now it is {words}"
        return f"{of_day(wanted.when, day)} it was {held.label}; {now}."
    return f"The registry holds {held.label}{since(held)} ({words}).{_only(whole, best)}"


def _only(whole: Whole, best: Scored) -> str:
    """What an answer counts, where that is narrower than what was asked for."""
    claim = whole.claims.get(best.claim_id)
    if not best.fit.narrowed or claim is None or claim.assertion.attribute is None:
        return ""
    return f" Counted are those of \u201c{claim.assertion.attribute.label}\u201d; there may be others."
