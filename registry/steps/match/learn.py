"""A logistic regression that is drawn towards what one would guess, for the matcher's weights.

A newcomer's mistake: adding a feature without a prior. The prior also fixes the sign: a weight never turns against the
meaning of its feature, however the annotated examples fall.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from registry.steps.match.features import FEATURES
from registry.steps.match.rivals import Standing

Table = np.ndarray[Any, Any]

NAMES = (*(feature.__name__ for feature in FEATURES), "akin")
PRIOR = {
    "bias": -2.4,
    "same_core": 2.0,
    "other_core": -2.0,
    "no_core": -0.5,
    "narrower_concept": -0.8,
    "same_head": 0.4,
    "other_head": -0.5,
    "same_modifiers": 0.4,
    "other_modifiers": -1.2,
    "loose_modifiers": -0.6,
    "same_subject": 0.5,
    "other_subject": -1.0,
    "same_topic": 0.3,
    "same_place": 1.0,
    "one_place": -0.8,
    "same_period": 0.6,
    "one_period": -0.5,
    "context_words": 0.6,
    "sentence_words": 1.0,
    "one_direction": -0.8,
    "same_title": 0.3,
    "near_words": 1.2,
    "near_concepts": 0.8,
    "near_others": -1.0,
    "other_names": -1.2,
    "other_days": -1.0,
    "other_years": -0.8,
    "other_spans": -1.8,
    "same_figure": 3.0,
    "far_figures": -2.0,
    "one_document": -1.5,
    "one_sentence": -1.0,
    "near_modifiers": -0.8,
    "one_part": -1.0,
    "one_past": -1.2,
    "one_open": -0.5,
    "other_status": -0.8,
    "two_voices": 0.8,
    "other_topic": -3.0,
    "same_frame": 5.0,
    "covered_words": 0.8,
    "one_voice": -1.0,
    "guessed_core": -0.5,
    "other_order": -2.0,
    "close_figures": 1.5,
    "far_dates": -2.0,
    "close_dates": 1.0,
    "same_names": 0.6,
    "other_moment": -0.8,
    "one_bygone": -0.8,
    "no_event": -2.0,
    "other_rate": -1.5,
    "strange_names": -0.8,
    "other_numbers": -0.5,
    "other_agent": -1.5,
    "other_teller": 3.0,
    "near_figures": 1.0,
    "slipped_figures": 1.5,
    "rare_words": 1.5,
    "missed_words": -1.0,
    "unlike_heads": -1.0,
    "same_verb": 0.5,
    "other_verb": -0.5,
    "one_whole": -1.0,
    "both_whole": 0.3,
    "both_lead": 0.5,
    "same_named": 0.5,
    "nothing_apart": 0.5,
    "one_other_day": -1.0,
    "one_close_year": -1.0,
    "far_of_one": 1.0,
    "doubtful_thing": -2.0,
    "doubtful_period": -2.0,
    "doubtful_owner": -2.0,
    "mere_measure": -1.0,
    "a_share": -0.3,
    "a_day": -0.3,
    "one_limit": -0.8,
    "one_each": -1.0,
    "one_alone": -0.8,
    "one_undone": -0.8,
    "one_stage": -0.8,
    "one_fraction": -1.0,
    "other_edition": -2.0,
    "grown": 0.4,
    "one_bound_day": -0.8,
    "one_report": -1.0,
    "one_own_day": -1.0,
    "one_rest": -0.8,
    "few_of_nothing": -0.5,
    "in_one_breath": 2.0,
    "akin": 1.0,
}
AMONG = {
    "bias": 0.0,
    "weight": 1.0,
    "narrow": 0.3,
    "wide": 0.1,
    "within": -0.2,
    "average": 0.3,
    "best": 0.2,
    "crowd": -0.2,
}
PLACES = Standing._fields
PENALTY = 4.0
ROUNDS = 60
HALVINGS = 20
TINY = 1e-6


def fit(
    table: Table, truth: Table, names: Sequence[str], prior: Mapping[str, float], penalty: float = PENALTY
) -> dict[str, float]:
    """Weights by projected Newton steps, drawn towards the prior; each keeps the sign that its prior has."""
    start = np.array([*(prior[name] for name in names), prior["bias"]])
    rows = np.column_stack([table, np.ones(len(truth))])
    pull = np.array([penalty] * len(names) + [0.0])
    signs = np.array([*np.sign(start[:-1]), 0.0])
    weights, height = start.copy(), loss(rows, truth, start, pull, start)
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (likely - truth) + pull * (weights - start)
        bound = (weights == 0) & (slope * signs > 0)
        free = ~bound
        bend = (rows[:, free].T * (likely * (1 - likely))) @ rows[:, free] + np.diag(pull[free] + TINY)
        step = np.zeros(len(weights))
        step[free] = np.linalg.solve(bend, slope[free])
        weights, height, moved = descend(rows, truth, weights, step, (signs, pull, start, height))
        if moved < TINY:
            break
    found = dict(zip([*names, "bias"], (round(float(weight), 3) for weight in weights), strict=True))
    return {"bias": found.pop("bias")} | found


def descend(
    rows: Table, truth: Table, weights: Table, step: Table, known: tuple[Table, Table, Table, float]
) -> tuple[Table, float, float]:
    """As much of a step as lowers the loss, the new loss and by how much it fell."""
    signs, pull, start, height = known
    for part in 0.5 ** np.arange(HALVINGS):
        moved = weights - part * step
        moved = np.where(moved * signs < 0, 0.0, moved)
        lower = loss(rows, truth, moved, pull, start)
        if lower < height:
            return moved, lower, height - lower
    return weights, height, 0.0


def loss(rows: Table, truth: Table, weights: Table, pull: Table, start: Table) -> float:
    """The negative log likelihood with the pull of the prior."""
    odds = rows @ weights
    return float((np.logaddexp(0, odds) - truth * odds).sum() + (pull * (weights - start) ** 2).sum() / 2)


def weighed(table: Table, names: Sequence[str], of: Mapping[str, float]) -> Table:
    """The log odds of rows."""
    return np.asarray(table @ np.array([of[name] for name in names]) + of["bias"])
