"""What speaks against a claim as the answer to a question.

A newcomer's mistake: a word of the question that nothing of the claim accounts for. It is mostly the word that counts:
"How many states have left?" is not answered by how many there are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.model.assertion import Claim, Kind
from registry.steps.ask.asking import FORMER, NEGATED
from registry.steps.ask.sorts import Sort
from registry.steps.ask.tense import untimely
from registry.steps.ask.wish import Wish
from registry.steps.match import concepts
from registry.steps.match.about import kindred
from registry.steps.match.entities import Same, compare, is_acronym
from registry.steps.match.portions import opposed
from registry.steps.match.profile import Profile, profile
from registry.steps.match.singled import PERSONS
from registry.steps.match.wishes import wishes
from registry.steps.match.words import WORD, content

ABOUT, UNSAID = 0.5, 0.45
WANTED = ("sought", "asked")
REACHED = re.compile(
    r"\b(?:to|for|on|against|from|by|at|among|in|into|onto|upon|under|over|across|after|before|between|towards?)"
    r"(?: (?:the|all|some|about|those))?(?: [\w-]+ [\w-]+(?: [\w-]+)?,? and)? ?$",
    re.IGNORECASE,
)
HAVE = frozenset(("have", "be", "comprise", "include", "consist", "number", "total", "contain", "there"))
WITHIN = re.compile(
    r"\b(?:in|at|on|across|against|with|among|under|over)(?: (?:the|all|some|about))? ?$", re.IGNORECASE
)
LIKE = 4  # "Israel" and "Israeli" begin alike
CONTRARY = ("vote against", "abstention")
AGAINST = re.compile(r"\b(?:against|no|nays?|noes|oppos\w+|reject\w*|abstain\w*|abstentions?)\b", re.IGNORECASE)
# "How much wine did", unlike "how much of the wine", "how much did it grow", "how much smaller is".
SUBSTANCE = re.compile(
    r"\W*how much (?!(?:of|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might|more|less"
    r"|fewer|higher|lower|bigger|smaller|larger|longer|shorter|faster|slower|older|younger|better|worse|cheaper|heavier"
    r"|lighter|taller|deeper|wider|farther|further)\b)[a-z]+\b(?!.*\bthan\b)",
    re.IGNORECASE,
)
HARM = frozenset(("casualties", "livestock", "damage"))
WAYS = {
    "high": "height",
    "tall": "height",
    "height": "height",
    "deep": "depth",
    "deepest": "depth",
    "depth": "depth",
    "below": "depth",
    "wide": "width",
    "broad": "width",
    "width": "width",
    "thick": "thickness",
    "thickness": "thickness",
    "long": "length",
    "length": "length",
}
HUMAN = frozenset(("people", "users", "work", "health", "offices", "protest", "votes", "casualties"))


def counts_less(wanted: Wish, claim: Claim) -> bool:
    """Whether a question asks for all that there are, and a claim counts those only that something was done to ("it
    was extended to six of them")."""
    if not wanted.whole or claim.assertion.kind is not Kind.COUNT:
        return False
    if any(concepts.default().family.get(act) in HARM for act in profile(claim).acts - wanted.concepts):
        return True
    return claim.assertion.verb not in (None, *HAVE) and REACHED.search(claim.span.prefix) is not None


def counts_other(wanted: Wish, seen: Profile, *, shared: frozenset[str]) -> bool:
    """Whether a claim counts something with a noun of its own that the question has not."""
    if wanted.counted is None or not seen.heads:
        return False
    own = seen.core | seen.named
    named = wanted.counted in spoken_for(wanted, shared & own) or bool(kindred(wanted.concepts, own))
    return not (named or wanted.words & (seen.heads | seen.modifiers) or (wanted.concepts & own))


def excluded(wanted: Wish, seen: Profile) -> bool:
    """Whether a word of the question excludes one that stands by the figure ("domestic", "foreign")."""
    near = {word for word, weight in seen.near.words if weight >= ABOUT} | seen.modifiers
    return any(opposed(narrows(word), narrows(other)) for word in wanted.words - near for other in near - wanted.words)


def narrows(word: str) -> tuple[str, str] | None:
    """What a word narrows and how; what was asked for was sought."""
    found = concepts.default().modifiers.get(word)
    return ("wish", WANTED[0]) if found and found[1] in WANTED else found


def doubts(wanted: Wish, claim: Claim, seen: Profile) -> float:
    """What speaks against a claim as an answer."""
    table, said = concepts.default().modifiers, claim.assertion
    strong = {word for word in seen.modifiers if word in table and word not in wanted.words}
    heard = {narrows(word) for word in seen.sentence | seen.modifiers}
    missing = {word for word in wanted.words if word in table and narrows(word) not in heard}
    against = (
        0.12 * bool(strong)
        + 0.3 * bool(missing)
        + 0.3 * (wanted.sort is not Sort.PERSON and bool(wishes(seen)) and not wishes_of(wanted))
    )
    if wanted.sort is Sort.AMOUNT and seen.dimension == "count":
        against += UNSAID if seen.heads & PERSONS else 0.08
    against += untimely(wanted.text, wanted.sort, claim) + UNSAID * votes_against(wanted, claim)
    gone = "previous" in said.notes and wanted.when is None
    part = bool(seen.near.part) and wanted.sort is not Sort.PERSON  # "president of the bank" is no part of one
    against += 0.2 * bool(seen.near.past) + 0.15 * part + 0.15 * gone
    extra = seen.named - wanted.concepts if wanted.concepts & seen.named else frozenset()
    against += 0.06 * len(extra)
    return against + spoken_against(wanted, claim) + _time(wanted, claim)


def votes_against(wanted: Wish, claim: Claim) -> bool:
    """Whether a claim counts those who were against something or abstained, and a question does not ask for them."""
    name = claim.assertion.attribute
    return name is not None and name.key in CONTRARY and not AGAINST.search(wanted.text)


def is_share(wanted: Wish, seen: Profile) -> bool:
    """Whether a question asks how much there is of something ("how much wine"), and a claim gives a share or by how
    many percent it differs."""
    return wanted.sort is Sort.AMOUNT and seen.dimension == "share" and SUBSTANCE.match(wanted.text) is not None


def wishes_of(wanted: Wish) -> bool:
    """Whether a question itself asks what somebody wanted or allowed."""
    table = concepts.default().modifiers
    return any(word in table and table[word][0] == "wish" for word in wanted.words)


def other_way(wanted: Wish, claim: Claim) -> bool:
    """Whether a question asks how wide something is, and a claim says how deep."""
    asked = {WAYS[word] for word in WORD.findall(wanted.text.lower()) if word in WAYS}
    label = claim.assertion.attribute.label if claim.assertion.attribute else ""
    said = {WAYS[word] for word in WORD.findall(f"{label} {claim.span.suffix[:16]}".lower()) if word in WAYS}
    return claim.assertion.kind is Kind.MEASURE and bool(asked and said) and not asked & said


def of_things(wanted: Wish, seen: Profile) -> bool:
    """Whether a question asks how many people, and a claim counts what nobody is."""
    if not wanted.people or not seen.heads or seen.heads & PERSONS:
        return False
    family = concepts.default().family
    return not any(family.get(one) in HUMAN for one in (seen.things or seen.acts))


def reached(wanted: Wish, claim: Claim, seen: Profile) -> bool:
    """Whether a claim counts what something was done to or happens in ("works in more than 16 countries"), and a
    question says nothing about that."""
    if claim.assertion.kind is not Kind.COUNT or not wanted.counted or not wanted.names:
        return False
    said = wanted.words - {wanted.counted} - seen.heads - seen.modifiers
    return not said and WITHIN.search(claim.span.prefix) is not None


def narrowed(wanted: Wish, seen: Profile) -> bool:
    """Whether a claim says of what it counts something that the question does not ("outstanding warrants")."""
    own = {word for word in seen.modifiers if word not in wanted.words}
    return wanted.sort is Sort.COUNT and bool(own or (wanted.concepts and seen.acts - wanted.concepts))


def spoken_against(wanted: Wish, claim: Claim) -> float:
    """What speaks against a claim because one of the two says "not", or "former", and the other does not."""
    against = UNSAID * (wanted.negated and not NEGATED.search(claim.sentence.exact))
    if wanted.sort is Sort.PERSON:
        held = claim.span.exact
        against += 0.3 * bool(FORMER.search(held) and not FORMER.search(wanted.text))
        against += (0.3 if wanted.leads else 0.15) * _beside(held, wanted)
    return against


def _beside(held: str, wanted: Wish) -> bool:
    """Whether an office is a narrower one than is asked for ("international justice director"), or another's."""
    own = {part[:LIKE] for name in wanted.names for part in content(name)}
    named = {word for phrase, found in concepts.default().phrases.items() if found & wanted.concepts for word in phrase}
    short = [part for part in WORD.findall(held) if is_acronym(part)]
    if wanted.names and any(all(compare(part, name) is not Same.YES for name in wanted.names) for part in short):
        return True  # the "US President" is nobody else's
    told = {word for part in WORD.findall(held) if part not in short for word in content(part)}
    return any(word not in named | wanted.words and word[:LIKE] not in own for word in told)


def _time(wanted: Wish, claim: Claim) -> float:
    """What speaks against a claim because of when it holds."""
    period = claim.assertion.scope.period
    if wanted.when is None or wanted.sort is Sort.DATE:
        return 0.0
    if period is not None:
        return 0.0 if period.meets(wanted.when) else 0.5
    return 0.0


def spoken_for(wanted: Wish, shared: frozenset[str]) -> frozenset[str]:
    """The words of a question that name a shared concept, alone or as a phrase ("arrest warrant")."""
    table = concepts.default()
    return frozenset(
        word for phrase in _phrases(wanted.words, table) if table.phrases[phrase] & shared for word in phrase
    )


@lru_cache(maxsize=1_024)
def _phrases(words: frozenset[str], table: concepts.Table) -> tuple[tuple[str, ...], ...]:
    """The phrases that name a concept and whose words are all among some."""
    return tuple(phrase for phrase in table.phrases if words.issuperset(phrase))
