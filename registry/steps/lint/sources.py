"""Those who state a value: how close to the fact they are, and how a report names them.

A newcomer's mistake: taking the newest source for the best. The closest is the one whose own fact it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.model.assertion import Claim
from registry.steps.lint.problem import Reference, Side, Witness
from registry.steps.match.entities import Same, compare

SHOWN = 4
OWN, REPORTED = 2, 1


def nearness(witness: Witness) -> int:
    """How close a source is to the fact: its subject itself, a voice of its own, or a report of another's words."""
    said, publisher = witness.claim.assertion, witness.claim.source.publisher
    if said.subject and publisher and compare(said.subject.label, publisher) is Same.YES:
        return OWN + 1
    return REPORTED if said.asserted_by else OWN


def named_in(text: str, claim: Claim, witness: Witness) -> bool:
    """Whether the draft's sentence names or links a source."""
    source, said = witness.claim.source, claim.assertion.asserted_by
    sentence = text[claim.sentence.start : claim.sentence.end]
    if source.url and source.url in sentence:
        return True
    return bool(said and source.publisher and compare(said.label, source.publisher) is Same.YES)


def witnessed(side: Side) -> str:
    """Who states a value: "Harbour News", or "Harbour News and 3 more, 2 independent"."""
    name = " ".join(side.witnesses[0].name.split())
    return name if side.sources == 1 else f"{name} and {side.sources - 1} more, {side.independent} independent"


def references(witnesses: Sequence[Witness]) -> tuple[Reference, ...]:
    """Sources as a report names them, one a document."""
    unique = {one.claim.source.id: one for one in reversed(witnesses)}
    chosen = [one for one in witnesses if unique.get(one.claim.source.id) is one][:SHOWN]
    return tuple(
        Reference(
            one.name, " ".join(one.claim.sentence.exact.split()), one.link, one.claim.source.published, claim=one.id
        )
        for one in chosen
    )
