"""The names in a question that was typed in small letters, as the claims that could answer it write them.

A newcomer's mistake: writing every word with a capital that a headline does. Only sentences and subjects show what is a
name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from registry.steps.ask.asking import heads
from registry.steps.ask.wish import NAME
from registry.steps.match import concepts
from registry.steps.match.entities import acronyms
from registry.steps.match.words import rarity, stem, stems
from registry.store.queries.claims import ClaimRow

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SHORTEST = 3


def with_names(question: str, rows: Iterable[ClaimRow]) -> str:
    """A question with the names in it written as names."""
    small = {word for word in WORD.findall(question) if word.islower()}
    if not small:
        return question
    known = names_of(rows)
    for name in sorted(known, key=lambda name: (-len(name), name)):
        if WORD.match(name) and small.issuperset(WORD.findall(name)):
            question = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", known[name], question)
    return question


def names_of(rows: Iterable[ClaimRow]) -> Mapping[str, str]:
    """The names that claims speak of, by how they look in small letters: whole, in short, and by their rare words."""
    found: dict[str, str] = {}
    for name in (name for row in rows for name in _names(row)):
        words = WORD.findall(name)
        if not concepts.named(stems(name)).rest or _is_office(name):
            continue  # "States Parties" is what some write for a noun
        if len(words) > 1:
            found[name.lower()] = name
            found |= {short: short.upper() for short in acronyms(name) if len(short) >= SHORTEST}
        found |= {word.lower(): word for word in words if word[0].isupper() and _is_rare(word)}
    return found


def _is_office(name: str) -> bool:
    """Whether capital words are an office and not a body: "The President of the Court"."""
    office, of, _ = name.removeprefix("The ").partition(" of ")
    return bool(of) and bool(concepts.named(stems(office)).concepts & heads())


def _is_rare(word: str) -> bool:
    return len(word) >= SHORTEST and rarity(stem(word)) == 1.0 and stem(word) not in concepts.default().starts


def _names(row: ClaimRow) -> Iterator[str]:
    """The runs of capital words in a claim's sentence, but for its first word, and in what it is about."""
    first = WORD.search(row.sentence)
    for match in NAME.finditer(row.sentence):
        name = re.sub(r"(?:’s|'s|’)$", "", match.group())
        opens = first is not None and match.start() == first.start()
        if not opens or " " in name:
            yield name
    subject = (row.record.get("subject") or {}).get("label") if isinstance(row.record.get("subject"), dict) else None
    if isinstance(subject, str):
        yield from (match.group() for match in NAME.finditer(subject))
