"""Who holds which office in French, German and Spanish: "le maire, Paul Renard", "Finanzministerin Karla Voss".

A newcomer's mistake: one order of words. The name stands right behind the office, behind what the office is for and a
comma, or before the office and a comma. The label is English, so that it meets that of other documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from registry.steps.assemble.roles.offices import NAME_SHAPE
from registry.steps.kept import toml
from registry.steps.resolve import Story, looks_personal
from registry.steps.resolve.foreign import table
from registry.steps.resolve.words import DATA

NAME = rf"(?P<name>{NAME_SHAPE})"
STOP = r"(?=[,.;:)\"]|$)"
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices of a language: its patterns, and what a head and a field are called in English."""

    cue: re.Pattern[str]
    ways: tuple[re.Pattern[str], ...]
    heads: dict[str, str]
    fields: dict[str, str]
    bodies: frozenset[str]


def offices_abroad(flat: str, code: str, story: Story) -> Iterator[tuple[int, int, str, str]]:
    """The offices of a sentence with their places, English labels and holders."""
    known = offices(code)
    if known.cue.search(flat) is None:
        return
    taken: set[int] = set()
    for way in known.ways:
        for hit in way.finditer(flat):
            person = story.expand(plain(hit["name"], code))
            parts = {part.lower() for part in person.split()}
            if hit.start("head") in taken or not looks_personal(person) or parts & known.bodies:
                continue
            taken.add(hit.start("head"))
            end = hit.end("of") if hit["of"] else hit.end("head")
            yield hit.start("word"), end, label(hit, known), person


def plain(name: str, code: str) -> str:
    """A name without the verb that opens its sentence: "Responde Ana Olmedo"."""
    first, _, rest = name.partition(" ")
    said = table(code).speech
    return rest if first.lower() in said["verbs"] | said["announcing"] and " " in rest else name


def label(hit: re.Match[str], known: Offices) -> str:
    """What an office is called in English, with the field of a minister before it and the body it is for behind."""
    head = known.heads[hit["head"].lower()]
    front = hit.groupdict().get("field") or ""
    field = known.fields.get(front.lower().removesuffix("-").removesuffix("s")) or known.fields.get(front.lower())
    of = (hit["what"] or "").strip()
    field = field or known.fields.get(of.lower())
    if field:
        return f"{field} {head}" if of.lower() in known.fields or not of else f"{field} {head} of {of}"
    return f"{head} of {of}" if of else head


@cache
def offices(code: str) -> Offices:
    """The offices of a language as patterns."""
    raw = toml((DATA / "offices_abroad.toml").read_text("utf-8"))[code]
    heads = {form.lower(): name for name, forms in raw["heads"].items() for form in forms}
    fields = {form: name for name, forms in raw["fields"].items() for form in forms}
    either = "|".join(re.escape(form) for form in sorted(heads, key=len, reverse=True))
    front = r"(?P<field>[^\W\d_][\w-]*?)?" if code == "de" else ""
    word = rf"(?<![\w'-])(?P<word>{front}(?P<head>(?i:{either})))(?![\w-])"
    joints = "|".join(re.escape(form) for form in sorted(raw["joints"], key=len, reverse=True))
    of = rf"(?P<of>(?: (?:{joints})(?:(?<=')| )(?P<what>[^\W\d_][^,;:.()\"]{{1,{LONGEST}}}?)))?"
    known_of = "|".join(re.escape(form) for form in sorted(fields, key=len, reverse=True))
    narrow = rf"(?P<of> (?:{joints})(?:(?<=')| )(?P<what>(?i:{known_of})))?"
    articles = "|".join(re.escape(form) for form in sorted(raw["articles"], key=len, reverse=True))
    bodies = frozenset(raw["bodies"])
    ways = (
        rf"{word}{of}, {NAME}{STOP}",
        rf"{word}{narrow} {NAME}",
        rf"(?<![\w'-]){NAME}, (?:(?:{articles})(?:(?<=')| ))?{word}{of}{STOP}",
    )
    return Offices(re.compile(either, re.I), tuple(re.compile(way) for way in ways), heads, fields, bodies)
