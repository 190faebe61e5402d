"""All sides of a conflict in a sentence or two that a reviewer can act on.

A newcomer's mistake: naming every document. With five values over twelve years, values and dates are the story.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from registry.model.assertion import Claim
from registry.model.finding import Relation
from registry.model.quantity import Quantity
from registry.steps.check.findings import undated
from registry.steps.check.shapes import Dispute, Side
from registry.steps.check.timing import edge, when
from registry.steps.check.wording import capital, day, listed, name, number, quoted, words
from registry.steps.phrases import days, inside, named

NEAR = 0.05
SPEAKERS = 3
ENDINGS = {
    Relation.DISPUTED_ATTRIBUTION: "Different sources are quoted, and they disagree.",
    Relation.SELF_CONTRADICTION: "One document contradicts itself.",
}


class Count(NamedTuple):
    """How many documents stand behind a value, and how many of them are independent."""

    sources: int
    independent: int


def counted_anew(dispute: Dispute, counts: Mapping[str, Count]) -> Dispute:
    """A dispute whose sentence tells of everybody behind each value, where only some of them were judged."""
    judged = told(dispute.sides, dispute.kind)
    if not dispute.detail.startswith(judged):
        return dispute
    rest = dispute.detail.removeprefix(judged)  # what the dates do not explain names two claims and counts nobody
    return replace(dispute, detail=told(dispute.sides, dispute.kind, counts) + rest)


def told(shown: Sequence[Side], relation: Relation, counts: Mapping[str, Count] | None = None) -> str:
    """All sides, their dates, and what they come to; `counts` by the label of a side that shows only some of them."""
    every = counts or {}
    sides = sorted(shown, key=lambda side: (first(side) or date.max, side.label))
    changed = relation is Relation.CHANGE_OVER_TIME
    if changed and len(sides) > 2:
        line = f"The values over time: {listed([dated(side, every.get(side.label)) for side in sides])}"
    else:
        line = "; ".join(side_words(side, every.get(side.label)) for side in sides)
    return f"{capital(line)}. {change(sides) if changed else ending(sides, relation)}"


def ending(sides: Sequence[Side], relation: Relation) -> str:
    """What the sides come to, where it is no change over time."""
    if relation is not Relation.CONTRADICTION:
        return ENDINGS[relation]
    return f"They cannot all be right{undated([claim for side in sides for claim in side.claims])}."


def count(side: Side, known: Count | None, shown: Side) -> Count:
    """Who stands behind a side: all who do, where that is known, but for what the side shows and the reason leaves out;
    else as far as its claims show."""
    mine = Count(len({claim.source.id for claim in side.claims}), len(side.witnesses))
    if known is None:
        return mine
    sources, independent = len({claim.source.id for claim in shown.claims}), len(shown.witnesses)
    return Count(
        max(mine.sources, known.sources - (sources - mine.sources)),
        max(mine.independent, known.independent - (independent - mine.independent)),
    )


def dated(side: Side, known: Count | None = None) -> str:
    """A value with its dates: "125 (two documents, 16 January to 2 December 2025)"."""
    sources = count(side, known, side).sources
    parts = [f"{number(sources)} documents"] if sources > 1 else []
    parts += [period(side)] if period(side) else []
    return f"{side.label} ({', '.join(parts)})" if parts else side.label


def side_words(whole: Side, known: Count | None = None) -> str:
    """A side in words: who, when, what; and what looser words elsewhere would allow it."""
    wide = [claim for claim in whole.claims if is_wide(claim, whole.strongest)]
    side = without(whole, wide)
    behind = count(side, known, whole)
    house, document = side.strongest.source.publisher, name(side.strongest)
    who = f"{number(behind.sources)} documents" if behind.sources > 1 else named(document) if house else document
    when_said = f" ({period(side)})" if period(side) else ""
    by = quoting(side, behind)
    verb = "says" if behind.sources == 1 else "say"
    allowing = f" ({listed(sorted({quoted(words(claim)) for claim in wide}))} elsewhere allows for it)" if wide else ""
    return f"{who}{when_said}{by} {verb} {inside(side.label)}{heard(behind)}{allowing}"


def quoting(side: Side, behind: Count) -> str:
    """Whom the documents of a side quote, and how many do, where others say it themselves: ", one of them quoting the
    mayor,"."""
    spoken = [(claim.source.id, said.label) for claim in side.claims if (said := claim.assertion.asserted_by)]
    if not spoken:
        return ""
    speakers = sorted({speaker for _, speaker in spoken})
    quoted_ones = [named(speaker) for speaker in speakers[:SPEAKERS]] + ["others"] * (len(speakers) > SPEAKERS)
    citing, seen = len({source for source, _ in spoken}), len({claim.source.id for claim in side.claims})
    many = "some" if behind.sources > seen else number(citing) if citing < seen else ""
    part = f"{many} of them " if many else ""
    return f", {part}quoting {listed(quoted_ones)},"


def without(side: Side, claims: Sequence[Claim]) -> Side:
    """A side without some of its claims, and without the witnesses that are left with none."""
    gone = {id(claim) for claim in claims}
    kept = tuple(claim for claim in side.claims if id(claim) not in gone)
    heard_of = tuple(one for one in side.witnesses if any(id(claim) not in gone for claim in one.claims))
    return replace(side, claims=kept, witnesses=heard_of)


def is_wide(claim: Claim, strongest: Claim) -> bool:
    """Whether a claim only gives a bound far from the figure of its side: "at least 89" on the side of 615."""
    value, figure = claim.assertion.value, strongest.assertion.value
    if (
        not (isinstance(value, Quantity) and isinstance(figure, Quantity) and figure.single)
        or value.unit != figure.unit
    ):
        return False
    return None in (value.low, value.high) and abs(edge(value) - edge(figure)) > NEAR * abs(edge(figure))


def heard(behind: Count) -> str:
    """How many of several documents are independent."""
    return f" ({number(behind.independent)} independent)" if 0 < behind.independent < behind.sources else ""


def change(sides: Sequence[Side]) -> str:
    """Between which days the last change lies."""
    before, after = last(sides[-2]), first(sides[-1])
    if before is None or after is None or before >= after:
        return "The dates differ: this looks like a change over time."
    which = "the last change lies" if len(sides) > 2 else "this looks like a change"
    return f"The dates differ: {which} between {day(before)} and {day(after)}."


def period(side: Side) -> str:
    """The days that a side is stated for."""
    low, high = first(side), last(side)
    if low is None or high is None:
        return ""
    return days(low, high)


def first(side: Side) -> date | None:
    """The first day that a side is stated for."""
    return min((moment.low for claim in side.claims if (moment := when(claim))), default=None)


def last(side: Side) -> date | None:
    """The last day that a side is stated for."""
    return max((moment.high for claim in side.claims if (moment := when(claim))), default=None)
