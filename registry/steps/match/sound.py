"""Whether the words of a question that a machine put together are those of the sources.

A newcomer's mistake: asking by every name that was read. "The Norland crowd: how many todays?" costs a reader's trust;
the sentence itself with a blank does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.steps.match.profile import profile
from registry.steps.match.words import content, lists, stem
from registry.steps.phrases import UNCHANGED, headed, is_plural

WORDS = re.compile(r"[^\W\d_]+")
CAPITALS = 2
BOUNDS = frozenset(("start", "end", "beginning"))
# Nouns that a verb gave: "construction" for what was constructed.
MADE_NOUN = re.compile(r"\w{3,}(?:ion|ment|parture)$")
ROW = 3
# Names of what is done that nobody made up: other words on -ing are a verb made a noun ("the suffering of an attack").
DOINGS = frozenset(lists()["doings"]["words"].split())
HAPPENINGS = frozenset(lists()["happenings"]["words"].split())


def happens(whose: str) -> bool:
    """Whether a name is that of something that happens."""
    return bool(whose) and whose.split()[-1].casefold() in HAPPENINGS | DOINGS


def is_name(whose: str, claims: Sequence[Claim]) -> bool:
    """Whether people call a subject so: it is a name of its own or that of an event, a sentence or a title has it, or
    two documents came to it. A name and a noun that were only put together ("Norland crowd") and a heading in
    capitals are none."""
    words = whose.removeprefix("the ").split()
    if sum(len(word) > CAPITALS and word.isupper() for word in words) >= CAPITALS:
        return False
    if happens(whose) or words[-1][:1].isupper():
        return True
    text = " ".join(words).casefold()
    if any(text in f"{claim.source.title} {' '.join(claim.sentence.exact.split())}".casefold() for claim in claims):
        return True
    called = {c.source.id for c in claims if c.assertion.subject and c.assertion.subject.label.casefold() == text}
    return len(called) > 1


def is_counted(what: str, claims: Sequence[Claim]) -> bool:
    """Whether a sentence counts things by a name: all its words stand there, the noun as that of several."""
    return any(content(what) <= content(c.sentence.exact) and _several(what, c) for c in claims)


def _several(what: str, claim: Claim) -> bool:
    """Whether the noun of what is counted stands in the plural, or need not: "one man", "a 20-page report", a table."""
    value, line = claim.assertion.value, claim.sentence.exact
    alone = isinstance(value, Quantity) and value.low == value.high == 1
    if alone or claim.span.suffix.startswith("-") or len(WORDS.findall(line)) <= ROW or profile(claim).label:
        return True
    noun = stem(headed(what)[0].split(" ")[-1])
    alike = [word for word in WORDS.findall(claim.sentence.exact.lower()) if stem(word) == noun]
    return any(is_plural(word) or word in UNCHANGED for word in alike)


def is_told(what: str, whose: str, claims: Sequence[Claim]) -> bool:
    """Whether a sentence measures by a name: all its words stand there, or it says so in words that everybody knows for
    it, of whom it names ("Jon Adler, 34")."""
    words = content(what)
    if words and any(words <= content(claim.sentence.exact) for claim in claims):
        return True
    return any(profile(c).named and content(whose) and is_meant(whose, c.sentence.exact) for c in claims)


def is_meant(whose: str, sentence: str) -> bool:
    """Whether a sentence is about what has a name: it has all its words, or opens with "it" or "the bridge" for it.

    >>> is_meant("Weir Bridge", "It is 86 metres long."), is_meant("Weir Bridge", "The bridge is 86 metres long.")
    (True, True)
    >>> is_meant("Weir Bridge", "The old deck is 86 metres long.")
    False
    """
    first, second, *_ = [*sentence.lower().split(), "", ""]
    known = first in ("it", "its") or (first == "the" and second == whose.lower().split()[-1])
    return known or content(whose) <= content(sentence)


def is_dated(event: str, claims: Sequence[Claim]) -> bool:
    """Whether a sentence tells when something happens by a name: it is something done, and all its words stand there;
    of a beginning or end what begins or ends."""
    what, _, end = event.rpartition(" ")
    named = what if end in BOUNDS and what else event
    done = happens(named) or end in BOUNDS or MADE_NOUN.search(named) is not None
    words = content(named)
    return done and any(words <= content(claim.sentence.exact) for claim in claims)


def is_placed(whose: str, claims: Sequence[Claim]) -> bool:
    """Whether things may be said to happen in what has a name: an event, or a place by the word before it."""
    name = re.escape(whose.removeprefix("the "))
    inside = re.compile(rf"\b[Ii]n (?:the )?{name}\b")
    return happens(whose) or any(inside.search(f"{c.sentence.exact} {c.source.title}") for c in claims)
