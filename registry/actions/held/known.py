"""What is held about a fact, in the linter's own terms.

A newcomer's mistake: reading the value of a fact off its conflict. A person's verdict speaks before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from registry.actions.facts.wholes import Whole, speaking
from registry.actions.held.background import witness
from registry.actions.views import Held
from registry.model.finding import Relation, Verdict
from registry.steps.lint.problem import Known, Side


def known_of(whole: Whole, site: str) -> Known:
    """What is held about a fact, for the linter."""
    kind = whole.conflict.kind if whole.conflict else None
    decided = _verdict(whole)
    return Known(
        question=whole.lead.label,
        link=f"{site}/facts/{whole.lead.id}",
        standing=whole.standing.words,
        held=whole.standing.value,
        changes=decided is Verdict.TIME or (kind is Relation.CHANGE_OVER_TIME and decided is None),
        settled=whole.standing.held is Held.SETTLED and decided is not Verdict.TIME,
        sides=tuple(_sides(whole, site)),
    )


def _verdict(whole: Whole) -> Verdict | None:
    """What a person decided about the conflict; None where nobody did, or took it back."""
    rows = [one for one in whole.decisions if whole.conflict and one.conflict_id == whole.conflict.id]
    decided = speaking(rows)
    return None if decided is None or decided.verdict in (Verdict.UNSURE, Verdict.UNDONE) else decided.verdict


def _sides(whole: Whole, site: str) -> Iterator[Side]:
    """The values of a fact."""
    for group in whole.groups:
        told = tuple(witness(whole.rows[one], whole.claims[one], site) for one in group.claims if one in whole.claims)
        if told:
            yield Side(group.label, group.value, told, group.sources, group.independent, group.first, group.last)
