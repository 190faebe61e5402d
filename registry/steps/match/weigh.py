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
from registry.steps import values
from registry.steps.match.features import FEATURES
from registry.steps.match.profile import Profile, profile
from registry.steps.match.saying import Said
from registry.steps.match.vetoes import VETOES


@dataclass(frozen=True, slots=True)
class Match:
    """Whether two claims answer the same question: yes, no, or None for a person to say; and why."""

    score: float
    same: bool | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Fitted weights, for pairs whose values meet and for those whose values are apart; from which score on two claims
    are the same, and from which a suggestion."""

    meet: Mapping[str, float]
    apart: Mapping[str, float]
    same: float
    same_apart: float
    suggest: float

    def of(self, left: Profile, right: Profile) -> Mapping[str, float]:
        """The weights for a pair."""
        return self.meet if values.compare(left.value, right.value).meets else self.apart


@lru_cache(maxsize=1)
def default() -> Weights:
    """The weights that come along."""
    told = json.loads(files("registry.steps").joinpath("data", "weights.json").read_text(encoding="utf-8"))
    return Weights(told["meet"], told["apart"], told["same"], told["same_apart"], told["suggest"])


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
        return Match(0.0, same=False, reasons=(why,))
    heard, of = said(left, right), weights.of(left, right)
    likely = chance(heard, of)
    sure = weights.same if of is weights.meet else weights.same_apart
    same = True if likely >= sure else None if likely >= weights.suggest else False
    return Match(likely, same, reasons(heard, of))


def chance(heard: Mapping[str, Said], of: Mapping[str, float]) -> float:
    """The logistic function of the weighted features."""
    total = of["bias"] + sum(of[name] * one.value for name, one in heard.items())
    return 1 / (1 + math.exp(-total))


def reasons(heard: Mapping[str, Said], of: Mapping[str, float]) -> tuple[str, ...]:
    """What was said, the weightiest first."""
    telling = [(abs(of[name] * one.value), one.why) for name, one in heard.items() if one.why]
    return tuple(why for weight, why in sorted(telling, key=lambda pair: (-pair[0], pair[1])) if weight > 0)
