"""The names that stand in a document, whether a figure stands beside them or not: what it is about, before it is read.

A newcomer's mistake: taking every capital for a name. A sentence begins with one, and a headline has many; so a word
counts where small ones stand before it, and where the document never writes it small itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from registry.model.span import BlockKind, Sentence

INSIDE = r"(?<![.!?:\n\"“‘] )(?<![\n\"“‘])\b[A-ZÀ-Þ](?:['’][A-Z])?[\w-][\w'’-]*[a-zà-ÿ][\w'’-]*"
SHORTENED = r"(?<=[a-z,;] )[A-Z]{3,}\b"  # "through the HILDA cable", not what is shouted as a whole
SPEAKING = r"(?<=\n)[A-Z]{3,}(?=:)"  # "TILLETT: Four hours."
NAME = re.compile(f"{INSIDE}|{SHORTENED}|{SPEAKING}")
SMALL = re.compile(r"\b[a-z][a-z'’-]{2,}")
TELLING = (BlockKind.PROSE, BlockKind.ITEM, BlockKind.QUOTE)
MOST = 40


def names_in(text: str, parts: Sequence[Sentence]) -> tuple[str, ...]:
    """The words of the names in a document's sentences and list items, at most 40, the most frequent first."""
    told = "\n".join(["", *(text[one.start : one.end] for one in parts if one.block.kind in TELLING)])
    small = set(SMALL.findall(told))
    often = Counter(word for word in NAME.findall(told) if word.lower() not in small)
    return tuple(sorted(often, key=lambda word: (-often[word], word))[:MOST])
