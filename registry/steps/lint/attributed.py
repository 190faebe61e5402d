"""Figures that a draft gives to the wrong speaker: the one it names has said another, which the registry holds.

A newcomer's mistake: asking only whether somebody states the figure. "The police counted 12,000" is wrong where the
organisers did, and the police 3,500.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.model.assertion import Claim
from registry.steps.lint.problem import Known, Side, Witness, surely
from registry.steps.match.entities import Same, compare


def misattributed(claim: Claim, agreeing: Sequence[Side], known: Known) -> Side | None:
    """The value that was stated by whoever a draft names, where everybody who states the draft's is somebody else."""
    who = claim.assertion.asserted_by
    if who is None or any(_may_be(who.label, one) for side in agreeing for one in side.witnesses):
        return None
    rest = [side for side in known.sides if side not in agreeing]
    theirs = (side for side in rest if any(surely(one) and speaks_for(who.label, one) for one in side.witnesses))
    return next(theirs, None) or next(iter(known.voices), None)


def as_said(claim: Claim, agreeing: Sequence[Side], rivals: Sequence[Side]) -> Side | None:
    """The value that a draft gives to somebody who has stated it and no other: that others dispute it takes nothing
    from that."""
    who = claim.assertion.asserted_by
    if who is None or any(speaks_for(who.label, one) for side in rivals for one in side.witnesses):
        return None
    return next((side for side in agreeing if any(speaks_for(who.label, one) for one in side.witnesses)), None)


def _speakers(witness: Witness) -> list[str]:
    """Who states a value: the speaker a document names, else whoever publishes it."""
    said, source = witness.claim.assertion, witness.claim.source
    names = [said.asserted_by.label] if said.asserted_by else [source.publisher or ""]
    return [name for name in names if name]


def speaks_for(who: str, witness: Witness) -> bool:
    """Whether a witness speaks for a name."""
    return any(compare(who, name) is Same.YES for name in _speakers(witness))


def _may_be(who: str, witness: Witness) -> bool:
    """Whether a witness may speak for a name, or has it in the sentence."""
    names = _speakers(witness)
    if not names or any(compare(who, name) is not Same.NO for name in names):
        return True
    return who.casefold() in witness.claim.sentence.exact.casefold()
