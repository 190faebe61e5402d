"""The name of the body that a text calls by a noun: "the charity" for Full Plates, "the regulator" for an office.

A newcomer's mistake: the name that the text has most often, or the nearest. A text says once what a body is, before or
behind its name ("builder Norwind", "Norwind, a charity", "run by Norwind"), or the name says so itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from registry.steps.assemble.attribution.behind import FIRMS
from registry.steps.assemble.spot import Page
from registry.steps.parse.tree import Token
from registry.steps.resolve import DULL, looks_personal
from registry.steps.resolve.names import singular
from registry.steps.resolve.story import LONGEST, head_of, words_of
from registry.steps.resolve.words import words

NAME = r"(?P<name>[A-Z][\w&'-]*(?: (?:(?:of|for|and|&|the|de|du) ){0,2}[A-Z][\w&'-]*){0,5})"
TOLD = (
    re.compile(rf"(?<![\w'-])(?P<noun>[a-z][a-z-]{{2,}}[a-z])[ \n]{NAME}(?!['\w])"),  # builder Norwind
    re.compile(rf"\b[Tt]he (?:[a-z]+ )?(?P<noun>[a-z-]+), {NAME},"),  # the builder, Norwind,
    re.compile(  # Norwind, a local charity
        rf"{NAME}(?: \([A-Z][\w.-]*\))?, (?:an?|the|its|one of the|[A-Z]\w+'s) (?:[a-z'-]+ ){{0,3}}?(?P<noun>[a-z-]+)"
        r"(?=[,.;:]|\n| (?:that|which|says|said|of|for|in|with|based|behind|owned|whose|and)\b)"
    ),
    re.compile(  # owned by the Danish group Norwind
        r"\b(?P<noun>owned|operated|run|built|made|published|organi[sz]ed|insured|developed) by (?:the |an? )?"
        rf"(?:[A-Z][a-z]+(?:an|ish|ese|ch|ic) (?=[a-z]))?(?:[a-z]+ ){{0,2}}{NAME}"
    ),
)
CALLED = re.compile(
    r", ((?:[A-Z][\w&'-]*)(?: (?:& |and )?[A-Z][\w&'-]*){0,3})(?: (?:of|in|from|based in) [A-Z][\w' -]{2,30})?, [a-z]"
)
DOERS = {
    "owned": "owner", "operated": "operator", "run": "operator", "built": "builder", "made": "maker",
    "published": "publisher", "organised": "organiser", "organized": "organizer", "insured": "insurer",
    "developed": "developer",
}  # fmt: skip
RULERS = frozenset({"regulator", "watchdog", "supervisor"})
RULING = frozenset(
    {"authority", "agency", "commission", "inspectorate", "directorate", "supervision", "administration", "office"}
)
EITHER = frozenset({*DOERS.values(), "producer", "supplier", "contractor", "shipowner"})  # firms, or people
PLAIN = frozenset({"company", "firm"})  # what any of them may be called
SHOPS = {"exchange", "bank", "start-up", "startup", "retailer", "chain"}
TRADES = (FIRMS | EITHER | PLAIN | SHOPS) - {"club", "owner", "group"}
SITES = frozenset({"airport", "hospital", "school", "museum", "university"})


def named_behind(page: Page, who: Token) -> str | None:
    """The name right behind the noun of a body: "the company, Norwind of Norport, put"."""
    hit = CALLED.match(page.folded, who.end) if is_body(who.lemma) else None
    return page.story.expand(hit[1]) if hit else None


def meant_by(page: Page, who: Token, name: str) -> str | None:
    """The name of the body that "the charity" or "the mining company" means, if the text says."""
    low = who.low
    if who.word("det") != "the" or who.tag != "NN" or low in (page.source.publisher or "").lower():
        return None
    if name.lower() != low:  # "the mining company", where the text has "mining company Norwind"
        return nearest(page, who, (one for one in known_as(page, low) if f"{name} {one}" in page.folded))
    held = subject_before(page, who) if low in PLAIN else None
    return held or nearest(page, who, known_as(page, low) or heads(page, low) or stands_for(page, low))


def nearest(page: Page, who: Token, names: Iterable[str]) -> str | None:
    """The only one of some names, or that which stands last before a word."""
    known = {*names}
    if len(known) < 2:
        return next(iter(known), None)
    return next((one for start, _, one in reversed(page.story.places) if start < who.start and one in known), None)


def subject_before(page: Page, who: Token) -> str | None:
    """The firm that the sentence before was about, for "the company"."""
    number, centre = page.number_of(who.start), page.centre
    name = centre[1] if centre is not None and centre[0] == number - 1 else ""
    others = words()["nouns.bodies"] | words()["speech.rulers"] | words()["speech.voices"]
    known = name in page.story.names and is_named(page, name, "company") and not words_of(name) & (others - FIRMS)
    return name if known and can_trade(page, name) else None


def can_trade(page: Page, name: str) -> bool:
    """Whether a name can be that of a firm: no place, and nothing in the text says that it is another body."""
    sorts = (noun for noun, names in table_of(page).items() if name in names)
    return all(map(is_trade, sorts)) and not looks_placed(page, name)


def looks_placed(page: Page, name: str) -> bool:
    """Whether a name is that of the place where a firm is: "Norwind Foods, of Norport in Alder"."""
    if name == page.story.home or f"in {name}" in page.folded:
        return True
    return re.search(rf"\b(?:of|at|near) {re.escape(name)} in [A-Z]", page.folded) is not None


def stands_for(page: Page, noun: str) -> list[str]:
    """The bodies that a noun may stand for which the text does not use of them: any trade for "the company"."""
    if noun in PLAIN:
        names = [name for sort, told in table_of(page).items() if is_trade(sort) for name in told]
        return [name for name in names if name == page.story.topic] or names
    longer = {page.story.expand(name) for name, _ in page.story.names.most_common(40) if " " in name}
    found = [name for name in longer if words_of(name) & RULING and not looks_personal(name)]
    return found if noun in RULERS and len(found) == 1 else []


def is_trade(noun: str) -> bool:
    """Whether a noun is that of a firm by what it does: "brewery", "drugmaker"."""
    return noun in TRADES or noun.endswith("maker")


def heads(page: Page, noun: str) -> list[str]:
    """The names of several words that say themselves what they are: "Institute of Health" for "institute"."""
    if noun not in words()["nouns.bodies"] | words()["speech.rulers"]:
        return []
    names = (page.story.expand(name) for name, _ in page.story.names.most_common(40))
    return [name for name in names if " " in name and noun in (singular(head_of(name)), name.split()[-1].lower())]


def known_as(page: Page, noun: str) -> list[str]:
    """The names of the bodies that a text calls by a noun."""
    return table_of(page).get(noun, [])


def table_of(page: Page) -> dict[str, list[str]]:
    """What the text says that each of its bodies is, by noun."""
    if page.called is None:
        page.called = {}
        for pattern in TOLD:
            for hit in pattern.finditer(page.folded[:LONGEST]):
                noun = DOERS.get(hit["noun"], singular(hit["noun"]))
                name = page.story.name_at(hit.start("name")) or page.story.expand(hit["name"])
                if is_body(noun) and is_named(page, name, noun):
                    page.called.setdefault(noun, []).append(name)
    return page.called


def is_body(noun: str) -> bool:
    """Whether a noun is that of a body that can speak: "charity", "drugmaker", "watchdog"."""
    known = words()["nouns.bodies"] | words()["speech.rulers"] | FIRMS | RULERS | EITHER
    return noun in known or noun.endswith("maker")


def is_named(page: Page, name: str, noun: str) -> bool:
    """Whether a name can be that of the body: no place, and no person unless people can be called by the noun too."""
    story, low = page.story, name.lower()
    if noun in SITES and f" at {name}" in page.folded:
        return False  # "Norport, the busiest airport"
    if name in story.placed or low in words()["places.countries"] or low in DULL or low == noun:
        return False
    return noun in EITHER or not (story.is_person(name) or name in story.women)
