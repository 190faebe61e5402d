"""What to look for in the registry for a claim: its blocking keys, and the words of its sentence for full text.

A newcomer's mistake: asking for the figure. A draft's figure may be the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from registry.model.assertion import Claim, Kind
from registry.steps.lint.naming import NO_NAMES
from registry.steps.match.words import STOP

CURRENCIES = ("EUR", "USD", "GBP")
MIN_WORDS, MAX_WORDS = 2, 7
FIGURES = frozenset(Kind) - {Kind.ROLE, Kind.EVENT}
OWN = re.compile(r"[^\W\d_]{2,}")
NAMES = re.compile(r"[A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+)*")


def own_words(claim: Claim) -> str:
    """What a sentence says beside its figure, for full text; empty where that is too little to go by, or too much."""
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    words = OWN.findall(f"{claim.sentence.exact[:start]} {claim.sentence.exact[end:]}")
    kept = list(dict.fromkeys(word for word in words if word.casefold() not in (STOP | NO_NAMES)))
    return " ".join(kept) if MIN_WORDS <= len(kept) <= MAX_WORDS and claim.assertion.kind in FIGURES else ""


def names_and_noun(claim: Claim) -> str:
    """The last words of the names in a sentence and what is counted or done, for full text; empty without both."""
    sentence = claim.sentence.exact
    names = [found.group().split()[-1] for found in NAMES.finditer(sentence, 1)]
    first = NAMES.match(sentence)
    if first and " " in first.group():
        names.insert(0, first.group().split()[-1])
    said = claim.assertion
    noun = (said.attribute.label.split()[0] if said.attribute else None) or said.verb or said.head
    return (
        " ".join(dict.fromkeys([*names[:2], noun])) if names and noun and claim.assertion.kind is not Kind.ROLE else ""
    )


def wide(keys: Sequence[str]) -> tuple[str, ...]:
    """Blocking keys, those of an amount of money in the other common currencies too: that slip is easily made."""
    sums = [key for key in keys if any(f"|{code}" in key for code in CURRENCIES)]
    other = [key.replace(f"|{code}", f"|{new}") for key in sums for code in CURRENCIES for new in CURRENCIES]
    return tuple(dict.fromkeys((*keys, *other)))
