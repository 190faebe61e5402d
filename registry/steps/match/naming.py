"""What a fact is called in its question: the name of what it is about, and of what is counted or measured.

A newcomer's mistake: taking the first claim's words. Claims of one fact call it differently; most of them decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from registry.model.assertion import Claim, Kind
from registry.steps.match import concepts
from registry.steps.match.entities import peoples
from registry.steps.match.profile import profile
from registry.steps.match.stated import names_any
from registry.steps.match.words import content
from registry.steps.phrases import named

OPEN = re.compile(r" (?:that|who|which) |\w (?!\w*eed$)(?:\w+ed|taken|sold|built|paid|spent|lost|raised)$")
VAGUE = frozenset(("date", "time", "day", "year", "month", "week", "period", "quarter", "figure", "number", "amount"))
NOTHING = "figure"


def spokesman(claims: Sequence[Claim]) -> Claim:
    """The claim that says most clearly what it is about."""
    if len(claims) == 1:
        return claims[0]
    return max(claims, key=lambda c: (bool(c.assertion.subject), names_any(c), c.checkworthy, c.source.id))


def subject(claims: Sequence[Claim]) -> str:
    """What the claims are about as it stands in a sentence: the longest of the most frequent names."""
    told = Counter(c.assertion.subject.label for c in claims if c.assertion.subject)
    if not told:
        return ""
    label = max(told, key=lambda name: (told[name] > 1, len(name), told[name], name))
    return label if spokesman(claims).assertion.kind is Kind.ROLE else named(label, [c.sentence.exact for c in claims])


def attribute(claims: Sequence[Claim]) -> str:
    """What is counted or measured, in the words used most often; of those, the words that the most sentences have."""
    told = Counter(c.assertion.attribute.label for c in claims if c.assertion.attribute)
    if told:
        texts = [content(c.sentence.exact) for c in claims] if len(told) > 1 else []
        shared = {name: sum(content(name) <= text for text in texts) for name in told}
        best = max(told, key=lambda name: (name not in VAGUE, told[name], shared[name], -len(name), name))
        return cased(best, claims)
    known = sorted(profile(claims[0]).named)
    return concepts.default().label[known[0]] if known else claims[0].assertion.head or NOTHING


def cased(label: str, claims: Sequence[Claim]) -> str:
    """A label with the capitals and hyphens of the sentences ("Russian arrest warrant", "EBIT", "non-stop flight")."""
    texts = " ".join(c.sentence.exact.partition(" ")[2] for c in claims)
    small = set(re.findall(r"\b[a-z]+\b", texts))
    names = {
        word.lower(): word for word in re.findall(r"\b[A-Z](?:[a-z]+|[A-Z]+)\b", texts) if word.lower() not in small
    }
    names |= {word: word.capitalize() for word in label.split(" ") if word in peoples()}
    told = " ".join(names.get(word, word) for word in label.split(" "))
    for joined in sorted(set(re.findall(r"\b[a-z]+-[a-z]+\b", texts))):
        told = re.sub(rf"\b{joined.replace('-', ' ')}\b", joined, told)
    return told


def of(whose: str) -> str:
    """Whose it is, as an ending."""
    return f" of {whose}" if whose else ""


def owned(what: str, whose: str) -> str:
    """What something of somebody's is called; a name that says it already is not told twice.

    >>> owned("cost", "the bridge"), owned("area burned", "Canada"), owned("heat wave", "the Norland heatwave")
    ('cost of the bridge', 'area burned (Canada)', 'Norland heatwave')
    """
    name = bare(whose)
    parts = name.casefold().split()
    if what.replace(" ", "").casefold() in ("".join(parts[at:]) for at in range(len(parts))):
        return name
    if name and what.casefold().endswith(f" {name}".casefold()):
        return what
    return f"{what} ({name})" if whose and OPEN.search(what) else f"{what}{of(whose)}"


def bare(whose: str) -> str:
    """A name without its article."""
    return whose.removeprefix("the ")
