"""The score of two claims: a logistic function of explained features, and vetoes that outrank it.

A newcomer's mistake: lowering the threshold to find more. A false alarm costs more than a miss.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from registry.model.assertion import Claim
from registry.steps.match.features import FEATURES, VETOES, Said
from registry.steps.match.profile import Profile, profile


@dataclass(frozen=True, slots=True)
class Match:
    """Whether two claims answer the same question: yes, no, or None for a person to say; and why."""

    score: float
    same: bool | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted weights, and the scores from which two claims are the same or a suggestion."""

    bias: float
    same: float
    suggest: float
    of: Mapping[str, float]


@lru_cache(maxsize=1)
def default() -> Weights:
    """The weights that come along."""
    told = json.loads(files("registry.steps").joinpath("data", "weights.json").read_text(encoding="utf-8"))
    return Weights(told["bias"], told["same"], told["suggest"], told["weights"])


def said(left: Profile, right: Profile) -> dict[str, Said]:
    """What every feature says about two profiles."""
    return {feature.__name__: feature(left, right) for feature in FEATURES}


def refusal(left: Profile, right: Profile) -> str | None:
    """Why the two can never share a fact, or None."""
    return next((why for veto in VETOES if (why := veto(left, right))), None)


def score(left: Claim, right: Claim, weights: Weights | None = None) -> Match:
    """Whether two claims answer the same question, with the reasons in order of their weight."""
    return weigh(profile(left), profile(right), weights or default())


def weigh(left: Profile, right: Profile, weights: Weights) -> Match:
    """The match of two profiles."""
    why = refusal(left, right)
    if why:
        return Match(0.0, False, (why,))
    heard = said(left, right)
    total = weights.bias + sum(weights.of[name] * one.value for name, one in heard.items())
    likely = 1 / (1 + math.exp(-total))
    return Match(likely, outcome(likely, weights), reasons(heard, weights))


def outcome(likely: float, weights: Weights) -> bool | None:
    """The three outcomes."""
    if likely >= weights.same:
        return True
    return None if likely >= weights.suggest else False


def reasons(heard: Mapping[str, Said], weights: Weights) -> tuple[str, ...]:
    """What was said, the weightiest first."""
    telling = [(abs(weights.of[name] * one.value), one.why) for name, one in heard.items() if one.why]
    return tuple(why for weight, why in sorted(telling, key=lambda pair: (-pair[0], pair[1])) if weight > 0)
