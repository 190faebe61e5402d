"""Text to blocks and sentences.

    blocks      paragraphs, headings, lists and tables by their form: lines, lists, tables, boxes
    sentences   where each ends
    talks       who speaks in a transcript
    furniture   what stands around a text and makes no claims, by page, top, margins, notices, chits, imprints, asides,
                apparatus, polls, widgets, families; where no pattern knows it, likeness and beside weigh it, with
                running, cohesion, matter, named and dates; fit and fit_beside fit their weights

A newcomer's mistake: trimming or joining here; offsets count in the text as it is.
"""

from __future__ import annotations

from registry.steps.segment.blocks import blocks
from registry.steps.segment.sentences import sentences

__all__ = ["blocks", "sentences"]
