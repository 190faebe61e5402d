"""Who leads a body by a verb: "Rosa Falk, who heads the institute", "the union, led by Knut Berge".

A newcomer's mistake: every "led". Who leads a race, a march or an inquiry holds no office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from registry.steps.assemble.roles.complements import complement
from registry.steps.assemble.roles.offices import LEADS, NAME_SHAPE, TITLES, listed
from registry.steps.assemble.roles.owners import belongs
from registry.steps.assemble.roles.persons import plain_person
from registry.steps.cues import Cued, cued
from registry.steps.resolve import Story
from registry.steps.resolve.names import clean_name, singular
from registry.steps.resolve.words import words


def leaders(flat: str, offset: int, story: Story) -> Iterator[tuple[int, int, str, str, str]]:
    """The leaders that a verb names, with the place of the verb and what they are: "who chairs the committee"."""
    for hit, end in led(flat, NAME_SHAPE):
        first = hit.end() if end > hit.end() else hit.start("of")
        body, verb = flat[first:end], hit.group("verb")
        told = LEADS.get(verb) or {"run": "head"}.get(verb, "leader")
        person = plain_person(hit.group("name"), story)
        if person is None or not is_led(body, told):
            continue
        owner = belongs(body, story)
        start = hit.start("verb")
        label = f"{told} of {owner}" if owner else told
        yield offset + start, offset + start + len(verb), label, person, told


def is_led(body: str, told: str) -> bool:
    """Whether something is a body that somebody leads, and no race, march or inquiry."""
    plain = clean_name(body)
    if not plain:
        return False
    known = words()["nouns.bodies"] | words()["nouns.generic"] | listed("led")
    named = any(word[0].isupper() for word in plain.split())
    return singular(plain.split()[-1]) in known or (told != "leader" and named)


def led(flat: str, name: str) -> Iterator[tuple[re.Match[str], int]]:
    """Who leads what by a verb, with the end of the words for what: "Rosa Falk, who heads the institute"."""
    for hit in active(name).finditer(flat):
        end = complement(flat, hit.end() - 1)
        if end:
            yield hit, end
    for hit in passive(name).finditer(flat):
        yield hit, hit.end("of")


@lru_cache(maxsize=2)
def active(name: str) -> Cued:
    """A name with a verb of leading."""
    verbs = "|".join(LEADS)
    return cued(
        rf"{TITLES}(?P<name>{name}),? (?:who )?(?:(?:now|currently|also|still|has|had) )?(?P<verb>{verbs})(?: over)? "
    )


@lru_cache(maxsize=2)
def passive(name: str) -> Cued:
    """A body that is led by somebody."""
    return cued(
        r"(?P<of>(?:\b[Tt]he (?:[\w'-]+ ){0,3}[\w-]+|[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,4})),? "
        r"(?:which is |is |was |has been )?(?:now |currently )?"
        r"(?P<verb>headed|led|chaired|run|managed|commanded|directed|edited|coached|captained) by "
        rf"{TITLES}(?P<name>{name})"
    )
