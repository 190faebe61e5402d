"""What the registry says to a claim of a draft, given the values it holds and when they hold.

A newcomer's mistake: judging a past figure by the present. "In 2013 the club had 40 members" is held against 2013.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from registry.model.assertion import LOOSE, Behaviour, Claim, Status
from registry.model.finding import Finding, Relation
from registry.model.quantity import Quantity
from registry.steps.check.judge import judged
from registry.steps.check.timing import behaviour, grows, stated
from registry.steps.lint.attributed import as_said, misattributed
from registry.steps.lint.bygone import over, reckoner
from registry.steps.lint.certainty import event_told, is_lent, other_year, stands
from registry.steps.lint.dispute import clearer, last_word, misspelt, mistyped, outvoted, overruled
from registry.steps.lint.doubts import eventless
from registry.steps.lint.level import levelled, plainly
from registry.steps.lint.naming import around, said
from registry.steps.lint.numbers import figure
from registry.steps.lint.problem import Known, Side, Verdict, Witness, surely
from registry.steps.lint.sides import is_real, stating, telling
from registry.steps.match.entities import GENERIC, Same, bare, compare, parts
from registry.steps.match.words import stem
from registry.steps.values import hold

SILENT = ("not_comparable", "other_status")


class Weighed(NamedTuple):
    """A verdict, the side that speaks for it, and what the rule says about that side."""

    verdict: Verdict
    side: Side | None = None
    finding: Finding | None = None


UNKNOWN = Weighed(Verdict.UNKNOWN)


def weigh(claim: Claim, known: Known, as_of: date | None = None) -> Weighed:
    """What the registry says to a claim; nothing is held against one that may be about something else."""
    found = _weighed(claim, known, as_of)
    if found.verdict is not Verdict.SUPPORTED and eventless(claim) and not event_told(claim, found.side):
        return UNKNOWN
    if found.verdict is Verdict.CONTRADICTED and not stands(claim, known, found.side):
        return UNKNOWN
    return found if known.certain or found.verdict is Verdict.SUPPORTED else UNKNOWN


def _weighed(claim: Claim, known: Known, as_of: date | None) -> Weighed:
    """What the registry says to a claim that is about the fact."""
    if not known.sides or claim.assertion.status in LOOSE or strangers(claim, known):
        return UNKNOWN
    found = {side.label: finding(claim, side) for side in known.sides}
    agreeing = [side for side in known.sides if says(claim, side)]
    if not agreeing and not _comparable(found):
        return UNKNOWN
    if agreeing and not known.settled and (theirs := misattributed(claim, agreeing, known)):
        return _against(claim, theirs, finding(claim, theirs))
    when = asked_time(claim, as_of)
    if when is not None and known.changes and not known.settled:
        return _then(claim, known.sides, found, *when)
    if when is not None and not known.settled and (side := _alone_then(agreeing, known.sides, *when)):
        return Weighed(Verdict.SUPPORTED, side, found[side.label])
    held = known.side(known.held)
    if held is None and known.held is not None:
        return Weighed(Verdict.SUPPORTED if _says(claim, known.held) else Verdict.CONTRADICTED)
    if held is None:
        return _open(claim, known, agreeing, found)
    return _now(claim, known, held, agreeing, found)


def finding(claim: Claim, side: Side) -> Finding:
    """What the rules say about a claim and a side: the kindest word about any who state its value. Who only plans it
    has no word where others say that it is so."""
    every = [judged(levelled(claim, one.claim), plainly(claim, one.claim)) for one in stating(side)]
    real = claim.assertion.status is Status.ACTUAL
    told = [one for one in every if real and one.rule not in SILENT] or every
    return next((one for one in told if not one.relation.is_conflict), told[0])


def says(claim: Claim, side: Side) -> bool:
    """Whether somebody states a value that a claim fits; a plan, a denial or another time is no support."""
    meant = [one.claim for one in stating(side) if one.claim.assertion.status not in LOOSE]
    held = [(levelled(claim, one), one) for one in meant]
    return any(hold(mine, one).meets and not judged(mine, one).relation.is_conflict for mine, one in held)


def strangers(claim: Claim, known: Known) -> bool:
    """Whether everybody who answers speaks of another name, and neither names that of the other; what the sentence does
    not say it is about is no name to go by where its matter tells more."""
    subject = claim.assertion.subject
    assumed = subject is None or not said(subject.label, claim.sentence.exact)
    every = [witness for side in known.sides for witness in side.witnesses]
    if assumed and all(_of_itself(claim, one.claim) for one in every):
        return True
    return all(_apart(claim, one.claim) and not (surely(one) and (assumed or _known(claim, one))) for one in every)


def _of_itself(claim: Claim, other: Claim) -> bool:
    """Whether whoever a draft names as its source is another of the sort that somebody speaks of: "Varn Airport counted
    four million passengers" is about that airport."""
    who, subject = claim.assertion.asserted_by, other.assertion.subject
    if who is None or subject is None or not _namesakes(who.label, subject.label):
        return False
    return not around(who.label, subject.label, other)


def _known(claim: Claim, witness: Witness) -> bool:
    """Whether what a claim is about is among the names of a witness's document or of its whole matter."""
    subject = claim.assertion.subject
    proper = {stem(word) for word in parts(subject.label) if word[:1].isupper()} if subject else set()
    return bool(proper) and proper <= witness.named


def _apart(claim: Claim, other: Claim) -> bool:
    """Whether two claims have subjects of different names, and neither is named around the other. What a sentence is
    about is often only assumed, so that its source is asked for the name too."""
    one, two = claim.assertion.subject, other.assertion.subject
    if one is None or two is None or not (one.label[:1].isupper() and two.label[:1].isupper()):
        return False
    opinion = compare(one.label, two.label)
    if opinion is Same.YES or (opinion is Same.MAYBE and not _namesakes(one.label, two.label)):
        return False
    return not (around(one.label, two.label, other) or around(two.label, one.label, claim))


def _namesakes(one: str, two: str) -> bool:
    """Whether two names share what they are called after their sort only ("Lake Sorn", "Lake Varn")."""
    proper = [{stem(word) for word in parts(name) if word[0].isupper()} - GENERIC for name in (one, two)]
    return bool(proper[0] - proper[1]) and bool(proper[1] - proper[0]) and bool(bare(one) & bare(two))


def _alone_then(agreeing: Sequence[Side], sides: Sequence[Side], low: date, high: date) -> Side | None:
    """The one side that is stated for a time, if the claim agrees with it."""
    within = [side for side in sides if side.first and side.last and side.first <= high and low <= side.last]
    return within[0] if len(within) == 1 and within[0] in agreeing else None


def _comparable(found: dict[str, Finding]) -> bool:
    """Whether some side can be held against the claim at all."""
    return any(one.rule not in SILENT for one in found.values())


def asked_time(claim: Claim, as_of: date | None) -> tuple[date, date] | None:
    """The days that a claim is about, where it or the caller names them."""
    scope = claim.assertion.scope
    if stated(claim) and scope.as_of:
        return scope.as_of.low, scope.as_of.high
    if scope.period and claim.assertion.behaviour is not Behaviour.FIXED and not is_lent(claim, scope.period):
        return scope.period.low, scope.period.high
    return (as_of, as_of) if as_of else None


def _then(claim: Claim, sides: Sequence[Side], found: dict[str, Finding], low: date, high: date) -> Weighed:
    """The verdict for a time: by the values stated for it, else by the one stated last before it."""
    within = [side for side in sides if side.first and side.last and side.first <= high and low <= side.last]
    before = [side for side in sides if side.last and side.last < low]
    after = [side for side in sides if side.first and side.first > high]
    speaking = within or ([max(before, key=lambda side: side.last or low)] if before else [])
    agreeing = [side for side in speaking if says(claim, side)]
    if agreeing:
        return Weighed(Verdict.SUPPORTED, agreeing[0], found[agreeing[0].label])
    if not speaking or (not within and after):
        return UNKNOWN
    side = speaking[0]
    others = [one for one in sides if one not in speaking and says(claim, one)]
    if others and not within:
        return Weighed(Verdict.OUTDATED, side, found[side.label])
    return _against(claim, side, found[side.label])


def _says(claim: Claim, held: str) -> bool:
    """Whether a claim states a value that a reviewer gave in words."""
    value = claim.assertion.value
    if isinstance(value, Quantity) and value.single and value.low is not None:
        return figure(held, value.low) is not None
    return claim.span.exact.casefold() == held.casefold()


def _open(claim: Claim, known: Known, agreeing: Sequence[Side], found: dict[str, Finding]) -> Weighed:
    """The verdict where sources disagree; what speaks of another time or part speaks against nothing."""
    apart = [side for side in known.sides if side not in agreeing and found[side.label].relation.is_conflict]
    rivals = [side for side in apart if not all(other_year(claim, one.claim) for one in side.witnesses)]
    if agreeing and (not rivals or outvoted(claim, agreeing, rivals) or last_word(claim, agreeing, rivals)):
        return Weighed(Verdict.SUPPORTED, agreeing[0], found[agreeing[0].label])
    if theirs := as_said(claim, agreeing, rivals):
        return Weighed(Verdict.SUPPORTED, theirs, found[theirs.label])
    if agreeing and (after := overruled(claim, agreeing, rivals)):
        return Weighed(Verdict.OUTDATED, after, found[after.label])
    if agreeing and clearer(agreeing, rivals):
        return Weighed(Verdict.SUPPORTED, agreeing[0], found[agreeing[0].label])
    if agreeing:
        return Weighed(Verdict.DISPUTED, agreeing[0], found[agreeing[0].label])
    return Weighed(Verdict.CONTRADICTED, None, found[known.sides[0].label])


def _now(claim: Claim, known: Known, held: Side, agreeing: Sequence[Side], found: dict[str, Finding]) -> Weighed:
    """The verdict by the value held."""
    if held in agreeing:
        return Weighed(Verdict.SUPPORTED, held, found[held.label])
    if agreeing and (over(claim) or _reckoned(claim, agreeing, held) or _mistyped(claim, known, agreeing, held)):
        return Weighed(Verdict.SUPPORTED, agreeing[0], found[agreeing[0].label])
    if _for_good(claim, known, agreeing, held):
        return _open(claim, known, agreeing, found)
    if known.changes and any(telling(side) and not _later(side, held) for side in agreeing):
        return Weighed(Verdict.OUTDATED, held, found[held.label])
    if known.changes and any(map(telling, agreeing)):
        return Weighed(Verdict.DISPUTED, agreeing[0], found[agreeing[0].label])
    if (
        agreeing
        and not known.settled
        and not any(map(is_real, agreeing))
        and is_real(held)
        and not _later(agreeing[0], held)
    ):
        return Weighed(Verdict.OUTDATED, held, found[held.label])
    if agreeing and not known.settled and not known.changes:
        return Weighed(Verdict.SUPPORTED, agreeing[0], found[agreeing[0].label])
    return _none_agrees(claim, known, held, found)


def _none_agrees(claim: Claim, known: Known, held: Side, found: dict[str, Finding]) -> Weighed:
    """The verdict on a value that no side has, by the value held. Of what stays as it is the latest value is no truer
    than those it contradicts: the one speaks that the draft's is a slip of, or all of them."""
    against = _against(claim, held, found[held.label])
    rest = [side for side in known.sides if side is not held]
    if against.verdict is Verdict.UNKNOWN or not _for_good(claim, known, rest, held):
        return against
    slips = (side for side in rest if misspelt(claim, side) and found[side.label].relation.is_conflict)
    return against._replace(side=next(slips, held if misspelt(claim, held) else None))


def _mistyped(claim: Claim, known: Known, agreeing: Sequence[Side], held: Side) -> bool:
    """Whether the value that is held is but a slip of one among many, and no person decided for it."""
    return not known.settled and mistyped(claim, agreeing, held)


def _for_good(claim: Claim, known: Known, agreeing: Sequence[Side], held: Side) -> bool:
    """Whether what a draft gives a figure of stays as it is, so that who gives another later contradicts the others;
    what was only reckoned at first is measured in the end."""
    told = [one.claim for side in agreeing for one in stating(side)]
    if not told or known.settled or not known.changes or any(map(_rough, told)):
        return False
    pairs = [(one, two.claim) for one in told for two in stating(held)]
    fixed = all(behaviour(one, two) is Behaviour.FIXED for one, two in (*pairs, (claim, held.witnesses[0].claim)))
    return fixed and all(judged(one, two).relation is Relation.CONTRADICTION for one, two in pairs)


def _rough(told: Claim) -> bool:
    """Whether somebody gives no figure but what it is about, or a range."""
    value = told.assertion.value
    return isinstance(value, Quantity) and (value.approx or not value.single)


def _reckoned(claim: Claim, agreeing: Sequence[Side], held: Side) -> bool:
    """Whether a draft tells what somebody by name reckoned, as the registry has it, and it was another who came to the
    value that is held: that takes nothing from what the first one reckoned."""
    who = reckoner(claim)
    if not who:
        return False
    mine, theirs = (
        any(
            who in f"{one.claim.sentence.exact} {one.claim.source.publisher}" for side in some for one in side.witnesses
        )
        for some in (agreeing, [held])
    )
    return mine and not theirs


def _later(side: Side, held: Side) -> bool:
    """Whether a value was first stated after the one that is held, which it then cannot have been replaced by."""
    return bool(side.first and held.first and side.first > held.first)


def _against(claim: Claim, side: Side, told: Finding) -> Weighed:
    """The verdict on a value that no side has; a later, larger total may be news that the registry has not heard."""
    newest = side.witnesses[0].claim
    if not told.relation.is_conflict:
        return UNKNOWN
    if (
        behaviour(claim, newest) is Behaviour.TOTAL
        and told.relation is Relation.CHANGE_OVER_TIME
        and grows(newest, claim)
    ):
        return UNKNOWN
    return Weighed(Verdict.CONTRADICTED, side, told)
