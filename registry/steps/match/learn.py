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
    "akin": 1.0,
}
AMONG = {"bias": 0.0, "weight": 1.0, "narrow": 0.3, "wide": 0.1, "within": -0.2}
PLACES = Standing._fields
PENALTY = 8.0
ROUNDS = 800


def fit(
    table: Table, truth: Table, names: Sequence[str], prior: Mapping[str, float], penalty: float = PENALTY
) -> dict[str, float]:
    """Weights by accelerated gradient descent, drawn towards the prior; each keeps the sign that its prior has."""
    start, count = np.array([prior[name] for name in names]), len(truth)
    signs, rate = np.sign(start), 2 / (float((table**2).sum(axis=1).mean()) / 4 + penalty / count + 0.25)
    weights, bias, ahead, shift = start.copy(), prior["bias"], start.copy(), prior["bias"]
    for step in range(ROUNDS):
        wrong = 1 / (1 + np.exp(-(table @ ahead + shift))) - truth
        moved = ahead - rate * (table.T @ wrong + penalty * (ahead - start)) / count
        moved = np.where(moved * signs < 0, 0.0, moved)
        lifted = shift - rate * float(wrong.mean())
        momentum = step / (step + 3)
        ahead, shift = moved + momentum * (moved - weights), lifted + momentum * (lifted - bias)
        weights, bias = moved, lifted
    return {"bias": round(bias, 3)} | {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}


def weighed(table: Table, names: Sequence[str], of: Mapping[str, float]) -> Table:
    """The log odds of rows."""
    return np.asarray(table @ np.array([of[name] for name in names]) + of["bias"])
