"""Text to blocks and sentences. A newcomer's mistake: trimming or joining here; offsets count in the text as it is."""

from __future__ import annotations

from registry.steps.segment.blocks import blocks
from registry.steps.segment.sentences import sentences

__all__ = ["blocks", "sentences"]
