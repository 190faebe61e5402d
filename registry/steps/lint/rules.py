"""The rules on claims: what a claim of a draft and the registry's answer to it come to.

Each rule answers with a problem or None; the first that answers decides. A newcomer's mistake: a rule that says what is
true. It says what the registry holds, who says so, and how the draft could put it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from registry.model.assertion import Claim, Status
from registry.model.quantity import Quantity
from registry.model.span import Span
from registry.steps.check.wording import day
from registry.steps.lint import wording
from registry.steps.lint.catalogue import RULES
from registry.steps.lint.holders import person, successor
from registry.steps.lint.problem import Fix, Known, Problem, Side, Verdict, Witness
from registry.steps.lint.sides import is_real
from registry.steps.lint.slips import close, other_unit
from registry.steps.lint.sources import SHOWN, named_in, nearness, references, witnessed
from registry.steps.lint.weigh import Weighed
from registry.steps.phrases import inside

QUOTED = 200


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
    if side is None and not case.known.settled and (case.known.held is None or len(case.known.sides) > 1):
        values = " and ".join(inside(one.label) for one in case.known.sides[:SHOWN])
        return _problem(
            "FACT001", case, f"No source says {inside(case.words)}; the registry knows {values}, which is disputed."
        )
    held = inside(side.label if side else case.known.held or "")
    message = f"The registry holds {held}{_about(case, side)}, not {inside(case.words)}.{_astray(case)}"
    return _problem("FACT001", case, message, side)


def outdated(case: Case) -> Problem | None:
    """FACT002: the value was right once; a later one is held now."""
    if case.weighed.verdict is not Verdict.OUTDATED or case.weighed.side is None:
        return None
    side = case.weighed.side
    since = f" since {_day(side.first)} at the latest" if side.first else ""
    held = f"{inside(side.label)}{since} ({witnessed(side)})"
    return _problem("FACT002", case, f"{case.words} is out of date; the registry holds {held}.", side)


def replaced(case: Case) -> Problem | None:
    """FACT002: somebody else holds the office now."""
    found = successor(case.claim, case.known.holders)
    if found is None:
        return None
    start, end = person(case.claim)
    name = case.text[start:end]
    told = f"{name} no longer holds the office; the registry has {found.name} as {inside(found.office)}"
    message = f"{told} since {_day(found.first)} at the latest ({found.witnesses[0].name})."
    change = None if case.quoted else Fix(start, end, found.name if " " in name else found.name.split()[-1])
    return replace(
        _with(_problem("FACT002", case, message), found.witnesses, held=found.name),
        span=Span.cut(case.text, start, end),
        fix=change,
        proposal=wording.proposal(case.text, case.claim.sentence, change),
        question=None,
        link=None,
    )


def disputed(case: Case) -> Problem | None:
    """FACT003: sources disagree about the fact and nobody has settled it."""
    if case.weighed.verdict is not Verdict.DISPUTED:
        return None
    told = "; ".join(f"{inside(side.label)} ({witnessed(side)})" for side in case.known.sides[:SHOWN])
    return _problem("FACT003", case, f"Sources disagree: {told}.")


def mismatched(case: Case) -> Problem | None:
    """FACT006: the figure stands in the registry with another unit or for another fact."""
    claim, side = case.claim, case.weighed.side
    if case.weighed.verdict is Verdict.CONTRADICTED and side and other_unit(claim, side):
        return _problem(
            "FACT006",
            case,
            f"The registry holds {inside(side.label)}; the draft gives the figure as {inside(case.words)}.",
            side,
        )
    near = close(case.claim, case.known.near) if case.weighed.verdict is Verdict.UNKNOWN else None
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
    return _problem("FACT004", case, f"The registry holds nothing that supports {inside(case.words)}.")


def weaker(case: Case) -> Problem | None:
    """FACT007: the registry knows a source that is closer to the fact than the one the draft names."""
    side = case.weighed.side
    if case.weighed.verdict is not Verdict.SUPPORTED or side is None:
        return None
    named = [one for one in side.witnesses if named_in(case.text, case.claim, one)]
    best = max(side.witnesses, key=nearness)
    if not named or max(map(nearness, named)) >= nearness(best):
        return None
    message = f"The draft rests on {named[0].name}; {best.name} is closer to the fact."
    return _with(_problem("FACT007", case, message), (best,))


RULE_ORDER: tuple[Rule, ...] = (replaced, mismatched, contradicted, outdated, disputed, weaker)


def judged(case: Case, *, unsupported_too: bool = False) -> Problem | None:
    """The problem with a claim, if there is one."""
    rules = (*RULE_ORDER, unsupported) if unsupported_too else RULE_ORDER
    return next((found for rule in rules if (found := rule(case))), None)


def _astray(case: Case) -> str:
    """Where a draft's figure stands for something else."""
    if not case.known.astray:
        return ""
    other = case.known.astray[0]
    quoted = " ".join(other.claim.sentence.exact.split())
    quote = f": “{quoted}”" if len(quoted) <= QUOTED else ""
    return f" {other.name} gives that figure for something else{quote}"


def _about(case: Case, side: Side | None) -> str:
    """How well the value is known: by whom, and for when."""
    if side is None:
        return f" ({case.known.standing})" if case.known.standing else ""
    dated = f", {_day(side.last)}" if side.last else ""
    planned = "" if is_real(side) else ", as a plan"
    return f" ({witnessed(side)}{dated}{planned})"


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
