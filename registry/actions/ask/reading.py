"""How people type questions: in a hurry, without the mark, with letters that changed places.

A newcomer's mistake: mending a word that the registry knows. Only one that stands nowhere in it can be a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from rapidfuzz.distance import OSA

from registry.actions.ask.finding import BY_WORDS, WORD, claims_with, telling
from registry.actions.ask.naming import names_of
from registry.actions.facts import past
from registry.actions.views import FactRow
from registry.steps.ask import is_question, split, translated
from registry.steps.ask.asking import implied, light, same
from registry.steps.ask.sorts import sort_of
from registry.steps.match import concepts
from registry.steps.match.words import rarity, stem
from registry.store import ReadSession
from registry.store.queries import search

OPENS = frozenset(
    ("how", "what", "which", "who", "whose", "when", "where", "is", "are", "was", "were", "do", "does", "did", "has")
)
OF = re.compile(
    r"(?:the )?(?:total )?(?:number|amount|share|percentage|proportion|cost|price|value|date|year|age|length|height"
    r"|depth|width|size|area|weight|mass|speed|population|capacity|budget|turnout) of\b(?!.*\d)",
    re.IGNORECASE,
)
# "When it opened it had 60 members" is no question, though no point ends it.
CLAUSE = re.compile(
    r"(?:when|where) (?!(?:is|are|was|were|do|does|did|has|have|had|will|can|could|should|would)\b).*\d", re.IGNORECASE
)
# "She was convicted on how many counts?", "members how many"
LATE = re.compile(
    r"(?P<before>[^,;:?]+?)(?: (?:on|in|at|to|for|by|from|with|of|since))? (?P<asked>"
    r"how (?:many|much|long|far|high|old)\b[^,;:?]*|(?:since )?when|(?:which|what) (?:year|day))\s*\?*$",
    re.IGNORECASE,
)
SHORT, LONG = 5, 8
START = 3


class Put(NamedTuple):
    """A question as it is looked up, the language it was asked in where that is not English, and a word of it that no
    table of that language has."""

    text: str
    language: str | None = None
    unknown: str | None = None


def questions(text: str) -> list[Put]:
    """The questions in a text; one in another language as an English one."""
    found = translated(text)
    if found is not None:
        return [Put(*found)]
    return [Put(part) for part in split(marked(text)) if is_question(part)]


def marked(text: str) -> str:
    """A question with its mark, which people leave out when they are in a hurry, and with its verb.

    >>> marked("how many members"), marked("number of members"), marked("64 members")
    ('how many members?', 'What is the number of members?', '64 members')
    >>> marked("When it opened it had 60 members"), marked("How many members. Tell me")
    ('When it opened it had 60 members', 'How many members. Tell me')
    """
    plain = text.strip()
    if not plain or plain.endswith((".", "!", '"', "”")) or len(split(plain)) != 1 or "?" in plain[:-1]:
        return text
    if sort_of(plain) is None and (late := LATE.match(plain)) and plain.split()[0].casefold() not in OPENS:
        return f"{late['asked']} {late['before']}?"
    if plain.endswith("?"):
        return text
    if OF.match(plain):
        bare = re.sub("^the ", "", plain, flags=re.IGNORECASE)
        return f"What is the {bare[0].lower()}{bare[1:]}?"
    return f"{plain}?" if plain.split()[0].casefold() in OPENS and not CLAUSE.match(plain) else text


def respelt(session: ReadSession, text: str, near: Iterable[FactRow], at: datetime | None = None) -> dict[str, str]:
    """The words of a question that stand nowhere in the registry, each with the one word that it must be a slip of: a
    word of facts near it, or of a name that begins alike."""
    known = {word.lower(): word for row in near for word in WORD.findall(row.question)}
    known |= {word.removesuffix("s"): word.removesuffix("s") for word in known if word == known[word]}
    found: dict[str, str] = {}
    for word in telling(text):
        if len(word) < SHORT or stands(session, word, at):
            continue
        names = names_of(claims_with(session, word[:START], at))
        every = {part.lower(): part for name in names.values() for part in WORD.findall(name)} | known
        meant = slip_of(word.lower(), every)
        if meant and (every[meant] != meant or word.islower()):
            found[word] = every[meant]
    return found


def unknown(session: ReadSession, text: str, at: datetime | None = None) -> str | None:
    """The first word of a question, written small, that stands nowhere in the registry and is neither a usual word nor
    one for what is counted: most likely a name that nobody knows ("how many members does the alden council have")."""
    for word in telling(text):
        plain = word.islower() and len(word) >= SHORT - 1 and rarity(stem(word)) == 1.0
        if plain and not _is_known(stem(word)) and not stands(session, word, at):
            return word
    return None


def _is_known(word: str) -> bool:
    """Whether a stem is one that others may stand for."""
    return word in concepts.default().starts or word in same() or word in implied() or word in light()


def stands(session: ReadSession, word: str, at: datetime | None) -> bool:
    """Whether a word stands in any claim of the registry, or stood in one at a moment that has passed."""
    found = search.find(session, "claim", word, limit=1 if at is None else BY_WORDS)
    return bool(found if at is None else past.rows_then(session, found, at))


def slip_of(word: str, known: Iterable[str]) -> str | None:
    """The one word of some that differs by a letter or by two that changed places, or by two of those in a long word.

    >>> slip_of("hosues", {"houses", "cars"}), slip_of("houses", {"houses"}), slip_of("tests", {"tents", "texts"})
    ('houses', None, None)
    """
    most = 1 if len(word) < LONG else 2
    close = {one for one in known if len(one) >= SHORT - 1 and 0 < OSA.distance(word, one, score_cutoff=most) <= most}
    if word in known or len({stem(one) for one in close}) != 1:
        return None
    return min(close, key=lambda one: (OSA.distance(word, one), one))


def mended(text: str, slips: Mapping[str, str]) -> str:
    """A question with its slips mended.

    >>> mended("How many hosues burnt?", {"hosues": "houses"})
    'How many houses burnt?'
    """
    return WORD.sub(lambda match: slips.get(match.group(), match.group()), text)
