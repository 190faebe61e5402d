"""A question without a value: what it wishes to know, and how well a stored claim answers it.

A newcomer's mistake: looking for the question's words. "How many warrants are outstanding?" wishes for a count, of
warrants, that are outstanding; a claim answers it that states such a count, in whatever words.
"""

from __future__ import annotations

from registry.steps.ask.fit import Fit, fit
from registry.steps.ask.foreign import translated
from registry.steps.ask.sorts import Sort
from registry.steps.ask.wish import Wish, is_question, keys, split, wish

__all__ = ["Fit", "Sort", "Wish", "fit", "is_question", "keys", "split", "translated", "wish"]
