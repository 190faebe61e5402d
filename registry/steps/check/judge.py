"""What a rule says about two claims of one fact.

A newcomer's mistake: asking it about claims that nobody matched. It takes for granted that both answer one question.
"""

from __future__ import annotations

from functools import lru_cache

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.steps.check.edited import edited_bound, edited_day
from registry.steps.check.findings import FINDINGS, disputed
from registry.steps.check.headlines import rounded
from registry.steps.check.kinds import likeliest
from registry.steps.check.order import arranged
from registry.steps.check.rules import RULES, other_status
from registry.steps.check.wording import voice, words
from registry.steps.match import concepts
from registry.steps.match.grounds import are_causes, rivals
from registry.steps.values import Held, hold


def judge(left: Claim, right: Claim) -> Finding:
    """The finding about two claims of one fact; the order of the two does not matter."""
    one, two = arranged(left, right)
    if are_causes(one, two) and rivals(one, two):
        return disputed(one, two)
    held = hold(one, two)
    if held.meets is None:
        detail = f"{words(one)} and {words(two)} cannot be held against each other."
        return Finding(Relation.COMPATIBLE, "not_comparable", detail, Severity.LOW)
    if edited_day(one, two, held):
        return moved(one, two)
    edited = bool(held.meets) and edited_bound(one, two, held)
    if held.meets and not edited:
        return other_status(one, two) or meeting(one, two, held)
    if rounded(one, two):
        detail = f"{words(one)} in a headline may be {words(two)} told in round figures."
        return Finding(Relation.COMPATIBLE, "rounding", detail, Severity.LOW)
    finding = ruled(one, two)
    if edited and finding.relation is Relation.CONTRADICTION:
        return reworded(one, two)
    kind = likeliest(one, two, finding.relation)
    return finding if kind is finding.relation else FINDINGS[kind](one, two)


def judged(left: Claim, right: Claim) -> Finding:
    """The same, remembered: a fact's claims are held against each other whenever one more comes."""
    return _judged(left, right, concepts.default())


@lru_cache(maxsize=8_192)
def _judged(left: Claim, right: Claim, _table: concepts.Table) -> Finding:
    """The same in the words of one concept table."""
    return judge(left, right)


def ruled(left: Claim, right: Claim) -> Finding:
    """What the first rule that applies says about two claims in order whose values are apart."""
    return next(found for rule in RULES if (found := rule(left, right)))


def reworded(left: Claim, right: Claim) -> Finding:
    """The finding about two figures that can both be true, in sentences of which one was made from the other."""
    detail = (
        f"{voice(left)} says {words(left)}; {voice(right)} says {words(right)} in a sentence that is the same else: "
        "one of the two was changed."
    )
    return Finding(Relation.CONTRADICTION, "edited_bound", detail, Severity.MEDIUM)


def moved(left: Claim, right: Claim) -> Finding:
    """The finding about two days for which the same figures are given in the same words."""
    detail = (
        f"{voice(left)} says so for {words(left)}, {voice(right)} for {words(right)}, in a sentence that is the same "
        "else: the day was brought forward and the figures were not, or one of the two is wrong."
    )
    return Finding(Relation.CHANGE_OVER_TIME, "edited_day", detail, Severity.LOW)


def meeting(left: Claim, right: Claim, held: Held) -> Finding:
    """The finding about two values that can both be true."""
    kind = Relation.AGREE if held.same or held.rule in ("rounding", "conversion") else Relation.COMPATIBLE
    detail = f"{voice(left)} says {words(left)}; {voice(right)} says {words(right)}: {held.why}."
    return Finding(kind, held.rule, detail, Severity.LOW)
