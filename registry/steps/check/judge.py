"""What a rule says about two claims of one fact.

A newcomer's mistake: asking it about claims that nobody matched. It takes for granted that both answer one question.
"""

from __future__ import annotations

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.steps.check.order import arranged
from registry.steps.check.rules import RULES, other_status
from registry.steps.check.wording import voice, words
from registry.steps.values import Held, hold


def judge(left: Claim, right: Claim) -> Finding:
    """The finding about two claims of one fact; the order of the two does not matter."""
    one, two = arranged(left, right)
    held = hold(one, two)
    if held.meets is None:
        detail = f"{words(one)} and {words(two)} cannot be held against each other."
        return Finding(Relation.COMPATIBLE, "not_comparable", detail, Severity.LOW)
    if held.meets:
        return other_status(one, two) or meeting(one, two, held)
    return next(found for rule in RULES if (found := rule(one, two)))


def meeting(left: Claim, right: Claim, held: Held) -> Finding:
    """The finding about two values that can both be true."""
    kind = Relation.AGREE if held.same or held.rule in ("rounding", "conversion") else Relation.COMPATIBLE
    detail = f"{voice(left)} says {words(left)}; {voice(right)} says {words(right)}: {held.why}."
    return Finding(kind, held.rule, detail, Severity.LOW)
