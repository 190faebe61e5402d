"""Which language a document is written in, of those that the tables know.

A newcomer's mistake: guessing for every text. A few words of a name or a table say nothing: the answer is None then.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from registry.steps.recognise.tables import LANGUAGES, read

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
LEAST = 4
CLEAR = 2
SHARE = 0.08


def language_of(text: str) -> str | None:
    """The language whose small words are clearly the most frequent, None where none is.

    >>> language_of("Le gouvernement a annoncé que la réforme est prévue pour le mois de mars, selon les syndicats.")
    'fr'
    >>> language_of("Total 2023: 512") is None
    True
    """
    words = Counter(WORD.findall(text[:SAMPLE].lower()))
    counts = {code: sum(words[word] for word in small_words(code)) for code in LANGUAGES}
    ranked = sorted(counts, key=lambda code: -counts[code])
    first, second = counts[ranked[0]], counts[ranked[1]]
    clear = first >= max(LEAST, CLEAR * second) and first >= SHARE * words.total()
    return ranked[0] if clear else None


@cache
def small_words(code: str) -> tuple[str, ...]:
    """The small words that a language has and the others do not."""
    return tuple(read(f"words_{code}.toml")["small"]["words"])
