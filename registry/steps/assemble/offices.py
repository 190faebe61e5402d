"""How offices and their holders are written, and the tables of offices and of public acts.

A newcomer's mistake: any noun before a name. Offices are a table; the name must look like a person's.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import Any

from registry.steps.resolve.words import DATA

PARTICLES = "de|van|von|bin|al|el|da|del|la|der|den|ter"
TITLES = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|Judge|Justice)\.? )?"
WORD = r"[A-Z](?:'[A-Z]|[a-z]*[A-Z])?[\w-]*[a-z][\w-]*"
NAME_SHAPE = rf"(?:{WORD}|[A-Z]\.)(?:(?: (?:\"[A-Z]\w+\"|{WORD}|[A-Z]\.|{PARTICLES})){{0,3}} {WORD})"
ORGANISATION = r"(?:the )?[A-Z][\w'&.-]*(?: (?:of|for|and|the|de|on)(?: the)? (?=[A-Z])| ?[A-Z][\w'&.-]*)*"
OWNER = rf"(?:{ORGANISATION}|[a-z]+(?: [a-z]+){{0,2}}?(?='s |' |[,.;)]| (?:and|who|in|since|said)\\b|$))"
ADVERBS = (
    r"(?:then|now|currently|also|once|until recently|at the time|previously|formerly|for many years"
    r"|since (?:\d{4}|[A-Z]?[a-z]+(?: \d{4})?)|until (?:\d{4}|[A-Z]?[a-z]+(?: \d{4})?)|in \d{4}|from \d{4} to \d{4})"
)
THEN = r"(?:,? (?:(?:at|of) the time|in \d{4}|since \d{4}|until \d{4}))?"
LEADS = {"heads": "head", "headed": "head", "leads": "leader", "led": "leader", "chairs": "chair", "chaired": "chair"}
LETTERS = re.compile(r"[a-z]+")


@lru_cache(maxsize=1)
def tables() -> dict[str, Any]:
    """The offices and the verbs of public acts."""
    return tomllib.loads((DATA / "offices.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def shapes() -> tuple[re.Pattern[str], ...]:
    """The patterns of an office before a name, after a name, and before a colon."""
    data = tables()["offices"]
    heads = "|".join([r"chief(?: [a-z]+){1,2} officer", *sorted(map(re.escape, data["heads"]), key=len, reverse=True)])
    parts = "|".join(sorted(map(re.escape, data["parts"]), key=len, reverse=True))
    titled = rf"(?:(?:{parts})[ -])*(?:{heads})"
    before = re.compile(
        rf"(?<![\w-])(?P<office>(?i:(?:(?:{parts})[ -])+|(?:former|acting|deputy|interim) [a-z]+ )?"  # former
        rf"(?:[A-Z][\w.&'-]*(?:'s)? ){{0,3}}(?i:(?:(?:{parts}|[a-z]+ic|[a-z]+al)[ -]){{0,3}}(?:{heads}))"
        rf"(?i:-elect)?(?: and (?i:{titled}))?"  # and chief economist
        rf"(?: of (?!the )(?:[a-z]+(?= [A-Z])))?)"  # of staff
        rf"(?: (?:of|at|for) (?!the time)(?P<of>(?:the )?{OWNER}(?:'s [a-z]+)?(?= is |, )))?{THEN}"  # of the court,
        rf"(?:,? |,? (?:is|was|became|will be) ){TITLES}(?P<name>{NAME_SHAPE}|{WORD}(?![\w'-]| [A-Z]))"  # Mara Lind
    )
    after = re.compile(
        rf"(?P<name>{NAME_SHAPE}|{WORD})(?: of (?P<home>{ORGANISATION}))?(?:,? \(?\d\d\)?)?"  # Mara Lind, 48
        rf"(?:, (?:who (?:is|was|has been|had been)? ?)?(?:as )?(?:{ADVERBS},? )?| \(| (?:is|was|became|as|remains) |"
        rf" (?:has|had) been |, (?:who )?(?:was |is )?(?:named|appointed|elected) (?:as )?)"  # was
        rf"(?:the |a |an |its |their |his |her |our )?(?:(?P<owner>{OWNER})(?:'s|') )?"  # the bank's
        rf"(?P<office>(?:(?i:{parts})[ -])*(?:[a-z]+[ -]){{0,3}}?(?i:{heads})(?i:-elect)?(?: and (?i:{titled}))?)"
        r"\b(?![-'])"
        rf"(?: (?:of|at|for) (?P<of>(?:the )?{OWNER}(?:'s [a-z]+)?"  # of the institute
        r"|[a-z]+(?: and [a-z]+)?(?= (?:at|of|for|in|and) |[,.;)]|$)))?"  # of police
    )
    leads = re.compile(
        rf"(?P<name>{NAME_SHAPE}), who (?P<office>{'|'.join(LEADS)}) (?P<of>(?:the )?{OWNER})"  # who heads the bank
    )
    line = re.compile(
        rf"^\W*(?P<office>(?:[A-Z][\w.&'-]* ){{0,2}}(?i:{titled}))(?P<of> of [A-Z][\w' ]+?)?\s*:\s*{TITLES}"
        rf"(?P<name>{NAME_SHAPE})(?=\s*(?:$|[,(;]))"
    )
    return before, after, line, leads


@lru_cache(maxsize=1)
def head_words() -> frozenset[str]:
    """The last words of all offices."""
    return frozenset(LETTERS.findall(head)[-1] for head in tables()["offices"]["heads"]) | frozenset(LEADS)


@lru_cache(maxsize=1)
def office_words() -> frozenset[str]:
    """The words of offices, which no person's name contains."""
    return frozenset(tables()["offices"]["heads"]) | frozenset(tables()["offices"]["parts"])
