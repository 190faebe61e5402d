"""Who cannot be named for sure: whoever has left the office since, and one of several whose bodies are called alike.

A newcomer's mistake: taking the claim that fits best for the last word. That somebody resigned stands in another
document, often in words that fit the question worse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from registry.actions.facts.wholes import Whole
from registry.model.assertion import Claim, Kind
from registry.steps.ask import Sort, Wish
from registry.steps.ask.asking import FORMER
from registry.steps.ask.bodies import asked_of, is_sort
from registry.steps.check.offices import ended
from registry.steps.match.words import stems
from registry.steps.phrases import day as spoken

WAS = re.compile(r"\W*who(?:m|se)? (?:was|were|had)\b", re.IGNORECASE)


def left(wanted: Wish, whole: Whole, claim_id: str, day: date | None) -> Claim | None:
    """The claim of a later document that somebody has left the office which another claim gives them, where a question
    asks who holds it now, or on a `day` after that."""
    held = whole.claims.get(claim_id)
    if wanted.sort is not Sort.PERSON or held is None or WAS.match(wanted.text) or FORMER.search(wanted.text):
        return None
    told = sorted(
        (claim for claim in whole.claims.values() if claim.source.published and _is_same(claim, held)),
        key=lambda claim: claim.source.published or date.min,
    )
    last = told[-1] if told else None
    if last is None or not ended(last) or last.source.published is None:
        return None
    return last if day is None or day >= last.source.published else None


def _is_same(claim: Claim, held: Claim) -> bool:
    """Whether two claims are of one office: "Minister", "finance minister"."""
    return claim.assertion.kind is Kind.ROLE and bool(set(stems(claim.span.exact)) & set(stems(held.span.exact)))


def said(claim: Claim) -> str:
    """What is said instead of an answer."""
    who = claim.assertion.subject.label if claim.assertion.subject else "Whoever held it"
    when = f" of {spoken(claim.source.published)}" if claim.source.published else ""
    return (
        f"The registry knows nobody who holds it now: {who} has left it, as {claim.source.name}{when} says: "
        f"\u201c{claim.sentence.exact}\u201d"
    )


def several(wanted: Wish, found: Sequence[Claim]) -> str:
    """What is said where a question names a body by nothing but its sort ("the court") and several people lead one."""
    bodies = asked_of(wanted)
    if wanted.sort is not Sort.PERSON or not bodies or not all(map(is_sort, bodies)):
        return ""
    people = {said.label: claim.sentence.exact for claim in found if (said := claim.assertion.subject)}
    told = "; ".join(f"{person}: \u201c{sentence}\u201d" for person, sentence in people.items())
    return f"Several could be meant. {told}" if len(people) > 1 else ""
