"""Rules that measure themselves: every decision counts for or against the rule and the features behind a conflict.

`note` is called with every decision; `rules` and `features` tell what they come to (`views.rules`). A rule whose whole
interval lies below its threshold steps back: what it finds is a suggestion, lower in the queue, until people agree
again. A newcomer's mistake: counting decisions. What counts is the one that holds about a conflict now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import product
from math import sqrt

from registry.actions.facts.recording import LOWER
from registry.actions.facts.sides import unpacked
from registry.actions.rows import to_claim
from registry.actions.views.rules import FeatureMeasure, Precision, RuleMeasure
from registry.errors import InvalidValue
from registry.model.finding import Verdict
from registry.steps.check.rules import RULES
from registry.steps.match import thresholds, weigh
from registry.steps.match.features import FEATURES
from registry.steps.match.profile import profile
from registry.store import ReadSession, WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import measures
from registry.store.queries.claims import ClaimRow
from registry.store.queries.conflicts import ConflictRow
from registry.store.tables import Measured

SURE = 1.96
THRESHOLD = 0.6
FEWEST = 10
WASTED = (Verdict.NOT_SAME_FACT, Verdict.SCOPE, Verdict.WRONG_READING)
SILENT = (Verdict.UNSURE, Verdict.UNDONE)
SAME_KEY = "same_key"
TITLES = {
    **{one.__name__: (one.__doc__ or "").splitlines()[0] for one in (*RULES, *FEATURES)},
    "same_figure_twice": "One document gives a figure twice, and differently.",
    "wrong_conversion": "A bracketed conversion does not come to the figure before it.",
    "wrong_total": "A total is not the sum of its parts, or of its years.",
    "wrong_age": "An age is not what lies between a birth and the day of the age.",
    "wrong_difference": "A difference is not that between the two figures beside it.",
    "wrong_share": "A share and the figures it is of do not fit together.",
    "wrong_headline": "A headline gives another figure than the sentence below it.",
    "wrong_duration": "A delay or a time is not what lies between its two dates.",
    "wrong_product": "So much for each and so many do not make the sum beside them.",
    SAME_KEY: "Both ask the same question in the same words.",
}
# The rules that find what people decide about, by their names.
FINDING = (
    *("contradiction", "change_over_time", "disputed_attribution", "same_figure_twice"),
    *(name for name in TITLES if name.startswith("wrong_")),
)


def rules(session: ReadSession) -> tuple[RuleMeasure, ...]:
    """Every rule that has found a conflict or was decided about, those that are decided most often first."""
    told = {one.name: precision(one.agreed, one.decided) for one in measures.tallies(session, Measured.RULE)}
    opened, back = measures.open_by_rule(session), measures.suggesting(session)
    names = sorted({*told, *opened, *back}, key=lambda name: (-told[name].decided if name in told else 0, name))
    return tuple(
        RuleMeasure(
            rule=name,
            title=TITLES.get(name, name.replace("_", " ").capitalize() + "."),
            precision=told.get(name, precision(0, 0)),
            threshold=THRESHOLD,
            suggested=name in back,
            since=back.get(name),
            open=opened.get(name, 0),
        )
        for name in names
    )


def known(session: ReadSession, rule: str) -> str:
    """The name of a rule. Raises `InvalidValue` for one that neither is there nor has found a conflict."""
    if rule in FINDING or any(one.rule == rule for one in rules(session)):
        return rule
    raise InvalidValue(f"There is no rule {rule[:80]!r}; choose one of {', '.join(FINDING)}.")


def features(session: ReadSession) -> tuple[FeatureMeasure, ...]:
    """The features that joined the claims of conflicts people decided, those that are decided most often first."""
    told = sorted(measures.tallies(session, Measured.FEATURE), key=lambda one: (-one.decided, one.name))
    return tuple(
        FeatureMeasure(one.name, TITLES.get(one.name, one.name), precision(one.agreed, one.decided)) for one in told
    )


def precision(agreed: int, decided: int) -> Precision:
    """The share that was agreed with and the Wilson interval around it.

    >>> [round(one, 2) for one in precision(8, 10)[2:]]
    [0.8, 0.49, 0.94]
    """
    if not decided:
        return Precision(0, 0, None, None, None)
    share, square = agreed / decided, SURE**2
    middle = (share + square / (2 * decided)) / (1 + square / decided)
    half = SURE * sqrt(share * (1 - share) / decided + square / (4 * decided**2)) / (1 + square / decided)
    return Precision(decided, agreed, share, min(share, max(0.0, middle - half)), max(share, min(1.0, middle + half)))


def steps_back(told: Precision) -> bool:
    """Whether people disagree with a rule for sure: often enough, and the whole interval is below the threshold."""
    return told.decided >= FEWEST and told.high is not None and told.high < THRESHOLD


def note(session: WriteSession, row: ConflictRow, at: datetime) -> None:
    """Count what is decided about a conflict now, and let its rule step back or forward where that tips it."""
    verdict = _holding(session, row.id)
    marks = _marks(session, row, verdict) if verdict is not None and verdict not in SILENT else {}
    measures.set_marks(session, row.fact_key, row.id, marks)
    tally = measures.tallies(session, Measured.RULE, row.rule)
    told = precision(tally[0].agreed, tally[0].decided) if tally else precision(0, 0)
    weigh_rule(session, row.rule, told, at)


def weigh_rule(session: WriteSession, rule: str, told: Precision, at: datetime) -> None:
    """Turn what a rule finds into suggestions, or back, where its measure says so; its conflicts move along."""
    suggested = steps_back(told)
    if suggested != (rule in measures.suggesting(session)):
        measures.set_state(session, rule, at, suggested=suggested)
        measures.mark_conflicts(session, rule, LOWER, suggested=suggested)


def _holding(session: WriteSession, conflict_id: str) -> Verdict | None:
    """The verdict that no other supersedes."""
    rows = conflict_queries.decisions_of(session, [conflict_id])
    replaced = {row.supersedes_id for row in rows}
    return next((row.verdict for row in reversed(rows) if row.id not in replaced), None)


def _marks(session: WriteSession, row: ConflictRow, verdict: Verdict) -> Mapping[tuple[Measured, str], bool]:
    """What a verdict says of the rule, and unless the words were misread, of the features that joined the sides."""
    told = {(Measured.RULE, row.rule): verdict not in WASTED}
    if row.across or verdict is Verdict.WRONG_READING:
        return told
    same = verdict is not Verdict.NOT_SAME_FACT
    return {**told, **{(Measured.FEATURE, name): same for name in joining(session, row)}}


def joining(session: WriteSession, row: ConflictRow) -> list[str]:
    """The features that speak for the strongest claims of a conflict's sides being about one fact."""
    groups = [unpacked(side) for side in row.sides]
    known = claim_queries.claims_by_id(session, [group.claims[0] for group in groups if group.claims])
    firsts = [known[group.claims[0]] for group in groups if group.claims and group.claims[0] in known]
    pairs = [(one, other) for one, other in product(firsts[:2], firsts[1:3]) if one.id != other.id]
    return sorted({name for one, other in pairs for name in speaking(one, other)})


def speaking(left: ClaimRow, right: ClaimRow) -> Iterable[str]:
    """The features that speak for two claims answering one question."""
    if left.fact_key == right.fact_key:
        return (SAME_KEY,)
    one, other = profile(to_claim(left)), profile(to_claim(right))
    weights = thresholds.default().of(one, other)
    heard = weigh.said(one, other)
    return [name for name, said in heard.items() if name in weights and weights[name] * said.value > 0]
