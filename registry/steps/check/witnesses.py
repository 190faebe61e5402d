"""Which documents and speakers are independent: copies of one text, one named source or one speaker count once.

A newcomer's mistake: counting documents. Ten copies of a wire report are one witness.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from registry.model.assertion import Claim
from registry.steps.check.shapes import Witness
from registry.steps.match.entities import Same, compare

COPY = 88
CREDIT = re.compile(
    r"\b(?:source|via|courtesy of|reporting by|with material from|copyright)\b\s*:?\s*"
    r"(?P<who>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})"
)


def witnesses(claims: Sequence[Claim]) -> tuple[Witness, ...]:
    """The independent voices behind claims of one value, in the order of the claims."""
    groups: list[list[Claim]] = []
    reasons: list[set[str]] = []
    heads: list[list[Claim]] = []
    for some in repeated(claims):
        claim, told = some[0], {why for other in some[1:] if (why := dependent(some[0], other))}
        bound = [(at, why) for at, group in enumerate(heads) for other in group if (why := dependent(claim, other))]
        if not bound:
            groups.append(list(some))
            heads.append([claim])
            reasons.append(told)
            continue
        first = bound[0][0]
        groups[first] += some
        heads[first].append(claim)
        reasons[first] |= {why for _, why in bound} | told
        for at in sorted({at for at, _ in bound} - {first}, reverse=True):
            groups[first] += groups.pop(at)
            heads[first] += heads.pop(at)
            reasons[first] |= reasons.pop(at)
    return tuple(Witness(tuple(g), "; ".join(sorted(why)) or None) for g, why in zip(groups, reasons, strict=True))


def repeated(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims, those of one speaker together and those of one document in its own voice."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        said = claim.assertion.asserted_by
        key = ("speaker", said.label) if said else ("document", claim.source.id)
        found.setdefault(key, []).append(claim)
    return list(found.values())


def dependent(left: Claim, right: Claim) -> str | None:
    """Why two claims are one voice, or None."""
    if left.source.id == right.source.id and not quoted(left, right):
        return "one document"
    if quoted(left, right):
        return same_speaker(left, right)
    if repeats(left, right):
        return f"one text repeats the other, {alike(left, right):.0%} of it word for word"
    if copied(left, right):
        return "the same words in both documents"
    return credited(left, right)


def quoted(left: Claim, right: Claim) -> bool:
    """Whether both quote somebody."""
    return bool(left.assertion.asserted_by and right.assertion.asserted_by)


def same_speaker(left: Claim, right: Claim) -> str | None:
    """Whether both quote the same speaker."""
    one, two = left.assertion.asserted_by, right.assertion.asserted_by
    if one and two and compare(one.label, two.label) is Same.YES:
        return f"both quote {one.label}"
    return None


def repeats(left: Claim, right: Claim) -> bool:
    """Whether the registry found that both documents are from one text."""
    return left.source.origin is not None and left.source.origin == right.source.origin


def alike(left: Claim, right: Claim) -> float:
    """How much of one text stands in the other, as far as it is known."""
    return min((one.source.alike for one in (left, right) if one.source.alike is not None), default=1.0)


def copied(left: Claim, right: Claim) -> bool:
    """Whether the sentences are nearly the same, and long enough that this is no accident."""
    one, two = left.sentence.exact, right.sentence.exact
    return min(len(one), len(two)) >= 60 and fuzz.ratio(one, two, score_cutoff=COPY) >= COPY


def credited(left: Claim, right: Claim) -> str | None:
    """Whether both name the same source of their text."""
    one, two = credit(left), credit(right)
    return f"both credit {one}" if one and two and compare(one, two) is Same.YES else None


def credit(claim: Claim) -> str | None:
    """The source that a document credits beside the claim."""
    found = CREDIT.search(claim.sentence.exact)
    return found["who"] if found else None
