"""How much a sentence deserves a check, from named features with weights that a file holds.

A newcomer's mistake: a threshold. The score orders lists; nothing is thrown away for a low one.
"""

from __future__ import annotations

import json
import math
import re
from functools import lru_cache

from registry.steps.resolve.words import DATA

SHAPES = {
    "has value": re.compile(
        r"\d|\b(?:million|billion|trillion|percent|per cent|half|third|quarter|double[sd]?"
        r"|dozens?|hundreds?|thousands?)\b",
        re.I,
    ),
    "has name": re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+"),
    "has date": re.compile(
        r"\b(?:19|20)\d\d\b"
        r"|\b(?:january|february|march|april|june|july|august|september|october|november|december"
        r"|yesterday|last (?:year|month|week))\b",
        re.I,
    ),
    "past or present verb": re.compile(r"\b(?:was|were|is|are|has|have|had|did|\w+ed)\b", re.I),
    "compares": re.compile(
        r"\b(?:more|less|most|least|higher|lower|fewer|largest|first|only|never|every|than|record|increase\w*|decrease\w*|rise|rose|fell|cut)\b",
        re.I,
    ),
    "first person": re.compile(r"\b(?:I|we|my|our|us|me)\b", re.I),
    "opinion": re.compile(
        r"\b(?:i think|i believe|believe|feel|hope|great|wonderful|terrible|beautiful"
        r"|best|worst|amazing|love|honou?r|proud|thank\w*|bless|god|dream)\b",
        re.I,
    ),
    "exhortation": re.compile(r"\b(?:must|should|let us|let's|need to|ought|please|call on|will)\b", re.I),
    "question": re.compile(r"\?\W*$"),
    "attributed": re.compile(r"\b(?:said|according to|told|reported)\b", re.I),
    "hypothetical": re.compile(r"\b(?:if|would|could|might)\b", re.I),
}
SHORT, LONG = 8, 18


def features(sentence: str) -> frozenset[str]:
    """The named features that a sentence has."""
    found = {name for name, shape in SHAPES.items() if shape.search(sentence)}
    size = len(sentence.split())
    return frozenset(found | ({"short"} if size < SHORT else {"long"} if size > LONG else set()))


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature, as fitted."""
    return {
        name: float(weight) for name, weight in json.loads((DATA / "worth.json").read_text(encoding="utf-8")).items()
    }


def worth(sentence: str) -> float:
    """How much a sentence deserves a check, from 0 to 1."""
    known = weights()
    total = known["bias"] + sum(known.get(name, 0.0) for name in features(sentence))
    return 1 / (1 + math.exp(-total))
