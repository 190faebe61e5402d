"""The values of a fact as sides, and the one conflict about it.

A newcomer's mistake: a conflict for each pair. A fact has at most one, with all its sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from registry.model.assertion import LIVE, Claim
from registry.model.finding import Finding, Relation
from registry.steps.check.judge import judged
from registry.steps.check.order import ordered, place
from registry.steps.check.shapes import Dispute, Side
from registry.steps.check.telling import told
from registry.steps.check.unexplained import GRAVE, besides, unexplained
from registry.steps.check.witnesses import witnesses
from registry.steps.check.wording import words
from registry.steps.match.profile import said_by
from registry.steps.values import exactness, hold

VOICES = 3


def sides(claims: Sequence[Claim]) -> tuple[Side, ...]:
    """The values of a fact, the best supported first; a compatible, less exact value joins the more exact one."""
    groups: list[list[Claim]] = []
    heads: list[list[Claim]] = []
    same = alike(sorted(ordered(claims), key=lambda c: (exactness(c.assertion.value), place(c))))
    for some in same:
        at = next((n for n, head in enumerate(heads) if all(joins(some[0], other) for other in head)), None)
        if at is None:
            groups.append(list(some))
            heads.append([some[0]])
        else:
            groups[at] += some
            heads[at].append(some[0])
    found = [Side(words(telling_of(group)), tuple(group), witnesses(group)) for group in groups]
    return tuple(sorted(found, key=lambda side: (-len(side.witnesses), -len(side.claims), place(side.strongest))))


def telling_of(group: Sequence[Claim]) -> Claim:
    """The claim whose words name a value: a sentence's before a cell's, which leaves its unit to the column."""
    first = group[0]
    same = (claim for claim in group if claim.assertion.value == first.assertion.value)
    return next((claim for claim in same if "\t" not in claim.sentence.exact), first)


def alike(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims by their values, so that values are held against each other and not claims."""
    by_value: dict[object, list[Claim]] = {}
    for claim in claims:
        by_value.setdefault((claim.assertion.value, claim.assertion.status in LIVE), []).append(claim)
    return list(by_value.values())


def telling(claims: Sequence[Claim]) -> list[Claim]:
    """For each value the first and the last claims and those of other voices: enough to judge a fact by, however many
    repeat them."""
    chosen: list[Claim] = []
    for some in alike(claims):
        voices = {(claim.assertion.status, said_by(claim)): claim for claim in some}
        few = [some[0], some[-1], *sorted(voices.values(), key=place)[:VOICES]]
        chosen += {id(claim): claim for claim in few}.values()
    return ordered(chosen)


def joins(claim: Claim, other: Claim) -> bool:
    """Whether two claims can stand on one side."""
    same_footing = (claim.assertion.status in LIVE) == (other.assertion.status in LIVE)
    return same_footing and bool(hold(claim, other).meets)


def dispute(claims: Sequence[Claim]) -> Dispute | None:
    """The conflict about a fact, or None where nothing needs a look."""
    pairs = [(left, right, judged(left, right)) for left, right in combinations(telling(ordered(claims)), 2)]
    serious = [(left, right, found) for left, right, found in pairs if found.relation.is_conflict]
    if not serious:
        return None
    found = leading(pressing(serious))
    involved = {place(claim) for left, right, _ in serious for claim in (left, right)}
    shown = tuple(side for side in sides(claims) if any(place(claim) in involved for claim in side.claims))
    detail = found.detail if len(serious) == 1 else told(shown, found.relation)
    whole = Dispute(found.relation, found.rule, found.severity, detail, shown)
    rest = unexplained(serious) if found.relation is Relation.CHANGE_OVER_TIME else None
    if rest is None:
        return whole
    return replace(whole, severity=rest[2].severity, detail=f"{detail} {besides(rest[0], rest[1])}")


def pressing(serious: Sequence[tuple[Claim, Claim, Finding]]) -> list[Finding]:
    """The findings that say what is open about a fact: where its newest claims are contradicted, earlier changes do not
    make up for it, or a figure in dispute would be held as the one that changed last."""
    last = max(place(claim)[0] for left, right, _ in serious for claim in (left, right))
    newest = [found for left, right, found in serious if last in (place(left)[0], place(right)[0])]
    against = [found for found in newest if found.relation is not Relation.CHANGE_OVER_TIME]
    return against or [found for *_, found in serious]


def leading(findings: Sequence[Finding]) -> Finding:
    """The finding that names the conflict: the most frequent kind, the gravest of it."""
    kinds = Counter(finding.relation for finding in findings)
    kind = max(kinds, key=lambda relation: (kinds[relation], relation.value))
    return min((f for f in findings if f.relation is kind), key=lambda f: (GRAVE[f.severity], f.rule, f.detail))
