"""What the registry holds about a fact: a pure fold over its values, its conflict and what people decided.

A newcomer's mistake: storing it. It changes with every document and every decision, and follows from them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from registry.actions.facts.sides import Group, by_time
from registry.actions.views import Held, Standing
from registry.model.assertion import Status
from registry.model.finding import Relation, Verdict
from registry.steps.phrases import inside

VOID = (Verdict.SCOPE, Verdict.NOT_SAME_FACT, Verdict.WRONG_READING)


class Decided(NamedTuple):
    """The decision that speaks for a conflict, with the label of the side it chose or the right value."""

    verdict: Verdict
    label: str | None
    value: str | None


def hold(
    groups: Sequence[Group], kind: Relation | None, decided: Decided | None, sides: Sequence[Group] = ()
) -> Standing:
    """What is held about a fact: `groups` are its values, `sides` those of its conflict of that `kind`."""
    if not groups:
        return Standing(Held.WITHDRAWN, "withdrawn: no document says so any more")
    if kind is None:
        return _undisputed(strongest(groups))
    if decided is None or decided.verdict in (Verdict.UNSURE, Verdict.UNDONE):
        return _open(groups, kind, sides)
    return _settled(groups, decided, sides)


def strongest(groups: Sequence[Group]) -> Group:
    """The value that most independent witnesses state, the latest of those."""
    return max(groups, key=lambda group: (group.independent, group.last or date.min, group.label))


def latest(groups: Sequence[Group]) -> Group:
    """The value of the latest day, the best witnessed of those."""
    return max(groups, key=lambda group: (group.last or date.min, group.independent, group.label))


def outcomes(groups: Sequence[Group], sides: Sequence[Group], told: Mapping[str, Status]) -> list[Group]:
    """What came of it, where all sides of a conflict were planned: the values that a later document tells as they are.
    They contradict no plan, and what is held is one of them."""
    plans = [told.get(name) is Status.PLANNED for side in sides for name in side.claims]
    last = max((side.last for side in sides if side.last), default=None)
    if last is None or not all(plans):
        return []
    labels = {side.label for side in sides}
    later = [group for group in groups if group.label not in labels and group.last and group.last > last]
    return [group for group in later if any(told.get(name) is Status.ACTUAL for name in group.claims)]


def _undisputed(group: Group, more: str = "") -> Standing:
    """A value that nothing speaks against; one voice alone is said to be one."""
    held = Standing(Held.UNDISPUTED, "", group.label, group.sources, group.independent)
    copies = "" if group.sources == 1 else f" in {group.sources} documents"
    words = f"{held.name}{copies}, undisputed" if group.independent < 2 else f"{held.name}, {witnesses(group)}"
    return held._replace(words=words + more)


def _changed(now: Group, before: Sequence[Group]) -> Standing:
    """A change over time that nobody has confirmed: the newest value is held."""
    held = Standing(Held.UNDISPUTED, "", now.label, now.sources, now.independent, waits=True)
    earlier = listed([inside(group.label) for group in before])
    return held._replace(words=f"{held.name}: {inside(now.label)}, {witnesses(now)}; earlier documents say {earlier}")


def _open(groups: Sequence[Group], kind: Relation, sides: Sequence[Group]) -> Standing:
    """A conflict that nobody has decided."""
    if kind is Relation.CHANGE_OVER_TIME:
        now = latest(sides)
        return _changed(now, [group for group in by_time(sides) if group.label != now.label])
    sources, independent = (sum(getattr(group, name) for group in sides) for name in ("sources", "independent"))
    return Standing(
        Held.DISPUTED, f"disputed: {listed([inside(group.label) for group in sides])}", None, sources, independent
    )


def _settled(groups: Sequence[Group], decided: Decided, sides: Sequence[Group]) -> Standing:
    """A conflict that a person decided."""
    if decided.verdict in VOID:
        return _undisputed(strongest(groups), "; a reviewer found no conflict")
    if decided.verdict is Verdict.NEITHER and decided.value:
        return Standing(Held.SETTLED, f"settled at {decided.value} by a reviewer", decided.value)
    if decided.verdict is Verdict.NEITHER:
        return Standing(Held.DISPUTED, "disputed: a reviewer found every value wrong")
    chosen = latest(sides)
    if decided.verdict is Verdict.SIDE:
        chosen = next((group for group in sides if group.label == decided.label), chosen)
    return Standing(
        Held.SETTLED,
        f"settled at {inside(chosen.label)}, {witnesses(chosen)}",
        chosen.label,
        chosen.sources,
        chosen.independent,
    )


def of_claim(
    fact: Standing,
    label: str | None,
    labels: Sequence[str],
    kind: Relation | None,
    *,
    retired: bool,
    apart: bool = False,
) -> Standing:
    """What is held about one claim: `label` is the value it states, `labels` those that a conflict is about; `apart` is
    one that the held value does not meet, such as what was planned beside what came of it."""
    if retired:
        return Standing(Held.WITHDRAWN, "withdrawn: the document no longer says so", fact.value, agrees=None)
    if apart and label is not None and label not in labels:
        return fact._replace(words=f"{fact.words}; this source says {inside(label)}", agrees=None)
    if fact.value is None or label is None or label == fact.value or label not in labels:
        return fact._replace(agrees=None if fact.value is None else True)
    if kind is Relation.CHANGE_OVER_TIME:
        return fact._replace(held=Held.OUT_OF_DATE, words=f"out of date: now {fact.value}", agrees=False)
    if fact.held is Held.UNDISPUTED:
        return fact._replace(agrees=None)
    against = fact._replace(agrees=False)
    return against._replace(words=f"{against.name}: {fact.words}")


def witnesses(group: Group) -> str:
    """How many say so: "4 sources, 3 independent"."""
    sources = "1 source" if group.sources == 1 else f"{group.sources} sources"
    return sources if group.sources == 1 else f"{sources}, {group.independent} independent"


def listed(labels: Sequence[str]) -> str:
    """Values in words: "124, 125 or 126"."""
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} or {labels[-1]}" if labels else ""
