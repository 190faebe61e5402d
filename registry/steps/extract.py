"""The reading half in one call: a reading becomes claims.

A newcomer's mistake: parsing everything. Only sentences that state a value or a public act need a tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.model.assertion import Claim, Mention
from registry.model.document import Reading, Source
from registry.model.span import BlockKind, Sentence
from registry.steps.assemble import assemble
from registry.steps.assemble.events import triggers
from registry.steps.assemble.quotations import voices_words
from registry.steps.language import language_of
from registry.steps.parse import Parser, Tree, load
from registry.steps.recognise import recognise
from registry.steps.segment import blocks, sentences


def extract(reading: Reading, source: Source, parser: Parser | None = None) -> list[Claim]:
    """The claims of a document, in reading order; every claim's words stand in the text."""
    text = reading.text
    parts = sentences(text, reading.blocks or blocks(text))
    language = source.language or reading.language or language_of(text)
    found = recognise(text, parts, published=source.published, language=language)
    claims = assemble(text, source, parts, found, trees(text, parts, found, parser))
    return [claim for claim in claims if claim.span.holds_in(text)]


def trees(
    text: str, parts: Sequence[Sentence], found: Sequence[Sequence[Mention]], parser: Parser | None
) -> list[Tree | None]:
    """The trees of the sentences that need one."""
    needed = [number for number, part in enumerate(parts) if needs_tree(text, part, found[number])]
    grown: list[Tree | None] = [None] * len(parts)
    if needed:
        parsed = (parser or load()).parse(text, [parts[number] for number in needed])
        for number, tree in zip(needed, parsed, strict=True):
            grown[number] = tree
    return grown


def needs_tree(text: str, part: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence states a value or a public act, or names the speaker of a quotation."""
    if part.block.kind is BlockKind.FURNITURE:
        return False
    words = text[part.start : part.end]
    return bool(mentions) or triggers(words) or voices_words(words)
