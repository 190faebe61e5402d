"""What the verb and the unit of a claim tell of what is counted: "signed up", "made 130,000 tonnes".

A newcomer's mistake: the bare verb. Who has signed up for a race has signed nothing.
"""

from __future__ import annotations

from itertools import pairwise

from registry.model.assertion import Claim
from registry.steps.match import concepts
from registry.steps.match.words import WORD, stem

MADE_BY, MAKING = (
    frozenset(("mass", "volume", "energy")),
    frozenset(stem(w) for w in ["make", "made", "produce", "generate", "mine", "extract", "brew"]),
)


def by_measure(
    claim: Claim, sort: str, things: frozenset[str], acts: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The same where the unit tells more than the words: an "output of 310 MW" is a capacity, and who "made 130,000
    tonnes" produced them."""
    said = claim.assertion
    if sort in ("power", "energy") and "wind_speed" in things:
        things = things - {"wind_speed"} | {"wind_power"}
    if sort == "power" and "produced" in acts:
        return things | {"capacity"}, acts - {"produced"}
    if sort == "share":
        acts = acts - {"capture"}  # "captured 13 percent"
    if sort in MADE_BY and not things - {"mass", "volume"} and said.verb and last_verb(said.verb) in MAKING:
        return frozenset(), acts | {"produced"}
    return things, acts


def root(verb: str) -> str:
    """The stem of a verb; a reader may leave a doubled consonant at its end ("acquitt")."""
    found = stem(verb)
    return found[:-1] if len(found) > 3 and found[-1] == found[-2] and found[-1] not in "lsz" else found


def phrasal(claim: Claim, table: concepts.Table) -> tuple[str, ...]:
    """The stem of a verb that names a concept, with the small word behind it where both name another."""
    verb = root(claim.assertion.verb or "")
    if (verb,) not in table.phrases:
        return (verb,)
    known = {words[1] for words in table.phrases if len(words) == 2 and words[0] == verb}
    if not known:
        return (verb,)
    told = [stem(word) for word in WORD.findall(claim.sentence.exact)]
    behind = next((two for one, two in pairwise(told) if two in known and root(one) == verb), None)
    return (verb, behind) if behind else (verb,)


def last_verb(said: str | None) -> str:
    """The stem of the last word of a verb phrase; "" where a reader took a sign for a verb."""
    last = said.split()[-1] if said and said.split() else ""
    return root(last) if last.isalpha() else ""
