"""The tables of offices and of public acts, and how the names of those who hold and do them are written.

A newcomer's mistake: any noun before a name. Offices are a table; the name must look like a person's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from registry.steps.kept import toml
from registry.steps.resolve.words import DATA

PARTICLES = "de|van|von|mac|bin|ibn|al|el|da|del|dos|la|le|der|den|ter|ten|zu|e"
TITLES = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Judge|Justice|Rev|Reverend|Fr|Sister|Brother|Hon"
    r"|Cllr|Councillor|Sgt|Sergeant|Insp|Inspector|Det|Detective|Supt|Superintendent|Const|Constable|PC|DCI|DS|DI"
    r"|Lt|Lieutenant|Capt|Captain|Maj|Major|Col|Colonel|Gen|General|Brig|Brigadier|Cdr|Commander|Adm|Admiral|Commodore"
    r"|Cmdr|Cpl|Corporal|Pte|Private|Rear|Vice|Chief|Venerable|Rt|Right|Very|Most|Honourable|Sheikh|Haji|Engr"
    r"|Ambassador|Baroness|Baron|Count|Countess)\.? )*"
)
BIG, SMALL = r"[^\W\d_a-zß-öø-ÿ]", r"[^\W\d_A-ZÀ-ÖØ-Þ]"
WORD = rf"(?:[a-z]{{1,3}}-|[dDlLO]')?{BIG}(?:'[A-Z]|[a-z]*[A-Z])?[\w-]*{SMALL}[\w-]*"
INITIAL = r"[A-Z]\."
NAME_SHAPE = rf"(?:{WORD}|{INITIAL})(?:(?: (?:\"[A-Z]\w+\"|{WORD}|{INITIAL}|{PARTICLES})){{0,3}} {WORD})"
HONOURS = r"(?:,? (?:KC|QC|SC|MP|MEP|MSP|TD|MLA|OBE|MBE|CBE|PhD|MD|Jr\.?|Sr\.?|II|III|IV|RN|RA))*"
LEADS = {
    word: told
    for told, verbs in {
        "head": "heads headed runs ran",
        "manager": "manages managed",
        "leader": "leads led",
        "chair": "chairs chaired",
        "commander": "commands commanded",
        "editor": "edits edited",
        "captain": "captains captained",
        "director": "directs directed",
        "president": "presides presided",
        "coach": "coaches coached",
    }.items()
    for word in verbs.split()
}
LETTERS = re.compile(r"[a-z]+")


@lru_cache(maxsize=1)
def tables() -> dict[str, Any]:
    """The offices and the verbs of public acts."""
    return toml((DATA / "offices.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def listed(name: str) -> frozenset[str]:
    """A list of the table of offices as a set."""
    return frozenset(tables()["offices"][name])


@lru_cache(maxsize=1)
def head_words() -> frozenset[str]:
    """The last words of all offices and posts."""
    named = (LETTERS.findall(head)[-1] for head in listed("heads") | listed("posts"))
    return frozenset(named) | frozenset(LEADS)


@lru_cache(maxsize=1)
def office_words() -> frozenset[str]:
    """The words of offices, which no person's name contains."""
    return listed("heads") | listed("parts")
