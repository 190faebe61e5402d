"""Which claims answer the same question: block by cheap keys, score by explained features, let people decide the rest.

A newcomer's mistake: asking for a threshold. `score` has three outcomes, and None is one of them.
"""

from __future__ import annotations

from registry.steps.match.keys import fact_key, keys
from registry.steps.match.questions import question
from registry.steps.match.taught import Lesson, Taught, lesson
from registry.steps.match.weigh import Match, score, why_not

__all__ = ["Lesson", "Match", "Taught", "fact_key", "keys", "lesson", "question", "score", "why_not"]
