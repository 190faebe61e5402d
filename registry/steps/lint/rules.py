"""The rules on claims: what a claim of a draft and the registry's answer to it come to.

Each rule answers with a problem or None; the first that answers decides. A newcomer's mistake: a rule that says what is
true. It says what the registry holds, who says so, and how the draft could put it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from registry.model.assertion import Claim, Kind, Status
from registry.model.quantity import Quantity
from registry.model.span import Span
from registry.steps import units
from registry.steps.check.wording import day
from registry.steps.lint import wording
from registry.steps.lint.catalogue import RULES
from registry.steps.lint.problem import Known, Near, Problem, Reference, Side, Verdict, Witness
from registry.steps.lint.weigh import Weighed
from registry.steps.match.entities import Same, compare

SHOWN = 4
SMALL = 10
OWN, REPORTED = 2, 1


class Case(NamedTuple):
    """A claim of a draft with everything the rules look at; `quoted` tells that it stands in quotation marks."""

    text: str
    claim: Claim
    known: Known
    weighed: Weighed
    quoted: bool = False

    @property
    def words(self) -> str:
        """The words of the claim on one line."""
        return " ".join(self.claim.span.exact.split())


Rule = Callable[[Case], Problem | None]


def contradicted(case: Case) -> Problem | None:
    """FACT001: the registry holds another value for the same fact."""
    if case.weighed.verdict is not Verdict.CONTRADICTED:
        return None
    side = case.weighed.side
    if side is None and case.known.held is None:
        values = " and ".join(one.label for one in case.known.sides[:SHOWN])
        return _problem(
            "FACT001", case, f"No source says {case.words}; the registry knows {values}, which is disputed."
        )
    held = side.label if side else case.known.held
    return _problem("FACT001", case, f"The registry holds {held}{_about(case, side)}, not {case.words}.", side)


def outdated(case: Case) -> Problem | None:
    """FACT002: the value was right once; a later one is held now."""
    if case.weighed.verdict is not Verdict.OUTDATED or case.weighed.side is None:
        return None
    side = case.weighed.side
    since = f" since {_day(side.first)} at the latest" if side.first else ""
    return _problem("FACT002", case, f"{case.words} is out of date; the registry holds {side.label}{since}.", side)


def disputed(case: Case) -> Problem | None:
    """FACT003: sources disagree about the fact and nobody has settled it."""
    if case.weighed.verdict is not Verdict.DISPUTED:
        return None
    told = "; ".join(f"{side.label} ({_sources(side)})" for side in case.known.sides[:SHOWN])
    return _problem("FACT003", case, f"Sources disagree: {told}.")


def mismatched(case: Case) -> Problem | None:
    """FACT006: the figure stands in the registry with another unit or for another fact."""
    claim, side = case.claim, case.weighed.side
    if case.weighed.verdict is Verdict.CONTRADICTED and side and other_unit(claim, side):
        return _problem(
            "FACT006", case, f"The registry holds {side.label}; the draft gives the figure as {case.words}.", side
        )
    near = close(case) if case.weighed.verdict is Verdict.UNKNOWN else None
    if near is None:
        return None
    held = " ".join(near.witness.claim.span.exact.split())
    message = f"The registry holds {held} for another question: {near.question} Check what the figure counts."
    found = _problem("FACT006", case, message)
    return _with(found, (near.witness,), question=near.question, link=near.link)


def unsupported(case: Case) -> Problem | None:
    """FACT004: the registry holds nothing that supports the figure."""
    numeric = isinstance(case.claim.assertion.value, Quantity)
    if case.weighed.verdict is not Verdict.UNKNOWN or not numeric or case.claim.assertion.status is not Status.ACTUAL:
        return None
    return _problem("FACT004", case, f"The registry holds nothing that supports {case.words}.")


def weaker(case: Case) -> Problem | None:
    """FACT007: the registry knows a source that is closer to the fact than the one the draft names."""
    side = case.weighed.side
    if case.weighed.verdict is not Verdict.SUPPORTED or side is None:
        return None
    named = [one for one in side.witnesses if _names(case, one)]
    best = max(side.witnesses, key=nearness)
    if not named or max(map(nearness, named)) >= nearness(best):
        return None
    message = f"The draft rests on {named[0].name}; {best.name} is closer to the fact."
    return _with(_problem("FACT007", case, message), (best,))


RULE_ORDER: tuple[Rule, ...] = (mismatched, contradicted, outdated, disputed, weaker)


def judged(case: Case, *, unsupported_too: bool = False) -> Problem | None:
    """The problem with a claim, if there is one."""
    rules = (*RULE_ORDER, unsupported) if unsupported_too else RULE_ORDER
    return next((found for rule in rules if (found := rule(case))), None)


def other_unit(claim: Claim, side: Side) -> bool:
    """Whether claim and side have the same number with different units."""
    one, two = claim.assertion.value, side.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)) or one.unit == two.unit:
        return False
    return one.single and (one.low, one.high) == (two.low, two.high)


def close(case: Case) -> Near | None:
    """A near fact with the very number of the claim: a slip in what it counts or in its unit."""
    said = case.claim.assertion
    if not isinstance(said.value, Quantity) or not said.value.single or said.status is not Status.ACTUAL:
        return None
    return next((near for near in case.known.near if _slip(case.claim, near.witness.claim)), None)


def _slip(claim: Claim, other: Claim) -> bool:
    """Whether two claims share number and noun, and differ in the unit or in what narrows the noun."""
    one, two = claim.assertion, other.assertion
    if not (isinstance(one.value, Quantity) and isinstance(two.value, Quantity)) or one.direction or two.direction:
        return False
    if not one.head or one.head != two.head or (one.value.low, one.value.high) != (two.value.low, two.value.high):
        return False
    if one.subject and two.subject and compare(one.subject.label, two.subject.label) is not Same.YES:
        return False
    if one.value.unit != two.value.unit:
        return (
            one.kind is not Kind.COUNT
            and two.kind is not Kind.COUNT
            and not units.convertible(one.value.unit, two.value.unit)
        )
    telling = one.value.low is not None and abs(one.value.low) > SMALL
    return telling and (one.scope.qualifiers, one.verb) != (two.scope.qualifiers, two.verb)


def nearness(witness: Witness) -> int:
    """How close a source is to the fact: its subject itself, a voice of its own, or a report of another's words."""
    said, publisher = witness.claim.assertion, witness.claim.source.publisher
    if said.subject and publisher and compare(said.subject.label, publisher) is Same.YES:
        return OWN + 1
    return REPORTED if said.asserted_by else OWN


def _names(case: Case, witness: Witness) -> bool:
    """Whether the draft's sentence names a source."""
    source, said = witness.claim.source, case.claim.assertion.asserted_by
    sentence = case.text[case.claim.sentence.start : case.claim.sentence.end]
    if source.url and source.url in sentence:
        return True
    return bool(said and source.publisher and compare(said.label, source.publisher) is Same.YES)


def _about(case: Case, side: Side | None) -> str:
    """How well the value is known: by whom, and for when."""
    if side is None:
        return f" ({case.known.standing})" if case.known.standing else ""
    dated = f", {_day(side.last)}" if side.last else ""
    return f" ({_sources(side)}{dated})"


def _sources(side: Side) -> str:
    """ "4 sources, 3 independent"."""
    return "1 source" if side.sources == 1 else f"{side.sources} sources, {side.independent} independent"


def _day(when: date | None) -> str:
    return day(when) if when else ""


def _problem(rule: str, case: Case, message: str, side: Side | None = None) -> Problem:
    """A problem with a claim; `side` is the value to write instead."""
    claim, known = case.claim, case.known
    change = wording.fix(claim, side, quoted=case.quoted) if side and not case.quoted else None
    witnesses = side.witnesses if side else tuple(one.witnesses[0] for one in known.sides)
    return Problem(
        rule=rule,
        level=RULES[rule].level,
        span=Span.cut(case.text, claim.span.start, claim.span.end),
        sentence=Span.cut(case.text, claim.sentence.start, claim.sentence.end),
        message=message,
        held=side.label if side else known.held,
        question=known.question or None,
        link=known.link or None,
        sources=references(witnesses),
        fix=change,
        proposal=wording.proposal(case.text, claim.sentence, change),
    )


def _with(problem: Problem, witnesses: Sequence[Witness], **changes: str | None) -> Problem:
    """The problem with other sources."""
    return replace(problem, sources=references(witnesses), **changes)  # type: ignore[arg-type]


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
