"""The names in a draft's sentence, and who among the sources speaks about what has them.

A newcomer's mistake: trusting a subject that is no name. "The film has 31 reviews" is said of every film; only what
stands around it, the title of its document above all, tells which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from registry.model.assertion import Claim
from registry.steps.assemble.roles.offices import listed
from registry.steps.lint.problem import Witness
from registry.steps.match.entities import GENERIC, Same, compare, parts
from registry.steps.match.landmarks import RARE
from registry.steps.match.profile import profile
from registry.steps.match.words import rarity, stem
from registry.steps.resolve.words import words as told_words

LONG = re.compile(r"\b[A-Z][\w&’'-]+(?: (?:(?:of|the|de|la|and) )?[A-Z][\w&’'-]+)+")
FIRST = re.compile(r"[A-Z][a-z’'-]{3,}(?=, [a-z])")
SHORT = re.compile(r"(?<=[^.!?] )[A-Z][\w&’'-]{2,}")
_NO_NAMES = """
    the a an in on at by for from of to and but as after before since until during under over with within about
    around some only more less almost nearly every each both all its their his her this that these those when while
    although january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday mr mrs ms dr"""
NO_NAMES = frozenset(_NO_NAMES.split())


@lru_cache(maxsize=2_048)
def names(claim: Claim) -> tuple[str, ...]:
    """What the sentence of a claim names, without whoever says so."""
    sentence, subject = claim.sentence.exact, claim.assertion.subject
    found = [subject.label] if subject and subject.label[:1].isupper() and said(subject.label, sentence) else []
    first = FIRST.match(sentence)
    found += [first.group()] if first and rarity(stem(first.group())) >= RARE else []
    found += [word for word in sentence.split()[:1] if word.casefold() in told_words()["places.countries"]]
    found += [name for name in map(trimmed, LONG.findall(sentence)) if name]
    covered = {word for name in found for word in parts(name)}
    found += [word for word in SHORT.findall(sentence) if word.casefold() not in NO_NAMES and word not in covered]
    return tuple(dict.fromkeys(name for name in found if (first and name == first.group()) or not _speaks(claim, name)))


def said(name: str, sentence: str) -> bool:
    """Whether a sentence has a word of a name, and not in a longer one only; what it is about is else assumed."""
    if name in sentence:
        return True
    left = LONG.sub(lambda found: "" if found.group() not in name else found.group(), sentence)
    return any(part[:1].isupper() and part in left for part in parts(name))


def name_two(one: Claim, other: Claim) -> bool:
    """Whether two sentences name what they are about, and these are two."""
    first, second = one.assertion.subject, other.assertion.subject
    if first is None or second is None or not (first.label[:1].isupper() and second.label[:1].isupper()):
        return False
    told = said(first.label, one.sentence.exact) and said(second.label, other.sentence.exact)
    return told and compare(first.label, second.label) is Same.NO


def trimmed(words: str) -> str | None:
    """A name of several words, without what only opens a sentence or names a day; None where less is left.

    >>> trimmed("In October"), trimmed("The Vessel Island")
    (None, 'Vessel Island')
    """
    kept = [word for word in words.split() if word.casefold() not in NO_NAMES]
    return " ".join(kept) if sum(word[0].isupper() for word in kept) > 1 else None


def _speaks(claim: Claim, name: str) -> bool:
    """Whether a name is that of whoever says so, or of somebody with an office, who mostly does."""
    speaker = claim.assertion.asserted_by
    if name.split()[0].lower() in listed("heads"):
        return True
    return speaker is not None and bool(set(parts(name)) & set(parts(speaker.label)))


def heard(name: str, other: Claim, named: AbstractSet[str] = frozenset()) -> bool:
    """Whether a name, another form of it or a word of it stands around a stored claim, or among other names."""
    if any(compare(name, told) is Same.YES for told in _told(other)[:3] if told):
        return True
    words = {stem(word) for word in parts(name) if word[:1].isupper()}
    rare = {word for word in words if rarity(word) >= RARE}
    # "United Nations" is not heard in "member nations"; "Stations" may open a sentence without being a name.
    known = _proper(other) if len(words) > 1 and not rare else _words(other)
    return not words or bool((rare or words) & (known | named))


def around(name: str, rival: str, other: Claim) -> bool:
    """Whether a name, or a word of it that its rival does not share ("Sorn" of "Lake Sorn", not "Varn"), stands around
    a claim."""
    said, told = other.assertion, (other.sentence.exact, other.source.title or "")
    words = {stem(word) for text in (*told, said.topic or "") for word in parts(text)}
    proper = {stem(word) for word in parts(name) if word[:1].isupper()} - GENERIC
    return bool((proper - {stem(word) for word in parts(rival)}) & words) or any(
        name.casefold() in text.casefold() for text in told
    )


def _told(other: Claim) -> tuple[str, ...]:
    """What a stored claim is about, in the order of how closely it is said, and its sentence."""
    said, source = other.assertion, other.source
    subject = said.subject.label if said.subject else ""
    return subject, said.topic or "", source.title or "", other.sentence.exact, source.publisher or ""


@lru_cache(maxsize=8_192)
def _words(other: Claim) -> frozenset[str]:
    """The stems around a stored claim: its sentence, what it is about, its document's title and publisher."""
    return frozenset(stem(word) for name in _told(other) for word in parts(name)) | profile(other).context


@lru_cache(maxsize=8_192)
def _proper(other: Claim) -> frozenset[str]:
    """The stems around a stored claim that may be of names."""
    return frozenset(word for name in _told(other) for word in proper(name))


def standing_around(other: Claim) -> frozenset[str]:
    """The stems around a stored claim."""
    return _words(other)


def apart(claim: Claim, other: Claim) -> bool:
    """Whether the draft's sentence has a name that is not heard around a stored claim."""
    return bool(unheard(claim, other))


def unheard(
    claim: Claim,
    other: Claim,
    named: AbstractSet[str] = frozenset(),
    *,
    common: AbstractSet[str] = frozenset(),
    slipped: bool = False,
) -> frozenset[str]:
    """The names of the draft's sentence that are not heard around a stored claim, nor among the names given. That of
    what the sentence is about has to be among the common ones, but where its figure is a slip of the stored one."""
    subject = claim.assertion.subject
    own = subject.label if subject and not slipped else ""
    return frozenset(name for name in names(claim) if not heard(name, other, common if name == own else named))


def proper(sentence: str) -> frozenset[str]:
    """The stems of the words of a sentence that may be names.

    >>> sorted(proper("In October Alpenhof bid for Mossdale."))
    ['alpenhof', 'mossdal']
    """
    words = (word for word in parts(sentence) if word[:1].isupper() and word.casefold() not in NO_NAMES)
    return frozenset(map(stem, words))


def about(claim: Claim, witnesses: Sequence[Witness]) -> frozenset[str]:
    """The ids of those who speak about what the draft names: who hears the most of its names, and whoever has the
    same subject as one of these."""
    subject = claim.assertion.subject
    assumed = [subject.label] if subject and subject.label[:1].isupper() else []
    told = dict.fromkeys((*names(claim), *assumed))
    counts = {one.id: sum(heard(name, one.claim) for name in told) for one in witnesses}
    most = max(counts.values(), default=0)
    leading = [one for one in witnesses if counts[one.id] == most]
    whose = [name for one in leading if (name := _whose(one.claim))]
    return frozenset(
        one.id
        for one in witnesses
        if counts[one.id] == most or any(compare(_whose(one.claim), name) is Same.YES for name in whose)
    )


def _whose(other: Claim) -> str:
    """The name of what a stored claim is about: its subject's, else that of its document."""
    subject, topic, title = _told(other)[:3]
    return next((name for name in (subject, topic, title) if name[:1].isupper()), "")
