"""Those who did and those who did not, women and men, against all of them: "Each of eleven judges spoke: seven were for
it and three were not", "Of 340 graduates 218 were women and 112 men".

A newcomer's mistake: holding those for and those against it against all who were there. Some abstain; only who did and
who did not are everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim, Kind, Status
from registry.model.finding import Finding, Relation, Severity
from registry.steps.check.lists import by_sentence
from registry.steps.check.parts import addable, slack
from registry.steps.check.rests import told_of_rest
from registry.steps.check.said import after, before, between, figure
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key

VERB = r"(?:were|was|had|did|have|could|would|agreed|went|came|took|won|lost|spoke|held|said|[a-z]{2,}ed)"
DID = rf" {VERB}\b[^.;:()\d]{{0,60}}?[,;]?(?: (?:and|but|while)(?: only| just)?)? "
NOT = r" ?(?:were|was|had|did|have|could|would) not(?: (?:do so|vote|agree))?\s*(?:[.;!)]|$)"
DID_AND, DID_NOT = re.compile(DID, re.IGNORECASE), re.compile(NOT, re.IGNORECASE)
BUT_ONE = re.compile(rf"{DID}one{NOT}", re.IGNORECASE)
ALL_OF = re.compile(r"\b(?:each of|all|the|its|their|of)(?: the| all| its| their)? $", re.IGNORECASE)
SORT = r"(?: of them)?(?:, [^,;.()\d]{1,40},)?(?: were| are)? (?P<sort>women|men|girls|boys|male|female)\b"
FIRST = re.compile(rf"{SORT}(?:,| and|, and|;)(?: only| just)? ", re.IGNORECASE)
SECOND = re.compile(rf"{SORT}\s*(?:[.;:)]|$)", re.IGNORECASE)
PAIRS = frozenset(map(frozenset, (("women", "men"), ("girls", "boys"), ("male", "female"))))
OF_ALL = re.compile(r"\bof (?:the |all |all the |its |their )?$", re.IGNORECASE)
REST = re.compile(
    r"\b(?:abstain\w*|abstention\w*|absent|unknown|undecided|rest|others?|remaining|spoil\w*|non-binary|"
    r"not (?:yet )?known)\b",
    re.IGNORECASE,
)
BEHIND = re.compile(r"[^.;()\d]{0,60}:? ?")
FAR, NEAR = Decimal("0.3"), Decimal("0.06")
LEAST = 4


def wrong_ballots(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Those who did and those who did not are not all of them."""
    sentences = [[one for one in own if counted(one)] for own in by_sentence(claims)]
    for earlier, own in pairwise([[], *sentences]):
        if not own or REST.search(own[0].sentence.exact):
            continue
        found = divided([*earlier, *own], own) or sorts(own)
        if found:
            total, first, rest, near = found
            gap = abs(figure(first) + rest - figure(total))
            told = told_of_rest(total, first, figure(first) + rest, claims)
            if slack([total, first]) < gap <= figure(total) * near and not told:
                yield Pair(total, first, wrong(total, first, rest), fact_key(total))


def counted(claim: Claim) -> bool:
    """Whether a claim is a plain count of what was or was not."""
    return addable(claim) and claim.assertion.kind is Kind.COUNT and figure(claim) == int(figure(claim))


def divided(near: Sequence[Claim], own: Sequence[Claim]) -> tuple[Claim, Claim, Decimal, Decimal] | None:
    """All, the last count before; those who did; and how many did not, where nothing but a verb stands behind them."""
    for first, second in pairwise([*own, None]):
        if first is None:
            continue
        rest = Decimal(1) if BUT_ONE.match(after(first)) else None
        if second and DID_AND.fullmatch(between(first, second)) and DID_NOT.match(after(second)):
            rest = figure(second)
        every = [one for one in near if one.span.end <= first.span.start]
        if rest is not None and every and all_of(every[-1], first):
            return every[-1], first, rest, FAR
    return None


def all_of(total: Claim, first: Claim) -> bool:
    """Whether a count is of all who are told apart right behind it."""
    larger = figure(total) > figure(first) and figure(total) > LEAST
    beside = total.sentence.start == first.sentence.start or not before(first).strip()
    named = ALL_OF.search(before(total)) is not None and total.assertion.status is not Status.NEGATED
    return (
        larger
        and beside
        and named
        and (total.sentence.start != first.sentence.start or bool(BEHIND.fullmatch(between(total, first))))
    )


def sorts(own: Sequence[Claim]) -> tuple[Claim, Claim, Decimal, Decimal] | None:
    """All, the women of them, and how many are men."""
    for total, first, second in zip(own, own[1:], own[2:], strict=False):
        one, two = FIRST.fullmatch(between(first, second)), SECOND.match(after(second))
        told = one and two and frozenset((one["sort"].lower(), two["sort"].lower())) in PAIRS
        if told and OF_ALL.search(before(total)) and BEHIND.fullmatch(between(total, first)):
            return total, first, figure(second), NEAR
    return None


def wrong(total: Claim, first: Claim, rest: Decimal) -> Finding:
    """The finding, with the sum."""
    made = figure(first) + rest
    detail = (
        f"In {name(total)} {words(first)} and {rest:,f} add up to {made:,f}, not to the stated total of {words(total)}."
    )
    return Finding(Relation.SELF_CONTRADICTION, "wrong_total", detail, Severity.HIGH)
