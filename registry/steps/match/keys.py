"""Blocking keys, so that a new claim meets only claims that could share a fact; and the content key of a fact.

A newcomer's mistake: a key that thousands of claims share ("people"). Every key pairs a name or a topic with what is
counted, so its bucket grows with what is written about that name and not with the registry.
"""

from __future__ import annotations

import hashlib
import re
from itertools import islice

from registry.model.assertion import Behaviour, Claim
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps.match import concepts, taught
from registry.steps.match.entities import acronyms, bare
from registry.steps.match.portions import exclusive
from registry.steps.match.profile import Profile, drawn, profile
from registry.steps.match.stated import attribute_words
from registry.steps.match.taught import Taught
from registry.steps.match.wishes import wishes

ALL = 24


def keys(claim: Claim, lessons: Taught = taught.NOTHING) -> tuple[str, ...]:
    """The keys under which a claim is filed and looked up in the registry, sorted, at most two dozen.

    Lessons only add keys, those of the words that somebody joined with the claim's: what was filed before is found.
    """
    seen = drawn(claim, concepts.shipped())
    what, whose = [*otherwise(claim, lessons), *things(seen, 4)], names(claim)
    found = [f"{name}|{thing}|{seen.dimension}" for name in whose for thing in what]
    found = [f"{name}|{seen.dimension}|{figure}" for name in whose[:4] for figure in figures(claim)] + found
    return tuple(sorted(islice(dict.fromkeys(found), ALL)))


def wide_keys(claim: Claim) -> tuple[str, ...]:
    """Coarser keys, for the claims of a few documents that are about one subject anyway."""
    seen = profile(claim)
    words = sorted(seen.near.words, key=lambda item: (-item[1], item[0]))[:8]
    found = [f"{thing}|{seen.dimension}" for thing in things(seen, 6)]
    found += [f"{word}|{seen.dimension}" for word, _ in words]
    found += [f"{seen.dimension}|{figure}" for figure in figures(claim)]
    return tuple(sorted(dict.fromkeys(found)))


def things(seen: Profile, most: int) -> list[str]:
    """What is counted: the concepts of the attribute, those named closest, the head noun."""
    near = sorted(seen.near.concepts, key=lambda item: (-item[1], item[0]))
    found = sorted(seen.named) + [concept for concept, weight in near if weight >= 0.25] + sorted(seen.heads)
    return list(dict.fromkeys(found))[:most]


def otherwise(claim: Claim, lessons: Taught) -> list[str]:
    """What is counted in the words that somebody joined with the claim's."""
    others = lessons.others(attribute_words(claim)) if lessons else []
    found = [(concepts.named(words, concepts.shipped()), words) for words in others]
    return [thing for named, words in found for thing in (*sorted(named.concepts), words[-1])][:4]


def names(claim: Claim) -> list[str]:
    """Short forms of what a claim is about: words of its subject and its initials, its place, its document's topic and
    title. Initials come early: only the first keys are kept, and a question may have nothing but "the ICC"."""
    seen = profile(claim)
    told = [name for name in (seen.subject, seen.topic, seen.place, claim.source.title) if name]
    words = [[word for word in sorted(bare(name)) if len(word) > 2] for name in told]
    short = sorted({short for name in told[:1] for short in acronyms(name) if len(short) > 2})
    first = words[0] if words else []
    return list(dict.fromkeys([*first, *short, *(word for some in words[1:] for word in some)]))[: 8 + len(short)]


def figures(claim: Claim) -> list[str]:
    """The figure, where it is unusual enough to point to a fact."""
    value = claim.assertion.value
    if not isinstance(value, Quantity) or value.low is None or len(value.low.normalize().as_tuple().digits) < 2:
        return []
    return [format(value.low.normalize(), "f")]


def fact_key(claim: Claim, lessons: Taught = taught.NOTHING) -> str:
    """The content key of the fact that a claim answers; equal keys are the same fact for sure.

    A claim about nobody in particular is only sure to speak of what its own document speaks of. With other lessons the
    key may be another one.
    """
    with taught.using(lessons):
        return content_key(claim)


def content_key(claim: Claim) -> str:
    """The key with the concepts in use."""
    seen, scope = profile(claim), claim.assertion.scope
    whose = " ".join(sorted(bare(seen.subject))) if seen.subject else f"in {document(claim)}"
    what = " ".join(sorted(seen.named)) or claim_words(claim)
    narrow = " ".join(sorted(seen.modifiers | set(scope.qualifiers) | exclusive(seen) | wishes(seen)))
    when = dated(scope.period) or ("" if claim.assertion.behaviour is Behaviour.STATE else happened(claim))
    parts = [whose, what, narrow, seen.dimension, scope.place or "", when, claim.assertion.direction or ""]
    parts.append(claim.assertion.status.value)
    told = re.sub(r"\s+", " ", "|".join(parts)).lower()
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def claim_words(claim: Claim) -> str:
    """What a claim counts in its own words; without any, the claim stands alone."""
    said = claim.assertion
    if said.attribute and profile(claim).heads:
        return said.attribute.key
    return f"{document(claim)} {claim.span.start}"


def happened(claim: Claim) -> str:
    """When it happened, for what does not hold from one moment to the next."""
    scope = claim.assertion.scope
    return dated(scope.as_of) if scope.as_of_from == "stated" else f"known in {document(claim)}"


def document(claim: Claim) -> str:
    """Which document makes a claim, wherever it lies: a folder that is renamed changes no fact."""
    return claim.source.digest or claim.source.id


def dated(moment: Moment | None) -> str:
    """A period as its ends."""
    return f"{moment.low}/{moment.high}" if moment else ""
