"""The event a document is about, by name: "Alder earthquake", "Cedar Ridge fire", "Flight KL 12 crash".

A newcomer's mistake: naming it after what the text names most. An event is called after the place or thing that the
text joins to it: "the fire at", "the trial of", "earthquake in".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from registry.steps.cues import Cued, cued
from registry.steps.resolve.bearing import fits, is_country, is_person, is_place, longest, only_begins, trimmed
from registry.steps.resolve.names import singular
from registry.steps.resolve.runs import looks_personal
from registry.steps.resolve.words import words

NAMED = r"(?:[A-Z][\w'-]+)(?: (?:(?:of|de|la|el) )?[A-Z][\w'-]+){0,3}"
JOINT = r"(?:in|of|at|near|on|for|against|off|along|outside|across|around|between)"
FLIGHT = re.compile(r"\b(?i:flight) (?:no\. ?)?([A-Z]{1,3} ?\d{1,4}|\d{2,4})\b")
STORM = re.compile(r"\b((?:Tropical )?(?:Hurricane|Typhoon|Cyclone|Storm))( [A-Z][a-z]+)\b")
ACCIDENT = re.compile(r"\b(?:crash\w*|accident|wreck\w*|killed|fatalities|lost their lives)\b")
OUTBREAK = cued(r"\b(?:outbreaks?|epidemic|pandemic)\b", re.I)
CASES = re.compile(r"\b(?:cases?|infected|infections|spread\w*|toll|deaths)\b", re.I)
REMEDY = re.compile(r"[ -](?:vaccin|immuni[sz]|inoculat|research|(?:jab|shot|drug|medicine|pill|treatment|test)s?\b)")
HARM = re.compile(r"\b(?:dead|died|killed|kills?|deaths?|injured|destroyed|casualties|toll|victims|lives|evacuat\w+)\b")
STRUCK = "(?:shook|hits?|struck|strikes|rattled|jolted|swept|devastated|ravaged|battered|shakes|sweeps)"
DISEASES = {"birdflu": "bird flu", "swinefever": "swine fever"}
ACTING = re.compile(rf"({NAMED})(?:'s)? [a-z]+s\b")
DOER = re.compile(r"[A-Z][\w'&-]+ (?:[A-Z][\w'&-]+ )?")
OBJECT = re.compile(
    r" (?:up|out|off|back|into|towards|its|the|an?|new|fresh|first|second|third|\d[\d,]*|hundreds|thousands)\b"
)
MANY = re.compile(r"\b(?:fatal|road|traffic|car|vehicle|workplace|fewer) $")
WIDTH = 12
TITLE, LEAD, BODY, OFTEN = 5, 3, 1, 4
PARAGRAPH = re.compile(r"(?<!\s)[.!?]?\s*\n\s*\n\s*")  # a run of blanks is tried once
OF_PERSONS = frozenset(
    {"trial", "appeal", "sentencing", "murder", "killing", "assassination", "funeral", "wedding", "inquest"}
)
OPENING, LONGEST = 600, 200_000


@dataclass(frozen=True, slots=True)
class Scene:
    """Title, opening and text of a document."""

    title: str
    lead: str
    text: str

    @classmethod
    def of(cls, title: str | None, folded: str, start: int) -> Scene:
        """The scene of a text that begins at a place."""
        lead, text = folded[start : start + OPENING], folded[:LONGEST]
        return cls(*(joined_up(one_line(part)) for part in (title or "", lead, text)))

    @property
    def parts(self) -> tuple[tuple[str, int], ...]:
        """The parts with their weights."""
        return ((self.title, TITLE), (self.lead, LEAD), (self.text, BODY))


def one_line(part: str) -> str:
    """A text on one line, where a name ends with its paragraph."""
    return PARAGRAPH.sub(". ", part).replace("\n", " ")


def joined_up(words_: str) -> str:
    """Words with the events that are written in two words as one."""
    if paired().search(words_) is None:
        return words_
    for pair, one in words().pairs.items():
        words_ = re.sub(rf"\b{pair}(s?)\b", rf"{one}\1", words_, flags=re.I)
    return words_


@lru_cache(maxsize=1)
def paired() -> Cued:
    """The events that are written in two words."""
    return cued(rf"\b(?:{'|'.join(words().pairs)})", re.I)


def event_of(
    scene: Scene, main: Counter[str], home: str | None, seat: str | None = None, site: str | None = None
) -> str | None:
    """The event that title or opening tell of, with the name that belongs to it.

    `main` are the weighed names, `home` is the place a paper is named after, `seat` the one an authority is of, `site`
    what the text is about, where that is a place or a thing.
    """
    flight = FLIGHT.search(f"{scene.title}. {scene.lead}")
    if flight and ACCIDENT.search(scene.text):
        return f"Flight {flight.group(1)} crash"
    sort = sort_of(scene, main)
    if sort is None:
        return None
    storm = STORM.search(f"{scene.title}. {scene.lead}") or STORM.search(scene.text)
    if storm and sort in ("storm", "hurricane", "typhoon", "cyclone", "flood"):
        return "".join(storm.groups())
    name = owner(scene, sort, main)
    if sort in words()["nouns.disaster"] and (name is None or name.split()[-1].lower() not in words()["nouns.things"]):
        name = thing_named(scene, sort, main) or name
        if name is None and (struck := thing_struck(scene, sort)):
            return f"{struck} {sort}"
    if name is None:
        name = elsewhere(scene, sort, (home, site, seat))
    elif site and is_country(name) and sort not in words()["nouns.wide"]:
        name = site
    return joined(name, sort, scene) if name else None


def elsewhere(scene: Scene, sort: str, known: tuple[str | None, str | None, str | None]) -> str | None:
    """The place of an event that no name is joined to: the home of the paper, what the text is about, where it is."""
    home, site, seat = known
    if sort in words()["nouns.ambiguous"]:
        return (home or site) if sort in sorts_in(scene.title) else None
    return home or site or place_in(scene) or seat


def thing_named(scene: Scene, sort: str, main: Counter[str]) -> str | None:
    """The name of the thing that a disaster happens to, which title or opening call by its noun: "a dam collapse"."""
    shapes = "|".join(map(re.escape, forms(sort)))
    told = {hit.lower() for hit in re.findall(rf"\b([A-Za-z]+) (?i:{shapes})s?\b", f"{scene.title}. {scene.lead}")}
    nouns = told & words()["nouns.things"]
    fit = [name for name in main if " " in name and name.split()[-1].lower() in nouns]
    return max(fit, key=lambda name: main[name], default=None)


def thing_struck(scene: Scene, sort: str) -> str | None:
    """The thing that a disaster without a name happens at: "collapse at copper mine"."""
    shapes = "|".join(map(re.escape, forms(sort)))
    told = re.compile(
        rf"\b(?i:{shapes})(?: [\w,]+){{0,2}}? (?:in|of|at|on|aboard) (?:(?:an?|the) )?(?:[a-z]+ )?([a-z]+)\b"
    )
    hits = told.finditer(f"{scene.title}. {scene.lead}")
    return next((hit.group(1) for hit in hits if hit.group(1) in words()["nouns.things"]), None)


def place_in(scene: Scene) -> str | None:
    """The place that a text names most."""
    told = Counter(trimmed(name) for name in re.findall(rf"\b(?:[Ii]n|[Nn]ear|at|[Aa]cross) ({NAMED})", scene.text))
    return next((name for name, _ in told.most_common(3) if fits(name)), None)


def joined(name: str, sort: str, scene: Scene) -> str:
    """Name and sort as one name, with the year that the text joins to it."""
    low = name.lower().split()
    held = low and (sort in (low[0], low[-1]) or words().aliases.get(low[-1]) == sort)
    told = name if held else f"{name} {sort}"
    shapes = "|".join(map(re.escape, forms(sort)))
    year = re.search(rf"\b((?:19|20)\d\d) {re.escape(name)} (?:{shapes})\b", f"{scene.title}. {scene.lead}")
    return f"{year.group(1)} {told}".strip() if year and name else told.strip()


def forms(sort: str) -> list[str]:
    """The words for a sort of event."""
    return [sort, *(alias for alias, noun in words().aliases.items() if noun == sort)]


def heard_often(scene: Scene, counted: Counter[str]) -> Iterator[str]:
    """Sorts of disasters that a text speaks of again and again, though it opens with something else."""
    for sort, times in counted.most_common(3):
        if times >= OFTEN and sort in words()["nouns.disaster"] and HARM.search(scene.text):
            yield sort


def sort_of(scene: Scene, main: Counter[str]) -> str | None:
    """What sort of event title or opening tell of, where it is the matter of the text."""
    counted, early = Counter[str](), Counter[str]()
    for part, weight in scene.parts:
        for sort in sorts_in(part):
            counted[sort] += 1 if weight == BODY else 0
            early[sort] += weight if weight > BODY else 0
    ranked = sorted(early, key=lambda sort: (early[sort] + counted[sort], early[sort]), reverse=True)
    ranked += [sort for sort in heard_often(scene, counted) if sort not in early]
    spread = OUTBREAK.search(scene.text) or CASES.search(f"{scene.title}. {scene.lead}")
    ranked = [sort for sort in ranked if spread or not sort.endswith(" outbreak")]  # a vaccine is no outbreak
    ranked.sort(key=lambda sort: early[sort] + counted[sort], reverse=True)
    top = main.most_common(1)[0][1] if main else 0
    return next((sort for sort in ranked if matters(scene, sort, (counted[sort], early[sort], top))), None)


def matters(scene: Scene, sort: str, weight: tuple[int, int, int]) -> bool:
    """Whether an event is the matter: a disaster in the title, or an event that is named as often as any name."""
    times, early, top = weight
    if sort in words()["nouns.generic"] and re.search(rf"\b(?:[A-Z][\w-]+ ){{2}}{sort.title()}\b", scene.text):
        return False  # the Stabilization Mission is a body
    if sort.split()[-1] in words()["nouns.disaster"]:
        vague = sort in words()["nouns.ambiguous"]
        return early >= TITLE or times >= 2 or (not vague and HARM.search(scene.lead) is not None)
    if early >= TITLE and sort not in words()["nouns.ambiguous"]:
        return True
    return times >= 2 and (early >= TITLE or times >= top * 0.5)


def sorts_in(part: str) -> Iterator[str]:
    """The sorts of events that a text names, by noun, by verb or by disease."""
    table = words()
    diseases, events, happenings = table["nouns.diseases"], table["nouns.event"], table.happenings
    for hit in re.finditer(r"\b[A-Za-z]{3,14}\b", part):
        low = hit.group().lower()
        noun = singular(low)
        sort = table.aliases.get(noun, noun)
        told = low in diseases or low in happenings or sort in events
        if not told or (low != noun and MANY.search(part, max(0, hit.start() - WIDTH), hit.start())):
            continue  # "fatal crashes" are counted, and none of them is told
        if low in diseases:
            if REMEDY.match(part, hit.end()):
                continue  # a vaccine is no outbreak
            yield f"{DISEASES.get(low, low)} outbreak"
        elif low in happenings:
            yield happenings[low]
        elif not (named_month(hit) or is_adjective(hit, part) or is_verb(hit, part)):
            yield sort


def named_month(hit: re.Match[str]) -> bool:
    """Whether a word is the month of March."""
    return hit.group() == "March"


def is_verb(hit: re.Match[str], part: str) -> bool:
    """Whether a word behind the name that a headline begins with is a verb: "Norwind fires up a second kiln"."""
    opens = DOER.fullmatch(part, 0, hit.start()) is not None
    return opens and hit.group().endswith("s") and OBJECT.match(part, hit.end()) is not None


def is_adjective(hit: re.Match[str], part: str) -> bool:
    """Whether "final" is no match, but an adjective: "the final report", "Final Report"."""
    after = re.match(r" (\w+)", part[hit.end() : hit.end() + WIDTH]) if hit.group().lower() == "final" else None
    return after is not None and (after[1][0].islower() or after[1].lower() in words()["titles.texts"])


def owner(scene: Scene, sort: str, main: Counter[str]) -> str | None:
    """The name that the text joins to a sort of event."""
    found = Counter[str]()
    for part, weight in scene.parts:
        for pattern in joining(sort):
            for hit in pattern.finditer(part):
                name = trimmed(hit.group(1))
                if (
                    fits(name)
                    and not only_begins(name, hit, scene.text, main)
                    and not (sort not in OF_PERSONS and is_person(name, scene.text))
                ):
                    found[name] += weight
    places = re.findall(rf"\b(?:[Ii]n|[Nn]ear|at|[Aa]cross) ({NAMED})", f"{scene.title}. {scene.lead}")
    places += re.findall(rf"^({NAMED}):", scene.title)
    acting = ACTING.match(scene.title)
    if acting and sort in words()["nouns.wide"] and fits(trimmed(acting.group(1))):
        found[trimmed(acting.group(1))] += TITLE
    if found or sort not in words()["nouns.ambiguous"]:
        found.update(name for name in map(trimmed, places) if fits(name))
    if sort not in words()["nouns.wide"] and any(not is_country(name) for name in found):
        found = Counter({name: weight for name, weight in found.items() if not is_country(name)})
    early = f"{scene.title}. {scene.lead}"  # what stands once behind the opening is hardly what a text is about
    found = Counter({name: weight for name, weight in found.items() if weight > BODY or name in early})
    best = max(found, key=lambda name: (found[name], main[name]), default=None)
    known = [
        name for name in main if best and name.startswith(f"{best} ") and not looks_personal(name) and is_place(name)
    ]
    return longest(best, Counter([*found, *known])) if best else None


@lru_cache(maxsize=128)
def joining(sort: str) -> tuple[re.Pattern[str], ...]:
    """How a name is joined to a sort of event: before it, after it, or as what is struck."""
    shapes = "|".join(rf"{re.escape(shape)}(?:e?s)?" for shape in forms(sort.split()[-1]))
    if sort in words()["nouns.disaster"]:
        shapes = rf"{shapes}|disasters?|tragedy|tragedies"
    shapes = shapes if " " not in sort else rf"{sort.split()[0]}(?: (?:{shapes}))?"
    verbs = [verb for verb, noun in words().happenings.items() if noun == sort]
    return (
        re.compile(rf"\b({NAMED}) (?:[a-z]+ )?(?:(?i:{shapes}))\b"),
        re.compile(rf"\b(?i:{'|'.join([shapes, *verbs])})(?: [\w,]+){{0,4}}? {JOINT} (?:the )?({NAMED})"),
        re.compile(rf"\b(?i:{shapes}) (?:(?:has|had) )?{STRUCK} (?:the )?({NAMED})"),
    )
