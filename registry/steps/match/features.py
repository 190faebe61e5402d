"""The features that decide whether two claims answer the same question, by hand; the first line of a docstring
is what a reviewer reads.

A newcomer's mistake: adding a feature without a weight. `fit.py` needs a prior for each, and its sign.
"""

from __future__ import annotations

from registry.steps.match.about import (
    loose_modifiers,
    narrower_concept,
    near_concepts,
    near_modifiers,
    near_others,
    no_core,
    one_part,
    other_core,
    other_head,
    other_modifiers,
    same_core,
    same_head,
    same_modifiers,
)
from registry.steps.match.figures import far_figures, one_open, same_figure
from registry.steps.match.saying import Feature
from registry.steps.match.told import (
    context_words,
    covered_words,
    near_words,
    one_direction,
    one_document,
    one_sentence,
    one_voice,
    other_status,
    same_frame,
    sentence_words,
    two_voices,
)
from registry.steps.match.whose import (
    one_past,
    one_period,
    one_place,
    other_days,
    other_names,
    other_spans,
    other_subject,
    other_topic,
    other_years,
    same_period,
    same_place,
    same_subject,
    same_title,
    same_topic,
)

FEATURES: tuple[Feature, ...] = (
    same_core,
    other_core,
    no_core,
    narrower_concept,
    same_head,
    other_head,
    same_modifiers,
    other_modifiers,
    loose_modifiers,
    same_subject,
    other_subject,
    same_topic,
    same_place,
    one_place,
    same_period,
    one_period,
    context_words,
    sentence_words,
    one_direction,
    same_title,
    near_words,
    near_concepts,
    near_others,
    other_names,
    other_days,
    other_years,
    other_spans,
    other_topic,
    same_figure,
    far_figures,
    one_document,
    one_sentence,
    near_modifiers,
    one_part,
    one_past,
    one_open,
    other_status,
    one_voice,
    same_frame,
    covered_words,
    two_voices,
)
